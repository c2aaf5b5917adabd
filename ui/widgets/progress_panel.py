# SPDX-License-Identifier: Apache-2.0
"""How far long work is, in words, with a bar and a way to stop it."""

from PySide6 import QtCore, QtWidgets

from desk_app.base.progress import Progress
from desk_app.base.text import _
from desk_app.domain.words import dotted
from ui import theme


class ProgressPanel(QtWidgets.QFrame):
    """Hidden until `begin`; give `show_progress` to `Runner.long`. `cancelled()`: the button was pressed."""

    cancelled = QtCore.Signal()

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "card")
        self._words = QtWidgets.QLabel(wordWrap=True)
        self._count = QtWidgets.QLabel()
        theme.set_role(self._count, "muted")
        self._bar = QtWidgets.QProgressBar(textVisible=False)
        self._button = QtWidgets.QPushButton(_("Hentikan"))
        self._button.clicked.connect(self._cancel)
        row = QtWidgets.QHBoxLayout()
        row.addWidget(self._words, 1)
        row.addWidget(self._count)
        row.addWidget(self._button)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.addLayout(row)
        column.addWidget(self._bar)
        self.hide()

    def begin(self, words: str, *, can_cancel: bool = True) -> None:
        """Show the panel at the start of work."""
        self._words.setText(words)
        self._count.clear()
        self._bar.setRange(0, 0)
        self._button.setVisible(can_cancel)
        self._button.setEnabled(True)
        self.show()

    @QtCore.Slot(object)
    def show_progress(self, step: Progress) -> None:
        """Show a step of the work."""
        if step.words:
            self._words.setText(step.words)
        if step.total:
            self._bar.setRange(0, 1000)
            self._bar.setValue(1000 * step.done // step.total)
            counts = (dotted(step.done), dotted(step.total))
            self._count.setText(_("{done} dari {total}").format(done=counts[0], total=counts[1]))
        else:
            self._bar.setRange(0, 0)
            self._count.setText(dotted(step.done) if step.done else "")

    @QtCore.Slot()
    def end(self) -> None:
        """Take the panel away."""
        self.hide()

    def _cancel(self) -> None:
        self._button.setEnabled(False)
        self._words.setText(_("Menghentikan …"))
        self.cancelled.emit()
