# SPDX-License-Identifier: Apache-2.0
"""A TPS list comes in by a dry run that says everything, and one transaction that writes the good rows."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desk_app.base import progress
from desk_app.domain import errors
from desk_app.operations import backups, history, marked_copy, station_import, stations, workbook_export
from desk_app.operations.desk import Desk
from desk_app.operations.station_import import Preview
from tests.regency_offices import MADDUKELLENG, STATIONS, TEMPE_VILLAGE, tps

HEADS = ("Kode", "Kecamatan", "Desa/Kelurahan", "TPS", "L", "P", "Jumlah", "Tempat", "Rawan")


def book(path: Path, *rows: Sequence[Any], heads: Sequence[str] = HEADS) -> Path:
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "DPT"
    sheet.append(heads)
    for row in rows:
        sheet.append(row)
    made.save(path)
    return path


def preview(desk: Desk, path: Path, **more: Any) -> Preview:
    return progress.finish(station_import.preview_stations(desk, path, **more))


def put_in(desk: Desk, found: Preview) -> station_import.Imported:
    return progress.finish(station_import.import_stations(desk, found))


def counts(found: Preview) -> tuple[int, int, int, int]:
    return found.new, found.changed, found.same, found.refused


def test_new_changed_same_and_refused(wajo: Desk, tmp_path: Path) -> None:
    path = book(
        tmp_path / "dpt.xlsx",
        ["7313061003", None, None, "001", 100, 110, 210, "SDN 12", "Rawan"],
        ["73.13.06.1003", None, None, 2, 121, 130, None, None, None],
        [None, "Kec. Tempe", "kel. MADDUKELLENG", "TPS 009", 100, 90, None, "Masjid", "sangat rawan"],
        [None, "Tempe", "Tidak Ada", 1, 1, 1, None, None, None],
    )
    found = preview(wajo, path)
    assert (counts(found), found.rows, found.sheet) == ((1, 1, 1, 1), 4, "DPT")
    assert dict(found.differences[0].fields) == {"dpt_male": (120, 121)}
    assert (found.dpt_male, found.dpt_female, found.missing) == (321, 330, 4)
    assert stations.count_stations(wajo) == len(STATIONS)
    done = put_in(wajo, found)
    assert (done.new, done.changed, done.refused) == (1, 1, 1)
    made = stations.station(wajo, tps(MADDUKELLENG, 9)).row
    assert (made.site, made.risk, made.dpt) == ("Masjid", "sangat_rawan", 190)
    assert stations.station(wajo, tps(TEMPE_VILLAGE, 1)).row.site == "SDN 12"
    assert counts(preview(wajo, path)) == (0, 0, 3, 1)


def test_undone_as_one_with_a_backup_before(wajo: Desk, tmp_path: Path) -> None:
    path = book(tmp_path / "dpt.xlsx", ["7313061004", None, None, 7, 1, 1], ["7313061004", None, None, 8, 1, 1])
    put_in(wajo, preview(wajo, path))
    last = backups.last_backup(wajo)
    assert last is not None
    assert last.reason == backups.Reason.IMPORT
    assert stations.count_stations(wajo) == len(STATIONS) + 2
    history.undo(wajo)
    assert stations.count_stations(wajo) == len(STATIONS)


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
        put_in(wajo, found)


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
    put_in(wajo, found)
    kept = stations.station(wajo, tps(TEMPE_VILLAGE, 8))
    assert (kept.row.dpt, kept.note) == (None, "DPT menurut daftar: 287")


def test_empty_cells_take_nothing_away(wajo: Desk, tmp_path: Path) -> None:
    found = preview(wajo, book(tmp_path / "dpt.xlsx", ["7313061003", None, None, 1]))
    assert counts(found) == (0, 0, 1, 0)


def test_a_column_mapped_by_hand(wajo: Desk, tmp_path: Path) -> None:
    path = book(tmp_path / "dpt.xlsx", ["7313061003", 7, 1, 2], heads=("Kode", "Urut", "L", "P"))
    with pytest.raises(errors.Refused, match="judul kolom"):
        preview(wajo, path)
    found = preview(wajo, path, mapping={"Urut": "Nomor TPS"})
    assert counts(found) == (1, 0, 0, 0)
    assert found.mapping[1] == ("B", "Urut", "Nomor TPS")


def test_the_marked_copy_can_be_corrected_and_read_again(wajo: Desk, tmp_path: Path) -> None:
    path = book(
        tmp_path / "dpt.xlsx",
        ["7313061003", None, None, 7, "1.234", 1, None, "=1+1"],
        ["7313061003", None, None, 8, 1, 1, None, "@rumah"],
    )
    found = preview(wajo, path)
    copy = tmp_path / "perbaiki.xlsx"
    marked_copy.write(found, copy)
    made = openpyxl.load_workbook(copy)
    sheet = made["DPT"]
    assert "dua cara" in sheet["J2"].value
    assert sheet["E2"].comment is not None
    assert sheet["E3"].comment is None
    assert (sheet["H3"].value, sheet["H3"].data_type, sheet["H3"].quotePrefix) == ("@rumah", "s", True)
    sheet["E2"] = 134
    made.save(copy)
    assert counts(preview(wajo, copy)) == (2, 0, 0, 0)


def test_what_was_written_out_comes_in_as_the_same(wajo: Desk, tmp_path: Path) -> None:
    stations.edit_station(wajo, tps(TEMPE_VILLAGE, 1), {"latitude": -4_132_500, "longitude": 120_030_000, "note": "=x"})
    assert workbook_export.export_stations(wajo, tmp_path / "tps.xlsx") == len(STATIONS)
    assert counts(preview(wajo, tmp_path / "tps.xlsx")) == (0, 0, len(STATIONS), 0)
    stations.delete_station(wajo, tps(TEMPE_VILLAGE, 1))
    assert counts(preview(wajo, tmp_path / "tps.xlsx")) == (1, 0, len(STATIONS) - 1, 0)


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
