# SPDX-License-Identifier: Apache-2.0
"""The line that finds anything, with its results below it while one types."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from ui import icons, theme

_ROW = 44
_ROWS_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: two lines, an icon, and where it is (a page and what that page opens)."""

    title: str
    detail: str
    icon: str
    page: str
    target: object = None


class SearchBox(QtWidgets.QLineEdit):
    """`searched(text)` asks for hits, answered by `set_hits(text, hits)`; `chosen(Hit)`: one is taken."""

    searched = QtCore.Signal(str)
    chosen = QtCore.Signal(object)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(_("Cari apa saja …  Ctrl+K"))
        self.setAccessibleName(_("Cari apa saja"))
        self.setClearButtonEnabled(True)
        self.addAction(icons.icon("cari", "muted"), QtWidgets.QLineEdit.ActionPosition.LeadingPosition)
        self._popup: _Popup | None = None
        self._pause = QtCore.QTimer(self, singleShot=True, interval=120)
        self._pause.timeout.connect(self._ask)
        self.textEdited.connect(lambda _text: self._pause.start())
        self.textChanged.connect(lambda text: None if text else self._hide())

    def sizeHint(self) -> QtCore.QSize:
        return QtCore.QSize(280, super().sizeHint().height())

    @property
    def hits(self) -> list[Hit]:
        """What stands in the list now."""
        return list(self._popup.hits) if self._popup and self._popup.isVisible() else []

    def set_hits(self, text: str, hits: Sequence[Hit]) -> None:
        """Show what was found for a text; ignored when something else is typed by now."""
        if text != self.text().strip() or not text:
            return
        if self._popup is None:
            self._popup = _Popup(self.window())
            self._popup.taken.connect(self._take)
        self._popup.fill(hits)
        self._place()
        self._popup.show()
        self._popup.raise_()

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        keys = QtCore.Qt.Key
        popup = self._popup if self._popup is not None and self._popup.isVisible() else None
        if event.key() == keys.Key_Escape:
            self.clear()
            self._hide()
            return
        if popup is not None and event.key() in (keys.Key_Down, keys.Key_Up):
            popup.move_current(1 if event.key() == keys.Key_Down else -1)
            return
        if event.key() in (keys.Key_Return, keys.Key_Enter):
            hit = popup.current() if popup is not None else None
            if hit is not None:
                self._take(hit)
            else:
                self._ask()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QtGui.QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not QtCore.Qt.FocusReason.MouseFocusReason:
            self._hide()
        else:
            QtCore.QTimer.singleShot(200, self, self._hide)

    def _ask(self) -> None:
        text = self.text().strip()
        if text:
            self.searched.emit(text)

    @QtCore.Slot()
    def _hide(self) -> None:
        if self._popup is not None:
            self._popup.hide()

    def _take(self, hit: Hit) -> None:
        self.clear()
        self._hide()
        self.chosen.emit(hit)

    def _place(self) -> None:
        popup = self._popup
        if popup is None:
            return
        width = max(self.width(), 420)
        corner = self.mapTo(self.window(), QtCore.QPoint(self.width(), self.height() + 4))
        popup.setGeometry(max(8, corner.x() - width), corner.y(), width, popup.wanted_height())


class _Popup(QtWidgets.QFrame):
    taken = QtCore.Signal(object)

    def __init__(self, window: QtWidgets.QWidget) -> None:
        super().__init__(window)
        theme.set_role(self, "popup")
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self.hits: list[Hit] = []
        self._list = QtWidgets.QListWidget()
        self._list.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self._list.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self._list.setStyleSheet("border: 0")
        self._list.setItemDelegate(_HitDelegate(self._list))
        self._list.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemClicked.connect(lambda item: self.taken.emit(self.hits[self._list.row(item)]))
        self._nothing = QtWidgets.QLabel(_("Tidak ditemukan. Coba nomor TPS dan nama desa: “5 tempe”."))
        self._nothing.setWordWrap(True)
        self._nothing.setContentsMargins(12, 10, 12, 10)
        theme.set_role(self._nothing, "muted")
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self._nothing)
        column.addWidget(self._list)
        self.hide()

    def fill(self, hits: Sequence[Hit]) -> None:
        self.hits = list(hits)
        self._list.clear()
        for hit in hits:
            item = QtWidgets.QListWidgetItem(hit.title)
            item.setData(QtCore.Qt.ItemDataRole.UserRole, hit)
            item.setSizeHint(QtCore.QSize(100, _ROW))
            self._list.addItem(item)
        self._list.setVisible(bool(hits))
        self._nothing.setVisible(not hits)
        self._list.setCurrentRow(0 if hits else -1)

    def current(self) -> Hit | None:
        row = self._list.currentRow()
        return self.hits[row] if 0 <= row < len(self.hits) else None

    def move_current(self, by: int) -> None:
        self._list.setCurrentRow(min(max(self._list.currentRow() + by, 0), len(self.hits) - 1))

    def wanted_height(self) -> int:
        return min(len(self.hits), _ROWS_SHOWN) * _ROW + 12 if self.hits else 60


class _HitDelegate(QtWidgets.QStyledItemDelegate):
    def paint(
        self,
        painter: QtGui.QPainter,
        option: QtWidgets.QStyleOptionViewItem,
        index: QtCore.QModelIndex | QtCore.QPersistentModelIndex,
    ) -> None:
        hit = index.data(QtCore.Qt.ItemDataRole.UserRole)
        now = theme.tokens()
        state = QtWidgets.QStyle.StateFlag
        if option.state & (state.State_Selected | state.State_MouseOver):
            painter.fillRect(option.rect, theme.colour(now.primary_tint))
        box = QtCore.QRectF(option.rect)
        icons.paint(
            painter,
            hit.icon,
            QtCore.QRectF(box.left() + 10, box.center().y() - 10, 20, 20),
            theme.colour(now.muted),
        )
        text = box.adjusted(42, 5, -8, -5)
        for words, font, colour, side in (
            (hit.title, theme.font(bold=True), now.text, QtCore.Qt.AlignmentFlag.AlignTop),
            (hit.detail, theme.font(theme.SMALL), now.muted, QtCore.Qt.AlignmentFlag.AlignBottom),
        ):
            painter.setFont(font)
            painter.setPen(theme.colour(colour))
            metrics = QtGui.QFontMetrics(font)
            painter.drawText(
                text, side, metrics.elidedText(words, QtCore.Qt.TextElideMode.ElideRight, int(text.width()))
            )
