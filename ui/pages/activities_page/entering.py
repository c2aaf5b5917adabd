# SPDX-License-Identifier: Apache-2.0
"""The column to type: all regions of an indicator on one day, written together; typed ones are a draft until then."""

from collections.abc import Callable
from datetime import date

from PySide6 import QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import errors as known
from desk_app.domain import indicators as rules
from desk_app.operations import days, indicator_board, indicator_sheet
from desk_app.operations import drafts as kept
from desk_app.operations.desk import Desk
from ui import actions, errors, runner, theme
from ui.pages.activities_page import part
from ui.widgets import day_field, drafts, fields, form, value_column


class ValueEntry(part.Part):
    """The card: the day, the source, one line for each region, *Simpan kolom*."""

    def __init__(
        self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None], held: drafts.Drafts
    ) -> None:
        super().__init__(desk, lanes, failed, held)
        self._definition: rules.Definition | None = None
        self._sheet: indicator_sheet.Sheet | None = None
        self._key = ""
        self._awaited = ("", "")
        self.day = day_field.DayField()
        self.day.setAccessibleName(_("Tanggal nilai"))
        self.day.setMaximumWidth(120)
        self.day.set_value(days.today(desk).isoformat())
        self.day.committed.connect(lambda _day: self._read())
        self.source = fields.LineField(_("sumber"), limit=200)
        self.source.setAccessibleName(_("Sumber"))
        self.column = value_column.ValueColumn()
        self.column.typed.connect(self._typed)
        self.column.last_left.connect(self.save)
        self.words = form.label("", "muted", wraps=True)
        self.fault = form.label("", "error", wraps=True)
        self.fault.hide()
        self.save_button = part.push(_("Simpan kolom"), "siap", self.save, role="primary")
        self.throw_button = part.link(_("Buang ketikan"), "tutup", self.throw_away)
        self.throw_button.hide()
        top = QtWidgets.QHBoxLayout()
        top.setSpacing(theme.SPACE)
        top.addWidget(form.label(_("Tanggal"), "label"))
        top.addWidget(self.day)
        top.addWidget(form.label(_("Sumber"), "label"))
        top.addWidget(self.source, 1)
        foot = QtWidgets.QHBoxLayout()
        foot.setSpacing(theme.SPACE)
        foot.addWidget(self.save_button)
        foot.addWidget(form.label("Ctrl+Enter", "small"))
        foot.addWidget(self.throw_button)
        foot.addStretch(1)
        self.card = form.card(self.words, title=_("Isi nilai"))
        column = self.card.layout()
        assert isinstance(column, QtWidgets.QVBoxLayout)
        column.addLayout(top)
        column.addWidget(self.column)
        column.addWidget(self.fault)
        column.addLayout(foot)
        outer = QtWidgets.QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.card)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            actions.add(self, "", key, slot=self.save, window_wide=False)

    def show_board(self, board: indicator_board.Board) -> None:
        """Show the column of an indicator."""
        is_other = self._definition is None or self._definition.code != board.definition.code
        self._definition = board.definition
        if is_other:
            self._leave()
            self.fault.hide()
        if self._awaited[0] == board.definition.code and self._awaited[1]:
            self.day.set_value(self._awaited[1])
            self._awaited = ("", "")
        self._read()

    def wait_for(self, code: str, day: str) -> None:
        """Show the column of this day as soon as its indicator is shown."""
        self._awaited = (code, day)
        if self._definition is not None and self._definition.code == code:
            self.day.set_value(day)
            self._read()

    def save(self) -> None:
        """Write the column; a value that cannot be read keeps all of it here, with its region named."""
        told, sheet = self._definition, self._sheet
        typed = self.column.altered()
        if told is None or sheet is None:
            return
        if not typed:
            self.told.emit(_("Tidak ada yang berubah."))
            return
        desk, code, source, key = self.desk, told.code, self.source.value(), self._key
        day = date.fromisoformat(sheet.day)
        seen = self._seen()

        def done(count: int) -> None:
            self.drafts.drop(key)
            if self._key == key:
                self._show_typing(False)
                self.fault.hide()
            said = ngettext("{count} nilai tersimpan.", "{count} nilai tersimpan.", count).format(count=count)
            self.told.emit(said)
            self._read(anew=True)

        def refused(error: Exception) -> None:
            if not isinstance(error, known.Refused):
                raise error
            self.fault.setText(errors.words(error))
            self.fault.show()
            self._mark(typed)

        self.lanes.write(
            lambda: indicator_sheet.set_values(desk, code, day, typed, source=source, seen=seen), done, refused
        )

    def throw_away(self) -> None:
        """Take out what was typed and not written."""
        self.drafts.throw_away(self._key)
        self.fault.hide()
        self._read(anew=True)

    def _seen(self) -> int | None:
        held = self.drafts.get(self._key)
        if held is not None and held.seen is not None:
            return held.seen
        return self._sheet.seen if self._sheet is not None else None

    def _leave(self) -> None:
        if self._key:
            self.drafts.set_in_sight(self._key, False)
        self._key = ""
        self._sheet = None

    def _read(self, *, anew: bool = False) -> None:
        told, day = self._definition, self.day.value()
        if told is None or not day:
            return
        desk, code = self.desk, told.code
        if anew:
            self._sheet = None
        on = date.fromisoformat(day)
        self.lanes.read(lambda: indicator_sheet.sheet(desk, code, on), self._show, self.failed, key="indicator sheet")

    def _show(self, sheet: indicator_sheet.Sheet) -> None:
        if self._definition is None or sheet.definition.code != self._definition.code or sheet.day != self.day.value():
            return
        key = f"activities/figures/values/{sheet.definition.code}/{sheet.day}"
        is_same = key == self._key
        if not is_same:
            self._leave()
            self._key = key
            self.drafts.set_in_sight(key, True)
        typed = self.column.altered() if is_same and self._sheet is not None else {}
        held = self.drafts.get(key)
        if held is not None:
            typed = _read_column(str(held.values.get("column") or ""), sheet)
        self._sheet = sheet
        self.column.set_slots(
            [value_column.Slot(one.place, one.name, one.value, one.before) for one in sheet.entries]
        )
        self.column.set_altered(typed)
        if not self.source.is_typed:
            self.source.set_value(sheet.source)
        unit = sheet.definition.unit
        self.words.setText(
            _("Satuan: {unit}. Enter ke baris berikutnya; kolom dari Excel dapat ditempel.").format(unit=unit or "–")
        )
        self._show_typing(bool(self.column.altered()))

    def _typed(self) -> None:
        typed = self.column.altered()
        if typed and self._definition is not None:
            said = f"{_('Isi nilai')} · {self._definition.label}"
            seen = self._seen()
            names = {one.place: one.name for one in self._sheet.entries} if self._sheet is not None else {}
            lines = [f"{names.get(code, code)}: {text}" for code, text in typed.items()]
            self.drafts.keep(kept.Draft(self._key, said, {"column": "\n".join(lines)}, seen))
        else:
            self.drafts.drop(self._key)
        self._show_typing(bool(typed))

    def _show_typing(self, on: bool) -> None:
        self.throw_button.setVisible(on)

    def _mark(self, typed: dict[str, str]) -> None:
        """Mark the lines that cannot be read, and go to the first of them."""
        if self._definition is None:
            return
        first = True
        for code, text in typed.items():
            line = self.column.lines.get(code)
            if line is None:
                continue
            bad = False
            if text:
                try:
                    rules.parse(text, self._definition.decimals)
                except known.Refused:
                    bad = True
            fields.refuse(line, bad)
            if bad and first:
                line.setFocus()
                first = False


def _read_column(text: str, sheet: indicator_sheet.Sheet) -> dict[str, str]:
    """What a draft kept of a column: "Tempe: 99,1", one line a region."""
    codes = {one.name: one.place for one in sheet.entries}
    found = {}
    for line in text.splitlines():
        name, _colon, value = line.rpartition(":")
        if name in codes:
            found[codes[name]] = value.strip()
    return found
