# SPDX-License-Identifier: Apache-2.0
"""Laporan situasi at an hour of voting day: what is known of every kecamatan, who is silent, what went wrong."""

from desk_app.domain import charts, errors, watch
from desk_app.domain import words as told
from desk_app.operations import (
    elections,
    printing_checks,
    printing_issues,
    printing_office,
    watch_reports,
    watch_sheet,
    watch_words,
)
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking, framing
from desk_app.operations.paper_kinds import issues as issue_papers
from desk_app.reports import document, figures, issue_matrix, statement, words

N_ = told.N_

BOUNDARY = "Angka ini hasil pemantauan Desk, bukan data resmi penyelenggara pemilihan."


def gather(desk: Desk, asked: asking.Asked) -> asking.Made:
    """The situation at the last column of the Lembar Pantau whose hour is over, or at the one asked for (`hour`)."""
    held = framing.frame(desk, asked)
    found = watch_sheet.sheet(desk, area=held.area)
    at = _column(found, asked.hour)
    column = found.columns[at]
    voting = elections.working_event(desk).voting_day
    start = watch_reports.start_of(desk)
    rows = printing_issues.rows(desk, held.area, start, start + column.minute * 60 + 3599)
    facts = (("Hari/tanggal", words.full_date(voting)), ("Keadaan", f"pukul {column.hour} {held.office.zone}"))
    sections = [
        _hour(found, at),
        _sheet(held, found, at),
        statement.Section("Kejadian menonjol", text=(_issues(rows),), points=_urgent(rows)),
    ]
    name = f"Laporan situasi pukul {column.hour}"
    return framing.made(
        held,
        name,
        (name,),
        sections,
        facts=facts,
        numbered=True,
        closing=framing.CLOSING,
        remarks=(*_too_early(found, column), *printing_checks.of_issues(rows)),
    )


def _too_early(found: watch_sheet.Sheet, column: watch.Column) -> tuple[printing_checks.Remark, ...]:
    """A report of an hour that has not come says nothing yet."""
    if found.now >= column.minute - watch.EARLY:
        return ()
    return (printing_checks.Remark(told.phrase(N_("Pukul {hour} belum tiba."), hour=column.hour)),)


def _column(found: watch_sheet.Sheet, hour: int | None) -> int:
    if hour is None:
        return found.current
    for at, column in enumerate(found.columns):
        if column.minute // 60 == hour:
            return at
    known = ", ".join(column.hour for column in found.columns)
    raise errors.Refused(
        N_("Lembar Pantau tidak mempunyai kolom jam {hour}. Yang ada: {known}."), hour=f"{hour:02d}", known=known
    )


def _hour(found: watch_sheet.Sheet, at: int) -> statement.Section:
    column = found.columns[at]
    rows = [row for row in found.rows if row.depth == 0]
    owing = [printing_office.called(row.code, row.name) for row in rows if row.cells[at].value is None and row.stations]
    said = [f"{column.hour}: {watch_words.figure_words(column, found.total.cells[at], found.total)}"]
    if owing:
        said.append(f"Belum lapor ({len(owing)} dari {len(rows)} wilayah): {words.listed(owing)}.")
    parts = []
    for row in rows:
        cell = row.cells[at]
        whole = row.stations if column.measure.counts_stations else row.voters
        value = cell.value or 0
        spoken = figures.NOTHING if cell.value is None else f"{words.number(value)} dari {words.number(whole)}"
        parts.append(charts.Part(printing_office.called(row.code, row.name), (value, max(whole - value, 0)), spoken))
    known = any(row.cells[at].value is not None for row in rows)
    series = (charts.Series(column.measure.label, charts.Tone.GOOD), charts.Series("Belum", charts.Tone.NOTHING))
    chart = charts.Chart(charts.Kind.ROWS, series, tuple(parts), shares=True)
    return statement.Section("Keadaan", text=tuple(said), chart=chart if known else None)


def _sheet(held: framing.Frame, found: watch_sheet.Sheet, at: int) -> statement.Section:
    disputed = any(cell.disputed for row in found.rows for cell in row.cells[: at + 1])
    notes = (BOUNDARY, "Tanda hubung: belum lapor.", "⇄ Dalam klarifikasi antarkantor." if disputed else "")
    return statement.Section("Lembar pantau", table=sheet_table(held, found, at), notes=notes)


def sheet_table(held: framing.Frame, found: watch_sheet.Sheet, at: int) -> document.Table:
    """The sheet up to a column: a row for each region, and the sum."""
    shown = range(at + 1)
    top = [row for row in found.rows if row.depth == 0]
    columns = (
        figures.name("TPS" if any(row.is_station for row in top) else held.below([row.code for row in top]), 1.0),
        figures.count("TPS"),
        *(
            document.Column(
                f"{found.columns[one].hour} {found.columns[one].measure.short}", align=document.Align.RIGHT
            )
            for one in shown
        ),
    )

    def cells(row: watch_sheet.Row) -> tuple[str, ...]:
        told = [figures.number(row.cells[one].value) + (" ⇄" if row.cells[one].disputed else "") for one in shown]
        return (printing_office.called(row.code, row.name), figures.number(row.stations), *told)

    rows = [cells(row) for row in top]
    return figures.table(columns, rows, ("Jumlah", *cells(found.total)[1:]), empty="Belum ada TPS")


def _issues(rows: tuple[issue_matrix.IssueRow, ...]) -> str:
    return issue_matrix.summary(rows, issue_papers.SEVERITIES)


def _urgent(rows: tuple[issue_matrix.IssueRow, ...]) -> tuple[str, ...]:
    shown = [row for row in issue_matrix.printable(rows) if row.new or (row.urgent and row.open)]
    return tuple(
        f"{row.place}: {row.said}" + (f". Saran: {row.advice}" if row.advice else "") for row in shown[:20]
    )
