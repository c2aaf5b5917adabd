# SPDX-License-Identifier: Apache-2.0
"""What is cut into pieces is canonical, and means what the whole means; all else is left to the codec."""

from dataclasses import replace

import cbor2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk_app.journal import codec, pieces
from desk_app.journal.change import Change, ChangeKind
from desk_app.journal.streams import Dot
from tests.journal import made_changes
from tests.journal.made_changes import OTHER, OWN

usual_changes = st.builds(
    Change,
    kind=st.sampled_from([ChangeKind.CREATE, ChangeKind.SET]),
    type=st.integers(1, 300),
    record=st.lists(st.text("abc-.1é", max_size=24) | st.integers(0, 70_000), min_size=1, max_size=6).map(tuple),
    fields=st.dictionaries(
        st.integers(1, 30),
        st.text("abé", max_size=30) | st.integers(-70_000, 70_000) | st.booleans() | st.none() | st.just("x" * 256),
        min_size=1,
        max_size=9,
    ),
    preds=st.dictionaries(st.integers(1, 30), st.lists(made_changes.dots, min_size=1, max_size=2), max_size=3).map(
        lambda found: {no: tuple(sorted(dots)) for no, dots in found.items()}
    ),
    depth=st.integers(1, 300),
    actor=st.integers(0, 300),
    claimed=st.integers(-5, 1 << 33),
    follows=st.booleans(),
)
flips = st.lists(st.tuples(st.integers(0, 10_000), st.integers(1, 255)), max_size=2)


def put_together(body: bytes) -> Change | None:
    """A change from its pieces, as `data.plain` understands them; None where that leaves it to `decode`."""
    [parted] = pieces.cut([body])
    if parted is None:
        return None
    kind, kind_of_record, count = pieces.meaning_of_head(parted[pieces.HEAD])
    parts = parted[pieces.FIRST : pieces.FIRST + count]
    if None in parts or parted[pieces.FIRST + count] is not None:
        return None
    try:
        told = pieces.meaning(parted[pieces.PREDS])
        change = Change(
            kind, kind_of_record, tuple(map(pieces.meaning, parts)), pieces.meaning(parted[pieces.FIELDS]),
            depth=pieces.meaning(parted[pieces.DEPTH]),
        )  # fmt: skip
    except codec.BadBytes:
        return None
    only = pieces.only_pred(parted[pieces.PREDS])
    if only is not None:
        assert told == {only[0]: [only[1]]}
    for no in {*told, 0, 1, 24}:
        alone = isinstance(told.get(no, [b""])[0], int) and len(told) == 1 and no < 24
        assert pieces.only_numbers([parted[pieces.PREDS]], no) == [told[no][0] if alone else None]
    preds = {}
    for no, [dot] in told.items():
        if (dot == 0 or dot >= 1 << 40) if isinstance(dot, int) else (not dot[16] or dot[:16] == OWN):
            return None
        preds[no] = (Dot(OWN, dot) if isinstance(dot, int) else Dot(dot[:16], int.from_bytes(dot[16:], "big")),)
    return replace(change, preds=preds)


@settings(max_examples=500)
@given(usual_changes, flips)
def test_what_is_cut_into_pieces_is_in_the_one_form_and_means_the_same(
    change: Change, flipped: list[tuple[int, int]]
) -> None:
    body = bytearray(codec.encode(change, OWN))
    for at, bits in flipped:
        body[at % len(body)] ^= bits
    found = put_together(bytes(body))
    if found is None:
        return
    whole = codec.decode(bytes(body), OWN)
    assert found == replace(whole, actor=0, claimed=0, follows=False)
    assert [type(value) for value in found.fields.values()] == [type(value) for value in whole.fields.values()]


USUAL = [2, 5, ["e", 3, "item"], {1: "a", 24: 7, 30: -1}, {1: [3], 24: [OTHER + b"\x18"]}, [], 2, 1, 1707868800]
ALMOST = {
    "claimed 0 at the end": cbor2.dumps([*USUAL[:8], 0]),
    "follows 0": cbor2.dumps([*USUAL, 0]),
    "follows 2": cbor2.dumps([*USUAL, 2]),
    "follows true": cbor2.dumps([*USUAL, True]),
    "depth 0": cbor2.dumps([*USUAL[:6], 0, 1, 5]),
    "fields unsorted": cbor2.dumps([*USUAL[:3], {24: 7, 1: "a"}, *USUAL[4:]]),
    "field twice": cbor2.dumps(USUAL).replace(b"\xa3\x01\x61a\x18\x18\x07", b"\xa3\x01\x61a\x01\x07", 1),
    "replaced unsorted": cbor2.dumps([*USUAL[:4], {24: [4], 1: [3]}, *USUAL[5:]]),
    "replaced twice": cbor2.dumps([*USUAL[:4], {1: [3], 2: [4]}, *USUAL[5:]]).replace(b"\x02\x81\4", b"\x01\x81\4"),
    "truth in the key": cbor2.dumps([*USUAL[:2], ["e", True, "item"], *USUAL[3:]]),
    "nothing as a value": cbor2.dumps([*USUAL[:3], {1: None}, *USUAL[4:]]),
    "one part fewer than said": cbor2.dumps(USUAL).replace(b"\x83", b"\x84", 1),
    "one part more than said": cbor2.dumps(USUAL).replace(b"\x83", b"\x82", 1),
    "text that is not UTF-8": cbor2.dumps(USUAL).replace(b"item", b"it\xffm"),
    "value that is not UTF-8": cbor2.dumps(USUAL).replace(b"\x61a", b"\x61\xff"),
    "observed": cbor2.dumps([*USUAL[:5], [3], *USUAL[6:]]),
    "two replaced": cbor2.dumps([*USUAL[:4], {1: [3, 4]}, *USUAL[5:]]),
    "a float": cbor2.dumps([*USUAL[:3], {1: 1.5}, *USUAL[4:]]),
    "a trailing byte": cbor2.dumps(USUAL) + b"\0",
}


@pytest.mark.parametrize("body", ALMOST.values(), ids=ALMOST.keys())
def test_what_is_almost_usual_is_not_put_together(body: bytes) -> None:
    assert put_together(body) is None


@pytest.mark.parametrize("head", [b"\x18", b"\x19\0", b"\x1a\0\0\0", b"\x1b" + bytes(7), b"\x78", b"\xd8", b"\xf8"])
def test_a_head_put_before_any_byte_of_a_usual_change(head: bytes) -> None:
    """Numbers and lengths in a longer form than they need, tags, simple values."""
    body = codec.encode(codec.decode(cbor2.dumps([*USUAL, 1]), OWN), OWN)
    for at in range(len(body)):
        for other in (body[:at] + head + body[at:], body[:at] + head + body[at + 1 :]):
            found = put_together(other)
            if found is not None:
                assert found == replace(codec.decode(other, OWN), actor=0, claimed=0, follows=False)


def test_a_usual_change_is_cut_into_pieces() -> None:
    for kind, preds in ((ChangeKind.CREATE, {}), (ChangeKind.SET, {2: (Dot(OTHER, 70_000),)})):
        for note in ("", "x" * 255, "Lokasi kebanjiran, dipindah ke balai desa"):
            fields = {2: 7, 3: note} if note else {2: 7}
            key = ("e", "73.13.06.1001-001", "log.tinta")
            change = Change(kind, 5, key, fields, preds, actor=1, claimed=1_707_868_800)
            assert put_together(codec.encode(change, OWN)) == replace(change, actor=0, claimed=0)
