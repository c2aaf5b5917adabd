# SPDX-License-Identifier: Apache-2.0
"""SK: the decrees with their amendments, one of them with its form and its scan."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.operations import team_decrees, teams
from desk_app.operations.desk import Desk
from ui import errors, runner
from ui.dialogs import attached_card, undo_notice
from ui.widgets import decree_panel, notice


class DecreeTab(QtWidgets.QWidget):
    """The tab. `notices(Notice)`, `history_wanted(no, title)`."""

    notices = QtCore.Signal(object)
    history_wanted = QtCore.Signal(object, str)

    def __init__(self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None]) -> None:
        super().__init__()
        self._desk = desk
        self._runner = lanes
        self._failed = failed
        self._undo = undo_notice.UndoNotice(desk, lanes, self.notices.emit, self)
        self.panel = decree_panel.DecreePanel()
        self.attached = attached_card.AttachedCard(desk, lanes, failed)
        self.attached.notices.connect(self.notices)
        self.attached.hide()
        self.panel.add_below(self.attached)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        self.panel.new_wanted.connect(self.new)
        self.panel.edited.connect(self._edit)
        self.panel.removed.connect(self._remove)
        self.panel.chosen.connect(self._show_attached)
        self.panel.history_wanted.connect(self.history_wanted)
        self.panel.told.connect(lambda words: self.notices.emit(notice.Notice(words, notice.Tone.DONE)))

    def show_all(self, decrees: Sequence[teams.Decree], seen: int | None, today: str) -> None:
        """Show what was read."""
        self.panel.set_decrees(decrees, seen, today)

    def reload_attached(self) -> None:
        """Read the scans again."""
        self.attached.reload()

    def new(self, amends: int = 0) -> None:
        """Make a decree, an amendment of another one, and show it."""
        told = {"amends": amends} if amends else {}
        self._runner.write(lambda: teams.new_decree(self._desk, **told), self.panel.await_decree, self._failed)

    def _edit(self, no: int, name: str, value: Any) -> None:
        part = self.panel.form
        told = {name: value or None, "seen": part.seen(name)}

        def failed(error: Exception) -> None:
            if not isinstance(error, known.Refused):
                raise error
            part.refuse(no, name, errors.words(error))

        self._runner.write(lambda: teams.edit_decree(self._desk, no, **told), None, failed)

    def _remove(self, no: int, title: str) -> None:
        words = _("{title} dihapus.").format(title=title)
        self._undo.take_out(lambda: team_decrees.delete_decree(self._desk, no), words, self._failed)

    def _show_attached(self, no: int) -> None:
        self.attached.setVisible(bool(no))
        if no:
            self.attached.show_record(no)
