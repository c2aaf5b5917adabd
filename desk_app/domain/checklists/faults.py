# SPDX-License-Identifier: Apache-2.0
"""What is wrong with a template, in words, before it is published or taken from a file."""

from collections.abc import Iterator
from dataclasses import dataclass

from desk_app.domain import elections, errors
from desk_app.domain.checklists import codes, conditions, formulas, rules
from desk_app.domain.checklists.given import Written
from desk_app.domain.checklists.items import BAD, ItemKind, Outline, Question
from desk_app.domain.words import N_, Phrase, phrase

LONGEST_CODE = 44
"""Of a question; an item's code, with its race and its phase, has sixty."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and with which question, chapter or rule (its code)."""

    where: str
    words: Phrase


def of_outline(outline: Outline) -> list[Fault]:
    """Everything that is wrong with a template; empty: it may be published."""
    return list(_faults(outline))


def _faults(outline: Outline) -> Iterator[Fault]:
    if len({chapter.code for chapter in outline.chapters}) < len(outline.chapters):
        yield Fault("", phrase(N_("kode bagian ada dua kali")))
    for chapter in outline.chapters:
        if not chapter.label.strip():
            yield Fault(chapter.code, phrase(N_("Bagian {code}: judulnya kosong"), code=chapter.code))
    seen: set[str] = set()
    before: dict[str, Question] = {}
    for question in outline.questions:
        for code in codes.of_question(question):
            if code in seen:
                yield Fault(question.code, phrase(N_("Butir {code} ada dua kali"), code=code))
            seen.add(code)
        yield from _of_question(question, before, outline.phases)
        before |= dict.fromkeys(codes.of_question(question), question)
    numbers = [rule.code for rule in outline.rules]
    for rule in outline.rules:
        if numbers.count(rule.code) > 1:
            yield Fault(rule.code, phrase(N_("Pemeriksaan {code} ada dua kali"), code=rule.code))
        yield from _of_rule(rule, before)


def _of_question(question: Question, before: dict[str, Question], phases: tuple[int, ...]) -> Iterator[Fault]:
    code = question.code
    if not question.label.strip():
        yield Fault(code, phrase(N_("Butir {code}: pertanyaannya kosong"), code=code))
    if not codes.is_code(code) or len(code) > LONGEST_CODE:
        yield Fault(code, phrase(N_("“{code}” bukan kode butir"), code=code))
    if not question.phases or len(set(question.phases)) < len(question.phases):
        yield Fault(code, phrase(N_("Butir {code}: pilih tahapnya"), code=code))
    for day in question.phases if phases else ():
        if day not in phases:
            words = phrase(N_("Butir {code}: tahap {phase} tidak ada"), code=code, phase=elections.day_words(day))
            yield Fault(code, words)
    if not question.places:
        yield Fault(code, phrase(N_("Butir {code}: pilih tempatnya"), code=code))
    if question.kind is ItemKind.CHOICE and len(set(question.choices)) < 2:
        yield Fault(code, phrase(N_("Butir {code}: tulis paling sedikit dua pilihan"), code=code))
    for _kind, quantity in question.quantities:
        try:
            formulas.parse(quantity.formula)
        except errors.Refused as refusal:
            yield Fault(code, phrase(N_("Butir {code}: {what}"), code=code, what=phrase(refusal.message,
                                                                                        **refusal.params)))
    if question.condition:
        yield from _of_condition(question, before)


def _of_condition(question: Question, before: dict[str, Question]) -> Iterator[Fault]:
    code = question.code
    try:
        condition = conditions.parse(question.condition)
    except errors.Refused as refusal:
        yield Fault(code, phrase(N_("Butir {code}: {what}"), code=code, what=phrase(refusal.message, **refusal.params)))
        return
    for test in condition.tests:
        name = test.item
        other = before.get(name)
        if other is None:
            yield Fault(code, phrase(N_("Butir {code}: syaratnya menyebut {other}, yang tidak ada sebelumnya"),
                                     code=code, other=name))
        elif other.per_race and not question.per_race:
            yield Fault(code, phrase(N_("Butir {code}: {other} ditanyakan per jenis pemilihan"), code=code, other=name))
        elif isinstance(test.value, Written) and not _can_be(other, test.value):
            yield Fault(code, phrase(N_("Butir {code}: {other} tidak dapat dijawab “{value}”"), code=code, other=name,
                                     value=test.value.text))


def _can_be(question: Question, value: Written) -> bool:
    """Whether a question can be answered with these words, so that a condition on them can ever hold."""
    if question.kind is ItemKind.CHOICE:
        return value.text.casefold() in {choice.removeprefix(BAD).casefold() for choice in question.choices}
    return question.kind not in (ItemKind.YES_NO, ItemKind.NUMBER)


def _of_rule(rule: rules.Rule, known: dict[str, Question]) -> Iterator[Fault]:
    try:
        rules.require_code(rule.code)
        relation = rules.parse(rule.check)
    except errors.Refused as refusal:
        yield Fault(rule.code, phrase(N_("Pemeriksaan {code}: {what}"), code=rule.code,
                                      what=phrase(refusal.message, **refusal.params)))
        return
    if not rule.label.strip():
        yield Fault(rule.code, phrase(N_("Pemeriksaan {code}: kalimatnya kosong"), code=rule.code))
    for name in relation.items if relation else ():
        if name not in known:
            yield Fault(rule.code, phrase(N_("Pemeriksaan {code}: butir {item} tidak ada"), code=rule.code, item=name))
        elif known[name].kind is not ItemKind.NUMBER:
            said = N_("Pemeriksaan {code}: butir {item} bukan angka")
            yield Fault(rule.code, phrase(said, code=rule.code, item=name))
