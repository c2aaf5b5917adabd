# SPDX-License-Identifier: Apache-2.0
"""A button with the saved filters of a list: pick one, save what stands now, use one at opening, forget one."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from ui import icons, theme


@dataclass(frozen=True, slots=True)
class Offer:
    """A saved filter: its record, its name, whether it is used when the list is opened."""

    no: int
    name: str
    first: bool = False


class FilterChoice(QtWidgets.QPushButton):
    """`picked(no)`, `saved(name)`, `first_wanted(no or None)`, `removed(no)`."""

    picked = QtCore.Signal(object)
    saved = QtCore.Signal(str)
    first_wanted = QtCore.Signal(object)
    removed = QtCore.Signal(object)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(_("Saringan"), parent)
        icons.put(self, "saring", "primary")
        theme.set_role(self, "link")
        self.setToolTip(_("Saringan yang disimpan kantor ini"))
        self.offers: tuple[Offer, ...] = ()
        self.current = 0
        self.clicked.connect(lambda _checked=False: self.show_menu())

    def set_offers(self, offers: Sequence[Offer]) -> None:
        """Show these filters from now on."""
        self.offers = tuple(offers)
        if all(one.no != self.current for one in self.offers):
            self.set_current(0)
        else:
            self.set_current(self.current)

    def set_current(self, no: int) -> None:
        """Say which filter the list shows; 0: none of these."""
        self.current = no
        name = next((one.name for one in self.offers if one.no == no), "")
        short = name if len(name) <= _SHORT else name[: _SHORT - 1].rstrip() + "…"
        self.setText(short or _("Saringan"))
        self.setToolTip(name or _("Saringan yang disimpan kantor ini"))

    def show_menu(self) -> None:
        """Open the menu under the button."""
        self.menu_of().popup(self.mapToGlobal(self.rect().bottomLeft()))

    def menu_of(self) -> QtWidgets.QMenu:
        """The menu as it stands now."""
        menu = QtWidgets.QMenu(self)
        menu.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in self.offers:
            words = _("{name} (saat dibuka)").format(name=one.name) if one.first else one.name
            action = menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(one.no == self.current)
            action.triggered.connect(lambda _checked=False, no=one.no: self.picked.emit(no))
        if self.offers:
            menu.addSeparator()
        keep = menu.addAction(icons.icon("tambah"), _("Simpan saringan ini …"))
        keep.triggered.connect(lambda _checked=False: self.ask_name())
        chosen = next((one for one in self.offers if one.no == self.current), None)
        if chosen is not None:
            said = _("Jangan dipakai saat dibuka") if chosen.first else _("Pakai saat dibuka")
            first = menu.addAction(icons.icon("layar_posko"), said)
            wanted = None if chosen.first else chosen.no
            first.triggered.connect(lambda _checked=False: self.first_wanted.emit(wanted))
            remove = menu.addAction(icons.icon("hapus"), _("Hapus saringan “{name}”").format(name=chosen.name))
            remove.triggered.connect(lambda _checked=False, no=chosen.no: self.removed.emit(no))
        return menu

    def ask_name(self) -> None:
        """Let the user name what stands now."""
        name = next((one.name for one in self.offers if one.no == self.current), "")
        dialog = QtWidgets.QInputDialog(self.window())
        dialog.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(_("Simpan saringan"))
        dialog.setLabelText(_("Nama saringan, mis. Logistik Belawa:"))
        dialog.setTextValue(name)
        dialog.setOkButtonText(_("Simpan"))
        dialog.setCancelButtonText(_("Batal"))
        dialog.textValueSelected.connect(self.saved)
        theme.dress(dialog)
        dialog.open()


_SHORT = 24
