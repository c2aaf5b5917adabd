# SPDX-License-Identifier: Apache-2.0
"""The charts of an indicator: its course over the days, and its regions; the same in the window and on paper."""

from datetime import date

from desk_app.base.text import _
from desk_app.domain import charts
from desk_app.domain import indicators as rules
from desk_app.operations import indicator_board

_MOST_BARS = 60
_PLAIN = (charts.Series("", charts.Tone.PLAIN),)


def course(board: indicator_board.Board) -> charts.Chart:
    """The figure of the whole over the days; without parts where there are not two of them."""
    told = board.definition
    parts = [
        charts.Part(date.fromisoformat(day).strftime("%d-%m-%Y"), (value,), rules.written(value, told))
        for day, value in (board.trend if len(board.trend) > 1 else ())
    ]
    return charts.Chart(charts.Kind.COURSE, _PLAIN, tuple(parts), target=_target(board.whole.target, told))


def regions(board: indicator_board.Board) -> charts.Chart:
    """A bar for each region of which a figure is known: hatched where its target is not reached."""
    told = board.definition
    known = [row for row in board.rows if row.figure.value is not None][:_MOST_BARS]
    same = {row.target for row in known}
    each = next(iter(same)) if len(same) == 1 else None
    parts = [
        charts.Part(
            row.name,
            (row.figure.value,),
            rules.written(row.figure.value, told),
            charts.Tone.SHORT if row.standing is rules.Standing.SHORT else None,
        )
        for row in known
    ]
    return charts.Chart(charts.Kind.ROWS, _PLAIN, tuple(parts), target=_target(each, told))


def _target(value: int | None, told: rules.Definition) -> charts.Target | None:
    if value is None:
        return None
    return charts.Target(value, _("target {value}").format(value=rules.written(value, told)))
