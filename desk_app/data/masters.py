# SPDX-License-Identifier: Apache-2.0
"""Master data that the kabupaten writes: the elections of a regency."""

from dataclasses import dataclass

from sqlalchemy import select

from desk_app.data import schema
from desk_app.data.database import Connection

_election = schema.by_name["election"]


@dataclass(frozen=True, slots=True)
class ElectionRow:
    """What a regency has written over an event's template; None where it left the template's figure."""

    code: str
    name: str | None
    voting_day: str | None
    most_voters: int | None
    reserve: int | None
    template: str | None
    pairs: str | None = None


def election(connection: Connection, place: str, code: str) -> ElectionRow | None:
    """The election of a regency with this code."""
    row = connection.execute(
        select(_election).where(_election.c.place == place, _election.c.code == code, _election.c.alive != 0)
    ).one_or_none()
    if row is None:
        return None
    return ElectionRow(row.code, row.name, row.voting_day, row.most_voters, row.reserve, row.template, row.pairs)


def election_codes(connection: Connection, place: str) -> list[str]:
    """The codes of a regency's own elections."""
    return list(
        connection.execute(
            select(_election.c.code).where(_election.c.place == place, _election.c.alive != 0)
        ).scalars()
    )
