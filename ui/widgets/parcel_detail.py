# SPDX-License-Identifier: Apache-2.0
"""One package of the register: how far it is in words, its codes, and what can be done with it."""

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.operations import parcel_register
from ui import icons, theme
from ui.widgets import form, icon_line


class ParcelDetail(QtWidgets.QWidget):
    """`undo_wanted(Entry)`, `hear_wanted(Entry)`, `say_wanted(Entry)`, `paper_wanted(Entry)`, `copy_wanted(Entry)`."""

    undo_wanted = QtCore.Signal(object)
    hear_wanted = QtCore.Signal(object)
    say_wanted = QtCore.Signal(object)
    paper_wanted = QtCore.Signal(object)
    copy_wanted = QtCore.Signal(object)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: parcel_register.Entry | None = None
        inner = QtWidgets.QWidget()
        self._column = QtWidgets.QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(theme.SPACE)
        whole = QtWidgets.QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(form.scrolled(inner))

    def show_entry(self, entry: parcel_register.Entry | None, *, hint: bool = True) -> None:
        """Show a package; the same one again is left as it is. `hint`: without one, say that one can be chosen."""
        if entry == self._shown and entry is not None:
            return
        self._shown = entry
        form.empty(self._column)
        if entry is None:
            words = _("Pilih satu kiriman untuk melihat rinciannya.") if hint else ""
            self._column.addWidget(form.label(words, "muted", wraps=True))
            self._column.addStretch(1)
            return
        form_ = _("Kiriman ke-{number} untuk {office}") if entry.sent else _("Kiriman ke-{number} dari {office}")
        head = form_.format(number=entry.number, office=entry.office)
        self._column.addWidget(form.label(head, "heading", wraps=True))
        text, mark = state(entry)
        self._column.addWidget(icon_line.IconLine(mark, mark, _told(entry) or text))
        code = form.label(entry.code, "strong")
        code.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
        name = form.label(entry.file, "small", wraps=True)
        name.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
        self._column.addWidget(form.card(form.label(_("Kode kiriman"), "label"), code, name))
        for button in self._buttons(entry):
            self._column.addWidget(button)
        self._column.addStretch(1)

    def _buttons(self, entry: parcel_register.Entry) -> list[QtWidgets.QPushButton]:
        found = []
        if entry.sent:
            found.append(self._button("cetak", _("Cetak berita acara serah terima …"), self.paper_wanted, entry))
            if entry.kept:
                words = _("Tulis lagi, atau simpan sebagai berkas …")
                found.append(self._button("flashdisk", words, self.copy_wanted, entry))
            if entry.written and not entry.acknowledged and not entry.covered:
                found.append(self._button("telepon", _("Catat tanda terima lewat telepon …"), self.hear_wanted, entry))
            return found
        found.append(self._button("cetak", _("Cetak tanda terima …"), self.paper_wanted, entry))
        if entry.whole:
            found.append(self._button("telepon", _("Bacakan tanda terima lewat telepon …"), self.say_wanted, entry))
        if entry.may_undo:
            found.append(self._button("batalkan", _("Batalkan penerimaan ini …"), self.undo_wanted, entry, "danger"))
        return found

    def _button(
        self,
        icon: str,
        words: str,
        signal: QtCore.SignalInstance,
        entry: parcel_register.Entry,
        role: str = "",
    ) -> QtWidgets.QPushButton:
        button = QtWidgets.QPushButton(words)
        icons.put(button, icon, "masalah" if role == "danger" else "text")
        if role:
            theme.set_role(button, role)
        button.clicked.connect(lambda _checked=False: signal.emit(entry))
        return button


def state(entry: parcel_register.Entry) -> tuple[str, str]:
    """How far a package is: words with ticks, and the mark."""
    if entry.sent:
        if not entry.written:
            return _("! belum di flashdisk"), "masalah"
        if entry.covered:
            return _("✓✓ isinya diterima"), "siap"
        return (_("✓✓ diterima"), "siap") if entry.acknowledged else (_("✓ dikirim"), "belum_lengkap")
    if entry.undone:
        return _("dibatalkan"), "belum"
    if not entry.whole:
        return _("◐ bagian {numbers} belum ada").format(numbers=", ".join(map(str, entry.lacking))), "belum_lengkap"
    return _("✓ masuk"), "siap"


def _told(entry: parcel_register.Entry) -> str:
    """The same in a sentence."""
    if entry.sent and not entry.written:
        return _("Dibuat, tetapi belum pernah tertulis utuh di flashdisk atau folder. Tulis lagi di bawah.")
    if entry.sent and entry.covered:
        return _("Kiriman ini sendiri tidak dikabarkan, tetapi semua isinya sudah ada di kantor itu.")
    if entry.sent and not entry.acknowledged:
        return _("Sudah dikirim; belum ada kabar diterima dari kantor itu.")
    if entry.sent:
        return _("Kantor itu sudah mengabarkan bahwa kiriman ini diterima.")
    if entry.undone:
        return _("Penerimaan kiriman ini sudah dibatalkan.")
    if not entry.whole:
        words = _("Bagian {numbers} belum diterima. Minta dikirim ulang; bagian yang ada sudah masuk.")
        return words.format(numbers=", ".join(map(str, entry.lacking)))
    if not entry.changes:
        return _("Kiriman ini tidak membawa isian baru.")
    return _("Kiriman ini sudah dimasukkan seluruhnya.")
