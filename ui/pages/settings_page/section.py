# SPDX-License-Identifier: Apache-2.0
"""What every section of the settings is: a form that reads in a worker and saves each field when it is left."""

from collections.abc import Callable
from typing import TypeVar

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.operations import change_settings
from desk_app.operations.desk import Desk
from ui import errors, runner
from ui.widgets import form, notice

T = TypeVar("T")


class Section(QtWidgets.QWidget):
    """`told(Notice)`: something for the top of the page. Subclasses fill `column` and override `refresh`."""

    told = QtCore.Signal(object)
    listens: frozenset[str] = frozenset({"setting"})

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__()
        self.desk = desk
        self.lanes = lanes
        self.column = QtWidgets.QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 8, 8)
        self.column.setSpacing(12)

    def refresh(self) -> None:
        """Show anew what is kept."""

    def show_record(self, no: int) -> None:
        """Bring a record of the section into sight, ready to be edited."""

    def say(self, words: str, tone: notice.Tone = notice.Tone.DONE) -> None:
        """Tell something at the top of the page."""
        self.told.emit(notice.Notice(words, tone))

    def read(self, work: Callable[[], T], show: Callable[[T], None]) -> None:
        """Read in a worker; an older answer of this section is dropped."""
        self.lanes.read(work, show, self.failed, key=f"settings {type(self).__name__}")

    def write(
        self, work: Callable[[], T], done: Callable[[T], None] | None = None, row: form.FormRow | None = None
    ) -> None:
        """Write in the writer's lane; a refusal stands under its field, or at the top without one."""
        if row is None:
            self.lanes.write(work, done, self.failed)
            return

        def accepted(result: T) -> None:
            row.accept()
            if done is not None:
                done(result)

        def refused(error: Exception) -> None:
            if not isinstance(error, known.Refused):
                raise error
            row.refuse(errors.words(error))

        self.lanes.write(work, accepted, refused)

    def keep(self, row: form.FormRow, name: str, value: str) -> None:
        """Save one setting of the office."""
        desk = self.desk
        self.write(lambda: change_settings.set_many(desk, {name: value}), row=row)

    def failed(self, error: Exception) -> None:
        """Take a failure: a refusal is told at the top, a bug goes to the crash panel."""
        if not isinstance(error, known.Refused):
            raise error
        self.say(errors.words(error), notice.Tone.REFUSED)

    def confirm(self, question: str, words: str, button: str) -> bool:
        """Ask before what cannot be undone by Ctrl+Z."""
        box = QtWidgets.QMessageBox(self)
        box.setWindowTitle(self.desk.identity.name)
        box.setText(question)
        box.setInformativeText(words)
        yes = box.addButton(button, QtWidgets.QMessageBox.ButtonRole.AcceptRole)
        no = box.addButton(_("Batal"), QtWidgets.QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        box.exec()
        return box.clickedButton() is yes


def add_title(section: Section, title: str, words: str = "") -> None:
    """The heading of a section, with a sentence below."""
    section.column.addWidget(form.label(title, "heading"))
    if words:
        section.column.addWidget(form.label(words, "muted", wraps=True))
