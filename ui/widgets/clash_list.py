# SPDX-License-Identifier: Apache-2.0
"""What clashes in teams and roster, each with what to do and the way to it; one line until it is opened."""

from collections.abc import Sequence

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.operations import team_clashes
from ui import icons, theme
from ui.widgets import form, icon_line

_ROW = 40
_LEAST_HEIGHT, _MOST_HEIGHT = 56, 230
_AT_ONCE = 30


class ClashList(QtWidgets.QFrame):
    """Hidden while nothing clashes. `wanted(Clash)`: where it is mended shall be shown."""

    wanted = QtCore.Signal(object)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._clashes: tuple[team_clashes.Clash, ...] = ()
        theme.set_role(self, "notice_warning")
        self.head = icon_line.IconLine("peringatan", "belum_lengkap", "")
        self.toggle = QtWidgets.QPushButton()
        theme.set_role(self.toggle, "link")
        self.toggle.clicked.connect(lambda _checked=False: self.show_all(not self.is_open))
        line = QtWidgets.QHBoxLayout()
        line.setSpacing(theme.SPACE)
        line.addWidget(self.head, 1, QtCore.Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.toggle)
        self._rows = QtWidgets.QWidget()
        self._column = QtWidgets.QVBoxLayout(self._rows)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(theme.SPACE)
        self._area = form.scrolled(self._rows)
        self._area.hide()
        whole = QtWidgets.QVBoxLayout(self)
        whole.setContentsMargins(12, 2, 6, 2)
        whole.setSpacing(4)
        whole.addLayout(line)
        whole.addWidget(self._area)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether all of them are in sight."""
        return not self._area.isHidden()

    @property
    def shown(self) -> tuple[team_clashes.Clash, ...]:
        return self._clashes

    def set_clashes(self, clashes: Sequence[team_clashes.Clash]) -> None:
        """Show these; it stays open or closed."""
        if tuple(clashes) == self._clashes:
            return
        self._clashes = tuple(clashes)
        count = len(self._clashes)
        if count:
            words = ngettext("{count} bentrok: {first}", "{count} bentrok: {first}", count)
            said = words.format(count=count, first=self._clashes[0].words)
            self.head.tell("peringatan", "belum_lengkap", said)
        if not count:
            self.show_all(False)
        elif self.is_open:
            self._fill()
        self._say()
        self.setVisible(count > 0)

    def show_all(self, on: bool) -> None:
        """Open or close the list."""
        if on and not self.is_open:
            self._fill()
        self._area.setVisible(on)
        self._say()

    def _say(self) -> None:
        self.toggle.setText(_("Tutup daftar") if self.is_open else _("Lihat dan perbaiki"))
        icons.put(self.toggle, "turun" if self.is_open else "buka", "primary")

    def _fill(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in self._clashes[:_AT_ONCE]:
            self._column.addWidget(self._row(one))
        rest = len(self._clashes) - _AT_ONCE
        if rest > 0:
            words = ngettext("… dan {count} lagi", "… dan {count} lagi", rest).format(count=rest)
            self._column.addWidget(form.label(words, "muted"))
        self._column.addStretch(1)
        rows = min(len(self._clashes), _AT_ONCE)
        # A small window gives it less, and it scrolls.
        self._area.setMinimumHeight(_LEAST_HEIGHT)
        self._area.setMaximumHeight(min(rows * _ROW + 8, _MOST_HEIGHT))

    def _row(self, one: team_clashes.Clash) -> QtWidgets.QWidget:
        line = QtWidgets.QWidget()
        words = QtWidgets.QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(form.label(one.words, "strong", wraps=True))
        words.addWidget(form.label(f"{one.title}. {one.measure}", "small", wraps=True))
        row = QtWidgets.QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE)
        row.addLayout(words, 1)
        button = QtWidgets.QPushButton(_("Buka"))
        button.setAccessibleName(f"{_('Buka')}: {one.words}")
        button.clicked.connect(lambda _checked=False: self.wanted.emit(one))
        row.addWidget(button, 0, QtCore.Qt.AlignmentFlag.AlignVCenter)
        return line
