# SPDX-License-Identifier: Apache-2.0
"""A paper is made final, which is noted in the register; or it leaves as it is: saved, printed, copied as text."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6 import QtCore, QtGui, QtPrintSupport, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.operations import papers, printing
from desk_app.operations.desk import Desk
from ui import runner
from ui.widgets import notice, paper_printer, progress_panel


@dataclass(frozen=True, slots=True)
class Shown:
    """A paper with both its faces, as it stands in the window: of a stack of forms the first pages."""

    prepared: papers.Prepared
    pdf: bytes
    text: str


class Delivery(QtCore.QObject):
    """Carries out what the buttons ask. `told(Notice)`; `failed(exception)`. `progress` belongs on the page."""

    told = QtCore.Signal(object)
    failed = QtCore.Signal(object)

    def __init__(self, desk: Desk, runner_: runner.Runner, window: QtWidgets.QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._runner = runner_
        self._window = window
        self._handle: runner.Handle | None = None
        self.progress = progress_panel.ProgressPanel()
        self.progress.cancelled.connect(self._cancel)

    def copy(self, shown: Shown) -> None:
        """Put the paper on the clipboard as plain text."""
        QtGui.QGuiApplication.clipboard().setText(shown.text)
        self._say(_("Teks disalin. Tempel di WhatsApp dengan Ctrl+V."))

    def ask_and_save(self, shown: Shown) -> None:
        """Ask where, and save the paper as PDF."""
        mark = "" if shown.prepared.issued is not None else " " + _("(konsep)")
        start = str(Path.home() / f"{shown.prepared.file_name}{mark}.pdf")
        kinds = _("Berkas PDF (*.pdf)")
        name, _kind = QtWidgets.QFileDialog.getSaveFileName(self._window, _("Simpan PDF"), start, kinds)
        if name:
            self.save(shown, Path(name))

    def save(self, shown: Shown, path: Path) -> None:
        """Save the paper as it is shown, final or as a draft; a draft stays one."""
        prepared = shown.prepared
        target = path if path.suffix else path.with_suffix(".pdf")
        told = _("Tersimpan: {path}") if prepared.issued is not None else _("Konsep tersimpan, belum final: {path}")
        if not prepared.report.registered:
            told = _("Tersimpan: {path}")
        if prepared.forms is None or target.suffix.casefold() != ".pdf":
            self._write(lambda: printing.save(prepared, target), told.format(path=target))
            return
        self.progress.begin(_("Menyimpan formulir"))
        self._handle = self._runner.long(
            lambda: printing.write_pdf(prepared, target),
            self.progress.show_progress,
            lambda _pages: self._saved(told.format(path=target)),
            self._fail,
            self.progress.end,
        )

    def make_final(self, shown: Shown) -> None:
        """Note the paper in the register; the report of its day is finished by it."""
        desk, prepared = self._desk, shown.prepared
        told = _("Naskah final, kode {code}. Sekarang dapat dicetak atau disimpan.").format(code=prepared.code)
        self._write(lambda: printing.issue(desk, prepared), told)

    def print_out(self, shown: Shown) -> None:
        """The system's print dialog, then the printer."""
        self._runner.draw(lambda: _whole(shown), lambda whole: self._ask_printer(*whole), self._fail)

    def _ask_printer(self, shown: Shown, sizes: list[tuple[float, float]]) -> None:
        printer = paper_printer.ask(self._window, shown.prepared.title, sizes)
        if printer is not None:
            self._print(shown, printer)

    def _print(self, shown: Shown, printer: QtPrintSupport.QPrinter) -> None:
        self.progress.begin(_("Mencetak"))
        self._handle = self._runner.long(
            lambda: paper_printer.print_pages(printer, shown.pdf),
            self.progress.show_progress,
            lambda sheets: self._printed(shown.prepared, sheets),
            self._fail,
            self.progress.end,
            lane="draw",
        )

    def _printed(self, prepared: papers.Prepared, sheets: int) -> None:
        self.progress.end()
        if not sheets:
            words = _("Pencetak tidak menerima naskah. Periksa pencetak, lalu cetak lagi.")
            self.told.emit(notice.Notice(words, notice.Tone.REFUSED))
            return
        told = ngettext(
            "{count} halaman dikirim ke pencetak. Kode {code}.",
            "{count} halaman dikirim ke pencetak. Kode {code}.",
            sheets,
        ).format(count=sheets, code=prepared.code)
        final = prepared.issued is not None or not prepared.report.registered
        draft = "" if final else " " + _("Tercetak sebagai konsep, belum final.")
        self._say(told + draft)

    def _saved(self, told: str) -> None:
        self.progress.end()
        self._say(told)

    def _write(self, work: Callable[[], object], told: str) -> None:
        self._runner.write(work, lambda _result: self._say(told), self._fail)

    def _say(self, words: str) -> None:
        self.told.emit(notice.Notice(words, notice.Tone.DONE))

    def _fail(self, error: Exception) -> None:
        self.progress.end()
        self.failed.emit(error)

    def _cancel(self) -> None:
        if self._handle is not None:
            self._handle.cancel()


def _whole(shown: Shown) -> tuple[Shown, list[tuple[float, float]]]:
    """A paper with all its pages, and their sizes."""
    if shown.prepared.forms is not None:
        shown = replace(shown, pdf=shown.prepared.pdf())
    return shown, paper_printer.sizes(shown.pdf)
