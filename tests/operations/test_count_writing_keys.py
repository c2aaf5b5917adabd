# SPDX-License-Identifier: Apache-2.0
"""Writing keys: one for each kecamatan and set of readers, boxed for who comes later, never for who may not."""

import dataclasses
from pathlib import Path

import pytest

from desk_app.data import arrivals, count_boxes, count_wraps, keys, schema, unit_of_work
from desk_app.domain import errors, records
from desk_app.operations import count_entry, count_writing_keys
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests import counted_offices, counting_people, two_offices
from tests.counted_offices import RACE
from tests.regency_offices import TEMPE_VILLAGE, tps
from tests.small_offices import EVENT

FIRST = tps(TEMPE_VILLAGE, 1)


@pytest.fixture
def counting(wajo: Desk) -> Desk:
    """Its candidates are written."""
    counted_offices.stand(wajo)
    return wajo


def copy(desk: Desk, subject: str = FIRST, votes: tuple[int, ...] = (100, 50, 60)) -> None:
    form = count_entry.sheet(desk, subject, RACE).form
    count_entry.save(desk, subject, RACE, counted_offices.figures(form, votes))


def test_what_was_copied_before_the_kabupaten_had_a_key_is_boxed_for_it_later(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        counted_offices.stand(two.kabupaten)
        two.carry(two.kabupaten, two.tempe)
        copy(two.tempe)
        two.carry(two.tempe, two.kabupaten)
        counted_offices.hold(two.kabupaten)
        assert counted_offices.sums(two.kabupaten) == {}
        two.carry(two.kabupaten, two.tempe)  # boxed as soon as the kabupaten's key came in
        assert count_writing_keys.catch_up(two.tempe) == 0
        two.carry(two.tempe, two.kabupaten)
        assert counted_offices.sums(two.kabupaten) == {"73.13.06": {"v1": 100, "v2": 50, "v3": 60}}


def test_a_key_that_a_later_reader_had_is_not_written_under_again(counting: Desk) -> None:
    """A kecamatan that may see no more has a box of what was written while it might."""
    counted_offices.hold(counting)
    first = count_writing_keys.writing_key(counting, EVENT, "73.13.06")
    assert count_writing_keys.writing_key(counting, EVENT, "73.13.06") == first
    assert count_writing_keys.writing_key(counting, EVENT, "73.13.07") != first
    late = count_boxes.public_half(count_boxes.new_reader()).hex()
    name = (EVENT, "73.13.06", first.name.hex(), late)
    transact(counting, "x", lambda unit: unit.put(records.COUNT_WRAP, name, {"box": b"x"}))
    second = count_writing_keys.writing_key(counting, EVENT, "73.13.06")
    assert second != first
    assert count_writing_keys.writing_key(counting, EVENT, "73.13.06") == second


def test_a_box_that_was_written_over_or_deleted_still_opens(counting: Desk) -> None:
    counted_offices.hold(counting)
    copy(counting)

    def spoil(unit: unit_of_work.Unit) -> None:
        for no in unit.connection.exec_driver_sql("SELECT no FROM count_wrap").scalars().all():
            unit.set(records.COUNT_WRAP, no, {"box": b"x" * 80})
            unit.delete(records.COUNT_WRAP, no)

    transact(counting, "x", spoil)
    assert counted_offices.sums(counting) == {"73.13.06": {"v1": 100, "v2": 50, "v3": 60}}
    assert count_entry.sheet(counting, FIRST, RACE).figures["v1"] == 100


def test_several_kecamatan_at_once_are_written_together(counting: Desk) -> None:
    counted_offices.hold(counting)
    before = arrivals_of(counting)
    both = count_writing_keys.writing_keys(counting, EVENT, ["73.13.06", "73.13.07"])
    assert arrivals_of(counting) == before + 1
    assert both == {place: count_writing_keys.writing_key(counting, EVENT, place) for place in both}
    assert len({one.name for one in both.values()}) == 2
    assert arrivals_of(counting) == before + 1


def test_an_office_that_is_only_read_boxes_nothing(counting: Desk) -> None:
    copy(counting)
    late = count_boxes.public_half(count_boxes.new_reader()).hex()
    count_writing_keys.put_reader(counting, "73.13", late)
    ours, counting.store.version = counting.store.version, schema.VERSION + 1  # as a later program leaves it
    assert count_writing_keys.catch_up(counting) == 0
    counting.store.version = ours
    assert count_writing_keys.catch_up(counting) == 1
    assert count_writing_keys.catch_up(counting) == 0


def test_own_keys_are_his_alone_whatever_the_office_opens(counting: Desk) -> None:
    counted_offices.hold(counting)
    with counting_people.somebody(counting, "Besse"):
        copy(counting)
        [hers] = count_writing_keys.own_keys(counting)
        assert set(count_writing_keys.opened_keys(counting)) == {hers}
    assert count_writing_keys.own_keys(counting) == {}
    assert set(count_writing_keys.opened_keys(counting)) == {hers}


def test_without_a_key_of_his_own_nobody_writes(counting: Desk) -> None:
    counting.operator = dataclasses.replace(counting.operator, secret=b"")
    assert count_writing_keys.opened_keys(counting) == {}
    with pytest.raises(errors.NotPermitted, match="kata sandi Anda sendiri"):
        count_writing_keys.writing_key(counting, EVENT, "73.13.06")


def test_the_key_before_is_withdrawn_and_opens_nothing_new(counting: Desk) -> None:
    counted_offices.hold(counting)
    copy(counting)
    before = keys.load(counting.folder).counts.hex()
    after = count_boxes.public_half(count_boxes.new_reader()).hex()
    count_writing_keys.put_reader(counting, "73.13", after)
    count_writing_keys.hand_over(counting, before, after)
    with counting.reading() as connection:
        assert [one.mark for one in count_wraps.readers(connection, ["73.13"])] == [after]
        boxed = {one.mark for one in count_wraps.of_place(connection, EVENT, "73.13.06")}
    assert after in boxed
    fresh = count_writing_keys.writing_key(counting, EVENT, "73.13.06")
    with counting.reading() as connection:
        wraps = count_wraps.of_place(connection, EVENT, "73.13.06")
    marks = {one.mark for one in wraps if one.writing == fresh.name.hex()}
    assert before not in marks
    assert after in marks


def arrivals_of(desk: Desk) -> int:
    with desk.reading() as connection:
        return arrivals.latest(connection)
