# SPDX-License-Identifier: Apache-2.0
"""The two other ways in beside copying a paper: a list from Excel, and a code told by phone."""

from collections.abc import Callable

from PySide6 import QtWidgets

from desk_app.base.text import _
from desk_app.operations.desk import Desk
from ui import icons, runner, theme
from ui.dialogs import count_import_way, count_phone_dialog, workbook_dialog
from ui.widgets import notice


class Bringing(QtWidgets.QWidget):
    """Two buttons. `say(words, tone)` tells what was brought in; `race()`: the one that is being copied."""

    def __init__(
        self,
        desk: Desk,
        lanes: runner.Runner,
        race: Callable[[], str],
        say: Callable[[str, notice.Tone], object],
    ) -> None:
        super().__init__()
        self._desk, self._lanes, self._race, self._say = desk, lanes, race, say
        self.dialog: QtWidgets.QDialog | None = None
        self.from_list = self._button(_("Masukkan dari Excel …"), "excel", self.bring_list)
        self.from_list.setToolTip(_("Masukkan hasil banyak TPS dari Excel atau CSV"))
        self.by_phone = self._button(_("Kode lewat telepon …"), "telepon", self.bring_code)
        self.by_phone.setToolTip(_("Ketik kode hasil satu TPS yang dibacakan lewat telepon"))
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE)
        row.addWidget(self.from_list)
        row.addWidget(self.by_phone)
        row.addStretch(1)

    def bring_list(self) -> None:
        """Open the form that reads a list."""
        self.dialog = workbook_dialog.open_over(
            self.window(),
            self._lanes,
            count_import_way.CountWay(self._desk),
            lambda said: self._say(said, notice.Tone.DONE),
            self._closed,
        )

    def bring_code(self) -> None:
        """Open the form that takes a code."""
        made = count_phone_dialog.open_over(
            self.window(), self._desk, self._lanes, self._race(), lambda said: self._say(said, notice.Tone.DONE)
        )
        made.finished.connect(lambda _code: self._closed())
        self.dialog = made

    def _closed(self) -> None:
        self.dialog = None

    def _button(self, text: str, icon: str, slot: Callable[[], object]) -> QtWidgets.QPushButton:
        button = QtWidgets.QPushButton(text)
        button.setAutoDefault(False)
        icons.put(button, icon)
        button.clicked.connect(lambda _checked=False: slot())
        return button
