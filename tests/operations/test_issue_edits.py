# SPDX-License-Identifier: Apache-2.0
"""Alterations in the thread: what was typed over is told, what a verb wrote is not told twice."""

from desk_app.operations import issue_deeds, issue_edits, issues
from desk_app.operations.accounts import Role
from desk_app.operations.desk import Desk
from tests.operators import at_the_keyboard
from tests.regency_offices import TEMPE_VILLAGE, tps
from tests.small_offices import NOW

STATION = tps(TEMPE_VILLAGE, 1)


def said(desk: Desk, no: int) -> list[str]:
    return [one.text for one in issue_edits.of_issue(desk, no)]


def test_what_was_typed_over_and_no_verb(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Banjir", STATION)
    assert said(wajo, no) == []
    wajo.now = lambda: NOW + 60
    issues.edit_issue(wajo, no, severity="tinggi", impact="x" * 300)
    wajo.now = lambda: NOW + 120
    issue_deeds.convey(wajo, no, "KPU", "surat")
    issue_deeds.close_issue(wajo, no, "Surut")
    [text] = said(wajo, no)
    assert "Dampak: (kosong) → xxx" in text
    assert "Tingkat: Sedang → Tinggi" in text
    assert len(text) < 300
    [edit] = issue_edits.of_issue(wajo, no)
    assert (edit.at, edit.by, edit.office) == (NOW + 60, "Andi", wajo.identity.name)


def test_nothing_of_what_is_not_for_these_eyes(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Amplop", STATION, category="UNG", confidential=True)
    wajo.now = lambda: NOW + 60
    issues.edit_issue(wajo, no, title="Amplop di rumah Kades")
    assert "Kades" in said(wajo, no)[0]
    with at_the_keyboard(wajo, Role.OPERATOR):
        assert said(wajo, no) == []
    issues.delete_issue(wajo, no)
    assert said(wajo, no) == []
