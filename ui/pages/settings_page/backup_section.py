# SPDX-License-Identifier: Apache-2.0
"""Backup: those that are here, one made now, the second place, and how one is brought back."""

from dataclasses import dataclass
from pathlib import Path

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import errors as known
from desk_app.operations import backups, change_settings, days, settings
from desk_app.operations.desk import BACKUPS, Desk
from ui import errors, icons, runner, theme
from ui.pages.settings_page import section
from ui.widgets import columns, empty_state, form, marks, notice, progress_panel, table_panel


@dataclass(frozen=True, slots=True)
class Line:
    """A backup as a row of the list."""

    number: int
    at: str
    reason: str
    size: str
    state: marks.Marked
    backup: backups.Backup


class BackupSection(section.Section):
    """The backups of this office. `restore_wanted(Backup)`: bring one back."""

    restore_wanted = QtCore.Signal(object)
    listens = frozenset({"setting", "backup"})

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__(desk, lanes)
        section.add_title(
            self,
            _("Backup"),
            _("Dibuat dan diperiksa sendiri oleh program: setiap hari, saat ditutup, dan sebelum memasukkan data."),
        )
        self.make_button = QtWidgets.QPushButton(_("Buat backup sekarang"))
        theme.set_role(self.make_button, "primary")
        icons.put(self.make_button, "backup", "on_primary")
        self.make_button.clicked.connect(self.make_backup)
        self.restore_button = QtWidgets.QPushButton(_("Pulihkan backup ini …"))
        icons.put(self.restore_button, "kembali")
        self.restore_button.setEnabled(False)
        self.restore_button.clicked.connect(self._restore)
        folder_button = QtWidgets.QPushButton(_("Buka folder backup"))
        icons.put(folder_button, "folder")
        folder_button.clicked.connect(self._open_folder)
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(theme.SPACE)
        for button in (self.make_button, self.restore_button, folder_button):
            row.addWidget(button)
        row.addStretch(1)
        self.progress = progress_panel.ProgressPanel()
        self.table = table_panel.TablePanel(
            (
                columns.Column("number", _("No."), 50, "right"),
                columns.Column("at", _("Waktu"), 160),
                columns.Column("reason", _("Sebab"), 180, stretches=True),
                columns.Column("size", _("Ukuran"), 90, "right"),
                columns.Column("state", _("Keadaan"), 110),
            ),
            name="backups",
            identity="number",
            unit=lambda count: ngettext("{count} backup", "{count} backup", count),
            has_filter=False,
        )
        self.table.set_empty(
            empty_state.EmptyState(
                "backup", _("Belum ada backup"), _("Yang pertama dibuat saat program ditutup, atau sekarang.")
            )
        )
        self.table.setMinimumHeight(230)
        self.table.told.connect(self.say)
        self.table.chosen.connect(
            lambda line: self.restore_button.setEnabled(line is not None and line.backup.ok)
        )
        self.second = QtWidgets.QLineEdit(readOnly=True)
        self.second.setPlaceholderText(_("tidak ada"))
        choose = QtWidgets.QPushButton(_("Pilih folder …"))
        icons.put(choose, "pilih_folder")
        choose.clicked.connect(self._ask_second)
        self.clear_button = QtWidgets.QPushButton(_("Tanpa tempat kedua"))
        theme.set_role(self.clear_button, "link")
        self.clear_button.clicked.connect(lambda: self.set_second(None))
        place = QtWidgets.QHBoxLayout()
        place.setSpacing(theme.SPACE)
        place.addWidget(self.second, 1)
        place.addWidget(choose)
        place.addWidget(self.clear_button)
        self.column.addLayout(row)
        self.column.addWidget(self.progress)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(form.label(_("Tempat kedua (flashdisk atau drive lain)"), "label"))
        self.column.addLayout(place)
        self.column.addWidget(
            form.label(
                _("Bila komputer ini rusak atau hilang, salinan itu menyelamatkan data. Isinya tetap terkunci."),
                "small",
                wraps=True,
            )
        )

    def refresh(self) -> None:
        desk = self.desk
        self.read(lambda: (_lines(desk), settings.get(desk, "second_backup")), self._show)

    def make_backup(self) -> None:
        """Make a backup now, with progress."""
        desk = self.desk
        self.make_button.setEnabled(False)
        self.progress.begin(_("Membuat backup …"), can_cancel=False)
        self.lanes.long(
            lambda: backups.make_backup(desk), self.progress.show_progress, self._made, self._not_made
        )

    def set_second(self, folder: Path | None) -> None:
        """Keep the second place of backups, or do without."""
        desk, value = self.desk, "" if folder is None else str(folder)
        self.write(lambda: change_settings.set_many(desk, {"second_backup": value}))

    def _show(self, found: tuple[list[Line], str]) -> None:
        lines, second = found
        self.table.set_rows(lines)
        self.second.setText(second)
        self.clear_button.setVisible(bool(second))

    def _made(self, outcome: backups.Outcome) -> None:
        self.progress.end()
        self.make_button.setEnabled(True)
        self.refresh()
        if outcome.trouble is not None:
            self.say(errors.words(outcome.trouble), notice.Tone.WARNING)
        else:
            self.say(_("Backup no. {number} selesai dan sudah diperiksa.").format(number=outcome.made.number))

    def _not_made(self, error: Exception) -> None:
        self.progress.end()
        self.make_button.setEnabled(True)
        if not isinstance(error, known.Refused):
            raise error
        self.failed(error)

    def _restore(self) -> None:
        line = self.table.current()
        if line is not None:
            self.restore_wanted.emit(line.backup)

    def _open_folder(self) -> None:
        folder = self.desk.folder / BACKUPS
        folder.mkdir(exist_ok=True)
        QtGui.QDesktopServices.openUrl(QtCore.QUrl.fromLocalFile(str(folder)))

    def _ask_second(self) -> None:
        chosen = QtWidgets.QFileDialog.getExistingDirectory(self, _("Tempat kedua untuk backup"), self.second.text())
        if chosen:
            self.set_second(Path(chosen))


def _lines(desk: Desk) -> list[Line]:
    return [
        Line(
            one.number,
            f"{days.local(desk, one.at):%d-%m-%Y %H.%M}" if one.ok else "",
            _(backups.REASON_LABELS.get(backups.Reason(one.reason), one.reason)) if one.ok else "",
            _size(one.size) if one.ok else "",
            marks.Marked(_("utuh"), "siap") if one.ok else marks.Marked(_("rusak"), "masalah"),
            one,
        )
        for one in backups.backups_of(desk.folder / BACKUPS)
    ]


def _size(count: int) -> str:
    return f"{count / 1_000_000:.1f} MB".replace(".", ",") if count >= 100_000 else f"{count // 1000} KB"
