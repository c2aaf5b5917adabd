# SPDX-License-Identifier: Apache-2.0
"""From an activity to its papers: that of the step that is open by one click, the others by a menu."""

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import activities as rules
from desk_app.operations import activity_register, paper_records, printing
from ui.pages.activities_page import part


class PaperLinks(QtCore.QObject):
    """`wanted(key)`: a paper. `step`: the button of the open step; `others`: the one with the menu."""

    wanted = QtCore.Signal(str)

    def __init__(self, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self._keys: list[str] = []
        self._key = ""
        self.step = part.push("", "laporan", lambda: self.wanted.emit(self._key))
        self.others = part.link(_("Semua naskah"), "laporan", lambda: None)
        self.menu = QtWidgets.QMenu(self.others)
        self.others.setMenu(self.menu)

    def show_activity(self, found: activity_register.Activity) -> None:
        """Offer the papers of an activity."""
        keys = paper_records.of_activity(found)
        if keys == self._keys:
            return
        self._keys = keys
        self.menu.clear()
        for key in keys:
            self.menu.addAction(_(printing.report_title(key))).triggered.connect(
                lambda _checked=False, key=key: self.wanted.emit(key)
            )
        self.others.setVisible(bool(keys))

    def show_step(self, step: rules.Step) -> None:
        """Offer the paper of the step that is open; most steps are one."""
        self._key = paper_records.OF_STEP.get(step, "")
        self.step.setVisible(bool(self._key))
        if self._key:
            title = _(printing.report_title(self._key))
            self.step.setText(_("Buka naskah: {title}").format(title=title))
