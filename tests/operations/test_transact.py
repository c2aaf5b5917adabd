# SPDX-License-Identifier: Apache-2.0
"""The one door for writing: all or nothing, on one thread, and told only after it is kept."""

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import select

from desk_app.base import progress
from desk_app.data import schema
from desk_app.domain import errors, records
from desk_app.operations import checking, history, issue_detail, issue_register, issues
from desk_app.operations.changed import Changed
from desk_app.operations.desk import Desk
from desk_app.operations.transact import MANY, in_steps, together, transact
from tests.small_offices import EVENT, VILLAGE


def arrivals(desk: Desk) -> list[Any]:
    with desk.reading() as connection:
        return list(connection.execute(select(schema.arrival).order_by(schema.arrival.c.no)))


def stations(desk: Desk) -> dict[int, str | None]:
    table = schema.by_name["station"]
    with desk.reading() as connection:
        return {row.number: row.note for row in connection.execute(select(table))}


def note(desk: Desk, number: int, words: str | None) -> int:
    key = (EVENT, VILLAGE, number)
    return transact(desk, "uji", lambda unit: unit.put(records.STATION, key, {"note": words}))


def test_a_transaction_is_told_after_it_is_kept(desk: Desk) -> None:
    told: list[tuple[Changed, str | None]] = []
    desk.news.listen(lambda news: told.append((news, stations(desk)[1])))
    no = note(desk, 1, "atap bocor")
    assert [(news.flags, dict(news.records), words) for news, words in told] == [
        (frozenset({"station", "saved"}), {no: records.STATION.no}, "atap bocor")]


def test_an_exception_leaves_nothing_and_tells_nothing(desk: Desk) -> None:
    told: list[Changed] = []
    desk.news.listen(told.append)
    before, digest = len(arrivals(desk)), checking.whole_digest(desk)

    def fails(unit: Any) -> None:
        unit.put(records.STATION, (EVENT, VILLAGE, 1), {"note": "x"})
        unit.finish()
        raise errors.Refused("tidak jadi")

    with pytest.raises(errors.Refused, match="tidak jadi"):
        transact(desk, "uji", fails)
    assert (len(arrivals(desk)), checking.whole_digest(desk), told) == (before, digest, [])
    assert stations(desk)[1] is None
    note(desk, 1, "sesudahnya")
    assert progress.finish(checking.check(desk)).faults == ()


def test_what_writes_nothing_is_no_transaction(desk: Desk) -> None:
    note(desk, 1, "atap bocor")
    told: list[Changed] = []
    desk.news.listen(told.append)
    before = len(arrivals(desk))
    note(desk, 1, "atap bocor")
    assert len(arrivals(desk)) == before
    assert told == []


def test_an_arrival_says_who_when_and_what(desk: Desk) -> None:
    note(desk, 1, "x")
    last = arrivals(desk)[-1]
    assert (last.at, last.kind, last.actor, last.label) == (desk.now(), "edit", 1, "uji")


def test_work_runs_on_the_writer_thread_and_may_write_again_there(desk: Desk) -> None:
    threads: list[int] = []

    def outer(unit: Any) -> None:
        threads.append(threading.get_ident())

    transact(desk, "uji", outer)
    desk.on_writer(lambda: transact(desk, "uji", outer))
    assert len(set(threads)) == 1
    assert threads[0] != threading.get_ident()


def test_many_threads_write_one_after_the_other(desk: Desk) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: note(desk, 1 + number % 3, f"catatan {number}"), range(60)))
    assert len(arrivals(desk)) == 2 + 60
    assert progress.finish(checking.check(desk)).faults == ()


def test_an_import_of_many_says_look_at_all(desk: Desk) -> None:
    told: list[Changed] = []
    desk.news.listen(told.append)
    rows = [((EVENT, VILLAGE, number), {"dpt_male": 1}) for number in range(1, MANY + 2)]
    transact(desk, "uji", lambda unit: unit.put_many(records.STATION, rows))
    assert told[0].records == {}
    assert "station" in told[0].flags


def test_who_stopped_listening_hears_nothing(desk: Desk) -> None:
    told: list[Changed] = []
    desk.news.listen(told.append)
    desk.news.stop(told.append)
    note(desk, 1, "x")
    assert told == []


