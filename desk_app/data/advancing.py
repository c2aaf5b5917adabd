# SPDX-License-Identifier: Apache-2.0
"""Queues put in: stretch by stretch of whole groups, each within a savepoint, as far as each stream can go."""

from collections.abc import Mapping
from types import TracebackType

import sqlalchemy

from desk_app.data.ahead import Ahead, Meanwhile, Piece
from desk_app.data.plain import Heard, Sorter
from desk_app.data.queues import Queue
from desk_app.data.streams import Stream, StreamBook
from desk_app.data.stretch import Stretch, Trouble
from desk_app.data.taken import Taken

STRETCH = 10_000
"""Changes of a stream that are put in at once, when there are so many."""


class Advancing:
    """Advances the queues of an import within one transaction; a context. `most`: about how many changes to put in."""

    def __init__(
        self,
        connection: sqlalchemy.Connection,
        book: StreamBook,
        arrival: int,
        queues: Mapping[int, Queue],
        taken: Taken,
        most: int | None,
    ) -> None:
        self._connection = connection
        self._book = book
        self._arrival = arrival
        self._queues = queues
        self._taken = taken
        self._most = most
        self._sorters: dict[int, Sorter] = {}
        self._heard: Heard = {}
        self._ahead = Ahead()

    def __enter__(self) -> "Advancing":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ahead.__exit__(kind, fault, trace)

    @property
    def is_full(self) -> bool:
        """Whether as many changes were put in as were asked for."""
        return self._most is not None and self._taken.applied >= self._most

    def advance(self, stream: Stream) -> tuple[bool, Trouble | None]:
        """Put in what can be of one stream; whether anything was, and what stands in the way of the rest."""
        queue = self._queues[stream.no]
        moved = False
        trouble: Trouble | None = None
        while queue.upto > stream.held and not self.is_full:
            end = queue.begin_of_group(trouble.seq, stream.held) - 1 if trouble else self._end(stream, queue)
            if end == stream.held:
                break
            found = self._try(stream, queue, end)
            moved |= found is None
            if found is None and trouble is not None:
                break
            trouble = found or trouble
        return moved, trouble

    def _end(self, stream: Stream, queue: Queue) -> int:
        size = min(STRETCH, queue.pace)
        if self._most is not None:
            size = min(size, self._most - self._taken.applied)
        return queue.end_of_stretch(stream.held, size)

    def _try(self, stream: Stream, queue: Queue, end: int) -> Trouble | None:
        """Put in the changes up to a number, or none of them and what stands in the way."""
        stretch = Stretch(self._connection, self._book, self._arrival, stream, self._taken)
        with self._connection.begin_nested() as savepoint:
            trouble = self._put_in(stretch, stream, queue, end)
            if trouble is not None:
                savepoint.rollback()
        if trouble is not None:
            self._book.put_back()
            return trouble
        self._taken.add(stretch.touched, end - stream.held)
        stream.held, stream.rolling = end, queue.rolling(end)
        self._book.flush()
        queue.go_on(end, stream.rolling)
        return None

    def _put_in(self, stretch: Stretch, stream: Stream, queue: Queue, end: int) -> Trouble | None:
        """A stretch, piece by piece: a group may be a whole table that was read in."""
        after = stream.held
        while after < end:
            piece = self._piece(stream, queue, after, end)
            following = self._following(stream, queue, piece.upto, end)
            meanwhile = Meanwhile(self._ahead.take(piece), self._ahead, following)
            trouble = stretch.put_in(after + 1, queue.part(after, piece.upto), meanwhile)
            if trouble is not None:
                return trouble
            after = piece.upto
        return None

    def _piece(self, stream: Stream, queue: Queue, after: int, end: int) -> Piece:
        if stream.no not in self._sorters:
            self._sorters[stream.no] = Sorter(stream, self._book.held_key, self._heard)
        sorter = self._sorters[stream.no]
        upto = min(after + STRETCH, end)
        return Piece(stream.no, after, upto, lambda: sorter.sort(after + 1, queue.part(after, upto)))

    def _following(self, stream: Stream, queue: Queue, after: int, end: int) -> Piece | None:
        """The piece that is put in next if nothing stands in the way."""
        if after < end:
            return self._piece(stream, queue, after, end)
        if self._most is not None or queue.pace < STRETCH:
            return None
        if after < queue.upto:
            return self._piece(stream, queue, after, queue.end_of_stretch(after, STRETCH))
        behind = list(self._queues)
        for no in behind[behind.index(stream.no) + 1 :]:
            other, waiting = self._book.by_no(no), self._queues[no]
            if waiting.upto > other.held and waiting.pace >= STRETCH:
                return self._piece(other, waiting, other.held, waiting.end_of_stretch(other.held, STRETCH))
        return None
