# SPDX-License-Identifier: Apache-2.0
"""Laporan bulanan: a period in figures: readiness, issues, what was done, indicators, and what comes next."""

from collections.abc import Sequence
from datetime import date, timedelta

from desk_app.domain import activities as rules
from desk_app.operations import (
    activity_register,
    days,
    indicator_board,
    paper_words,
    printing_checks,
    printing_issues,
    printing_office,
    stages,
)
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking, framing, readiness
from desk_app.operations.paper_kinds import indicators as indicator_papers
from desk_app.operations.paper_kinds import issues as issue_papers
from desk_app.reports import catalogue, daily_report, document, figures, issue_matrix, statement, words


def gather(desk: Desk, asked: asking.Asked) -> asking.Made:
    """From `day` to `until`; unless they are asked for, the month of the paper's moment up to that day."""
    held = framing.frame(desk, asked)
    first, last = period(held)
    rows = printing_issues.rows(desk, held.area, days.bounds(desk, first)[0], days.bounds(desk, last)[1])
    whole = held.area == desk.identity.place
    own = paper_words.written(desk, catalogue.MONTHLY.key, last)
    opening = (_introduction(held), *lines(own.text("situation")), daily_report.UNOFFICIAL)
    sections = [
        statement.Section("Pendahuluan", text=opening),
        *([_activities(held, first, last)] if whole else []),
        readiness.by_region(held, readiness.phase_of_period(held, last), "Kesiapan TPS"),
        issue_papers.summary(rows, first, last, "Permasalahan"),
        *([_indicators(held, last), _stages(held, last), *_ending(own)] if whole else []),
        _annex(rows),
    ]
    facts = (
        ("Kepada", asking.addressee_of(desk, asked)),
        ("Masa laporan", issue_papers.days_told(first, last)),
    )
    return framing.made(
        held,
        f"Laporan bulanan {issue_papers.days_told(first, last)}",
        ("Laporan bulanan",),
        sections,
        facts=facts,
        numbered=True,
        closing=framing.CLOSING,
        remarks=printing_checks.of_issues(rows),
    )


def period(held: framing.Frame) -> tuple[date, date]:
    """The days that the report is about: those asked for, else the month so far."""
    last = held.asked.until or held.moment.date()
    first = held.asked.day or last.replace(day=1)
    return issue_papers.ordered(first, last)


def _introduction(held: framing.Frame) -> str:
    return (
        f"Bersama ini disampaikan laporan bulanan {held.office.desk} dalam rangka {held.office.event}, disusun dari "
        f"data yang diterima sampai dengan {words.moment(held.moment, held.office.zone)}."
    )


def lines(text: str) -> tuple[str, ...]:
    """What was typed, a paragraph a line."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _ending(own: paper_words.Written) -> list[statement.Section]:
    told = [("Kesimpulan", own.text("conclusion")), ("Saran", own.text("advice"))]
    return [statement.Section(title, points=printing_office.points(text)) for title, text in told if text]


def _activities(held: framing.Frame, first: date, last: date) -> statement.Section:
    found = [
        row
        for row in activity_register.rows(held.desk)
        if row.from_day and first.isoformat() <= row.from_day <= last.isoformat()
    ]
    return statement.Section("Kegiatan yang dilaksanakan", table=activity_table(found))


def activity_table(found: Sequence[activity_register.ActivityRow]) -> document.Table:
    """Activities in the order of their days."""
    columns = (
        figures.text("Waktu", 0.0, short=""),
        figures.name("Kegiatan", 2.0),
        figures.text("Tempat", 1.2, short="di"),
        figures.count("Peserta"),
        figures.text("Tahap", 0.8, short=""),
    )
    rows = [
        (
            row.when,
            row.title or row.kind_label,
            row.site or row.place_label or figures.NOTHING,
            figures.number(row.participants),
            rules.STAGE_LABELS[row.stage],
        )
        for row in sorted(found, key=lambda row: (row.from_day, row.from_minute or 0, row.no))
    ]
    return figures.table(columns, rows, empty="NIHIL")


def _indicators(held: framing.Frame, day: date) -> statement.Section:
    return indicator_papers.listed(indicator_board.summaries(held.desk, day), "Indikator")


def _stages(held: framing.Frame, last: date) -> statement.Section:
    """What runs, and what begins within a month."""
    end = last + timedelta(days=31)
    found = [
        row
        for row in stages.calendar(held.desk).rows
        if row.stage.starts and row.stage.starts <= end and (row.stage.ends or row.stage.starts) >= last
    ]
    columns = (
        figures.name("Tahapan", 2.4),
        figures.text("Mulai", 0.0, short="mulai"),
        figures.text("Selesai", 0.0, short="selesai"),
    )
    rows = [(row.stage.name, day(row.stage.starts), day(row.stage.ends)) for row in found]
    table = figures.table(columns, rows, empty="Tidak ada tahapan yang berjalan dalam sebulan ke depan")
    return statement.Section("Tahapan yang berjalan dan berikutnya", table=table)


def day(told: date | None) -> str:
    """A day in a column, a dash where it is not known."""
    return words.short_date(told) if told is not None else figures.NOTHING


def _annex(rows: tuple[issue_matrix.IssueRow, ...]) -> statement.Section:
    return statement.Section(
        "Matriks permasalahan",
        table=issue_matrix.table(rows),
        notes=(issue_matrix.note(rows), issue_matrix.withheld(rows)),
        landscape=True,
    )
