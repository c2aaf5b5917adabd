# SPDX-License-Identifier: Apache-2.0
"""The two large buttons, Kirim Data and Terima Data, each with a line that says how things stand."""

from collections.abc import Sequence

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain.words import dotted
from desk_app.operations import intake_words, outgoing
from ui import icons, theme
from ui.widgets import form, parcel_table


class TwoWays(QtWidgets.QWidget):
    """Both buttons side by side: `send` and `receive`. On a low screen the words stand beside them."""

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.send = _large("kirim", _("Kirim Data"))
        self.receive = _large("terima", _("Terima Data"))
        self.send_words = form.label("", "muted", wraps=True)
        words = _("Cari kiriman di flashdisk, periksa isinya, lalu masukkan.")
        self.receive_words = form.label(words, "muted", wraps=True)
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * theme.SPACE)
        self._cards = [form.card(self.send, self.send_words), form.card(self.receive, self.receive_words)]
        for card in self._cards:
            row.addWidget(card, 1)

    def set_low(self, low: bool) -> None:
        """Take less height."""
        directions = QtWidgets.QBoxLayout.Direction
        margin = 6 if low else 12
        for card, button in zip(self._cards, (self.send, self.receive), strict=True):
            theme.set_role(button, "primary" if low else "large")
            button.setIconSize(QtCore.QSize(24, 16) if low else QtCore.QSize(28, 24))
            layout = card.layout()
            if isinstance(layout, QtWidgets.QBoxLayout):
                layout.setDirection(directions.LeftToRight if low else directions.TopToBottom)
                layout.setContentsMargins(margin, margin, margin, margin)
                layout.setStretch(1, 1 if low else 0)

    def set_waiting(self, receivers: Sequence[outgoing.Receiver]) -> None:
        """Say what waits for the offices with which data is exchanged."""
        partners = [one for one in receivers if one.is_partner]
        near = [one for one in partners if one.fresh]
        under_way = [one for one in partners if one.under_way and not one.fresh]
        owed = [one for one in partners if one.waits and not one.fresh]
        if not partners:
            words = _("Belum ada kantor yang terdaftar di sini. Mulai dari Daftar kantor.")
        elif len(near) == 1:
            words = _("Menunggu dikirim ke {office} – {words}").format(office=near[0].name, words=near[0].words)
        elif near:
            words = _("Menunggu dikirim ke {count} kantor, paling banyak {most} isian.").format(
                count=len(near), most=dotted(max(one.fresh for one in near))
            )
        elif len(owed) == 1:
            words = _("Menunggu dikirim balik ke {office}: tanda terima kiriman {numbers}.").format(
                office=owed[0].name, numbers=intake_words.numbers(owed[0].owed)
            )
        elif owed:
            words = _("Menunggu dikirim balik: tanda terima untuk {count} kantor.").format(count=len(owed))
        elif len(under_way) == 1:
            words = _("Semua isian sudah dikirim. {count} isian belum dikabarkan diterima {office}.").format(
                count=dotted(under_way[0].under_way), office=under_way[0].name
            )
        elif under_way:
            words = _("Semua isian sudah dikirim; {count} kantor belum memberi kabar.").format(count=len(under_way))
        else:
            words = _("Semua isian sudah diterima kantor yang bertukar data.")
        self.send_words.setText(words)

    def set_last(self, last: parcel_table.Row | None) -> None:
        """Say what was received last."""
        if last is not None:
            words = _("Terakhir diterima: kiriman ke-{number} dari {office}, {when}")
            self.receive_words.setText(words.format(number=last.number, office=last.office, when=last.when))


def _large(icon: str, words: str) -> QtWidgets.QPushButton:
    button = QtWidgets.QPushButton(words)
    button.setIcon(icons.icon(icon, "on_primary"))
    button.setIconSize(QtCore.QSize(28, 24))
    theme.set_role(button, "large")
    return button
