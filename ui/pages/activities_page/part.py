# SPDX-License-Identifier: Apache-2.0
"""What every tab of Kegiatan is: it reads when it is first shown, writes on the writer's lane, and tells its page."""

from collections.abc import Callable
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain import activities as rules
from desk_app.domain import errors as known
from desk_app.operations.desk import Desk
from ui import errors, icons, runner, theme
from ui.dialogs import undo_notice
from ui.widgets import drafts, notice, table_panel

STAGE_MARKS = {
    rules.Stage.UNDATED: "belum",
    rules.Stage.PLANNED: "belum",
    rules.Stage.TODAY: "belum_lengkap",
    rules.Stage.UNREPORTED: "masalah",
    rules.Stage.FINISHED: "siap",
    rules.Stage.CANCELLED: "belum",
}


class Part(QtWidgets.QWidget):
    """A tab, or a card in one. `navigate(key, target)`; `told(words)`; `notices(Notice)`."""

    navigate = QtCore.Signal(str, object)
    told = QtCore.Signal(str)
    notices = QtCore.Signal(object)

    def __init__(
        self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None], held: drafts.Drafts
    ) -> None:
        super().__init__()
        self.desk = desk
        self.lanes = lanes
        self.failed = failed
        self.drafts = held
        self.undo = undo_notice.UndoNotice(desk, lanes, self.notices.emit, self)

    def reload(self) -> None:
        """Read again what is shown."""

    def commit(self) -> None:
        """Say what is entered and not yet told."""

    def pass_on(self, part: "Part") -> None:
        """Tell on what a part of this one tells."""
        part.navigate.connect(self.navigate)
        part.told.connect(self.told)
        part.notices.connect(self.notices)

    def write(self, work: Callable[[], Any], done: Callable[[Any], None] | None = None) -> None:
        """Write, and tell a refusal at the foot of the page."""
        self.lanes.write(work, done, self.failed)

    def write_field(self, work: Callable[[], Any], refuse: Callable[[str], object]) -> None:
        """Write one field; a refusal stands under it."""

        def failed(error: Exception) -> None:
            if not isinstance(error, known.Refused):
                raise error
            refuse(errors.words(error))

        self.lanes.write(work, None, failed)

    def copy_text(self, make: Callable[[], str]) -> None:
        """Put a text on the clipboard for WhatsApp, as it is once all that is being written is written."""

        def put(text: str) -> None:
            QtGui.QGuiApplication.clipboard().setText(text)
            self.told.emit(_("Disalin. Tempelkan di WhatsApp dengan Ctrl+V."))

        self.lanes.write(make, put, self.failed)

    def say(self, words: str, tone: notice.Tone = notice.Tone.WARNING) -> None:
        self.notices.emit(notice.Notice(words, tone))


def take_over_copy(table: table_panel.TablePanel, slot: Callable[[], object]) -> None:
    """Let a list leave for WhatsApp in words of its own: its button and key do what the tab's button does."""
    table.chat_button.hide()
    table.view.chat_requested.disconnect(table.copy_for_chat)
    table.view.chat_requested.connect(slot)


def link(text: str, icon: str, slot: Callable[[], object]) -> QtWidgets.QPushButton:
    """A quiet button in a row of its kind."""
    button = QtWidgets.QPushButton(text)
    icons.put(button, icon, "primary")
    theme.set_role(button, "link")
    button.clicked.connect(lambda _checked=False: slot())
    return button


def push(text: str, icon: str, slot: Callable[[], object], *, role: str = "") -> QtWidgets.QPushButton:
    """A button with words and an icon."""
    button = QtWidgets.QPushButton(text)
    icons.put(button, icon, "on_primary" if role == "primary" else "text")
    if role:
        theme.set_role(button, role)
    button.clicked.connect(lambda _checked=False: slot())
    return button
