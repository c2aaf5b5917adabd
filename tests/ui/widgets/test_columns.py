# SPDX-License-Identifier: Apache-2.0
"""Values as they are shown, and as they go to a spreadsheet."""

import pytest
from PySide6 import QtCore

from ui.widgets import columns, marks

PLAIN = columns.Column("x", "X")


@pytest.mark.parametrize(
    ("column", "value", "shown", "copied", "mark"),
    [
        (PLAIN, 293077, "293.077", "293077", None),
        (PLAIN, None, "", "", None),
        (PLAIN, "dua\nbaris\tdan tab", "dua\nbaris\tdan tab", "dua baris dan tab", None),
        (PLAIN, marks.Marked("27/30", "belum_lengkap"), "27/30", "27/30 ◐", "belum_lengkap"),
        (columns.Column("x", "X", is_mark=True), "siap", "Siap", "Siap ✓", "siap"),
        (columns.Column("x", "X", is_mark=True), None, "", "", None),
        (columns.Column("x", "X", text=lambda n: f"TPS {n:03d}"), 5, "TPS 005", "TPS 005", None),
    ],
)
def test_a_value(column: columns.Column, value: object, shown: str, copied: str, mark: str | None) -> None:
    assert column.show(value) == shown
    assert column.copy(value) == copied
    assert column.mark(value) == mark


def test_a_column_below_another_shares_its_heading_and_not_its_copy() -> None:
    titles = (columns.Column("no", "Nomor", below="age"), columns.Column("age", "Umur"))
    role = QtCore.Qt.ItemDataRole.DisplayRole
    assert columns.under(titles) == {0: 1}
    assert columns.heading_data(titles, 0, role) == "Nomor · Umur"
    assert columns.heading_line(titles) == "Nomor\tUmur"


def test_lines_have_one_field_a_column() -> None:
    titles = (columns.Column("a", "TPS"), columns.Column("b", "DPT"))
    assert columns.heading_line(titles) == "TPS\tDPT"
    assert columns.copy_line(titles, ("005", 1287)) == "005\t1287"
    with pytest.raises(ValueError, match="zip"):
        columns.copy_line(titles, ("005",))
