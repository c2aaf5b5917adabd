# SPDX-License-Identifier: Apache-2.0
"""Indikator: every one with its figure against the target, then each by region with its course over the days."""

from datetime import date

from desk_app.domain import charts
from desk_app.domain import indicators as rules
from desk_app.operations import indicator_board, indicator_charts, printing_office
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking, framing
from desk_app.reports import figures, statement, words


def gather(desk: Desk, asked: asking.Asked) -> asking.Made:
    """All indicators of the office up to a day."""
    held = framing.frame(desk, asked)
    found = indicator_board.summaries(desk, held.day)
    sections = [listed(found)]
    for one in found:
        board = indicator_board.board(desk, one.definition.code, held.day)
        if board.whole.figure.value is not None or any(row.figure.value is not None for row in board.rows):
            sections += _one(board)
    facts = (("Keadaan", words.long_date(held.day)),)
    return framing.made(held, "Indikator", ("Capaian indikator",), sections, facts=facts, numbered=True)


def listed(found: list[indicator_board.Summary], title: str = "Ringkasan") -> statement.Section:
    """Every indicator in a row."""
    columns = (
        figures.name("Indikator", 2.6),
        figures.count("Capaian"),
        figures.count("Target"),
        figures.count("Selisih"),
        figures.text("Per tanggal", 0.0, short="per"),
        figures.text("Sumber", 1.2),
        figures.text("Keadaan", 0.0, short=""),
    )
    rows = [_cells(one.definition.label, one.line, one.definition) for one in found]
    table = figures.table(columns, rows, empty="Belum ada indikator")
    return statement.Section(title, table=table)


def _one(board: indicator_board.Board) -> list[statement.Section]:
    told = board.definition
    course, regions = indicator_charts.course(board), indicator_charts.regions(board)
    known = [row for row in board.rows if row.figure.value is not None]
    columns = (
        figures.name("Wilayah", 1.6),
        figures.count("Capaian"),
        figures.count("Target"),
        figures.count("Selisih"),
        figures.text("Per tanggal", 0.0, short="per"),
        figures.text("Sumber", 1.2),
        figures.text("Keadaan", 0.0, short=""),
    )
    table = None
    if known:
        total = "Jumlah" if told.combine == rules.Combine.SUM else "Keseluruhan"
        rows = [_cells(printing_office.called(row.code, row.name), row, told) for row in board.rows]
        table = figures.table(columns, rows, _cells(total, board.whole, told))
    said = f"Capaian {rules.written(board.whole.figure.value, told)}"
    if board.whole.target is not None:
        said += f", target {rules.written(board.whole.target, told)}"
    first = statement.Section(told.label, text=(f"{said}.",), chart=_shown(course))
    return [first, statement.Section(chart=_shown(regions), table=table, notes=_notes(board))]


def _shown(chart: charts.Chart) -> charts.Chart | None:
    return chart if chart.parts else None


def _cells(name: str, line: indicator_board.Line, told: rules.Definition) -> tuple[str, ...]:
    figure = line.figure
    return (
        name,
        rules.written(figure.value, told) if figure.value is not None else figures.NOTHING,
        rules.written(line.target, told) if line.target is not None else figures.NOTHING,
        rules.written(line.difference, told) if line.difference is not None else figures.NOTHING,
        words.short_date(date.fromisoformat(figure.day)) if figure.day else figures.NOTHING,
        figure.source or figures.NOTHING,
        rules.STANDING_LABELS[line.standing],
    )


def _notes(board: indicator_board.Board) -> tuple[str, ...]:
    figure = board.whole.figure
    said = []
    if figure.partial:
        said.append(f"Dihitung dari {words.number(figure.parts)} dari {words.number(figure.of)} wilayah.")
    if figure.disputed:
        said.append(f"⇄ {words.number(figure.disputed)} nilai dalam klarifikasi dan tidak ikut dijumlahkan.")
    if board.definition.note:
        said.append(board.definition.note)
    return tuple(said)
