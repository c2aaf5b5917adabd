# SPDX-License-Identifier: Apache-2.0
"""A folder that is chosen, shown and done without: one line with two buttons."""

from pathlib import Path

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from ui import icons, theme


class FolderChoice(QtWidgets.QWidget):
    """`chosen(str)`: the folder that was chosen, "" for none."""

    chosen = QtCore.Signal(str)

    def __init__(self, title: str, none: str) -> None:
        super().__init__()
        self._title = title
        self.line = QtWidgets.QLineEdit(readOnly=True)
        self.line.setPlaceholderText(_("tidak ada"))
        self.line.setAccessibleName(title)
        self.choose = QtWidgets.QPushButton(_("Pilih folder …"))
        icons.put(self.choose, "pilih_folder")
        self.choose.clicked.connect(self._ask)
        self.clear = QtWidgets.QPushButton(none)
        theme.set_role(self.clear, "link")
        self.clear.clicked.connect(lambda: self.chosen.emit(""))
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE)
        row.addWidget(self.line, 1)
        row.addWidget(self.choose)
        row.addWidget(self.clear)
        self.set_folder("")

    def set_folder(self, folder: str) -> None:
        """Show a folder, "" for none."""
        self.line.setText(folder)
        self.clear.setVisible(bool(folder))

    def _ask(self) -> None:
        start = self.line.text() or str(Path.home())
        folder = QtWidgets.QFileDialog.getExistingDirectory(self, self._title, start)
        if folder:
            self.chosen.emit(folder)
