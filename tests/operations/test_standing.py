# SPDX-License-Identifier: Apache-2.0
"""Readiness is kept in step with answers, issues and voters, in the transaction that alters them."""

from typing import Any

import pytest
from sqlalchemy import select

from desk_app.base import progress
from desk_app.data import meta, schema
from desk_app.domain import issues, records
from desk_app.operations import answers, checking, history, standing
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests.small_offices import EVENT, station

PROBLEM = {"masalah"}


def states(desk: Desk, number: int) -> set[str]:
    with desk.reading() as connection:
        rows = connection.execute(select(schema.readiness.c.state).where(
            schema.readiness.c.subject == station(number)))
        return set(rows.scalars())


def severe(desk: Desk, number: int, **values: Any) -> int:
    fields = {"event": EVENT, "place": station(number), "title": "Banjir", "state": "baru",
              "severity": issues.Severity.URGENT.value, **values}
    return transact(desk, "x", lambda unit: unit.create(records.ISSUE, fields))


def change(desk: Desk, no: int, **values: Any) -> None:
    transact(desk, "x", lambda unit: unit.set(records.ISSUE, no, values))


def test_a_severe_issue_is_a_problem_of_its_place(desk: Desk) -> None:
    no = severe(desk, 1)
    assert (states(desk, 1), states(desk, 2)) == (PROBLEM, set())
    transact(desk, "x", lambda unit: unit.delete(records.ISSUE, no))
    assert states(desk, 1) == set()


def test_an_issue_that_moves_leaves_the_place_it_was_at(desk: Desk) -> None:
    no = severe(desk, 1)
    change(desk, no, place=station(2))
    assert (states(desk, 1), states(desk, 2)) == (set(), PROBLEM)
    history.undo(desk)
    assert (states(desk, 1), states(desk, 2)) == (PROBLEM, set())


@pytest.mark.parametrize("values", [{"state": min(issues.CLOSED).value}, {"severity": "rendah"}], ids=str)
def test_a_settled_issue_burdens_no_longer(desk: Desk, values: dict[str, str]) -> None:
    change(desk, severe(desk, 1), **values)
    assert states(desk, 1) == set()


def test_more_voters_ask_for_more(desk: Desk) -> None:
    """Ballots hang on the voters of the TPS (290 and 2 %: 296)."""
    item = "log.suara.ppwp"
    answers.set_answer(desk, station(1), item, "296")
    with desk.reading() as connection:
        before = connection.execute(select(schema.readiness.c.failed)).scalars().all()
    transact(desk, "x", lambda unit: unit.put(
        records.STATION, (EVENT, "73.13.06.1001", 1), {"dpt_male": 150}))
    with desk.reading() as connection:
        after = connection.execute(select(schema.readiness.c.failed)).scalars().all()
    assert (sum(before), sum(after)) == (0, 1)


@pytest.mark.parametrize("key", [
    (EVENT, "73.13.06/kantor-baru", "log.hujan"), (EVENT, "garbage", "log.hujan"),
    ("pilkades-2031", station(1), "log.hujan"), (EVENT, station(1), "baru.butir"),
], ids=["kind of place", "no place", "event", "item"])
def test_what_only_a_newer_version_knows_is_kept_and_not_reckoned(desk: Desk, key: tuple[str, str, str]) -> None:
    """Such an answer comes in by a package; it must not keep the rest of the package out."""
    no = transact(desk, "x", lambda unit: unit.put(records.ANSWER, key, {"choice": "done"}))
    with desk.reading() as connection:
        assert connection.execute(select(schema.by_name["answer"].c.no)).scalars().all() == [no]
        assert connection.execute(select(schema.readiness)).all() == []


def test_undo_takes_readiness_back(desk: Desk) -> None:
    answers.set_answer(desk, station(1), "log.hujan", "S")
    before = states(desk, 1)
    answers.set_answer(desk, station(1), "log.hujan", "B")
    assert states(desk, 1) == PROBLEM
    history.undo(desk)
    assert states(desk, 1) == before
    history.undo(desk)
    assert states(desk, 1) == set()
    assert progress.finish(checking.check(desk)).faults == ()


def test_an_election_that_comes_later_is_reckoned_with(desk: Desk) -> None:
    """Spare ballots hang on the election record of the kabupaten: 290 and 2 % are 296, 290 and 10 % are 319."""
    answers.set_answer(desk, station(1), "log.suara.ppwp", 296)
    before = _failed(desk, 1)
    fields = {"name": "Pemilu", "reserve": 100, "template": EVENT}
    transact(desk, "x", lambda unit: unit.put(records.ELECTION, (desk.identity.place[:5], EVENT), fields))
    assert _failed(desk, 1) == before + 1


def test_derived_rows_come_again_after_another_checklist(desk: Desk) -> None:
    severe(desk, 1)
    assert not standing.settle(desk)
    with desk.store.writing() as connection:
        connection.exec_driver_sql("DELETE FROM readiness")
        sums = connection.exec_driver_sql("SELECT * FROM area_sum").all()
        connection.exec_driver_sql("DELETE FROM area_sum")
        meta.write(connection, {"derived": b"an older checklist"})
    assert standing.settle(desk)
    assert states(desk, 1) == PROBLEM
    with desk.reading() as connection:
        again = connection.exec_driver_sql("SELECT * FROM area_sum").all()
    assert [row for row in again if row.stations or row.villages] == sums
    assert not standing.settle(desk)


def test_an_election_comes_in_beside_answers_of_an_event_not_heard_of(desk: Desk) -> None:
    severe(desk, 1)
    transact(desk, "x", lambda unit: unit.put(
        records.ANSWER, ("pilkades-2031", station(2), "log.hujan"), {"choice": "done"}))
    fields = {"name": "Pemilu", "reserve": 100, "template": EVENT}
    transact(desk, "x", lambda unit: unit.put(records.ELECTION, (desk.identity.place[:5], EVENT), fields))
    assert (states(desk, 1), states(desk, 2)) == (PROBLEM, set())


def test_places_reckoned_together_stand_as_each_alone(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Among them a TPS that is in no list and a place that a newer version knows."""
    severe(desk, 2)
    subjects = [*map(station, (1, 2, 3, 999)), "73.13.06.1001/pps", "73.13.06/kantor-baru"]
    rows = [((EVENT, subject, item), {"choice": choice}) for item, choice in (("log.hujan", "done"), ("x", "done"))
            for subject in subjects]
    rows += [((EVENT, subject, "log.tinta"), {"quantity": at}) for at, subject in enumerate(subjects)]

    def every() -> list[Any]:
        with desk.reading() as connection:
            return connection.exec_driver_sql("SELECT * FROM readiness ORDER BY event, subject, phase").all()

    transact(desk, "x", lambda unit: unit.put_many(records.ANSWER, rows))
    together = every()
    assert {row.subject for row in together} >= set(map(station, (1, 2, 3)))
    assert {row.subject for row in together}.isdisjoint({station(999), "73.13.06/kantor-baru"})
    monkeypatch.setattr(standing, "_TOGETHER", 1)
    with desk.store.writing() as connection:
        connection.exec_driver_sql("DELETE FROM readiness")
        meta.write(connection, {"derived": b"an older checklist"})
    assert standing.settle(desk)
    assert every() == together


def _failed(desk: Desk, number: int) -> int:
    with desk.reading() as connection:
        failed: int = connection.execute(
            select(schema.readiness.c.failed).where(schema.readiness.c.subject == station(number))
        ).scalar_one()
    return failed
