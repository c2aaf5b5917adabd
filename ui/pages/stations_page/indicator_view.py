# SPDX-License-Identifier: Apache-2.0
"""The list of indicators itself: words altered, order changed, some taken out of use, others added."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.domain import risk as rules
from desk_app.operations import risk_indicators
from desk_app.operations.desk import Desk
from ui import errors, icons, runner, theme
from ui.pages.stations_page import risk_part
from ui.widgets import columns, fields, form, record_form, split_view, table_panel


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """One indicator of the list; `number` is the one that is typed to tick it."""

    number: int | None
    code: str
    label: str
    short: str
    variable: str
    in_use: bool


class IndicatorView(risk_part.RiskPart):
    """The list; a kecamatan only reads it."""

    has_copy = False

    def __init__(self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None]) -> None:
        super().__init__(desk, lanes, failed)
        self._wanted = ""
        self._seen = 0
        self.table = table_panel.TablePanel(
            [
                columns.Column("number", _("No"), 44, "right", sortable=False),
                columns.Column("code", _("Kode"), 76, sortable=False),
                columns.Column("label", _("Indikator"), 220, sortable=False, stretches=True),
                columns.Column("short", _("Singkatan"), 110, sortable=False),
                columns.Column("variable", _("Kelompok"), 120, sortable=False),
                columns.Column(
                    "in_use", _("Dipakai"), 72, sortable=False, text=lambda used: _("Ya") if used else _("Tidak")
                ),
            ],
            name="risk indicators",
            identity="code",
            filter_words=_("Cari indikator …"),
            unit=_("indikator"),
        )
        self.table.chosen.connect(self._show_row)
        self.table.told.connect(self.say)
        self.form = record_form.RecordForm(1)
        self.form.add("label", _("Indikator"), fields.LineField(limit=160))
        self.form.add("short", _("Singkatan"), fields.LineField(_("untuk daftar yang sempit"), limit=40))
        self.form.add("variable", _("Kelompok"), fields.LineField(limit=60))
        self.form.edited.connect(self._edit)
        self.title = form.label("", "heading", wraps=True)
        self.use_button = self._button("", "lihat", self.toggle_use)
        self.up_button = self._button(_("Naik"), "naik", lambda: self.shift(-1))
        self.down_button = self._button(_("Turun"), "turun", lambda: self.shift(1))
        self.up_button.setToolTip(_("Alt+↑"))
        self.down_button.setToolTip(_("Alt+↓"))
        buttons = QtWidgets.QHBoxLayout()
        for button in (self.up_button, self.down_button, self.use_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.card = form.card(self.title, self.form)
        inside = self.card.layout()
        assert isinstance(inside, QtWidgets.QVBoxLayout)
        inside.addLayout(buttons)
        self.new_label = fields.LineField(_("nama indikator"), limit=160)
        self.new_variable = fields.LineField(limit=60)
        self.new = form.Form(1)
        self.new.add("label", _("Indikator"), self.new_label)
        self.new.add("variable", _("Kelompok"), self.new_variable)
        self.add_button = QtWidgets.QPushButton(_("Tambah indikator"))
        icons.put(self.add_button, "tambah")
        self.add_button.clicked.connect(lambda _checked=False: self.add())
        self.new_label.returnPressed.connect(self.add)
        self.new_card = form.card(self.new, self.add_button, title=_("Indikator sendiri"))
        words = _("Kode tetap untuk selamanya: nama boleh diubah, yang sudah dicatat di TPS ikut. ")
        words += _("Yang tidak dipakai lagi tidak ditawarkan, tetapi catatannya tetap.")
        self.note = form.label(words, "small", wraps=True)
        may = risk_indicators.may_edit(desk)
        if not may:
            self.note.setText(_("Daftar indikator diatur oleh kantor kabupaten/kota, dan sampai lewat Terima Data."))
        self.form.set_read_only(not may)
        for part in () if may else (self.use_button, self.up_button, self.down_button, self.new_card):
            part.hide()
        right = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(right)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.card)
        column.addWidget(self.new_card)
        column.addWidget(self.note)
        column.addStretch(1)
        self.split = split_view.SplitView(self.table, form.scrolled(right), name="risk indicators", share=0.62)
        whole = QtWidgets.QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.split)
        self.first_field = self.table.view
        self.table.view.clicked.connect(lambda _index: self.split.show_detail())
        self.table.opened.connect(lambda _row: self._enter())
        if may:
            for key, step in ((QtCore.Qt.Key.Key_Up, -1), (QtCore.Qt.Key.Key_Down, 1)):
                keys = QtGui.QKeySequence(QtCore.QKeyCombination(QtCore.Qt.KeyboardModifier.AltModifier, key))
                shortcut = QtGui.QShortcut(keys, self)
                shortcut.setContext(QtCore.Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(lambda step=step: self.shift(step))

    def refresh(self, flags: frozenset[str] = frozenset()) -> None:
        desk = self.desk
        self.read(lambda: risk_indicators.list_and_seen(desk), lambda found: self._take(*found))

    def commit(self) -> None:
        self.form.commit()

    def _enter(self) -> None:
        self.split.show_detail()
        self.form.field("label").setFocus()

    def add(self) -> None:
        """Put the indicator that is typed at the end of the list."""
        desk, label, variable = self.desk, self.new_label.value(), self.new_variable.value()
        row = self.new.rows["label"]
        row.accept()

        def done(code: str) -> None:
            self._wanted = code
            self.new_label.set_value("")
            self.new_label.setFocus()
            self.say(_("Indikator ditambahkan dengan kode {code}.").format(code=code))

        def refused(error: Exception) -> None:
            if not isinstance(error, known.Refused):
                raise error
            row.refuse(errors.words(error))

        self.write(lambda: risk_indicators.add(desk, label, "", variable), done, refused)

    def shift(self, by: int) -> None:
        """Put the current indicator one line up (-1) or down (1)."""
        line = self.table.current()
        if line is None:
            return
        desk, place = self.desk, [one.code for one in self.table.model.shown()].index(line.code) + by
        if self.table.model.rowCount() == self.table.model.total:
            self.write(lambda: risk_indicators.move(desk, line.code, max(place, 0)))

    def toggle_use(self) -> None:
        """Take the current indicator out of use, or bring it back."""
        line = self.table.current()
        if line is not None:
            desk = self.desk
            self.write(lambda: risk_indicators.retire(desk, line.code, not line.in_use))

    def _button(self, words: str, icon: str, slot: Callable[[], object]) -> QtWidgets.QPushButton:
        button = QtWidgets.QPushButton(words)
        icons.put(button, icon, "primary")
        theme.set_role(button, "link")
        button.clicked.connect(lambda _checked=False: slot())
        return button

    def _take(self, found: list[rules.Indicator], seen: int) -> None:
        self._seen = seen
        used = [one.code for one in found if one.in_use]
        lines = [
            IndicatorLine(
                used.index(one.code) + 1 if one.in_use else None,
                one.code,
                _(one.label),
                _(one.short) if one.short else "",
                _(one.variable) if one.variable else "",
                one.in_use,
            )
            for one in found
        ]
        self.table.set_rows(lines)
        if self._wanted and self.table.show_row(self._wanted):
            self._wanted = ""
        elif self.table.current() is None and lines:
            self.table.show_row(lines[0].code)
        self._show_row(self.table.current())

    def _show_row(self, line: IndicatorLine | None) -> None:
        self.card.setVisible(line is not None)
        if line is None:
            return
        self.title.setText(line.code)
        values = {"label": line.label, "short": line.short, "variable": line.variable}
        self.form.show_record(line.code, values, self._seen)
        self.use_button.setText(_("Tidak dipakai lagi") if line.in_use else _("Pakai lagi"))

    def _edit(self, code: str, name: str, value: str) -> None:
        desk, seen = self.desk, self.form.seen(name)

        def refused(error: Exception) -> None:
            if not isinstance(error, known.Refused):
                raise error
            self.form.refuse(code, name, errors.words(error))

        self.write(lambda: risk_indicators.rename(desk, code, {name: value}, seen=seen), failed=refused)
