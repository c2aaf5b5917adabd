# SPDX-License-Identifier: Apache-2.0
"""Decrees, teams with their kecamatan, members and the roster of the posko as sheets."""

import re
from collections.abc import Mapping
from typing import Any

from desk_app.data import place_names, team_list
from desk_app.domain import errors, records, words
from desk_app.domain import teams as rules
from desk_app.operations import areas, settings, team_roster, teams
from desk_app.operations.desk import Desk
from desk_app.operations.register_sheets import forms
from desk_app.operations.register_sheets.declaring import Form, Register, Row
from desk_app.workbooks import cells, reading

N_ = words.N_

_DISTRICTS = records.Field(0, "districts", records.FieldKind.TEXT, N_("Kecamatan"), most=2000)

DECREES = Register(
    "decrees",
    N_("Surat keputusan"),
    records.DECREE,
    out=teams.DECREE_FIELDS,
    back=teams.DECREE_FIELDS,
    edit=teams.edit_decree,
    new=teams.new_decree,
    required=("subject",),
)


def _new_member(desk: Desk, office: str = "", role: str = "Anggota", **values: Any) -> int:
    return teams.new_member(desk, office, role, **values)


MEMBERS = Register(
    "members",
    N_("Anggota tim"),
    records.MEMBER,
    out=(
        "team", "section", "role", "office", "person", "rank", "nip", "unit", "service", "period_from", "period_to",
        "decree", "replaced_on",
    ),
    back=(
        "team", "section", "role", "office", "person", "rank", "nip", "unit", "service", "period_from", "period_to",
        "decree",
    ),
    edit=teams.edit_member,
    new=_new_member,
    required=("office",),
)


def _new_team(desk: Desk, number: int, districts: str = "", **values: Any) -> int:
    return teams.new_team(desk, number, districts.split(), **values)


def _edit_team(desk: Desk, no: int, *, seen: int | None = None, districts: str | None = None, **values: Any) -> None:
    if values:
        teams.edit_team(desk, no, seen=seen, **values)
    if districts is not None:
        teams.set_districts(desk, no, districts.split())


def _with_districts(desk: Desk, rows: list[Row]) -> list[Row]:
    with desk.reading() as connection:
        held = {one.no: one.districts for one in team_list.all_teams(connection, settings.event_code(desk))}
    return [dict(row) | {"districts": " ".join(sorted(held.get(row["no"], ())))} for row in rows]


def _roman(_desk: Desk) -> Form:
    return Form(lambda kept: rules.roman(int(kept)), lambda cell: rules.parse_number(cells.text(cell)))


def _districts(desk: Desk) -> Form:
    """Kecamatan by name with commas between; kept as codes with spaces."""
    with desk.reading() as connection:
        level = areas.covered_level(desk)
        below = place_names.below(connection, settings.event_code(desk), desk.identity.place, level)
    names = {one.code: one.name for one in below}
    codes = {written.casefold(): code for code, name in names.items() for written in (code, name)}

    def read(cell: reading.Cell) -> str:
        found = []
        for part in re.split(r"[,;]|\bdan\b", cells.text(cell)):
            said = part.strip()
            if said and said.casefold() not in codes:
                raise errors.Refused(N_("“{text}” bukan kecamatan."), text=said)
            if said:
                found.append(codes[said.casefold()])
        if not found:
            raise errors.Refused(N_("“{text}” bukan kecamatan."), text=cells.text(cell))
        return " ".join(sorted(set(found)))

    return Form(lambda kept: ", ".join(names.get(code, code) for code in str(kept).split()) or None, read)


TEAMS = Register(
    "teams",
    N_("Tim"),
    records.TEAM,
    out=("number", "name", "districts", "section", "decree", "period_from", "period_to", "duty"),
    back=("number", "name", "districts", "section", "decree", "period_from", "period_to", "duty"),
    edit=_edit_team,
    new=_new_team,
    required=("number",),
    unique=("number",),
    extra=(_DISTRICTS,),
    forms={"number": _roman, "districts": _districts},
    rows=_with_districts,
)


def _new_shift(desk: Desk, day: str, start: int, end: int, **values: Any) -> int:
    return team_roster.new_shift(desk, day, start, end, **values)[0]


def _own_posko(desk: Desk, rows: list[Row]) -> list[Row]:
    return [row for row in rows if row["place"] == desk.identity.place]


SHIFTS = Register(
    "shifts",
    N_("Piket posko"),
    records.SHIFT,
    out=team_roster.FIELDS,
    back=team_roster.FIELDS,
    edit=team_roster.edit_shift,
    new=_new_shift,
    required=("day", "start", "end"),
    forms={"start": forms.hour, "end": forms.hour},
    rows=_own_posko,
)

MAKERS: Mapping[str, Any] = {one.key: (lambda _desk, one=one: one) for one in (DECREES, TEAMS, MEMBERS, SHIFTS)}
"""By key."""
