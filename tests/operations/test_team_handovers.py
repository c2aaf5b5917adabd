# SPDX-License-Identifier: Apache-2.0
"""Hand-over of the posko: drafted from who sits there and what is open, kept, altered, and told in a chat."""

import pytest

from desk_app.domain import errors
from desk_app.operations import history, issue_deeds, issues, tasks, team_handovers, team_roster, teams
from desk_app.operations.desk import Desk
from tests.regency_offices import TEMPE
from tests.small_offices import NOW


def test_a_draft_names_who_is_there_who_comes_and_what_is_open(wajo: Desk) -> None:
    andi = teams.new_member(wajo, "Staf Posko", person="Andi")
    team_roster.new_shift(wajo, "2024-02-12", 23 * 60, 7 * 60, person="Malam")
    [now] = team_roster.new_shift(wajo, "2024-02-13", 7 * 60, 15 * 60, member=andi)
    [next_] = team_roster.new_shift(wajo, "2024-02-13", 15 * 60, 23 * 60, person="Ani")
    issues.new_issue(wajo, "Kotak basah", TEMPE)
    closed = issues.new_issue(wajo, "Sudah beres", TEMPE)
    issue_deeds.close_issue(wajo, closed, "beres")
    secret = issues.new_issue(wajo, "Nama pelapor", TEMPE)
    issues.edit_issue(wajo, secret, confidential=True)
    tasks.new_task(wajo, "Cek genset", office="PLN", due="2024-02-14")
    draft = team_handovers.draft(wajo)
    assert (draft.from_shift, draft.to_shift) == (now, next_)
    lines = draft.matters.splitlines()
    assert len(lines) == 3
    assert any("Kotak basah" in line and line.startswith("- ") for line in lines)
    assert "Nama pelapor" not in draft.matters
    assert "(dirahasiakan)" in draft.matters
    assert lines[-1] == "- Cek genset · PLN · batas waktu 14-02-2024"


def test_the_shift_that_ended_hands_over_unless_it_is_long_ago(wajo: Desk) -> None:
    team_roster.new_shift(wajo, "2024-02-10", 7 * 60, 15 * 60, person="Dulu")
    assert team_handovers.draft(wajo) == team_handovers.Draft(0, 0, "")
    [ended] = team_roster.new_shift(wajo, "2024-02-12", 23 * 60, 7 * 60, person="Malam")
    [far] = team_roster.new_shift(wajo, "2024-02-14", 7 * 60, 15 * 60, person="Besok")
    draft = team_handovers.draft(wajo)
    assert (draft.from_shift, draft.to_shift) == (ended, far)


def test_a_note_is_kept_and_altered_and_comes_back(wajo: Desk) -> None:
    [one] = team_roster.new_shift(wajo, "2024-02-13", 7 * 60, 15 * 60, person="Ani")
    no = team_handovers.new_handover(wajo, "Kunci di laci", from_shift=one, matters="- genset")
    [note] = team_handovers.handovers(wajo)
    assert (note.no, note.at, note.handing, note.taking) == (no, NOW, "Ani (07.00–15.00)", "")
    assert team_handovers.edit_handover(wajo, no, text="Kunci di meja")
    assert team_handovers.text_of(wajo, team_handovers.handovers(wajo)[0]) == (
        "*Serah terima piket 13-02-2024 13.00*\nAni (07.00–15.00) → …\nKunci di meja\n*Belum selesai:*\n- genset\n"
    )
    team_handovers.delete_handover(wajo, no)
    assert team_handovers.handovers(wajo) == []
    history.undo(wajo)
    team_roster.delete_shift(wajo, one)
    assert team_handovers.handovers(wajo)[0].handing == ""


def test_the_newest_stands_first_and_an_empty_one_is_refused(wajo: Desk) -> None:
    team_handovers.new_handover(wajo, "dua", at=NOW)
    team_handovers.new_handover(wajo, "satu", at=NOW - 60)
    assert [one.text for one in team_handovers.handovers(wajo)] == ["dua", "satu"]
    assert len(team_handovers.handovers(wajo, 1)) == 1
    with pytest.raises(errors.Refused, match="diserahkan"):
        team_handovers.new_handover(wajo, " ", matters="\n")
    with pytest.raises(ValueError, match="place"):
        team_handovers.edit_handover(wajo, 1, place="73")


def test_many_matters_are_cut_and_counted(wajo: Desk) -> None:
    for number in range(team_handovers.MOST_MATTERS + 3):
        tasks.new_task(wajo, f"Tugas {number}")
    lines = team_handovers.open_matters(wajo).splitlines()
    assert len(lines) == team_handovers.MOST_MATTERS + 1
    assert lines[-1] == "- … (+3)"


def test_a_task_about_an_issue_in_confidence_keeps_its_words(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Nama orang", confidential=True)
    tasks.new_task(wajo, "Tanyai Kades", source_kind="issue", source=no, office="Kabag")
    tasks.new_task(wajo, "Pinjam perahu", office="Kabag")
    said = team_handovers.open_matters(wajo)
    assert "Tanyai" not in said
    assert "(dirahasiakan) · Kabag" in said
    assert "- Pinjam perahu · Kabag" in said
