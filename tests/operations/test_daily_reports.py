# SPDX-License-Identifier: Apache-2.0
"""The report of a day: written, finished, sent, or nihil in one click; and what came in from below."""

from datetime import date, timedelta

import pytest

from desk_app.data import report_list
from desk_app.domain import errors, records
from desk_app.operations import daily_reports, history, issues
from desk_app.operations.daily_reports import Received
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests.regency_offices import BELAWA, TEMPE
from tests.small_offices import EVENT, NOW

TODAY = date(2024, 2, 13)


def test_nothing_written_yet(wajo: Desk) -> None:
    found = daily_reports.report(wajo)
    assert (found.day, found.day_words, found.sequence, found.record) == (TODAY, "H-1", 1, 0)
    assert not found.finished


def test_written_finished_sent(wajo: Desk) -> None:
    daily_reports.write_report(wajo, situation="Aman", number="300/12")
    daily_reports.finish_report(wajo)
    daily_reports.mark_sent(wajo, "flashdisk")
    found = daily_reports.report(wajo)
    assert (found.situation, found.number, found.finished_at, found.sent_by) == ("Aman", "300/12", NOW, "flashdisk")
    daily_reports.reopen_report(wajo)
    assert not daily_reports.report(wajo).finished


def test_the_running_number_counts_the_days_before(wajo: Desk) -> None:
    daily_reports.report_nihil(wajo, TODAY - timedelta(days=2))
    daily_reports.write_report(wajo, TODAY - timedelta(days=1), situation="Hujan")
    assert daily_reports.report(wajo).sequence == 3
    found = daily_reports.last_reports(wajo)
    assert [(one.sequence, one.nihil) for one in found] == [(2, False), (1, True)]
    assert [one.sequence for one in daily_reports.last_reports(wajo, 1)] == [2]


def test_a_number_once_given_stays(wajo: Desk) -> None:
    yesterday = TODAY - timedelta(days=1)
    daily_reports.finish_report(wajo)
    daily_reports.report_nihil(wajo, yesterday)
    assert (daily_reports.report(wajo).sequence, daily_reports.report(wajo, yesterday).sequence) == (1, 2)
    assert [one.sequence for one in daily_reports.last_reports(wajo)] == [1, 2]
    daily_reports.reopen_report(wajo)
    assert daily_reports.report(wajo).sequence == 1
    assert daily_reports.report(wajo, TODAY + timedelta(days=1)).sequence == 3


def test_reports_finished_before_numbers_were_kept_get_theirs_with_the_next_one(wajo: Desk) -> None:
    old = (EVENT, wajo.identity.place, TODAY.isoformat())
    transact(wajo, "Laporan", lambda unit: unit.put(records.DAILY_REPORT, old, {"finished_at": NOW}))
    assert daily_reports.report(wajo).sequence == 1
    daily_reports.finish_report(wajo, TODAY - timedelta(days=1))
    assert daily_reports.report(wajo).sequence == 1
    assert daily_reports.report(wajo, TODAY - timedelta(days=1)).sequence == 2


def test_a_place_below_numbers_its_reports_itself(wajo: Desk) -> None:
    daily_reports.note_received(wajo, TEMPE, "WhatsApp")
    with wajo.reading() as connection:
        [held] = report_list.numbered(connection, EVENT, TEMPE)
    assert held.given == 0


def test_nihil_is_one_click_and_a_report(wajo: Desk) -> None:
    daily_reports.report_nihil(wajo)
    found = daily_reports.report(wajo)
    assert (found.nihil, found.finished) == (True, True)
    history.undo(wajo)
    assert not daily_reports.report(wajo).nihil


def test_words_end_nihil(wajo: Desk) -> None:
    daily_reports.report_nihil(wajo)
    daily_reports.write_report(wajo, situation="Ternyata hujan")
    assert not daily_reports.report(wajo).nihil


def test_a_day_with_issues_is_not_nihil(wajo: Desk) -> None:
    issues.new_issue(wajo, "Banjir", TEMPE)
    with pytest.raises(errors.Refused, match="1 permasalahan"):
        daily_reports.report_nihil(wajo)
    daily_reports.report_nihil(wajo, TODAY - timedelta(days=1))
    daily_reports.report_nihil(wajo, even_so=True)
    assert daily_reports.report(wajo).nihil


def test_what_came_in(wajo: Desk) -> None:
    daily_reports.note_received(wajo, TEMPE, "WhatsApp", nihil=True)
    daily_reports.note_received(wajo, BELAWA, "telepon", TODAY - timedelta(days=1))
    register = daily_reports.incoming(wajo, count=3)
    assert [one.words for one in register.days] == ["H-3", "H-2", "H-1"]
    rows = {row.place: row for row in register.rows}
    assert len(rows) == 14
    assert [mark.state for mark in rows[TEMPE].marks] == [Received.NOTHING, Received.NOTHING, Received.NIHIL]
    assert [mark.state for mark in rows[BELAWA].marks] == [Received.NOTHING, Received.REPORT, Received.NOTHING]
    assert rows[BELAWA].marks[1].by == "telepon"
    assert {row.place for row in daily_reports.silent(wajo)} == rows.keys() - {TEMPE, BELAWA}


def test_a_report_in_work_has_not_come_in(wajo: Desk) -> None:
    daily_reports.write_report(wajo, situation="Aman")
    daily_reports.note_received(wajo, TEMPE, "WhatsApp")
    assert daily_reports.incoming(wajo, count=1).rows[5].marks[0].state is Received.REPORT


def test_a_kecamatan_has_no_offices_below(desk: Desk) -> None:
    assert daily_reports.incoming(desk).rows == ()
    daily_reports.report_nihil(desk)
    assert daily_reports.report(desk).place == TEMPE


def test_a_report_of_another_area_is_not_ticked(wajo: Desk) -> None:
    with pytest.raises(errors.NotPermitted):
        daily_reports.note_received(wajo, "73.14.01", "WhatsApp")
