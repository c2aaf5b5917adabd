# SPDX-License-Identifier: Apache-2.0
"""What the daily report says: readiness, issues, recaps, the register of reports, and the clerk's own words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from desk_app.base.text import _
from desk_app.data import disputes
from desk_app.domain import elections as rules
from desk_app.domain import errors, issues, localities, places, readiness, records, regions, watch, words, zones
from desk_app.operations import (
    count_board,
    count_rules,
    daily_reports,
    days,
    elections,
    overview,
    printing_issues,
    printing_office,
    reasons,
    recaps,
    settings,
    signatories,
)
from desk_app.operations.desk import Desk
from desk_app.reports import daily_report, incoming_tables, readiness_table

N_ = words.N_

_RECEIVED = {
    daily_reports.Received.REPORT: incoming_tables.Received.REPORT,
    daily_reports.Received.NIHIL: incoming_tables.Received.NIHIL,
    daily_reports.Received.NOTHING: incoming_tables.Received.NOTHING,
}
_VOTERS = ("dpt_male", "dpt_female")
_WORDS = {"situation": "introduction", "activities": "activities", "closing": "conclusions"}
_ADVICE = re.compile(r"^\s*saran\s*:?\s*$|^\s*saran\s*:\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Setting:
    """What is settled before the figures are gathered. `as_of`: seconds UTC; `area`: what the report is about."""

    day: date
    phase: int | None
    area: str
    as_of: int
    paper: str
    signer: signatories.SignatoryRow | None
    signing_day: date | None
    number: str
    addressed_to: str


def gather(desk: Desk, asked: Setting) -> daily_report.DailyReport:
    """The daily report of an office for a day, or of one region in it. Raises Refused."""
    whole = asked.area == desk.identity.place
    start, end = period(desk, asked.day, asked.as_of, whole=whole)
    kept = daily_reports.report(desk, asked.day)
    event = elections.working_event(desk)
    names = printing_office.names(desk, asked.area)
    table = overview.readiness_by_district(desk, phase(desk, asked.day, asked.phase), asked.area)
    unit = _unit(names.words, table)
    with desk.reading() as connection:
        width = len(table.rows[0].code) if table.rows else 0
        voters = disputes.stations(connection, event.code, asked.area, width, _VOTERS)
        words_open = disputes.of_kind(connection, records.DAILY_REPORT).get(kept.record, frozenset())
    conclusions, suggestions = split_closing(kept.closing)
    return daily_report.DailyReport(
        office=daily_report.Office(
            desk=desk.identity.name,
            region=names.region,
            within=names.within,
            event=event.name,
            zone=settings.zone(desk).value,
            unit=unit,
            villages=_short(names.words, overview.village_kinds(desk)),
        ),
        counted=_how_far(desk, asked.area),
        day=asked.day,
        day_text=days.day_words(desk, asked.day),
        start=days.local(desk, start),
        end=days.local(desk, end),
        as_of=days.local(desk, asked.as_of),
        signature=printing_office.signature_block(desk, asked.signer, asked.signing_day),
        page=printing_office.page_setup(desk, asked.paper),
        head=printing_office.kop(desk, asked.signer),
        number=asked.number or None,
        sequence=kept.sequence if whole else 0,
        addressed_to=asked.addressed_to,
        introduction=tuple(line.strip() for line in kept.situation.splitlines() if line.strip()) if whole else (),
        activities=printing_office.points(kept.activities) if whole else (),
        phase=rules.day_words(table.phase),
        readiness=tuple(_readiness_row(line, table.level, unit, voters.get(line.code, 0)) for line in table.rows),
        accepted=tuple(one.line for one in reasons.given(desk, table.phase, asked.area)),
        recaps=_recaps(desk, asked.area, start, end),
        issues=printing_issues.rows(desk, asked.area, start, end),
        severities=tuple(issues.SEVERITY_LABELS[severity] for severity in reversed(issues.Severity)),
        register=_register(desk, asked.day) if whole else (),
        conclusions=conclusions if whole else (),
        suggestions=suggestions if whole else (),
        copies=printing_office.copies(desk) if whole else (),
        nihil=kept.nihil and whole,
        later=printing_issues.reported(desk, asked.area, end, asked.as_of + 1) if asked.as_of < end + 86_400 else 0,
        disputed=frozenset(part for name, part in _WORDS.items() if whole and _no(name) in words_open),
    )


def _no(name: str) -> int:
    return records.DAILY_REPORT.field(name).no


def period(desk: Desk, day: date, as_of: int, *, whole: bool = True) -> tuple[int, int]:
    """The time a report of a day tells of (seconds UTC): from report hour to report hour, at most until `as_of`.

    The `whole` office's report that was finished before its hour ends there, and that of the next day begins there:
    nothing that was reported stands in none of them.
    """
    hour = report_hour(desk)
    start = _closing(desk, day - timedelta(days=1), hour, whole)
    end = _closing(desk, day, hour, whole)
    return start, max(min(end, as_of + 1), start)  # what was written in this very second belongs to it


def _closing(desk: Desk, day: date, hour: time, whole: bool) -> int:
    end = zones.moment(datetime.combine(day, hour), settings.zone(desk))
    finished = daily_reports.report(desk, day).finished_at if whole else 0
    begun = end - 86_400
    return max(min(end, finished + 1), begun) if finished else end


def report_hour(desk: Desk) -> time:
    """The hour at which the day's report closes. Raises Refused for a setting that is none."""
    told = settings.get(desk, "report_hour").strip()
    found = re.fullmatch(r"(\d{1,2})[.:](\d{2})", told)
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        raise errors.Refused(
            N_("Jam laporan “{told}” di Pengaturan tidak dapat dibaca. Tulis seperti 16.00."), told=told
        )
    return time(int(found[1]), int(found[2]))


