# SPDX-License-Identifier: Apache-2.0
"""Kop & penanda tangan: who signs in which form; address lines, pictures of the arms, paper."""

from dataclasses import dataclass
from pathlib import Path

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.operations import change_settings, settings, signatories
from desk_app.operations.desk import Desk
from ui import icons, runner, theme
from ui.pages.settings_page import section, signatory_form
from ui.widgets import columns, empty_state, fields, form, notice, table_panel

LARGEST_PICTURE = 2 << 20
_MOST_ROWS = 5
_EMPTY_HEIGHT = 190


@dataclass(frozen=True, slots=True)
class Shown:
    kept: dict[str, str]
    pictures: dict[str, bytes | None]
    signers: list[signatories.SignatoryRow]


class LetterheadSection(section.Section):
    """The head of a letter, and who signs it."""

    listens = frozenset({"setting", "signatory"})

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__(desk, lanes)
        self._wanted = 0
        self._wanting = "office"
        self._add_signatories()
        self.column.addWidget(form.line())
        section.add_title(
            self,
            _("Kop naskah"),
            _("Baris nama pemerintah dan perangkat daerah mengikuti siapa yang menandatangani."),
        )
        self.form = form.Form(2)
        self.address = fields.NoteField(lines=3)
        self._setting("letterhead_address", _("Alamat pada kop (satu baris per baris)"), self.address)
        self.copies = fields.NoteField(lines=3)
        self._setting("copies_to", _("Tembusan (satu per baris)"), self.copies)
        self.paper = fields.ChoiceField([("F4", "F4 (215 × 330 mm)"), ("A4", "A4 (210 × 297 mm)")])
        self._setting("paper", _("Kertas"), self.paper)
        self.hour = fields.LineField(limit=5)
        self._setting("report_hour", _("Laporan harian pukul"), self.hour)
        self.clarification = fields.LineField(_("kosong: titik-titik"), limit=80)
        hint = _("Seperti {no}/BA-KLR/{bulan}/{tahun}: nomor urut, bulan, dan tahun diisi program.")
        self._setting("clarification_number", _("Nomor Berita Acara Klarifikasi Data"), self.clarification, hint)
        self.column.addWidget(self.form)
        self.arms = PictureRow(_("Lambang daerah"))
        self.garuda = PictureRow(_("Lambang negara (untuk naskah kepala daerah)"))
        pictures = QtWidgets.QHBoxLayout()
        pictures.setSpacing(2 * theme.SPACE)
        for name, row in (("arms", self.arms), ("garuda", self.garuda)):
            row.chosen.connect(lambda path, kept=name: self.set_picture(kept, path))
            row.removed.connect(lambda kept=name: self.set_picture(kept, None))
            pictures.addWidget(row, 1)
        self.column.addLayout(pictures)
        self.column.addStretch(1)

    def refresh(self) -> None:
        desk = self.desk
        self.read(lambda: _read(desk), self._show)

    def set_picture(self, name: str, path: Path | None) -> None:
        """Keep a picture file as the arms, or take them away."""
        desk = self.desk

        def work() -> None:
            from desk_app.domain import errors
            from desk_app.domain.words import N_

            if path is None:
                change_settings.set_picture(desk, name, None)
                return
            if path.stat().st_size > LARGEST_PICTURE:
                raise errors.Refused(N_("Gambar harus PNG, JPEG, atau SVG, paling besar 2 MB."))
            change_settings.set_arms(desk, name, path.read_bytes())

        self.write(work)

    def _add_signatories(self) -> None:
        head = QtWidgets.QHBoxLayout()
        head.addWidget(form.label(_("Penanda tangan"), "heading"), 1)
        self.add_button = QtWidgets.QPushButton(_("Tambah penanda tangan"))
        icons.put(self.add_button, "tambah")
        self.add_button.clicked.connect(self._add)
        head.addWidget(self.add_button)
        self.column.addLayout(head)
        self.column.addWidget(
            form.label(_("Yang teratas dan masih berlaku ditawarkan dahulu pada naskah baru."), "muted", wraps=True)
        )
        self.table = table_panel.TablePanel(
            (
                columns.Column("label", _("Penanda tangan"), 300, stretches=True),
                columns.Column("rank", _("Pangkat"), 130),
                columns.Column("masked", _("NIP/NRP"), 150),
                columns.Column("valid", _("Berlaku"), 170),
            ),
            name="signatories",
            identity="no",
            unit=lambda count: ngettext("{count} orang", "{count} orang", count),
            has_filter=False,
        )
        self.table.set_empty(
            empty_state.EmptyState(
                "orang",
                _("Belum ada penanda tangan"),
                _("Tambahkan pejabat yang menandatangani laporan, misalnya Kepala Badan Kesbangpol."),
                _("Tambah penanda tangan"),
                self._add,
            )
        )
        self.table.chosen.connect(self._choose)
        self.table.told.connect(self.say)
        self.signer = signatory_form.SignatoryForm()
        self.signer.edited.connect(self._edit)
        self.signer.moved.connect(self._move)
        self.signer.removed.connect(self._remove)
        self.column.addWidget(self.table)
        self.column.addWidget(self.signer)

    def _setting(
        self, name: str, label: str, field: fields.LineField | fields.NoteField | fields.ChoiceField, hint: str = ""
    ) -> None:
        row = self.form.add(name, label, field, hint)
        field.committed.connect(lambda value: self.keep(row, name, value))

    def _show(self, shown: Shown) -> None:
        self.address.set_value(shown.kept["letterhead_address"])
        self.copies.set_value(shown.kept["copies_to"])
        self.paper.set_value(shown.kept["paper"])
        self.hour.set_value(shown.kept["report_hour"])
        self.clarification.set_value(shown.kept["clarification_number"])
        self.arms.set_picture(shown.pictures["arms"])
        self.garuda.set_picture(shown.pictures["garuda"])
        self.table.set_rows([signatory_form.Line.of(row) for row in shown.signers])
        # As high as its rows: the form of the one who is chosen stands in sight under it.
        rows = min(len(shown.signers), _MOST_ROWS) + 1
        self.table.setFixedHeight(rows * theme.ROW_HEIGHT + 12 if shown.signers else _EMPTY_HEIGHT)
        begins = bool(self._wanted) and self.table.show_row(self._wanted)
        if self.table.current() is None and shown.signers:
            self.table.show_row(shown.signers[0].no)
        line = self.table.current()
        self.signer.set_row(line.row if line is not None else None)
        if begins:
            self._wanted = 0
            self.signer.begin(self._wanting)

    def _choose(self, line: signatory_form.Line | None) -> None:
        self.signer.commit()
        self.signer.set_row(line.row if line is not None else None)

    def _add(self) -> None:
        desk = self.desk
        office = _("Jabatan penanda tangan")
        self.write(lambda: signatories.add_signatory(desk, {"office": office}), self._added)

    def _added(self, no: int) -> None:
        self._wanted, self._wanting = no, "office"
        self.refresh()

    def show_record(self, no: int) -> None:
        """Show a signatory, the keyboard in his name: that is what papers miss."""
        self._wanted, self._wanting = no, "person"
        self.refresh()

    def _edit(self, no: int, name: str, value: object) -> None:
        desk = self.desk
        self.write(lambda: signatories.edit_signatory(desk, no, {name: value}), row=self.signer.rows.rows.get(name))

    def _move(self, no: int, steps: int) -> None:
        desk = self.desk
        self.write(lambda: signatories.move_signatory(desk, no, steps))

    def _remove(self, no: int) -> None:
        desk = self.desk
        self.write(
            lambda: signatories.delete_signatory(desk, no),
            lambda _result: self.say(_("Penanda tangan dihapus. Ctrl+Z mengembalikannya."), notice.Tone.DONE),
        )


