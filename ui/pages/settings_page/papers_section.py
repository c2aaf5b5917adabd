# SPDX-License-Identifier: Apache-2.0
"""Bentuk & nomor naskah: margins, typeface, foot, room for signing, numbers; beside them a paper as it becomes."""

from collections.abc import Callable

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.operations import change_settings, days, paper_manner, paper_numbers, papers, printing, settings
from desk_app.operations.desk import Desk
from ui import runner, theme
from ui.pages.settings_page import section
from ui.widgets import fields, form, pdf_preview

_BESIDE = 820
"""From this width on the paper stands beside the settings, else it is left out."""
_SHEET = 320
_SWITCHES = ("paper_catchword", "paper_initialled", "paper_qr")


class PapersSection(section.Section):
    """Each field is saved when it is left; what cannot be read is refused under it."""

    listens = frozenset({"setting", "signatory"})

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__(desk, lanes)
        section.add_title(
            self,
            _("Bentuk naskah"),
            _("Menurut tata naskah dinas daerah; yang kosong memakai ukuran biasa. Contohnya laporan harian hari ini."),
        )
        self.rows: dict[str, form.FormRow] = {}
        self.boxes: dict[str, QtWidgets.QCheckBox] = {}
        self._left = left = QtWidgets.QVBoxLayout()
        left.setSpacing(theme.SPACE)
        left.addWidget(form.card(self._page(), title=_("Halaman dan huruf")))
        left.addWidget(form.card(self._foot(), title=_("Kaki halaman dan tanda tangan")))
        left.addWidget(form.card(self._numbers(), title=_("Penomoran")))
        left.addStretch(1)
        self.preview = pdf_preview.PdfPreview(lanes, is_small=True)
        self.preview.setFixedWidth(_SHEET)
        self.preview.setMinimumHeight(520)
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(2 * theme.SPACE)
        row.addLayout(left, 1)
        row.addWidget(self.preview, 0, QtCore.Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Show anew what is kept, and the paper that comes of it."""
        desk = self.desk
        names = (*self.rows, *self.boxes)
        self.read(lambda: {name: settings.get(desk, name) for name in names}, self._show)
        self._draw()

    def minimumSizeHint(self) -> QtCore.QSize:
        # The paper beside the settings is the first to go.
        return QtCore.QSize(self._left.minimumSize().width() + 24, super().minimumSizeHint().height())

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        self.preview.setVisible(event.size().width() >= _BESIDE)

    def _page(self) -> form.Form:
        made = form.Form(2)
        hint = _("mm: atas/bawah/kiri/kanan, misalnya 25/30/30/25")
        for name in ("paper_margins_F4", "paper_margins_A4"):
            self._line(made, name, hint, check=paper_manner.margins, limit=40)
        self._line(made, "paper_punch", _("mm, misalnya 10; kosong: tanpa"), check=paper_manner.punch, limit=8)
        typefaces = [(code, _(label)) for code, label in paper_manner.TYPEFACES.items()]
        self._choice(made, "paper_typeface", typefaces)
        return made

    def _foot(self) -> QtWidgets.QWidget:
        whole = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        hints = {
            "paper_catchword": _("Kata pertama halaman berikutnya, kanan bawah."),
            "paper_initialled": _("Kotak kecil untuk paraf di setiap halaman."),
            "paper_qr": _("Memuat kode dan angka untuk diperiksa di program ini. Ini bukan tanda tangan elektronik."),
        }
        for name in _SWITCHES:
            box = self.boxes[name] = QtWidgets.QCheckBox(_(settings.LABELS[name]))
            box.clicked.connect(lambda on, name=name: self._switch(name, on))
            column.addWidget(box)
            told = form.label(hints[name], "small", wraps=True)
            told.setContentsMargins(24, 0, 0, 4)
            column.addWidget(told)
        made = form.Form(2)
        self._choice(made, "paper_signing", [(code, _(label)) for code, label in paper_manner.SIGNING.items()])
        initials = fields.NoteField(lines=2)
        self._add(made, "paper_initials", initials, _("Hanya pada konsep."), paper_manner.initials)
        column.addWidget(made)
        return whole

    def _numbers(self) -> form.Form:
        made = form.Form(2)
        ways = [(one.value, _(label)) for one, label in paper_numbers.LABELS.items()]
        self._choice(made, "paper_number_way", ways, wide=True)
        hint = _("Yang dapat dipakai: {names}. {{urut:3}} menulis 007.").format(
            names=" ".join(f"{{{name}}}" for name in paper_numbers.FIELDS)
        )
        self._line(made, "paper_number_pattern", hint, check=paper_numbers.check_pattern, limit=120, wide=True)
        self._line(made, "paper_number_unit", _("misalnya BKBP"), limit=40)
        note = fields.NoteField(lines=2)
        self._add(made, "paper_number_class", note, _("misalnya 200.2.1, atau laporan-harian = 200.2.1"))
        self.example = form.label("", "muted", wraps=True)
        made.add_foot(self.example)
        return made

    def _line(
        self,
        into: form.Form,
        name: str,
        hint: str,
        *,
        check: Callable[[str], object] | None = None,
        limit: int = 0,
        wide: bool = False,
    ) -> None:
        self._add(into, name, fields.LineField(limit=limit), hint, check, wide=wide)

    def _choice(self, into: form.Form, name: str, choices: list[tuple[str, str]], *, wide: bool = False) -> None:
        self._add(into, name, fields.ChoiceField(choices), wide=wide)

    def _add(
        self,
        into: form.Form,
        name: str,
        field: fields.LineField | fields.NoteField | fields.ChoiceField,
        hint: str = "",
        check: Callable[[str], object] | None = None,
        *,
        wide: bool = False,
    ) -> None:
        row = self.rows[name] = into.add(name, _(settings.LABELS[name]), field, hint, wide=wide)
        row.label.setWordWrap(True)
        field.committed.connect(lambda value: self._save(row, name, value, check))

    def _save(self, row: form.FormRow, name: str, value: str, check: Callable[[str], object] | None) -> None:
        desk = self.desk

        def work() -> None:
            if check is not None:
                check(value)
            change_settings.set_many(desk, {name: value})

        self.write(work, row=row)

    def _switch(self, name: str, on: bool) -> None:
        desk = self.desk
        self.write(lambda: change_settings.set_many(desk, {name: settings.YES if on else ""}))

    def _show(self, found: dict[str, str]) -> None:
        for name, row in self.rows.items():
            if not row.refusal:
                row.field.set_value(found[name])
        for name, box in self.boxes.items():
            box.setChecked(found[name] == settings.YES)
        own = found["paper_number_way"] == paper_numbers.Way.OWN.value
        for name in ("paper_number_pattern", "paper_number_unit", "paper_number_class"):
            self.rows[name].setEnabled(own)
        self.example.setVisible(own)

    def _draw(self) -> None:
        """The daily report of today on one of its sheets, and the number it would get."""
        desk = self.desk

        def make() -> tuple[bytes, str]:
            # As a draft, on which everything stands that is set here.
            made = printing.make(desk, papers.Asked(report=printing.DAILY)).draft()
            return made.pdf(), paper_numbers.suggest(desk, printing.DAILY, days.today(desk))

        def show(made: tuple[bytes, str]) -> None:
            data, number = made
            self.preview.show_pdf(data)
            self.example.setText(_("Nomor laporan harian berikutnya: {number}").format(number=number))

        def failed(error: Exception) -> None:
            # What cannot be read is refused under its field; the paper stays as it was.
            if not isinstance(error, known.Refused):
                raise error

        self.lanes.read(make, show, failed, key="settings paper")
