# SPDX-License-Identifier: Apache-2.0
"""The settings page: sections at the left, the chosen one at the right."""

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain.words import N_
from desk_app.operations import backups, targets
from desk_app.operations.desk import Desk
from ui import icons, runner
from ui.dialogs import restore_dialog
from ui.pages.settings_page import (
    about_section,
    accounts_section,
    backup_section,
    checklist_section,
    count_section,
    display_section,
    election_section,
    exchange_section,
    holidays_section,
    issue_hours_section,
    letterhead_section,
    letters_section,
    office_section,
    papers_section,
    section,
)
from ui.widgets import form, page

SECTIONS: tuple[tuple[str, str, str, type[section.Section]], ...] = (
    ("office", N_("Kantor"), "tempat", office_section.OfficeSection),
    ("election", N_("Pemilihan"), "tanggal", election_section.ElectionSection),
    ("holidays", N_("Hari libur"), "matriks", holidays_section.HolidaysSection),
    ("checklist", N_("Ceklis"), "kesiapan", checklist_section.ChecklistSection),
    ("count", N_("Hasil suara"), "hasil", count_section.CountSection),
    ("issue_hours", N_("Batas waktu masalah"), "jam", issue_hours_section.IssueHoursSection),
    ("letterhead", N_("Kop & penanda tangan"), "catatan", letterhead_section.LetterheadSection),
    ("papers", N_("Bentuk & nomor naskah"), "cetak", papers_section.PapersSection),
    ("letters", N_("Surat tugas"), "laporan", letters_section.LettersSection),
    ("accounts", N_("Operator"), "operator", accounts_section.AccountsSection),
    ("exchange", N_("Kirim & Terima"), "kirim_terima", exchange_section.ExchangeSection),
    ("backup", N_("Backup"), "backup", backup_section.BackupSection),
    ("display", N_("Tampilan"), "lihat", display_section.DisplaySection),
    ("about", N_("Tentang"), "info", about_section.AboutSection),
)
"""Key, words, icon and class; made when first shown."""


class SettingsPage(page.Page):
    """Opens at a section: `open("backup")`, or a target whose `chosen` names a "section".

    `restore_wanted(folder of a backup, password)`: close the office, bring the backup back, open it again.
    """

    restore_wanted = QtCore.Signal(object, str)

    help_topic = "settings"
    listens = frozenset(
        {
            "setting", "office", "operator", "election", "holiday", "signatory", "backup", "checklist", "candidate",
            "count_rules", "attachment", "region",
        }
    )

    def __init__(self, desk: Desk, runner: runner.Runner) -> None:
        super().__init__(_("Pengaturan"))
        self._desk = desk
        self._runner = runner
        self._made: dict[str, section.Section] = {}
        self._areas: dict[str, QtWidgets.QWidget] = {}
        self.subtitle.setText(_("tersimpan sendiri begitu isian ditinggalkan"))
        self.list = QtWidgets.QListWidget()
        self.list.setFixedWidth(190)
        self.list.setAccessibleName(_("Bagian pengaturan"))
        self.list.setIconSize(QtCore.QSize(18, 18))
        for key, words, icon, _class in SECTIONS:
            item = QtWidgets.QListWidgetItem(icons.icon(icon, "muted"), _(words))
            item.setData(QtCore.Qt.ItemDataRole.UserRole, key)
            item.setSizeHint(QtCore.QSize(100, 36))
            self.list.addItem(item)
        self.stack = QtWidgets.QStackedWidget()
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.list)
        row.addWidget(self.stack, 1)
        self.body.addLayout(row, 1)
        self.first_field = self.list
        self.list.currentRowChanged.connect(lambda at: self.show_section(SECTIONS[at][0]))
        self.list.setCurrentRow(0)

    def section(self, key: str) -> section.Section:
        """A section, made now if it was never shown."""
        if key not in self._made:
            kind = next(one[3] for one in SECTIONS if one[0] == key)
            made = kind(self._desk, self._runner)
            made.told.connect(self.notices.tell)
            if isinstance(made, backup_section.BackupSection):
                made.restore_wanted.connect(self._restore)
            area = form.scrolled(made)
            self._made[key], self._areas[key] = made, area
            self.stack.addWidget(area)
            made.refresh()
        return self._made[key]

    def show_section(self, key: str) -> None:
        """Bring a section to the front."""
        self.section(key)
        self.stack.setCurrentWidget(self._areas[key])
        at = [one[0] for one in SECTIONS].index(key)
        if self.list.currentRow() != at:
            self.list.setCurrentRow(at)

    def refresh(self, flags: frozenset[str]) -> None:
        for made in self._made.values():
            if flags & made.listens:
                made.refresh()

    def open(self, target: object) -> None:
        wanted = target
        if isinstance(target, targets.Target):
            wanted = target.chosen.get("section", "")
        if wanted in {one[0] for one in SECTIONS}:
            self.show_section(str(wanted))
            if isinstance(target, targets.Target) and target.record:
                self.section(str(wanted)).show_record(target.record)

    def _restore(self, chosen: backups.Backup) -> None:
        dialog = restore_dialog.RestoreDialog(self._desk, self._runner, chosen, self)
        dialog.wanted.connect(lambda password: self.restore_wanted.emit(chosen.folder, password))
        dialog.open()
