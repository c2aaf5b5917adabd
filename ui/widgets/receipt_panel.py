# SPDX-License-Identifier: Apache-2.0
"""What was put in: a card for each package, what was refused and why, and what may be done next."""

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.operations import intake
from ui import icons, theme
from ui.widgets import form, icon_line, receipt_card


class ReceiptPanel(QtWidgets.QWidget):
    """The receipt. `closed()`, `print_wanted(package)`, `disputes_wanted()`: show what is in dispute,
    `back_wanted(places)`: send something back, `told(words)`."""

    closed = QtCore.Signal()
    print_wanted = QtCore.Signal(str)
    disputes_wanted = QtCore.Signal()
    back_wanted = QtCore.Signal(object)
    told = QtCore.Signal(str)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = ""
        self._answered: tuple[str, ...] = ()
        self.large = form.label("", "done", wraps=True)
        self._note = form.label("", "muted", wraps=True)
        self._results = QtWidgets.QVBoxLayout()
        self._results.setSpacing(theme.SPACE)
        self._finish = QtWidgets.QPushButton(_("Selesai"))
        theme.set_role(self._finish, "primary")
        self._finish.clicked.connect(self.closed)
        self._copy_button = QtWidgets.QPushButton(_("Salin tanda terima"))
        icons.put(self._copy_button, "salin")
        self._copy_button.clicked.connect(self._copy)
        self.back_button = QtWidgets.QPushButton(_("Kirim balik …"))
        self.back_button.setToolTip(_("Kirim Data ke kantor pengirim: tanda terima dan isian yang belum dipunyainya"))
        icons.put(self.back_button, "kirim")
        self.back_button.clicked.connect(lambda: self.back_wanted.emit(self._answered))
        self._to_disputes = QtWidgets.QPushButton()
        icons.put(self._to_disputes, "berbeda", "berbeda")
        self._to_disputes.clicked.connect(self.disputes_wanted)
        row = QtWidgets.QHBoxLayout()
        row.addWidget(self._finish)
        row.addWidget(self._to_disputes)
        row.addWidget(self.back_button)
        row.addWidget(self._copy_button)
        row.addStretch(1)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(8, 16, 8, 8)
        column.setSpacing(12)
        column.addWidget(self.large)
        column.addLayout(self._results)
        column.addWidget(self._note)
        column.addLayout(row)
        column.addStretch(1)

    def show_receipt(self, receipt: intake.Receipt, when: str) -> None:
        """Say what was put in."""
        form.empty(self._results)
        lines = [_("Tanda terima data"), _("Diterima: {when}").format(when=when)]
        for put in receipt.put:
            card = receipt_card.ReceiptCard(put)
            card.print_wanted.connect(self.print_wanted)
            self._results.addWidget(card)
            lines += receipt_card.as_text(put)
        for name in receipt.joined:
            words = _("{name} sudah terdaftar. Kirim Data kepadanya, supaya daftar TPS-nya sampai di sana.").format(
                name=name
            )
            self._results.addWidget(form.card(icon_line.IconLine("siap", "siap", words)))
            lines.append(words)
        if receipt.carried:
            words = _("{count} titipan untuk kantor lain disimpan dan dibawa dengan kiriman berikutnya.")
            self._results.addWidget(
                form.card(icon_line.IconLine("teruskan", "primary", words.format(count=receipt.carried)))
            )
        for name, why in receipt.refused:
            title = form.label(_("{file} tidak dimasukkan").format(file=name), "strong", wraps=True)
            self._results.addWidget(form.card(title, icon_line.IconLine("ditolak", "masalah", why)))
            lines.append(f"{name}: {why}")
        self._show_end(receipt)
        self.text = "\n".join(lines) + "\n"

    def take_focus(self) -> None:
        """Let Enter finish."""
        self._finish.setFocus()

    def _show_end(self, receipt: intake.Receipt) -> None:
        if receipt.put:
            self.large.setText(_("Data sudah masuk"))
        elif receipt.did_anything:
            self.large.setText(_("Sudah dicatat"))
        else:
            self.large.setText(_("Tidak ada yang dimasukkan"))
        theme.set_role(self.large, "done" if receipt.did_anything else "title")
        notes = []
        if receipt.backup:
            notes.append(_("Backup ke-{number} dibuat sebelum data dimasukkan.").format(number=receipt.backup))
        brought = [one.outcome for one in receipt.put if one.outcome.new or one.outcome.changed or one.outcome.waiting]
        if brought:
            notes.append(_("Tanda terima ikut pada kiriman berikutnya; “Kirim balik” membuatnya sekarang."))
        self._note.setText(" ".join(notes))
        disputed = sum(outcome.disputed for outcome in receipt.outcomes)
        self._to_disputes.setVisible(disputed > 0)
        self._to_disputes.setText(_("Lihat {count} data berbeda").format(count=disputed))
        self._copy_button.setVisible(bool(receipt.put))
        self._answered = tuple(dict.fromkeys((*(one.place for one in brought), *receipt.joined_places)))
        self.back_button.setVisible(bool(self._answered))

    def _copy(self) -> None:
        QtGui.QGuiApplication.clipboard().setText(self.text)
        self.told.emit(_("Tanda terima disalin; tempelkan di WhatsApp."))
