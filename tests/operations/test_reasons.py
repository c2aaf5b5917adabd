# SPDX-License-Identifier: Apache-2.0
"""A reason lets a check pass for the numbers it was given for, travels, is undone, and stands in the daily report."""

from datetime import date
from pathlib import Path

import pytest

from desk_app.domain import errors
from desk_app.domain.readiness import Readiness
from desk_app.operations import answers, checklist_pages, disagreements, history, papers, printing, reasons, stations
from desk_app.operations.desk import Desk
from desk_app.reports import text
from tests import two_offices
from tests.regency_offices import TEMPE_VILLAGE, tps

ONE, TWO = tps(TEMPE_VILLAGE, 1), tps(TEMPE_VILLAGE, 2)
CHECK = "K-004.dpr@h-1"


def type_too_many(desk: Desk, subject: str = ONE) -> checklist_pages.PageFinding:
    answers.set_answer(desk, subject, "log.suara.dpr", "900")
    return checklist_pages.checklist_page(desk, subject, -1).findings[0]


def lines(desk: Desk, area: str = "") -> list[str]:
    return [one.line for one in reasons.given(desk, -1, area)]


def test_a_reason_counts_for_its_numbers_only(wajo: Desk) -> None:
    finding = type_too_many(wajo)
    assert (finding.code, finding.open) == (CHECK, True)
    assert lines(wajo) == []
    reasons.accept(wajo, ONE, CHECK, "salah kirim, dikembalikan", "PPS", phase=-1)
    [line] = lines(wajo)
    assert line.startswith("TPS 001 · ")
    assert line.endswith("selisih 480); alasan: salah kirim, dikembalikan, menurut PPS")
    assert lines(wajo, "73.13.07") == []
    assert reasons.given(wajo, 0) == []
    history.undo(wajo)
    assert lines(wajo) == []
    history.redo(wajo)
    assert len(lines(wajo)) == 1
    answers.set_answer(wajo, ONE, "log.suara.dpr", "901")
    assert lines(wajo) == []


def test_a_reason_is_withdrawn_and_given_again(wajo: Desk) -> None:
    type_too_many(wajo)
    with pytest.raises(errors.NotFound, match="belum ada alasan"):
        reasons.withdraw(wajo, ONE, CHECK)
    reasons.accept(wajo, ONE, CHECK, "salah kirim", "PPS", phase=-1)
    reasons.withdraw(wajo, ONE, CHECK)
    assert lines(wajo) == []
    assert checklist_pages.checklist_page(wajo, ONE, -1).findings[0].open
    with pytest.raises(errors.NotFound, match="belum ada alasan"):
        reasons.withdraw(wajo, ONE, CHECK)
    history.undo(wajo)
    assert len(lines(wajo)) == 1
    reasons.withdraw(wajo, ONE, CHECK)
    reasons.accept(wajo, ONE, CHECK, "dikembalikan", "KPU", phase=-1)
    assert lines(wajo)[0].endswith("alasan: dikembalikan, menurut KPU")


def test_a_reason_that_another_office_wrote_anew_stands_against_its_withdrawal(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        type_too_many(two.kabupaten)
        reasons.accept(two.kabupaten, ONE, CHECK, "salah kirim", phase=-1)
        two.carry(two.kabupaten, two.tempe)
        reasons.withdraw(two.kabupaten, ONE, CHECK)
        reasons.accept(two.tempe, ONE, CHECK, "sudah dihitung ulang", phase=-1)
        two.carry(two.tempe, two.kabupaten)
        assert [(one.kind, one.field) for one in disagreements.open_ones(two.kabupaten)] == [("reason", "")]


def test_whoever_is_at_the_keyboard_says_so_if_nobody_is_named(wajo: Desk) -> None:
    type_too_many(wajo)
    reasons.accept(wajo, ONE, CHECK, "memang begitu", phase=-1)
    assert reasons.given(wajo, -1)[0].finding.who == "Andi"


def test_the_daily_report_names_what_was_let_pass(wajo: Desk) -> None:
    type_too_many(wajo)
    reasons.accept(wajo, ONE, CHECK, "salah kirim", "PPS", phase=-1)
    made = printing.make(wajo, papers.Asked(day=date(2024, 2, 13)))
    said = text.render(made.document)
    assert "Isian yang diterima dengan alasan: TPS 001" in said
    assert "alasan: salah kirim, menurut PPS" in said


def test_a_tps_taken_off_the_list_holds_nothing_up(wajo: Desk) -> None:
    type_too_many(wajo)
    reasons.accept(wajo, ONE, CHECK, "salah kirim", phase=-1)
    type_too_many(wajo, TWO)
    reasons.accept(wajo, TWO, CHECK, "salah kirim", phase=-1)
    stations.delete_station(wajo, ONE)
    assert [one.subject for one in reasons.given(wajo, -1)] == [TWO]


def test_a_reason_travels_and_settles_the_place_there_too(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        page = checklist_pages.checklist_page(two.tempe, ONE, -1)
        needed = {one.code: str(one.needed or 1) if one.kind.value == "number" else "S" for one in page.items}
        given = needed | {"log.suara.dpr": "900"}
        answers.set_answers(two.tempe, [(ONE, code, value, None) for code, value in given.items()])
        two.carry(two.tempe, two.kabupaten)
        assert checklist_pages.checklist_page(two.kabupaten, ONE, -1).state is Readiness.INCOMPLETE
        reasons.accept(two.tempe, ONE, CHECK, "salah kirim", phase=-1)
        two.carry(two.tempe, two.kabupaten)
        assert checklist_pages.checklist_page(two.kabupaten, ONE, -1).state is Readiness.READY
