# SPDX-License-Identifier: Apache-2.0
"""Lembar Pantau Hari H: the sheet, and beside it who has not reported and whom to call."""

from dataclasses import dataclass

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.operations import watch_calls, watch_sheet, whom_to_call
from ui import icons, theme
from ui.widgets import columns, empty_state, escape, fields, form, table_panel, watch_grid

WIDE = 1100
CALLS_WIDTH = 298


@dataclass(frozen=True, slots=True)
class CallRow:
    """A region that owes its figure: how many of its TPS are in, and who is called first, with the telephone."""

    code: str
    name: str
    known: str
    who: str
    phone: str = ""


class WatchPanel(QtWidgets.QWidget):
    """`typed(code, column, text)`, `toggled(code)`, `column_chosen(column)`, `message_wanted(column)`, `wall_wanted()`.

    `hours_typed(text)`: the office's own hours ("?" asks for them, "" are the usual ones); `late_typed(minutes)`: from
    when on a report is late; `told(words)`.
    """

    typed = QtCore.Signal(str, int, str)
    toggled = QtCore.Signal(str)
    column_chosen = QtCore.Signal(int)
    message_wanted = QtCore.Signal(int)
    wall_wanted = QtCore.Signal()
    hours_typed = QtCore.Signal(str)
    late_typed = QtCore.Signal(int)
    told = QtCore.Signal(str)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._calls_wanted: bool | None = None
        self.clock = form.label("", "strong")
        self.hint = form.label("", "muted")
        self.hint.setSizePolicy(QtWidgets.QSizePolicy.Policy.Ignored, QtWidgets.QSizePolicy.Policy.Preferred)
        self.below = form.label("", "muted", wraps=True)
        self.source = fields.LineField(_("Sumber, mis. camat"), limit=120)
        self.source.setAccessibleName(_("Sumber laporan yang diketik"))
        self.source.setToolTip(_("Ikut dicatat pada setiap angka yang diketik"))
        self.source.setFixedWidth(170)
        self.late = _button(_("Belum lapor"), "telepon")
        self.late.setCheckable(True)
        self.message = _button(_("Salin untuk WA"), "wa")
        self.wall = _button(_("Layar posko"), "layar_posko")
        self.wall.setToolTip(_("Tampilan besar untuk layar posko (F11)"))
        self.hours = _button(_("Ubah jam"), "jam")
        self.editor = self._hours_editor()
        self.grid = watch_grid.WatchGrid()
        self.calls = self._call_list()
        self._nothing = empty_state.EmptyState(
            "data_tps", _("Belum ada TPS"), _("Lembar pantau dihitung terhadap daftar TPS: isi daftar itu dahulu.")
        )
        top = QtWidgets.QHBoxLayout()
        top.setSpacing(theme.SPACE)
        top.addWidget(self.clock)
        top.addWidget(self.hint, 1)
        for widget in (self.source, self.late, self.message, self.wall, self.hours):
            top.addWidget(widget)
        self._right = QtWidgets.QWidget()
        self._right.setFixedWidth(CALLS_WIDTH)
        self.title = form.label("", "heading", wraps=True)
        right = QtWidgets.QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(theme.SPACE)
        right.addWidget(self.title)
        right.addWidget(self.calls, 1)
        body = QtWidgets.QHBoxLayout()
        body.setSpacing(12)
        body.addWidget(self.grid, 1)
        body.addWidget(self._right)
        self._body = QtWidgets.QWidget()
        self._body.setLayout(body)
        body.setContentsMargins(0, 0, 0, 0)
        self._stack = QtWidgets.QStackedWidget()
        self._stack.addWidget(self._body)
        self._stack.addWidget(self._nothing)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addLayout(top)
        column.addWidget(self.below)
        column.addWidget(self.editor)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self.grid)
        self._connect()

    def minimumSizeHint(self) -> QtCore.QSize:
        return QtCore.QSize(600, 240)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def set_sheet(self, sheet: watch_sheet.Sheet, clock: str, hint: str) -> None:
        """Show a sheet; `clock`: the office's hour with its zone; `hint`: what the day allows."""
        self.clock.setText(clock)
        self.hint.setToolTip(hint)
        self.below.setText(hint)
        self._arrange()
        self._stack.setCurrentWidget(self._body if sheet.rows else self._nothing)
        for button in (self.late, self.message):
            button.setEnabled(bool(sheet.rows))
        self.grid.set_sheet(sheet)

    def set_calls(self, found: watch_calls.CallList) -> None:
        """Show who owes the current column."""
        count = len(found.calls)
        title = _("Belum lapor {hour}: {count}") if found.is_due else _("Ditunggu {hour}: {count}")
        self.title.setText(title.format(hour=found.column.hour, count=count))
        self.late.setText(_("Belum lapor ({count})").format(count=count) if found.is_due else _("Belum lapor"))
        self.calls.set_rows([call_row(one) for one in found.calls])

    def show_hours(self, text: str, late: int) -> None:
        """Let the hours and the delay (minutes) be altered."""
        self.editor.show()
        self.minutes.set_value(late)
        self._hours_field.setText(text)
        self._hours_field.setCursorPosition(0)
        self._hours_field.setFocus()

    def end_hours(self, words: str = "") -> None:
        """The hours are saved, or refused in these words."""
        self._hours_refusal.setText(words)
        self._hours_refusal.setVisible(bool(words))
        self.editor.setVisible(bool(words))
        if not words:
            self.grid.setFocus()

    def _connect(self) -> None:
        self.grid.typed.connect(self.typed)
        self.grid.toggled.connect(self.toggled)
        self.grid.column_chosen.connect(self.column_chosen)
        for one in (self.grid, self.calls):
            one.told.connect(self.told)
        self.calls.opened.connect(lambda row: self._go(row.code))
        self.late.clicked.connect(self._show_calls)
        self.message.clicked.connect(lambda _checked=False: self.message_wanted.emit(self.grid.column))
        self.wall.clicked.connect(lambda _checked=False: self.wall_wanted.emit())
        self.hours.clicked.connect(lambda _checked=False: self.hours_typed.emit("?"))

    def _go(self, code: str) -> None:
        self.grid.view.go(code, watch_grid.FIRST + self.grid.column)
        self.grid.setFocus()

    def _show_calls(self, wanted: bool) -> None:
        self._calls_wanted = wanted
        self._arrange()

    def _arrange(self) -> None:
        is_wide = self.width() >= WIDE
        self.below.setVisible(not is_wide and bool(self.below.text()))
        self.hint.setText(self.below.text() if is_wide else "")
        is_shown = is_wide if self._calls_wanted is None else self._calls_wanted
        self._right.setVisible(is_shown)
        self.late.setChecked(is_shown)

    def _hours_editor(self) -> QtWidgets.QWidget:
        self._hours_field = QtWidgets.QLineEdit()
        self._hours_field.setMaxLength(400)
        self._hours_field.setAccessibleName(_("Jam Lembar Pantau Hari H"))
        self._hours_refusal = form.label("", "error", wraps=True)
        self._hours_refusal.hide()
        save = QtWidgets.QPushButton(_("Pakai jam ini"))
        theme.set_role(save, "primary")
        usual = QtWidgets.QPushButton(_("Jam semula"))
        self._hours_field.returnPressed.connect(self._tell_hours)
        save.clicked.connect(lambda _checked=False: self._tell_hours())
        usual.clicked.connect(lambda _checked=False: self.hours_typed.emit(""))
        box = QtWidgets.QFrame()
        theme.set_role(box, "card")
        escape.Escape(box, self._leave_hours)
        line = QtWidgets.QHBoxLayout()
        line.setSpacing(theme.SPACE)
        line.addWidget(form.label(_("Jam dan yang ditanyakan:")))
        self.minutes = fields.NumberField()
        self.minutes.setFixedWidth(64)
        self.minutes.setAccessibleName(_("Terlambat setelah (menit)"))
        self.minutes.committed.connect(lambda value: self.late_typed.emit(value or 0))
        late = form.label(_("terlambat setelah"), "muted")
        minutes = form.label(_("menit"), "muted")
        for widget, share in (
            (self._hours_field, 1), (save, 0), (usual, 0), (late, 0), (self.minutes, 0), (minutes, 0)
        ):
            line.addWidget(widget, share)
        column = QtWidgets.QVBoxLayout(box)
        column.setContentsMargins(12, 8, 12, 8)
        column.addLayout(line)
        column.addWidget(self._hours_refusal)
        box.hide()
        return box

    def _leave_hours(self) -> bool:
        self.end_hours()
        return True

    def _tell_hours(self) -> None:
        if self._hours_field.text().strip():
            self.hours_typed.emit(self._hours_field.text().strip())

    def _call_list(self) -> table_panel.TablePanel:
        made = table_panel.TablePanel(
            (
                columns.Column("name", _("Wilayah"), 130, stretches=True, below="who"),
                columns.Column("who", _("Dihubungi"), 130),
                columns.Column("known", _("Masuk"), 98, "right", below="phone", hint=_("TPS yang sudah lapor")),
                columns.Column("phone", _("Telp."), 98, "right", private=True),
            ),
            name="watch_calls",
            identity="code",
            has_filter=False,
        )
        made.set_empty(empty_state.EmptyState("berhasil", _("Semua sudah lapor"), ""))
        return made


def call_row(call: watch_calls.Call) -> CallRow:
    """Who is called first: those with a phone stand first; how many others there are is said."""
    first = call.people[0] if call.people else None
    known = f"{call.known}/{call.stations}"
    name = f"{call.name} ({call.hint})" if call.hint else call.name
    if first is None:
        return CallRow(call.code, name, known, _("tidak ada kontak"))
    others = len(call.people) - 1
    more = f" +{others}" if others else ""
    return CallRow(call.code, name, known, f"{_person(first)}{more}", first.phone)


def _person(one: whom_to_call.Person) -> str:
    return f"{one.name} ({one.role})" if one.role != one.name else one.name


def _button(words: str, icon: str) -> QtWidgets.QPushButton:
    button = QtWidgets.QPushButton(words)
    icons.put(button, icon, "primary")
    theme.set_role(button, "link")
    return button

