# SPDX-License-Identifier: Apache-2.0
"""A register comes back: the same sheet changes nothing, an edit is shown first, what is wrong is named, one undo."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.domain import errors
from desk_app.operations import checking, history, issue_register, register_import
from desk_app.operations.desk import Desk
from tests.operations.registers_back import look
from tests.regency_offices import BELAWA


@pytest.mark.parametrize("key", ["issues", "logbook", "members"])
def test_the_same_sheet_changes_nothing(filled: Desk, sheet: Callable[..., Path], key: str) -> None:
    found = look(filled, key, sheet(key))
    assert (found.new, found.changed, found.refused, found.same) == (0, 0, 0, found.rows), found.differences
    assert found.rows > 0
    with pytest.raises(errors.Refused, match="Tidak ada baris"):
        finish(register_import.write(filled, found))


def test_an_edit_and_a_new_row_are_shown_written_and_taken_back_as_one(
    filled: Desk, sheet: Callable[..., Path]
) -> None:
    path = sheet("issues", {
        (2, "Tingkat"): "Sangat mendesak", (4, "Permasalahan"): "Perahu rusak", (4, "Lokasi"): BELAWA,
        (4, "Kategori"): "Logistik",
    })
    before = checking.whole_digest(filled)
    found = look(filled, "issues", path)
    assert checking.whole_digest(filled) == before, "a dry run writes nothing"
    assert (found.new, found.changed, found.same, found.refused) == (1, 1, 1, 0)
    [one] = found.differences
    assert (one.row, one.field, one.before, one.after) == (2, "Tingkat", "Tinggi", "Sangat mendesak")
    assert finish(register_import.write(filled, found)) == register_import.Imported(1, 1, 0)
    rows = {row.title: row for row in issue_register.issue_rows(filled)}
    assert rows["Kotak  basah"].severity == "sangat_mendesak"
    assert (rows["Perahu rusak"].number, rows["Perahu rusak"].place) == ("WAJ-0003", BELAWA)
    history.undo(filled)
    assert {row.title for row in issue_register.issue_rows(filled)} == {"Kotak  basah", "Jalan putus"}
    assert issue_register.issue_rows(filled)[0].severity != "sangat_mendesak"


def test_what_a_verb_refuses_is_told_in_the_dry_run(filled: Desk, sheet: Callable[..., Path]) -> None:
    path = sheet("members", {(3, "Kedudukan dalam tim"): "Anggota", (3, "Jabatan"): "x" * 201})
    found = look(filled, "members", path)
    assert (found.new, found.refused) == (0, 1)
    assert "paling panjang" in found.faults[0].what.message
