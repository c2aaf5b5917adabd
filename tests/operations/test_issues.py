# SPDX-License-Identifier: Apache-2.0
"""Writing issues down, altering them, and handing them on to a successor."""

from typing import Any

import pytest

from desk_app.domain import errors
from desk_app.domain.issues import Severity, State, Verb
from desk_app.operations import (
    answers,
    history,
    issue_deeds,
    issue_detail,
    issue_register,
    issues,
    stations,
    team_changes,
    teams,
    transact,
)
from desk_app.operations.accounts import Role
from desk_app.operations.desk import Desk
from tests.operators import at_the_keyboard
from tests.regency_offices import MADDUKELLENG, TEMPE_VILLAGE, tps
from tests.small_offices import NOW, station

STATION = tps(MADDUKELLENG, 5)


def test_one_line_is_enough(wajo: Desk) -> None:
    found = issue_detail.issue(wajo, issues.new_issue(wajo, "Pagar Kantor Camat roboh"))
    assert (found.row.number, found.row.place, found.row.state) == ("WAJ-0001", "73.13", State.NEW)
    assert (found.row.category, found.row.severity, found.row.reported_at) == ("LAI", Severity.MEDIUM, NOW)


def test_numbers_run_on_also_after_one_was_deleted(wajo: Desk) -> None:
    issues.new_issue(wajo, "satu")
    issues.delete_issue(wajo, issues.new_issue(wajo, "dua"))
    assert issue_detail.issue(wajo, issues.new_issue(wajo, "tiga")).row.number == "WAJ-0003"
    first = issue_register.issue_rows(wajo, order=issue_register.Order.NUMBER)[0]
    assert issue_register.issue_number(wajo, "waj-0001") == first.no
    with pytest.raises(errors.NotFound, match="WAJ-0002"):
        issue_register.issue_number(wajo, "WAJ-0002")


def test_words_of_severity_and_category_are_read(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Banjir", STATION, category="cua", severity="kritis")
    row = issue_detail.issue(wajo, no).row
    assert (row.category, row.severity) == ("CUA", Severity.URGENT)


@pytest.mark.parametrize(("title", "place", "more"), [
    ("   ", "", {}), ("x", "73.14", {}), ("x", "", {"category": "ZZZ"}), ("x", "", {"severity": "parah"}),
    ("x", "bukan tempat", {}), ("x" * 301, "", {}),
])
def test_refused_and_nothing_written(wajo: Desk, title: str, place: str, more: dict[str, Any]) -> None:
    with pytest.raises(errors.Refused):
        issues.new_issue(wajo, title, place, **more)
    assert issue_register.issue_rows(wajo) == []


def test_the_issue_of_a_failed_item_is_filled_in(wajo: Desk) -> None:
    answers.set_answer(wajo, STATION, "log.suara.ppwp", "285", note="satu dus basah")
    drafted = issues.draft_from_answer(wajo, STATION, "log.suara.ppwp")
    assert drafted["title"] == "Surat suara PPWP: kurang 8"
    assert drafted["description"] == "Surat suara PPWP: 285 dari 293 lembar. satu dus basah"
    assert (drafted["category"], drafted["stage"]) == ("LOG", "H-1")
    assert issue_register.issue_rows(wajo) == []
    no = issues.issue_from_answer(wajo, STATION, "log.suara.ppwp", severity="tinggi")
    found = issue_detail.issue(wajo, no)
    assert (found.row.title, found.item, found.item_label) == (
        "Surat suara PPWP: kurang 8", "log.suara.ppwp", "Surat suara PPWP",
    )
    with pytest.raises(errors.Refused, match="WAJ-0001"):
        issues.issue_from_answer(wajo, STATION, "log.suara.ppwp")


def test_an_item_without_answer_gives_its_own_words(wajo: Desk) -> None:
    assert issues.draft_from_answer(wajo, STATION, "log.tinta")["title"] == "Tinta"


def test_edited(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Padam", STATION)
    assert issues.edit_issue(wajo, no, impact="gelap", confidential=True)
    assert not issues.edit_issue(wajo, no, impact="gelap")
    assert (issue_detail.issue(wajo, no).impact, issue_detail.issue(wajo, no).row.confidential) == ("gelap", True)
    with pytest.raises(errors.Refused):
        issues.edit_issue(wajo, no, title=" ")
    with pytest.raises(ValueError, match="state"):
        issues.edit_issue(wajo, no, state="selesai")


def test_a_severe_one_makes_its_place_a_problem(wajo: Desk) -> None:
    subject = tps(TEMPE_VILLAGE, 1)
    no = issues.new_issue(wajo, "Banjir", subject, severity="tinggi")
    assert stations.station(wajo, subject).row.state == "masalah"
    issue_deeds.close_issue(wajo, no)
    assert stations.station(wajo, subject).row.state == "belum"


def test_a_kecamatan_keeps_to_its_area(desk: Desk) -> None:
    assert issue_detail.issue(desk, issues.new_issue(desk, "Banjir", station(1))).row.number == "TEM06-0001"
    with pytest.raises(errors.NotPermitted):
        issues.new_issue(desk, "Banjir", "73.13")


def test_a_successor_takes_over_open_issues(wajo: Desk) -> None:
    old, new = (teams.new_member(wajo, office, "Anggota") for office in ("Kabag Lama", "Kabag Baru"))
    assert [office for no, office in issues.members(wajo) if no in (old, new)] == ["Kabag Lama", "Kabag Baru"]
    no, done = (issues.new_issue(wajo, title, STATION, pic=old) for title in ("satu", "dua"))
    issue_deeds.close_issue(wajo, done, "selesai")
    assert transact.transact(wajo, "Pengganti", lambda unit: issues.move_member(unit, old, new)) == [no]
    assert [issue_detail.issue(wajo, one).row.pic for one in (no, done)] == [new, old]
    assert issues.edit_issue(wajo, no, pic=None)
    assert issue_detail.issue(wajo, no).row.pic_label == ""


def test_an_issue_is_deleted_by_its_writer_and_reviewers_while_no_level_above_has_it(wajo: Desk) -> None:
    with at_the_keyboard(wajo, Role.OPERATOR, "Besse"):
        own, passed = (issues.new_issue(wajo, title, STATION) for title in ("satu", "dua"))
    with at_the_keyboard(wajo, Role.OPERATOR, "Cenning"):
        assert not issue_detail.issue(wajo, own).may_delete
        with pytest.raises(errors.NotPermitted, match="pencatatnya"):
            issues.delete_issue(wajo, own)
    with at_the_keyboard(wajo, Role.OPERATOR, "Besse"):
        assert issue_detail.issue(wajo, own).may_delete
        issues.delete_issue(wajo, own)
        issue_deeds.act(wajo, passed, Verb.FORWARD)
        with pytest.raises(errors.NotPermitted, match="ditangani Provinsi"):
            issues.delete_issue(wajo, passed)
    assert not issue_detail.issue(wajo, passed).may_delete
    issue_deeds.act(wajo, passed, Verb.ANSWER, "Kapal dikirim")
    issues.delete_issue(wajo, passed)


def test_replacing_a_member_moves_his_open_issues(wajo: Desk) -> None:
    old = teams.new_member(wajo, "Kabag Lama", "Anggota")
    no = issues.new_issue(wajo, "satu", STATION, pic=old)
    made = team_changes.replace_member(wajo, old, office="Kabag Baru")
    assert issue_detail.issue(wajo, no).row.pic == made.new
    assert old not in [member for member, _name in issues.members(wajo)]
    history.undo(wajo)
    assert issue_detail.issue(wajo, no).row.pic == old
