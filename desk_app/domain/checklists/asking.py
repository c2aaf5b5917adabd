# SPDX-License-Identifier: Apache-2.0
"""What a place is asked, what must be looked at again, and which numbered checks do not hold there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desk_app.domain import elections
from desk_app.domain.checklists import quantities, rules
from desk_app.domain.checklists.given import AnswerValue
from desk_app.domain.checklists.items import Item, ItemKind
from desk_app.domain.elections import Event
from desk_app.domain.words import N_, Phrase, phrase


@dataclass(frozen=True, slots=True)
class Finding:
    """A check about one page that says something. `code` is the rule with its phase, by which a reason names it.

    `about` tells the numbers it was found with: a reason given for others counts no longer. `holds`: an equation
    that is right, shown beside the numbers it is made of.
    """

    code: str
    rule: rules.Rule
    items: tuple[str, ...]
    equation: str
    difference: str
    about: str
    holds: bool = False

    @property
    def words(self) -> Phrase:
        """The equation with its difference: "sah 210 + tidak sah 6 → 216 = digunakan 217, selisih 1"."""
        if not self.equation:
            return phrase(N_("semua angka yang diisi 0"))
        if not self.difference:
            return Phrase("{equation}", {"equation": self.equation})
        return phrase(N_("{equation}, selisih {difference}"), equation=self.equation, difference=self.difference)


def asked(items: Iterable[Item], given: Mapping[str, AnswerValue | None]) -> list[Item]:
    """The items that are asked as the others are answered. What an item not asked once said opens nothing."""
    found: list[Item] = []
    hidden: set[str] = set()
    for item in items:
        if item.condition is not None:
            seen = {name: None if name in hidden else given.get(name) for name in item.condition.items}
            if not item.condition.holds(seen):
                hidden.add(item.code)
                continue
        found.append(item)
    return found


def required(items: Iterable[Item]) -> int:
    """How many required items a place of which nothing is known has."""
    return sum(item.required and item.condition is None for item in items)


def must_be_seen_again(item: Item, version: int | None) -> bool:
    """Whether an answer was given under an older version than is accepted."""
    return item.minimum > (version or 0)


def findings(
    written: Sequence[rules.Rule],
    page: Sequence[Item],
    given: Mapping[str, AnswerValue | None],
    event: Event,
    dpt: int | None,
    labels: Mapping[str, str],
    *,
    equations: bool = False,
) -> list[Finding]:
    """The checks of one page that do not hold; with `equations` also the equations that do.

    `page`: the items asked there; `given`: all answers of the place, without those that offices differ about. A check
    belongs to the page on which the last of its items stands.
    """
    if not page:
        return []
    phase = page[0].phase
    codes = {item.code: item for item in page}
    found = []
    for rule in written:
        relation = rules.parse(rule.check)
        mark = f"{rule.code}@{elections.day_words(phase).lower()}"
        if relation is None:
            zeros = _all_zero(page, given)
            if zeros:
                found.append(Finding(mark, rule, zeros, "", "", "0"))
            continue
        here = [name for name in relation.items if name in codes]
        if not here or not all(name in codes or name in given for name in relation.items):
            continue
        numbers = {name: value for name in relation.items if type(value := given.get(name)) is int}
        figures = quantities.figures_of(event, dpt, codes[here[-1]].race)
        reckoned = rules.sides(relation, figures, numbers)
        if reckoned is None or (reckoned.holds and not (equations and relation.sign == "=")):
            continue
        found.append(
            Finding(
                code=mark,
                rule=rule,
                items=tuple(here),
                equation=rules.equation(relation, reckoned, figures, numbers, labels),
                difference=rules.number_words(reckoned.difference),
                about=" ".join(f"{name}={number}" for name, number in sorted(numbers.items())),
                holds=reckoned.holds,
            )
        )
    return found


def _all_zero(page: Sequence[Item], given: Mapping[str, AnswerValue | None]) -> tuple[str, ...]:
    """The number items of a page if each that must be answered is, and none is more than 0."""
    numbers = [item for item in page if item.kind is ItemKind.NUMBER]
    known = {item.code: value for item in numbers if type(value := given.get(item.code)) is int}
    due = [item.code for item in numbers if item.required]
    if len(known) < 2 or any(known.values()) or any(given.get(code) is None for code in due):
        return ()
    return tuple(known)
