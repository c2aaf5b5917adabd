# SPDX-License-Identifier: Apache-2.0
"""Writing issues down, and the verbs of a desk: each one follow-up and one state, together or not at all."""

from typing import Any

import pytest

from desk_app.domain import errors
from desk_app.domain.issues import Severity, State, Verb
from desk_app.operations import accounts, answers, history, issues, stations, team_changes, teams, transact
from desk_app.operations.desk import Desk
from tests.operators import at_the_keyboard
from tests.regency_offices import MADDUKELLENG, TEMPE_VILLAGE, tps
from tests.small_offices import NOW, station

STATION = tps(MADDUKELLENG, 5)


def test_one_line_is_enough(wajo: Desk) -> None:
    found = issues.issue(wajo, issues.new_issue(wajo, "Pagar Kantor Camat roboh"))
    assert (found.row.number, found.row.place, found.row.state) == ("WAJ-0001", "73.13", State.NEW)
    assert (found.row.category, found.row.severity, found.row.reported_at) == ("LAI", Severity.MEDIUM, NOW)


def test_numbers_run_on_also_after_one_was_deleted(wajo: Desk) -> None:
    issues.new_issue(wajo, "satu")
    issues.delete_issue(wajo, issues.new_issue(wajo, "dua"))
    assert issues.issue(wajo, issues.new_issue(wajo, "tiga")).row.number == "WAJ-0003"
    assert issues.issue_number(wajo, "waj-0001") == issues.issue_rows(wajo, order=issues.Order.NUMBER)[0].no
    with pytest.raises(errors.NotFound, match="WAJ-0002"):
        issues.issue_number(wajo, "WAJ-0002")


