# SPDX-License-Identifier: Apache-2.0
"""First step of a new office: where it stands, found by typing."""

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.operations import region_search
from ui import runner, theme
from ui.widgets import filter_box, form

_ROLE = QtCore.Qt.ItemDataRole.UserRole


class PlaceStep(QtWidgets.QWidget):
    """`changed()`: another place is chosen, or none. `taken()`: a double click on one."""

    changed = QtCore.Signal()
    taken = QtCore.Signal()

    def __init__(self, lanes: runner.Runner, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self.typed = filter_box.FilterBox(_("Ketik nama: wajo, tempe, kota bogor, sulawesi selatan …"))
        self.typed.filtered.connect(self._look_for)
        self.typed.left_down.connect(self._to_list)
        self.list = QtWidgets.QListWidget()
        self.list.setAccessibleName(_("Wilayah yang cocok"))
        self.list.setItemDelegate(_TwoLines(self.list))
        self.list.currentRowChanged.connect(lambda _row: self.changed.emit())
        self.list.itemDoubleClicked.connect(lambda _item: self.taken.emit())
        self.hint = form.label("", "muted", wraps=True)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(
            form.label(_("Desk ini bertugas di kabupaten/kota, kecamatan, atau provinsi mana?"), wraps=True)
        )
        column.addWidget(self.typed)
        column.addWidget(self.list, 1)
        column.addWidget(self.hint)
        self._show("", [])
        lanes.read(lambda: region_search.find("kecamatan a"))  # the first search reads all kecamatan

    def value(self) -> region_search.Found | None:
        """The place that is chosen."""
        item = self.list.currentItem()
        chosen: region_search.Found | None = item.data(_ROLE) if item is not None else None
        return chosen

    @QtCore.Slot(str)
    def _look_for(self, typed: str) -> None:
        self._lanes.read(lambda: region_search.find(typed), lambda found: self._show(typed, found), key="wizard")

    def _show(self, typed: str, found: list[region_search.Found]) -> None:
        self.list.clear()
        for one in found:
            item = QtWidgets.QListWidgetItem(f"{one.label}, {one.detail}" if one.detail else one.label)
            item.setData(_ROLE, one)
            item.setSizeHint(QtCore.QSize(100, 44))
            self.list.addItem(item)
        self.list.setCurrentRow(0 if found else -1)
        if found:
            self.hint.setText(_("Kode wilayah menurut Kemendagri; 38 provinsi, 514 kabupaten/kota, 7.288 kecamatan."))
        elif typed:
            self.hint.setText(_("Tidak ada wilayah “{typed}”. Coba sebagian namanya saja.").format(typed=typed))
        else:
            self.hint.setText(_("Ketik beberapa huruf; daftar muncul di sini."))
        self.changed.emit()

    def _to_list(self) -> None:
        self.list.setFocus()


class _TwoLines(QtWidgets.QStyledItemDelegate):
    def paint(
        self,
        painter: QtGui.QPainter,
        option: QtWidgets.QStyleOptionViewItem,
        index: QtCore.QModelIndex | QtCore.QPersistentModelIndex,
    ) -> None:
        one = index.data(_ROLE)
        now = theme.tokens()
        state = QtWidgets.QStyle.StateFlag
        if option.state & (state.State_Selected | state.State_MouseOver):
            painter.fillRect(option.rect, theme.colour(now.primary_tint))
        box = QtCore.QRectF(option.rect).adjusted(12, 5, -8, -5)
        align = QtCore.Qt.AlignmentFlag
        for words, font, colour, side in (
            (one.label, theme.font(bold=True), now.text, align.AlignTop if one.detail else align.AlignVCenter),
            (one.detail, theme.font(theme.SMALL), now.muted, align.AlignBottom),
        ):
            painter.setFont(font)
            painter.setPen(theme.colour(colour))
            painter.drawText(box, side, words)
