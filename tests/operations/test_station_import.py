# SPDX-License-Identifier: Apache-2.0
"""A TPS list comes in by a dry run that says everything, and one transaction that writes the good rows."""

from pathlib import Path

import openpyxl
import pytest

from desk_app.base import progress
from desk_app.domain import errors
from desk_app.operations import backups, history, marked_copy, station_import, stations, workbook_export
from desk_app.operations.desk import Desk
from desk_app.operations.station_compare import Preview
from tests.operations.listed_stations import book, counts, preview
from tests.regency_offices import MADDUKELLENG, STATIONS, TEMPE_VILLAGE, tps


def put_in(desk: Desk, found: Preview) -> station_import.Imported:
    return progress.finish(station_import.import_stations(desk, found))


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