def test_words_of_severity_and_category_are_read(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Banjir", STATION, category="cua", severity="kritis")
    assert (issues.issue(wajo, no).row.category, issues.issue(wajo, no).row.severity) == ("CUA", Severity.URGENT)


@pytest.mark.parametrize(("title", "place", "more"), [
    ("   ", "", {}), ("x", "73.14", {}), ("x", "", {"category": "ZZZ"}), ("x", "", {"severity": "parah"}),
    ("x", "bukan tempat", {}), ("x" * 301, "", {}),
])
def test_refused_and_nothing_written(wajo: Desk, title: str, place: str, more: dict[str, Any]) -> None:
    with pytest.raises(errors.Refused):
        issues.new_issue(wajo, title, place, **more)
    assert issues.issue_rows(wajo) == []


def test_the_issue_of_a_failed_item_is_filled_in(wajo: Desk) -> None:
    answers.set_answer(wajo, STATION, "log.suara.ppwp", "285", note="satu dus basah")
    drafted = issues.draft_from_answer(wajo, STATION, "log.suara.ppwp")
    assert drafted["title"] == "Surat suara PPWP: kurang 8"
    assert drafted["description"] == "Surat suara PPWP: 285 dari 293 lembar. satu dus basah"
    assert (drafted["category"], drafted["stage"]) == ("LOG", "H-1")
    assert issues.issue_rows(wajo) == []
    no = issues.issue_from_answer(wajo, STATION, "log.suara.ppwp", severity="tinggi")
    found = issues.issue(wajo, no)
    assert (found.row.title, found.item, found.item_label) == (
        "Surat suara PPWP: kurang 8", "log.suara.ppwp", "Surat suara PPWP",
    )
    with pytest.raises(errors.Refused, match="WAJ-0001"):
        issues.issue_from_answer(wajo, STATION, "log.suara.ppwp")


def test_an_item_without_answer_gives_its_own_words(wajo: Desk) -> None:
    assert issues.draft_from_answer(wajo, STATION, "log.tinta")["title"] == "Tinta"


def test_the_way_of_an_issue(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Tinta kurang", STATION)
    issues.give_advice(wajo, no, "Minta tambahan kepada KPU")
    issues.convey(wajo, no, "KPU", "surat")
    issues.follow_up(wajo, no, "Dua botol dikirim", by="Kasubbag Logistik", at=NOW - 60)
    issues.close_issue(wajo, no, "Lengkap pukul 14.00")
    found = issues.issue(wajo, no)
    assert (found.advice, found.row.addressee, found.conveyed_by) == ("Minta tambahan kepada KPU", "KPU", "surat")
    assert (found.row.state, found.closed_at, found.outcome) == (State.DONE, NOW, "Lengkap pukul 14.00")
    assert [(one.verb, one.by) for one in found.thread] == [
        ("catat_tindak_lanjut", "Kasubbag Logistik"), ("beri_saran", "Andi"), ("sampaikan", "Andi"), ("tutup", "Andi"),
    ]
    assert found.thread[2].text == "Disampaikan kepada KPU (surat)."
    assert {one.recorded_by for one in found.thread} == {"Andi"}
    assert found.verbs == (Verb.FOLLOW_UP, Verb.REOPEN)
    issues.reopen(wajo, no, "Kurang lagi")
    again = issues.issue(wajo, no)
    assert (again.row.state, again.closed_at) == (State.FOLLOWED_UP, 0)


@pytest.mark.parametrize(("verb", "state", "addressee"), [
    (issues.forward_to_province, State.FORWARDED, "Desk Provinsi"),
    (issues.tell_supervisor, State.TOLD_SUPERVISOR, "Bawaslu"),
    (issues.postpone, State.POSTPONED, ""),
    (issues.verify, State.VERIFIED, ""),
])
def test_the_other_verbs(wajo: Desk, verb: Any, state: State, addressee: str) -> None:
    no = issues.new_issue(wajo, "Dugaan kampanye di masa tenang", STATION, category="NET")
    verb(wajo, no)
    row = issues.issue(wajo, no).row
    assert (row.state, row.addressee, row.followed_up, row.alleged) == (state, addressee, 1, True)


def test_a_verb_that_lacks_its_words_writes_nothing(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Padam", STATION)
    for refused in (
        lambda: issues.give_advice(wajo, no, " "),
        lambda: issues.follow_up(wajo, no, ""),
        lambda: issues.convey(wajo, no, ""),
        lambda: issues.close_issue(wajo, no, "", State.UNFOUNDED),
        lambda: issues.reopen(wajo, no, "alasan"),
    ):
        with pytest.raises(errors.Refused):
            refused()
    assert issues.issue(wajo, no).thread == ()
    assert issues.issue(wajo, no).row.state is State.NEW


def test_a_verb_is_undone_as_one(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Padam", STATION)
    issues.convey(wajo, no, "PLN", "telepon")
    history.undo(wajo)
    found = issues.issue(wajo, no)
    assert (found.row.state, found.row.addressee, found.thread) == (State.NEW, "", ())


def test_closing_as_out_of_scope_takes_a_reason(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Sengketa tanah", STATION)
    issues.close_issue(wajo, no, "urusan pengadilan", State.OUT_OF_SCOPE)
    assert issues.issue(wajo, no).row.state is State.OUT_OF_SCOPE


def test_edited(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Padam", STATION)
    assert issues.edit_issue(wajo, no, impact="gelap", confidential=True)
    assert not issues.edit_issue(wajo, no, impact="gelap")
    assert (issues.issue(wajo, no).impact, issues.issue(wajo, no).row.confidential) == ("gelap", True)
    with pytest.raises(errors.Refused):
        issues.edit_issue(wajo, no, title=" ")
    with pytest.raises(ValueError, match="state"):
        issues.edit_issue(wajo, no, state="selesai")


def test_a_severe_one_makes_its_place_a_problem(wajo: Desk) -> None:
    subject = tps(TEMPE_VILLAGE, 1)
    no = issues.new_issue(wajo, "Banjir", subject, severity="tinggi")
    assert stations.station(wajo, subject).row.state == "masalah"
    issues.close_issue(wajo, no)
    assert stations.station(wajo, subject).row.state == "belum"


def test_a_kecamatan_keeps_to_its_area(desk: Desk) -> None:
    assert issues.issue(desk, issues.new_issue(desk, "Banjir", station(1))).row.number == "TEM06-0001"
    with pytest.raises(errors.NotPermitted):
        issues.new_issue(desk, "Banjir", "73.13")


def test_passed_on_to_the_province_it_is_followed_here_and_the_answer_brings_it_back(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Logistik tertahan di pelabuhan", STATION)
    assert issues.issue(wajo, no).row.ours
    issues.forward_to_province(wajo, no, "Mohon dikoordinasikan")
    found = issues.issue(wajo, no)
    assert (found.row.ours, found.row.handled_by, found.verbs) == (False, "provinsi", (Verb.FOLLOW_UP, Verb.ANSWER))
    assert issues.issue_rows(wajo, issues.IssueFilter(hands="kabupaten")) == []
    with pytest.raises(errors.NotPermitted, match="Provinsi"):
        issues.close_issue(wajo, no, "x")
    issues.follow_up(wajo, no, "Kapal belum berangkat")
    assert issues.issue(wajo, no).row.state is State.FORWARDED
    with pytest.raises(errors.Refused, match="jawaban"):
        issues.answer_below(wajo, no, " ")
    issues.answer_below(wajo, no, "Provinsi mengirim kapal")
    found = issues.issue(wajo, no)
    assert (found.row.ours, found.row.state) == (True, State.FOLLOWED_UP)
    issues.close_issue(wajo, no, "Tiba")


def test_roles(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Kabar bohong", STATION)
    with at_the_keyboard(wajo, accounts.Role.OPERATOR):
        assert Verb.VERIFY not in issues.issue(wajo, no).verbs
        with pytest.raises(errors.NotPermitted, match="verifikator"):
            issues.verify(wajo, no)
        with pytest.raises(errors.NotPermitted, match="Tidak terbukti"):
            issues.close_issue(wajo, no, "tidak benar", State.UNFOUNDED)
        issues.follow_up(wajo, no, "Ditelusuri")
        issues.close_issue(wajo, no, "beres")
        with pytest.raises(errors.NotPermitted):
            issues.reopen(wajo, no, "belum beres")
    with at_the_keyboard(wajo, accounts.Role.VERIFIER):
        issues.reopen(wajo, no, "belum beres")
        issues.close_issue(wajo, no, "tidak benar", State.UNFOUNDED)
        issues.verify(wajo, issues.new_issue(wajo, "Kabar lain", STATION))


def test_how_it_was_conveyed_stays_with_each_time(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Kotak basah", STATION)
    issues.convey(wajo, no, "KPU", "surat", letter_number="270/12", letter_date="2024-02-12")
    issues.convey(wajo, no, "BPBD", "WA", "Mohon perahu")
    found = issues.issue(wajo, no)
    assert [(one.addressee, one.letter_number, one.letter_date) for one in found.thread] == [
        ("KPU", "270/12", "2024-02-12"), ("BPBD", "", ""),
    ]
    assert (found.row.addressee, found.conveyed_by, found.letter_number) == ("BPBD", "WA", "")
    with pytest.raises(errors.Refused, match="bukan tanggal"):
        issues.convey(wajo, no, "KPU", "surat", letter_date="12 Februari")
    assert len(issues.issue(wajo, no).thread) == 2


def test_a_successor_takes_over_open_issues(wajo: Desk) -> None:
    old, new = (teams.new_member(wajo, office, "Anggota") for office in ("Kabag Lama", "Kabag Baru"))
    assert [office for no, office in issues.members(wajo) if no in (old, new)] == ["Kabag Lama", "Kabag Baru"]
    no, done = (issues.new_issue(wajo, title, STATION, pic=old) for title in ("satu", "dua"))
    issues.close_issue(wajo, done, "selesai")
    assert transact.transact(wajo, "Pengganti", lambda unit: issues.move_member(unit, old, new)) == [no]
    assert [issues.issue(wajo, one).row.pic for one in (no, done)] == [new, old]
    assert issues.assign(wajo, no, None)
    assert issues.issue(wajo, no).row.pic_label == ""


def test_replacing_a_member_moves_his_open_issues(wajo: Desk) -> None:
    old = teams.new_member(wajo, "Kabag Lama", "Anggota")
    no = issues.new_issue(wajo, "satu", STATION, pic=old)
    made = team_changes.replace_member(wajo, old, office="Kabag Baru")
    assert issues.issue(wajo, no).row.pic == made.new
    assert old not in [member for member, _name in issues.members(wajo)]
    history.undo(wajo)
    assert issues.issue(wajo, no).row.pic == old
