# SPDX-License-Identifier: Apache-2.0
"""What can be chosen for a paper, read for its form: days, regions step by step, hours, records, who signs.

Which papers there are for an office, under which headings.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from desk_app.base.text import _
from desk_app.domain import elections as rules
from desk_app.domain import words, zones
from desk_app.operations import (
    daily_reports,
    days,
    elections,
    issue_register,
    own_formats,
    paper_batch,
    paper_counts,
    paper_numbers,
    paper_records,
    paper_regions,
    paper_words,
    papers,
    parcel_register,
    printing,
    settings,
    signatories,
    watch_reports,
)
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import issues as issue_papers
from desk_app.operations.paper_kinds import readiness
from desk_app.reports import catalogue

OwnFormat = own_formats.OwnFormat
Choices = tuple[tuple[object, str], ...]

ADDRESSED_EACH_TIME = frozenset({catalogue.REQUEST.key, catalogue.OFFICE_NOTE.key})
"""Letters to another office each time: to whom they go is no setting of the office."""
_OF_A_PERIOD = frozenset({catalogue.MONTHLY.key, catalogue.FINAL.key})
_MOST_ISSUES = 300
_MOST_PACKAGES = 100


@dataclass(frozen=True, slots=True)
class Offered:
    """What can be chosen for a paper of a day, and what is kept for it; `asked`: with what goes without saying.

    `letters`: how many it stands for, one for each of these; empty for a paper that stands for itself.
    """

    asked: papers.Asked
    day: date
    kept: daily_reports.Report
    signatories: tuple[signatories.SignatoryRow, ...]
    regions: tuple[paper_regions.Step, ...]
    phases: tuple[int, ...]
    phase: int
    hours: Choices
    records: tuple[paper_records.Choice, ...]
    record_hint: str
    issues: Choices
    packages: Choices
    paper: str
    addressed_to: str
    finished: str
    sent: str
    number: str
    parts: paper_words.Written
    forms: tuple[OwnFormat, ...]
    has_own_numbers: bool
    letters: Mapping[paper_batch.Each, int]
    signs_by_rule: bool
    until: date
    now: datetime
    moment: datetime | None
    zone: zones.Zone
    races: Choices = ()
    levels: Choices = ()


def kinds(desk: Desk) -> list[printing.Report]:
    """The papers that an office may choose from, heading by heading: also those about one issue or one package."""
    usual = printing.reports(desk)
    order = list(catalogue.GROUPS)
    found = [
        one
        for one in printing.every_paper()
        if one in usual or (not one.secret and not one.in_gallery and {"issue", "package"} & one.asks)
    ]
    return sorted(found, key=lambda one: order.index(one.group))


def heading(report: printing.Report) -> str:
    """The heading (a msgid) that a paper stands under."""
    return catalogue.GROUPS[report.group]


def card_words(report: printing.Report) -> str:
    """What a paper is for, and which right it takes."""
    needed = paper_counts.needs_words(report)
    return _(report.description) if needed is None else f"{_(report.description)} {remark_words(needed)}"


def settled(desk: Desk, asked: papers.Asked) -> papers.Asked:
    """A paper that was just chosen, with the first of what it must be about; not for the window's thread."""
    kind = printing.kind(asked.report)
    if "area" in kind.asks and not asked.area:
        asked = replace(asked, area=paper_regions.first(desk, asked.report))
    if "record" in kind.asks and not asked.record:
        first = next(iter(paper_records.choices(desk, asked.report)), None)
        asked = replace(asked, record=first.no) if first is not None else asked
    if "issue" in kind.asks and not asked.issue:
        latest = next(iter(issue_register.issue_rows(desk, descending=False, limit=1)), None)
        asked = replace(asked, issue=latest.no) if latest is not None else asked
    return asked


def _phase(desk: Desk, asked: papers.Asked, day: date) -> int:
    """Whose readiness a paper shows unless another is chosen."""
    last = asked.until or days.today(desk)
    if asked.report in _OF_A_PERIOD:
        return readiness.usual_phase(desk, last, asked.area)
    is_period = "until" in printing.kind(asked.report).asks
    return rules.phase_on(elections.working_event(desk), last if is_period else day)


def offered(desk: Desk, asked: papers.Asked) -> Offered:
    """Read what the form shows; not for the window's thread."""
    day = asked.day or _first_day(asked, days.today(desk))
    kept = daily_reports.report(desk, day)
    asks = printing.kind(asked.report).asks
    records = tuple(paper_records.choices(desk, asked.report)) if "record" in asks else ()
    return Offered(
        asked=asked,
        day=day,
        kept=kept,
        signatories=tuple(papers.signatories_for(desk, asked.report, day)),
        regions=paper_regions.steps(desk, asked) if "area" in asks else (),
        phases=days.phases(desk),
        phase=_phase(desk, asked, day),
        hours=_hours(desk) if "hour" in asks else (),
        records=records,
        record_hint="" if records or "record" not in asks else _nothing_words(asked.report),
        issues=_issues(desk) if "issue" in asks else (),
        packages=_packages(desk, asked.report) if "package" in asks else (),
        paper=settings.get(desk, "paper"),
        addressed_to=_addressee(desk, asked),
        finished=_hour(desk, kept.finished_at),
        sent=_hour(desk, kept.sent_at),
        number=printing.usual_number(desk, asked.report, day) if asked.number is None else asked.number,
        parts=paper_words.written(desk, asked.report, asked.until or day),
        forms=own_formats.listing(desk, asked.report),
        has_own_numbers=paper_numbers.way(desk) is paper_numbers.Way.OWN,
        letters=paper_batch.counts(desk, asked),
        signs_by_rule=asked.report == catalogue.ASSIGNMENT.key,
        until=asked.until or days.today(desk),
        now=days.local(desk, desk.now()),
        moment=days.local(desk, asked.as_of) if asked.as_of else None,
        zone=settings.zone(desk),
        races=paper_counts.races(desk, asked) if "race" in asks else (),
        levels=paper_counts.levels(desk, asked) if "level" in asks else (),
    )


