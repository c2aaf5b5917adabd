# SPDX-License-Identifier: Apache-2.0
"""The rows of a list of TPS against what is here: faults at their cells, what is odd, sums."""

from pathlib import Path
from typing import Any

import pytest

from desk_app.base import progress
from desk_app.domain import errors
from desk_app.operations import station_import, stations
from desk_app.operations.desk import Desk
from tests.operations.listed_stations import book, counts, preview
from tests.regency_offices import TEMPE_VILLAGE, tps


@pytest.mark.parametrize(("row", "column", "said"), [
    (["7313061003", None, None, 7, "1.234", 1], "E", "dua cara"),
    (["7313061003", None, None, 7, 1.234, 1], "E", "dua cara"),
    (["7313061003", None, None, 7, "1,234", 1], "E", "dua cara"),
    (["7313061003", None, None, 7, "seratus", 1], "E", "bukan jumlah pemilih"),
    (["7313061003", None, None, 7, True, 1], "E", "bukan angka"),
    (["7313061003", None, None, 7, -5, 1], "E", "bukan jumlah pemilih"),
    (["7313061003", None, None, 7, 900_000, 1], "E", "di luar batas"),
    (["7313061", None, None, 7, 1, 1], "A", "BPS"),
    (["731306", None, None, 7, 1, 1], "A", "10 angka"),
    (["7313069999", None, None, 7, 1, 1], "A", "tidak ada dalam daftar wilayah"),
    (["7314011001", None, None, 7, 1, 1], "A", "di luar wilayah"),
    (["7313061003", "Tempe", "Maddukelleng", 7, 1, 1], "A", "Samakan kode dan namanya"),
    ([None, "Tempee", "Tempe", 7, 1, 1], "C", "Kecamatan “Tempee” tidak ada"),
    ([None, None, None, 7, 1, 1], "A", "Isi kode desa"),
    (["7313061003", None, None, None, 1, 1], "D", "Nomor TPS kosong"),
    (["7313061003", None, None, 0, 1, 1], "D", "1 sampai 999"),
    (["7313061003", None, None, "5a", 1, 1], "D", "1 sampai 999"),
    (["7313061003", None, None, 7, 1, 1, None, None, "gawat"], "I", "bukan kelas kerawanan"),
    (["7313061003", None, None, 7, 1, 1, None, "x" * 161], "H", "paling panjang 160"),
])
def test_each_fault_names_its_cell_and_what_to_do(
    wajo: Desk, tmp_path: Path, row: list[Any], column: str, said: str
) -> None:
    found = preview(wajo, book(tmp_path / "dpt.xlsx", row))
    assert counts(found) == (0, 0, 0, 1)
    assert [(one.sheet, one.row, one.column) for one in found.faults] == [("DPT", 2, column)]
    assert said in str(found.faults[0].what)
    with pytest.raises(errors.Refused, match="Tidak ada baris"):
        progress.finish(station_import.import_stations(wajo, found))


def test_the_same_tps_twice(wajo: Desk, tmp_path: Path) -> None:
    row = ["7313061003", None, None, 7, 1, 1]
    found = preview(wajo, book(tmp_path / "dpt.xlsx", row, row))
    assert counts(found) == (1, 0, 0, 1)
    assert "baris 2" in str(found.faults[0].what)


def test_what_is_odd_is_imported_with_a_remark(wajo: Desk, tmp_path: Path) -> None:
    found = preview(wajo, book(
        tmp_path / "dpt.xlsx",
        ["7313061003", None, None, 7, 200, 150, 351],
        ["7313061003", None, None, 8, None, None, 287],
    ))
    assert counts(found) == (2, 0, 0, 0)
    assert [one.row for one in found.remarks] == [2, 2, 3]
    progress.finish(station_import.import_stations(wajo, found))
    kept = stations.station(wajo, tps(TEMPE_VILLAGE, 8))
    assert (kept.row.dpt, kept.note) == (None, "DPT menurut daftar: 287")


def test_empty_cells_take_nothing_away(wajo: Desk, tmp_path: Path) -> None:
    found = preview(wajo, book(tmp_path / "dpt.xlsx", ["7313061003", None, None, 1]))
    assert counts(found) == (0, 0, 1, 0)


def test_a_kecamatan_reads_its_own_only(desk: Desk, tmp_path: Path) -> None:
    found = preview(desk, book(tmp_path / "dpt.xlsx", ["7313071003", None, None, 1, 1, 1]))
    assert "di luar wilayah" in str(found.faults[0].what)


def test_a_line_of_sums_that_contradicts_itself_or_its_rows(wajo: Desk, tmp_path: Path) -> None:
    rows = [["7313061003", None, None, "001", 100, 110, 210, None, None], ["7313061003", None, None, 2, 50, 60, 110]]
    right = book(tmp_path / "a.xlsx", *rows, ["Jumlah", None, None, None, 150, 170, 320])
    assert preview(wajo, right).warnings == ()
    odd = book(tmp_path / "b.xlsx", *rows, ["JUMLAH KOTA", None, None, None, "54.028", 53028, 107916])
    said = [str(one) for one in preview(wajo, odd).warnings]
    assert said[0] == (
        "Baris 4 (JUMLAH KOTA): L 54.028 + P 53.028 = 107.056, tetapi jumlah tertulis 107.916: selisih 860."
    )
    assert said[1] == "Baris 4 (JUMLAH KOTA) menulis L 54.028, tetapi baris-baris TPS berjumlah 150."
    assert len(said) == 4
    part = book(tmp_path / "c.xlsx", rows[0], ["Jumlah Tempe", None, None, None, 100, 110, 211], *rows[1:],
                ["Total", None, None, None, 150, 170, None])
    assert len(preview(wajo, part).warnings) == 1
    without = book(tmp_path / "d.xlsx", rows[0], ["7313061003", None, None, 2, None, None, 110],
                   ["Total", None, None, None, 100, 110, 320])
    assert [str(one)[:14] for one in preview(wajo, without).warnings] == ["Baris 4 (Total"]
