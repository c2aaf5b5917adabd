# SPDX-License-Identifier: Apache-2.0
"""Bentrok: what cannot be so in teams and roster, in words, with what to do and where.

A decree may want it so: then it is accepted with a reason, is shown as such, and waits for nobody.
"""

from dataclasses import dataclass, replace
from datetime import date

from desk_app.base.text import _
from desk_app.data import roster_list, team_list, unit_of_work
from desk_app.domain import errors, places, records, roster
from desk_app.domain import team_clashes as rules
from desk_app.domain.words import N_
from desk_app.operations import settings, team_decrees, team_roster, territory
from desk_app.operations import values as spoken
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

Kind = rules.Kind


@dataclass(frozen=True, slots=True)
class Clash:
    """One clash in words. `record`: where it is mended: a member, a team, or a shift; `day`: of a shift (ISO).

    `accepted`: the record by which it was accepted (0: it was not), with its `reason` and who gave it.
    """

    kind: Kind
    title: str
    words: str
    measure: str
    record: int
    other: int
    day: str = ""
    accepted: int = 0
    reason: str = ""
    by: str = ""

    @property
    def is_of_roster(self) -> bool:
        """Whether it is mended on the roster of the posko."""
        return self.kind in (Kind.SHIFT_ON_LEAVE, Kind.SHIFT_TWICE, Kind.SHIFT_OUTSIDE)


@dataclass(frozen=True, slots=True)
class _Held:
    members: dict[int, team_list.Member]
    teams: dict[int, team_list.Team]
    decrees: list[team_list.Decree]
    served: list[rules.Served]
    leaves: list[roster_list.Leave]
    accepted: list[roster_list.Accepted]


def clashes(desk: Desk) -> list[Clash]:
    """Everything that clashes: the roster first, since it comes soonest; what was accepted last."""
    held = _read(desk)
    shifts = {one.no: one for one in team_roster.shifts(desk)}
    away = [
        rules.Away(one.no, one.member, rules.day(one.first, rules.FIRST), rules.day(one.last, rules.LAST))
        for one in held.leaves
        if one.first
    ]
    duties = [rules.Duty(one.no, one.member, one.person, one.span) for one in shifts.values()]
    found = rules.of_roster(held.served, away, duties)
    if desk.identity.level != places.Level.DISTRICT.value:
        standing = team_decrees.of_decrees(held.decrees)
        periods = [rules.Period(one.no, *_days(one.period_from, one.period_to)) for one in held.teams.values()]
        found += rules.of_members(held.served)
        found += rules.of_periods(held.served, periods)
        found += rules.of_teams(_with_decrees(periods, held, standing))
    leaves = {one.no: one for one in held.leaves}
    said = [_said(one, held, shifts, leaves) for one in sorted(found, key=lambda one: _ORDER[one.kind])]
    kept = {(one.kind, frozenset((one.one, one.other))): one for one in held.accepted}
    marked = []
    for one in said:
        known = kept.get((one.kind.value, frozenset((one.record, one.other))))
        marked.append(replace(one, accepted=known.no, reason=known.reason, by=known.by) if known is not None else one)
    return sorted(marked, key=lambda one: bool(one.accepted))


def waiting(desk: Desk) -> list[Clash]:
    """What clashes and was not accepted."""
    return [one for one in clashes(desk) if not one.accepted]


def accept(desk: Desk, clash: Clash, reason: str) -> int:
    """Say why a clash shall stand; undone as any other change. Returns the record. Raises Refused."""
    if not reason.strip():
        raise errors.Refused(N_("Tulis alasannya, misalnya nomor SK yang menetapkannya."))
    if not clash.is_of_roster:
        territory.require_master(desk, N_("Tim dan penugasan"))
    told = {
        "event": settings.event_code(desk),
        "place": desk.identity.place,
        "kind": clash.kind.value,
        "one": clash.record,
        "other": clash.other,
        "reason": reason,
    }
    standing = next(
        (one for one in clashes(desk) if (one.kind, one.record, one.other) == (clash.kind, clash.record, clash.other)),
        None,
    )
    if standing is None:
        raise errors.Refused(N_("Bentrok ini sudah tidak ada."))

    def work(unit: unit_of_work.Unit) -> int:
        if standing.accepted:
            unit.set(records.CLASH_ACCEPTED, standing.accepted, {"reason": reason})
            return standing.accepted
        return unit.create(records.CLASH_ACCEPTED, told)

    return transact(desk, N_("Bentrok diterima dengan alasan"), work)


def withdraw(desk: Desk, accepted: int) -> None:
    """A clash that was accepted waits again."""
    label = N_("Bentrok tidak diterima lagi")
    transact(desk, label, lambda unit: unit.delete(records.CLASH_ACCEPTED, accepted))


_ORDER = {
    kind: place
    for place, kind in enumerate(
        (Kind.SHIFT_ON_LEAVE, Kind.SHIFT_TWICE, Kind.SHIFT_OUTSIDE, Kind.PERSON_TWICE, Kind.OFFICE_TWICE,
         Kind.MEMBER_OUTSIDE, Kind.TEAM_OUTSIDE)
    )
}


