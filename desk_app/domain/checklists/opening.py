# SPDX-License-Identifier: Apache-2.0
"""From the template as written to what a place is asked: one item for each phase, then one for each race."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from desk_app.domain import elections, errors, places
from desk_app.domain.checklists import codes, conditions, rules
from desk_app.domain.checklists.items import Item, Outline, Question, Section, Template
from desk_app.domain.elections import Event, Race
from desk_app.domain.places import Kind
from desk_app.domain.words import N_


def opened(outline: Outline, minimum: int = 0) -> Template:
    """The items of a template; answers under a version below `minimum` are to be looked at again."""
    known: set[str] = set()
    sections = []
    for chapter in outline.chapters:
        items: list[Item] = []
        for question in chapter.questions:
            items += _in_phases(question, chapter.code, known, minimum)
            known.update(codes.of_question(question))
        sections.append(Section(chapter.code, chapter.label, chapter.label_en, tuple(items)))
    return Template(
        outline.code, outline.version, outline.label, outline.label_en, tuple(sections), outline.rules, outline.phases
    )


def for_event(template: Template, event: Event, region: str = places.NATION) -> Template:
    """Return the template for an event as a region votes in it, one item (and one check) for each of its races."""
    local = elections.for_region(event, region)
    split = {item.code for item in template.items if item.per_race}
    return replace(
        template,
        sections=tuple(
            replace(section, items=tuple(_by_race(section.items, local, split))) for section in template.sections
        ),
        rules=tuple(_rules_by_race(template.rules, local, split)),
    )


def items_for(template: Template, phase: int, kind: Kind) -> list[Item]:
    """Return the items of one page, numbered from 1: a phase (-1 is H-1) at one kind of place."""
    chosen = [item for item in template.items if item.phase == phase and kind in item.places]
    return [replace(item, no=number) for number, item in enumerate(chosen, 1)]


def item(template: Template, code: str) -> Item:
    """Return an item by its code; raises `NotFound`. Give a template that went through `for_event`."""
    for found in template.items:
        if found.code == code:
            return found
    raise errors.NotFound(N_("Butir ceklis “{code}” tidak ada."), code=code)


def section_of(template: Template, code: str) -> Section:
    """Return a section by its code (`Item.section`)."""
    return next(section for section in template.sections if section.code == code)


def _in_phases(question: Question, section: str, known: set[str], minimum: int) -> Iterator[Item]:
    for phase in question.phases:
        condition = None
        if question.condition:
            written = conditions.parse(question.condition)
            # What is asked in this phase too is meant, where there is such an item.
            marked = {name: f"{name}@{elections.day_words(phase).lower()}" for name in written.items}
            condition = written.renamed({name: one for name, one in marked.items() if one in known})
        yield Item(
            code=codes.in_phase(question, phase),
            label=question.label,
            label_en=question.label_en,
            section=section,
            kind=question.kind,
            unit=question.unit,
            phase=phase,
            required=question.required,
            places=question.places,
            quantities=question.quantities,
            per_race=question.per_race,
            choices=question.choices,
            condition=condition,
            minimum=max(minimum, question.since),
        )


def _by_race(items: tuple[Item, ...], event: Event, split: set[str]) -> Iterator[Item]:
    for line in items:
        if not line.per_race:
            yield line
            continue
        for race in event.races:
            yield replace(
                line,
                code=f"{line.code}.{race.code}",
                label=f"{line.label} {race.short}",
                label_en=f"{line.label_en} {race.short}",
                per_race=False,
                race=race.code,
                condition=line.condition.renamed(_names(split, race)) if line.condition else None,
            )


def _rules_by_race(written: tuple[rules.Rule, ...], event: Event, split: set[str]) -> Iterator[rules.Rule]:
    for rule in written:
        relation = rules.parse(rule.check)
        if relation is None or not split & set(relation.items):
            yield rule
            continue
        for race in event.races:
            yield replace(
                rule,
                code=f"{rule.code}.{race.code}",
                check=rules.renamed(rule.check, _names(split, race)),
                label=f"{rule.label} ({race.short})",
                label_en=f"{rule.label_en} ({race.short})",
            )


def _names(split: set[str], race: Race) -> Mapping[str, str]:
    return {name: f"{name}.{race.code}" for name in split}
