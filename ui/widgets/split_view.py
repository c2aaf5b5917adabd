# SPDX-License-Identifier: Apache-2.0
"""A list at the left and what is chosen at the right; on a small screen one at a time."""

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from ui import icons, theme
from ui.widgets import remembered

NARROW = 900


class SplitView(QtWidgets.QWidget):
    """Both side by side from 900 logical pixels; below that one of them: `show_detail`, `show_list`.

    `turned(bool)`: the right side is alone in sight, or not any more.
    """

    turned = QtCore.Signal(bool)

    def __init__(
        self,
        left: QtWidgets.QWidget,
        right: QtWidgets.QWidget,
        *,
        name: str = "",
        share: float = 0.45,
        back: str = "",
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        """`back`: the words of the way back, where the left side is no list."""
        super().__init__(parent)
        self._name = name
        self._share = share
        self._detail_wanted = False
        self._placed = self._is_alone = False
        self._left = left
        self._back = QtWidgets.QPushButton(back or _("Kembali ke daftar"))
        icons.put(self._back, "kembali", "primary")
        theme.set_role(self._back, "link")
        self._back.clicked.connect(self.show_list)
        self._right = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(self._right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._back, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        column.addWidget(right, 1)
        self._splitter = QtWidgets.QSplitter(QtCore.Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(12)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self._right)
        self._splitter.splitterMoved.connect(self._keep)
        whole = QtWidgets.QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._splitter)
        self._arrange()

    @property
    def is_narrow(self) -> bool:
        return self.width() < NARROW

    @QtCore.Slot()
    def show_detail(self) -> None:
        """Bring the right side into sight; side by side it is there already."""
        focus = QtWidgets.QApplication.focusWidget()
        had_focus = focus is not None and self._left.isAncestorOf(focus)
        self._detail_wanted = True
        self._arrange()
        if had_focus and self.is_narrow:
            # Not whatever is next in the window: Enter there could begin something.
            self._back.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    @QtCore.Slot()
    def show_list(self) -> None:
        """Bring the list into sight."""
        self._detail_wanted = False
        self._arrange()
        self._left.setFocus()

    def minimumSizeHint(self) -> QtCore.QSize:
        one, other = self._left.minimumSizeHint(), self._right.minimumSizeHint()
        return QtCore.QSize(max(one.width(), other.width()), max(one.height(), other.height()))

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        self._arrange()
        if not self._placed and not self.is_narrow:
            self._placed = True
            share = remembered.get(f"split/{self._name}", self._share) if self._name else self._share
            width = event.size().width()
            self._splitter.setSizes([round(width * share), round(width * (1 - share))])

    def _arrange(self) -> None:
        narrow = self.is_narrow
        self._left.setVisible(not narrow or not self._detail_wanted)
        self._right.setVisible(not narrow or self._detail_wanted)
        self._back.setVisible(narrow)
        if self._is_alone != (narrow and self._detail_wanted):
            self._is_alone = not self._is_alone
            self.turned.emit(self._is_alone)

    def _keep(self) -> None:
        sizes = self._splitter.sizes()
        if self._name and all(sizes):
            remembered.keep(f"split/{self._name}", round(sizes[0] / sum(sizes), 3))
