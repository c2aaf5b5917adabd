# SPDX-License-Identifier: Apache-2.0
"""What a volume carries: read back as written, split between segments alone, refused in every other shape."""

import hashlib
import os
import time
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk_app.exchange import cards, contents, letters, squeezing, statements, wire
from desk_app.exchange.contents import Contents
from desk_app.exchange.segments import Seal, Segment
from desk_app.journal import streams
from desk_app.journal.streams import ReaderClass, Scope
from tests.exchange import sample_packages as sample

PLACES = st.sampled_from(["0", "73", "73.13", "73.13.06"])
HASHES = st.binary(min_size=32, max_size=32)
SEALS = st.builds(Seal, HASHES, st.integers(1, (1 << 40) - 1), HASHES, st.binary(min_size=64, max_size=64))


@st.composite
def segments(draw: st.DrawFn) -> Segment:
    replica = draw(st.binary(min_size=16, max_size=16))
    scope = Scope(draw(st.sampled_from(["", "pemilu-2024"])), draw(PLACES), draw(st.sampled_from(list(ReaderClass))))
    bodies = tuple(draw(st.lists(st.binary(min_size=1, max_size=300), min_size=1, max_size=8)))
    first, before, seal = draw(st.integers(1, 1 << 39)), draw(HASHES), draw(SEALS)
    return Segment(streams.stream_id(replica, scope), replica, scope, first, before, bodies, seal)


def raw_of(held: Contents) -> bytes:
    [body] = contents.pack(held)
    engine = squeezing.Unsqueezer(contents.LARGEST_PLAIN)
    engine.write(body)
    return engine.finish()


def altered(held: Contents, **told: Any) -> bytes:
    found: Any = wire.load(raw_of(held))
    return wire.dump({**found, **told})


def full() -> Contents:
    """One of everything."""
    root = cards.make_root(sample.SEED, "73.13", 1, sample.KEY, bytes(32))
    card = cards.make_card(
        sample.SEED,
        version=1,
        key=sample.KEY,
        recipient=sample.BOX.recipient,
        place="73.13.06",
        level="kecamatan",
        name="Desk Tempe",
        short="TEM06",
    )
    one = sample.segment()
    said = statements.make_statement(
        sample.SEED,
        replica=sample.REPLICA,
        version=1,
        place="73.13.06",
        reader_class=ReaderClass.OPEN,
        held=[statements.Held(one.stream, 3, one.seal.rolling)],
    )
    got = statements.make_receipt(sample.SEED, version=1, sender=sample.KEY, packages=[(b"q" * 16, 4)])
    return sample.carried(
        one,
        sample.segment(1, 1),
        statements=(said,),
        receipts=(got,),
        roots=(root,),
        cards=(card,),
        letters=(letters.make_rescue(1, "ABCDE"), letters.Letter("later", b"\xff\x00")),
        counts={"answer": 3, "issue": 0},
        invitation={"id": b"i" * 16, "place": "73.13.06", "regions": [1, "x", {"a": None}], "test": True},
    )


def test_everything_is_read_back_as_written() -> None:
    assert contents.unpack(raw_of(full())) == full()


def test_nothing_but_the_sender_is_small() -> None:
    nothing = Contents(sample.KEY, sample.PACKAGE)
    assert contents.unpack(raw_of(nothing)) == nothing
    assert len(raw_of(nothing)) < 60


@given(st.lists(segments(), max_size=4), st.dictionaries(st.sampled_from(["answer", "issue"]), st.integers(0, 99)))
def test_whatever_segments_are_read_back_as_written(runs: list[Segment], counts: dict[str, int]) -> None:
    held = Contents(sample.KEY, sample.PACKAGE, segments=tuple(runs), counts=counts)
    assert contents.unpack(raw_of(held)) == held


