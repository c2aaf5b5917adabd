# SPDX-License-Identifier: Apache-2.0
"""Lembar pantau: voting day by the hour, typed as a spreadsheet, with who is waited for and the WhatsApp message."""

from PySide6 import QtCore, QtGui

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.domain import watch
from desk_app.operations import (
    change_settings,
    days,
    elections,
    settings,
    watch_calls,
    watch_entry,
    watch_reports,
    watch_sheet,
    watch_words,
)
from desk_app.operations.desk import Desk
from ui import errors, runner
from ui.pages.readiness_page import part
from ui.widgets import notice, watch_panel

MINUTE_MS = 60_000
MOST_LATE = 600


class WatchPart(part.Part):
    """The panel of the sheet and its work. `wall_wanted()`: the large view for the posko's wall."""

    wall_wanted = QtCore.Signal()

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__(desk, lanes)
        self._opened: set[str] = set()
        self._sheet: watch_sheet.Sheet | None = None
        self.panel = watch_panel.WatchPanel()
        panel = self.panel
        panel.typed.connect(self._enter)
        panel.toggled.connect(self._toggle)
        panel.column_chosen.connect(lambda _at: self._read_calls())
        panel.message_wanted.connect(self._copy_message)
        panel.wall_wanted.connect(self.wall_wanted)
        panel.hours_typed.connect(self._take_hours)
        panel.late_typed.connect(self._take_late)
        panel.told.connect(self.done)
        self._clock = QtCore.QTimer(self, interval=MINUTE_MS)
        self._clock.timeout.connect(lambda: self.read() if panel.isVisible() else None)
        self._clock.start()

    def read(self) -> None:
        """Read the sheet again; what was typed and saved stands in it then."""
        desk, opened = self.desk, frozenset(self._opened)
        self.lanes.read(lambda: watch_sheet.sheet(desk, opened), self._take, self.failed.emit, key="readiness/watch")

    def _take(self, sheet: watch_sheet.Sheet) -> None:
        self._sheet = sheet
        zone = settings.zone(self.desk).value
        now = days.local(self.desk, self.desk.now())
        self.panel.set_sheet(sheet, f"{now.strftime('%H.%M')} {zone} · {sheet.day}", self._hint(sheet))
        self._read_calls()

    def _hint(self, sheet: watch_sheet.Sheet) -> str:
        if not sheet.rows:
            return ""
        first = sheet.columns[0].minute - watch.EARLY
        if sheet.now < first:
            day = elections.working_event(self.desk).voting_day.strftime("%d-%m-%Y")
            said = _("Diisi mulai pukul {hour} pada hari H, {day}.")
            return said.format(hour=watch.write_minute(max(first, 0)), day=day)
        return _("Ketik angka lalu Enter; TPS: S, B, atau jamnya. Spasi membuka wilayah, Delete menarik kembali.")

    def _read_calls(self) -> None:
        sheet = self._sheet
        if sheet is None or not sheet.rows:
            return
        desk, at = self.desk, min(self.panel.grid.column, len(sheet.columns) - 1)

        def work() -> watch_calls.CallList:
            return watch_calls.call_list(desk, at, sheet)

        self.lanes.read(work, self.panel.set_calls, self.failed.emit, key="readiness/calls")

    def _toggle(self, code: str) -> None:
        self._opened ^= {code}
        self.read()

    def _enter(self, code: str, at: int, text: str) -> None:
        desk, source = self.desk, self.panel.source.value()
        seen = self._sheet.seen if self._sheet is not None else None
        model = self.panel.grid.model

        def saved(_record: int) -> None:
            model.settle(code, at)
            self.read()

        def refused(error: Exception) -> None:
            if not isinstance(error, known.Refused):
                model.settle(code, at)
                raise error
            words = errors.words(error)
            model.refuse(code, at, words)
            self.say(words, notice.Tone.REFUSED)

        self.lanes.write(lambda: watch_entry.enter(desk, code, at, text, source, seen=seen), saved, refused)

    def _copy_message(self, at: int) -> None:
        desk = self.desk

        def take(text: str) -> None:
            QtGui.QGuiApplication.clipboard().setText(text)
            self.done(_("Disalin. Tempelkan di WhatsApp."))

        self.lanes.read(lambda: watch_words.message(desk, at), take, self.failed.emit, key="readiness/message")

    def _take_hours(self, text: str) -> None:
        """Ask for the hours ("?"), or take those typed; empty are the usual ones."""
        desk = self.desk
        if text == "?":

            def show(rules: watch.Rules) -> None:
                self.panel.show_hours(watch.hours_words(rules.columns), rules.late)

            self.lanes.read(lambda: watch_reports.rules(desk), show, self.failed.emit)
            return
        try:
            written = watch.hours_words(watch.parse_columns(text)) if text else ""
        except known.Refused as refusal:
            self.panel.end_hours(errors.words(refusal))
            return
        self.lanes.write(
            lambda: change_settings.set_many(desk, {"watch_columns": written}),
            lambda _none: self.panel.end_hours(),
            self.failed.emit,
        )

    def _take_late(self, minutes: int) -> None:
        desk, told = self.desk, {"watch_late": str(min(minutes, MOST_LATE))}
        self.lanes.write(lambda: change_settings.set_many(desk, told), None, self.failed.emit)
