# SPDX-License-Identifier: Apache-2.0
"""Verbs of the editor without a window: what was typed becomes a step of the draft, or a refusal in words."""

import pytest

from desk_app.domain import errors
from desk_app.domain.checklists import ItemKind, Quantity, editing
from desk_app.domain.elections import EventKind
from desk_app.domain.places import Kind
from desk_app.operations import checklist_drafts, checklist_editing
from desk_app.operations.desk import Desk

CODE = "log.tinta"


def question(desk: Desk, code: str = CODE) -> editing.Question:
    known = checklist_drafts.draft(desk)
    assert known is not None
    return editing.find(known.outline, code)


def test_nothing_is_drafted_by_looking(wajo: Desk) -> None:
    shown = checklist_editing.editor(wajo)
    assert (shown.draft, shown.may_edit, shown.kind) == (None, True, EventKind.GENERAL)
    assert [day for day, _on in shown.calendar] == [-7, -3, -1, 0, 1]
    assert checklist_drafts.draft(wajo) is None


@pytest.mark.parametrize(
    ("name", "typed", "kept"),
    [
        ("label", " Tinta  sidik ", "Tinta sidik"), ("label_en", "", "Tinta"), ("kind", "text", ItemKind.TEXT),
        ("phases", (0, 1), (0, 1)), ("places", (Kind.PPS,), (Kind.PPS,)), ("required", False, False),
        ("choices", "Baik\n\n !Rusak \n", ("Baik", "!Rusak")), ("condition", "log.kotak.dpr  >0", "log.kotak.dpr > 0"),
        ("condition", " ", ""), ("unit", "kotak", "kotak"),
    ],
)  # fmt: skip
def test_what_is_typed_is_kept(wajo: Desk, name: str, typed: object, kept: object) -> None:
    checklist_editing.change_question(wajo, CODE, name, typed)
    assert getattr(question(wajo), name) == kept


def test_a_new_question_is_asked_when_most_of_its_section_is(wajo: Desk) -> None:
    code = checklist_editing.add_question(wajo, "log", "Genset siap")
    assert question(wajo, code).phases == (-1,)


def test_a_quantity_is_that_of_the_election_worked_on(wajo: Desk) -> None:
    checklist_editing.change_question(wajo, CODE, "quantity", "ceil(DPT / 100) ?")
    assert dict(question(wajo).quantities) == {
        EventKind.GENERAL: Quantity("ceil(DPT / 100)", True), EventKind.REGIONAL: Quantity("2", True)}
    assert checklist_editing.sample(wajo, question(wajo)) == 3
    checklist_editing.change_question(wajo, CODE, "quantity", "")
    assert EventKind.GENERAL not in dict(question(wajo).quantities)
    assert checklist_editing.sample(wajo, question(wajo)) is None


@pytest.mark.parametrize(
    ("name", "typed"),
    [("label", " "), ("label", "x" * 301), ("phases", ()), ("places", ()), ("quantity", "DPT +"), ("condition", "apa")],
)
def test_what_means_nothing_leaves_the_draft_as_it_was(wajo: Desk, name: str, typed: object) -> None:
    with pytest.raises(errors.Refused):
        checklist_editing.change_question(wajo, CODE, name, typed)
    known = checklist_drafts.draft(wajo)
    assert known is None or known.at == 0


def test_a_label_that_was_the_same_in_both_languages_stays_so(wajo: Desk) -> None:
    code = checklist_editing.add_question(wajo, "log", "Terpal")
    checklist_editing.change_question(wajo, code, "label", "Terpal besar")
    assert question(wajo, code).label_en == "Terpal besar"
    checklist_editing.change_question(wajo, code, "label_en", "Large sheet")
    checklist_editing.change_question(wajo, code, "label", "Terpal lebar")
    assert question(wajo, code).label_en == "Large sheet"


def test_sections_checks_and_phases(wajo: Desk) -> None:
    made = checklist_editing.add_chapter(wajo, "Kesehatan")
    code = made.outline.chapters[-1].code
    assert checklist_editing.add_question(wajo, code, "Ambulans") == f"{code}.ambulans"
    checklist_editing.rename_chapter(wajo, code, "Kesehatan petugas", "")
    checklist_editing.move_chapter(wajo, code, -1)
    checklist_editing.move_question(wajo, f"{code}.ambulans", -1)
    rule = checklist_editing.add_rule(wajo)
    checklist_editing.change_rule(wajo, rule, "check", "[org.kpps] >= 5")
    checklist_editing.change_rule(wajo, rule, "label", "Kurang KPPS")
    checklist_editing.change_rule(wajo, rule, "level", "alasan")
    with pytest.raises(errors.Refused):
        checklist_editing.change_rule(wajo, rule, "check", "[org.kpps]")
    assert checklist_editing.editor(wajo).faults == ()
    checklist_editing.remove_rule(wajo, rule)
    checklist_editing.remove_question(wajo, f"{code}.ambulans")
    made = checklist_editing.remove_chapter(wajo, code)
    assert made.outline.rules == checklist_editing.editor(wajo).versions[0].outline.rules
    assert checklist_editing.set_phases(wajo, "h-9; H , H+1").outline.phases == (-9, 0, 1)
    assert checklist_editing.editor(wajo).faults != ()
    assert checklist_editing.set_phases(wajo, "H-7,H-3,H-1,H,H+1").outline.phases == ()
    with pytest.raises(errors.Refused):
        checklist_editing.set_phases(wajo, "H-4000")


def test_a_kecamatan_edits_nothing(desk: Desk) -> None:
    with pytest.raises(errors.NotPermitted):
        checklist_editing.change_question(desk, CODE, "label", "x")
    assert not checklist_editing.editor(desk).may_edit
