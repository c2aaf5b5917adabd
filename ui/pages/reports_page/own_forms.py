# SPDX-License-Identifier: Apache-2.0
"""Format kami: the office's own Word and Excel forms, what is wrong in one, and the fields to write into it."""

from dataclasses import dataclass
from pathlib import Path

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.operations import own_formats, paper_options, printing
from desk_app.operations.desk import Desk
from ui import runner, theme
from ui.pages.reports_page import delivery
from ui.widgets import columns, empty_state, fields, form, notice, remark_list, split_view, table_panel

_FIELDS = 200


@dataclass(frozen=True, slots=True)
class FormLine:
    """A form as a row of the list."""

    no: int
    name: str
    paper: str
    kind: str
    key: str
    here: bool


@dataclass(frozen=True, slots=True)
class FieldLine:
    """A field as a row: `typed` is what is written into the form."""

    typed: str
    label: str
    example: str
    repeats: str


class OwnForms(QtWidgets.QWidget):
    """The tab. `told(Notice)`; `failed(exception)`."""

    told = QtCore.Signal(object)
    failed = QtCore.Signal(object)

    def __init__(self, desk: Desk, runner_: runner.Runner, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._runner = runner_
        self._wanted = 0
        self.table = table_panel.TablePanel(
            (
                columns.Column("name", _("Format"), 190, stretches=True, below="paper"),
                columns.Column("kind", _("Berkas"), 70),
                columns.Column("paper", _("Untuk naskah"), 10),
            ),
            name="own forms",
            identity="no",
            filter_words=_("Cari format …"),
            unit=lambda count: ngettext("{count} format", "{count} format", count),
        )
        self.table.view.setColumnHidden(2, True)
        self.table.set_empty(
            empty_state.EmptyState(
                "catatan",
                _("Belum ada format sendiri"),
                _("Ambil berkas Word atau Excel kantor, tulis isiannya di tempatnya, lalu tambahkan di sini."),
                _("Tambah format …"),
                self.ask_new,
            )
        )
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _line: self.split.show_detail())
        self.add_button = form.button("tambah", _("Tambah format …"), self.ask_new)
        self.table.top.addWidget(self.add_button)
        self.look = form.button("lihat", _("Isian naskah"), lambda: self.split.show_detail())
        self.table.top.addWidget(self.look)
        self.name = fields.LineField(limit=80)
        self.name.committed.connect(self._rename)
        self.paper = form.label("", "muted")
        self.remarks = remark_list.RemarkList()
        self.sound = form.label(_("Format ini dapat diisi seperti adanya."), "muted")
        self.card = QtWidgets.QFrame()
        self._build_card()
        self.which = fields.ChoiceField()
        self.which.set_choices([(one.key, _(one.title)) for one in paper_options.kinds(desk)])
        self.which.set_value(printing.DAILY)
        self.which.committed.connect(lambda _key: self._read_fields())
        self.fields = table_panel.TablePanel(
            (
                columns.Column("typed", _("Nama isian"), 190, below="label"),
                columns.Column("example", _("Sekarang berisi"), 200, stretches=True),
                columns.Column("repeats", "", 80),
                columns.Column("label", _("Arti"), 10),
            ),
            name="own form fields",
            identity="typed",
            filter_words=_("Cari isian …"),
            unit=lambda count: ngettext("{count} nama isian", "{count} nama isian", count),
        )
        self.fields.view.setColumnHidden(3, True)
        self.fields.opened.connect(self._copy)
        self.fields.view.clicked.connect(lambda _index: self._copy(self.fields.current()))
        self.split: split_view.SplitView = split_view.SplitView(self.table, self._right(), name="own forms", share=0.4)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, theme.SPACE, 0, 0)
        column.addWidget(self.split)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        QtCore.QTimer.singleShot(0, self, lambda: self.look.setVisible(self.split.is_narrow))

    def refresh(self) -> None:
        """Read the forms anew, and the fields of the paper that is chosen."""
        desk = self._desk
        self._runner.read(lambda: own_formats.listing(desk), self._take, self.failed.emit, key="own forms")
        self._read_fields()

    def ask_new(self) -> None:
        """A file to be kept as a form for the paper whose fields are shown."""
        path = self._ask_file()
        if path is not None:
            self.add(path)

    def add(self, path: Path) -> None:
        """Keep a file as a form."""
        desk, paper = self._desk, str(self.which.value())

        def done(no: int) -> None:
            self._wanted = no
            self.refresh()

        self._runner.write(lambda: own_formats.add(desk, path, "", paper), done, self.failed.emit)

    def current(self) -> FormLine | None:
        """The form that is chosen."""
        line = self.table.current()
        return line if isinstance(line, FormLine) else None

    def _take(self, found: tuple[own_formats.OwnFormat, ...]) -> None:
        self.table.set_rows(
            [FormLine(one.no, one.name, _(one.paper_title), f".{one.kind}", one.paper, one.here) for one in found]
        )
        if self._wanted and self.table.show_row(self._wanted):
            self._wanted = 0
            self.split.show_detail()
        elif self.current() is None and found:
            self.table.show_row(found[0].no)
        self._choose(self.current())

    def _choose(self, line: FormLine | None) -> None:
        self.card.setVisible(line is not None)
        if line is None:
            return
        self.name.set_value(line.name)
        self.paper.setText(_("Untuk naskah: {paper}. Isi lewat Simpan pada naskahnya.").format(paper=line.paper))
        if self.which.value() != line.key and self.which.offers(line.key):
            self.which.set_value(line.key)
            self._read_fields()
        self.remarks.set_lines(())
        self.sound.hide()
        desk, no = self._desk, line.no
        self._runner.read(lambda: own_formats.check(desk, no), self._show_remarks, self.failed.emit, key="own form")

    def _show_remarks(self, told: tuple[str, ...]) -> None:
        self.remarks.set_lines([remark_list.Line(words) for words in told])
        self.sound.setVisible(not told)

    def _read_fields(self) -> None:
        desk, paper = self._desk, str(self.which.value())
        self._runner.read(
            lambda: own_formats.fields_of(desk, paper), self._show_fields, self.failed.emit, key="own form fields"
        )

    def _show_fields(self, found: list[own_formats.Field]) -> None:
        self.fields.set_rows(
            [
                FieldLine(f"{{{{ {one.name} }}}}", one.label, one.example, _("berulang") if one.repeated else "")
                for one in found
            ]
        )

    def _copy(self, line: object) -> None:
        if isinstance(line, FieldLine):
            QtGui.QGuiApplication.clipboard().setText(line.typed)
            said = _("{field} disalin. Tempel di Word atau Excel dengan Ctrl+V.").format(field=line.typed)
            self.told.emit(notice.Notice(said, notice.Tone.DONE))

    def _rename(self, name: str) -> None:
        line, desk = self.current(), self._desk
        if line is not None:
            self._runner.write(lambda: own_formats.rename(desk, line.no, name), None, self._rename_failed)

    def _rename_failed(self, error: Exception) -> None:
        line = self.current()
        if line is not None:
            self.name.set_value(line.name)
        self.failed.emit(error)

    def _replace(self) -> None:
        line, desk = self.current(), self._desk
        path = self._ask_file() if line is not None else None
        if line is not None and path is not None:
            self._runner.write(
                lambda: own_formats.replace_file(desk, line.no, path), lambda _no: self.refresh(), self.failed.emit
            )

    def _save(self) -> None:
        line, desk = self.current(), self._desk
        if line is None:
            return
        start = str(delivery.folder() / f"{line.name}{line.kind}")
        kinds = _("Berkas ini (*{ending})").format(ending=line.kind)
        name, _kind = QtWidgets.QFileDialog.getSaveFileName(self, _("Simpan berkas format"), start, kinds)
        if name:
            path = Path(name)
            said = _("Tersimpan: {path}").format(path=path)
            self._runner.read(
                lambda: own_formats.save_as(desk, line.no, path),
                lambda _path: self.told.emit(notice.Notice(said, notice.Tone.DONE)),
                self.failed.emit,
            )

    def _delete(self) -> None:
        line, desk = self.current(), self._desk
        if line is not None:
            said = _("Format {name} dihapus. Ctrl+Z mengembalikannya.").format(name=line.name)
            self._runner.write(
                lambda: own_formats.delete(desk, line.no),
                lambda _no: self.told.emit(notice.Notice(said, notice.Tone.DONE)),
                self.failed.emit,
            )

    def _ask_file(self) -> Path | None:
        kinds = _("Word dan Excel (*.docx *.xlsx)")
        start = str(delivery.folder())
        name, _kind = QtWidgets.QFileDialog.getOpenFileName(self, _("Pilih berkas format"), start, kinds)
        return Path(name) if name else None

    def _build_card(self) -> None:
        theme.set_role(self.card, "card")
        buttons = QtWidgets.QHBoxLayout()
        for icon, words, slot in (
            ("impor", _("Ganti berkas …"), self._replace),
            ("unduh", _("Simpan berkas …"), self._save),
            ("hapus", _("Hapus"), self._delete),
        ):
            buttons.addWidget(form.button(icon, words, slot))
        buttons.addStretch(1)
        column = QtWidgets.QVBoxLayout(self.card)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(theme.SPACE)
        column.addWidget(form.FormRow(_("Nama format"), self.name))
        column.addWidget(self.paper)
        column.addWidget(self.remarks)
        column.addWidget(self.sound)
        column.addLayout(buttons)

    def _right(self) -> QtWidgets.QWidget:
        side = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.card)
        head = QtWidgets.QHBoxLayout()
        head.addWidget(form.label(_("Isian naskah"), "heading"))
        head.addWidget(self.which, 1)
        column.addLayout(head)
        told = _("Klik satu isian untuk menyalinnya, lalu tempel di berkas. Yang berulang ditaruh dalam baris tabel.")
        column.addWidget(form.label(told, "muted", wraps=True))
        column.addWidget(self.fields, 1)
        self.fields.view.setMinimumHeight(_FIELDS)
        return form.scrolled(side)
