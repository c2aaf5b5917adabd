# SPDX-License-Identifier: Apache-2.0
"""Lembar Pantau as a sheet: kecamatan, desa and TPS by the hour, typed as on the page ("170/178 07.35", "07.25")."""

from collections.abc import Mapping
from datetime import datetime, time
from typing import Any

from desk_app.data import place_names
from desk_app.domain import places, records, watch, words
from desk_app.operations import settings, watch_entry, watch_reports
from desk_app.operations.desk import Desk
from desk_app.operations.register_sheets import station_lines
from desk_app.operations.register_sheets.declaring import Form, Register, Row
from desk_app.workbooks import cells, reading

N_ = words.N_

_AT = "at:"
_LONGEST = 40
_NOTE = "Wilayah: 170, 170/178, atau 170 07.35. TPS: s (sudah), b (belum), atau jamnya, 07.25."


def _cell(_desk: Desk) -> Form:
    return Form(str, _typed)


def _typed(cell: reading.Cell) -> str:
    """What is typed into a cell; Excel makes an hour of "07.25" at some offices."""
    if isinstance(cell, (time, datetime)):
        return f"{cell.hour:02d}.{cell.minute:02d}"
    return cells.text(cell)


def _rows(desk: Desk, _rows: list[Row]) -> list[Row]:
    """The regions below the office and its TPS, each with what it told in each column itself."""
    event, area = settings.event_code(desk), desk.identity.place
    day = watch_reports.day(desk, area)
    blank: dict[str, Any] = {f"{_AT}{at}": None for at in range(len(day.rules.columns))}
    found: dict[str, dict[str, Any]] = {}
    with desk.reading() as connection:
        for level in (places.Level.DISTRICT, places.Level.VILLAGE):
            for one in place_names.below(connection, event, area, level):
                is_village = level is places.Level.VILLAGE
                named = {"in_district": None, "in_village": one.name} if is_village else {"in_district": one.name}
                found[one.code] = blank | {"in_village": None, "number": None} | named | {"no": one.code}
    for station in station_lines.read(desk):
        found[station.subject] = blank | station.cells
    for code, told in found.items():
        wider = found.get(code[:8])
        if told["in_district"] is None and wider is not None:
            told["in_district"] = wider["in_district"]
        for at, report in day.reports.get(code, {}).items():
            measure = day.rules.columns[at].measure
            if day.rules.column_of(measure, report.minute) == at:
                told[f"{_AT}{at}"] = _told(code, measure, report)
    return [found[code] for code in sorted(found)]


def _told(code: str, measure: watch.Measure, report: watch_reports.Report) -> str:
    hour = watch.write_minute(report.minute)
    if "-" in code and measure.counts_stations:
        return f"{'s' if report.count else 'b'} {hour}"
    total = f"/{report.total}" if report.total is not None else ""
    return f"{report.count}{total} {hour}"


def _edit(desk: Desk, place: str, *, seen: int | None = None, **values: str) -> None:
    for name, typed in values.items():
        watch_entry.enter(desk, place, int(name.removeprefix(_AT)), typed, seen=seen)


def _title(row: Row) -> str:
    if row["number"] is not None:
        return station_lines.title(row)
    return ", ".join(part for part in (row["in_village"], row["in_district"]) if part)


def make(desk: Desk) -> Register:
    """The sheet of voting day with the columns of the office."""
    columns = watch_reports.rules(desk).columns
    names = tuple(f"{_AT}{at}" for at in range(len(columns)))
    return Register(
        "watch",
        N_("Lembar pantau"),
        records.RECAP,
        out=("in_district", "in_village", "number", *names),
        back=names,
        edit=_edit,
        extra=(
            *station_lines.EXTRA[:2],
            records.STATION.field("number"),
            *(
                records.Field(0, name, records.FieldKind.TEXT, f"{one.hour} {one.measure.label}", most=_LONGEST)
                for name, one in zip(names, columns, strict=True)
            ),
        ),
        forms=dict.fromkeys(names, _cell),
        notes=dict.fromkeys(names, _NOTE),
        rows=_rows,
        title_of=_title,
        code="Kode wilayah atau TPS (jangan diubah)",
        code_first=True,
        frozen=station_lines.FROZEN,
        listed=True,
    )


MAKERS: Mapping[str, Any] = {"watch": make}
"""By key."""
