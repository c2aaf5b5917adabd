# SPDX-License-Identifier: Apache-2.0
"""Teams as lines for a chat (Salin untuk WA): who, for which kecamatan; no number of a person and no phone."""

from desk_app.operations import areas, teams
from desk_app.operations.desk import Desk


def text_of_team(desk: Desk, no: int) -> str:
    """One team: its members in protocol order and its kecamatan. Raises NotFound."""
    return "\n".join(_lines(teams.team(desk, no), _names(desk))) + "\n"


def text_of_all(desk: Desk) -> str:
    """Every team."""
    names = _names(desk)
    parts = ["\n".join(_lines(one, names)) for one in teams.teams(desk)]
    return "\n\n".join([f"*{desk.identity.name}*", *parts]) + "\n"


def _lines(team: teams.Team, names: dict[str, str]) -> list[str]:
    lines = [f"*{' · '.join(part for part in (team.label, team.name) if part)}*"]
    if team.districts:
        lines.append(", ".join(names.get(code, code) for code in team.districts))
    for place, one in enumerate(team.present, 1):
        told = ", ".join(part for part in (one.person, one.office) if part)
        lines.append(f"{place}. {told}{f' – {one.role}' if one.role else ''}")
    return lines


def _names(desk: Desk) -> dict[str, str]:
    return {area.code: area.name for area in areas.covered(desk)}
