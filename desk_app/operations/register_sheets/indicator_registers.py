# SPDX-License-Identifier: Apache-2.0
"""Indicators as the office defines them, and their values: a region and a day on each row, a column an indicator."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from desk_app.data import indicator_list, rows
from desk_app.domain import errors, places, records, words
from desk_app.domain import indicators as rules
from desk_app.domain.records.indicator import MOST, SCALE
from desk_app.operations import days, indicator_sheet, indicators, settings
from desk_app.operations.desk import Desk
from desk_app.operations.register_sheets.declaring import Register, Row

N_ = words.N_

_TARGETS = ("target", "target_each")
_WRITTEN = (
    "label", "unit", "target", "decimals", "better", "heading", "combine", "target_each", "base", "source", "note",
)
_VALUE = "value:"


class _Definitions:
    """Writes definitions; two whose names come to one code are told apart before they are written."""

    def __init__(self) -> None:
        self._made: set[str] = set()

    def new(self, desk: Desk, label: str, **values: Any) -> str:
        """A definition of the office's own."""
        decimals = int(values.get("decimals") or 0)
        for name in _TARGETS:
            if values.get(name) is not None:
                values[name] = rules.parse(rules.plain(values[name], SCALE), decimals)
        code = indicators.new_indicator(desk, label, **values)
        if code in self._made:
            raise errors.Refused(N_("“{label}” terlalu mirip dengan indikator baru lain di daftar ini."), label=label)
        self._made.add(code)
        return code

    def edit(self, desk: Desk, no: int, *, seen: int | None = None, **values: Any) -> None:
        """Some fields of a definition; a target is given with the digits that it has."""
        with desk.reading() as connection:
            code = str(rows.row(connection, records.INDICATOR, no)["code"])
        told = {name: rules.plain(value, SCALE) if name in _TARGETS else value for name, value in values.items()}
        indicators.edit_indicator(desk, code, seen=seen, **told)


def _nearest(desk: Desk, held: list[Row]) -> list[Row]:
    """Of each code the definition that holds at this office."""
    own = desk.identity.place
    above = {own, *places.ancestors(own), places.NATION}
    found: dict[str, Row] = {}
    for row in held:
        known = found.get(row["code"])
        if row["place"] in above and (known is None or len(row["place"]) > len(known["place"])):
            found[row["code"]] = row
    return sorted(found.values(), key=lambda row: (row["position"] or 0, row["code"]))


def definitions(_desk: Desk) -> Register:
    """The indicators of an office."""
    verbs = _Definitions()
    return Register(
        "indicators",
        N_("Indikator"),
        records.INDICATOR,
        out=_WRITTEN,
        back=_WRITTEN,
        edit=verbs.edit,
        new=verbs.new,
        required=("label",),
        unique=("label",),
        rows=_nearest,
    )


class _Values:
    """Reads the values of all indicators by region and day, and writes those of one row."""

    def __init__(self, desk: Desk) -> None:
        self.told = indicators.definitions(desk)

    def rows(self, desk: Desk, _rows: list[Row]) -> list[Row]:
        """Each region and day with a value, then the regions that have none today, to be filled in."""
        event, area = settings.event_code(desk), desk.identity.place
        today = days.today(desk).isoformat()
        with desk.reading() as connection:
            kept = indicator_list.values(connection, event, area, "")
            parts = indicator_list.below(connection, event, area).get(area, ())
        found: dict[tuple[str, str], dict[str, Any]] = {}
        for row in kept:
            made = found.setdefault((row.day, row.place), self._blank(f"{row.place}@{row.day}", row.place, row.day))
            made[f"{_VALUE}{row.code}"] = row.value
            sources = made.setdefault("sources", set())
            sources.add(row.source)
            made["source"] = row.source if len(sources) == 1 else None
        unfilled = [place for place in (area, *parts) if (today, place) not in found]
        return [
            *(found[key] for key in sorted(found)),
            *(self._blank(None, place, today) for place in unfilled),
        ]

    def new(self, desk: Desk, place: str, date: str, **values: Any) -> None:
        """A row for a region and day that had none."""
        self._write(desk, place, date, values, None)

    def edit(self, desk: Desk, no: str, *, seen: int | None = None, **values: Any) -> None:
        """A row that was there."""
        place, _at, day = no.partition("@")
        self._write(desk, place, day, values, seen)

    def _write(self, desk: Desk, place: str, day: str, values: dict[str, Any], seen: int | None) -> None:
        source = str(values.pop("source", None) or "")
        told = {name.removeprefix(_VALUE): value for name, value in values.items()}
        if source and not told:
            event = settings.event_code(desk)
            with desk.reading() as connection:
                kept = indicator_list.values(connection, event, place, "")
            told = {row.code: row.value for row in kept if (row.place, row.day) == (place, day)}
        if not told:
            raise errors.Refused(N_("Isi paling sedikit satu nilai."))
        for code, value in told.items():
            typed = {place: rules.plain(value or 0, SCALE)}
            indicator_sheet.set_values(desk, code, date.fromisoformat(day), typed, source=source, seen=seen)

    def _blank(self, no: str | None, place: str, day: str) -> dict[str, Any]:
        cells: dict[str, Any] = dict.fromkeys(f"{_VALUE}{one.code}" for one in self.told)
        return cells | {"no": no, "place": place, "date": day, "source": None}


def values(desk: Desk) -> Register:
    """The values of the indicators of an office."""
    verbs = _Values(desk)
    told = [
        records.Field(
            0,
            f"{_VALUE}{one.code}",
            records.FieldKind.NUMBER,
            f"{one.label} ({one.unit}) [{one.code}]" if one.unit else f"{one.label} [{one.code}]",
            least=-MOST,
            most=MOST,
            scale=SCALE,
        )
        for one in verbs.told
    ]
    names = tuple(one.name for one in told)
    return Register(
        "indicator-values",
        N_("Nilai indikator"),
        records.INDICATOR_VALUE,
        out=("place", "date", *names, "source"),
        back=("place", "date", *names, "source"),
        edit=verbs.edit,
        new=verbs.new,
        required=("place", "date"),
        fixed=("place", "date"),
        unique=("place", "date"),
        blank=("place", "date"),
        extra=tuple(told),
        rows=verbs.rows,
        title_of=lambda row: f"{row['place']} · {row['date']}",
    )


MAKERS: Mapping[str, Any] = {"indicators": definitions, "indicator-values": values}
"""By key."""
