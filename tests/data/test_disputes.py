# SPDX-License-Identifier: Apache-2.0
"""What totals leave out while offices differ: by blocking fields alone, and counted beside."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.data import disputes
from desk_app.domain import readiness, records
from desk_app.operations import answers, checking, disagreements, overview, recaps, sending
from desk_app.operations.transact import transact
from tests import regency_offices, two_offices
from tests.small_offices import EVENT, NOW

ITEM = "log.hujan"
TEMPE = regency_offices.TEMPE


@pytest.fixture
def two(tmp_path: Path) -> Iterator[two_offices.Two]:
    with two_offices.opened(tmp_path) as made:
        yield made


def test_only_what_is_declared_so_blocks() -> None:
    blocking = {
        (declared.name, field.name)
        for declared in records.TYPES.values()
        for field in declared.fields
        if field.policy is records.Policy.BLOCKING
    }
    assert blocking == {("answer", "choice"), ("answer", "quantity"), ("recap", "count")}
    assert records.ANSWER.blocking == {0, 1, 2}
    assert records.ISSUE.blocking == frozenset()


def test_an_answer_in_dispute_is_in_no_total_and_counted_beside(two: two_offices.Two) -> None:
    kabupaten, tempe = two.kabupaten, two.tempe
    answers.set_answer(kabupaten, two_offices.SECOND, ITEM, "S")
    answers.set_answer(kabupaten, two_offices.FIRST, ITEM, "S")
    answers.set_answer(tempe, two_offices.FIRST, ITEM, "B")
    two.carry(tempe, kabupaten)
    found = recaps.figures(kabupaten, ITEM, TEMPE).total.figure
    assert (found.value, found.detailed, found.disputed) == (1, 1, 1)
    assert found.words.params["count"] == 1
    with kabupaten.reading() as connection:
        assert disputes.answers(connection, EVENT, ITEM, TEMPE) == {two_offices.FIRST[:13]: 1}
        assert disputes.answers(connection, EVENT, ITEM, regency_offices.BELAWA) == {}
    line = next(row for row in overview.readiness_by_district(kabupaten).rows if row.code == TEMPE)
    assert line.disputed == 1
    # It stops no package, on either side.
    assert finish(sending.send(kabupaten, "73.13.06", two.stick)).files
    two.carry(kabupaten, tempe)
    assert recaps.figures(tempe, ITEM).total.figure.disputed == 1
    [one] = disagreements.open_ones(kabupaten)
    disagreements.decide_many(kabupaten, [disagreements.choice(one, one.sides[0])])
    assert recaps.figures(kabupaten, ITEM, TEMPE).total.figure.disputed == 0
    assert finish(checking.check(kabupaten)).faults == ()


def test_a_note_in_dispute_blocks_nothing(two: two_offices.Two) -> None:
    kabupaten, tempe = two.kabupaten, two.tempe
    answers.set_answer(kabupaten, two_offices.FIRST, ITEM, "S")
    two.carry(kabupaten, tempe)
    answers.set_note(kabupaten, two_offices.FIRST, ITEM, "terpal")
    answers.set_note(tempe, two_offices.FIRST, ITEM, "tenda")
    two.carry(tempe, kabupaten)
    assert [one.field for one in disagreements.open_ones(kabupaten)] == ["note"]
    assert recaps.figures(kabupaten, ITEM, TEMPE).total.figure == readiness.details(1, 1, 6)
    assert all(row.disputed == 0 for row in overview.readiness_by_district(kabupaten).rows)


def test_a_recap_in_dispute_is_no_figure(two: two_offices.Two) -> None:
    kabupaten, tempe = two.kabupaten, two.tempe
    answers.add_recap(kabupaten, TEMPE, ITEM, 4, 6, hour=NOW - 60, source="Camat")
    two.carry(kabupaten, tempe)
    for desk, count in ((kabupaten, 5), (tempe, 3)):
        with desk.reading() as connection:
            no = connection.exec_driver_sql("SELECT no FROM recap").scalar_one()
        transact(desk, "x", lambda unit, n=no, c=count: unit.set(records.RECAP, n, {"count": c}))
    two.carry(tempe, kabupaten)
    with kabupaten.reading() as connection:
        assert len(disputes.recaps(connection, EVENT)) == 1
    [line] = recaps.recap_list(kabupaten)
    assert line.disputed
    figure = recaps.figures(kabupaten, ITEM, TEMPE).total.figure
    assert (figure.value, figure.recap, figure.disputed) == (None, None, 1)
    whole = recaps.figures(kabupaten, ITEM).total.figure
    assert (whole.value, whole.disputed) == (None, 1)


def test_which_records_of_a_kind_and_which_stations(two: two_offices.Two) -> None:
    kabupaten, tempe = two.kabupaten, two.tempe
    for desk, voters in ((kabupaten, 101), (tempe, 102)):
        key = (EVENT, two_offices.FIRST[:13], 1)
        transact(desk, "x", lambda unit, v=voters, k=key: unit.put(records.STATION, k, {"dpt_male": v, "note": str(v)}))
    two.carry(tempe, kabupaten)
    with kabupaten.reading() as connection:
        [fields] = disputes.of_kind(connection, records.STATION).values()
        assert fields == {records.STATION.field(name).no for name in ("dpt_male", "note")}
        assert disputes.of_kind(connection, records.ISSUE) == {}
        assert disputes.stations(connection, EVENT, "73.13", 8, ["dpt_male"]) == {TEMPE: 1}
        assert disputes.stations(connection, EVENT, TEMPE, 13, ["dpt_male", "note"]) == {two_offices.FIRST[:13]: 1}
        assert disputes.stations(connection, EVENT, "73.13", 8, ["address"]) == {}
