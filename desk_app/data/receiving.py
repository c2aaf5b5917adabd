# SPDX-License-Identifier: Apache-2.0
"""What comes in: runs of foreign streams, applied where all that they name is held, kept waiting where it is not.

Nothing here trusts its input: every change is decoded in canonical form, its depth and its scope are checked, and a
run counts only as far as its author's seal reaches (exchange.md §8, §23).
"""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy
from sqlalchemy import delete, insert, select

from desk_app.data import schema, sending
from desk_app.data.projection import Projector
from desk_app.data.streams import Stream, StreamBook
from desk_app.data.unit_of_work import reader_class_of, scope_place
from desk_app.domain import errors, places, records, words
from desk_app.journal import codec, streams
from desk_app.journal.change import Change, ChangeKind
from desk_app.journal.streams import Dot, Scope

N_ = words.N_

_BATCH = 1000


@dataclass(slots=True)
class Taken:
    """What receiving did, for preview and receipt alike.

    `before`: the columns of each touched record as they were, None for a new one.
    """

    applied: int = 0
    known: int = 0
    waiting: int = 0
    before: dict[int, dict[str, Any] | None] = field(default_factory=dict)
    kinds: dict[int, int] = field(default_factory=dict)


class Receiver:
    """Takes runs into one open transaction; call `take` for each, then `settle`."""

    def __init__(self, connection: sqlalchemy.Connection, arrival: int) -> None:
        self._connection = connection
        self._arrival = arrival
        self._book = StreamBook(connection)
        self._projector = Projector(connection, self._book)
        self._queues: dict[int, deque[bytes]] = {}
        self.taken = Taken()

    @property
    def touched(self) -> dict[int, int]:
        return self._projector.touched

    def take(
        self,
        stream_id: bytes,
        replica: bytes,
        scope: Scope,
        first: int,
        before: bytes,
        bodies: Iterable[bytes],
        seal: sending.SealRow,
    ) -> None:
        """Take a run whose seal's signature was verified. Raises Damaged if it is not what its author sealed."""
        bodies = list(bodies)
        if streams.stream_id(replica, scope) != stream_id or first < 1:
            raise errors.Damaged(N_("Kiriman ini tidak utuh: nama urutan tidak cocok."))
        if seal.upto != first + len(bodies) - 1 or streams.advance_all(before, bodies) != seal.rolling:
            raise errors.Damaged(N_("Kiriman ini tidak utuh: isi tidak sama dengan yang ditandai pengirim."))
        stream = self._book.of(replica, scope)
        overlap = min(max(stream.held - first + 1, 0), len(bodies))
        if first <= stream.held + 1:
            if sending.rolling_at(self._connection, stream, first - 1) != before:
                raise _forked(scope)
            ours = streams.advance_all(before, bodies[:overlap])
            if overlap and ours != sending.rolling_at(self._connection, stream, first - 1 + overlap):
                raise _forked(scope)
        self.taken.known += overlap
        if overlap == len(bodies):
            return
        sending.add_seal(self._connection, stream.no, seal)
        fresh = bodies[overlap:]
        start = first + overlap
        if start == stream.held + 1:
            self._queues.setdefault(stream.no, deque()).extend(fresh)
        else:
            self._keep_waiting(stream, start, fresh)

    def settle(self) -> None:
        """Apply all that can be applied, in whatever order it hangs together; the rest waits in the inbox."""
        self._fetch_waiting()
        moved = True
        while moved:
            moved = False
            for no in list(self._queues):
                moved |= self._advance(self._book.by_no(no))
        for no, left in self._queues.items():
            stream = self._book.by_no(no)
            if left:
                self._keep_waiting(stream, stream.held + 1, list(left))
            seal = sending.last_seal(self._connection, no, stream.held)
            if seal is not None and seal.upto == stream.held and seal.rolling != stream.rolling:
                raise _forked(stream.scope)
        self._projector.flush()
        self._book.flush()
        self.taken.waiting = self._connection.execute(
            select(sqlalchemy.func.count()).select_from(schema.inbox)
        ).scalar_one()
        self.taken.kinds = dict(self._projector.touched)

    def _advance(self, stream: Stream) -> bool:
        queue = self._queues[stream.no]
        moved = False
        while queue:
            batch: list[tuple[int, bytes, Change]] = []
            held = stream.held
            while queue and len(batch) < _BATCH:
                body = queue[0]
                change = _decoded(body, stream)
                if not all(self._has(dot, stream, held) for dot in change.named()):
                    break
                queue.popleft()
                held += 1
                batch.append((stream.key(held), body, change))
            if not batch:
                return moved
            self._apply(stream, batch)
            moved = True
        return moved

    def _has(self, dot: Dot, stream: Stream, held: int) -> bool:
        if dot.stream == stream.id:
            return dot.seq <= held
        return self._book.holds(dot)

    def _apply(self, stream: Stream, batch: list[tuple[int, bytes, Change]]) -> None:
        for _, _, change in batch:
            self._check_scope(stream, change)
        self._projector.expect((key, change) for key, _, change in batch)
        rows = []
        for key, body, change in batch:
            self._check_depth(change)
            self._remember(change)
            record = self._projector.apply(key, change)
            self.taken.before.setdefault(record, None)
            stream.held += 1
            stream.rolling = streams.advance(stream.rolling, body)
            rows.append({"key": key, "record": record, "bytes": body, "arrival": self._arrival})
        self._projector.flush()
        self._connection.execute(insert(schema.change), rows)
        self._book.flush()
        self.taken.applied += len(rows)

    def _remember(self, change: Change) -> None:
        """Keep what the record held before this import, the first time that it is touched."""
        if change.record is None:
            return
        if isinstance(change.record, Dot):
            no = self._book.key(change.record)
        else:
            found = self._projector.find(change.type, change.record)
            if found is None:
                return
            no = found
        if no not in self.taken.before:
            state = self._projector.state(no, change.type)
            self.taken.before[no] = dict(state.values)

    def _check_depth(self, change: Change) -> None:
        named = [dot for heads in change.preds.values() for dot in heads] + list(change.observed)
        depths = (self._projector.change(self._book.key(dot)).depth for dot in named)
        if change.depth != 1 + max(depths, default=0):
            raise errors.Damaged(N_("Kiriman ini tidak utuh: urutan perubahan tidak masuk akal."))

    def _check_scope(self, stream: Stream, change: Change) -> None:
        """A change must stand in the scope that its record belongs to."""
        declared = records.TYPES.get(change.type)
        if declared is None or stream.scope is None:
            return
        if isinstance(change.record, Dot):
            record_stream = self._book.by_id(change.record.stream)
            fits = record_stream.scope == stream.scope
        elif declared.parent:
            parent = change.fields.get(declared.field(declared.parent).no)
            fits = isinstance(parent, Dot) and self._book.by_id(parent.stream).scope in (stream.scope, None)
        else:
            fits = self._place_fits(declared, change, stream.scope)
        if fits and not _is_named(declared, change):
            raise errors.Damaged(N_("Kiriman ini tidak utuh: satu catatan tidak bernama sebagaimana mestinya."))
        if not fits:
            raise errors.Damaged(
                N_("Kiriman ini memuat isian di luar wilayah pengirimnya. Tidak ada yang dimasukkan.")
            )

    def _place_fits(self, declared: records.RecordType, change: Change, scope: Scope) -> bool:
        if change.kind != ChangeKind.CREATE and change.record is None:
            return False
        named: dict[str, Any] = {}
        if isinstance(change.record, tuple):
            if len(change.record) != len(declared.key):
                return False
            named = {field.name: part for field, part in zip(declared.key, change.record, strict=True)}
        for one in declared.fields:
            if one.no in change.fields:
                named[one.name] = change.fields[one.no]
        if reader_class_of(declared) is not scope.reader_class:
            return False
        if (
            any(one.name == "event" for one in declared.columns)
            and str(named.get("event") or "") != scope.event
        ):
            return False
        place = named.get(declared.place_field) if declared.place_field else None
        return place is None or scope_place(str(place)) == scope.place

    def _keep_waiting(self, stream: Stream, first: int, bodies: list[bytes]) -> None:
        """Put into the inbox what cannot be applied yet; what could never be is refused now, not later with others."""
        for body in bodies:
            change = _decoded(body, stream)
            of = change.record
            # The scope of a record that has not been heard of is known when it arrives.
            if not isinstance(of, Dot) or self._book.by_id(of.stream).scope is not None:
                self._check_scope(stream, change)
        present = set(
            self._connection.execute(
                select(schema.inbox.c.seq).where(schema.inbox.c.stream == stream.no)
            ).scalars()
        )
        rows = [
            {"stream": stream.no, "seq": seq, "bytes": body}
            for seq, body in enumerate(bodies, first)
            if seq not in present
        ]
        if rows:
            self._connection.execute(insert(schema.inbox), rows)

    def _fetch_waiting(self) -> None:
        """Take out of the inbox what now joins on to what is held or was just taken."""
        for no in list(self._connection.execute(select(schema.inbox.c.stream).distinct()).scalars()):
            stream = self._book.by_no(no)
            queue = self._queues.setdefault(no, deque())
            rows = self._connection.execute(
                select(schema.inbox).where(schema.inbox.c.stream == no).order_by(schema.inbox.c.seq)
            ).all()
            for row in rows:
                expected = stream.held + len(queue) + 1
                if row.seq == expected:
                    queue.append(row.bytes)
                elif row.seq > expected:
                    break
                self._connection.execute(
                    delete(schema.inbox).where(schema.inbox.c.stream == no, schema.inbox.c.seq == row.seq)
                )


