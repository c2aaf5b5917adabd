# SPDX-License-Identifier: Apache-2.0
"""The Excel button of a register: save the list, save its empty form, and bring a sheet back in."""

from pathlib import Path

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import errors as known
from desk_app.operations import register_export, register_sheets
from desk_app.operations.desk import Desk
from ui import errors, icons, runner
from ui.dialogs import workbook_dialog
from ui.widgets import notice


class WorkbookButton(QtWidgets.QToolButton):
    """`notices(Notice)`: what was saved or brought in, or why not."""

    notices = QtCore.Signal(object)

    def __init__(self, desk: Desk, lanes: runner.Runner, key: str, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._lanes = desk, lanes
        self._register = register_sheets.register(desk, key)
        self.dialog: workbook_dialog.WorkbookDialog | None = None
        self.setText(_("Excel"))
        self.setToolButtonStyle(QtCore.Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QtWidgets.QToolButton.ToolButtonPopupMode.InstantPopup)
        icons.put(self, "excel")
        menu = QtWidgets.QMenu(self)
        menu.addAction(_("Simpan ke Excel …"), lambda: self._ask_path(personal=False, empty=False))
        if any(field.personal for field in self._register.columns):
            menu.addAction(
                _("Simpan ke Excel dengan data pribadi …"), lambda: self._ask_path(personal=True, empty=False)
            )
        menu.addAction(_("Simpan formulir kosong …"), lambda: self._ask_path(personal=True, empty=True))
        menu.addSeparator()
        menu.addAction(_("Masukkan dari Excel …"), self.bring_in)
        self.setMenu(menu)

    def save(self, path: Path, *, personal: bool = False, empty: bool = False) -> None:
        """Write the register, or its headings alone, into a file."""
        key = self._register.key
        self._lanes.long(
            lambda: register_export.export(self._desk, key, path, personal=personal, empty=empty),
            lambda _step: None,
            lambda count: self._saved(count, path, empty),
            self._refused,
            lambda: None,
        )

    def bring_in(self) -> None:
        """Open the dialog that reads a sheet."""
        self.dialog = workbook_dialog.WorkbookDialog(self._desk, self._lanes, self._register.key, self.window())
        self.dialog.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.written.connect(lambda said: self.notices.emit(notice.Notice(said, notice.Tone.DONE)))
        self.dialog.finished.connect(lambda _code: setattr(self, "dialog", None))
        self.dialog.open()

    def _saved(self, count: int, path: Path, empty: bool) -> None:
        said = _("Tersimpan: {path}").format(path=path)
        if not empty:
            rows = ngettext("{count} baris", "{count} baris", count).format(count=f"{count:,}".replace(",", "."))
            said = f"{said} · {rows}"
        self.notices.emit(notice.Notice(said, notice.Tone.DONE))

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, known.Refused):
            raise error
        self.notices.emit(notice.Notice(errors.words(error), notice.Tone.REFUSED))

    def _ask_path(self, *, personal: bool, empty: bool) -> None:
        start = f"{_(self._register.title)}{' - kosong' if empty else ''}.xlsx"
        name, _kind = QtWidgets.QFileDialog.getSaveFileName(self, _("Simpan ke Excel"), start, "Excel (*.xlsx)")
        if name:
            self.save(Path(name).with_suffix(".xlsx"), personal=personal, empty=empty)
