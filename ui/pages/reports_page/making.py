# SPDX-License-Identifier: Apache-2.0
"""Papers are made beside the window: the newest that was asked for is shown, one that is not wanted any more stops."""

import io
from dataclasses import dataclass, replace

from PySide6 import QtCore

from desk_app.base import files
from desk_app.base.progress import Steps
from desk_app.operations import paper_options, papers, printing
from desk_app.operations.desk import Desk
from ui import runner

MOST_SHOWN = 4000
"""Pages of a stack of forms that are made to be looked at; all of them are printed."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A paper as it stands in the window. `asked`: with what goes without saying; `pdf`: its first pages where more
    follow."""

    asked: papers.Asked
    prepared: papers.Prepared
    pdf: bytes

    @property
    def has_more(self) -> bool:
        return self.prepared.forms is not None


class Making(QtCore.QObject):
    """`made(Shown)`; `whole(Shown)`: all pages of one that was shown by its first; `refused(exception)`.
    `stepped(Progress)`: data of a past moment are brought together."""

    made = QtCore.Signal(object)
    whole = QtCore.Signal(object)
    refused = QtCore.Signal(object)
    stepped = QtCore.Signal(object)

    def __init__(self, desk: Desk, runner_: runner.Runner, parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._runner = runner_
        self._turn = 0
        self._handle: runner.Handle | None = None

    def make(self, asked: papers.Asked, *, fresh: bool = False) -> None:
        """Make a paper; `fresh`: it was just chosen, so what it must be about may still be open."""
        self._turn += 1
        turn, desk = self._turn, self._desk
        self.cancel()

        def steps() -> Steps[Shown]:
            whole = paper_options.settled(desk, asked) if fresh else asked
            prepared = yield from printing.make_in_steps(desk, whole)
            if prepared.issued is None and prepared.report.registered:
                prepared = prepared.draft()
            return Shown(whole, prepared, prepared.preview())

        def done(shown: Shown) -> None:
            if turn == self._turn:
                self.made.emit(shown)
                if shown.has_more:
                    self._make_whole(shown, turn)

        def failed(error: Exception) -> None:
            if turn == self._turn:
                self.refused.emit(error)

        self._handle = self._runner.long(steps, self.stepped.emit, done, failed, lane=_lane(asked))

    def cancel(self) -> None:
        """Stop what is being made."""
        if self._handle is not None:
            self._handle.cancel()

    def _make_whole(self, shown: Shown, turn: int) -> None:
        def done(data: bytes) -> None:
            if turn == self._turn:
                self.whole.emit(replace(shown, pdf=data))

        self._handle = self._runner.long(lambda: whole_pdf(shown.prepared, MOST_SHOWN), None, done)


def _lane(asked: papers.Asked) -> str:
    """A past moment is brought together for seconds: the lists of the window are not to wait for it."""
    return "long" if asked.as_of else "read"


def whole_pdf(prepared: papers.Prepared, most: int = 0) -> Steps[bytes]:
    """All pages of a paper, telling how far it is; `most`: stop after about so many pages of a stack of forms."""
    if prepared.forms is None:
        return prepared.pdf()
    if most and prepared.forms.count > most:
        return prepared.preview()
    sink = io.BytesIO()
    yield from prepared.write_pdf(files.Part(sink))
    return sink.getvalue()
