# SPDX-License-Identifier: Apache-2.0
"""Register kiriman: both directions, what never came, who is silent; taking an import back, receipts by phone."""

from dataclasses import dataclass

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.operations import (
    days,
    import_undo,
    papers,
    parcel_register,
    printing,
    silence,
    targets,
    trust,
    undone_words,
)
from desk_app.operations.desk import Desk
from ui import runner
from ui.dialogs import ask_dialog, hear_dialog, undone_dialog
from ui.pages.exchange_page import part
from ui.widgets import notice, parcel_table

_NAMED = 4


@dataclass(frozen=True, slots=True)
class Read:
    """The register as it stands, and who is waited for in words."""

    rows: list[parcel_table.Row]
    gaps: list[parcel_register.Gap]
    silent: str


class Registering(part.Part):
    """The panel and its work. `copy_wanted(package)`; `read_last(Row or None)`: the last one received."""

    copy_wanted = QtCore.Signal(str)
    read_last = QtCore.Signal(object)

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__(desk, lanes)
        self.panel = parcel_table.ParcelTable()
        self.panel.told.connect(self.done)
        detail = self.panel.detail
        detail.undo_wanted.connect(self._ask_undo)
        detail.hear_wanted.connect(self._hear)
        detail.say_wanted.connect(self._say)
        detail.paper_wanted.connect(self._print)
        detail.copy_wanted.connect(lambda entry: self.copy_wanted.emit(entry.package))

    def refresh(self) -> None:
        """Read the register anew."""
        self.lanes.read(self._read, self._show, self.failed.emit, key="exchange register")

    def _read(self) -> Read:
        rows = [parcel_table.row(entry, part.when(self.desk, entry.at)) for entry in parcel_register.entries(self.desk)]
        return Read(rows, parcel_register.gaps(self.desk), self._silent())

    def _silent(self) -> str:
        """Who below has not sent, "" where nobody is waited for."""
        if not trust.is_authority(self.desk.identity) or not silence.has_begun(self.desk):
            return ""
        found = silence.silent(self.desk)
        if not found.silent:
            return ""
        names = ", ".join(one.name for one in found.silent[:_NAMED])
        more = len(found.silent) - _NAMED
        if more > 0:
            names += " " + ngettext("dan {count} lainnya", "dan {count} lainnya", more).format(count=more)
        if found.due is not None:
            hour = days.local(self.desk, found.due).strftime("%d-%m-%Y %H.%M")
            return _("Belum mengirim sampai {hour}: {names}.").format(hour=hour, names=names)
        return _("Belum mengirim sejak kemarin: {names}.").format(names=names)

    def _show(self, read: Read) -> None:
        self.panel.set_rows(read.rows, read.gaps)
        if read.silent:
            words = _("Daftar telepon …")
            self.panel.silence.tell(notice.Notice(read.silent, notice.Tone.INFO, words, self._call_list, stays=True))
        else:
            self.panel.silence.clear()
        self.read_last.emit(next((row for row in read.rows if not row.sent), None))

    def _call_list(self) -> None:
        self.shown.emit(targets.Target(targets.Page.REPORTS, chosen={"report": printing.CALL_LIST}))

    def _ask_undo(self, entry: parcel_register.Entry) -> None:
        words = _(
            "Isian yang dibawa kiriman ini kembali seperti sebelumnya. Yang sudah diubah sesudahnya dan yang milik "
            "kantor di atas dibiarkan, dan didaftar. Pembatalan ini ikut terkirim dan terlihat di kantor pengirim."
        )
        question = _("Batalkan penerimaan kiriman ke-{number} dari {office}?")
        dialog = ask_dialog.AskDialog(
            question.format(number=entry.number, office=entry.office),
            words,
            _("Batalkan penerimaan"),
            no=_("Tidak jadi"),
            danger=True,
            parent=self.panel,
        )
        dialog.accepted.connect(lambda: self._undo(entry))
        self._open(dialog)

    def _undo(self, entry: parcel_register.Entry) -> None:
        def work() -> tuple[import_undo.Undone, list[undone_words.Left]]:
            done = parcel_register.undo(self.desk, entry)
            return done, undone_words.left(self.desk, done.left)

        self.lanes.write(work, self._undone, self.failed.emit)

    def _undone(self, result: tuple[import_undo.Undone, list[undone_words.Left]]) -> None:
        done, left = result
        self.refresh()
        dialog = undone_dialog.UndoneDialog(done.reversed, left, self.panel)
        # The button that began it is gone: without this the next key would go to the search line.
        dialog.finished.connect(lambda _result: self.panel.table.view.setFocus())
        self._open(dialog)

    def _hear(self, entry: parcel_register.Entry) -> None:
        dialog = hear_dialog.HearDialog(self.desk, self.lanes, entry, self.panel)
        dialog.heard.connect(self._heard)
        self._open(dialog)

    def _heard(self, entry: parcel_register.Entry) -> None:
        self.refresh()
        self.done(
            _("Dicatat: kiriman ke-{number} sudah diterima {office}.").format(number=entry.number, office=entry.office)
        )

    def _say(self, entry: parcel_register.Entry) -> None:
        self._open(hear_dialog.SayDialog(self.desk, self.lanes, entry, self.panel))

    def _print(self, entry: parcel_register.Entry) -> None:
        report = printing.HANDOVER if entry.sent else printing.RECEIPT
        self.paper(papers.Asked(report=report, package=entry.package), self.panel)

    def _open(self, dialog: QtWidgets.QDialog) -> None:
        dialog.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
