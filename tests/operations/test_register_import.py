# SPDX-License-Identifier: Apache-2.0
"""A register comes back: the same sheet changes nothing, an edit is shown first, what is wrong is named, one undo."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desk_app.base.progress import finish
from desk_app.domain import errors
from desk_app.operations import (
    checking,
    history,
    issue_register,
    issues,
    logbook,
    register_export,
    register_import,
    teams,
)
from desk_app.operations.desk import Desk
from tests.regency_offices import BELAWA, MADDUKELLENG, TEMPE, tps


@pytest.fixture
def sheet(wajo: Desk, tmp_path: Path) -> Callable[..., Path]:
    """Export a register, set cells by (row, heading), and save it."""

    def made(key: str, cells: dict[tuple[int, str], Any] | None = None, *, personal: bool = True) -> Path:
        path = tmp_path / f"{key}.xlsx"
        finish(register_export.export(wajo, key, path, personal=personal))
        book = openpyxl.load_workbook(path)
        page = book.worksheets[0]
        heads = [cell.value for cell in page[1]]
        for (row, heading), value in (cells or {}).items():
            page.cell(row, heads.index(heading) + 1).value = value
        book.save(path)
        return path

    return made


@pytest.fixture
def filled(wajo: Desk) -> Desk:
    issues.new_issue(wajo, "Kotak  basah", tps(MADDUKELLENG, 5), severity="tinggi", category="LOG",
                     description="Satu\n\nDua  ")
    issues.new_issue(wajo, "Jalan putus", TEMPE)
    logbook.add_line(wajo, "Genset dipinjam", "Kodim")
    team = teams.new_team(wajo, "VIII", [TEMPE])
    teams.new_member(wajo, "Camat", team=team, person="Sitti", nip="196802201990032003")
    return wajo


def look(desk: Desk, key: str, path: Path, mapping: dict[str, str] | None = None) -> register_import.Preview:
    return finish(register_import.preview(desk, key, path, mapping=mapping))


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


def test_what_is_wrong_is_named_and_the_good_rows_stay(filled: Desk, sheet: Callable[..., Path]) -> None:
    path = sheet("issues", {
        (2, "Tingkat"): "Gawat", (3, "Permasalahan"): "Jalan putus di dua tempat",
        (4, "Permasalahan"): "Di tempat lain", (4, "Lokasi"): "73.14.01",
        (5, "Uraian"): "tanpa judul",
    })
    found = look(filled, "issues", path)
    assert (found.changed, found.new, found.refused) == (1, 0, 3)
    told = {(one.row, one.heading): one.said for one in found.faults}
    assert told == {(2, "Tingkat"): "Gawat", (4, "Lokasi"): "73.14.01", (5, "Permasalahan"): ""}
    finish(register_import.write(filled, found))
    assert {row.title for row in issue_register.issue_rows(filled)} == {"Kotak  basah", "Jalan putus di dua tempat"}


def test_what_a_verb_refuses_is_told_in_the_dry_run(filled: Desk, sheet: Callable[..., Path]) -> None:
    path = sheet("members", {(3, "Kedudukan dalam tim"): "Anggota", (3, "Jabatan"): "x" * 201})
    found = look(filled, "members", path)
    assert (found.new, found.refused) == (0, 1)
    assert "paling panjang" in found.faults[0].what.message


def test_a_code_from_elsewhere_and_one_twice(filled: Desk, sheet: Callable[..., Path]) -> None:
    path = sheet("issues")
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    page.cell(3, page.max_column).value = page.cell(2, page.max_column).value
    page.cell(4, page.max_column).value = "0000000000-1"
    page.cell(4, 3).value = "Asing"
    book.save(path)
    found = look(filled, "issues", path)
    assert sorted((one.row, "baris" in one.what.message) for one in found.faults) == [(3, True), (4, False)]


def test_an_empty_cell_erases_nothing(filled: Desk, sheet: Callable[..., Path]) -> None:
    found = look(filled, "logbook", sheet("logbook", {(2, "Dari"): None}))
    assert (found.same, found.changed) == (1, 0)


def test_a_mapping_by_hand_is_remembered_for_its_source(filled: Desk, tmp_path: Path) -> None:
    path = tmp_path / "b.xlsx"
    book = openpyxl.Workbook()
    book.active.append(["Laporan Posko Kecamatan"])
    book.active.append(["Kejadian", "Yang lapor"])
    book.active.append(["Listrik padam", "PLN"])
    book.save(path)
    with pytest.raises(errors.Refused, match="baris judul kolom"):
        look(filled, "logbook", path)
    mapping = {"Kejadian": "text", "Yang lapor": "sender"}
    assert look(filled, "logbook", path, mapping).new == 1
    again = look(filled, "logbook", path)
    assert (again.new, again.mapping) == (1, (("A", "Kejadian", "text"), ("B", "Yang lapor", "sender")))
    finish(register_import.write(filled, again))
    assert logbook.lines(filled)[0].sender == "PLN"


def test_a_sum_below_the_rows_is_no_row(filled: Desk, sheet: Callable[..., Path]) -> None:
    found = look(filled, "logbook", sheet("logbook", {(3, "Pukul"): "Jumlah", (3, "Isi"): "1"}))
    assert (found.rows, found.refused) == (1, 0)


def test_what_is_only_read_is_taken_for_nothing(filled: Desk, sheet: Callable[..., Path]) -> None:
    mapping = {heading: name for _letter, heading, name in look(filled, "issues", sheet("issues")).mapping}
    assert (mapping["Nomor"], mapping["Status"], mapping["Tingkat"]) == ("", "", "severity")
    assert mapping["Kode catatan (jangan diubah)"] == "code"
