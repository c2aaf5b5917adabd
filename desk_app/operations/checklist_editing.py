# SPDX-License-Identifier: Apache-2.0
"""The editor of the checklist: each verb is one step of the draft, refused in words where it means nothing."""

import collections
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from desk_app.domain import checklists, elections, errors, places, words
from desk_app.domain.checklists import ItemKind, Outline, Question, conditions, editing, rules
from desk_app.domain.elections import EventKind
from desk_app.operations import checklist_drafts, checklist_versions
from desk_app.operations import elections as events
from desk_app.operations.desk import Desk

N_ = words.N_

SAMPLE_DPT = 287


@dataclass(frozen=True, slots=True)
class Editor:
    """What the editor shows: the draft (None: nothing is being worked on), what is wrong with it, and the versions.

    `calendar`: the phases with their days; `kind`: the family of elections whose quantities are edited.
    """

    versions: tuple[checklist_versions.Version, ...]
    draft: checklist_drafts.Draft | None
    outline: Outline
    faults: tuple[checklists.faults.Fault, ...]
    calendar: tuple[tuple[int, date], ...]
    kind: EventKind
    may_edit: bool


def editor(desk: Desk) -> Editor:
    """What the editor shows now."""
    versions = tuple(checklist_versions.versions(desk))
    draft = checklist_drafts.draft(desk)
    outline = draft.outline if draft else versions[0].outline
    base = events.template_phases(desk)
    return Editor(
        versions,
        draft,
        outline,
        tuple(checklists.faults.of_outline(outline)) if draft else (),
        tuple(checklist_versions.calendar(desk, outline.phases or base)),
        events.working_event(desk).kind,
        checklist_versions.may_edit(desk),
    )


def add_chapter(desk: Desk, label: str) -> checklist_drafts.Draft:
    """A new section at the end. Raises Refused."""
    return _step(desk, N_("bagian baru"), lambda one: editing.add_chapter(one, _said(label)))


def rename_chapter(desk: Desk, code: str, label: str, label_en: str) -> checklist_drafts.Draft:
    """Another heading. Raises Refused."""
    said, english = _said(label), label_en.strip()
    return _step(desk, N_("judul bagian"), lambda one: editing.rename_chapter(one, code, said, english))


def remove_chapter(desk: Desk, code: str) -> checklist_drafts.Draft:
    """Take away a section with its questions."""
    return _step(desk, N_("hapus bagian"), lambda one: editing.remove_chapter(one, code))


def move_chapter(desk: Desk, code: str, by: int) -> checklist_drafts.Draft:
    """Move a section up or down."""
    return _step(desk, N_("pindahkan bagian"), lambda one: editing.move_chapter(one, code, by))


def add_question(desk: Desk, chapter: str, label: str) -> str:
    """A new question at the end of a section, asked when most of it is; returns its code. Raises Refused."""
    used = checklist_versions.used_codes(desk)
    phases: tuple[int, ...] = (editor(desk).calendar[-1][0],)
    held = collections.Counter(one.phases for one in _outline(desk).questions if one.code.startswith(f"{chapter}."))
    if held:
        phases = held.most_common(1)[0][0]
    made = _step(desk, N_("butir baru"), lambda one: editing.add_question(one, chapter, _said(label), phases, used))
    return next(one for one in made.outline.chapters if one.code == chapter).questions[-1].code


def change_question(desk: Desk, code: str, name: str, value: Any) -> checklist_drafts.Draft:
    """Another value of one question, as it was typed: `quantity` a formula, `choices` one a line. Raises Refused."""
    question = editing.find(_outline(desk), code)
    values: dict[str, Any] = {name: value}
    match name:
        case "quantity":
            values = {"quantities": _quantities(question, events.working_event(desk).kind, value)}
        case "choices":
            values = {"choices": tuple(line.strip() for line in value.splitlines() if line.strip())}
        case "condition":
            values = {"condition": str(conditions.parse(value)) if value.strip() else ""}
        case "phases" | "places":
            if not value:
                raise errors.Refused(N_("Pilih paling sedikit satu."))
            values = {name: tuple(value)}
        case "kind":
            values = {"kind": ItemKind(value)}
        case "label":
            said = _said(value)
            same = question.label_en in ("", question.label)
            values = {"label": said, "label_en": said if same else question.label_en}
        case "label_en":
            values = {"label_en": value.strip() or question.label}
    return _step(desk, N_("ubah butir"), lambda one: editing.change_question(one, code, **values))


