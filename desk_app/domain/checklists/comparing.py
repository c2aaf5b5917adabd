# SPDX-License-Identifier: Apache-2.0
"""What two versions of a template differ in, question by question."""

from dataclasses import dataclass
from enum import StrEnum

from desk_app.domain.checklists import codes
from desk_app.domain.checklists.items import Outline, Question
from desk_app.domain.words import N_


class Part(StrEnum):
    """What of a question is another."""

    LABEL = "label"
    KIND = "kind"
    UNIT = "unit"
    PHASES = "phases"
    REQUIRED = "required"
    PLACES = "places"
    QUANTITY = "quantities"
    RACES = "per_race"
    CHOICES = "choices"
    CONDITION = "condition"


PART_LABELS: dict[Part, str] = {
    Part.LABEL: N_("pertanyaan"),
    Part.KIND: N_("cara menjawab"),
    Part.UNIT: N_("satuan"),
    Part.PHASES: N_("tahap"),
    Part.REQUIRED: N_("wajib atau tidak"),
    Part.PLACES: N_("tempat"),
    Part.QUANTITY: N_("jumlah yang perlu"),
    Part.RACES: N_("per jenis pemilihan"),
    Part.CHOICES: N_("pilihan"),
    Part.CONDITION: N_("syarat"),
}
_OTHER_QUESTION = frozenset((Part.LABEL, Part.KIND, Part.UNIT, Part.CHOICES))


@dataclass(frozen=True, slots=True)
class Altered:
    """A question that stands in both versions, and what of it is another."""

    before: Question
    after: Question
    parts: tuple[Part, ...]

    @property
    def asks_otherwise(self) -> bool:
        """Whether an old answer was one to another question."""
        return bool(_OTHER_QUESTION & set(self.parts))


@dataclass(frozen=True, slots=True)
class Differences:
    """Questions that are new, gone and altered; codes of items that are asked no longer; whether rules are others."""

    added: tuple[Question, ...]
    removed: tuple[Question, ...]
    altered: tuple[Altered, ...]
    dropped: tuple[str, ...]
    rules: int
    moved: bool

    @property
    def count(self) -> int:
        """How many differences there are to read."""
        return len(self.added) + len(self.removed) + len(self.altered) + self.rules + self.moved


def compare(before: Outline, after: Outline) -> Differences:
    """What `after` differs in from `before`."""
    old = {question.code: question for question in before.questions}
    new = {question.code: question for question in after.questions}
    altered = [
        Altered(old[code], new[code], parts)
        for code in old
        if code in new and (parts := tuple(part for part in Part if _differs(part, old[code], new[code])))
    ]
    asked = {code for question in after.questions for code in codes.of_question(question)}
    dropped = [code for question in before.questions for code in codes.of_question(question) if code not in asked]
    return Differences(
        added=tuple(new[code] for code in new if code not in old),
        removed=tuple(old[code] for code in old if code not in new),
        altered=tuple(altered),
        dropped=tuple(dropped),
        rules=len(set(before.rules) ^ set(after.rules)),
        moved=_order(before, new) != _order(after, old) or _headings(before) != _headings(after),
    )


def _differs(part: Part, before: Question, after: Question) -> bool:
    if part is Part.LABEL:
        return (before.label, before.label_en) != (after.label, after.label_en)
    return bool(getattr(before, part.value) != getattr(after, part.value))


def _order(outline: Outline, other: dict[str, Question]) -> list[tuple[str, str]]:
    return [
        (chapter.code, question.code)
        for chapter in outline.chapters
        for question in chapter.questions
        if question.code in other
    ]


def _headings(outline: Outline) -> tuple[object, ...]:
    named = [(chapter.code, chapter.label, chapter.label_en) for chapter in outline.chapters]
    return outline.label, outline.label_en, outline.phases, named
