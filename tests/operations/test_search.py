# SPDX-License-Identifier: Apache-2.0
"""Anything that is typed finds its TPS, issue, team, member, line or report, and where it opens."""

import pytest

from desk_app.operations import (
    activities,
    contacts,
    indicators,
    issue_register,
    issues,
    logbook,
    logistics,
    search,
    tasks,
    teams,
)
from desk_app.operations.desk import Desk
from desk_app.operations.search import Found, FoundKind
from desk_app.operations.targets import Page
from tests.regency_offices import MADDUKELLENG, TEMPE, tps


@pytest.fixture
def filled(wajo: Desk) -> Desk:
    issues.new_issue(wajo, "Banjir di jalan", tps(MADDUKELLENG, 5))
    team = teams.new_team(wajo, "VIII", [TEMPE])
    teams.new_member(wajo, "Kepala Dinas Kominfo", team=team, person="Dra. Sitti")
    logbook.add_line(wajo, "Genset dipinjam dari kodim")
    logistics.new_shipment(wajo, f"{TEMPE}/ppk", waybill="SJ/014/KPU/II/2024")
    activities.new_activity(wajo, "Rakor sentra Gakkumdu")
    tasks.new_task(wajo, "Pinjam perahu dan genset cadangan")
    contacts.new_contact(wajo, "Polres Wajo", person="Iptu Baso")
    indicators.new_indicator(wajo, "Perekaman KTP-el")
    return wajo


def first(desk: Desk, typed: str) -> Found:
    return search.search(desk, typed)[0]


@pytest.mark.parametrize(("typed", "kind", "page"), [
    ("maddu 5", FoundKind.STATION, Page.CHECKLIST),
    ("kecamatan tempe", FoundKind.PLACE, Page.STATIONS),
    ("gudang", FoundKind.PLACE, Page.CHECKLIST),
    ("waj-0001", FoundKind.ISSUE, Page.ISSUES),
    ("banjir", FoundKind.ISSUE, Page.ISSUES),
    ("tim viii", FoundKind.TEAM, Page.TEAMS),
    ("sitti", FoundKind.MEMBER, Page.TEAMS),
    ("kominfo", FoundKind.MEMBER, Page.TEAMS),
    ("genset kodim", FoundKind.LOG_LINE, Page.LOGBOOK),
    ("sj/014", FoundKind.SHIPMENT, Page.LOGISTICS),
    ("laporan harian", FoundKind.REPORT, Page.REPORTS),
    ("rakor sentra", FoundKind.ACTIVITY, Page.ACTIVITIES),
    ("pinjam genset", FoundKind.TASK, Page.ACTIVITIES),
    ("iptu", FoundKind.CONTACT, Page.ACTIVITIES),
    ("perekaman ktp", FoundKind.INDICATOR, Page.ACTIVITIES),
])
def test_found_first(filled: Desk, typed: str, kind: FoundKind, page: Page) -> None:
    assert (first(filled, typed).kind, first(filled, typed).target.page) == (kind, page)


def test_where_it_leads(filled: Desk) -> None:
    assert first(filled, "maddu 5").target.subject == tps(MADDUKELLENG, 5)
    assert first(filled, "waj-0001").target.record == issue_register.issue_rows(filled)[0].no
    assert first(filled, "tim 8").title == "Tim VIII"
    assert first(filled, "kecamatan tempe").target.chosen == {"area": TEMPE}


def test_a_line_that_became_deleted_is_not_found(filled: Desk) -> None:
    logbook.delete_line(filled, logbook.lines(filled)[0].no)
    assert search.search(filled, "genset kodim") == []


@pytest.mark.parametrize("typed", ["", "   ", "%", "_", "^", '"', "' OR 1=1", "AND", "NEAR(", "*"])
def test_odd_typing_finds_nothing_and_breaks_nothing(filled: Desk, typed: str) -> None:
    assert search.search(filled, typed) == []


def test_no_more_than_asked(filled: Desk) -> None:
    assert len(search.search(filled, "a", 7)) == 7