@settings(max_examples=50)
@given(st.lists(st.integers(1, 30), min_size=1, max_size=12), st.integers(30, 100))
def test_volumes_are_split_between_segments_and_each_is_used_alone(counts: list[int], volume: int) -> None:
    runs = [sample.segment(count, 1) for count in counts]
    told = {"statements": full().statements, "cards": full().cards, "counts": {"answer": sum(counts)}}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(contents, "VOLUME", volume)
        bodies = list(contents.pack(Contents(sample.KEY, sample.PACKAGE, **told), more=iter(runs)))  # type: ignore[arg-type]
    parts = []
    for body in bodies:
        engine = squeezing.Unsqueezer(contents.LARGEST_PLAIN)
        engine.write(body)
        parts.append(contents.unpack(engine.finish()))
    assert [one for part in parts for one in part.segments] == runs
    assert all(sum(len(one.bodies) for one in part.segments) <= volume for part in parts)
    assert all((part.statements, part.cards) == (full().statements, full().cards) for part in parts)
    assert all(part.counts == {"answer": sum(counts)} for part in parts)


def test_a_large_export_is_taken_one_segment_after_another() -> None:
    """What comes as `more` is not gathered first: a volume leaves before the segments after it are asked for."""
    asked: list[int] = []

    def runs() -> Any:
        for number in range(6):
            asked.append(number)
            yield sample.segment(1, 12 << 20)

    bodies = contents.pack(Contents(sample.KEY, sample.PACKAGE), more=runs())
    next(bodies)
    assert asked == [0, 1, 2]
    assert len(list(bodies)) == 2


def test_a_segment_larger_than_a_volume_is_a_mistake_of_the_caller(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contents, "VOLUME", 100)
    monkeypatch.setattr(contents, "MOST_CHANGES", 50)
    for wrong in (sample.segment(11, 10), sample.segment(51, 1), replace(sample.segment(), bodies=())):
        with pytest.raises(ValueError, match="a segment of"):
            list(contents.pack(sample.carried(wrong)))
    assert len(list(contents.pack(sample.carried(sample.segment(10, 10))))) == 1


@pytest.mark.parametrize(
    "told",
    [
        {"of": None}, {"of": [sample.KEY]}, {"of": [sample.KEY, b"short"]}, {"of": [b"", sample.PACKAGE]},
        {"lengths": b""}, {"lengths": b"\x14\0\0\0" * 2}, {"lengths": b"\x14\0\0\0" * 4}, {"lengths": b"\x14\0\0"},
        {"lengths": b"\x00\0\0\0\x28\0\0\0\x14\0\0\0"}, {"lengths": b"\xff\xff\xff\xff" * 3}, {"lengths": [20, 20, 20]},
        {"lengths": bytes(4 * contents.MOST_CHANGES + 4)}, {"bodies": b""}, {"bodies": bytes(61)}, {"bodies": "x" * 60},
        {"segments": []}, {"segments": None}, {"segments": {}}, {"segments": [[]]}, {"segments": [[{}]]},
        {"statements": [b""]}, {"statements": ["x"]}, {"receipts": [b"\x80"]}, {"roots": [b"\xf6"]}, {"cards": [None]},
        {"cards": [b""] * (contents.MOST_WORDS + 1)}, {"letters": [["join"]]}, {"letters": [[1, b""]]},
        {"letters": [["a\x00", b""]]}, {"letters": [["a", "b"]]}, {"counts": []}, {"counts": {"answer": -1}},
        {"counts": {1: 1}}, {"counts": {"answer": True}}, {"counts": {str(one): 1 for one in range(1001)}},
        {"invitation": []}, {"invitation": 1}, {"invitation": {1: 1}}, {"invitation": {"\u202e": 1}},
    ],
    ids=lambda told: str(told)[:40],
)  # fmt: skip
def test_a_volume_of_another_shape_is_refused(told: dict[str, Any]) -> None:
    with pytest.raises(wire.BadBytes):
        contents.unpack(altered(sample.carried(), **told))


@pytest.mark.parametrize(
    ("entry", "value"),
    [(0, b"short"), (1, 5), (1, "a\nb"), (2, "Wajo"), (3, 9), (3, True), (4, 0), (4, -1), (5, 0), (5, 2), (5, 4),
     (5, 1 << 39), (5, None), (6, b""), (7, b""), (8, 0), (9, b""), (10, b"")],
)  # fmt: skip
def test_a_segment_of_another_shape_is_refused(entry: int, value: object) -> None:
    found: Any = wire.load(raw_of(sample.carried()))
    found["segments"][0][entry] = value
    with pytest.raises(wire.BadBytes):
        contents.unpack(wire.dump(found))


