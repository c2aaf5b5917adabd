# SPDX-License-Identifier: Apache-2.0
"""Tentang: versions, the code of what the office holds, the check of all data, licences."""

import platform
from dataclasses import dataclass

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base import paths
from desk_app.base.progress import Steps
from desk_app.base.text import _, ngettext
from desk_app.domain import errors as known
from desk_app.domain.words import dotted
from desk_app.operations import checking, elections, summary, versions
from desk_app.operations.desk import Desk
from ui import icons, runner, theme
from ui.pages.settings_page import section
from ui.widgets import form, notice, progress_panel


@dataclass(frozen=True, slots=True)
class Line:
    name: str
    value: str


LICENCES = (
    ("Desk", "Apache-2.0"),
    ("Qt, PySide6", "LGPL-3.0"),
    ("SQLCipher, SQLite", "BSD-3-Clause, public domain"),
    ("SQLAlchemy, openpyxl, python-calamine", "MIT"),
    ("PyNaCl, cbor2, pypdfium2", "Apache-2.0, MIT, BSD-3-Clause"),
    ("ReportLab, lxml, Jinja2", "BSD-3-Clause"),
    ("python-docx, docxtpl", "MIT, LGPL-2.1"),
    ("Liberation Sans, DejaVu Sans", "OFL-1.1, Bitstream Vera"),
    ("Material Design Icons", "Apache-2.0"),
)


class AboutSection(section.Section):
    """What this program is and whether the data is sound."""

    listens = frozenset[str]()

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__(desk, lanes)
        section.add_title(self, _("Tentang"))
        self.figures = QtWidgets.QWidget()
        self._grid = QtWidgets.QGridLayout(self.figures)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setColumnStretch(1, 1)
        self.lines: list[Line] = []
        copy = QtWidgets.QPushButton(_("Salin keterangan"))
        icons.put(copy, "salin")
        copy.clicked.connect(self._copy)
        self.check_button = QtWidgets.QPushButton(_("Periksa seluruh data"))
        icons.put(self.check_button, "berhasil")
        self.check_button.clicked.connect(self.check)
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(theme.SPACE)
        row.addWidget(self.check_button)
        row.addWidget(copy)
        row.addStretch(1)
        self.progress = progress_panel.ProgressPanel()
        self.found = form.label("", wraps=True)
        self.found.hide()
        self.column.addWidget(form.card(self.figures))
        self.column.addLayout(row)
        self.column.addWidget(self.progress)
        self.column.addWidget(self.found)
        licences = QtWidgets.QWidget()
        grid = QtWidgets.QGridLayout(licences)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        for at, (name, licence) in enumerate(LICENCES):
            grid.addWidget(form.label(name), at, 0)
            grid.addWidget(form.label(licence, "muted"), at, 1)
        grid.setColumnStretch(1, 1)
        notices = form.label(
            _("Kode dan nama wilayah: Kemendagri, melalui idn-area-data (ODbL-1.0); keterangannya ikut terpasang."),
            "small",
            wraps=True,
        )
        folder = QtWidgets.QPushButton(_("Buka folder lisensi"))
        theme.set_role(folder, "link")
        folder.clicked.connect(
            lambda: QtGui.QDesktopServices.openUrl(QtCore.QUrl.fromLocalFile(str(paths.resources())))
        )
        self.column.addWidget(form.card(licences, notices, folder, title=_("Lisensi")))
        self.column.addStretch(1)

    def refresh(self) -> None:
        desk = self.desk
        self.read(lambda: _read(desk), self._show)

    def check(self) -> None:
        """Go through the whole file, with progress and a way to stop."""
        desk = self.desk
        self.check_button.setEnabled(False)
        self.found.hide()
        self.progress.begin(_("Memeriksa seluruh data …"))
        handle = self.lanes.long(
            lambda: _checking(desk), self.progress.show_progress, self._checked, self._stopped, self._end
        )
        self.progress.cancelled.connect(handle.cancel)

    def _show(self, lines: list[Line]) -> None:
        self.lines = lines
        form.empty(self._grid)
        for at, line in enumerate(lines):
            value = form.label(line.value, wraps=True)
            value.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(form.label(line.name, "muted"), at, 0, QtCore.Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, at, 1)

    def _checked(self, found: tuple[checking.Sound, int]) -> None:
        sound, dangling = found
        self._end()
        counted = _("{changes} isian, {records} catatan, {streams} urutan diperiksa.").format(
            changes=dotted(sound.changes),
            records=dotted(sound.records),
            streams=sound.streams,
        )
        if sound.faults:
            said = "\n".join([_("Data bermasalah. Pulihkan dari backup terakhir yang utuh."), *sound.faults[:5]])
            theme.set_role(self.found, "error")
        else:
            said = _("Data utuh.")
            theme.set_role(self.found, "strong")
        if dangling:
            counted += " " + ngettext(
                "{count} catatan mengacu pada catatan lain yang belum diterima atau sudah dihapus; itu tidak salah.",
                "{count} catatan mengacu pada catatan lain yang belum diterima atau sudah dihapus; itu tidak salah.",
                dangling,
            ).format(count=dangling)
        self.found.setText(f"{said} {counted}")
        self.found.show()
        self.say(said.split("\n")[0], notice.Tone.REFUSED if sound.faults else notice.Tone.DONE)

    def _stopped(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, known.Refused):
            raise error
        self.failed(error)

    def _end(self) -> None:
        self.progress.end()
        self.check_button.setEnabled(True)

    def _copy(self) -> None:
        text = "\n".join(f"{line.name}: {line.value}" for line in self.lines)
        QtWidgets.QApplication.clipboard().setText(text + "\n")
        self.say(_("Keterangan disalin."))


def _checking(desk: Desk) -> Steps[tuple[checking.Sound, int]]:
    sound = yield from checking.check(desk)
    return sound, len(checking.dangling(desk))


def _read(desk: Desk) -> list[Line]:
    figures = summary.summary(desk)
    event = elections.working_event(desk)
    said = {_("Pemilihan"): f"{event.name} · {event.voting_day:%d-%m-%Y}"}
    wanted = {_("Versi"), _("Kantor"), _("Pemilihan"), _("Kode isi data")}
    lines = [Line(name, said.get(name, value)) for name, value in figures.rows() if name in wanted]
    lines += [
        Line(_("Isian seluruhnya"), dotted(figures.changes)),
        Line(_("Folder data"), str(desk.folder)),
        Line("SQLite", versions.database(desk)),
        Line("Qt, Python", f"{QtCore.qVersion()}, {platform.python_version()}"),
        Line(_("Komputer"), platform.platform()),
    ]
    return lines
