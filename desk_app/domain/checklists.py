# SPDX-License-Identifier: Apache-2.0
"""Checklist templates: sections and items, read from data, and how much of a thing a place needs.

A template serves all events; `for_event` opens out its per-race items ("Surat suara PPWP"). Item codes are
stable: answers name an item code and the template's version (`domain.md §2.4`, §11).
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from desk_app.domain import elections, errors, places
from desk_app.domain.elections import Event, EventKind
from desk_app.domain.places import Kind
from desk_app.domain.words import N_


class ItemKind(StrEnum):
    """How an item is answered: Sudah/Belum/Tidak perlu, or a number."""

    YES_NO = "yesno"
    NUMBER = "number"


UNITS = (N_("buah"), N_("lembar"), N_("keping"), N_("botol"), N_("set"), N_("orang"), N_("TPS"))
"""What things are counted in; `Item.unit` is one of these msgids."""


class Rule(StrEnum):
    """How the required quantity is reckoned."""

    FIXED = "fixed"
    PER_RACE = "per_race"
    PER_BOOTH = "per_booth"
    BALLOTS = "ballots"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A rule and its figure; `assumed` marks common practice that the office checks with its KPU list."""

    rule: Rule
    amount: int = 1
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a checklist in one phase (-1 is H-1).

    A line asked again in a later phase is an item of its own there: the first phase has the plain code
    (`org.kpps`), later ones a mark (`org.kpps@h`), so that yesterday's answer does not pass for today's.
    `race` is set by `for_event`, `no`, the number on the page, by `items_for`.
    """

    code: str
    label: str
    label_en: str
    section: str
    kind: ItemKind = ItemKind.YES_NO
    unit: str = ""
    phase: int = 0
    required: bool = False
    places: tuple[Kind, ...] = (Kind.TPS,)
    quantities: tuple[tuple[EventKind, Quantity], ...] = ()
    per_race: bool = False
    race: str = ""
    no: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its items."""

    code: str
    label: str
    label_en: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """A checklist at one version; `label` and `label_en` are its own words, not msgids."""

    code: str
    version: int
    label: str
    label_en: str
    sections: tuple[Section, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """All items in order."""
        return tuple(item for section in self.sections for item in section.items)


def parse(data: bytes) -> Template:
    """Read a template (`resources/checklists/*.toml`); raises `Damaged` when it is not one."""
    try:
        table = tomllib.loads(data.decode("utf-8"))
        template = Template(
            table["code"],
            table["version"],
            table["label"],
            table["label_en"],
            tuple(_section(entry) for entry in table["sections"]),
        )
    except (KeyError, ValueError, TypeError) as trouble:
        raise errors.Damaged(N_("Berkas ceklis tidak dapat dibaca: {what}."), what=trouble) from trouble
    codes = [item.code for item in template.items]
    for code in codes:
        if codes.count(code) > 1:
            raise errors.Damaged(N_("Berkas ceklis tidak dapat dibaca: {what}."), what=code)
    return template


def for_event(template: Template, event: Event, region: str = places.NATION) -> Template:
    """Return the template for an event as a region votes in it, one item for each of its races."""
    local = elections.for_region(event, region)
    return replace(
        template,
        sections=tuple(
            replace(section, items=tuple(_opened_out(section.items, local))) for section in template.sections
        ),
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


def quantity_of(item: Item, event: Event) -> Quantity | None:
    """Return the rule an item has in an event, None where no figure is known."""
    return dict(item.quantities).get(event.kind)


def required_quantity(item: Item, event: Event, dpt: int | None) -> int | None:
    """Return how many the place needs, None where no figure is known or the DPT is not.

    Give an event narrowed by `elections.for_region`, so that races count as the region votes.
    """
    quantity = quantity_of(item, event)
    if quantity is None:
        return None
    match quantity.rule:
        case Rule.FIXED:
            return quantity.amount
        case Rule.PER_RACE:
            return quantity.amount * len(event.races)
        case Rule.PER_BOOTH:
            return quantity.amount * event.booths
        case Rule.BALLOTS:
            return None if dpt is None else elections.ballots_needed(dpt, event)


def _section(entry: dict[str, Any]) -> Section:
    items = tuple(item for line in entry["items"] for item in _in_phases(line, entry["code"]))
    return Section(entry["code"], entry["label"], entry["label_en"], items)


def _in_phases(entry: dict[str, Any], section: str) -> Iterator[Item]:
    fields = dict(entry)
    first, *again = fields.pop("phases")
    item = _item(fields, section)
    yield replace(item, phase=first)
    for phase in again:
        yield replace(item, phase=phase, code=f"{item.code}@{elections.day_words(phase).lower()}")


def _item(entry: dict[str, Any], section: str) -> Item:
    fields = dict(entry)
    written = fields.pop("quantity", {})
    by_event = written if isinstance(written, dict) else {kind.value: written for kind in EventKind}
    return Item(
        code=fields.pop("code"),
        label=fields.pop("label"),
        label_en=fields.pop("label_en"),
        section=section,
        kind=ItemKind(fields.pop("kind", ItemKind.YES_NO)),
        places=tuple(Kind(place) for place in fields.pop("places", (Kind.TPS,))),
        quantities=tuple((EventKind(kind), _quantity(text)) for kind, text in by_event.items()),
        **fields,
    )


def _quantity(text: str) -> Quantity:
    rule, *rest = text.split()
    assumed = rest[-1:] == ["?"]
    amounts = rest[:-1] if assumed else rest
    return Quantity(Rule(rule), int(amounts[0]) if amounts else 1, assumed)


def _opened_out(items: tuple[Item, ...], event: Event) -> Iterator[Item]:
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
            )
