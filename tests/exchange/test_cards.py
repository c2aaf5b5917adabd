# SPDX-License-Identifier: Apache-2.0
"""Roots and cards: signed for one meaning, read back as written, replaced only by those who may."""

from dataclasses import replace

import pytest

from desk_app.exchange import boxes, cards, letters, segments, signatures, statements, wire
from desk_app.journal import streams
from desk_app.journal.streams import ReaderClass, Scope
from tests.exchange import sample_packages as sample

ROOT_SEED, SPARE_SEED, NEXT_SEED, NEXT_SPARE_SEED, THIEF_SEED = (bytes([number]) * 32 for number in range(1, 6))
ROOT, SPARE, NEXT, NEXT_SPARE, THIEF = map(
    signatures.public, (ROOT_SEED, SPARE_SEED, NEXT_SEED, NEXT_SPARE_SEED, THIEF_SEED)
)
FIRST = cards.make_root(ROOT_SEED, "73.13", 1, ROOT, SPARE)


def card(seed: bytes = ROOT_SEED, **other: object) -> cards.Card:
    told = {
        "version": 1,
        "key": sample.KEY,
        "recipient": sample.BOX.recipient,
        "place": "73.13.06",
        "level": "kecamatan",
        "name": "Desk Pemilu Kecamatan Tempe",
        "short": "TEM06",
        **other,
    }
    return cards.make_card(seed, **told)  # type: ignore[arg-type]


def test_a_root_is_read_back_as_written_and_holds() -> None:
    assert cards.Root.from_wire(FIRST.to_wire()) == FIRST
    assert FIRST.holds()
    assert not replace(FIRST, place="73.14").holds()
    assert not replace(FIRST, spare_key=THIEF).holds()
    assert not replace(FIRST, version=2).holds()


def test_a_first_root_signed_by_another_key_does_not_hold() -> None:
    assert not cards.make_root(THIEF_SEED, "73.13", 1, ROOT, SPARE).holds()
    assert not cards.make_root(SPARE_SEED, "73.13", 1, ROOT, SPARE).holds()


def test_62_a_root_is_followed_by_one_that_its_keys_signed() -> None:
    """§23 no. 62: the spare key in the safe signs anew after the first was stolen."""
    for seed in (ROOT_SEED, SPARE_SEED):
        assert cards.follows(FIRST, cards.make_root(seed, "73.13", 2, NEXT, NEXT_SPARE))
    for wrong in (
        cards.make_root(THIEF_SEED, "73.13", 2, THIEF, NEXT_SPARE),
        cards.make_root(NEXT_SEED, "73.13", 2, NEXT, NEXT_SPARE),
        cards.make_root(ROOT_SEED, "73.14", 2, NEXT, NEXT_SPARE),
        cards.make_root(ROOT_SEED, "73.13", 3, NEXT, NEXT_SPARE),
        replace(cards.make_root(ROOT_SEED, "73.13", 2, NEXT, NEXT_SPARE), root_key=THIEF),
        FIRST,
    ):
        assert not cards.follows(FIRST, wrong)


def test_62_the_spare_key_outranks_a_thief_wherever_both_arrive() -> None:
    """§23 no. 62: whoever stole the root key signs a version of his own, and goes on from it."""
    stolen = cards.make_root(ROOT_SEED, "73.13", 2, THIEF, THIEF)
    further = cards.make_root(THIEF_SEED, "73.13", 3, THIEF, THIEF)
    rescued = cards.make_root(SPARE_SEED, "73.13", 2, NEXT, NEXT_SPARE)
    later = cards.make_root(NEXT_SEED, "73.13", 3, NEXT_SPARE, NEXT)
    everything = [further, later, stolen, rescued, FIRST]
    assert cards.latest(FIRST, everything) == cards.latest(FIRST, everything[::-1]) == later
    assert cards.rivals(FIRST, everything) == [stolen]
    assert cards.latest(FIRST, [stolen, further]) == further
    assert cards.rivals(FIRST, [rescued, later, rescued]) == []


def test_of_two_by_the_same_key_all_offices_choose_the_same() -> None:
    one = cards.make_root(ROOT_SEED, "73.13", 2, NEXT, NEXT_SPARE)
    two = cards.make_root(ROOT_SEED, "73.13", 2, NEXT_SPARE, NEXT)
    assert cards.latest(FIRST, [one, two]) == cards.latest(FIRST, [two, one])
    assert len(cards.rivals(FIRST, [one, two])) == 1


def test_a_root_without_heirs_stays() -> None:
    assert cards.latest(FIRST, [cards.make_root(THIEF_SEED, "73.13", 2, THIEF, THIEF)]) == FIRST


def test_a_card_is_read_back_as_written_and_holds() -> None:
    one = card()
    assert cards.Card.from_wire(one.to_wire()) == one
    assert one.holds()
    assert not one.is_request
    assert one.issuer == ROOT
    for altered in (
        replace(one, place="73.13.07"),
        replace(one, key=THIEF),
        replace(one, version=2),
        replace(one, valid=False),
        replace(one, recipient=sample.OTHER_BOX.recipient),
        replace(one, issuer=THIEF),
        replace(one, reach=((b"s" * 16, 5),)),
    ):
        assert not altered.holds()


