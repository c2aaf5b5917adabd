# SPDX-License-Identifier: Apache-2.0
"""Matriks permasalahan (T6) of a period: how many a day, in which state, and every one that may be told."""

from datetime import date, timedelta

from desk_app.domain import charts, errors
from desk_app.domain import issues as rules
from desk_app.domain import words as told
from desk_app.operations import days, printing_checks, printing_issues
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking, framing
from desk_app.reports import issue_matrix, statement, words

N_ = told.N_

USUAL_DAYS = 30
"""A period that nobody has settled begins so many days before its end."""
MOST_DAYS = 62
"""Days that a chart shows one by one."""
SEVERITIES = tuple(rules.SEVERITY_LABELS[severity] for severity in reversed(rules.Severity))


def gather(desk: Desk, asked: asking.Asked) -> asking.Made:
    """The matrix from `day` to `until` (both days included). Raises Refused for a period that ends before it begins."""
    held = framing.frame(desk, asked)
    first, last = period(held)
    rows = printing_issues.rows(desk, held.area, days.bounds(desk, first)[0], days.bounds(desk, last)[1])
    sections = [summary(rows, first, last)]
    sections.append(
        statement.Section(
            "Matriks permasalahan dan tindak lanjut",
            table=issue_matrix.table(rows),
            notes=(issue_matrix.note(rows), issue_matrix.withheld(rows)),
        )
    )
    facts = (("Masa", days_told(first, last)),)
    return framing.made(
        held,
        "Matriks permasalahan",
        ("Matriks permasalahan dan tindak lanjut",),
        sections,
        facts=facts,
        numbered=True,
        landscape=True,
        remarks=printing_checks.of_issues(rows),
    )


def period(held: framing.Frame, usual: int = USUAL_DAYS) -> tuple[date, date]:
    """The first and the last day that a paper of a period is about."""
    last = held.asked.until or held.moment.date()
    return ordered(held.asked.day or last - timedelta(days=usual - 1), last)


def days_told(first: date, last: date) -> str:
    """A period in words; one day is told once."""
    return words.long_date(first) if first == last else f"{words.long_date(first)} s.d. {words.long_date(last)}"


def ordered(first: date, last: date) -> tuple[date, date]:
    """The two days of a period. Raises Refused where it ends before it begins."""
    if last < first:
        raise errors.Refused(N_("Masa laporan berakhir sebelum mulai. Periksa kedua tanggalnya."))
    return first, last


def summary(
    rows: tuple[issue_matrix.IssueRow, ...], first: date, last: date, title: str = "Ringkasan"
) -> statement.Section:
    """How many, in a sentence, and the days of the period as bars: the gravest apart from the others.

    A bar tells a day; issues kept in confidence stand in none.
    """
    length = (last - first).days + 1
    new = [row for row in issue_matrix.printable(rows) if row.new and row.when is not None]
    parts = []
    for step in range(length if length <= MOST_DAYS else 0):
        day = first + timedelta(days=step)
        of_day = [row for row in new if row.when is not None and row.when.date() == day]
        grave = sum(row.urgent for row in of_day)
        said = str(len(of_day)) if of_day else ""
        parts.append(charts.Part(f"{day.day}-{day.month}", (grave, len(of_day) - grave), said))
    series = (charts.Series("Sangat mendesak", charts.Tone.TROUBLE), charts.Series("Lainnya", charts.Tone.PARTLY))
    chart = charts.Chart(charts.Kind.COLUMNS, series, tuple(parts), "Permasalahan menurut hari kejadian")
    return statement.Section(
        title,
        text=(issue_matrix.summary(rows, SEVERITIES), issue_matrix.withheld(rows)),
        chart=chart if new else None,
    )