def remove_question(desk: Desk, code: str) -> checklist_drafts.Draft:
    """Ask a question no longer."""
    return _step(desk, N_("hapus butir"), lambda one: editing.remove_question(one, code))


def move_question(desk: Desk, code: str, by: int) -> checklist_drafts.Draft:
    """Move a question up or down."""
    return _step(desk, N_("pindahkan butir"), lambda one: editing.move_question(one, code, by))


def add_rule(desk: Desk) -> str:
    """A new check with the next number, which it returns."""
    used = [rule.code for version in checklist_versions.versions(desk) for rule in version.outline.rules]
    return _step(desk, N_("aturan baru"), lambda one: editing.add_rule(one, used)).outline.rules[-1].code


def change_rule(desk: Desk, code: str, name: str, value: Any) -> checklist_drafts.Draft:
    """Another value of one check. Raises Refused."""
    values: dict[str, Any] = {name: value.strip() if isinstance(value, str) else value}
    if name == "check":
        rules.parse(value)
    if name == "level":
        values = {"level": rules.Level(value)}
    if name == "label":
        values = {"label": _said(value), "label_en": _said(value)}
    return _step(desk, N_("ubah aturan"), lambda one: editing.change_rule(one, code, **values))


def remove_rule(desk: Desk, code: str) -> checklist_drafts.Draft:
    """Check this no longer."""
    return _step(desk, N_("hapus aturan"), lambda one: editing.remove_rule(one, code))


def set_phases(desk: Desk, text: str) -> checklist_drafts.Draft:
    """Other phases, written as “H-7, H-3, H-1, H, H+1”; nothing: those of the election. Raises Refused."""
    typed = [elections.parse_phase(part) for part in text.replace(";", ",").split(",") if part.strip()]
    wrong = next((day for day in typed if not -400 <= day <= 60), None)
    if wrong is not None:
        raise errors.Refused(N_("Tahap {phase} terlalu jauh dari hari pemungutan."), phase=elections.day_words(wrong))
    phases = tuple(sorted(set(typed)))
    if phases == events.template_phases(desk):
        phases = ()
    return _step(desk, N_("ubah tahap"), lambda one: replace(one, phases=phases))


def sample(desk: Desk, question: Question) -> int | None:
    """How many a TPS of `SAMPLE_DPT` voters needs by the formula of a question."""
    chosen = events.working_event(desk)
    item = checklists.Item(
        question.code,
        question.label,
        question.label_en,
        "",
        quantities=question.quantities,
        race=chosen.races[0].code if question.per_race else "",
        places=(places.Kind.TPS,),
    )
    return checklists.required_quantity(item, chosen, SAMPLE_DPT)


def _quantities(question: Question, kind: EventKind, text: str) -> checklists.items.Quantities:
    held = dict(question.quantities)
    held.pop(kind, None)
    if text.strip():
        held[kind] = checklists.quantity(text)
    return tuple(sorted(held.items()))


def _step(desk: Desk, said: str, change: Callable[[Outline], Outline]) -> checklist_drafts.Draft:
    return checklist_drafts.keep(desk, change(_outline(desk)), said)


def _outline(desk: Desk) -> Outline:
    return checklist_drafts.begin(desk).outline


def _said(label: str) -> str:
    said = " ".join(label.split())
    if not said:
        raise errors.Refused(N_("Tulis kalimatnya."))
    if len(said) > 300 or not said.isprintable():
        raise errors.Refused(N_("Kalimat paling panjang {most} huruf."), most=300)
    return said