def test_a_change_longer_than_any_is_refused() -> None:
    raw = altered(sample.carried(), lengths=(1 << 20 | 1).to_bytes(4, "little"), bodies=bytes(1 << 20 | 1))
    with pytest.raises(wire.BadBytes) as caught:
        contents.unpack(raw)
    assert caught.value.params == {"why": "not the lengths of these changes"}


def test_what_a_newer_version_adds_beside_is_left_alone() -> None:
    assert contents.unpack(altered(full(), pieces=[b"photo"], zodiac={"a": 1})) == full()


@settings(max_examples=300)
@given(st.data())
def test_flipped_bits_are_refused_or_read_as_something_else(data: st.DataObject) -> None:
    """Behind all locks, where only the sender itself can flip: whatever comes out is whole, or a known refusal."""
    raw = bytearray(raw_of(full()))
    for _ in range(data.draw(st.integers(1, 4))):
        raw[data.draw(st.integers(0, len(raw) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    try:
        found = contents.unpack(bytes(raw))
    except wire.BadBytes:
        return
    assert all(one.bodies and len(one.stream) == 16 for one in found.segments)


@given(st.binary(max_size=300))
def test_any_bytes_are_refused(raw: bytes) -> None:
    with pytest.raises(wire.BadBytes):
        contents.unpack(raw)


def test_200_000_changes_are_apart_in_a_moment() -> None:
    """Far below the time that it takes to apply them; 0.07 s where it was written."""
    runs = [sample.segment(50_000, 66) for _ in range(4)]
    raw = raw_of(sample.carried(*runs))
    begun = time.process_time()
    found = contents.unpack(raw)
    assert time.process_time() - begun < 0.5
    assert sum(len(one.bodies) for one in found.segments) == 200_000


def test_changes_weigh_little_on_the_stick() -> None:
    """Answers as they are typed: each another item, time and place; at most 20 bytes each, seal and all."""
    items = ["log.kotak.ppwp", "log.suara.dpr", "lis.terang", "kam.jaga", "org.ptps@h-1", "tps.berdiri"]
    moment = 1_707_782_400
    bodies = []
    for station in range(1, 501):
        for item in items:
            moment += 2 + hashlib.sha256(f"{station}{item}".encode()).digest()[0] % 30
            key = ["pemilu-2024", f"73.13.06.{1000 + station // 9}-{station % 9:03d}", item]
            bodies.append(wire.dump([1, 5, key, {1: "done", 4: 1}, {}, [], 1, 1, moment]))
    one = replace(sample.segment(), bodies=tuple(bodies))
    [body] = contents.pack(sample.carried(one))
    assert len(body) / len(bodies) < 8
    assert len(b"".join(bodies)) / len(bodies) > 60


def test_what_cannot_be_compressed_still_fits() -> None:
    runs = [replace(sample.segment(), bodies=(os.urandom(1 << 20),)) for _ in range(32)]
    [body] = contents.pack(sample.carried(*runs))
    assert 32 << 20 < len(body) < 33 << 20


def test_photos_are_read_back_as_they_are_and_not_packed() -> None:
    photos = (contents.Photo(b"d" * 32, os.urandom(50_000)), contents.Photo(b"e" * 32, b"x"))
    held = Contents(sender=b"s" * 32, package=b"p" * 16, photos=photos)
    assert contents.unpack(raw_of(held)) == held
    [body] = contents.pack(held)
    assert body[:1] == b"\0"
    assert len(body) < 50_300


@pytest.mark.parametrize("photos", [
    7, [7], [[b"d" * 32]], [[b"d" * 31, b"x"]], [[b"d" * 32, "x"]], [[b"d" * 32, b"x", 1]],
    [[b"d" * 32, bytes((20 << 20) + 1)]],
])  # fmt: skip
def test_photos_of_another_shape_are_refused(photos: object) -> None:
    held = Contents(sender=b"s" * 32, package=b"p" * 16)
    with pytest.raises(wire.BadBytes):
        contents.unpack(altered(held, photos=photos))
