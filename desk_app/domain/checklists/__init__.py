# SPDX-License-Identifier: Apache-2.0
"""Checklists: templates as written, the items a place is asked, quantities, conditions and numbered checks.

Item codes are stable: answers name an item code and the template's version (`domain.md §2.4`, §11; decision 0017).
"""

from desk_app.domain.checklists import (
    asking,
    codes,
    comparing,
    conditions,
    editing,
    faults,
    formulas,
    given,
    items,
    rules,
    writing,
)
from desk_app.domain.checklists.items import (
    KIND_LABELS,
    UNITS,
    Chapter,
    Item,
    ItemKind,
    Outline,
    Quantity,
    Question,
    Section,
    Template,
)
from desk_app.domain.checklists.opening import for_event, item, items_for, opened, section_of
from desk_app.domain.checklists.quantities import figures_of, hangs_on_voters, quantity_of, required_quantity
from desk_app.domain.checklists.reading import outline, quantity


def parse(data: bytes) -> Template:
    """Read a template and open it by its phases; raises `Damaged` when it is none."""
    return opened(outline(data))


__all__ = [
    "KIND_LABELS",
    "UNITS",
    "Chapter",
    "Item",
    "ItemKind",
    "Outline",
    "Quantity",
    "Question",
    "Section",
    "Template",
    "asking",
    "codes",
    "comparing",
    "conditions",
    "editing",
    "faults",
    "figures_of",
    "for_event",
    "formulas",
    "given",
    "hangs_on_voters",
    "item",
    "items",
    "items_for",
    "opened",
    "outline",
    "parse",
    "quantity",
    "quantity_of",
    "required_quantity",
    "rules",
    "section_of",
    "writing",
]