def _addressee(desk: Desk, asked: papers.Asked) -> str:
    if asked.addressed_to is not None:
        return asked.addressed_to
    return "" if asked.report in ADDRESSED_EACH_TIME else papers.addressed_to(desk)


def _first_day(asked: papers.Asked, today: date) -> date:
    """The day on which a paper begins as long as none is asked for: that of its kind, as it is gathered."""
    last = asked.until or today
    if asked.report == catalogue.MONTHLY.key:
        return last.replace(day=1)
    if asked.report == catalogue.MATRIX.key:
        return last - timedelta(days=issue_papers.USUAL_DAYS - 1)
    return today


def _nothing_words(report: str) -> str:
    """Where that is entered which a paper is about, as long as there is nothing of it."""
    if report == catalogue.SHIFT_HANDOVER.key:
        return _("Catat dahulu serah terimanya di halaman Tim & Penugasan.")
    return _("Catat dahulu kegiatannya di halaman Kegiatan.")


def _hours(desk: Desk) -> Choices:
    """The hours of Lembar Pantau; several columns may ask at one hour."""
    found: dict[object, str] = {None: _("Jam terakhir yang sudah lewat")}
    for column in watch_reports.rules(desk).columns:
        found.setdefault(column.minute // 60, column.hour)
    return tuple(found.items())


def _issues(desk: Desk) -> Choices:
    rows = issue_register.issue_rows(desk, limit=_MOST_ISSUES)
    labels = [(row.no, (row.number, row.place_label, row.title)) for row in rows]
    return tuple((no, " · ".join(part for part in parts if part)) for no, parts in labels)


def _packages(desk: Desk, report: str) -> Choices:
    """Packages that went out, or for a receipt those that came."""
    sent = report == catalogue.HANDOVER.key
    found = [one for one in parcel_register.entries(desk, _MOST_PACKAGES) if one.sent is sent and one.package]
    told = _("ke {office}") if sent else _("dari {office}")
    return (
        ("", _("Kiriman yang terakhir")),
        *((one.package, f"{one.number} · {told.format(office=one.office)} · {_hour(desk, one.at)}") for one in found),
    )


def _hour(desk: Desk, moment: int) -> str:
    return f"{days.local(desk, moment):%d-%m-%Y %H.%M}" if moment else ""


def seconds(moment: datetime | None, zone: zones.Zone) -> int:
    """A moment of the office's clock in seconds UTC; 0 for now."""
    return zones.moment(moment.replace(tzinfo=None), zone) if moment is not None else 0


def state_words(found: Offered) -> str:
    """How far the report of the day is, or where a paper takes its words from, in one line."""
    match found.asked.report:
        case printing.TEAM_STRUCTURE:
            return _("Anggota, wilayah tugas, dan nomor keputusan diambil dari halaman Tim & Penugasan.")
        case printing.CLARIFICATION:
            return _("Yang diklarifikasi hari itu di kantor ini, dan yang masih menunggu, dari Data berbeda.")
        case printing.BOOK:
            return _("Berita diambil dari Buku Posko hari itu, petugas dari Piket posko. Yang rahasia tidak dimuat.")
        case printing.CALL_LIST:
            return _("Batas jamnya diatur di Pengaturan, Kirim & Terima. Daftar ini tidak perlu ditandatangani.")
        case printing.DAILY:
            return _daily_words(found)
    return ""


def _daily_words(found: Offered) -> str:
    if found.asked.area:
        return _("Laporan tentang satu wilayah; tulisan laporan harian kantor tidak dimuat.")
    parts = (
        _("Laporan ke-{number}").format(number=found.kept.sequence),
        _("NIHIL") if found.kept.nihil else "",
        _("selesai {hour}").format(hour=found.finished) if found.finished else _("belum selesai"),
        _("dikirim {hour} lewat {way}").format(hour=found.sent, way=found.kept.sent_by) if found.sent else "",
    )
    return " · ".join(part for part in parts if part)


def day_label(found: Offered) -> str:
    """What the day of a paper is called."""
    if found.asked.report == printing.DAILY:
        return _("Tanggal laporan ({words})").format(words=found.kept.day_words)
    return _("Mulai tanggal") if "until" in printing.kind(found.asked.report).asks else _("Tanggal")


def remark_words(told: words.Phrase) -> str:
    """A remark in words of the window."""
    return words.render(told.message, told.params, _)