def _decoded(body: bytes, stream: Stream) -> Change:
    try:
        return codec.decode(body, stream.id)
    except codec.BadBytes as fault:
        raise errors.Damaged(N_("Kiriman ini tidak utuh: satu isian tidak dapat dibaca.")) from fault


def _is_named(declared: records.RecordType, change: Change) -> bool:
    """Whether a natural key is one that lists can be made of, and the place is in a region that can be."""
    named: dict[str, Any] = {}
    if isinstance(change.record, tuple) and not isinstance(change.record, Dot):
        if len(change.record) != len(declared.key):
            return False
        for one, part in zip(declared.key, change.record, strict=True):
            try:
                if isinstance(part, Dot) or one.check(part) != part:
                    return False
            except errors.Refused:
                return False
            named[one.name] = part
    elif declared.key:
        return False
    for one in declared.fields:
        if one.name == declared.place_field and one.no in change.fields:
            named[one.name] = change.fields[one.no]
    place = named.get(declared.place_field)
    if place is None:
        return True
    try:
        level = places.level_of(places.region_of(str(place)))
    except errors.Refused:
        return False
    return declared.place_field != "village" or level is places.Level.VILLAGE


def _forked(scope: Scope | None) -> errors.Damaged:
    return errors.Damaged(
        N_(
            "Kiriman ini bertentangan dengan yang sudah ada di sini untuk {place}: satu nomor dipakai dua kali. "
            "Hubungi kantor pengirim; data di sini tidak diubah."
        ),
        place=scope.place if scope else "?",
    )
