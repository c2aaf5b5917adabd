# SPDX-License-Identifier: Apache-2.0
"""The Excel button of a list: save it or its empty form, bring a sheet back in; of one register or of several."""

from collections.abc import Sequence
from pathlib import Path

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import errors as known
from desk_app.domain.words import dotted
from desk_app.operations import register_export, register_sheets
from desk_app.operations.desk import Desk
from ui import errors, icons, runner
from ui.dialogs import workbook_dialog, workbook_ways
from ui.widgets import notice

_GAP = 12
"""Between the sign and its word."""


class WorkbookButton(QtWidgets.QPushButton):
    """`notices(Notice)`: what was saved or brought in, or why not.

    Several registers have a menu each; without any the button hides. Where the head is narrow it keeps its sign alone.
    """

    notices = QtCore.Signal(object)

    def __init__(
        self, desk: Desk, lanes: runner.Runner, *keys: str, parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._lanes = desk, lanes
        self.keys: tuple[str, ...] = ()
        self.dialog: workbook_dialog.WorkbookDialog | None = None
        self._word = _("Excel")
        self.setText(self._word)
        self.setAccessibleName(self._word)
        self.setSizePolicy(QtWidgets.QSizePolicy.Policy.Preferred, QtWidgets.QSizePolicy.Policy.Fixed)
        self.setToolTip(_("Simpan daftar ke Excel, atau masukkan dari Excel"))
        self.setAutoDefault(False)
        icons.put(self, "excel")
        self.setMenu(QtWidgets.QMenu(self))
        self.set_keys(keys)

    def set_keys(self, keys: Sequence[str]) -> None:
        """Say which registers it stands for: those of the list that is shown."""
        if self.keys and tuple(keys) == self.keys:
            return
        self.keys = tuple(keys)
        self.menu().clear()
        for key in self.keys:
            several = len(self.keys) > 1
            self._fill(self.menu().addMenu(_(register_sheets.title(key))) if several else self.menu(), key)
        if self.parentWidget() is not None or not self.keys:  # alone it would come up as a window
            self.setVisible(bool(self.keys))

    def save(self, path: Path, key: str = "", *, personal: bool = False, empty: bool = False) -> None:
        """Write a register, or its headings alone, into a file."""
        chosen = key or self.keys[0]
        self._lanes.long(
            lambda: register_export.export(self._desk, chosen, path, personal=personal, empty=empty),
            lambda _step: None,
            lambda count: self._saved(count, path, empty),
            self._refused,
            lambda: None,
        )

    def bring_in(self, key: str = "") -> None:
        """Open the dialog that reads a sheet."""
        self.dialog = workbook_dialog.open_over(
            self.window(),
            self._lanes,
            workbook_ways.RegisterWay(self._desk, key or self.keys[0]),
            lambda said: self.notices.emit(notice.Notice(said, notice.Tone.DONE)),
            lambda: setattr(self, "dialog", None),
        )

    def sizeHint(self) -> QtCore.QSize:
        hint = super().sizeHint()
        return hint if self.text() else hint + QtCore.QSize(self._word_width() - _GAP, 0)

    def minimumSizeHint(self) -> QtCore.QSize:
        return self.sizeHint() - QtCore.QSize(self._word_width(), 0)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        has_room = self.width() >= self.sizeHint().width()
        if has_room != bool(self.text()):
            self.setText(self._word if has_room else "")

    def _word_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self._word) + _GAP

    def _fill(self, menu: QtWidgets.QMenu, key: str) -> None:
        menu.addAction(_("Simpan ke Excel …"), lambda: self._ask_path(key, personal=False, empty=False))
        if key in register_sheets.PERSONAL:
            menu.addAction(
                _("Simpan ke Excel dengan data pribadi …"), lambda: self._ask_path(key, personal=True, empty=False)
            )
        menu.addAction(_("Simpan formulir kosong …"), lambda: self._ask_path(key, personal=True, empty=True))
        menu.addSeparator()
        menu.addAction(_("Masukkan dari Excel …"), lambda: self.bring_in(key))

    def _saved(self, count: int, path: Path, empty: bool) -> None:
        said = _("Tersimpan: {path}").format(path=path)
        if not empty:
            rows = ngettext("{count} baris", "{count} baris", count).format(count=dotted(count))
            said = f"{said} · {rows}"
        self.notices.emit(notice.Notice(said, notice.Tone.DONE))

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, known.Refused):
            raise error
        self.notices.emit(notice.Notice(errors.words(error), notice.Tone.REFUSED))

    def _ask_path(self, key: str, *, personal: bool, empty: bool) -> None:
        start = f"{_(register_sheets.title(key))}{' - kosong' if empty else ''}.xlsx"
        name, _kind = QtWidgets.QFileDialog.getSaveFileName(self, _("Simpan ke Excel"), start, "Excel (*.xlsx)")
        if name:
            self.save(Path(name).with_suffix(".xlsx"), key, personal=personal, empty=empty)
