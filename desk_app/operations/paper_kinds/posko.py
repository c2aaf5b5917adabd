# SPDX-License-Identifier: Apache-2.0
"""The papers of the posko: jadwal piket of a week, berita acara of a hand-over between two shifts."""

from desk_app.domain import errors, roster, words
from desk_app.operations import (
    days,
    issue_register,
    printing_checks,
    printing_office,
    settings,
    team_handovers,
    team_roster,
)
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking, letters, travel
from desk_app.reports import roster_table, shift_handover
from desk_app.reports import words as paper_words

N_ = words.N_

MOST_MISSING = 14
ROUND_THE_CLOCK = "24 jam"


def gather_roster(desk: Desk, asked: asking.Asked) -> asking.Made:
    """The roster of the week of a day."""
    day = asking.day_of(desk, asked)
    signer = asking.signer_of(desk, asked, day)
    held = team_roster.week(desk, day)
    start, end = held.hours
    paper = roster_table.build(
        roster_table.RosterTable(
            sheet=letters.sheet(desk, asked, day, signer),
            days=tuple(
                (
                    one,
                    tuple(
                        roster_table.Watch(shift.hours, _name(shift), shift.office, shift.note)
                        for shift in held.of_day(one)
                    ),
                )
                for one in held.days
            ),
            opened=ROUND_THE_CLOCK if start == end else f"pukul {roster.write_hours(start, end)}",
            missing=_missing(held.holes),
        )
    )
    told = list(printing_checks.of_signer(signer))
    if held.holes:
        told.append(printing_checks.Remark(words.phrase(N_("Ada jam buka posko tanpa petugas pada minggu ini."))))
    return asking.Made(paper, day, "", signer, tuple(told))


def gather_handover(desk: Desk, asked: asking.Asked) -> asking.Made:
    """The berita acara of one hand-over, of the newest where none is named. Raises Refused where there is none."""
    held = team_handovers.handovers(desk, limit=10_000 if asked.record else 1)
    found = next((one for one in held if asked.record in (0, one.no)), None)
    if found is None:
        raise errors.Refused(N_("Catat dahulu serah terimanya pada Piket posko."))
    at = days.local(desk, found.at)
    signer = asking.signer_of(desk, asked, at.date())
    shifts = {one.no: one for one in team_roster.shifts(desk)}
    paper = shift_handover.build(
        shift_handover.ShiftHandover(
            sheet=letters.sheet(desk, asked, at.date(), signer),
            at=at,
            handing=_watch(shifts.get(found.from_shift)),
            taking=_watch(shifts.get(found.to_shift)),
            text=found.text,
            matters=_matters(desk, found.matters),
            place=settings.get(desk, "city").strip(),
        )
    )
    number = (asked.number or "").strip()
    return asking.Made(paper, at.date(), number, signer, printing_checks.of_signer(signer))


def _matters(desk: Desk, text: str) -> tuple[str, ...]:
    """What is open, a line each; of an issue that is kept in confidence by now the number alone."""
    lines = printing_office.points(text)
    if not lines:
        return ()
    secret = {one.number for one in issue_register.issue_rows(desk) if one.confidential and one.number}
    told = []
    for line in lines:
        number = line.split(" · ", 1)[0]
        told.append(f"{number} · {travel.WITHHELD}" if number in secret else line)
    return tuple(told)


def _watch(shift: team_roster.Shift | None) -> shift_handover.Watch:
    if shift is None:
        return shift_handover.Watch()
    return shift_handover.Watch(_name(shift), shift.office, shift.hours)


def _name(shift: team_roster.Shift) -> str:
    """Who sits there; "" where the member is known by the office alone."""
    return "" if shift.name == shift.office else shift.name


def _missing(holes: tuple[roster.Span, ...]) -> tuple[str, ...]:
    told = []
    for one in holes[:MOST_MISSING]:
        hours = roster.write_hours(one.start % roster.DAY, one.end % roster.DAY)
        last = roster.Span(one.end - 1, one.end).day
        until = f" s.d. {paper_words.short_date(last)}" if one.minutes > roster.DAY else ""
        told.append(f"{paper_words.short_date(one.day)}{until} pukul {hours}")
    more = len(holes) - MOST_MISSING
    return (*told, f"dan {more} masa lain") if more > 0 else tuple(told)
