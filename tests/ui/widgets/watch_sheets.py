# SPDX-License-Identifier: Apache-2.0
"""A small watch sheet for the tests of its widgets: a kecamatan open to one village and its TPS, and another."""

from desk_app.domain import watch
from desk_app.operations import watch_sheet

Cell, Row = watch_sheet.Cell, watch_sheet.Row
COLUMNS = watch.parse_columns("07 buka, 10 pemilih")
NONE = Cell(None, 3, 0)


OPENED = Cell(2, 3, 3, minute=430, record=9)


def make(*, opened: bool = True, tempe: Cell = OPENED, now: int = 480) -> watch_sheet.Sheet:
    """The sheet at 08.00."""
    rows = [Row("73.13.06", "Tempe", "kecamatan", 0, 3, 870, opened, (tempe, NONE))]
    if opened:
        rows += [
            Row("73.13.06.1001", "Siengkang", "desa", 1, 3, 870, True, (Cell(1, 3, 2, missing=True), NONE)),
            Row("73.13.06.1001-001", "TPS 001", "tps", 2, 1, 0, False, (Cell(1, 1, 1, minute=425), Cell(None, 1, 0))),
            Row("73.13.06.1001-002", "TPS 002", "tps", 2, 1, 0, False, (Cell(0, 1, 1, minute=430), Cell(None, 1, 0))),
        ]
    rows.append(Row("73.13.07", "Belawa", "kecamatan", 0, 2, 380, False, (Cell(None, 2, 0, missing=True), NONE)))
    total = Row("73.13", "Wajo", "kabupaten", 0, 5, 1250, False, (Cell(2, 5, 3, missing=True), NONE))
    return watch_sheet.Sheet(COLUMNS, 30, tuple(rows), total, now, "H", 5)
