# SPDX-License-Identifier: Apache-2.0
"""What happened to one record: who, when, what, and which value was replaced."""

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.operations import days, history, receipts, settings, values
from desk_app.operations.desk import Desk
from ui import errors, icons, runner, theme
from ui.widgets import form, receipt_mark, time_line

_ICONS = {"dibuat": ("tambah", "siap"), "diubah": ("ubah", "primary"), "dihapus": ("hapus", "masalah")}


class HistoryDialog(QtWidgets.QDialog):
    """The history of the record with this number, newest first; follows what is written while it is open."""

    def __init__(
        self,
        desk: Desk,
        runner: runner.Runner,
        record: int,
        title: str,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lanes = runner
        self._record = record
        self.setWindowTitle(_("Riwayat"))
        heading = form.label(title, "heading", wraps=True)
        self.line = time_line.TimeLine()
        self.words = form.label(_("Membaca riwayat …"), "muted", wraps=True)
        close = QtWidgets.QPushButton(_("Tutup"))
        close.clicked.connect(self.accept)
        copy = QtWidgets.QPushButton(_("Salin"))
        icons.put(copy, "salin")
        copy.setAutoDefault(False)
        copy.clicked.connect(self._copy)
        foot = QtWidgets.QHBoxLayout()
        foot.addWidget(copy)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(theme.SPACE)
        column.addWidget(form.label(_("Riwayat"), "muted"))
        column.addWidget(heading)
        self.receipt = receipt_mark.ReceiptMark()
        words = QtWidgets.QHBoxLayout()
        words.addWidget(self.words, 1)
        words.addWidget(self.receipt)
        column.addLayout(words)
        column.addWidget(form.scrolled(self.line), 1)
        column.addLayout(foot)
        theme.dress(self)
        self.resize(560, 440)
        self.entries: list[time_line.Entry] = []
        runner.read(lambda: entries(desk, record), self._show, self._refuse)
        runner.read(lambda: receipts.of_record(desk, record), self.receipt.set_receipt, self._refuse)

    def _show(self, found: list[time_line.Entry]) -> None:
        self.entries = found
        self.words.setText(_("{count} catatan, terbaru di atas").format(count=len(found)))
        self.line.set_entries(found)

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, known.Refused):
            raise error
        self.words.setText(errors.words(error))

    @QtCore.Slot()
    def _copy(self) -> None:
        lines = [f"{one.when}\t{one.who}\t{' '.join(one.text.split())}" for one in self.entries]
        QtWidgets.QApplication.clipboard().setText("\n".join(lines) + "\n")


def entries(desk: Desk, record: int) -> list[time_line.Entry]:
    """The history of a record in words, newest first; for a worker."""
    speaker = values.Speaker(desk)
    zone = settings.zone(desk)
    kind = history.kind_name(desk, record)
    told = []
    for one in reversed(history.history(desk, record)):
        who = " · ".join(part for part in (one.operator, one.office) if part)
        lines = [_("Pembatalan") if one.undoes else _(one.kind).capitalize()]
        for field in one.fields:
            after = speaker.value(kind, field.field, field.after)
            before = ", ".join(speaker.value(kind, field.field, value) for value in field.before)
            change = f"{before} → {after}" if field.before else after
            lines.append(f"{_(field.label)}: {change}")
        icon, tone = ("batalkan", "muted") if one.undoes else _ICONS.get(one.kind, ("belum", "muted"))
        when = f"{days.local(desk, one.at):%d-%m-%Y %H.%M} {zone}"
        told.append(time_line.Entry(when, who, "\n".join(lines), icon, tone))
    return told
