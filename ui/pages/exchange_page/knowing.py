# SPDX-License-Identifier: Apache-2.0
"""Daftar kantor: whom this office knows, joining, withdrawing, rescue, and the key in the safe."""

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.operations import joining, office_list, papers, printing, targets
from desk_app.operations.desk import Desk
from ui import runner
from ui.dialogs import ask_dialog, join_dialog, renew_key_dialog, rescue_dialog
from ui.pages.exchange_page import part
from ui.widgets import office_panel

Read = tuple[office_list.Book, list[office_panel.Row]]


class Knowing(part.Part):
    """The panel and its work. `prepare_wanted(list of places)`: ready files are to be made."""

    prepare_wanted = QtCore.Signal(object)

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__(desk, lanes)
        self.panel = office_panel.OfficePanel()
        self.panel.told.connect(self.done)
        self.panel.prepare_wanted.connect(self.prepare_wanted)
        self.panel.receive_wanted.connect(
            lambda: self.shown.emit(targets.Target(targets.Page.EXCHANGE, chosen={"show": "receive"}))
        )
        self.panel.join_wanted.connect(self._join)
        self.panel.replace_wanted.connect(self._ask_replace)
        self.panel.withdraw_wanted.connect(self._ask_withdraw)
        self.panel.rescue_wanted.connect(self._rescue)
        self.panel.spare_wanted.connect(self._print_spare)
        self.panel.renew_wanted.connect(self._renew)

    def refresh(self) -> None:
        """Read the list anew."""
        self.lanes.read(self._read, self._show, self.failed.emit, key="exchange offices")

    def _read(self) -> Read:
        book = office_list.book(self.desk)
        rows = [
            office_panel.Row(one.identity, one.name, one.standing_words, one.code, part.when(self.desk, one.last), one)
            for one in book.offices
        ]
        return book, rows

    def _show(self, read: Read) -> None:
        book, rows = read
        self.panel.set_book(book, rows, self.desk.identity.place)

    def _join(self) -> None:
        self._open(join_dialog.JoinDialog(self.desk, self.lanes, self.panel))

    def _rescue(self, one: office_list.Office) -> None:
        self._open(rescue_dialog.RescueDialog(self.desk, self.lanes, one.place, one.name, self.panel))

    def _ask_withdraw(self, one: office_list.Office) -> None:
        words = _(
            "Yang sudah diterima dari {office} tetap berlaku. Isian yang ditulis sesudahnya disisihkan, juga bila "
            "datang lewat kantor lain. Pencabutan tidak dapat dibatalkan; kantor itu dapat bergabung lagi dengan "
            "berkas siap yang baru."
        ).format(office=one.name)
        dialog = ask_dialog.AskDialog(
            _("Cabut pendaftaran {office}?").format(office=one.name),
            words,
            _("Cabut pendaftaran"),
            no=_("Tidak jadi"),
            danger=True,
            parent=self.panel,
        )
        dialog.accepted.connect(lambda: self._withdraw(one, again=False))
        self._open(dialog)

    def _ask_replace(self, one: office_list.Office) -> None:
        words = _(
            "Laptop yang lama tidak dipercaya lagi: yang sudah diterima darinya tetap berlaku, yang ditulis sesudahnya "
            "disisihkan. Lalu dibuat berkas siap untuk laptop yang baru. Isian di laptop lama yang belum pernah "
            "dikirim hilang; bila laptopnya masih hidup, kirim dahulu datanya."
        )
        dialog = ask_dialog.AskDialog(
            _("Ganti laptop {office}?").format(office=one.name),
            words,
            _("Cabut yang lama, siapkan yang baru"),
            no=_("Tidak jadi"),
            danger=True,
            parent=self.panel,
        )
        dialog.accepted.connect(lambda: self._withdraw(one, again=True))
        self._open(dialog)

    def _withdraw(self, one: office_list.Office, *, again: bool) -> None:
        def done(_office: joining.Office) -> None:
            self.refresh()
            if again:
                self.prepare_wanted.emit([one.place])
            else:
                self.done(_("Pendaftaran {office} dicabut.").format(office=one.name))

        self.lanes.write(lambda: joining.withdraw(self.desk, one.code), done, self.failed.emit)

    def _print_spare(self) -> None:
        """Asked once the paper is put away: whoever saved a file first may print it still."""
        dialog = self.paper(papers.Asked(report=printing.SPARE_KEY), self.panel)
        given: list[bool] = []
        dialog.given.connect(lambda: given.append(True))
        dialog.finished.connect(lambda _result: self._ask_printed() if given else None)

    def _ask_printed(self) -> None:
        words = _(
            "Periksa lembarnya: semua blok kode terbaca. Sesudah ini kunci cadangan dihapus dari komputer dan tidak "
            "dapat dicetak lagi. Masukkan amplop dan simpan di brankas Sekda."
        )
        dialog = ask_dialog.AskDialog(
            _("Lembar kunci cadangan sudah tercetak dan di tangan?"),
            words,
            _("Ya, hapus dari komputer ini"),
            no=_("Belum, simpan dahulu"),
            parent=self.panel,
        )
        dialog.accepted.connect(self._forget_spare)
        self._open(dialog)

    def _forget_spare(self) -> None:
        def done(_nothing: object) -> None:
            self.refresh()
            self.done(_("Kunci cadangan hanya ada di lembar itu. Simpan di brankas."))

        self.lanes.write(lambda: office_list.spare_printed(self.desk), done, self.failed.emit)

    def _renew(self) -> None:
        dialog = renew_key_dialog.RenewKeyDialog(self.desk, self.lanes, self.panel)
        dialog.renewed.connect(self._renewed)
        self._open(dialog)

    def _renewed(self) -> None:
        self.refresh()
        self.done(_("Kunci kantor diganti. Cetak lembar kunci cadangan yang baru, lalu kirim data ke semua kantor."))

    def _open(self, dialog: QtWidgets.QDialog) -> None:
        dialog.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
