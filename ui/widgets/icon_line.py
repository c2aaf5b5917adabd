# SPDX-License-Identifier: Apache-2.0
"""A sentence behind the icon of what it is about; it can be marked and copied."""

from PySide6 import QtCore, QtWidgets

from desk_app.operations import intake_words
from ui import icons, theme
from ui.widgets import form

_SIDE = 16

_ICONS = {
    intake_words.Mark.NEW: ("siap", "siap"),
    intake_words.Mark.RECEIVED: ("siap", "siap"),
    intake_words.Mark.KNOWN: ("belum", "muted"),
    intake_words.Mark.DIFFERS: ("berbeda", "berbeda"),
    intake_words.Mark.WAITS: ("jam", "belum_lengkap"),
    intake_words.Mark.APART: ("rahasia", "belum_lengkap"),
    intake_words.Mark.ASIDE: ("masalah", "masalah"),
    intake_words.Mark.CLOCK: ("jam", "belum_lengkap"),
    intake_words.Mark.RENEWED: ("info", "primary"),
}


class IconLine(QtWidgets.QWidget):
    """An icon in a tone, and words that wrap beside it."""

    def __init__(
        self, icon: str, tone: str, words: str, *, role: str = "", parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._picture = QtWidgets.QLabel()
        self._picture.setFixedWidth(_SIDE + 2)
        self.label = form.label(words, role, wraps=True)
        self.label.setAlignment(QtCore.Qt.AlignmentFlag.AlignTop | QtCore.Qt.AlignmentFlag.AlignLeft)
        self.label.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE)
        row.addWidget(self._picture, 0, QtCore.Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.label, 1)
        self.set_icon(icon, tone)

    @property
    def words(self) -> str:
        return self.label.text()

    def set_icon(self, icon: str, tone: str) -> None:
        self._picture.setPixmap(icons.icon(icon, tone).pixmap(_SIDE, _SIDE))

    def tell(self, icon: str, tone: str, words: str) -> None:
        """Say something else."""
        self.set_icon(icon, tone)
        self.label.setText(words)


def of(told: intake_words.Told) -> IconLine:
    """A sentence about a package."""
    return IconLine(*_ICONS[told.mark], told.words)
