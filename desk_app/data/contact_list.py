# SPDX-License-Identifier: Apache-2.0
"""Contacts of the office, read for lists."""

from typing import Any

import sqlalchemy
from sqlalchemy import func, or_, select

from desk_app.data import schema

_contact = schema.by_name["contact"]
_TYPED = ("unit", "office", "person", "note", "phone", "other_phone")


def search(connection: sqlalchemy.Connection, text: str = "") -> list[Any]:
    """The contacts with all words of a text in them, by unit, in the order of the office."""
    query = (
        select(_contact)
        .where(_contact.c.alive != 0)
        .order_by(
            func.coalesce(_contact.c.position, 0), func.lower(func.coalesce(_contact.c.unit, "~")), _contact.c.no
        )
    )
    for word in text.split():
        query = query.where(or_(*(_contact.c[name].icontains(word, autoescape=True) for name in _TYPED)))
    return list(connection.execute(query))
