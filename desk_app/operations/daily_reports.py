# SPDX-License-Identifier: Apache-2.0
"""Laporan harian: the office's own report of a day, Lapor NIHIL in one click, and the register of what came in."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from desk_app.data import arrivals, place_names, report_list, unit_of_work
from desk_app.data.database import Connection
from desk_app.domain import errors, places, records, report_numbers, words
from desk_app.operations import days, field_names, settings, territory
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_

FIELDS = ("number", "situation", "activities", "closing")
"""What the clerk writes: number of the letter, general situation, activities, conclusion and advice."""


@dataclass(frozen=True, slots=True)
class Report:
    """The daily report of a place. Times are seconds UTC, 0: not yet; `record` is 0 while nothing of it was written.

    `sequence`: its running number, given for good when it is first finished (`report_numbers`).
    """

    record: int
    place: str
    day: date
    day_words: str
    sequence: int
    nihil: bool
    number: str
    situation: str
    activities: str
    closing: str
    finished_at: int
    sent_at: int
    sent_by: str
    seen: int | None = field(default=None, compare=False)
    """What a save from a form with these values tells that it had seen."""

    @property
    def finished(self) -> bool:
        return bool(self.finished_at)


class Received(StrEnum):
    """Whether a report came in; nihil is a report."""

    REPORT = "sudah"
    NIHIL = "nihil"
    NOTHING = "belum"


@dataclass(frozen=True, slots=True)
class IncomingMark:
    """One cell of the register: `at` when it was finished or sent (seconds UTC, 0: not known), `by` which way."""

    state: Received
    at: int
    by: str


@dataclass(frozen=True, slots=True)
class DayHead:
    """A column: the day, and "H-5"."""

    day: date
    words: str


@dataclass(frozen=True, slots=True)
class IncomingRow:
    """One office below: its cells in the order of the columns; `last_contact`: its last package, 0: never.

    `silent`: neither a report nor a package came in on the last day or the day before.
    """

    place: str
    name: str
    marks: tuple[IncomingMark, ...]
    last_contact: int
    silent: bool = False


@dataclass(frozen=True, slots=True)
class IncomingRegister:
    """Rekap laporan masuk: one row a kecamatan, one column a day, seven days a week."""

    days: tuple[DayHead, ...]
    rows: tuple[IncomingRow, ...]


def report(desk: Desk, day: date | None = None, place: str = "") -> Report:
    """The report of a day (today's), of the office itself or of a place below."""
    chosen = day or days.today(desk)
    where = place or desk.identity.place
    event = settings.event_code(desk)
    with desk.reading() as connection:
        seen = arrivals.latest(connection)
        row = report_list.one(connection, event, where, chosen.isoformat())
        running = report_numbers.numbers(report_list.numbered(connection, event, where), chosen.isoformat())
    return replace(_report(desk, where, chosen, running[chosen.isoformat()], row), seen=seen)


def last_reports(desk: Desk, limit: int = 30) -> list[Report]:
    """The office's own reports, newest first."""
    event, where = settings.event_code(desk), desk.identity.place
    with desk.reading() as connection:
        found = report_list.last(connection, event, where, limit)
        running = report_numbers.numbers(report_list.numbered(connection, event, where))
    return [_report(desk, where, date.fromisoformat(row.date), running[row.date], row) for row in found]


def write_report(
    desk: Desk, day: date | None = None, *, seen: int | None = None, **values: str | None
) -> int:
    """Write some of the `FIELDS` of a day's report; a report with words is not nihil any more.

    `seen`: as the form was filled (`Report.seen`); what came in since is not replaced but stands beside.
    """
    field_names.require_known(values, FIELDS, "a daily report")
    told: dict[str, Any] = {}
    if any(values.get(name) for name in ("situation", "activities", "closing")):
        told["nihil"] = None
    return _put(desk, N_("Laporan harian"), day, told, typed=values, seen=seen)


def report_nihil(desk: Desk, day: date | None = None, *, even_so: bool = False) -> int:
    """Lapor NIHIL: finished at once, and counts as reported.

    Raises Refused when issues were written down that day, unless `even_so`.
    """
    chosen = day or days.today(desk)
    if not even_so:
        since, until = days.bounds(desk, chosen)
        with desk.reading() as connection:
            count = report_list.reported_issues(
                connection, settings.event_code(desk), desk.identity.place, since, until
            )
        if count:
            raise errors.Refused(
                N_("Hari itu ada {count} permasalahan tercatat, jadi laporannya bukan NIHIL."), count=count
            )
    return _put(desk, N_("Lapor NIHIL"), chosen, {"nihil": True, "finished_at": desk.now()})


def finish_report(desk: Desk, day: date | None = None) -> int:
    """Say that a day's report is finished."""
    return _put(desk, N_("Laporan harian selesai"), day, {"finished_at": desk.now()})


def reopen_report(desk: Desk, day: date | None = None) -> int:
    """Take a finished (or nihil) report up again."""
    return _put(desk, N_("Laporan harian dibuka lagi"), day, {"finished_at": None, "nihil": None})


def mark_sent(desk: Desk, means: str, day: date | None = None, at: int | None = None) -> int:
    """Say that a day's report was sent, and how ("flashdisk", "WhatsApp", "surat")."""
    told: dict[str, Any] = {"sent_at": desk.now() if at is None else at, "sent_by": means}
    if not report(desk, day).finished:
        told["finished_at"] = desk.now()
    return _put(desk, N_("Laporan harian dikirim"), day, told)


def note_received(
    desk: Desk, place: str, means: str, day: date | None = None, *, nihil: bool = False, at: int | None = None
) -> int:
    """Tick that the report of a kecamatan came in another way than by package ("WhatsApp", "telepon")."""
    where = territory.require_own(desk, place).subject
    moment = desk.now() if at is None else at
    told: dict[str, Any] = {"finished_at": moment, "sent_at": moment, "sent_by": means}
    if nihil:
        told["nihil"] = True
    return _put(desk, N_("Laporan masuk"), day, told, where)


def incoming(desk: Desk, until: date | None = None, count: int = 6) -> IncomingRegister:
    """The register of the last `count` days up to a day (today), one row an office below."""
    last = until or days.today(desk)
    columns = [last - timedelta(days=back) for back in reversed(range(count))]
    event, area = settings.event_code(desk), desk.identity.place
    recent = (last - timedelta(days=1), last)
    since = days.bounds(desk, recent[0])[0]
    first = min(columns[0], recent[0])
    with desk.reading() as connection:
        offices = _offices_below(connection, event, area)
        found = report_list.between(connection, event, area, first.isoformat(), last.isoformat())
        contact = report_list.last_contact(connection)

    def mark(place: str, day: date) -> IncomingMark:
        return _mark(found.get((place, day.isoformat())))

    rows = [
        IncomingRow(
            place=region.code,
            name=region.name,
            marks=tuple(mark(region.code, day) for day in columns),
            last_contact=contact.get(region.code, 0),
            silent=contact.get(region.code, 0) < since
            and all(mark(region.code, day).state is Received.NOTHING for day in recent),
        )
        for region in offices
    ]
    return IncomingRegister(tuple(DayHead(day, days.day_words(desk, day)) for day in columns), tuple(rows))


def silent(desk: Desk) -> list[IncomingRow]:
    """The offices below of which nothing came in since yesterday: no report and no package."""
    return [row for row in incoming(desk, count=1).rows if row.silent]


def _put(
    desk: Desk,
    label: str,
    day: date | None,
    values: dict[str, Any],
    place: str = "",
    *,
    typed: Mapping[str, Any] = MappingProxyType({}),
    seen: int | None = None,
) -> int:
    """`typed`: what comes from a form, which had seen so much (`seen`); `values` follow from the deed."""
    event, chosen = settings.event_code(desk), (day or days.today(desk)).isoformat()
    key = (event, place or desk.identity.place, chosen)

    def work(unit: unit_of_work.Unit) -> int:
        given = {}
        if values.get("finished_at") and not place:  # a place below numbers its reports itself
            given["sequence"] = give_number(unit, desk, event, chosen)
        no = unit.put(records.DAILY_REPORT, key, typed, seen=seen) if typed else 0
        return unit.put(records.DAILY_REPORT, key, values | given) if values or given or not no else no

    return transact(desk, label, work)


def give_number(unit: unit_of_work.Unit, desk: Desk, event: str, day: str) -> int:
    """The number that the office's report of a day (ISO) keeps from now on; inside the transaction that finishes it.

    Reports that were finished before numbers were kept get theirs with it, so that none moves any more.
    """
    place = desk.identity.place
    held = report_list.numbered(unit.connection, event, place)
    running = report_numbers.numbers(held, day)
    for one in held:
        if one.finished and not one.given and one.day != day:
            unit.put(records.DAILY_REPORT, (event, place, one.day), {"sequence": running[one.day]})
    return running[day]


def _offices_below(
    connection: Connection, event: str, area: str
) -> list[place_names.Named]:
    match places.level_of(area):
        case places.Level.NATION:
            return place_names.below(connection, event, area, places.Level.PROVINCE)
        case places.Level.PROVINCE:
            return place_names.below(connection, event, area, places.Level.REGENCY)
        case places.Level.REGENCY:
            return place_names.below(connection, event, area, places.Level.DISTRICT)
        case _:
            return []


def _mark(row: Any) -> IncomingMark:
    if row is None or not (row.finished_at or row.sent_at):
        return IncomingMark(Received.NOTHING, 0, "")
    state = Received.NIHIL if row.nihil else Received.REPORT
    return IncomingMark(state, row.sent_at or row.finished_at or 0, row.sent_by or "")


def _report(desk: Desk, place: str, day: date, sequence: int, row: Any) -> Report:
    def told(name: str) -> Any:
        return getattr(row, name) if row is not None else None

    return Report(
        record=told("no") or 0,
        place=place,
        day=day,
        day_words=days.day_words(desk, day),
        sequence=sequence,
        nihil=bool(told("nihil")),
        number=told("number") or "",
        situation=told("situation") or "",
        activities=told("activities") or "",
        closing=told("closing") or "",
        finished_at=told("finished_at") or 0,
        sent_at=told("sent_at") or 0,
        sent_by=told("sent_by") or "",
    )
