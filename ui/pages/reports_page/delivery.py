# SPDX-License-Identifier: Apache-2.0
"""A paper is made final, which is noted in the register; or it leaves as it is: saved, printed, copied as text."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6 import QtCore, QtGui, QtPrintSupport, QtWidgets

from desk_app.base.progress import Progress, Steps
from desk_app.base.text import _, ngettext
from desk_app.domain.words import N_
from desk_app.operations import own_formats, paper_batch, papers, printing
from desk_app.operations.desk import Desk
from ui import runner
from ui.pages.reports_page import making, several
from ui.widgets import notice, paper_printer, progress_panel, remembered

Shown = making.Shown

FACES: tuple[tuple[str, str, str], ...] = (
    (".pdf", N_("PDF untuk dicetak …"), N_("Berkas PDF (*.pdf)")),
    (".docx", N_("Word untuk diketik lagi …"), N_("Berkas Word (*.docx)")),
    (".xlsx", N_("Excel, tabelnya saja …"), N_("Berkas Excel (*.xlsx)")),
    (".txt", N_("Teks untuk WhatsApp …"), N_("Berkas teks (*.txt)")),
)
"""Ending, words of the menu, words of the dialog."""


class Delivery(QtCore.QObject):
    """Carries out what the buttons ask. `told(Notice)`; `failed(exception)`. `progress` belongs on the page.

    `line_wanted(no)`: the line of the register, to note how the paper was sent.
    """

    told = QtCore.Signal(object)
    failed = QtCore.Signal(object)
    line_wanted = QtCore.Signal(object)

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

        def put(text: str) -> None:
            QtGui.QGuiApplication.clipboard().setText(text)
            self._say(_("Teks disalin. Tempel di WhatsApp dengan Ctrl+V."))

        self._runner.read(shown.prepared.text, put, self._fail)

    def ask_and_save(self, shown: Shown, ending: str = printing.PDF) -> None:
        """Ask where, and save the paper in one of its faces."""
        mark = "" if shown.prepared.issued is not None or not shown.prepared.report.registered else _(" (konsep)")
        start = str(folder() / f"{shown.prepared.file_name}{mark}{ending}")
        kinds = next(_(kinds) for one, _words, kinds in FACES if one == ending)
        name, _kind = QtWidgets.QFileDialog.getSaveFileName(self._window, _("Simpan naskah"), start, kinds)
        if name:
            path = Path(name)
            remembered.keep("papers/folder", str(path.parent))
            self.save(shown, path if path.suffix.casefold() in printing.FACES else Path(f"{path}{ending}"))

    def ask_and_fill(self, shown: Shown, own: own_formats.OwnFormat) -> None:
        """Ask where, and write the paper in the office's own form."""
        start = str(folder() / f"{shown.prepared.file_name}.{own.kind}")
        kinds = _("Berkas ini (*{ending})").format(ending=f".{own.kind}")
        name, _kind = QtWidgets.QFileDialog.getSaveFileName(self._window, own.name, start, kinds)
        if name:
            path = Path(name)
            remembered.keep("papers/folder", str(path.parent))
            self.fill(shown, own, path if path.suffix else Path(f"{path}.{own.kind}"))

    def fill(self, shown: Shown, own: own_formats.OwnFormat, path: Path) -> None:
        """Write the paper in the office's own form, and say what was wrong in that."""
        desk, prepared = self._desk, shown.prepared
        told = _("Tersimpan: {path}").format(path=path)

        def done(remarks: tuple[str, ...]) -> None:
            if remarks:
                self.told.emit(notice.Notice(f"{told} {' '.join(remarks)}", notice.Tone.WARNING))
            else:
                self._say_where(told, path.parent)

        self._runner.read(lambda: own_formats.fill_with(desk, own.no, prepared, path), done, self._fail)

    def save(self, shown: Shown, path: Path) -> None:
        """Save the paper as it is shown, final or as a draft; a draft stays one."""
        prepared = shown.prepared
        target = path if path.suffix else path.with_suffix(printing.PDF)
        draft = prepared.issued is None and prepared.report.registered
        told = _("Konsep tersimpan, belum final: {path}") if draft else _("Tersimpan: {path}")
        if prepared.forms is not None and target.suffix.casefold() == printing.PDF:
            self._long(
                lambda: printing.write_pdf(prepared, target),
                _("Menyimpan"),
                lambda _pages: self._say_where(told.format(path=target), target.parent),
            )
            return
        self._runner.read(
            lambda: printing.save(prepared, target),
            lambda _no: self._say_where(told.format(path=target), target.parent),
            self._fail,
        )

    def make_final(self, shown: Shown) -> None:
        """Note the paper in the register; the report of its day is finished by it."""
        desk, prepared = self._desk, shown.prepared

        def work() -> tuple[papers.Prepared, int]:
            numbered = printing.with_number(desk, prepared).final()
            return numbered, printing.issue(desk, numbered)

        def done(issued: tuple[papers.Prepared, int]) -> None:
            made, no = issued
            told = _("Naskah final, kode {code}. Sekarang dapat dicetak atau disimpan.").format(code=made.code)
            given = _("Nomor {number}.").format(number=made.number) + " " if made.number != prepared.number else ""
            self.told.emit(
                notice.Notice(
                    given + told, notice.Tone.DONE, _("Catat pengiriman …"), lambda: self.line_wanted.emit(no)
                )
            )

        self._runner.write(work, done, self._fail)

    def print_out(self, shown: Shown) -> None:
        """The system's print dialog, then the printer."""
        self._runner.draw(
            lambda: paper_printer.sizes(shown.pdf), lambda sizes: self._ask_printer(shown, sizes), self._fail
        )

    def print_several(self, asked: papers.Asked, each: paper_batch.Each, *, final: bool) -> None:
        """Every letter that the asked one stands for, as one piece of work of the printer."""
        desk = self._desk
        printer = paper_printer.ask(self._window, _(printing.report_title(asked.report)), [], ranges=False)
        if printer is not None:
            self._long(
                lambda: several.printed(desk, asked, each, printer, final=final),
                _("Mencetak"),
                lambda done: self._say_several(done, final=final),
                lane="draw",
            )

    def save_several(self, asked: papers.Asked, each: paper_batch.Each, *, final: bool) -> None:
        """Every letter that the asked one stands for, a PDF each in a folder."""
        chosen = self.ask_folder()
        if chosen is not None:
            desk = self._desk
            self._long(
                lambda: paper_batch.print_all(desk, asked, chosen, each, final=final),
                _("Menyusun surat"),
                lambda written: self._say_saved(len(written), chosen, final=final),
            )

    def save_chosen(self, chosen: Sequence[papers.Asked], target: Path, endings: Sequence[str]) -> None:
        """Several papers in some of their faces into a folder, as drafts unless they are final."""
        desk = self._desk
        self._long(
            lambda: several.saved(desk, chosen, target, endings),
            _("Menyusun naskah"),
            lambda done: self._say_saved(done.files, target, refused=done.refused),
        )

    def ask_folder(self) -> Path | None:
        """Let the user choose a folder."""
        name = QtWidgets.QFileDialog.getExistingDirectory(self._window, _("Simpan ke folder"), str(folder()))
        if name:
            remembered.keep("papers/folder", name)
        return Path(name) if name else None

    def _ask_printer(self, shown: Shown, sizes: list[tuple[float, float]]) -> None:
        prepared = shown.prepared
        printer = paper_printer.ask(
            self._window, prepared.title, sizes, pages=prepared.forms.count if prepared.forms is not None else 0
        )
        if printer is not None:
            self._print(shown, printer)

    def _print(self, shown: Shown, printer: QtPrintSupport.QPrinter) -> None:
        def steps() -> Steps[int]:
            data = (yield from making.whole_pdf(shown.prepared)) if shown.has_more else shown.pdf
            return (yield from paper_printer.print_pages(printer, data))

        self._long(steps, _("Mencetak"), lambda sheets: self._printed(shown.prepared, sheets), lane="draw")

    def _printed(self, prepared: papers.Prepared, sheets: int) -> None:
        if not sheets:
            words = _("Pencetak tidak menerima naskah. Periksa pencetak, lalu cetak lagi.")
            self.told.emit(notice.Notice(words, notice.Tone.REFUSED))
            return
        told = ngettext(
            "{count} halaman dikirim ke pencetak. Kode {code}.",
            "{count} halaman dikirim ke pencetak. Kode {code}.",
            sheets,
        ).format(count=sheets, code=prepared.code)
        draft = prepared.issued is None and prepared.report.registered
        self._say(told + (" " + _("Tercetak sebagai konsep, belum final.") if draft else ""))

    def _say_several(self, letters: int, *, final: bool) -> None:
        told = ngettext(
            "{count} surat dikirim ke pencetak.", "{count} surat dikirim ke pencetak.", letters
        ).format(count=letters)
        self._say(told + ("" if final else " " + _("Tercetak sebagai konsep, belum final.")))

    def _say_saved(self, files: int, target: Path, *, final: bool = True, refused: Sequence[str] = ()) -> None:
        told = ngettext(
            "{count} berkas disimpan di {folder}.", "{count} berkas disimpan di {folder}.", files
        ).format(count=files, folder=target)
        if refused:
            self.told.emit(notice.Notice(f"{told} {' '.join(refused)}", notice.Tone.WARNING))
        else:
            self._say_where(told + ("" if final else " " + _("Tersimpan sebagai konsep, belum final.")), target)

    def _long(
        self,
        steps: Callable[[], Steps[runner.T]],
        words: str,
        done: Callable[[runner.T], None],
        *,
        lane: str = "long",
    ) -> None:
        def ended(result: runner.T) -> None:
            self.progress.end()
            done(result)

        self.progress.begin(words)
        self._handle = self._runner.long(steps, self._step, ended, self._fail, self._stopped, lane=lane)

    def _step(self, step: Progress) -> None:
        self.progress.show_progress(replace(step, words=_(step.words)))

    def _stopped(self) -> None:
        self.progress.end()
        self.told.emit(notice.Notice(_("Dihentikan."), notice.Tone.INFO))

    def _say(self, words: str) -> None:
        self.told.emit(notice.Notice(words, notice.Tone.DONE))

    def _say_where(self, words: str, target: Path) -> None:
        """Good news of files, and the way to them."""
        url = QtCore.QUrl.fromLocalFile(str(target))
        self.told.emit(
            notice.Notice(
                words, notice.Tone.DONE, _("Buka folder"), lambda: QtGui.QDesktopServices.openUrl(url)
            )
        )

    def _fail(self, error: Exception) -> None:
        self.progress.end()
        self.failed.emit(error)

    def _cancel(self) -> None:
        if self._handle is not None:
            self._handle.cancel()


def folder() -> Path:
    """Where papers were saved last, else the documents of the user."""
    kept = remembered.get("papers/folder")
    if isinstance(kept, str) and Path(kept).is_dir():
        return Path(kept)
    documents = QtCore.QStandardPaths.writableLocation(QtCore.QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) if documents and Path(documents).is_dir() else Path.home()
