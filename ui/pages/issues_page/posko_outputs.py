# SPDX-License-Identifier: Apache-2.0
"""How the Buku Posko leaves the program: for WhatsApp, on paper, as a workbook; the day that is chosen."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.operations import days, log_sheets, papers, printing
from desk_app.operations.desk import Desk
from ui import icons, runner
from ui.widgets import fields


class BookOutputs(QtCore.QObject):
    """`told(words)`. The day is that of a field; `over` is the part over which windows open."""

    told = QtCore.Signal(str)

    def __init__(
        self,
        desk: Desk,
        lanes: runner.Runner,
        failed: Callable[[Exception], None],
        day: fields.ChoiceField,
        over: QtWidgets.QWidget,
    ) -> None:
        super().__init__(over)
        self._desk = desk
        self._lanes = lanes
        self._failed = failed
        self._day = day
        self._over = over

    def menu(self, over: QtWidgets.QWidget) -> QtWidgets.QMenu:
        """How the book leaves the program: the day that is chosen, else today for WhatsApp and all days for Excel."""
        menu = QtWidgets.QMenu(over)
        menu.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        for icon, text, slot in (
            ("wa", _("Salin satu hari untuk WA"), self.copy_day),
            ("cetak", _("Cetak satu hari …"), self.ask_paper),
            ("excel", _("Simpan Excel …"), self.ask_file),
        ):
            menu.addAction(icons.icon(icon), text).triggered.connect(lambda _checked=False, one=slot: one())
        return menu

    def copy_day(self) -> None:
        """Put the lines of a day on the clipboard as text for WhatsApp."""
        desk = self._desk
        day = date.fromisoformat(self._day.value()) if self._day.value() else days.today(desk)

        def done(text: str) -> None:
            QtGui.QGuiApplication.clipboard().setText(text)
            self.told.emit(_("Buku Posko {day} disalin; tempel di WhatsApp.").format(day=f"{day:%d-%m-%Y}"))

        self._lanes.read(lambda: log_sheets.whatsapp_text(desk, day), done, self._failed)

    def ask_paper(self) -> None:
        """Show the paper of the day that is chosen, of today without one, to be printed or saved."""
        from ui.dialogs import paper_dialog

        day = date.fromisoformat(self._day.value()) if self._day.value() else None
        asked = papers.Asked(printing.BOOK, day=day)
        paper_dialog.PaperDialog(self._desk, self._lanes, asked, self._over.window()).open()

    def ask_file(self) -> None:
        """Let the user say where the workbook goes."""
        home = QtCore.QStandardPaths.writableLocation(QtCore.QStandardPaths.StandardLocation.DocumentsLocation)
        day = date.fromisoformat(self._day.value()) if self._day.value() else None
        name = str(Path(home) / f"{log_sheets.title(day)}.xlsx")
        chosen, _filter = QtWidgets.QFileDialog.getSaveFileName(self._over, _("Simpan Excel"), name, "Excel (*.xlsx)")
        if chosen:
            self.save_as(Path(chosen))

    def save_as(self, path: Path) -> None:
        """Write the day that is chosen, or the whole book, as a workbook."""
        desk = self._desk
        day = date.fromisoformat(self._day.value()) if self._day.value() else None

        def done(count: int) -> None:
            said = ngettext("{count} baris ditulis ke {path}", "{count} baris ditulis ke {path}", count)
            self.told.emit(said.format(count=count, path=path))

        self._lanes.read(lambda: log_sheets.export(desk, path, day), done, self._failed)
