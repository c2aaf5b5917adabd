# SPDX-License-Identifier: Apache-2.0
"""What was pasted out of WhatsApp, line by line, for the clerk to correct, strike out and accept."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import hours
from desk_app.operations import logbook
from ui import theme
from ui.widgets import form, heads

_SENDER, _TEXT = 1, 2


class PastedPanel(QtWidgets.QWidget):
    """`accepted(list of Proposal)`: to be written. `closed()`: nothing is to be written."""

    accepted = QtCore.Signal(object)
    closed = QtCore.Signal()

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._proposals: list[logbook.Proposal] = []
        self.words = form.label("", "muted", wraps=True)
        self.table = QtWidgets.QTableWidget(0, 4)
        self.table.setHorizontalHeader(heads.Heads(self.table))
        for column, title in enumerate((_("Waktu"), _("Dari"), _("Isi"), _("Tempat"))):
            heading = QtWidgets.QTableWidgetItem(title)
            heading.setTextAlignment(QtCore.Qt.AlignmentFlag.AlignLeft | QtCore.Qt.AlignmentFlag.AlignVCenter)
            self.table.setHorizontalHeaderItem(column, heading)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(theme.ROW_HEIGHT)
        self.table.setShowGrid(False)
        self.table.horizontalHeader().setSectionResizeMode(_TEXT, QtWidgets.QHeaderView.ResizeMode.Stretch)
        for column, width in ((0, 150), (_SENDER, 160), (3, 200)):
            self.table.setColumnWidth(column, width)
        self.table.itemChanged.connect(lambda _item: self._count())
        self.accept_button = QtWidgets.QPushButton()
        theme.set_role(self.accept_button, "primary")
        self.accept_button.clicked.connect(lambda _checked=False: self.accepted.emit(self.chosen()))
        cancel = QtWidgets.QPushButton(_("Batal"))
        cancel.clicked.connect(lambda _checked=False: self.closed.emit())
        buttons = QtWidgets.QHBoxLayout()
        buttons.addWidget(self.accept_button)
        buttons.addWidget(cancel)
        buttons.addWidget(self.words, 1)
        column_ = QtWidgets.QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.setSpacing(theme.SPACE)
        column_.addLayout(buttons)
        column_.addWidget(self.table, 1)

    def show_proposals(self, proposals: Sequence[tuple[datetime, logbook.Proposal]]) -> None:
        """Show proposals with the hour each of them has at the office, all of them ticked."""
        self._proposals = [one for _when, one in proposals]
        flags = QtCore.Qt.ItemFlag
        blocked = self.table.blockSignals(True)
        self.table.setRowCount(len(proposals))
        for row, (when, one) in enumerate(proposals):
            for column, text in enumerate((hours.write_moment(when), one.sender, one.text, one.place_label)):
                item = QtWidgets.QTableWidgetItem(text)
                item.setToolTip(text)
                if column == 0:
                    item.setFlags(flags.ItemIsEnabled | flags.ItemIsSelectable | flags.ItemIsUserCheckable)
                    item.setCheckState(QtCore.Qt.CheckState.Checked)
                elif column not in (_SENDER, _TEXT):
                    item.setFlags(flags.ItemIsEnabled | flags.ItemIsSelectable)
                self.table.setItem(row, column, item)
        self.table.blockSignals(blocked)
        self.words.setText(
            _("Hapus centang yang tidak perlu; Dari dan Isi dapat diperbaiki dengan klik dua kali.")
            if proposals
            else _("Tidak ada baris yang dapat dibaca.")
        )
        self._count()
        self.table.setFocus()

    def chosen(self) -> list[logbook.Proposal]:
        """The ticked proposals, as they were corrected."""
        found = []
        for row, one in enumerate(self._proposals):
            if self._item(row, 0).checkState() is QtCore.Qt.CheckState.Checked:
                found.append(replace(one, sender=self._item(row, _SENDER).text(), text=self._item(row, _TEXT).text()))
        return found

    def _item(self, row: int, column: int) -> QtWidgets.QTableWidgetItem:
        item = self.table.item(row, column)
        assert item is not None
        return item

    def _count(self) -> None:
        count = len(self.chosen())
        self.accept_button.setText(
            ngettext("Catat {count} baris", "Catat {count} baris", count).format(count=count)
        )
        self.accept_button.setEnabled(count > 0)
