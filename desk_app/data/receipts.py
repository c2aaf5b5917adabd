# SPDX-License-Identifier: Apache-2.0
"""How far the changes of a record reach: in which streams they stand, and up to which number."""

from collections.abc import Collection, Iterable

import sqlalchemy
from sqlalchemy import func, select

from desk_app.data import schema, streams
from desk_app.journal.streams import Scope

_change = schema.change
_CHUNK = 500


def reach(connection: sqlalchemy.Connection, records: Collection[int]) -> dict[bytes, int]:
    """The last number in each stream of the changes to some records: stream id → number. Empty for none."""
    last: dict[int, int] = {}
    wanted = sorted(records)
    for start in range(0, len(wanted), _CHUNK):
        query = (
            select(func.max(_change.c.key).label("last"))
            .where(_change.c.record.in_(wanted[start : start + _CHUNK]))
            .group_by(_change.c.key.op(">>")(schema.SHIFT))
        )
        for key in connection.execute(query).scalars():
            no = key >> schema.SHIFT
            last[no] = max(last.get(no, 0), key & streams.MASK)
    if not last:
        return {}
    return {one.id: last[one.no] for one in streams.all_streams(connection) if one.no in last}


def scopes(connection: sqlalchemy.Connection, found: Iterable[bytes]) -> set[Scope]:
    """Who may receive these streams."""
    wanted = set(found)
    return {one.scope for one in streams.all_streams(connection) if one.id in wanted and one.scope is not None}


def of_station(connection: sqlalchemy.Connection, event: str, village: str, number: int, subject: str) -> set[int]:
    """The records of a TPS: itself, its risks, its answers."""
    station, risks, answer = (schema.by_name[name] for name in ("station", "station_risk", "answer"))
    found: set[int] = set()
    for table in (station, risks):
        here = (table.c.event == event, table.c.village == village, table.c.number == number)
        found.update(connection.execute(select(table.c.no).where(*here)).scalars())
    about = (answer.c.event == event, answer.c.subject == subject)
    found.update(connection.execute(select(answer.c.no).where(*about)).scalars())
    return found


def of_issue(connection: sqlalchemy.Connection, issue: int) -> set[int]:
    """The records of an issue: itself and its follow-ups."""
    table = schema.by_name["follow_up"]
    return {issue, *connection.execute(select(table.c.no).where(table.c.issue == issue)).scalars()}
