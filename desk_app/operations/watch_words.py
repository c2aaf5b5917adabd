# SPDX-License-Identifier: Apache-2.0
"""Lembar Pantau in words: one hour as a message for WhatsApp, a cell as it stands in the window and in a spreadsheet.

Messages are Indonesian always, and name nobody.
"""

from desk_app.base.text import _
from desk_app.domain import watch
from desk_app.domain.words import dotted
from desk_app.operations import days, elections, settings, watch_reports, watch_sheet
from desk_app.operations.desk import Desk

MOST_NAMED = 30


def message(desk: Desk, at: int, found: watch_sheet.Sheet | None = None) -> str:
    """One hour: "07.00 WITA: 1.120 dari 1.146 TPS buka (35 terlambat). Belum lapor: …"."""
    sheet = found if found is not None else watch_sheet.sheet(desk)
    column = watch_reports.require_column(sheet.columns, at)
    total = sheet.total.cells[at]
    event = elections.working_event(desk)
    day = days.local(desk, watch_reports.start_of(desk)).strftime("%d-%m-%Y")
    zone = settings.zone(desk).value
    lines = [
        f"*{desk.identity.name}*",
        f"{event.short_name} · {day} · keadaan pukul {column.hour} {zone}",
        "",
        f"{column.hour}: {figure_words(column, total, sheet.total)}",
    ]
    rows = [row for row in sheet.rows if row.depth == 0]
    told = [f"{row.name} {_short(column, row.cells[at])}" for row in rows if row.cells[at].value is not None]
    if told and len(rows) > 1:
        lines.append(" · ".join(told))
    owing = [row for row in rows if row.cells[at].value is None and row.stations]
    if sheet.now < column.minute:
        lines.append("Jam ini belum tiba.")
    elif owing:
        named = ", ".join(row.name for row in owing[:MOST_NAMED])
        rest = f", dan {len(owing) - MOST_NAMED} lagi" if len(owing) > MOST_NAMED else ""
        lines.append(f"Belum lapor: {named}{rest} ({len(owing)} dari {len(rows)} wilayah)")
    elif rows:
        lines.append("Semua wilayah sudah lapor.")
    partial = [row for row in rows if row.cells[at].is_partial]
    if partial:
        shown = ", ".join(f"{row.name} {row.cells[at].covered}/{row.stations}" for row in partial[:MOST_NAMED])
        lines.append(f"Belum lengkap (TPS masuk): {shown}")
    return "\n".join(lines)


def figure_words(column: watch.Column, cell: watch_sheet.Cell, row: watch_sheet.Row) -> str:
    """The figure of one hour in a sentence: what it counts, of how many, and how many reports came late."""
    if cell.value is None:
        return "belum ada laporan."
    late = f", {cell.late} laporan terlambat" if cell.late else ""
    if not column.measure.counts_stations:
        share = f" ({_percent(cell.value, row.voters)} dari DPT {dots(row.voters)})" if row.voters else ""
        known = f"laporan {dots(cell.covered)} dari {dots(row.stations)} TPS"
        return f"{dots(cell.value)} pengguna hak pilih{share}, {known}{late}."
    said = {
        watch.Measure.OPEN: "TPS buka",
        watch.Measure.CLOSED: "TPS menutup pendaftaran",
        watch.Measure.COUNTED: "TPS selesai hitung",
    }[column.measure]
    return f"{dots(cell.value)} dari {dots(row.stations)} {said}{late}."


def _short(column: watch.Column, cell: watch_sheet.Cell) -> str:
    value = dots(cell.value or 0)
    return f"{value}/{dots(cell.places)}" if column.measure.counts_stations else value


def _percent(value: int, whole: int) -> str:
    return f"{value * 100 / whole:.1f}".replace(".", ",") + " %"


def dots(number: int) -> str:
    """A number with its dots of thousands."""
    return dotted(number)


def cell_words(column: watch.Column, cell: watch_sheet.Cell, *, station: bool) -> str:
    """A cell in the window: "170", at a TPS "07.25" or "belum"; blank where nothing is known."""
    if cell.value is None:
        return ""
    if station and column.measure.counts_stations:
        if not cell.value:
            return _("belum")
        return watch.write_minute(cell.minute) if cell.minute is not None else "✓"
    return dots(cell.value)


def is_too_many(column: watch.Column, cell: watch_sheet.Cell, voters: int) -> bool:
    """Whether more have voted than there are voters: to be looked at, for those of other places vote too."""
    return not column.measure.counts_stations and cell.value is not None and 0 < voters < cell.value


def cell_tip(column: watch.Column, cell: watch_sheet.Cell, voters: int = 0) -> str:
    """What a cell rests on: its hour and source, what is missing, what differs. `voters`: the DPT, 0 unknown."""
    parts = []
    if is_too_many(column, cell, voters):
        parts.append(_("lebih banyak dari DPT, {count}").format(count=dots(voters)))
    if cell.minute is not None:
        said = _("laporan pukul {hour}").format(hour=watch.write_minute(cell.minute))
        parts.append(f"{said}, {cell.source}" if cell.source else said)
    if cell.value is not None and cell.covered < cell.places:
        parts.append(_("{covered} dari {places} TPS masuk").format(covered=cell.covered, places=cell.places))
    if cell.value is None and cell.missing:
        parts.append(_("belum lapor"))
    if cell.late:
        parts.append(_("terlambat"))
    if cell.difference:
        parts.append(_("rekap dan rincian berselisih {count}").format(count=abs(cell.difference)))
    if cell.disputed:
        parts.append(_("data berbeda, belum beres"))
    return f"{column.hour} {_(column.measure.label)}: {'; '.join(parts) or _('belum ada')}"
