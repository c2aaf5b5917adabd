# SPDX-License-Identifier: Apache-2.0
"""The forms of the office's own, by their names."""

from typing import Any

import sqlalchemy
from sqlalchemy import func, select

from desk_app.data import schema

_format = schema.by_name["own_format"]


def rows(connection: sqlalchemy.Connection, paper: str = "") -> list[Any]:
    """Those that were not deleted; with `paper` those for one kind of paper."""
    query = select(_format).where(_format.c.alive != 0)
    if paper:
        query = query.where(_format.c.paper == paper)
    return list(connection.execute(query.order_by(func.lower(_format.c.name), _format.c.no)))
