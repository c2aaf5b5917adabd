# SPDX-License-Identifier: Apache-2.0
"""Many issues at once: one transaction, one undo; those that refuse are named and hold up no others."""

import pytest

from desk_app.domain import errors
from desk_app.domain.issues import Severity, State, Verb
from desk_app.operations import history, issue_batches, issue_deeds, issue_detail, issue_register, issues, teams
from desk_app.operations.desk import Desk
from desk_app.operations.issue_batches import Deed
from tests.regency_offices import TEMPE_VILLAGE, tps


@pytest.fixture
def three(wajo: Desk) -> list[int]:
    """Three issues, the second of them closed."""
    made = [issues.new_issue(wajo, f"Masalah {number}", tps(TEMPE_VILLAGE, number)) for number in (1, 2, 3)]
    issue_deeds.close_issue(wajo, made[1], "Selesai")
    return made


def state(desk: Desk, no: int) -> State:
    return issue_detail.issue(desk, no).row.state


def test_conveyed_together_and_the_closed_one_is_named(wajo: Desk, three: list[int]) -> None:
    outcome = issue_batches.act(wajo, [*three, three[0]], Deed(Verb.CONVEY, addressee="KPU", means="WA"))
    assert outcome.done == (three[0], three[2])
    assert [(one.no, one.number) for one in outcome.refused] == [(three[1], "WAJ-0002")]
    assert "Selesai" in outcome.refused[0].why
    assert [state(wajo, no) for no in three] == [State.CONVEYED, State.DONE, State.CONVEYED]
    history.undo(wajo)
    assert [state(wajo, no) for no in three] == [State.NEW, State.DONE, State.NEW]
    assert issue_detail.issue(wajo, three[0]).thread == ()


def test_what_is_too_long_is_refused_before_anything_of_it_is_written(wajo: Desk, three: list[int]) -> None:
    outcome = issue_batches.act(wajo, three, Deed(Verb.CONVEY, "x" * 10_001, addressee="KPU"))
    assert (outcome.done, len(outcome.refused)) == ((), 3)
    assert issue_detail.issue(wajo, three[0]).row.addressee == ""


def test_closed_together_wants_the_same_reasons(wajo: Desk, three: list[int]) -> None:
    outcome = issue_batches.act(wajo, three, Deed(Verb.CLOSE, ending=State.UNFOUNDED))
    assert outcome.done == ()
    outcome = issue_batches.act(wajo, three, Deed(Verb.CLOSE, "Tidak ada apa-apa", ending=State.UNFOUNDED))
    assert outcome.done == (three[0], three[2])


def test_category_severity_and_who_is_responsible(wajo: Desk, three: list[int]) -> None:
    member = teams.new_member(wajo, "Kabag Pemerintahan", "Anggota")
    outcome = issue_batches.edit(wajo, three, category="log", severity="kritis", pic=member)
    assert outcome.done == tuple(three)
    rows = issue_register.issue_rows(wajo)
    assert {(row.category, row.severity, row.pic_label) for row in rows} == {
        ("LOG", Severity.URGENT, "Kabag Pemerintahan")
    }
    again = issue_batches.edit(wajo, three, category="LOG")
    assert (again.done, again.same) == ((), 3)
    history.undo(wajo)
    assert {row.category for row in issue_register.issue_rows(wajo)} == {"LAI"}


def test_what_is_deleted_or_wrong(wajo: Desk, three: list[int]) -> None:
    issues.delete_issue(wajo, three[2])
    outcome = issue_batches.edit(wajo, three, category="KAM")
    assert (len(outcome.done), [one.no for one in outcome.refused]) == (2, [three[2]])
    with pytest.raises(errors.Refused):
        issue_batches.edit(wajo, three, category="ZZZ")
    with pytest.raises(errors.Refused, match="Pilih"):
        issue_batches.edit(wajo, [], category="KAM")
    with pytest.raises(ValueError, match="title"):
        issue_batches.edit(wajo, three, title="x")
