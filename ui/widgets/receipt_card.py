# SPDX-License-Identifier: Apache-2.0
"""What one package changed when it was put in, with the codes that are compared and the way to print it."""

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.operations import intake
from ui import icons, theme
from ui.widgets import form, icon_line


class ReceiptCard(QtWidgets.QFrame):
    """A card. `print_wanted(package)`: print the receipt."""

    print_wanted = QtCore.Signal(str)

    def __init__(self, put: intake.Put, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "card")
        head = form.label(heading(put), "strong", wraps=True)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        top = QtWidgets.QHBoxLayout()
        top.addWidget(head, 1)
        button = QtWidgets.QPushButton(_("Cetak tanda terima"))
        icons.put(button, "cetak")
        button.clicked.connect(lambda _checked=False: self.print_wanted.emit(put.outcome.package))
        top.addWidget(button)
        button.setVisible(bool(put.outcome.package))
        column.addLayout(top)
        for told in put.told:
            column.addWidget(icon_line.of(told))
        code = form.label(_("Kode kiriman: {code}").format(code=put.outcome.code), "muted")
        code.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
        code.setVisible(bool(put.outcome.package))
        column.addWidget(code)
        if put.spoken:
            words = _("Tidak ada flashdisk yang kembali? Bacakan lewat telepon: {code}").format(code=put.spoken)
            column.addWidget(icon_line.IconLine("telepon", "primary", words))


def heading(put: intake.Put) -> str:
    """Which package it was; packages of photos are told together."""
    if not put.outcome.package:
        return _("Foto dan dokumen dari {sender}").format(sender=put.outcome.sender)
    return _("Kiriman ke-{number} dari {sender}").format(number=put.outcome.number, sender=put.outcome.sender)


def as_text(put: intake.Put) -> list[str]:
    """The same as lines of plain text."""
    lines = [heading(put), *(f"- {told.words}" for told in put.told)]
    if put.outcome.package:
        lines.append(_("Kode kiriman: {code}").format(code=put.outcome.code))
    if put.spoken:
        lines.append(_("Tanda terima: {code}").format(code=put.spoken))
    return lines
