# SPDX-License-Identifier: Apache-2.0
"""The goods of a shipment: needed, sent, received, damaged, wet, typed number by number down a column."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain.words import N_
from ui import icons, theme
from ui.widgets import fields, form

COLUMNS: tuple[tuple[str, str], ...] = (
    ("planned", N_("Butuh")),
    ("sent", N_("Kirim")),
    ("received", N_("Terima")),
    ("damaged", N_("Rusak")),
    ("wet", N_("Basah")),
)
"""Name of the value and its heading."""

_WIDTH = 66
_COPIED = {"sent": "planned", "received": "sent"}
"""What Enter takes over in a field that is empty."""


@dataclass(frozen=True, slots=True)
class GoodsLine:
    """One kind of goods; `remark`: what is wrong with it ("kurang 8"), `mark` its state."""

    item: str
    label: str
    unit: str
    planned: int | None
    sent: int | None
    received: int | None
    damaged: int | None
    wet: int | None
    remark: str = ""
    mark: str = ""


class GoodsTable(QtWidgets.QWidget):
    """`edited(item, name, value)`: another number was entered. Enter goes down the column; in an empty field of
    *Kirim* it takes what is needed, of *Terima* what was sent. Up and Down move too. `removed(item)`: a line that was
    written by mistake shall go, by its button or Ctrl+Delete.
    """

    edited = QtCore.Signal(str, str, object)
    removed = QtCore.Signal(str)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QtWidgets.QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self.fields: dict[tuple[str, str], fields.NumberField] = {}
        self._labels: dict[str, tuple[QtWidgets.QLabel, QtWidgets.QLabel]] = {}
        self.remove_buttons: dict[str, QtWidgets.QPushButton] = {}
        self._items: list[str] = []
        self._read_only = False
        self._heads: list[QtWidgets.QLabel] = []
        for place, (_name, title) in enumerate(COLUMNS, 1):
            head = form.label(_(title), "label")
            head.setAlignment(QtCore.Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(head, 0, place)
            self._heads.append(head)

    def show_lines(self, lines: Sequence[GoodsLine]) -> None:
        """Show the goods; the fields are made anew only when there are others."""
        items = [line.item for line in lines]
        if items != self._items:
            self._rebuild(lines)
        for head in self._heads:
            head.setVisible(bool(lines))
        for line in lines:
            name, remark = self._labels[line.item]
            name.setText(f"{line.label} ({line.unit})" if line.unit else line.label)
            name.setToolTip(name.text())
            remark.setText(line.remark)
            remark.setVisible(bool(line.remark))
            theme.set_role(remark, "error" if line.mark == "masalah" else "small")
            for key, _title in COLUMNS:
                self.fields[line.item, key].set_value(getattr(line, key))

    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        for field in self.fields.values():
            field.setReadOnly(read_only)
        for button in self.remove_buttons.values():
            button.setVisible(not read_only)

    def commit(self) -> None:
        """Let every field say what is entered and not yet told."""
        for field in self.fields.values():
            field.commit()

    def refuse(self, item: str, name: str) -> None:
        """Mark a number as not accepted."""
        field = self.fields.get((item, name))
        if field is not None:
            fields.refuse(field, True)

    def focus(self, name: str) -> None:
        """Begin at the top of a column."""
        if self._items:
            self.fields[self._items[0], name].setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        if event.type() is not QtCore.QEvent.Type.KeyPress or not isinstance(event, QtGui.QKeyEvent):
            return super().eventFilter(watched, event)
        place = next((key for key, field in self.fields.items() if field is watched), None)
        if place is None:
            return super().eventFilter(watched, event)
        keys = QtCore.Qt.Key
        if event.key() in (keys.Key_Return, keys.Key_Enter):
            self._take_over(*place)
            self._move(*place, 1)
            return True
        if event.key() == keys.Key_Delete and event.modifiers() == QtCore.Qt.KeyboardModifier.ControlModifier:
            if not self._read_only:
                self.removed.emit(place[0])
            return True
        if event.key() in (keys.Key_Down, keys.Key_Up):
            self._move(*place, 1 if event.key() == keys.Key_Down else -1)
            return True
        return super().eventFilter(watched, event)

    def _take_over(self, item: str, name: str) -> None:
        field = self.fields[item, name]
        other = self.fields[item, _COPIED[name]].value() if name in _COPIED else None
        if field.value() is None and other is not None and not self._read_only:
            field.setText(str(other))
        field.commit()

    def _move(self, item: str, name: str, by: int) -> None:
        at = self._items.index(item) + by
        if 0 <= at < len(self._items):
            self.fields[self._items[at], name].setFocus(QtCore.Qt.FocusReason.TabFocusReason)

    def _rebuild(self, lines: Sequence[GoodsLine]) -> None:
        for field in self.fields.values():
            field.commit()
            field.deleteLater()
        for name, remark in self._labels.values():
            name.deleteLater()
            remark.deleteLater()
        for button in self.remove_buttons.values():
            button.deleteLater()
        self.fields, self._labels, self.remove_buttons = {}, {}, {}
        self._items = [line.item for line in lines]
        for row, line in enumerate(lines, 1):
            name = form.label("", "", wraps=True)
            name.setSizePolicy(QtWidgets.QSizePolicy.Policy.Ignored, QtWidgets.QSizePolicy.Policy.Preferred)
            remark = form.label("", "small", wraps=True)
            cell = QtWidgets.QVBoxLayout()
            cell.setSpacing(0)
            cell.addWidget(name)
            cell.addWidget(remark)
            self._grid.addLayout(cell, row, 0)
            self._labels[line.item] = (name, remark)
            for place, (key, title) in enumerate(COLUMNS, 1):
                field = fields.NumberField()
                field.setFixedWidth(_WIDTH)
                field.setAccessibleName(f"{line.label}: {_(title)}")
                field.setReadOnly(self._read_only)
                field.committed.connect(
                    lambda value, item=line.item, key=key: self.edited.emit(item, key, value)
                )
                field.installEventFilter(self)
                self._grid.addWidget(field, row, place, QtCore.Qt.AlignmentFlag.AlignTop)
                self.fields[line.item, key] = field
            self._grid.addWidget(self._remover(line), row, len(COLUMNS) + 1, QtCore.Qt.AlignmentFlag.AlignTop)

    def _remover(self, line: GoodsLine) -> QtWidgets.QPushButton:
        """The button at the end of a line; by keyboard it is Ctrl+Delete, so that Tab goes from number to number."""
        made = QtWidgets.QPushButton()
        icons.put(made, "hapus", "masalah")
        theme.set_role(made, "link")
        made.setFixedWidth(28)
        made.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        made.setToolTip(_("Keluarkan barang ini dari kiriman (Ctrl+Del)"))
        made.setAccessibleName(_("Keluarkan {item}").format(item=line.label))
        if self._read_only:  # shown without a parent it would be a window for a moment
            made.hide()
        made.clicked.connect(lambda _checked=False: self.removed.emit(line.item))
        self.remove_buttons[line.item] = made
        return made