def test_a_revoked_card_says_how_far_its_streams_count() -> None:
    one = card(version=2, valid=False, reach=[(b"z" * 16, 9), (b"a" * 16, 0)])
    assert cards.Card.from_wire(one.to_wire()) == one
    assert one.reach == ((b"a" * 16, 0), (b"z" * 16, 9))
    assert one.holds()


def test_a_card_by_its_own_key_is_a_request() -> None:
    one = card(sample.SEED)
    assert one.is_request
    assert one.holds()


def test_names_are_made_plain_before_they_are_signed() -> None:
    one = card(name="  Desk\u202e Wajo\n", short="WAJ 0123456789012345678901234")
    assert (one.name, len(one.short)) == ("Desk Wajo", 20)
    assert cards.Card.from_wire(one.to_wire()) == one


@pytest.mark.parametrize(
    "altered",
    [
        {"recipient": "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq5cu47z"},
        {"recipient": ""},
        {"place": "73.13.6"},
        {"place": "../.."},
        {"level": "dunia"},
        {"level": ["kecamatan"]},
        {"name": "Desk\u202eWajo"},
        {"version": 0},
        {"version": True},
        {"key": b"short"},
        {"valid": 2},
        {"reach": ((b"s" * 16, 1), (b"s" * 16, 2))},
        {"reach": ((b"t" * 16, 1), (b"s" * 16, 2))},
        {"reach": ((b"s" * 15, 1),)},
        {"reach": ((b"s" * 16, -1),)},
        {"signature": bytes(63)},
    ],
    ids=str,
)
def test_a_card_of_another_shape_is_refused(altered: dict[str, object]) -> None:
    wrong = replace(card(), **altered)  # type: ignore[arg-type]
    with pytest.raises(wire.BadBytes):
        cards.Card.from_wire(wrong.to_wire())


def test_every_flipped_bit_of_a_card_or_root_is_refused_or_unsigned() -> None:
    for raw, kind in ((card().to_wire(), cards.Card), (FIRST.to_wire(), cards.Root)):
        for position in range(len(raw)):
            for bit in range(8):
                wrong = raw[:position] + bytes([raw[position] ^ 1 << bit]) + raw[position + 1 :]
                try:
                    read: cards.Card | cards.Root = kind.from_wire(wrong)
                except wire.BadBytes:
                    continue
                assert not read.holds()
                assert read.to_wire() == wrong


def test_every_cut_is_refused() -> None:
    for raw, kind in ((card().to_wire(), cards.Card), (FIRST.to_wire(), cards.Root)):
        for length in range(len(raw)):
            with pytest.raises(wire.BadBytes):
                kind.from_wire(raw[:length])


def test_60_a_signature_of_one_kind_passes_for_no_other() -> None:
    """§23 no. 60: every signed text of this room, of the same key, begins in its own way."""
    held = [statements.Held(b"s" * 16, 1, bytes(32))]
    told = {"replica": b"r" * 16, "version": 1, "place": "73.13", "reader_class": ReaderClass.OPEN, "held": held}
    request = card(ROOT_SEED, key=ROOT)
    texts = [
        FIRST.text(),
        request.text(),
        statements.make_statement(ROOT_SEED, **told).text(),  # type: ignore[arg-type]
        statements.make_receipt(ROOT_SEED, version=1, sender=ROOT, packages=[]).text(),
        streams.seal_text(b"s" * 16, b"r" * 16, Scope("", "73.13", ReaderClass.OPEN), 1, bytes(32)),
        sample.CONTEXT + b"\xa0",
        letters.make_join(request, b"i" * 16, bytes(32)).payload,
    ]
    names = [wire.load(text)[0] for text in texts[:5]]  # type: ignore[index]
    assert names == ["desk root", "desk card", "desk said", "desk got", "desk seal"]
    assert len({text[:11] for text in texts}) == len(texts)
    for number, text in enumerate(texts):
        signature = signatures.sign(ROOT_SEED, text)
        assert replace(FIRST, signature=signature).holds() is (number == 0)
        assert replace(request, signature=signature).holds() is (number == 1)
        seal = segments.Seal(ROOT, 1, bytes(32), signature)
        assert segments.seal_holds(seal, texts[4]) is (number == 4)


def test_an_authority_vouches_within_its_place_and_for_those_above() -> None:
    for place in ("73.13", "73.13.06", "73.13.06.1001", "73", "0"):
        assert cards.may_issue("73.13", place)
    for place in ("73.14", "73.14.06", "72", "74.13.06"):
        assert not cards.may_issue("73.13", place)
    assert cards.may_issue("73", "73.14")


def test_a_box_key_on_a_card_can_be_used() -> None:
    box = boxes.close(b"isi", [card().recipient])
    assert box.startswith(boxes.FRONT)
