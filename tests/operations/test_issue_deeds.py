# SPDX-License-Identifier: Apache-2.0
"""The verbs of a desk: each one follow-up and one state, together or not at all."""


import pytest

from desk_app.domain import errors
from desk_app.domain.issues import State, Verb
from desk_app.operations import accounts, history, issue_deeds, issue_detail, issue_register, issues
from desk_app.operations.desk import Desk
from tests.operators import at_the_keyboard
from tests.regency_offices import MADDUKELLENG, tps
from tests.small_offices import NOW

STATION = tps(MADDUKELLENG, 5)


def test_the_way_of_an_issue(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Tinta kurang", STATION)
    issue_deeds.give_advice(wajo, no, "Minta tambahan kepada KPU")
    issue_deeds.convey(wajo, no, "KPU", "surat")
    issue_deeds.follow_up(wajo, no, "Dua botol dikirim", by="Kasubbag Logistik", at=NOW - 60)
    issue_deeds.close_issue(wajo, no, "Lengkap pukul 14.00")
    found = issue_detail.issue(wajo, no)
    assert (found.advice, found.row.addressee, found.conveyed_by) == ("Minta tambahan kepada KPU", "KPU", "surat")
    assert (found.row.state, found.closed_at, found.outcome) == (State.DONE, NOW, "Lengkap pukul 14.00")
    assert [(one.verb, one.by) for one in found.thread] == [
        ("catat_tindak_lanjut", "Kasubbag Logistik"), ("beri_saran", "Andi"), ("sampaikan", "Andi"), ("tutup", "Andi"),
    ]
    assert found.thread[2].text == "Disampaikan kepada KPU (surat)."
    assert {one.recorded_by for one in found.thread} == {"Andi"}
    assert found.verbs == (Verb.FOLLOW_UP, Verb.REOPEN)
    issue_deeds.reopen(wajo, no, "Kurang lagi")
    again = issue_detail.issue(wajo, no)
    assert (again.row.state, again.closed_at) == (State.FOLLOWED_UP, 0)


@pytest.mark.parametrize(("verb", "state", "addressee"), [
    (Verb.FORWARD, State.FORWARDED, "Desk Provinsi"),
    (Verb.TELL_SUPERVISOR, State.TOLD_SUPERVISOR, "Bawaslu"),
    (Verb.POSTPONE, State.POSTPONED, ""),
    (Verb.VERIFY, State.VERIFIED, ""),
])
def test_the_other_verbs(wajo: Desk, verb: Verb, state: State, addressee: str) -> None:
    no = issues.new_issue(wajo, "Dugaan kampanye di masa tenang", STATION, category="NET")
    issue_deeds.act(wajo, no, verb)
    row = issue_detail.issue(wajo, no).row
    assert (row.state, row.addressee, row.followed_up, row.alleged) == (state, addressee, 1, True)


def test_a_verb_that_lacks_its_words_writes_nothing(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Padam", STATION)
    for refused in (
        lambda: issue_deeds.give_advice(wajo, no, " "),
        lambda: issue_deeds.follow_up(wajo, no, ""),
        lambda: issue_deeds.convey(wajo, no, ""),
        lambda: issue_deeds.close_issue(wajo, no, "", State.UNFOUNDED),
        lambda: issue_deeds.reopen(wajo, no, "alasan"),
    ):
        with pytest.raises(errors.Refused):
            refused()
    assert issue_detail.issue(wajo, no).thread == ()
    assert issue_detail.issue(wajo, no).row.state is State.NEW


def test_a_verb_is_undone_as_one(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Padam", STATION)
    issue_deeds.convey(wajo, no, "PLN", "telepon")
    history.undo(wajo)
    found = issue_detail.issue(wajo, no)
    assert (found.row.state, found.row.addressee, found.thread) == (State.NEW, "", ())


def test_closing_as_out_of_scope_takes_a_reason(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Sengketa tanah", STATION)
    issue_deeds.close_issue(wajo, no, "urusan pengadilan", State.OUT_OF_SCOPE)
    assert issue_detail.issue(wajo, no).row.state is State.OUT_OF_SCOPE


def test_passed_on_to_the_province_it_is_followed_here_and_the_answer_brings_it_back(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Logistik tertahan di pelabuhan", STATION)
    assert issue_detail.issue(wajo, no).row.ours
    issue_deeds.act(wajo, no, Verb.FORWARD, "Mohon dikoordinasikan")
    found = issue_detail.issue(wajo, no)
    assert (found.row.ours, found.row.handled_by, found.verbs) == (False, "provinsi", (Verb.FOLLOW_UP, Verb.ANSWER))
    assert issue_register.issue_rows(wajo, issue_register.IssueFilter(hands="kabupaten")) == []
    with pytest.raises(errors.NotPermitted, match="Provinsi"):
        issue_deeds.close_issue(wajo, no, "x")
    issue_deeds.follow_up(wajo, no, "Kapal belum berangkat")
    assert issue_detail.issue(wajo, no).row.state is State.FORWARDED
    with pytest.raises(errors.Refused, match="jawaban"):
        issue_deeds.act(wajo, no, Verb.ANSWER, " ")
    issue_deeds.act(wajo, no, Verb.ANSWER, "Provinsi mengirim kapal")
    found = issue_detail.issue(wajo, no)
    assert (found.row.ours, found.row.state) == (True, State.FOLLOWED_UP)
    issue_deeds.close_issue(wajo, no, "Tiba")


def test_roles(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Kabar bohong", STATION)
    with at_the_keyboard(wajo, accounts.Role.OPERATOR):
        assert Verb.VERIFY not in issue_detail.issue(wajo, no).verbs
        with pytest.raises(errors.NotPermitted, match="verifikator"):
            issue_deeds.verify(wajo, no)
        with pytest.raises(errors.NotPermitted, match="Tidak terbukti"):
            issue_deeds.close_issue(wajo, no, "tidak benar", State.UNFOUNDED)
        issue_deeds.follow_up(wajo, no, "Ditelusuri")
        issue_deeds.close_issue(wajo, no, "beres")
        with pytest.raises(errors.NotPermitted):
            issue_deeds.reopen(wajo, no, "belum beres")
    with at_the_keyboard(wajo, accounts.Role.VERIFIER):
        issue_deeds.reopen(wajo, no, "belum beres")
        issue_deeds.close_issue(wajo, no, "tidak benar", State.UNFOUNDED)
        issue_deeds.verify(wajo, issues.new_issue(wajo, "Kabar lain", STATION))


def test_how_it_was_conveyed_stays_with_each_time(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Kotak basah", STATION)
    issue_deeds.convey(wajo, no, "KPU", "surat", letter_number="270/12", letter_date="2024-02-12")
    issue_deeds.convey(wajo, no, "BPBD", "WA", "Mohon perahu")
    found = issue_detail.issue(wajo, no)
    assert [(one.addressee, one.letter_number, one.letter_date) for one in found.thread] == [
        ("KPU", "270/12", "2024-02-12"), ("BPBD", "", ""),
    ]
    assert (found.row.addressee, found.conveyed_by, found.letter_number) == ("BPBD", "WA", "")
    with pytest.raises(errors.Refused, match="bukan tanggal"):
        issue_deeds.convey(wajo, no, "KPU", "surat", letter_date="12 Februari")
    assert len(issue_detail.issue(wajo, no).thread) == 2
