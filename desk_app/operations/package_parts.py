# SPDX-License-Identifier: Apache-2.0
"""What goes into a package for an office: the changes that it lacks, and what rides in each volume."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from desk_app.data import meta, parcels, said, streams
from desk_app.data import sending as data_sending
from desk_app.data import trust as trust_rows
from desk_app.data.database import Connection
from desk_app.exchange import cards, contents, statements
from desk_app.journal.streams import ReaderClass, Scope
from desk_app.operations import attachments_sending, destinations, trust, trust_letters
from desk_app.operations.desk import Desk

MOST_PASSED_ON, MOST_OF_ONE = 4 << 20, 1 << 20
"""Bytes of others' statements that go with a package, in all and of one office: they ride in every volume."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What goes into a package: runs of changes, and all that rides in each of its volumes."""

    runs: Iterable[data_sending.Run]
    rides: contents.Contents


def statements_of(
    desk: Desk, connection: Connection, reads: Callable[[Scope], bool], version: int
) -> list[statements.Statement]:
    """What this office says it holds, in its own words, of what a receiver may read."""
    own = desk.identity
    groups: dict[tuple[str, ReaderClass], list[statements.Held]] = {}
    for one in streams.all_streams(connection):
        if one.held and one.scope is not None and reads(one.scope):
            entry = statements.Held(one.id, one.held, one.rolling)
            groups.setdefault(said.group_of(one.scope), []).append(entry)
    gone = [one for one, superseded in trust_rows.replicas_of(connection, own.public) if superseded]
    return [
        statements.make_statement(
            own.seed,
            replica=own.replica,
            version=version,
            place=place,
            reader_class=reader_class,
            held=held[: statements.MOST_STREAMS],  # of the rest nothing is said: it is sent here once more
            superseded=gone,
        )
        for (place, reader_class), held in sorted(groups.items())
    ]


def next_version(connection: Connection) -> int:
    """The next number of this database's own statements; it only ever grows."""
    last = int(meta.read(connection).get("said_version", b"0"))
    meta.write(connection, {"said_version": str(last + 1).encode()})
    return last + 1


def of(desk: Desk, connection: Connection, place: str, version: int) -> Parts:
    reads = destinations.reader(desk, place)
    held = destinations.said_at(desk, connection, place)
    roots, vouched = trust.chain_for(connection, place)
    rides = contents.Contents(
        sender=b"",
        package=b"",
        statements=(*statements_of(desk, connection, reads, version), *_passed_on(connection, reads)),
        receipts=tuple(_receipts(desk, connection, place, version)),
        roots=roots,
        cards=(*vouched, *_introduction(desk, connection, vouched)),
        letters=(
            *trust_letters.letters_to(desk, connection, place),
            *attachments_sending.asking(desk, connection, reads, version),
        ),
    )
    return Parts(data_sending.runs(connection, reads, held), rides)


def _passed_on(connection: Connection, reads: Callable[[Scope], bool]) -> Iterator[statements.Statement]:
    """The words of others, the last heard first; no office's are so many that there is no room for the others'."""
    room, weights = MOST_PASSED_ON, dict[bytes, int]()
    for one in said.statements(connection):
        if not reads(Scope("", one.place, ReaderClass(one.reader_class))):
            continue
        weight = len(one.wire) + 64
        if weight > min(room, MOST_OF_ONE - weights.get(one.office, 0)):
            continue
        room -= weight
        weights[one.office] = weights.get(one.office, 0) + weight
        yield statements.Statement.from_wire(one.wire)


def _introduction(
    desk: Desk, connection: Connection, vouched: Iterable[cards.Card]
) -> list[cards.Card]:
    """The office's own description, as long as nobody it knows of vouches for it."""
    if any(one.key == desk.identity.public for one in vouched):
        return []
    return [trust.request_of(desk.identity)]


def _receipts(
    desk: Desk, connection: Connection, place: str, version: int
) -> Iterable[statements.Receipt]:
    for one in trust_rows.cards_at(connection, place):
        got = parcels.received_whole(connection, one.key, statements.MOST_PACKAGES)
        if got:
            yield statements.make_receipt(desk.identity.seed, version=version, sender=one.key, packages=got)