class PictureRow(QtWidgets.QFrame):
    """A picture with its buttons. `chosen(Path)`, `removed()`."""

    chosen = QtCore.Signal(object)
    removed = QtCore.Signal()

    def __init__(self, label: str) -> None:
        super().__init__()
        theme.set_role(self, "card")
        self.picture = QtWidgets.QLabel(alignment=QtCore.Qt.AlignmentFlag.AlignCenter)
        self.picture.setFixedSize(72, 72)
        self.picture.setAccessibleName(label)
        choose = QtWidgets.QPushButton(_("Pilih gambar …"))
        icons.put(choose, "gambar")
        choose.clicked.connect(self._ask)
        self.remove_button = QtWidgets.QPushButton(_("Hapus"))
        theme.set_role(self.remove_button, "link")
        self.remove_button.clicked.connect(lambda: self.removed.emit())
        buttons = QtWidgets.QHBoxLayout()
        buttons.addWidget(choose)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        right = QtWidgets.QVBoxLayout()
        right.addWidget(form.label(label, "label", wraps=True))
        right.addLayout(buttons)
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.addWidget(self.picture)
        row.addLayout(right, 1)
        self.set_picture(None)

    def set_picture(self, data: bytes | None) -> None:
        """Show a picture, or that there is none."""
        self.remove_button.setVisible(data is not None)
        made = QtGui.QPixmap()
        if data is not None and made.loadFromData(data):
            smooth = QtCore.Qt.TransformationMode.SmoothTransformation
            self.picture.setPixmap(made.scaled(72, 72, QtCore.Qt.AspectRatioMode.KeepAspectRatio, smooth))
        else:
            self.picture.setPixmap(icons.icon("gambar", "border_strong").pixmap(40, 40))

    def _ask(self) -> None:
        path, _kind = QtWidgets.QFileDialog.getOpenFileName(
            self, _("Pilih gambar"), "", _("Gambar") + " (*.png *.jpg *.jpeg *.svg)"
        )
        if path:
            self.chosen.emit(Path(path))


def _read(desk: Desk) -> Shown:
    return Shown(
        settings.all_of(desk),
        {name: settings.picture(desk, name) for name in ("arms", "garuda")},
        signatories.signatories(desk),
    )
