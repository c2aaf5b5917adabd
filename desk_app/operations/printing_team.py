# SPDX-License-Identifier: Apache-2.0
"""What the annexes of the desk's decree say: members in protocol order, teams, and the kecamatan they cover."""

from dataclasses import dataclass
from datetime import date

from desk_app.data import disputes, team_list
from desk_app.domain import errors, records, regions
from desk_app.operations import areas, days, elections, printing_office, settings, signatories
from desk_app.operations.desk import Desk
from desk_app.reports import team_structure, words


@dataclass(frozen=True, slots=True)
class Setting:
    """What is settled before the teams are gathered."""

    as_of: int
    paper: str
    signer: signatories.SignatoryRow | None
    number: str


def gather(desk: Desk, asked: Setting) -> team_structure.TeamStructure:
    """The structure of the desk as it stands."""
    event = elections.working_event(desk)
    names = printing_office.names(desk)
    with desk.reading() as connection:
        decrees = team_list.decrees(connection, event.code)
        sections = team_list.sections(connection, event.code)
        members = [member for member in team_list.all_members(connection, event.code) if not member.replaced]
        teams = team_list.all_teams(connection, event.code)
        open_teams = disputes.of_kind(connection, records.TEAM)
        open_members = disputes.of_kind(connection, records.MEMBER)
    districts = {area.code: area.name for area in areas.covered(desk)}
    decree = decrees[-1] if decrees else None
    numbered = [team for team in teams if team.number]
    listed = {team.no for team in numbered}
    loose = [member for member in members if not member.section and member.team not in listed]
    parts = [team_structure.Part("", _members(loose))] if loose else []
    parts += [
        team_structure.Part(
            section.name,
            _members([one for one in members if one.section == section.no and one.team not in listed]),
        )
        for section in sections
    ]
    return team_structure.TeamStructure(
        desk=desk.identity.name,
        event=event.name,
        region=names.region,
        decree=team_structure.Decree(
            title=f"Keputusan {names.head}",
            about=(decree.subject if decree is not None else "") or f"Pembentukan {desk.identity.name}",
            number=asked.number or (decree.number if decree is not None else "") or None,
            day=date.fromisoformat(decree.date) if decree is not None and decree.date else None,
        ),
        parts=tuple(part for part in parts if part.members),
        teams=tuple(
            team_structure.Team(
                number=team.number,
                members=_members(team.present),
                districts=tuple(districts.get(code) or _named(code) for code in team.districts),
                note=team.name if team.name and team.name != team.label else "",
            )
            for team in numbered
        ),
        districts=tuple(districts.values()),
        signature=printing_office.signature_block(desk, asked.signer, None, dated=False),
        page=printing_office.page_setup(desk, asked.paper),
        as_of=f"data per {words.moment(days.local(desk, asked.as_of), settings.zone(desk).value)}",
        unit=areas.covered_word(desk),
        disputed=(
            *(team.label for team in numbered if team.no in open_teams),
            *dict.fromkeys(one.person or one.office for one in members if one.no in open_members),
        ),
    )


def _named(code: str) -> str:
    """A kecamatan that is not this office's own: by its name in the table of all regions, else its code."""
    try:
        return regions.find(printing_office.region_index(), code).name
    except errors.NotFound:
        return code


def _members(kept: list[team_list.Member] | tuple[team_list.Member, ...]) -> tuple[team_structure.Member, ...]:
    return tuple(team_structure.Member(one.office or one.unit, one.role, one.person) for one in kept)
