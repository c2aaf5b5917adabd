# SPDX-License-Identifier: Apache-2.0
"""The line at the top of the window: the office, the election, search, undo, help, the operator."""

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from ui import icons, theme
from ui.widgets import search_box

HEIGHT = 52
_SEARCH, _SEARCH_NARROW = 280, 200
_WIDE = 1100


class HeadBar(QtWidgets.QWidget):
    """Shows what it is given; `search` is the search line."""

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self.office = _Elided()
        theme.set_role(self.office, "heading")
        self.event_name = QtWidgets.QPushButton()
        icons.put(self.event_name, "tanggal", "muted")
        self.event_menu = QtWidgets.QMenu(self.event_name)
        self.event_name.setMenu(self.event_menu)
        theme.set_role(self.event_name, "menu")
        self.event_name.setToolTip(_("Pemilihan yang dikerjakan; klik untuk berganti"))
        self.search = search_box.SearchBox()
        self.search.setFixedWidth(_SEARCH_NARROW)
        self._tools = QtWidgets.QHBoxLayout()
        self._tools.setSpacing(2)
        self.operator = QtWidgets.QPushButton()
        icons.put(self.operator, "operator", "muted")
        self.operator_menu = QtWidgets.QMenu(self.operator)
        self.operator.setMenu(self.operator_menu)
        theme.set_role(self.operator, "menu")
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(12)
        row.addWidget(self.office, 1)
        row.addWidget(self.event_name)
        row.addWidget(self.search)
        row.addLayout(self._tools)
        row.addWidget(self.operator)

    def set_office(self, name: str) -> None:
        self.office.setText(name)

    def set_event(self, words: str) -> None:
        """Show the election and the day, such as “Pemilu 2024 · 14-02-2024 · H-6”."""
        self.event_name.setText(words)
        self.event_name.setAccessibleName(_("Pemilihan yang dikerjakan: {event}").format(event=words))

    def set_events(self, actions: list[QtGui.QAction], manage: QtGui.QAction) -> None:
        """Show in the menu the elections to choose from, and below them where they are managed."""
        self.event_menu.clear()
        self.event_menu.addActions(actions)
        self.event_menu.addSeparator()
        self.event_menu.addAction(manage)

    def set_operator(self, name: str, actions: list[QtGui.QAction]) -> None:
        """Show who works here, and the actions of the menu under the name."""
        self.operator.setText(name)
        self.operator.setAccessibleName(_("Operator: {name}").format(name=name))
        self.operator_menu.clear()
        self.operator_menu.addActions(actions)

    def add_tool(self, action: QtGui.QAction) -> None:
        """Show an action of the window as a button."""
        button = QtWidgets.QToolButton()
        button.setDefaultAction(action)
        button.setIconSize(QtCore.QSize(20, 20))
        button.setFocusPolicy(QtCore.Qt.FocusPolicy.TabFocus)
        self._tools.addWidget(button)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        self.search.setFixedWidth(_SEARCH if event.size().width() >= _WIDE else _SEARCH_NARROW)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        painter = QtGui.QPainter(self)
        now = theme.tokens()
        painter.fillRect(self.rect(), theme.colour(now.surface))
        painter.setPen(theme.colour(now.border))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)


class _Elided(QtWidgets.QLabel):
    """A label that gives way: its end is left out when there is no room, and stands in the tool tip."""

    def minimumSizeHint(self) -> QtCore.QSize:
        return QtCore.QSize(40, super().minimumSizeHint().height())

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        painter = QtGui.QPainter(self)
        words = self.fontMetrics().elidedText(self.text(), QtCore.Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(self.text() if words != self.text() else "")
        painter.setPen(self.palette().color(QtGui.QPalette.ColorRole.WindowText))
        painter.drawText(self.rect(), self.alignment() | QtCore.Qt.AlignmentFlag.AlignVCenter, words)