def phase(desk: Desk, day: date, asked: int | None) -> int:
    """The phase whose readiness a report of a day shows: the one asked for, else that of the day."""
    return rules.phase_on(elections.working_event(desk), day) if asked is None else asked


def split_closing(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Conclusions and advice: what follows a line that begins with "Saran:" is advice."""
    lines = text.splitlines()
    for place, line in enumerate(lines):
        if _ADVICE.match(line):
            advice = [_ADVICE.sub("", line), *lines[place + 1 :]]
            return printing_office.points("\n".join(lines[:place])), printing_office.points("\n".join(advice))
    return printing_office.points(text), ()


def _unit(words_: localities.Words, table: overview.ReadinessTable) -> str:
    match table.level:
        case places.Level.VILLAGE:
            return localities.villages_word(words_, (_kind(line.code) for line in table.rows))
        case places.Level.DISTRICT:
            return words_.district
        case places.Level.REGENCY:
            return "Kabupaten/Kota"
        case _:
            return words_.province


def _kind(village: str) -> regions.RegionKind:
    """Kelurahan or desa, as the code of a village tells (`domain.md §6.1`)."""
    return regions.RegionKind.URBAN_VILLAGE if village[9:10] == "1" else regions.RegionKind.VILLAGE


def _how_far(desk: Desk, area: str) -> tuple[str, ...]:
    """How far the copies of each race are, once any came in; never a vote."""
    if places.level_of(area) not in (places.Level.REGENCY, places.Level.DISTRICT, places.Level.VILLAGE):
        return ()
    found = [count_board.progress(desk, race, area) for race in count_rules.race_codes(desk, area)]
    told = [one for one in found if one.total.whole or one.total.part]
    return tuple(f"{one.area.race.short}: {words.render(one.words.message, one.words.params, _)}" for one in told)


def _short(words_: localities.Words, kinds: Iterable[regions.RegionKind]) -> str:
    """Short where there are both; a kota of kelurahan only says "Kelurahan"."""
    word = localities.villages_word(words_, kinds)
    return word.replace("Kelurahan", "Kel.") if "/" in word else word


def _readiness_row(
    line: overview.ReadinessLine, level: places.Level, unit: str, voters_open: int
) -> readiness_table.ReadinessRow:
    is_village = level is places.Level.VILLAGE
    bare = level is not places.Level.REGENCY and "/" not in unit  # the heading says what a row is
    return readiness_table.ReadinessRow(
        name=line.name if bare else line.label,
        stations=line.stations,
        voters=line.dpt,
        ready=line.ready,
        incomplete=line.incomplete,
        trouble=line.problem,
        not_yet=line.not_yet,
        disagreeing=line.disputed,
        villages=None if is_village else line.villages,
        voters_open=voters_open,
    )


def _recaps(desk: Desk, area: str, start: int, end: int) -> tuple[incoming_tables.RecapRow, ...]:
    """The last recap of each place and item in the period, beside what the details of that place say."""
    last: dict[tuple[str, str], recaps.RecapLine] = {}
    for line in recaps.recap_list(desk, area):
        # Reports of single TPS (Lembar pantau) are details: the paper tells regions.
        if start <= line.hour < end and "-" not in line.place:
            last.setdefault((line.place, line.item), line)
    counted: dict[tuple[str, str], tuple[int | None, int]] = {}
    made = []
    for (place, item), line in sorted(last.items()):
        if (place, item) not in counted:
            counted[place, item] = _counted(desk, item, place)
        named = line.label.removeprefix(f"{_district_word(desk)} ") if len(place) == 8 else line.label
        made.append(
            incoming_tables.RecapRow(
                place=named,
                subject=line.item_label,
                done=line.count,
                whole=line.total if line.total is not None else _whole(desk, place, item),
                when=days.local(desk, line.hour),
                source=line.source,
                counted=counted[place, item][0],
                disputed=line.disputed,
                details_open=counted[place, item][1],
            )
        )
    return tuple(made)


def _whole(desk: Desk, area: str, item: str) -> int:
    """What a recap without a whole is of: the TPS of its region, or its voters."""
    total = overview.readiness_by_district(desk, area=area).total
    measure = watch.measure_of(item)
    return total.stations if measure is None or measure.counts_stations else total.dpt


def _district_word(desk: Desk) -> str:
    return printing_office.names(desk).words.district


def _counted(desk: Desk, item: str, place: str) -> tuple[int | None, int]:
    """What the details of a region say once all are in, and how many are in dispute.

    None before, and where the item is none of a TPS.
    """
    try:
        figure = recaps.figures(desk, item, place).total.figure
    except errors.Refused:
        return None, 0
    complete = figure.basis is readiness.Basis.DETAILS and figure.detailed == figure.places
    with desk.reading() as connection:
        differing = disputes.answers(connection, settings.event_code(desk), item, place)
    return figure.value if complete else None, sum(differing.values())


def _register(desk: Desk, day: date) -> tuple[incoming_tables.RegisterRow, ...]:
    register = daily_reports.incoming(desk, day, 1)
    return tuple(
        incoming_tables.RegisterRow(
            place=printing_office.called(row.place, row.name),
            state=_RECEIVED[row.marks[0].state],
            when=days.local(desk, row.marks[0].at) if row.marks[0].at else None,
            way=row.marks[0].by,
        )
        for row in register.rows
    )
