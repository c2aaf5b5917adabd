# SPDX-License-Identifier: Apache-2.0
"""The draft of a checklist: kept through a closed office, stepped back and forth, gone when published."""

from pathlib import Path

import pytest

from desk_app.domain import errors
from desk_app.domain.checklists import editing
from desk_app.operations import checklist_drafts, checklist_versions, history, opening
from desk_app.operations.checklist_versions import Earlier
from desk_app.operations.desk import Desk
from tests import regency_offices
from tests.small_offices import PASSWORD


def change(desk: Desk, label: str) -> checklist_drafts.Draft:
    known = checklist_drafts.begin(desk)
    return checklist_drafts.keep(desk, editing.change_question(known.outline, "log.hujan", label=label), "Ubah butir")


def label(desk: Desk) -> str:
    known = checklist_drafts.draft(desk)
    assert known is not None
    return editing.find(known.outline, "log.hujan").label


def test_a_draft_outlives_the_window(tmp_path: Path) -> None:
    with regency_offices.make(tmp_path / "wajo") as desk:
        assert checklist_drafts.draft(desk) is None
        change(desk, "Kering")
        change(desk, "Kering dan aman")
    with opening.open_office(tmp_path / "wajo", PASSWORD) as desk:
        assert label(desk) == "Kering dan aman"
        assert checklist_versions.current(desk).version == 1


def test_steps_go_back_and_forth_and_a_new_one_forgets_what_was_taken_back(wajo: Desk) -> None:
    change(wajo, "a")
    known = change(wajo, "b")
    assert (known.undoes, known.redoes) == ("Ubah butir", "")
    assert checklist_drafts.step(wajo, -1).redoes == "Ubah butir"
    assert label(wajo) == "a"
    checklist_drafts.step(wajo, -1)
    assert checklist_drafts.step(wajo, -1).undoes == ""
    assert label(wajo) == "Logistik terlindung dari hujan"
    checklist_drafts.step(wajo, 1)
    change(wajo, "c")
    assert checklist_drafts.step(wajo, 1).redoes == ""
    assert label(wajo) == "c"


def test_equal_steps_are_one_and_old_ones_fall_off(wajo: Desk) -> None:
    change(wajo, "a")
    assert change(wajo, "a").at == 1
    for number in range(checklist_drafts.MOST_STEPS + 5):
        known = change(wajo, f"x{number}")
    assert len(known.steps) == checklist_drafts.MOST_STEPS


def test_published_it_is_a_draft_no_more(wajo: Desk) -> None:
    change(wajo, "Kering")
    assert checklist_drafts.publish(wajo, "kalimat baru", Earlier.STAY) == 2
    assert checklist_drafts.draft(wajo) is None
    assert checklist_versions.current(wajo).note == "kalimat baru"
    history.undo(wajo)
    assert checklist_versions.current(wajo).version == 1
    with pytest.raises(errors.NotFound):
        checklist_drafts.publish(wajo, "", Earlier.STAY)


def test_a_draft_that_cannot_be_published_stays(wajo: Desk) -> None:
    change(wajo, "")
    with pytest.raises(errors.Refused):
        checklist_drafts.publish(wajo, "", Earlier.STAY)
    assert label(wajo) == ""
    checklist_drafts.drop(wajo)
    assert checklist_drafts.draft(wajo) is None


def test_a_kecamatan_has_none(desk: Desk) -> None:
    with pytest.raises(errors.NotPermitted):
        checklist_drafts.begin(desk)
