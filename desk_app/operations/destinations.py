# SPDX-License-Identifier: Apache-2.0
"""The offices that packages can go to, what each may read, and how far each has said it holds what is here."""

import functools
from collections.abc import Callable
from dataclasses import dataclass

from desk_app.data import parcels, said
from desk_app.data import sending as data_sending
from desk_app.data import trust as trust_rows
from desk_app.data.database import Connection
from desk_app.domain import places
from desk_app.journal import streams as journal_streams
from desk_app.journal.streams import Scope
from desk_app.operations.desk import Desk


@dataclass(frozen=True, slots=True)
class Destination:
    """An office that packages can go to. `known`: it is vouched for here, so that a package can be closed for it."""

    place: str
    name: str
    known: bool
    unsent: int
    said_last: int
    """Number of changes of ours that it has said it holds."""


def listed(desk: Desk) -> list[Destination]:
    """The offices above and below this one that are known or needed, by place."""
    own = desk.identity.place
    with desk.reading() as connection:
        names = {one.place: one.name for one in trust_rows.cards(connection) if one.valid and one.place != own}
        known = set(names)
        above = places.parent(own)
        if above is not None:
            names.setdefault(above, above)
        found = []
        for place, name in names.items():
            told = said_by(connection, place)
            lacking = data_sending.unsent(connection, functools.partial(journal_streams.may_read, place), told)
            found.append(Destination(place, name, place in known, lacking, sum(told.values())))
    return sorted(found, key=lambda entry: (len(entry.place), entry.place))


def said_to_own(desk: Desk, connection: Connection) -> dict[bytes, int]:
    """How far every other computer of this office has said it holds each stream: the least of them counts."""
    own = desk.identity
    return said.by_every_replica(
        connection,
        [
            one
            for one, superseded in trust_rows.replicas_of(connection, own.public)
            if not superseded and one != own.replica
        ],
    )


def reach_of_last(connection: Connection, place: str) -> dict[bytes, int]:
    """How far each stream went with the packages made for a place."""
    found: dict[bytes, int] = {}
    for reach in parcels.reach_to(connection, place):
        found[reach.stream] = max(found.get(reach.stream, 0), reach.upto)
    return found


def said_by(connection: Connection, place: str) -> dict[bytes, int]:
    """How far the office at a place has said it holds each stream: its computer that spoke last."""
    return said.by_last_heard(connection, [one.key for one in trust_rows.cards_at(connection, place)])


def said_at(desk: Desk, connection: Connection, place: str) -> dict[bytes, int]:
    """How far whoever a package for a place is for has said it holds: another office, or this one's other computers."""
    return said_to_own(desk, connection) if place == desk.identity.place else said_by(connection, place)


def reader(desk: Desk, place: str) -> Callable[[Scope], bool]:
    """What an office at a place may read; another computer of this same office reads all of its own."""
    if place != desk.identity.place:
        return functools.partial(journal_streams.may_read, place)
    return lambda scope: scope.place == place or journal_streams.may_read(place, scope)