def _read(desk: Desk) -> _Held:
    event = settings.event_code(desk)
    with desk.reading() as connection:
        everyone = team_list.all_members(connection, event)
        numbers = team_list.member_numbers(connection, [one.no for one in everyone])
        teams = team_list.all_teams(connection, event)
        decrees = team_list.decrees(connection, event)
        leaves = roster_list.leaves(connection, event)
        accepted = roster_list.accepted(connection, event, desk.identity.place)
    by_no = {one.no: one for one in teams}
    served = []
    for one in everyone:
        if one.replaced and not one.replaced_on:
            continue
        first, last = _days(one.period_from, one.period_to)
        if one.replaced_on:
            last = min(last, rules.before(rules.day(one.replaced_on, rules.LAST)))
        team = by_no.get(one.team)
        if team is not None:
            # Who says nothing of his own serves as long as his team.
            of_team = _days(team.period_from, team.period_to)
            first = of_team[0] if first == rules.FIRST else first
            last = of_team[1] if last == rules.LAST else last
        digits = "".join(numbers.get(one.no, "").split())
        served.append(rules.Served(one.no, one.team, one.person, one.office, digits, first, last))
    return _Held({one.no: one for one in everyone}, by_no, decrees, served, leaves, accepted)


def _with_decrees(
    periods: list[rules.Period], held: _Held, standing: list[team_decrees.Standing]
) -> list[tuple[rules.Period, rules.Period]]:
    whole = {one.no: chain for chain in standing for one in (chain.decree, *chain.amendments)}
    found = []
    for period in periods:
        chain = whole.get(held.teams[period.of].decree)
        if chain is not None:
            found.append((period, rules.Period(chain.decree.no, *_days(chain.period_from, chain.period_to))))
    return found


def _said(
    one: rules.Clash,
    held: _Held,
    shifts: dict[int, team_roster.Shift],
    leaves: dict[int, roster_list.Leave],
) -> Clash:
    day = ""
    match one.kind:
        case Kind.SHIFT_ON_LEAVE:
            shift, leave = shifts[one.one], leaves[one.other]
            known = leave.reason in set(roster.Reason)
            reason = _(roster.REASON_LABELS[roster.Reason(leave.reason)]) if known else leave.reason
            words = _("{name} piket {day} {hours}, tetapi {reason} {period}").format(
                name=shift.name, day=_day(shift.day), hours=shift.hours, reason=reason.lower(),
                period=_period(leave.first, leave.last),
            )
            day = shift.day.isoformat()
        case Kind.SHIFT_TWICE:
            shift, other = shifts[one.one], shifts[one.other]
            words = _("{name} piket {day} {hours} dan {other_day} {other_hours}").format(
                name=shift.name, day=_day(shift.day), hours=shift.hours, other_day=_day(other.day),
                other_hours=other.hours,
            )
            day = other.day.isoformat()
        case Kind.SHIFT_OUTSIDE:
            shift = shifts[one.one]
            words = _("{name} piket {day}, tetapi bertugas {period}").format(
                name=shift.name, day=_day(shift.day), period=_served_words(held, one.other)
            )
            day = shift.day.isoformat()
        case Kind.PERSON_TWICE | Kind.OFFICE_TWICE:
            member, other_member = held.members[one.one], held.members[one.other]
            words = _("{name}: {team} dan {other}").format(
                name=member.name, team=_team(held, member.team), other=_team(held, other_member.team)
            )
            if one.first != rules.FIRST or one.last != rules.LAST:
                words += f", {_period(_iso(one.first), _iso(one.last))}"
        case Kind.MEMBER_OUTSIDE:
            team = held.teams[one.other]
            words = _("{name} bertugas {period}, {team} {team_period}").format(
                name=held.members[one.one].name, period=_period(_iso(one.first), _iso(one.last)), team=team.label,
                team_period=_period(team.period_from, team.period_to),
            )
        case Kind.TEAM_OUTSIDE:
            team = held.teams[one.one]
            chain = next(
                chain for chain in team_decrees.of_decrees(held.decrees) if chain.decree.no == one.other
            )
            words = _("{team} bertugas {period}, SK {number} berlaku {decree_period}").format(
                team=team.label, period=_period(team.period_from, team.period_to),
                number=chain.decree.number or "…", decree_period=_period(chain.period_from, chain.period_to),
            )
    return Clash(
        one.kind, _(rules.KIND_LABELS[one.kind]), words, _(rules.KIND_MEASURES[one.kind]), one.one, one.other, day
    )


def _team(held: _Held, no: int) -> str:
    return held.teams[no].label if no in held.teams else ""


def _served_words(held: _Held, no: int) -> str:
    one = next(member for member in held.served if member.no == no)
    return _period(_iso(one.first), _iso(one.last))


def _period(first: str, last: str) -> str:
    """ "08-01-2024 s.d. 20-03-2024"; one day alone; "mulai …", "sampai …" where only one end is known."""
    if first and last:
        both = _("{first} s.d. {last}").format(first=spoken.day_words(first), last=spoken.day_words(last))
        return spoken.day_words(first) if first == last else both
    if first:
        return _("mulai {day}").format(day=spoken.day_words(first))
    return _("sampai {day}").format(day=spoken.day_words(last)) if last else ""


def _iso(day: date) -> str:
    return "" if day in (rules.FIRST, rules.LAST) else day.isoformat()


def _day(day: date) -> str:
    return spoken.day_words(day.isoformat())


def _days(first: str, last: str) -> tuple[date, date]:
    return rules.day(first, rules.FIRST), rules.day(last, rules.LAST)
