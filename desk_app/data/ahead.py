# SPDX-License-Identifier: Apache-2.0
"""Sorting one piece ahead: while the database works on a piece, a thread reads the next one (decision 0012).

The thread runs `Sorter.sort` and nothing else: no database, no files. Two threads get on only while one of them is
outside of Python, as in a long statement: so the next piece is begun just before such statements, and waited for
(`pause`) before anything that goes through rows one by one, which would give way to the thread at each of them.
"""

import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from types import TracebackType

from desk_app.data.plain import Sorted

_SWITCH = 0.0005
"""Seconds after which a statement that is done gets Python back from the thread; the default is ten times more."""

Sort = Callable[[], Sorted]


@dataclass(frozen=True, slots=True)
class Piece:
    """Changes `after` + 1 … `upto` of the stream with this number here, and how to sort them."""

    no: int
    after: int
    upto: int
    sort: Sort


class Ahead:
    """At most one piece, sorted ahead of time; a context that ends the thread."""

    def __init__(self) -> None:
        self._lane: ThreadPoolExecutor | None = None
        self._piece: Piece | None = None
        self._found: Future[Sorted] | None = None
        self._switch = sys.getswitchinterval()

    def __enter__(self) -> "Ahead":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._lane is not None:
            self._lane.shutdown()
            sys.setswitchinterval(self._switch)

    def begin(self, piece: Piece) -> None:
        """Sort a piece meanwhile."""
        if self._lane is None:
            self._lane = ThreadPoolExecutor(1, "desk-ahead")
            sys.setswitchinterval(_SWITCH)
        self._piece, self._found = piece, self._lane.submit(piece.sort)

    def pause(self) -> None:
        """Wait until the thread rests."""
        if self._found is not None:
            self._found.exception()

    def take(self, piece: Piece) -> Sorted:
        """A piece, sorted ahead or now; another that was begun is let go."""
        self.pause()
        found, self._found = self._found, None
        begun = self._piece
        if found is None or begun is None or (begun.no, begun.after, begun.upto) != (piece.no, piece.after, piece.upto):
            return piece.sort()
        ahead = found.result()
        # What it replaces may have been put in since, by another stream: then much of it was taken for not plain.
        return piece.sort() if len(ahead.rest) * 10 > piece.upto - piece.after else ahead


@dataclass(slots=True)
class Meanwhile:
    """A sorted piece, and the next one (if any) that may be sorted while this one is put in."""

    found: Sorted
    ahead: Ahead
    following: Piece | None

    def begin(self) -> None:
        """Begin with the next piece, unless it was."""
        following, self.following = self.following, None
        if following is not None:
            self.ahead.begin(following)

    def pause(self) -> None:
        self.ahead.pause()
