# SPDX-License-Identifier: Apache-2.0
"""Stages and days off as sheets; a day counted from voting day stays counted ("H-3")."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from desk_app.data import rows
from desk_app.domain import places, records, words
from desk_app.domain import stages as rules
from desk_app.operations import elections, holidays, stages
from desk_app.operations.desk import Desk
from desk_app.operations.register_sheets.declaring import Form, Register, Row
from desk_app.workbooks import cells, reading, writing

N_ = words.N_

_WRITTEN = ("name", "starts", "ends", "source", "note")


class _Stages:
    """Writes stages; new ones of one sheet have codes of their own."""

    def __init__(self) -> None:
        self._made: list[str] = []

    def new(self, desk: Desk, name: str, **values: str) -> str:
        """A stage of the office's own."""
        code = stages.add(desk, name, **values, beside=self._made)
        self._made.append(code)
        return code


def _edit(desk: Desk, code: str, *, seen: int | None = None, **values: str) -> None:
    stages.save(desk, code, values, seen=seen)


def _rows(desk: Desk, _rows: list[Row]) -> list[Row]:
    found = stages.calendar(desk).rows
    return [
        {
            "no": row.code,
            "name": row.stage.name,
            "starts": row.stage.starts.isoformat() if row.stage.starts else None,
            "ends": row.stage.ends.isoformat() if row.stage.ends else None,
            "starts_words": row.starts_words,
            "ends_words": row.ends_words,
            "source": row.stage.source,
            "note": row.stage.note,
        }
        for row in found
    ]


def _day(desk: Desk) -> Form:
    """A day, or one that is counted from voting day."""
    voting_day = elections.working_event(desk).voting_day

    def read(cell: reading.Cell) -> str:
        if isinstance(cell, str) and cell.strip()[:1] in ("H", "h"):
            rules.parse_day(cell, voting_day)
            return cells.text(cell)
        return cells.day(cell)

    def write(kept: str) -> writing.Value:
        return kept if kept[:1] in ("H", "h") else date.fromisoformat(kept)

    return Form(write, read)


def calendar(_desk: Desk) -> Register:
    """The stages of the election worked on."""
    verbs = _Stages()
    return Register(
        "stages",
        N_("Tahapan"),
        records.STAGE,
        out=("name", "starts", "starts_words", "ends", "ends_words", "source", "note"),
        back=_WRITTEN,
        edit=_edit,
        new=verbs.new,
        required=("name",),
        unique=("name",),
        extra=(
            records.Field(0, "starts_words", records.FieldKind.TEXT, N_("Mulai (H)")),
            records.Field(0, "ends_words", records.FieldKind.TEXT, N_("Selesai (H)")),
        ),
        forms={"starts": _day, "ends": _day},
        rows=_rows,
    )


def _new_holiday(desk: Desk, day: str, name: str, source: str = "") -> int:
    return holidays.save(desk, date.fromisoformat(day), name, source)


def _edit_holiday(desk: Desk, no: int, *, seen: int | None = None, **values: Any) -> None:
    with desk.reading() as connection:
        held = rows.row(connection, records.HOLIDAY, no)
    told = {"name": held["name"] or "", "source": held["source"] or ""} | values
    holidays.save(desk, date.fromisoformat(held["day"]), told["name"], told["source"], seen=seen)


def _own_days(desk: Desk, held: list[Row]) -> list[Row]:
    place = places.regency_of(desk.identity.place) or desk.identity.place
    return sorted((row for row in held if row["place"] == place), key=lambda row: str(row["day"]))


HOLIDAYS = Register(
    "holidays",
    N_("Hari libur"),
    records.HOLIDAY,
    out=("day", "name", "source"),
    back=("day", "name", "source"),
    edit=_edit_holiday,
    new=_new_holiday,
    required=("day", "name"),
    fixed=("day",),
    unique=("day",),
    rows=_own_days,
)

MAKERS: Mapping[str, Any] = {"stages": calendar, "holidays": lambda _desk: HOLIDAYS}
"""By key."""
