# SPDX-License-Identifier: Apache-2.0
"""PSU and the like: one row each with its days; none is NIHIL."""

from desk_app.operations import revote_register
from desk_app.operations.desk import Desk
from tests import filled_registers
from tests.operations.paper_kinds import shown


def test_none_is_nihil_and_each_has_its_row(wajo: Desk) -> None:
    assert "NIHIL" in shown.said(shown.made(wajo, "psu"))
    filled_registers.fill(wajo)
    (table,) = shown.tables(shown.made(wajo, "psu"))
    rows = revote_register.rows(wajo)
    assert shown.cells(table, "TPS") == [row.place_label for row in rows]
    assert shown.cells(table, "Jenis") == [row.kind_label for row in rows]
