# SPDX-License-Identifier: Apache-2.0
"""One transaction: what is written, in which stream, and what is refused."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from desk_app.data import schema, streams
from desk_app.data.unit_of_work import Unit
from desk_app.domain import errors, records
from desk_app.journal.change import ChangeKind
from desk_app.journal.streams import ReaderClass, Scope
from tests.data.all_written import written
from tests.data.offices import EVENT, VILLAGE, Office

MakeOffice = Callable[[str], Office]
STATION = (EVENT, VILLAGE, 1)


def row(one: Office, declared: records.RecordType) -> Any:
    with one.store.reading() as connection:
        return connection.execute(select(schema.tables[declared.no])).one()


def test_what_is_equal_already_is_not_written(office: MakeOffice) -> None:
    one = office("73.13.06")
    one.write(lambda unit: unit.put(records.STATION, STATION, {"dpt_male": 140, "site": "SDN 1"}))
    no = row(one, records.STATION).no
    assert one.write(lambda unit: unit.set(records.STATION, no, {"dpt_male": 140, "site": " SDN 1 "})) is False
    assert one.write(lambda unit: unit.set(records.STATION, no, {"dpt_male": 140, "site": "SDN 2"})) is True
    assert [dict(change.fields) for _, change in written(one)] == [{1: 140, 3: "SDN 1"}, {3: "SDN 2"}]


def test_what_is_brought_back_is_written_even_where_it_is_equal(office: MakeOffice) -> None:
    one = office("73.13.06")
    one.write(lambda unit: unit.put(records.STATION, STATION, {"dpt_male": 140}))
    no = row(one, records.STATION).no
    one.write(lambda unit: unit.bring_back(records.STATION, no, {"dpt_male": [140]}))
    assert [dict(change.fields) for _, change in written(one)] == [{1: 140}, {1: 140}]


def test_values_are_brought_back_side_by_side_and_the_last_one_is_shown(office: MakeOffice) -> None:
    one, other = office("73.13.06"), office("73.13")
    one.write(lambda unit: unit.put(records.STATION, STATION, {"dpt_male": 140, "site": "SDN 1"}))
    no = row(one, records.STATION).no
    sides = {"site": ["SDN 2"], "dpt_male": [143, 142, 141]}
    one.write(lambda unit: unit.bring_back(records.STATION, no, sides))
    other.take(one.pack())
    for office_ in (one, other):
        assert (row(office_, records.STATION).dpt_male, row(office_, records.STATION).site) == (141, "SDN 2")
        with office_.store.reading() as connection:
            assert connection.execute(select(schema.conflict.c.field)).scalars().all() == [1]
    _, *changes = [change for _, change in written(one)]
    assert [dict(change.fields) for change in changes] == [{1: 143}, {1: 142}, {1: 141, 3: "SDN 2"}]
    assert [[dot.seq for dot in change.preds[1]] for change in changes] == [[1], [1], [1]]
    assert one.view() == other.view()
    assert one.faults() == other.faults() == ()


def test_a_deletion_that_has_not_seen_all_is_in_dispute(office: MakeOffice) -> None:
    one = office("73.13.06")
    one.write(lambda unit: unit.put(records.STATION, STATION, {"dpt_male": 140}))
    no = row(one, records.STATION).no
    one.write(lambda unit: unit.bring_back_life(records.STATION, no, [False], {no}))
    assert row(one, records.STATION).alive == 2
    one.write(lambda unit: unit.delete(records.STATION, no))
    assert row(one, records.STATION).alive == 0
    one.write(lambda unit: unit.bring_back_life(records.STATION, no, [False, True]))
    assert row(one, records.STATION).alive == 2
    assert one.faults() == ()


def test_a_set_names_all_that_it_replaces(office: MakeOffice) -> None:
    one = office("73.13.06")
    one.write(lambda unit: unit.put(records.STATION, STATION, {"dpt_male": 140, "site": "SDN 1"}))
    one.write(lambda unit: unit.put(records.STATION, STATION, {"dpt_male": 141}))
    one.write(lambda unit: unit.put(records.STATION, STATION, {"dpt_male": 142, "note": "x"}))
    (stream, _), (_, second), (_, third) = written(one)
    assert [dot.seq for dot in second.preds[1]] == [1]
    assert [dot.seq for dot in third.preds[1]] == [2]
    assert 8 not in third.preds
    assert [change.depth for _, change in written(one)] == [1, 2, 3]
    assert stream.scope == Scope(EVENT, "73.13.06", ReaderClass.OPEN)


def test_a_deletion_says_all_that_it_saw(office: MakeOffice) -> None:
    one = office("73.13.06")
    one.write(lambda unit: unit.put(records.STATION, STATION, {"dpt_male": 140, "site": "SDN 1"}))
    one.write(lambda unit: unit.put(records.STATION, STATION, {"dpt_male": 141}))
    one.write(lambda unit: unit.delete(records.STATION, row(one, records.STATION).no))
    deletion = written(one)[-1][1]
    assert deletion.kind == ChangeKind.DELETE
    assert sorted(dot.seq for dot in deletion.observed) == [1, 2]
    assert deletion.depth == 3


def test_setting_what_was_deleted_is_refused_and_putting_brings_it_back(office: MakeOffice) -> None:
    one = office("73.13.06")
    one.write(lambda unit: unit.put(records.STATION, STATION, {"dpt_male": 140}))
    no = row(one, records.STATION).no
    one.write(lambda unit: unit.delete(records.STATION, no))
    with pytest.raises(errors.NotFound, match="sudah dihapus"):
        one.write(lambda unit: unit.set(records.STATION, no, {"dpt_male": 1}))
    one.write(lambda unit: unit.put(records.STATION, STATION, {"dpt_male": 150}))
    assert (row(one, records.STATION).alive, row(one, records.STATION).dpt_male) == (1, 150)
    assert [change.kind for _, change in written(one)] == [
        ChangeKind.CREATE, ChangeKind.DELETE, ChangeKind.UNDELETE, ChangeKind.SET]


def test_deleting_twice_writes_once(office: MakeOffice) -> None:
    one = office("73.13.06")
    one.write(lambda unit: unit.put(records.STATION, STATION, {"dpt_male": 140}))
    no = row(one, records.STATION).no

    def twice(unit: Unit) -> None:
        unit.delete(records.STATION, no)
        unit.delete(records.STATION, no)

    one.write(twice)
    assert len(written(one)) == 2


def test_a_transaction_hangs_together_in_each_stream(office: MakeOffice) -> None:
    one = office("73.13")

    def both(unit: Unit) -> None:
        unit.put(records.STATION, (EVENT, "73.13.06.1001", 1), {"site": "a"})
        unit.put(records.STATION, (EVENT, "73.13.06.1001", 2), {"site": "b"})
        unit.put(records.STATION, (EVENT, "73.13.07.1001", 1), {"site": "c"})

    one.write(both)
    assert [(stream.scope.place if stream.scope else "", change.follows) for stream, change in written(one)] == [
        ("73.13.06", False), ("73.13.06", True), ("73.13.07", False)]


def test_only_what_identifies_a_person_carries_salt(office: MakeOffice) -> None:
    one = office("73.13")
    one.write(lambda unit: unit.create(records.MEMBER, {"event": EVENT, "person": "Nama", "office": "Camat"}))
    one.write(lambda unit: unit.create(records.MEMBER, {"event": EVENT, "office": "Camat"}))
    assert [len(change.salt) for _, change in written(one)] == [16, 0]


def test_an_empty_part_of_a_name_is_refused(office: MakeOffice) -> None:
    with pytest.raises(errors.Refused, match="harus diisi"):
        office("73.13.06").write(lambda unit: unit.put(records.STATION, (EVENT, "", 1), {}))


def test_part_of_a_name_is_never_set(office: MakeOffice) -> None:
    one = office("73.13.06")
    one.write(lambda unit: unit.put(records.STATION, STATION, {}))
    with pytest.raises(ValueError, match="part of its name"):
        one.write(lambda unit: unit.set(records.STATION, row(one, records.STATION).no, {"number": 2}))


def test_many_are_the_same_as_one_by_one(office: MakeOffice) -> None:
    one, two = office("73.13.06"), office("73.13.06")
    keys = [(EVENT, VILLAGE, 1 + number % 700) for number in range(2500)]
    rows = [(key, {"dpt_male": index % 300}) for index, key in enumerate(keys)]
    assert one.write(lambda unit: unit.put_many(records.STATION, rows)) == 2500
    two.write(lambda unit: [unit.put(records.STATION, key, values) for key, values in rows])
    assert one.view() == two.view()
    assert one.faults() == ()


def test_a_number_never_comes_twice(office: MakeOffice) -> None:
    """Rolled back numbers are used again, committed ones never."""
    one = office("73.13.06")
    one.write(lambda unit: unit.put(records.STATION, STATION, {"dpt_male": 1}))
    with pytest.raises(errors.Refused):
        one.write(lambda unit: [unit.put(records.STATION, STATION, {"dpt_male": 2}),
                                unit.put(records.STATION, STATION, {"dpt_male": -2})])
    one.write(lambda unit: unit.put(records.STATION, STATION, {"dpt_male": 3}))
    with one.store.reading() as connection:
        keys = list(connection.execute(select(schema.change.c.key).order_by(schema.change.c.key)).scalars())
    assert [key & streams.MASK for key in keys] == [1, 2]
    assert one.faults() == ()
