# SPDX-License-Identifier: Apache-2.0
"""One package on the stick: from whom, whether its code fits, what it would change, what is missing."""

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.operations import intake
from ui import icons, theme
from ui.widgets import form


class ParcelCard(QtWidgets.QFrame):
    """A card with a box to tick. `changed()`: ticked or compared; `opened(Offered)`: show what is in it."""

    changed = QtCore.Signal()
    opened = QtCore.Signal(object)

    def __init__(self, offered: intake.Offered, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.offered = offered
        theme.set_role(self, "card")
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        self.box = QtWidgets.QCheckBox()
        self.box.setAccessibleName(_title(offered))
        title = form.label(_title(offered), "strong" if offered.usable else "muted", wraps=True)
        title.setBuddy(self.box)
        head = QtWidgets.QHBoxLayout()
        head.setSpacing(theme.SPACE)
        head.addWidget(self.box, 0, QtCore.Qt.AlignmentFlag.AlignTop)
        head.addWidget(title, 1)
        self.box.setChecked(offered.usable and offered.known)
        self.box.setEnabled(offered.usable)
        self.box.toggled.connect(self._tick)
        column.addLayout(head)
        self.compared: QtWidgets.QCheckBox | None = None
        if offered.outcome is None:
            column.addLayout(_line("ditolak", "masalah", offered.trouble))
            column.addWidget(form.label(offered.path.name, "small", wraps=True))
            return
        if offered.known:
            column.addLayout(_line("siap", "siap", _("Kode cocok: {code}").format(code=offered.code)))
        else:
            self._add_stranger(column)
        for sentence in intake.sentences(offered.outcome):
            name, tone = ("berbeda", "berbeda") if sentence.endswith(_("menunggu klarifikasi")) else ("belum", "muted")
            column.addLayout(_line(name, tone, sentence))
        if offered.missing:
            numbers = ", ".join(_("ke-{number}").format(number=number) for number in offered.missing)
            words = _("Kiriman {numbers} dari {sender} belum diterima. Minta dikirim ulang.")
            column.addLayout(
                _line("peringatan", "belum_lengkap", words.format(numbers=numbers, sender=offered.sender))
            )
        if offered.lines:
            link = QtWidgets.QPushButton(_("Lihat isinya"))
            icons.put(link, "lihat", "primary")
            theme.set_role(link, "link")
            link.clicked.connect(lambda _checked=False: self.opened.emit(self.offered))
            column.addWidget(link, 0, QtCore.Qt.AlignmentFlag.AlignLeft)

    @property
    def is_chosen(self) -> bool:
        return self.box.isChecked()

    @property
    def accepted_code(self) -> str:
        """The code of a new sender that the user has compared, "" without one."""
        return self.offered.sender_code if self.compared is not None and self.compared.isChecked() else ""

    def _add_stranger(self, column: QtWidgets.QVBoxLayout) -> None:
        words = _("Pengirim ini baru. Telepon {sender} dan minta dibacakan kode kantornya. Harus sama dengan:")
        column.addLayout(_line("telepon", "belum_lengkap", words.format(sender=self.offered.sender)))
        code = form.label(self.offered.sender_code, "heading")
        code.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
        code.setIndent(26)
        column.addWidget(code)
        self.compared = QtWidgets.QCheckBox(_("Kode cocok; terima pengirim ini"))
        self.compared.toggled.connect(self._compare)
        column.addWidget(self.compared)

    def _compare(self, on: bool) -> None:
        self.box.setChecked(on and self.offered.usable)
        self.changed.emit()

    def _tick(self, on: bool) -> None:
        if on and self.compared is not None and not self.compared.isChecked():
            # Without a compared code a new sender's package stays out.
            self.box.setChecked(False)
            self.compared.setFocus()
        self.changed.emit()


def _title(offered: intake.Offered) -> str:
    if not offered.number:
        return offered.sender
    words = _("Kiriman ke-{number} dari {sender}").format(number=offered.number, sender=offered.sender)
    if offered.of > 1:
        words += " · " + _("bagian {part} dari {count}").format(part=offered.volume, count=offered.of)
    return words


def _line(name: str, tone: str, words: str) -> QtWidgets.QHBoxLayout:
    row = QtWidgets.QHBoxLayout()
    row.setSpacing(theme.SPACE)
    picture = QtWidgets.QLabel()
    picture.setPixmap(icons.icon(name, tone).pixmap(16, 16))
    picture.setFixedWidth(18)
    row.addWidget(picture, 0, QtCore.Qt.AlignmentFlag.AlignTop)
    text = form.label(words, wraps=True)
    text.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
    row.addWidget(text, 1)
    return row
