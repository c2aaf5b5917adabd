# SPDX-License-Identifier: Apache-2.0
"""What an office holds, table by table and row by row, to be compared with what a desk of the past shows."""

from desk_app.data import schema
from desk_app.operations.desk import Desk

States = dict[str, list[tuple[object, ...]]]

DERIVED = ("readiness", "area_sum", "merged")
KEPT = ("change", "head", "conflict", "unread", "stranger", "seal", "arrival", "parcel")


def states(desk: Desk) -> States:
    """Every row of every table that papers are gathered from. A stream that was only referred to holds nothing."""
    found: States = {}
    with desk.reading() as connection:
        for name in (*DERIVED, *KEPT):
            rows = connection.exec_driver_sql(f"SELECT * FROM {name}")
            found[name] = sorted((tuple(row) for row in rows), key=repr)
        for name in schema.by_name:
            # Of two changes that one package brought either may count as the latest: its transaction is what is asked.
            rows = connection.exec_driver_sql(
                f"SELECT (SELECT arrival FROM change WHERE key = latest), * FROM {name}"
            )
            found[name] = sorted(((*row[:3], *row[4:]) for row in rows), key=repr)
        streams = connection.exec_driver_sql("SELECT id, held, rolling FROM stream WHERE held > 0")
        found["stream"] = sorted(tuple(row) for row in streams)
    return found


def differing(one: States, other: States) -> dict[str, tuple[object, object]]:
    """The tables that differ, with the rows that only one of them has."""
    return {
        name: ([row for row in rows if row not in other[name]], [row for row in other[name] if row not in rows])
        for name, rows in one.items()
        if rows != other[name]
    }
