# SPDX-License-Identifier: Apache-2.0
"""What comes in: runs of foreign streams, applied where all that they name is held, kept waiting where it is not.

Nothing here trusts its input: a run counts only as far as its author's seal reaches, every change is read in
canonical form, its depth and its scope are checked (exchange.md §8, §23). A stream in which something can never be
right is set aside and reported, and the rest of the package is taken. A group (what one transaction of its author
made in a stream) is put in whole or not at all; a seal ends a group.
"""

from collections.abc import Iterable

import sqlalchemy
from sqlalchemy import select

from desk_app.data import arriving, aside, inbox, schema, seals, sending
from desk_app.data.advancing import Advancing
from desk_app.data.aside import Aside, Reason
from desk_app.data.queues import Queue
from desk_app.data.streams import Stream, StreamBook
from desk_app.data.taken import Taken
from desk_app.domain import records
from desk_app.journal.streams import Scope


class Receiver:
    """Takes runs into one open transaction: `take` (or `take_run`) for each, then `settle`.

    `at`: the clock's seconds, kept with a stream that is set aside. `most`: about how many changes to put in (to the
    end of a group); what is left stays with the caller, who hands the same runs to the next receiver while `more`.
    """

    def __init__(
        self, connection: sqlalchemy.Connection, arrival: int, *, at: int = 0, most: int | None = None
    ) -> None:
        self._connection = connection
        self._arrival = arrival
        self._at = at
        self._most = most
        self._book = StreamBook(connection)
        self._queues: dict[int, Queue] = {}
        self._apart = aside.numbers(connection)
        self.more = False
        self.taken = Taken()

    @property
    def touched(self) -> dict[int, int]:
        """The records touched: local number → kind."""
        return self.taken.kinds

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
        self.take_run(arriving.checked(stream_id, replica, scope, first, before, bodies, seal))

    def take_run(self, run: arriving.Run) -> None:
        """Take a run that was checked already, as for an earlier receiver."""
        stream = self._book.of(run.replica, run.scope)
        seq, reason = self._apart.get(stream.no, (0, Reason.FORK))
        if reason is not Reason.FORK:
            self._report(aside.told(stream, seq, reason, again=True))
            return
        reached = min(stream.held, run.upto)
        if reached >= run.first - 1:
            self.taken.known += max(0, reached - run.first + 1)
            if sending.rolling_at(self._connection, stream, reached) != run.rolling(reached):
                self._set_aside(stream, max(run.first, 1), Reason.FORK)
                return
        if run.upto == reached:
            return
        queue = self._queue_of(stream)
        if not queue.agrees(run):
            self._set_aside(stream, run.first, Reason.FORK)
            return
        sending.add_seal(self._connection, stream.no, run.seal)
        if run.first <= queue.upto + 1:
            queue.join(run)
        else:
            inbox.keep(self._connection, stream.no, run.first, run.bodies)

    def settle(self) -> None:
        """Apply all that can be applied, in whatever order it hangs together; the rest waits."""
        for no in inbox.streams_waiting(self._connection):
            if self._apart.get(no, (0, Reason.FORK))[1] is Reason.FORK:
                self._fetch_waiting(self._book.by_no(no))
        with Advancing(self._connection, self._book, self._arrival, self._queues, self.taken, self._most) as advancing:
            moved = True
            while moved and not advancing.is_full:
                moved = False
                for no in list(self._queues):
                    moved |= self._advance(advancing, self._book.by_no(no))
            left = any(queue.upto > self._book.by_no(no).held for no, queue in self._queues.items())
            self.more = left and advancing.is_full
        for no, queue in self._queues.items():
            self._put_away(self._book.by_no(no), queue)
        self._book.flush()
        self.taken.waiting = inbox.count(self._connection)
        disputed = self._connection.execute(select(schema.conflict.c.record)).scalars()
        self.taken.disputed = sum(_is_settled_here(self.taken.kinds.get(record)) for record in disputed)

    def _queue_of(self, stream: Stream) -> Queue:
        if stream.no not in self._queues:
            self._queues[stream.no] = Queue(stream.held + 1, [(stream.held, stream.rolling)])
        return self._queues[stream.no]

    def _fetch_waiting(self, stream: Stream) -> None:
        """Queue what waits where it now joins on to what is held or was just taken."""
        queue = self._queue_of(stream)
        while self._most is None or queue.upto < stream.held + self._most:
            try:
                run = inbox.next_run(self._connection, stream.no, queue.upto, queue.rolling(queue.upto))
            except inbox.Forked:
                inbox.drop(self._connection, stream.no)
                seals.drop_beyond(self._connection, stream.no, queue.upto)
                self._set_aside(stream, queue.upto + 1, Reason.FORK)
                return
            if run is None:
                return
            queue.extend(*run)

    def _advance(self, advancing: Advancing, stream: Stream) -> bool:
        """Put in what can be of one stream; says whether anything was."""
        queue = self._queues[stream.no]
        if queue.waits_for is not None and not self._book.holds(queue.waits_for):
            return False
        moved, trouble = advancing.advance(stream)
        if trouble is not None and trouble.waits_for is not None:
            queue.wait(trouble.waits_for)
        elif trouble is not None and trouble.reason is not None:
            self._set_aside(stream, trouble.seq, trouble.reason)
        return moved

    def _set_aside(self, stream: Stream, seq: int, reason: Reason) -> None:
        """Note a stream and what is wrong with it; unless another branch of it is held, nothing more is taken of it."""
        again = stream.no in self._apart
        self._apart[stream.no] = seq, reason
        aside.add(self._connection, stream.no, seq, reason, self._at)
        self._report(aside.told(stream, seq, reason, again=again))
        if reason is not Reason.FORK:
            self._put_away(stream, self._queues.pop(stream.no))

    def _report(self, one: Aside) -> None:
        if one.stream not in {other.stream for other in self.taken.aside}:
            self.taken.aside.append(one)

    def _put_away(self, stream: Stream, queue: Queue) -> None:
        """Let wait what is left of a queue, unless the caller keeps it."""
        inbox.drop(self._connection, stream.no, stream.held)
        if not self.more:
            inbox.keep(self._connection, stream.no, stream.held + 1, queue.part(stream.held, queue.upto))
        for upto, rolling in seals.between(self._connection, stream.no, queue.first - 1, stream.held):
            if rolling != queue.rolling(upto):
                seals.drop(self._connection, stream.no, upto)
                self._set_aside(stream, upto, Reason.FORK)


def _is_settled_here(kind: int | None) -> bool:
    """Whether a disagreement about a record of this kind is one of Data berbeda; None: it was not touched."""
    declared = records.TYPES.get(kind or 0)
    return kind is not None and (declared is None or not declared.is_weighed_apart)
