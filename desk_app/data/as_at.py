# SPDX-License-Identifier: Apache-2.0
"""A copy of the database taken back to an earlier transaction: what came in later is taken away, rows follow.

The copy lies under the office's own key and is never brought forward again. Rows, heads, disagreements and streams
then equal those that stood after that transaction: `data.checking` finds nothing, and the digest over all streams is
the one of then. What is derived (readiness, sums, what is merged) is derived again by `operations.as_at`.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlalchemy
from sqlalchemy import delete, func, select, update

from desk_app.base.progress import Progress, Steps
from desk_app.data import database, lookups, schema, sending, standing, streams
from desk_app.data.projection import Projector
from desk_app.data.streams import StreamBook
from desk_app.domain import errors, records, words
from desk_app.journal import codec
from desk_app.journal.change import Change
from desk_app.journal.streams import Dot

N_ = words.N_

_PAGES = 4096
_TOGETHER = 2000
_TOUCHED = """
SELECT record, substr(bytes, 1, 8), max(key = record) FROM change WHERE arrival > ? GROUP BY record
"""
_LATER = "CREATE TEMP TABLE later (no INTEGER PRIMARY KEY, type INTEGER NOT NULL)"
_REST = "SELECT record, key, bytes, arrival FROM change WHERE record"


class PastDatabase(database.Database):
    """The copy: written while it is taken back, only read from then on (`is_settled`)."""

    is_settled = False

    def _connect(self) -> Any:
        connection = super()._connect()
        connection.execute("PRAGMA synchronous = OFF")  # lost with the power, it is made again
        return connection

    @contextmanager
    def writing(self) -> Iterator[sqlalchemy.Connection]:
        """As of any database until it is settled. Raises Refused from then on."""
        if self.is_settled:
            raise errors.Refused(N_("Ini data waktu lampau: dapat dilihat dan dicetak, tidak dapat diubah."))
        with super().writing() as connection:
            yield connection


@dataclass(slots=True)
class TakenBack:
    """What was different later: records (→ kind), the places whose readiness hung on them, and their kecamatan."""

    records: dict[int, int] = field(default_factory=dict)
    watched: set[standing.Watched] = field(default_factory=set)
    districts: set[tuple[str, str]] = field(default_factory=set)


def copy(store: database.Database, target: Path, told: Callable[[int, int], None]) -> None:
    """Copy the present state to a new file; `told(left, total)` pages now and then, and ends it by an exception."""
    with store.reading() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM meta")  # begins the read, so the copy is of one state
        store.backup_to(target, connection, _PAGES, told)


def take_back(connection: sqlalchemy.Connection, arrival: int, moment: int) -> Steps[TakenBack]:
    """Take away what came in after a transaction, inside one of the copy.

    `moment`: what the register of packages, which has no transactions, is taken back to.
    """
    yield Progress(0, None, N_("Menyiapkan data waktu lampau"))
    # The indexes by which records are found by typing would follow each row; no paper asks them.
    for (name,) in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").all():
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    taken = TakenBack()
    gone, altered = _touched(connection, arrival)
    taken.records = gone | altered
    _look(connection, taken)
    connection.exec_driver_sql(_LATER)
    if taken.records:
        connection.exec_driver_sql("INSERT INTO later VALUES (?, ?)", list(taken.records.items()))
    _shorten(connection, arrival)
    _clear(connection, set(taken.records.values()))
    yield from _project(connection, altered)
    connection.exec_driver_sql("DROP TABLE later")
    _register(connection, arrival, moment)
    return taken


def issues_in_confidence(connection: sqlalchemy.Connection) -> list[Any]:
    """The issues that are kept in confidence today, by number."""
    table = schema.by_name["issue"]
    return list(connection.execute(select(table.c.no, table.c.confidential).where(table.c.confidential)))


def veil(connection: sqlalchemy.Connection, issues: Sequence[int]) -> None:
    """Keep issues in confidence that are kept so today, for who may not read them today."""
    table = schema.by_name["issue"]
    for start in range(0, len(issues), _TOGETHER):
        part = issues[start : start + _TOGETHER]
        connection.execute(update(table).where(table.c.no.in_(part)).values(confidential=True))


def _touched(connection: sqlalchemy.Connection, arrival: int) -> tuple[dict[int, int], dict[int, int]]:
    """The records (→ kind) that were made later, and those that were only altered."""
    gone: dict[int, int] = {}
    altered: dict[int, int] = {}
    for record, begin, first in connection.exec_driver_sql(_TOUCHED, (arrival,)):
        (gone if first else altered)[record] = codec.type_of(begin)
    return gone, altered


def _look(connection: sqlalchemy.Connection, taken: TakenBack) -> None:
    """The places that the records are or ever were about."""
    taken.watched = standing.subjects_of(connection, taken.records)
    counted = [no for no, kind in taken.records.items() if kind in (records.STATION.no, records.REGION.no)]
    taken.districts = standing.districts_of(connection, counted)
    if {records.ELECTION.no, records.CHECKLIST.no} & set(taken.records.values()):
        taken.watched |= standing.subjects_known(connection)


def _shorten(connection: sqlalchemy.Connection, arrival: int) -> None:
    """Take the later changes off their streams, whose lengths and rolling hashes are those of then."""
    number = schema.change.c.key.bitwise_rshift(schema.SHIFT)
    first = func.min(schema.change.c.key)
    cut = connection.execute(select(number, first).where(schema.change.c.arrival > arrival).group_by(number)).all()
    by_no = {one.no: one for one in streams.all_streams(connection)} if cut else {}
    for no, key in cut:
        held = (key & streams.MASK) - 1
        rolling = sending.rolling_at(connection, by_no[no], held)
        stream, seal = schema.stream, schema.seal
        connection.execute(update(stream).where(stream.c.no == no).values(held=held, rolling=rolling))
        connection.execute(delete(seal).where(seal.c.stream == no, seal.c.upto > held))
    connection.execute(delete(schema.change).where(schema.change.c.arrival > arrival))
    connection.execute(delete(schema.inbox))  # what waits today was not there, or waited unread


def _clear(connection: sqlalchemy.Connection, kinds: set[int]) -> None:
    """Take away the rows of the later records, and all that is listed of them."""
    for kind in sorted(kinds & schema.tables.keys()):
        table = schema.tables[kind].name
        connection.exec_driver_sql(f"DELETE FROM {table} WHERE no IN (SELECT no FROM later WHERE type = ?)", (kind,))
    for listed in (schema.head, schema.conflict, schema.unread, schema.stranger):
        connection.exec_driver_sql(f"DELETE FROM {listed.name} WHERE record IN (SELECT no FROM later)")


def _project(connection: sqlalchemy.Connection, altered: dict[int, int]) -> Steps[None]:
    """Project the records that were there already from the changes that are left."""
    book = StreamBook(connection)
    every = sorted(altered)
    for start in range(0, len(every), _TOGETHER):
        yield Progress(start, len(every), N_("Menyiapkan data waktu lampau"))
        found: dict[int, list[tuple[int, int, Change]]] = {no: [] for no in every[start : start + _TOGETHER]}
        for record, key, body, at in lookups.found(connection, _REST, [(no,) for no in found]):
            found[record].append((at, key, codec.read(body, book.by_no(key >> schema.SHIFT).id)))
        projector = Projector(connection, book)
        for kind in set(altered.values()):
            named = [first.record for no in found if altered[no] == kind and (first := found[no][0][2])]
            projector.prefetch(kind, [key for key in named if key is not None and not isinstance(key, Dot)])
        for no, changes in found.items():
            # As they came: the one that made it, and what one transaction brought in the order of what replaces what.
            for _at, key, change in sorted(changes, key=lambda one: (one[1] != no, one[0], one[2].depth, one[1])):
                projector.apply(key, change)
        projector.flush()
    book.flush()


def _register(connection: sqlalchemy.Connection, arrival: int, moment: int) -> None:
    """The transactions and the packages of then: one that was taken back later stands, one sent later is not there."""
    table, parcel = schema.arrival, schema.parcel
    connection.execute(delete(table).where(table.c.no > arrival))
    connection.execute(update(table).where(table.c.undone_by > arrival).values(undone_by=None))
    connection.execute(delete(parcel).where((parcel.c.arrival > arrival) | (parcel.c.at > moment)))
    for column in (parcel.c.acknowledged, parcel.c.written):
        connection.execute(update(parcel).where(column > moment).values({column.name: None}))
