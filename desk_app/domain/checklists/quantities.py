# SPDX-License-Identifier: Apache-2.0
"""How many of a thing a place needs, reckoned from the formula of an item, its DPT and its election."""

import functools
import math
from fractions import Fraction

from desk_app.domain import errors
from desk_app.domain.checklists import formulas
from desk_app.domain.checklists.items import Item, Quantity
from desk_app.domain.elections import Event


def quantity_of(item: Item, event: Event) -> Quantity | None:
    """Return the formula an item has in an event, None where no figure is known."""
    return next((quantity for kind, quantity in item.quantities if kind is event.kind), None)


def required_quantity(item: Item, event: Event, dpt: int | None) -> int | None:
    """Return how many the place needs, rounded up; None where no figure is known or the DPT is not.

    Give an event narrowed by `elections.for_region`, so that races count as the region votes.
    """
    quantity = quantity_of(item, event)
    if quantity is None:
        return None
    return _needed(quantity.formula, dpt, len(event.races), event.booths, pairs_of(event, item.race),
                   event.reserve_per_mille)


def hangs_on_voters(item: Item, event: Event) -> bool:
    """Whether another DPT asks for another number."""
    quantity = quantity_of(item, event)
    return quantity is not None and "DPT" in formulas.parse(quantity.formula).figures


def pairs_of(event: Event, race: str = "") -> int | None:
    """The candidate pairs of a race, of all races together without one; None while one of them is not known."""
    known = [one.pairs for one in event.races if one.code == race or not race]
    return None if not known or None in known else sum(one for one in known if one is not None)


def figures_of(event: Event, dpt: int | None, race: str = "") -> dict[str, Fraction | int | None]:
    """What formulas about one place may name."""
    return _figures(dpt, len(event.races), event.booths, pairs_of(event, race), event.reserve_per_mille)


def _figures(
    dpt: int | None, races: int, booths: int, pairs: int | None, reserve: int
) -> dict[str, Fraction | int | None]:
    return {"DPT": dpt, "JENIS": races, "BILIK": booths, "PASLON": pairs, "CADANGAN": Fraction(reserve, 1000)}


@functools.lru_cache(maxsize=20_000)
def _needed(
    formula: str, dpt: int | None, races: int, booths: int, pairs: int | None, reserve: int
) -> int | None:
    try:
        value = formulas.evaluate(formulas.parse(formula).part, _figures(dpt, races, booths, pairs, reserve))
    except errors.Refused:
        return None
    return None if value is None or value < 0 else math.ceil(value)
