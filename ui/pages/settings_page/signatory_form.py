# SPDX-License-Identifier: Apache-2.0
"""One who signs: office, name, rank, number, form of signing, days of validity; and how it will look on paper."""

from dataclasses import dataclass
from datetime import date, datetime

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain import people, words
from desk_app.operations import signatories
from ui import icons, theme
from ui.widgets import fields, form


@dataclass(frozen=True, slots=True)
class Line:
    """A signatory as a row of the list."""

    no: int
    label: str
    rank: str
    masked: str
    valid: str
    row: signatories.SignatoryRow

    @staticmethod
    def of(row: signatories.SignatoryRow) -> "Line":
        return Line(row.no, row.label, row.rank, row.masked, _valid(row), row)


BESIDE = 700
"""From this width on the words as they stand on paper are beside the fields, else below them."""
_ACROSS, _DOWN = QtWidgets.QBoxLayout.Direction.LeftToRight, QtWidgets.QBoxLayout.Direction.TopToBottom


class SignatoryForm(QtWidgets.QFrame):
    """`edited(number, field, value)`: a field was left. `moved(number, steps)`, `removed(number)`.

    Record numbers are wider than Qt's int.
    """

    edited = QtCore.Signal(object, str, object)
    moved = QtCore.Signal(object, int)
    removed = QtCore.Signal(object)

    def __init__(self) -> None:
        super().__init__()
        theme.set_role(self, "card")
        self._row: signatories.SignatoryRow | None = None
        self.rows = form.Form(3)
        self.lines: dict[str, fields.LineField] = {}
        self._line("office", _("Jabatan"), 200)
        self.kind = fields.ChoiceField([(one.value, _(label)) for one, label in people.FORM_LABELS.items()])
        self.rows.add("form", _("Bentuk"), self.kind)
        self.kind.committed.connect(lambda value: self._tell("form", value))
        self._line("person", _("Nama dengan gelar"), 160)
        self._line("rank", _("Pangkat/Golongan"), 80)
        self._line("nip", _("NIP/NRP"), 30)
        self._line("on_behalf_of", _("Atas nama (a.n.)"), 200)
        self._line("by_order_of", _("Jabatan di antaranya (u.b.)"), 200)
        self._line("valid_from", _("Berlaku mulai"), 10)
        self._line("valid_to", _("Berlaku sampai"), 10)
        for name in ("valid_from", "valid_to"):
            self.lines[name].setPlaceholderText(_("tgl-bln-tahun"))
        self.political = QtWidgets.QCheckBox(_("Jabatan politik: tanpa pangkat dan NIP"))
        self.political.clicked.connect(lambda checked: self._tell("political", checked))
        self.remarks = form.label("", "small", wraps=True)
        self.paper = QtWidgets.QLabel(alignment=QtCore.Qt.AlignmentFlag.AlignHCenter)
        self.paper.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        sheet = QtWidgets.QFrame()
        theme.set_role(sheet, "sunken")
        sheet.setMinimumWidth(220)
        inside = QtWidgets.QVBoxLayout(sheet)
        inside.addWidget(form.label(_("Pada naskah"), "label"))
        inside.addWidget(self.paper)
        inside.addStretch(1)
        buttons = QtWidgets.QHBoxLayout()
        for icon, label, slot in (
            ("naik", _("Naikkan"), lambda: self._move(-1)),
            ("turun", _("Turunkan"), lambda: self._move(1)),
            ("hapus", _("Hapus"), self._remove),
        ):
            button = QtWidgets.QPushButton(label)
            icons.put(button, icon)
            button.clicked.connect(lambda _checked=False, do=slot: do())
            buttons.addWidget(button)
        buttons.addStretch(1)
        left = QtWidgets.QVBoxLayout()
        left.setSpacing(theme.SPACE)
        left.addWidget(self.rows)
        left.addWidget(self.political)
        left.addWidget(self.remarks)
        left.addLayout(buttons)
        self._left, self._whole = left, QtWidgets.QBoxLayout(_ACROSS, self)
        self._whole.setContentsMargins(12, 12, 12, 12)
        self._whole.setSpacing(2 * theme.SPACE)
        self._whole.addLayout(left, 3)
        self._whole.addWidget(sheet, 1)
        self.set_row(None)

    def minimumSizeHint(self) -> QtCore.QSize:
        return QtCore.QSize(self._left.minimumSize().width() + 24, super().minimumSizeHint().height())

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        self._whole.setDirection(_DOWN if event.size().width() < BESIDE else _ACROSS)

    def set_row(self, row: signatories.SignatoryRow | None) -> None:
        """Show a signatory, or nothing."""
        self._row = row
        self.setVisible(row is not None)
        if row is None:
            return
        self.rows.accept_all()
        for name in ("office", "person", "rank", "on_behalf_of", "by_order_of"):
            self.lines[name].set_value(getattr(row, name))
        self.lines["nip"].set_value(people.format_nip(row.nip) if row.nip else "")
        for name in ("valid_from", "valid_to"):
            self.lines[name].set_value(_day_words(getattr(row, name)))
        self.kind.set_value(row.form.value)
        self.political.setChecked(row.political)
        behalf = row.form in (people.Form.ON_BEHALF, people.Form.BY_ORDER)
        self.rows.rows["on_behalf_of"].setEnabled(behalf)
        self.rows.rows["by_order_of"].setEnabled(row.form is people.Form.BY_ORDER)
        self.remarks.setText(" ".join(words.render(one.message, one.params, _) for one in row.remarks))
        self.remarks.setVisible(bool(row.remarks))
        shown = people.signature_lines(row.signatory)
        at = shown.index("")
        self.paper.setText("\n".join([*shown[:at], "", "", "", *shown[at + 1 :]]))

    def begin(self, name: str = "office") -> None:
        """Put the keyboard into a field, ready to be typed over."""
        self.lines[name].setFocus()
        self.lines[name].selectAll()

    def commit(self) -> None:
        """Say at once what is typed."""
        self.rows.commit()

    def _line(self, name: str, label: str, limit: int) -> None:
        field = fields.LineField(limit=limit)
        self.rows.add(name, label, field)
        field.committed.connect(lambda value: self._tell_line(name, value))
        self.lines[name] = field

    def _tell_line(self, name: str, value: str) -> None:
        if name in ("valid_from", "valid_to"):
            day = read_day(value)
            if value and day is None:
                self.rows.rows[name].refuse(_("Tulis tanggal seperti 13-02-2024."))
                return
            self._tell(name, day)
        elif name == "nip":
            self._tell(name, "".join(value.split()) if value[:1].isdigit() else value)
        else:
            self._tell(name, value)

    def _tell(self, name: str, value: object) -> None:
        if self._row is not None:
            self.edited.emit(self._row.no, name, value)

    def _move(self, steps: int) -> None:
        if self._row is not None:
            self.moved.emit(self._row.no, steps)

    def _remove(self) -> None:
        if self._row is not None:
            self.removed.emit(self._row.no)


def read_day(typed: str) -> date | None:
    """A day as it is typed: 13-02-2024, 13/2/2024, 13.2.2024; None for anything else."""
    plain = typed.strip().replace("/", "-").replace(".", "-")
    try:
        return datetime.strptime(plain, "%d-%m-%Y").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None


def _day_words(day: date | None) -> str:
    return f"{day:%d-%m-%Y}" if day else ""


def _valid(row: signatories.SignatoryRow) -> str:
    if row.valid_from is None and row.valid_to is None:
        return _("selalu")
    return f"{_day_words(row.valid_from) or '…'} – {_day_words(row.valid_to) or '…'}"
