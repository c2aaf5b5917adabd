# SPDX-License-Identifier: Apache-2.0
"""The kecamatan of a team, ticked among all of them, with the other teams that cover the same."""

from collections.abc import Mapping, Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from ui import theme
from ui.widgets import form

_COLUMNS = 3
_LEAST = 110
"""No box is narrower than this."""


class _Box(QtWidgets.QCheckBox):
    """A box whose words end in dots where there is no room: a long name must not make the window wider."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setSizePolicy(QtWidgets.QSizePolicy.Policy.Preferred, QtWidgets.QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QtCore.QSize:
        return QtCore.QSize(_LEAST, super().minimumSizeHint().height())

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        option = QtWidgets.QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QtWidgets.QStyle.SubElement.SE_CheckBoxContents, option, self).width()
        option.text = self.fontMetrics().elidedText(
            option.text, QtCore.Qt.TextElideMode.ElideRight, room, QtCore.Qt.TextFlag.TextShowMnemonic
        )
        QtWidgets.QStylePainter(self).drawControl(QtWidgets.QStyle.ControlElement.CE_CheckBox, option)


class DistrictChoice(QtWidgets.QFrame):
    """A card of boxes: `ticked(code, on)`."""

    ticked = QtCore.Signal(str, bool)

    def __init__(self, title: str, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "card")
        self.boxes: dict[str, QtWidgets.QCheckBox] = {}
        self._options: list[tuple[str, str]] = []
        self.unit = _("Kecamatan")
        """What the boxes stand for."""
        self.summary = form.label("", "muted")
        head = QtWidgets.QHBoxLayout()
        head.addWidget(form.label(title, "heading"))
        head.addStretch(1)
        head.addWidget(self.summary)
        self._grid = QtWidgets.QGridLayout()
        self._grid.setVerticalSpacing(0)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        column_ = QtWidgets.QVBoxLayout(self)
        column_.setContentsMargins(12, 12, 12, 12)
        column_.addLayout(head)
        column_.addLayout(self._grid)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Take the kecamatan: code and name, in order."""
        if list(options) == self._options:
            return
        self._options = list(options)
        for box in self.boxes.values():
            box.deleteLater()
        self.boxes = {}
        # Down the columns, as a list is read.
        rows = -(-len(options) // _COLUMNS)
        for at, (code, name) in enumerate(options):
            box = self.boxes[code] = _Box(name.replace("&", "&&"))
            box.clicked.connect(lambda on, code=code: self.ticked.emit(code, on))
            self._grid.addWidget(box, at % rows, at // rows)

    def set_chosen(self, codes: Sequence[str], others: Mapping[str, str]) -> None:
        """Tick the codes; `others`: numbers of the other teams that cover a kecamatan ("II, IV")."""
        for (code, name), box in zip(self._options, self.boxes.values(), strict=True):
            box.setChecked(code in codes)
            other = others.get(code, "")
            box.setText((f"{name} ({other})" if other else name).replace("&", "&&"))
            also = [_("Juga wilayah Tim {teams}").format(teams=other)] if other else []
            box.setToolTip("\n".join([name, *also]))
        words = _("{count} dari {total} {unit}")
        self.summary.setText(
            words.format(count=len(codes), total=len(self._options), unit=self.unit.lower())
        )

    def set_read_only(self, read_only: bool) -> None:
        for box in self.boxes.values():
            box.setEnabled(not read_only)
