# SPDX-License-Identifier: Apache-2.0
"""Boxes of writing keys, and whose keys of the count were not withdrawn."""

from pathlib import Path

from desk_app.data import count_wraps
from desk_app.domain import records
from desk_app.operations.transact import transact
from tests import small_offices, two_offices


def test_readers_and_boxes_are_found(tmp_path: Path) -> None:
    with small_offices.make(tmp_path / "tempe").desk as desk:
        place, event = desk.identity.place, small_offices.EVENT

        def work(unit: object) -> None:
            put = unit.put  # type: ignore[attr-defined]
            put(records.COUNT_READER, (place, "aa" * 32), {"name": "Desk Tempe"})
            put(records.COUNT_READER, (place, "bb" * 32), {"name": "Yang lama", "withdrawn": True})
            put(records.COUNT_WRAP, (event, place, "01" * 16, "aa" * 32), {"box": b"one"})
            put(records.COUNT_WRAP, (event, place, "01" * 16, "cc" * 32), {"box": b"two"})
            put(records.COUNT_WRAP, ("pilkada-2024", place, "02" * 16, "aa" * 32), {"box": b"three"})

        transact(desk, "Kunci", work)
        with desk.reading() as connection:
            assert [(one.mark, one.name) for one in count_wraps.readers(connection, [place, "73.13"])] == [
                ("aa" * 32, "Desk Tempe")
            ]
            assert count_wraps.readers(connection, ["73.13"]) == []
            assert {one.box for one in count_wraps.of_place(connection, event, place)} == {b"one", b"two"}
            assert {one.box for one in count_wraps.for_marks(connection, ["aa" * 32])} == {b"one", b"three"}
            assert len(count_wraps.every(connection)) == 3


def test_a_reader_of_a_place_is_one_by_the_word_of_the_office_there(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        own, strange = ("73.13.06", "aa" * 32), ("73.13.06", "bb" * 32)
        transact(two.tempe, "Kunci", lambda unit: unit.put(records.COUNT_READER, own, {"name": "Desk Tempe"}))
        two.carry(two.tempe, two.kabupaten)
        transact(two.kabupaten, "Kunci", lambda unit: unit.put(records.COUNT_READER, strange, {"name": "x"}))
        transact(two.kabupaten, "Kunci", lambda unit: unit.put(records.COUNT_READER, own, {"withdrawn": True}))
        two.carry(two.kabupaten, two.tempe)
        for desk in (two.tempe, two.kabupaten):
            with desk.reading() as connection:
                assert [one.mark for one in count_wraps.readers(connection, ["73.13.06"])] == ["aa" * 32]
                assert count_wraps.is_known(connection, *strange)
                assert not count_wraps.is_known(connection, "73.13.06", "cc" * 32)
        # What others wrote already is no change: it is said anew.
        for told in (False, True):
            values = {"withdrawn": told}
            transact(two.tempe, "Kunci", lambda unit, values=values: unit.put(records.COUNT_READER, own, values))
        with two.tempe.reading() as connection:
            assert count_wraps.readers(connection, ["73.13.06"]) == []


def test_every_box_that_was_written_is_kept(tmp_path: Path) -> None:
    with small_offices.make(tmp_path / "tempe").desk as desk:
        name = (small_offices.EVENT, desk.identity.place, "01" * 16, "aa" * 32)
        for box in (b"one", b"two"):
            no = transact(desk, "Kunci", lambda unit, box=box: unit.put(records.COUNT_WRAP, name, {"box": box}))
        transact(desk, "Kunci", lambda unit: unit.delete(records.COUNT_WRAP, no))
        with desk.reading() as connection:
            assert count_wraps.every(connection) == []
            [found] = count_wraps.for_marks(connection, ["aa" * 32])
            assert (found.no, found.box) == (no, b"two")
            assert count_wraps.boxes_of(connection, no) == [b"two", b"one"]
