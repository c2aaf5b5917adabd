# SPDX-License-Identifier: Apache-2.0
"""Writing a template as its one canonical text, which `reading.outline` reads back as the same template."""

import json
from collections.abc import Iterable

from desk_app.domain.checklists.items import Chapter, ItemKind, Outline, Quantity, Question
from desk_app.domain.checklists.rules import Rule
from desk_app.domain.elections import EventKind
from desk_app.domain.places import Kind


def text(outline: Outline) -> str:
    """The canonical text."""
    lines = [
        f"code = {_string(outline.code)}",
        f"version = {outline.version}",
        f"label = {_string(outline.label)}",
        f"label_en = {_string(outline.label_en)}",
    ]
    if outline.phases:
        lines.append(f"phases = {_list(map(str, outline.phases))}")
    for chapter in outline.chapters:
        lines += ["", *_chapter(chapter)]
    for rule in outline.rules:
        lines += ["", *_rule(rule)]
    return "\n".join(lines) + "\n"


def _chapter(chapter: Chapter) -> list[str]:
    return [
        "[[sections]]",
        f"code = {_string(chapter.code)}",
        f"label = {_string(chapter.label)}",
        f"label_en = {_string(chapter.label_en)}",
        "items = [",
        *(f"  {_question(question)}," for question in chapter.questions),
        "]",
    ]


def _question(question: Question) -> str:
    parts = [
        f"code = {_string(question.code)}",
        f"label = {_string(question.label)}",
        f"label_en = {_string(question.label_en)}",
    ]
    if question.kind is not ItemKind.YES_NO:
        parts.append(f"kind = {_string(question.kind.value)}")
    if question.unit:
        parts.append(f"unit = {_string(question.unit)}")
    parts.append(f"phases = {_list(map(str, question.phases))}")
    if not question.phases or question.home != question.phases[0]:
        parts.append(f"home = {question.home}")
    if question.required:
        parts.append("required = true")
    if question.per_race:
        parts.append("per_race = true")
    if question.places != (Kind.TPS,):
        parts.append(f"places = {_list(_string(kind.value) for kind in question.places)}")
    if question.quantities:
        parts.append(f"quantity = {_quantities(question)}")
    if question.choices:
        parts.append(f"choices = {_list(map(_string, question.choices))}")
    if question.condition:
        parts.append(f"if = {_string(question.condition)}")
    if question.since:
        parts.append(f"since = {question.since}")
    return f"{{ {', '.join(parts)} }}"


def _quantities(question: Question) -> str:
    held = dict(question.quantities)
    if len(held) == len(EventKind) and len(set(held.values())) == 1:
        return _quantity(next(iter(held.values())))
    parts = (f"{kind.value} = {_quantity(one)}" for kind, one in sorted(held.items()))
    return f"{{ {', '.join(parts)} }}"


def _quantity(quantity: Quantity) -> str:
    return _string(f"{quantity.formula} ?" if quantity.assumed else quantity.formula)


def _rule(rule: Rule) -> list[str]:
    return [
        "[[rules]]",
        f"code = {_string(rule.code)}",
        f"level = {_string(rule.level.value)}",
        f"check = {_string(rule.check)}",
        f"label = {_string(rule.label)}",
        f"label_en = {_string(rule.label_en)}",
    ]


def _string(value: str) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _list(parts: Iterable[str]) -> str:
    return f"[{', '.join(parts)}]"