def test_settings_are_read_again_after_they_were_written(desk: Desk) -> None:
    from desk_app.operations import change_settings, settings

    assert settings.get(desk, "paper") == "F4"
    change_settings.set_many(desk, {"paper": "A4"})
    assert settings.get(desk, "paper") == "A4"


def test_a_closed_office_takes_nothing(desk: Desk) -> None:
    desk.close()
    with pytest.raises(RuntimeError):
        note(desk, 1, "x")
    desk.close()


def test_verbs_together_are_one_transaction_and_one_undo(wajo: Desk) -> None:
    def work() -> list[int]:
        return [issues.new_issue(wajo, f"Masalah {number}") for number in range(3)]

    before = len(arrivals(wajo))
    numbers = together(wajo, "x", work)
    assert len(arrivals(wajo)) == before + 1
    assert [issue_detail.issue(wajo, no).row.number for no in numbers] == ["WAJ-0001", "WAJ-0002", "WAJ-0003"]
    history.undo(wajo)
    assert issue_register.issue_rows(wajo) == []


def test_together_within_together_is_still_one(wajo: Desk) -> None:
    """A register's row may go through a verb that itself does several things together."""
    def work() -> None:
        together(wajo, "y", lambda: issues.new_issue(wajo, "Satu"))
        issues.new_issue(wajo, "Dua")

    before = len(arrivals(wajo))
    together(wajo, "x", work)
    assert (len(arrivals(wajo)), wajo.joined) == (before + 1, None)
    history.undo(wajo)
    assert issue_register.issue_rows(wajo) == []


def test_what_one_of_them_refuses_leaves_nothing_of_all(wajo: Desk) -> None:
    def work() -> None:
        issues.new_issue(wajo, "Satu")
        issues.new_issue(wajo, " ")

    before = checking.whole_digest(wajo)
    with pytest.raises(errors.Refused):
        together(wajo, "x", work)
    assert checking.whole_digest(wajo) == before
    assert issue_detail.issue(wajo, issues.new_issue(wajo, "Dua")).row.number == "WAJ-0001"


def _marks(count: int) -> Any:
    """Long work: so many issues, one to a step."""

    def work(unit: Any) -> progress.Steps[list[int]]:
        made = []
        for at in range(count):
            yield progress.Progress(at, count, "")
            made.append(unit.create(records.ISSUE, {"event": EVENT, "title": f"Masalah {at}"}))
            unit.let_go()
        return made

    return work


def test_long_work_tells_its_steps_and_is_one_undo(desk: Desk) -> None:
    told: list[int] = []
    made = progress.finish(in_steps(desk, "Banyak", _marks(5)), lambda step: told.append(step.done))
    assert told == [0, 1, 2, 3, 4]
    assert len(made) == len(issue_register.issue_rows(desk)) == 5
    history.undo(desk)
    assert not issue_register.issue_rows(desk)
    assert not progress.finish(checking.check(desk)).faults


def test_long_work_that_is_stopped_leaves_nothing_and_others_write_on(desk: Desk) -> None:
    steps = in_steps(desk, "Banyak", _marks(100_000))
    for _step in range(3):
        next(steps)
    steps.close()
    assert not issue_register.issue_rows(desk)
    assert history.next_undo(desk) is None or history.next_undo(desk).label != "Banyak"  # type: ignore[union-attr]
    issues.new_issue(desk, "Sesudahnya")
    assert [row.title for row in issue_register.issue_rows(desk)] == ["Sesudahnya"]


def test_long_work_joins_what_runs(desk: Desk) -> None:
    before = len(_arrivals(desk))
    together(desk, "Bersama", lambda: [progress.finish(in_steps(desk, "Banyak", _marks(2))) for _time in range(2)])
    assert len(issue_register.issue_rows(desk)) == 4
    assert len(_arrivals(desk)) == before + 1


def test_what_long_work_refuses_comes_out_and_leaves_nothing(desk: Desk) -> None:
    def work(unit: Any) -> progress.Steps[None]:
        unit.create(records.ISSUE, {"event": EVENT, "title": "Hilang lagi"})
        yield progress.Progress(0, 1, "")
        raise errors.Refused("tidak")

    with pytest.raises(errors.Refused, match="tidak"):
        progress.finish(in_steps(desk, "Banyak", work))
    assert not issue_register.issue_rows(desk)


def _arrivals(desk: Desk) -> list[int]:
    with desk.reading() as connection:
        return list(connection.execute(select(schema.arrival.c.no)).scalars())
