# SPDX-License-Identifier: Apache-2.0
"""Long work while there is no window: the demonstration is made, the last backup is written."""

from collections.abc import Callable

from PySide6 import QtCore, QtWidgets

from desk_app.base.progress import Steps
from desk_app.base.text import _
from desk_app.domain import errors as known
from ui import errors, runner, theme
from ui.widgets import form, notice, progress_panel

SHOWN_AFTER_MS = 200


class WaitingDialog(QtWidgets.QDialog):
    """`finished_with(result)`: the work is done. `given_up()`: it was refused or stopped, and the dialog closed.

    `at_once`: shown from the start, for work that is known to take its time and that somebody waits for.
    """

    finished_with = QtCore.Signal(object)
    given_up = QtCore.Signal()

    def __init__(
        self,
        title: str,
        words: str,
        lanes: runner.Runner,
        steps: Callable[[], Steps[object]],
        *,
        close_words: str = "",
        can_cancel: bool = False,
        at_once: bool = False,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._over = False
        self.panel = progress_panel.ProgressPanel()
        self.notices = notice.NoticeBar()
        self.close_button = QtWidgets.QPushButton(close_words or _("Tutup"))
        self.close_button.clicked.connect(self.reject)
        self.close_button.hide()
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(form.label(title, "heading"))
        column.addWidget(form.label(words, "muted", wraps=True))
        column.addWidget(self.panel)
        column.addWidget(self.notices)
        column.addWidget(self.close_button, 0, QtCore.Qt.AlignmentFlag.AlignRight)
        column.addStretch(1)
        theme.dress(self)
        self.setMinimumWidth(460)
        self.panel.begin(_("Memulai …"), can_cancel=can_cancel)
        # Work that is over at once shows nothing.
        self._shower = QtCore.QTimer(self, singleShot=True, interval=SHOWN_AFTER_MS)
        self._shower.timeout.connect(self.show)
        if at_once:
            self.show()
        else:
            self._shower.start()
        handle = lanes.long(
            steps, self.panel.show_progress, self._take, self._refuse, self._give_up, lane="write"
        )
        self.panel.cancelled.connect(handle.cancel)

    def reject(self) -> None:
        if self._over:  # while it works, Esc and the cross of the window do nothing
            self._give_up()

    def _take(self, result: object) -> None:
        self._end()
        self.finished_with.emit(result)

    def _give_up(self) -> None:
        self._end()
        self.given_up.emit()

    def _end(self) -> None:
        self._over = True
        self._shower.stop()
        self.panel.end()
        self.hide()

    def _refuse(self, error: Exception) -> None:
        self._over = True
        self._shower.stop()
        self.panel.end()
        words = errors.words(error) if isinstance(error, known.Refused) else errors.report(error)
        self.notices.tell(notice.Notice(words, notice.Tone.REFUSED))
        self.close_button.show()
        self.show()
