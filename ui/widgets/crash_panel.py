# SPDX-License-Identifier: Apache-2.0
"""What is shown when the program has a bug: that data is safe, and a text to copy and pass on."""

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from ui import theme


class CrashPanel(QtWidgets.QFrame):
    """Stands over the lower part of the window until it is closed; the program goes on."""

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "popup")
        self._title = QtWidgets.QLabel(_("Program mengalami gangguan. Data yang sudah tersimpan aman."))
        self._title.setWordWrap(True)
        theme.set_role(self._title, "heading")
        self._words = QtWidgets.QLabel(
            _("Pekerjaan dapat dilanjutkan. Salin keterangan ini dan teruskan kepada yang merawat program."),
            wordWrap=True,
        )
        self.text = QtWidgets.QPlainTextEdit(readOnly=True)
        self.text.setAccessibleName(_("Keterangan gangguan"))
        self._copy = QtWidgets.QPushButton(_("Salin keterangan"))
        theme.set_role(self._copy, "primary")
        self._copy.clicked.connect(self._to_clipboard)
        self._close = QtWidgets.QPushButton(_("Lanjutkan bekerja"))
        self._close.clicked.connect(self.hide)
        row = QtWidgets.QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._copy)
        row.addWidget(self._close)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(theme.SPACE)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addWidget(self.text, 1)
        column.addLayout(row)
        self.hide()

    @QtCore.Slot(str)
    def tell(self, text: str) -> None:
        """Show a report, under those that were not closed yet."""
        before = self.text.toPlainText() if self.isVisible() else ""
        self.text.setPlainText(f"{before}\n\n{text}".strip())
        self._place()
        self.show()
        self.raise_()
        self._close.setFocus()

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            width = min(760, parent.width() - 32)
            height = min(360, parent.height() - 32)
            self.setGeometry((parent.width() - width) // 2, parent.height() - height - 16, width, height)

    def _to_clipboard(self) -> None:
        QtGui.QGuiApplication.clipboard().setText(self.text.toPlainText())
        self._copy.setText(_("Sudah disalin"))
