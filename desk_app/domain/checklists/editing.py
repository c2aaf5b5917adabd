# SPDX-License-Identifier: Apache-2.0
"""Steps of the editor on a template, each giving the next template; a code once used is never given again."""

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any

from desk_app.domain import errors
from desk_app.domain.checklists import codes
from desk_app.domain.checklists.items import Chapter, Outline, Question
from desk_app.domain.checklists.rules import Level, Rule
from desk_app.domain.words import N_


def add_chapter(outline: Outline, label: str) -> Outline:
    """A new section at the end."""
    taken = {chapter.code for chapter in outline.chapters}
    stem = codes.new("", label, ()).lstrip(".")[:12].strip("_") or "bagian"
    code = next(name for number in range(1, 1000) if (name := stem if number == 1 else f"{stem}{number}") not in taken)
    return replace(outline, chapters=(*outline.chapters, Chapter(code, label, label)))


def add_question(outline: Outline, chapter: str, label: str, phases: tuple[int, ...], used: Collection[str]) -> Outline:
    """A new question at the end of a section; `used`: codes of all versions there ever were."""
    code = codes.new(chapter, label, {*used, *(question.code for question in outline.questions)})
    made = Question(code, label, label, phases, phases[0] if phases else 0)
    return _in_chapter(outline, chapter, lambda one: replace(one, questions=(*one.questions, made)))


def change_question(outline: Outline, code: str, **values: Any) -> Outline:
    """Other values of one question. The phase of the plain code stays what it is (`Question.home`)."""
    question = find(outline, code)
    made = replace(question, **values)
    return replace(outline, chapters=tuple(_with(chapter, question, made) for chapter in outline.chapters))


def remove_question(outline: Outline, code: str) -> Outline:
    """Ask a question no longer; what was answered stays."""
    gone = find(outline, code)
    return replace(
        outline,
        chapters=tuple(
            replace(chapter, questions=tuple(one for one in chapter.questions if one is not gone))
            for chapter in outline.chapters
        ),
    )


def move_question(outline: Outline, code: str, by: int) -> Outline:
    """Move a question up or down, at the edge of a section into the next one."""
    question = find(outline, code)
    at = next(place for place, chapter in enumerate(outline.chapters) if question in chapter.questions)
    here = list(outline.chapters[at].questions)
    place = here.index(question)
    if 0 <= place + by < len(here):
        here[place], here[place + by] = here[place + by], here[place]
        return _with_questions(outline, {at: here})
    beside = at + (1 if by > 0 else -1)
    if not 0 <= beside < len(outline.chapters):
        return outline
    here.remove(question)
    there = list(outline.chapters[beside].questions)
    there.insert(0 if by > 0 else len(there), question)
    return _with_questions(outline, {at: here, beside: there})


def rename_chapter(outline: Outline, code: str, label: str, label_en: str) -> Outline:
    """Another heading."""
    return _in_chapter(outline, code, lambda one: replace(one, label=label, label_en=label_en or label))


def remove_chapter(outline: Outline, code: str) -> Outline:
    """Take away a section with its questions."""
    return replace(outline, chapters=tuple(one for one in outline.chapters if one.code != code))


def move_chapter(outline: Outline, code: str, by: int) -> Outline:
    """Move a section up or down."""
    held = list(outline.chapters)
    at = next((place for place, chapter in enumerate(held) if chapter.code == code), None)
    if at is not None and 0 <= at + by < len(held):
        held[at], held[at + by] = held[at + by], held[at]
    return replace(outline, chapters=tuple(held))


def add_rule(outline: Outline, used: Collection[str] = ()) -> Outline:
    """A new check with the next number."""
    numbers = [int(code[2:5]) for code in (*used, *(rule.code for rule in outline.rules))]
    code = f"K-{max(numbers, default=0) + 1:03d}"
    return replace(outline, rules=(*outline.rules, Rule(code, Level.WARNING, "", "", "")))


def change_rule(outline: Outline, code: str, **values: Any) -> Outline:
    """Other values of one check."""
    return replace(
        outline, rules=tuple(replace(rule, **values) if rule.code == code else rule for rule in outline.rules)
    )


def remove_rule(outline: Outline, code: str) -> Outline:
    """Check this no longer."""
    return replace(outline, rules=tuple(rule for rule in outline.rules if rule.code != code))


def find(outline: Outline, code: str) -> Question:
    """A question by its code. Raises NotFound."""
    for question in outline.questions:
        if question.code == code:
            return question
    raise errors.NotFound(N_("Butir ceklis “{code}” tidak ada."), code=code)


def _with(chapter: Chapter, before: Question, after: Question) -> Chapter:
    return replace(chapter, questions=tuple(after if one is before else one for one in chapter.questions))


def _with_questions(outline: Outline, held: dict[int, list[Question]]) -> Outline:
    return replace(
        outline,
        chapters=tuple(
            replace(chapter, questions=tuple(held[at])) if at in held else chapter
            for at, chapter in enumerate(outline.chapters)
        ),
    )


def _in_chapter(outline: Outline, code: str, change: Callable[[Chapter], Chapter]) -> Outline:
    if code not in {chapter.code for chapter in outline.chapters}:
        raise errors.NotFound(N_("Bagian ceklis “{code}” tidak ada."), code=code)
    return replace(outline, chapters=tuple(change(one) if one.code == code else one for one in outline.chapters))
