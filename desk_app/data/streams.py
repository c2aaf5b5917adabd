# SPDX-License-Identifier: Apache-2.0
"""Streams as this database holds them: numbers, lengths, rolling hashes, and dots as local keys."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy
from sqlalchemy import bindparam, insert, select, update

from desk_app.data import schema
from desk_app.domain import errors, words
from desk_app.journal import streams
from desk_app.journal.streams import Dot, ReaderClass, Scope

N_ = words.N_

_BY_ID = select(schema.stream).where(schema.stream.c.id == bindparam("wanted"))
_BY_NO = select(schema.stream).where(schema.stream.c.no == bindparam("wanted"))
_LAST_NO = select(sqlalchemy.func.coalesce(sqlalchemy.func.max(schema.stream.c.no), 0))
_UPDATE = (
    update(schema.stream)
    .where(schema.stream.c.no == bindparam("this"))
    .values(held=bindparam("new_held"), rolling=bindparam("new_rolling"))
)
_CLASSES = {one.value: one for one in ReaderClass}
MASK = (1 << schema.SHIFT) - 1


@dataclass(slots=True)
class Stream:
    """One stream: `held` changes of it are here, `rolling` is its hash there; scope None: only referred to."""

    no: int
    id: bytes
    replica: bytes | None
    scope: Scope | None
    held: int
    rolling: bytes

    def key(self, seq: int) -> int:
        return self.no << schema.SHIFT | seq


class StreamBook:
    """The streams that one transaction touches; `flush` writes back how far they have grown."""

    def __init__(self, connection: sqlalchemy.Connection) -> None:
        self._connection = connection
        self._by_id: dict[bytes, Stream] = {}
        self._by_no: dict[int, Stream] = {}
        self._by_scope: dict[tuple[bytes, Scope], Stream] = {}
        self._written: dict[int, int] = {}
        self._added: list[Stream] = []

    def by_id(self, stream_id: bytes) -> Stream:
        """The stream with this id; one never heard of gets a number, so that it can be referred to."""
        known = self._by_id.get(stream_id)
        if known is None:
            row = self._connection.execute(_BY_ID, {"wanted": stream_id}).one_or_none()
            known = self._remember(row) if row else self._add(stream_id, None, None)
        return known

    def by_no(self, no: int) -> Stream:
        """The stream with a local number. Raises NotFound."""
        known = self._by_no.get(no)
        if known is None:
            row = self._connection.execute(_BY_NO, {"wanted": no}).one_or_none()
            if row is None:
                raise errors.NotFound(N_("Catatan yang dimaksud tidak ada."))
            known = self._remember(row)
        return known

    def of(self, replica: bytes, scope: Scope) -> Stream:
        """The stream of a replica in a scope, made known if it was not."""
        known = self._by_scope.get((replica, scope))
        if known is not None:
            return known
        stream_id = streams.stream_id(replica, scope)
        known = self._by_id.get(stream_id)
        if known is None:
            row = self._connection.execute(_BY_ID, {"wanted": stream_id}).one_or_none()
            known = self._remember(row) if row else self._add(stream_id, replica, scope)
        if known.scope is None:
            known.replica, known.scope = replica, scope
            self._connection.execute(
                update(schema.stream)
                .where(schema.stream.c.no == known.no)
                .values(
                    replica=replica,
                    event=scope.event,
                    place=scope.place,
                    reader_class=int(scope.reader_class),
                )
            )
        self._by_scope[replica, scope] = known
        return known

    def key(self, dot: Dot) -> int:
        return self.by_id(dot.stream).no << schema.SHIFT | dot.seq

    def dot(self, key: int) -> Dot:
        return Dot(self.by_no(key >> schema.SHIFT).id, key & MASK)

    def holds(self, dot: Dot) -> bool:
        return dot.seq <= self.by_id(dot.stream).held

    def held_key(self, wire: bytes) -> int | None:
        """The local key of a change named by stream id and number, if the stream is known here and reaches so far."""
        known = self._by_id.get(wire[:16])
        seq = int.from_bytes(wire[16:], "big")
        return known.key(seq) if known is not None and seq <= known.held else None

    def put_back(self) -> None:
        """Write again the streams that were added, some of which a savepoint may have taken back."""
        for one in self._added:
            if self._connection.execute(_BY_ID, {"wanted": one.id}).first() is None:
                self._insert(one)

    def flush(self) -> None:
        grown = [one for one in self._by_no.values() if self._written[one.no] != one.held]
        if grown:
            self._connection.execute(
                _UPDATE, [{"this": one.no, "new_held": one.held, "new_rolling": one.rolling} for one in grown]
            )
            self._written.update({one.no: one.held for one in grown})

    def _add(self, stream_id: bytes, replica: bytes | None, scope: Scope | None) -> Stream:
        no: int = self._connection.execute(_LAST_NO).scalar_one() + 1
        added = Stream(no, stream_id, replica, scope, 0, streams.START)
        self._added.append(added)
        self._insert(added)
        return self._keep(added)

    def _insert(self, one: Stream) -> None:
        self._connection.execute(
            insert(schema.stream).values(
                no=one.no,
                id=one.id,
                replica=one.replica,
                event=one.scope.event if one.scope else None,
                place=one.scope.place if one.scope else None,
                reader_class=int(one.scope.reader_class) if one.scope else None,
                held=one.held,
                rolling=one.rolling,
            )
        )

    def _remember(self, row: sqlalchemy.Row[tuple[object, ...]]) -> Stream:
        return self._keep(from_row(row))

    def _keep(self, one: Stream) -> Stream:
        self._by_id[one.id] = one
        self._by_no[one.no] = one
        self._written[one.no] = one.held
        return one


def from_row(row: Sequence[Any]) -> Stream:
    """From a row that begins with the columns of `schema.stream`; an export reads thousands of them."""
    no, stream_id, replica, event, place, reader_class, held, rolling, *_more = row
    scope = None if place is None else Scope(event, place, _CLASSES[reader_class])
    return Stream(no, stream_id, replica, scope, held, rolling)


def all_streams(connection: sqlalchemy.Connection) -> list[Stream]:
    """Every stream this database knows of, those only referred to included."""
    return list(map(from_row, connection.execute(select(schema.stream).order_by(schema.stream.c.no)).all()))
