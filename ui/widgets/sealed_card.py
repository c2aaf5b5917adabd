# SPDX-License-Identifier: Apache-2.0
"""Why no sum of votes stands here: who may see totals, and how they are opened."""

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import words
from desk_app.domain.counts.rights import Right
from desk_app.operations import count_keys
from ui import icons, theme
from ui.widgets import icon_line


class SealedCard(QtWidgets.QFrame):
    """`open_wanted()`: the button to open the sealed count; `setup_wanted()`: where the key is prepared."""

    open_wanted = QtCore.Signal()
    setup_wanted = QtCore.Signal()

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "card")
        self.line = icon_line.IconLine("rahasia", "belum_lengkap", "")
        self.open_button = QtWidgets.QPushButton(_("Buka hasil suara …"))
        icons.put(self.open_button, "kunci", "on_primary")
        theme.set_role(self.open_button, "primary")
        self.open_button.clicked.connect(lambda _checked=False: self.open_wanted.emit())
        self.setup_button = QtWidgets.QPushButton(_("Pengaturan > Hasil suara"))
        theme.set_role(self.setup_button, "link")
        self.setup_button.clicked.connect(lambda _checked=False: self.setup_wanted.emit())
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(self.line, 1)
        row.addWidget(self.setup_button)
        row.addWidget(self.open_button)
        self.hide()

    def show_access(self, access: count_keys.Access, refused: words.Phrase | None = None) -> None:
        """Say it for who is at the keyboard; hidden for who sees totals. `refused`: why this office has no key."""
        self.setVisible(Right.TOTALS not in access.rights)
        self.open_button.setVisible(access.prepared and bool(access.pair))
        self.setup_button.setVisible(not access.prepared and refused is None)
        self.line.label.setText(_words(access, refused))


def _words(access: count_keys.Access, refused: words.Phrase | None) -> str:
    shut = _("Jumlah suara tidak tampil untuk Anda.")
    if refused is not None:
        return f"{shut} {words.render(refused.message, refused.params, _)}"
    if not access.prepared:
        return f"{shut} " + _("Kunci hasil suara kantor ini belum disiapkan; admin kantor menyiapkannya.")
    if access.pair:
        first, second = access.pair
        said = _("Hasil suara disegel: {first} dan {second} membukanya bersama.")
        return f"{shut} " + said.format(first=first, second=second)
    seeing = [name for _number, name, rights in access.holders if Right.TOTALS in rights]
    if not seeing:
        return f"{shut} " + _("Belum ada akun yang boleh melihat jumlah suara.")
    return f"{shut} " + _("Yang boleh melihatnya: {names}.").format(names=", ".join(seeing))
