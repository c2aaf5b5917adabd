# SPDX-License-Identifier: Apache-2.0
"""Who has not sent: packages of each office below by day, and who is silent past the hour that the office has set.

Days and hours are those of this office, by its own clock at the time of receiving. A report that came in another way
and was ticked counts as well.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from desk_app.data import account_list, parcels, report_list, trust
from desk_app.data.database import Connection
from desk_app.domain import errors, hours, places, zones
from desk_app.operations import daily_reports, days, settings
from desk_app.operations.desk import Desk


@dataclass(frozen=True, slots=True)
class Cell:
    """What came from an office on a day: packages, when the last one came in (seconds UTC, 0: none), its report."""

    packages: int
    at: int
    report: daily_reports.Received

    @property
    def sent(self) -> bool:
        return bool(self.packages) or self.report is not daily_reports.Received.NOTHING


@dataclass(frozen=True, slots=True)
class Row:
    """One office below: its cells in the order of the days; number and moment of its last package (0: none came)."""

    place: str
    name: str
    cells: tuple[Cell, ...]
    number: int
    last: int


@dataclass(frozen=True, slots=True)
class Table:
    """Who sent on which day."""

    days: tuple[daily_reports.DayHead, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Silent:
    """An office that is waited for: as `Row`, and its operators by name as its packages told them."""

    place: str
    name: str
    number: int
    last: int
    operators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Silence:
    """Who is silent. `due`: the hour that has passed (seconds UTC), None where the office sets none; `since`: from
    when on nothing came; `whole`: how many offices are waited for in all; `is_today`: the hour is one of this day."""

    due: int | None
    since: int
    silent: tuple[Silent, ...]
    whole: int
    is_today: bool = False


def table(desk: Desk, until: date | None = None, count: int = 7) -> Table:
    """Packages and reports of the last `count` days up to a day (today), one row an office below."""
    last = until or days.today(desk)
    register = daily_reports.incoming(desk, last, count)
    shown = [head.day for head in register.days]
    start = days.bounds(desk, shown[0])[0]
    came: dict[tuple[str, date], set[bytes]] = {}
    moments: dict[tuple[str, date], int] = {}
    newest = _newest(desk)
    with desk.reading() as connection:
        received = parcels.received_since(connection, start)
        at_home = _places(connection)
    for one in received:
        place = at_home.get(one.office or b"", ""), days.local(desk, one.at).date()
        came.setdefault(place, set()).add(one.package or one.id)
        moments[place] = one.at
    return Table(
        register.days,
        tuple(
            Row(
                place=row.place,
                name=row.name,
                cells=tuple(
                    Cell(len(came.get((row.place, day), ())), moments.get((row.place, day), 0), mark.state)
                    for day, mark in zip(shown, row.marks, strict=True)
                ),
                number=newest[row.place].number if row.place in newest else 0,
                last=newest[row.place].at if row.place in newest else 0,
            )
            for row in register.rows
        ),
    )


def hour(desk: Desk) -> time | None:
    """The hour by which the offices below shall have sent; None where the office sets none, or what is no hour."""
    told = settings.get(desk, "silence_hour").strip()
    try:
        return hours.parse_hour(told) if told else None
    except errors.Refused:
        return None


def silent(desk: Desk, at: int = 0) -> Silence:
    """Who is silent at a moment (now): since the day whose hour passed last, else since yesterday."""
    now = at or desk.now()
    today = days.local(desk, now).date()
    limit = hour(desk)
    day, due = today - timedelta(days=1), None
    if limit is not None:
        due = zones.moment(datetime.combine(today, limit), settings.zone(desk))
        if due <= now:
            day = today
        else:
            due = zones.moment(datetime.combine(day, limit), settings.zone(desk))
    count = (today - day).days + 1
    found = table(desk, today, count)
    waited = [row for row in found.rows if not any(cell.sent for cell in row.cells)]
    with desk.reading() as connection:
        known = {row.place: account_list.names_at(connection, row.place) for row in waited}
    return Silence(
        due=due,
        since=days.bounds(desk, day)[0],
        silent=tuple(Silent(row.place, row.name, row.number, row.last, tuple(known[row.place])) for row in waited),
        whole=len(found.rows),
        is_today=day == today,
    )


def has_begun(desk: Desk) -> bool:
    """Whether anything is to be waited for: an office below is registered here, or something ever came from one."""
    own = desk.identity.place
    with desk.reading() as connection:
        known = [one.place for one in trust.cards(connection) if one.valid and one.place != own]
        if any(places.is_within(place, own) for place in known) or parcels.newest_received(connection):
            return True
        reports = report_list.between(connection, settings.event_code(desk), own, "", "9999")
    return any(place != own for place, _day in reports)


def is_waited_for(desk: Desk) -> bool:
    """Whether it matters today that an office has not sent: daily sending is under way, or this office set an hour."""
    return hour(desk) is not None or days.is_daily(desk, days.today(desk))


def _newest(desk: Desk) -> dict[str, parcels.Parcel]:
    with desk.reading() as connection:
        rows = parcels.newest_received(connection)
        at_home = _places(connection)
    found = {at_home.get(row.office or b"", ""): row for row in rows}  # in the order in which they came in
    found.pop("", None)
    return found


def _places(connection: Connection) -> dict[bytes, str]:
    """The place of each office that is or was vouched for: what a package says of its sender anybody can write."""
    return {one.key: one.place for one in trust.cards(connection)}
