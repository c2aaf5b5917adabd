# SPDX-License-Identifier: Apache-2.0
"""Belum lapor: which regions owe a figure of Lembar Pantau, and whom the posko calls there."""

from dataclasses import dataclass

from desk_app.domain import watch
from desk_app.operations import watch_reports, watch_sheet, whom_to_call
from desk_app.operations.desk import Desk


@dataclass(frozen=True, slots=True)
class Call:
    """A region that owes its figure: `known` of `stations` TPS are in; `last` is its last report, a minute.

    `hint`: why word from there comes late, "" where nothing is known of it.
    """

    code: str
    name: str
    stations: int
    known: int
    last: int | None
    people: tuple[whom_to_call.Person, ...]
    hint: str = ""


@dataclass(frozen=True, slots=True)
class CallList:
    """Who is waited for in a column; `is_due`: its hour and the delay are over."""

    column: watch.Column
    is_due: bool
    calls: tuple[Call, ...]


def call_list(desk: Desk, at: int, found: watch_sheet.Sheet | None = None) -> CallList:
    """The regions directly below the office that owe column `at`, those with people to call first named whole."""
    sheet = found if found is not None else watch_sheet.sheet(desk)
    column = watch_reports.require_column(sheet.columns, at)
    owing = [row for row in sheet.rows if row.depth == 0 and _owes(row.cells[at])]
    people = whom_to_call.people(desk, {row.code: row.name for row in owing})
    calls = tuple(
        Call(row.code, row.name, row.stations, row.cells[at].covered, _last(row, at), people[row.code], row.hint)
        for row in owing
    )
    return CallList(column, sheet.now > column.minute + sheet.late, calls)


def silent_now(desk: Desk) -> CallList | None:
    """Who is silent past the hour that came last; None on other days than voting day, and when nobody is."""
    now = (desk.now() - watch_reports.start_of(desk)) // 60
    rules = watch_reports.rules(desk)
    due = [at for at, column in enumerate(rules.columns) if column.minute + rules.late < now < watch.END]
    if not due:
        return None
    found = call_list(desk, due[-1])
    return found if found.calls else None


def _owes(cell: watch_sheet.Cell) -> bool:
    return cell.places > 0 and (cell.value is None or cell.is_partial)


def _last(row: watch_sheet.Row, at: int) -> int | None:
    """When the region itself was last heard of, up to this column."""
    heard = [cell.minute for cell in row.cells[: at + 1] if cell.minute is not None]
    return max(heard, default=None)
