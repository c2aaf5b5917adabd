# SPDX-License-Identifier: Apache-2.0
"""The filters that an office keeps under names, read by the list that they belong to."""

from typing import Any

import sqlalchemy
from sqlalchemy import func, select

from desk_app.data import schema

_filter = schema.by_name["saved_filter"]


def of_page(connection: sqlalchemy.Connection, page: str) -> list[Any]:
    """The filters of a list by their names."""
    query = select(_filter).where(_filter.c.page == page, _filter.c.alive != 0)
    return list(connection.execute(query.order_by(func.lower(_filter.c.name), _filter.c.no)))
