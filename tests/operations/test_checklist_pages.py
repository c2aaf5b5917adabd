# SPDX-License-Identifier: Apache-2.0
"""The page of one place: items with what is needed, what was said, by whom, and which issue came of it."""

import pytest

from desk_app.base import text
from desk_app.domain import errors
from desk_app.domain.answers import Mark, Verdict
from desk_app.domain.readiness import Readiness
from desk_app.operations import answers, checklist_pages, issue_deeds, issues
from desk_app.operations.checklist_pages import PageItem
from desk_app.operations.desk import Desk
from tests.regency_offices import BELAWA_VILLAGE, MADDUKELLENG, tps
from tests.small_offices import NOW

STATION = tps(MADDUKELLENG, 5)


def line(desk: Desk, code: str, subject: str = STATION) -> PageItem:
    page = checklist_pages.checklist_page(desk, subject)
    return next(item for item in page.items if item.code == code)


def test_an_empty_page_says_what_is_needed(wajo: Desk) -> None:
    page = checklist_pages.checklist_page(wajo, STATION)
    assert (page.phase, page.state, page.answered) == (-1, Readiness.NOT_YET, 0)
    assert page.title == "TPS 005 · Kel. Maddukelleng"
    assert [item.no for item in page.items] == list(range(1, len(page.items) + 1))
    ballots = line(wajo, "log.suara.ppwp")
    assert (ballots.needed, ballots.value, ballots.record, ballots.changed_by) == (293, None, 0, "")
    assert sum(section.total for section in page.sections) == page.required


def test_what_was_answered_is_judged_and_signed(wajo: Desk) -> None:
    answers.set_answer(wajo, STATION, "log.suara.ppwp", "285", note="satu dus basah")
    answers.set_answer(wajo, STATION, "log.hujan", "S")
    short = line(wajo, "log.suara.ppwp")
    assert (short.value, short.verdict, str(short.judgement)) == (285, Verdict.FAILED, "kurang 8")
    assert (short.note, short.changed_by, short.changed_at) == ("satu dus basah", "Andi", NOW)
    assert short.changed_office == wajo.identity.name
    good = line(wajo, "log.hujan")
    assert (good.value, good.verdict, good.judgement) == (Mark.DONE, Verdict.OK, None)
    page = checklist_pages.checklist_page(wajo, STATION)
    assert (page.answered, page.failed, page.state) == (2, 1, Readiness.PROBLEM)


def test_nothing_is_needed_while_the_voters_are_not_known(wajo: Desk) -> None:
    assert line(wajo, "log.suara.ppwp", tps(BELAWA_VILLAGE, 2)).needed is None


def test_the_issue_that_came_of_an_item_stands_beside_it(wajo: Desk) -> None:
    answers.set_answer(wajo, STATION, "log.tinta", "1")
    no = issues.issue_from_answer(wajo, STATION, "log.tinta", severity="tinggi")
    assert (line(wajo, "log.tinta").issue, line(wajo, "log.tinta").issue_number) == (no, "WAJ-0001")
    page = checklist_pages.checklist_page(wajo, STATION)
    assert (page.open_issues, page.severe) == (1, 1)
    issue_deeds.close_issue(wajo, no)
    assert line(wajo, "log.tinta").issue == 0


def test_another_phase_has_other_items(wajo: Desk) -> None:
    early = {item.code for item in checklist_pages.checklist_page(wajo, STATION, -7).items}
    late = {item.code for item in checklist_pages.checklist_page(wajo, STATION, 0).items}
    assert early
    assert late
    assert not early & late


def test_words_follow_the_language(wajo: Desk) -> None:
    assert line(wajo, "log.tinta").unit == "botol"
    text.use_language("en")
    try:
        ink = line(wajo, "log.tinta")
    finally:
        text.use_language("id")
    assert (ink.label, ink.unit) == ("Ink", "bottles")


def test_refusals(wajo: Desk) -> None:
    with pytest.raises(errors.NotFound):
        checklist_pages.checklist_page(wajo, tps(MADDUKELLENG, 99))
    with pytest.raises(errors.Refused, match="rekap"):
        checklist_pages.checklist_page(wajo, MADDUKELLENG)
