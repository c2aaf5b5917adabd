# SPDX-License-Identifier: Apache-2.0
"""Every action and shortcut of the window in one place: their keys, their words, where they work."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain.words import N_
from ui import icons

PAGE_KEYS = tuple(f"Ctrl+{key}" for key in "1234567890,")
"""The keys of the pages of the rail, in their order; what stands last in it is opened by a comma, as settings are."""


@dataclass(frozen=True, slots=True)
class Key:
    """A shortcut for the handbook and the list of keys: what to press, and what it does."""

    keys: str
    words: str


KEYS = (
    Key("Ctrl+1 … 9, Ctrl+0, Ctrl+,", N_("Pindah halaman")),
    Key("Ctrl+K", N_("Cari apa saja")),
    Key("F1", N_("Bantuan untuk halaman ini")),
    Key("Ctrl+Z", N_("Batalkan isian terakhir")),
    Key("Ctrl+Y", N_("Ulangi yang dibatalkan")),
    Key("Ctrl+F", N_("Saring daftar di halaman ini")),
    Key("F6", N_("Ke pemberitahuan dan tombolnya; Esc menutupnya")),
    Key("F11", N_("Layar posko: tampilan besar untuk dinding posko; Esc menutupnya")),
    Key("Ctrl+G", N_("Kesiapan TPS: ketik nomor formulir kertas")),
    Key("Ctrl+C", N_("Salin baris terpilih, dengan judul kolom")),
    Key("Ctrl+Shift+C", N_("Salin daftar atau baris terpilih untuk WhatsApp")),
    Key("Ctrl+S", N_("Tidak perlu: semua tersimpan otomatis")),
)


class Actions(QtCore.QObject):
    """The actions of the whole window.

    Connect to `find`, `help`, `save`, `notice`, `wall`, `undo`, `redo` (`QAction.triggered`) and to
    `page_wanted(number from 0)`.
    """

    page_wanted = QtCore.Signal(int)

    def __init__(self, window: QtWidgets.QWidget) -> None:
        super().__init__(window)
        self.find = add(window, _("Cari apa saja"), "Ctrl+K", icon="cari")
        self.filter = add(window, _("Saring daftar"), "Ctrl+F", icon="saring")
        self.help = add(window, _("Bantuan untuk halaman ini"), "F1", icon="bantuan")
        self.save = add(window, _("Simpan"), "Ctrl+S", icon="tersimpan")
        self.notice = add(window, _("Ke pemberitahuan"), "F6", icon="info")
        self.wall = add(window, _("Layar posko"), "F11", icon="layar_posko")
        self.undo = add(window, "", "Ctrl+Z", icon="batalkan")
        self.redo = add(window, "", "Ctrl+Y", "Ctrl+Shift+Z", icon="ulangi")
        self.set_undo(None)
        self.set_redo(None)
        for number, key in enumerate(PAGE_KEYS):
            page = add(window, "", key)
            page.triggered.connect(lambda _checked=False, at=number: self.page_wanted.emit(at))

    def set_undo(self, what: str | None) -> None:
        """Say what Ctrl+Z would undo, None when there is nothing."""
        self.undo.setEnabled(what is not None)
        self.undo.setText(_("Batalkan: {what}").format(what=what) if what else _("Batalkan"))

    def set_redo(self, what: str | None) -> None:
        """Say what Ctrl+Y would do again, None when there is nothing."""
        self.redo.setEnabled(what is not None)
        self.redo.setText(_("Ulangi: {what}").format(what=what) if what else _("Ulangi"))


def add(
    widget: QtWidgets.QWidget,
    words: str,
    *keys: str,
    slot: Callable[[], object] | None = None,
    icon: str = "",
    window_wide: bool = True,
) -> QtGui.QAction:
    """Make an action of a widget; its keys work in the whole window, or only while the focus is inside."""
    action = QtGui.QAction(words, widget)
    action.setShortcuts([QtGui.QKeySequence(key) for key in keys])
    context = QtCore.Qt.ShortcutContext
    action.setShortcutContext(context.WindowShortcut if window_wide else context.WidgetWithChildrenShortcut)
    if icon:
        action.setIcon(icons.icon(icon))
    if slot is not None:
        action.triggered.connect(lambda _checked=False: slot())
    widget.addAction(action)
    return action
