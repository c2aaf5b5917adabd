# SPDX-License-Identifier: Apache-2.0
"""How a tab of Hasil Suara keeps up with what comes in: it is weighed beside the window, then what is shown is read."""

from collections.abc import Callable, Collection
from typing import Generic, TypeVar

from PySide6 import QtCore

from desk_app.base.progress import Progress
from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.domain import words
from desk_app.domain.counts.rights import Right
from desk_app.operations import count_keys, tally
from ui.pages.counts_page import part

T = TypeVar("T")


class Weighing(QtCore.QObject, Generic[T]):
    """Rounds of weighing and reading, one at a time. `stepped(words)`: how far the weighing is, "" when it is over;
    `ended()`: what is shown is what stands, or why not was told.
    """

    stepped = QtCore.Signal(str)
    ended = QtCore.Signal()

    def __init__(
        self,
        tab: part.Part,
        key: str,
        rights: Collection[Right],
        *,
        look: Callable[[], Callable[[], T] | None],
        take: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """`rights`: who has one of them weighs; others only read. `look` returns what is to be read now, None for
        nothing; `key` names it among all that is read, so that only the newest is taken.
        """
        super().__init__(tab)
        self._desk, self._lanes = tab.desk, tab.lanes
        self._key, self._rights = key, frozenset(rights)
        self._look, self._take, self._failed = look, take, failed
        self._is_under_way = False
        self._is_weighing = False
        self._again = False

    def weigh(self) -> None:
        """Weigh what came in, where that is allowed, then read; asked meanwhile, all of it once more afterwards."""
        if self._is_under_way:
            self._again = True
            return
        self._is_under_way = True
        if not self._rights & count_keys.rights(self._desk):
            self.read()
            return
        self._is_weighing = True
        desk = self._desk
        self._lanes.long(lambda: tally.refresh(desk), self._step, self._weighed, self._not_weighed)

    def read(self) -> None:
        """Read what is shown, as it was weighed last."""
        work = self._look()
        if work is not None:
            self._lanes.read(work, self._taken, self._not_read, key=self._key)
        elif not self._is_weighing:
            self._end()

    def _step(self, step: Progress) -> None:
        done, total = words.dotted(step.done), words.dotted(step.total or 0)
        said = _("{words}: {done} dari {total}").format(words=_(step.words), done=done, total=total)
        self.stepped.emit(said)

    def _weighed(self, _many: int) -> None:
        self._is_weighing = False
        self.read()

    def _not_weighed(self, error: Exception) -> None:
        self._is_weighing = False
        if isinstance(error, known.NotPermitted):
            self.read()  # the key was put away meanwhile: what is shown goes with it
        else:
            self._end()
            self._failed(error)

    def _taken(self, found: T) -> None:
        try:
            self._take(found)
        finally:
            self._end()

    def _not_read(self, error: Exception) -> None:
        self._end()
        self._failed(error)

    def _end(self) -> None:
        """End the round, unless what ended is a reading that was asked for while it is still being weighed."""
        if self._is_weighing:
            return
        self._is_under_way = False
        self.stepped.emit("")
        self.ended.emit()
        if self._again:
            self._again = False
            self.weigh()
