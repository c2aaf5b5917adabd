# SPDX-License-Identifier: Apache-2.0
"""A stretch of one stream put in: plain changes by the thousand, the rest one by one, or what stands in the way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy

from desk_app.data import belonging, lookups
from desk_app.data.ahead import Meanwhile
from desk_app.data.aside import Reason
from desk_app.data.plain import Row, Shape, Sorted
from desk_app.data.plain_rows import PlainRows
from desk_app.data.projection import Projector
from desk_app.data.streams import MASK, Stream, StreamBook
from desk_app.data.taken import MOST_BEFORE, Taken, Touched
from desk_app.domain import errors
from desk_app.journal import codec
from desk_app.journal.change import Change
from desk_app.journal.streams import Dot

FEW = 8
"""Fewer plain changes of one shape than this are put in sooner one by one."""

_ADD = "INSERT INTO change (key, record, bytes, arrival) VALUES (?, ?, ?, ?)"


@dataclass(frozen=True, slots=True)
class Trouble:
    """What keeps change `seq` from being put in: it waits for another, or (a reason) it can never be right."""

    seq: int
    waits_for: Dot | None = None
    reason: Reason | None = None


class Stretch:
    """Changes of one stream that are put in together, within a savepoint: one trouble, and all is taken back.

    `touched`: the records that it alters or makes.
    """

    def __init__(
        self, connection: sqlalchemy.Connection, book: StreamBook, arrival: int, stream: Stream, taken: Taken
    ) -> None:
        self._connection = connection
        self._book = book
        self._arrival = arrival
        self._stream = stream
        self.touched = Touched(taken.kinds, MOST_BEFORE - len(taken.before))

    def put_in(self, first: int, bodies: Sequence[bytes], meanwhile: Meanwhile) -> Trouble | None:
        """Put in the changes from number `first` on, all of them unless there is trouble; the next piece may follow."""
        found = meanwhile.found
        trouble = self._look_over(found)
        if trouble is not None:
            return trouble
        careful = dict(found.rest)
        for key in self._put_plain(found, meanwhile):
            seq = key & MASK
            careful[seq] = codec.decode(bodies[seq - first], self._stream.id)
        meanwhile.pause()
        return self._put_carefully({seq: (bodies[seq - first], careful[seq]) for seq in sorted(careful)})

    def _look_over(self, found: Sorted) -> Trouble | None:
        """What can be told of the changes that are not plain before anything is written."""
        for seq, one in found.rest.items():
            missing = next((dot for dot in sorted(one.named()) if not self._has(dot, seq)), None)
            if missing is not None and missing.stream == self._stream.id:
                return Trouble(seq, reason=Reason.DEPTH)  # it names itself or what comes after it
            if missing is not None:
                return Trouble(seq, waits_for=missing)
            reason = belonging.fault(self._book, self._stream, one)
            if reason is not None:
                return Trouble(seq, reason=reason)
        if found.unreadable is not None:
            return Trouble(found.unreadable, reason=Reason.UNREADABLE)
        return None

    def _has(self, dot: Dot, seq: int) -> bool:
        """Whether a change that change `seq` names is held, or comes before it."""
        if dot.stream == self._stream.id:
            return dot.seq < seq
        return self._book.holds(dot)

    def _put_plain(self, found: Sorted, meanwhile: Meanwhile) -> list[int]:
        """Put in what is plain; gives the local keys of the changes that are left for the careful way.

        The order among changes of which none names another is of no account (exchange.md §19, P1).
        """
        left: list[int] = []
        for shapes in found.rounds:
            meanwhile.pause()
            laid = [(shape, PlainRows(self._connection, shape)) for shape, rows in shapes.items() if len(rows) >= FEW]
            for shape, plain_rows in laid:
                plain_rows.lay(shapes[shape])
            meanwhile.begin()
            for shape, plain_rows in laid:
                left.extend(self._put_shape(shape, plain_rows, shapes[shape], meanwhile))
            left.extend(row[0] for rows in shapes.values() if len(rows) < FEW for row in rows)
        return left

    def _put_shape(
        self, shape: Shape, plain_rows: PlainRows, rows: list[Row], meanwhile: Meanwhile
    ) -> list[int]:
        """Put in those of the changes of one shape that are what they seem; gives the keys of the others."""
        records = None if self.touched.wants_before else plain_rows.put_at_once(rows, self._arrival)
        if records is not None:
            self.touched.note(self.touched.fresh(records), shape.declared.no, made=shape.creates)
            return []
        fresh = self.touched.fresh(plain_rows.find())
        wanted = self.touched.note(fresh, shape.declared.no, made=shape.creates)
        if wanted:
            meanwhile.pause()
            for row in lookups.rows(self._connection, shape.declared, ("no",), [(no,) for no in wanted]):
                self.touched.before[row["no"]] = row
        plain_rows.write(self._arrival)
        return plain_rows.odd()

    def _put_carefully(self, changes: Mapping[int, tuple[bytes, Change]]) -> Trouble | None:
        projector = Projector(self._connection, self._book)
        projector.expect(one for _, one in changes.values())
        rows = []
        for seq, (body, one) in changes.items():
            reason = _fault(projector, self._book, one)
            if reason is not None:
                return Trouble(seq, reason=reason)
            key = self._stream.key(seq)
            no = projector.number_of(one)
            if no is not None and self.touched.fresh([no]) and self.touched.note([no], one.type, made=False):
                self.touched.before[no] = dict(projector.state(no, one.type).values)
            record = projector.apply(key, one)
            if no is None:
                self.touched.note([record], one.type, made=True)
            rows.append((key, record, bytearray(body), self._arrival))
        projector.flush()
        if rows:
            self._connection.exec_driver_sql(_ADD, rows)
        return None


def _fault(projector: Projector, book: StreamBook, one: Change) -> Reason | None:
    """What is wrong with a change, told by what it names."""
    if isinstance(one.record, Dot):
        no = book.key(one.record)
        try:
            declared = projector.state(no, one.type).declared
        except errors.NotFound:
            return Reason.KIND
        if declared is None and (projector.change(no).type, projector.change(no).record) != (one.type, None):
            return Reason.KIND
    depths = [projector.depth(one, no, book.key(dot)) for no, dots in one.preds.items() for dot in dots]
    depths += [projector.change(book.key(dot)).depth for dot in one.observed]
    return None if one.depth == 1 + max(depths, default=0) else Reason.DEPTH
