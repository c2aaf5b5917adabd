# SPDX-License-Identifier: Apache-2.0
"""Values of a document that cannot be built wrongly."""

import dataclasses

import pytest

from desk_app.reports import document

COLUMNS = (document.Column("No"), document.Column("Nama", share=1.0))


def test_a_row_must_fit_its_columns() -> None:
    with pytest.raises(ValueError, match="3 cells instead of 2"):
        document.Table(COLUMNS, (document.Row(("1", "Tempe", "178")),))


def test_a_group_row_is_one_text() -> None:
    table = document.Table(COLUMNS, (document.Row(("Tim I",), document.RowKind.GROUP),))
    assert table.rows[0].cells == ("Tim I",)
    with pytest.raises(ValueError, match="instead of 1"):
        document.Table(COLUMNS, (document.Row(("Tim I", ""), document.RowKind.GROUP),))


def test_values_are_frozen_and_comparable() -> None:
    title = document.Title(("LAPORAN",))
    assert title == document.Title(("LAPORAN",))
    with pytest.raises(dataclasses.FrozenInstanceError):
        title.number = "1"  # type: ignore[misc]
