# SPDX-License-Identifier: Apache-2.0
"""What a paper may be about, where it is about one record: members and teams, activities, hand-overs, final papers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from desk_app.base.text import _
from desk_app.domain import activities as rules
from desk_app.domain import people
from desk_app.operations import activity_register, days, printing, team_handovers, teams
from desk_app.operations.desk import Desk
from desk_app.reports import catalogue

OF_STEP: Final[Mapping[rules.Step, str]] = {
    rules.Step.LETTER: catalogue.ASSIGNMENT.key,
    rules.Step.INVITATION: catalogue.INVITATION.key,
    rules.Step.ATTENDANCE: catalogue.ATTENDANCE.key,
    rules.Step.MINUTES: catalogue.MINUTES.key,
    rules.Step.REPORT: catalogue.ACTIVITIES.key,
}
"""Steps of an activity that are a paper."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A record that a paper may be about; `no` 0: all, or the usual one. `indent`: it belongs to the one before."""

    no: int
    label: str
    indent: bool = False


def choices(desk: Desk, report: str) -> list[Choice]:
    """What a paper of a kind may be about, the usual one first; none where it is not about a record."""
    offered = _OFFERED.get(report)
    return offered(desk) if offered is not None else []


def of_activity(found: activity_register.Activity) -> list[str]:
    """The papers that an activity has: of the steps of its chain, and of the journey of those who are sent."""
    listed = [OF_STEP[step] for step, _passed in found.chain if step in OF_STEP]
    if found.row.officers or found.row.team:
        listed += [catalogue.TRAVEL_ORDER.key, catalogue.TRAVEL_REPORT.key, catalogue.TRAVEL_LIST.key]
    return listed


def of_member(member: teams.Member) -> str:
    """The letter by which a member is sent: ordered, or asked of his chief; "" for who is sent by none."""
    if people.is_political(member.office):
        return ""
    ordered = people.is_ordered_here(people.service_of(member.service, member.unit, member.office))
    return catalogue.ASSIGNMENT.key if ordered else catalogue.REQUEST.key


def _assigned(desk: Desk) -> list[Choice]:
    """All, then each team and section with its members; those of the head have no heading."""
    return [Choice(0, _("Semua anggota (dengan lampiran)")), *_members(desk, ordered=True), *_with_officers(desk)]


def _requested(desk: Desk) -> list[Choice]:
    return [Choice(0, _("Pimpinan instansi yang pertama")), *_members(desk, ordered=False)]


def _members(desk: Desk, *, ordered: bool) -> list[Choice]:
    held = teams.structure(desk)
    groups = [(0, ""), *((one.no, one.name) for one in held.sections), *((one.no, one.label) for one in held.teams)]
    listed: list[Choice] = []
    for no, name in groups:
        members = [
            one
            for one in held.members
            if (one.team or one.section) == no
            and not one.replaced
            and not people.is_political(one.office)
            and people.is_ordered_here(people.service_of(one.service, one.unit, one.office)) is ordered
        ]
        if no and members:
            listed.append(Choice(no, name))
        listed += [
            Choice(one.no, " – ".join(part for part in (one.office, one.person) if part), bool(no)) for one in members
        ]
    return listed


def _with_officers(desk: Desk) -> list[Choice]:
    """The activities to which people are sent."""
    rows = activity_register.rows(desk)
    return [_activity(one) for one in rows if one.officers or one.team]


def _activities(desk: Desk) -> list[Choice]:
    return [_activity(one) for one in activity_register.rows(desk)]


def _meetings(desk: Desk) -> list[Choice]:
    """Meetings first, then every other activity."""
    rows = activity_register.rows(desk)
    rows.sort(key=lambda one: one.kind != rules.Kind.MEETING.value)
    return [_activity(one) for one in rows]


def _to_attend(desk: Desk) -> list[Choice]:
    return [Choice(0, _("Lembar kosong")), *_meetings(desk)]


def _reported(desk: Desk) -> list[Choice]:
    return [Choice(0, _("Semua kegiatan pada hari itu")), *_activities(desk)]


def _handovers(desk: Desk) -> list[Choice]:
    held = team_handovers.handovers(desk)
    return [
        Choice(one.no, f"{days.local(desk, one.at):%d-%m-%Y %H.%M} {one.handing or '…'} → {one.taking or '…'}")
        for one in held
    ]


def _final_papers(desk: Desk) -> list[Choice]:
    issued = printing.printed(desk, limit=100)
    return [
        Choice(0, _("Semua naskah final pada hari itu")),
        *(Choice(one.no, " · ".join(part for part in (one.title, one.number) if part)) for one in issued),
    ]


def _activity(one: activity_register.ActivityRow) -> Choice:
    return Choice(one.no, " · ".join(part for part in (one.when, one.title) if part))


_OFFERED: Final[Mapping[str, Callable[[Desk], list[Choice]]]] = {
    catalogue.ASSIGNMENT.key: _assigned,
    catalogue.REQUEST.key: _requested,
    catalogue.TRAVEL_ORDER.key: _with_officers,
    catalogue.TRAVEL_REPORT.key: _activities,
    catalogue.TRAVEL_LIST.key: _with_officers,
    catalogue.INVITATION.key: _meetings,
    catalogue.MINUTES.key: _meetings,
    catalogue.ATTENDANCE.key: _to_attend,
    catalogue.PRESENT.key: _activities,
    catalogue.ACTIVITIES.key: _reported,
    catalogue.SHIFT_HANDOVER.key: _handovers,
    catalogue.COVER_LETTER.key: _final_papers,
}
