# SPDX-License-Identifier: Apache-2.0
"""Data umum and the list of TPS: voters add up, what is not known or not settled is said."""

from pathlib import Path

from desk_app.data import schema
from desk_app.domain import records
from desk_app.operations import offices
from desk_app.operations.desk import Desk
from tests.operations.paper_kinds import shown
from tests.regency_offices import BELAWA, TEMPE_VILLAGE
from tests.small_offices import EVENT, KEY_MEMORY, NOW, PASSWORD


def test_the_overview_adds_up_and_says_which_have_no_voters(wajo: Desk) -> None:
    (table,) = shown.tables(shown.made(wajo, "data-umum"))
    assert shown.cells(table, "TPS")[-1] == "9"
    assert shown.cells(table, "TPS tanpa DPT")[-1] == "1"
    men, women = (int(shown.cells(table, title)[-1].replace(".", "")) for title in ("Laki-laki", "Perempuan"))
    assert (men, women) == (869, 834)


def test_every_tps_stands_in_the_list_under_its_desa(wajo: Desk) -> None:
    paper = shown.made(wajo, "daftar-tps", phase=-1)
    (table,) = shown.tables(paper)
    assert len(shown.cells(table, "TPS")) == 10
    assert shown.cells(table, "No")[:-1] == [str(place) for place in range(1, 10)]
    groups = [row.cells[0] for row in table.rows if len(row.cells) == 1]
    assert len(groups) == 3
    assert all(group.startswith("Kecamatan ") for group in groups)


def test_one_kecamatan_and_an_unknown_number(wajo: Desk) -> None:
    paper = shown.made(wajo, "daftar-tps", phase=-1, area=BELAWA)
    (table,) = shown.tables(paper)
    assert shown.cells(table, "P") == ["85", "–", "5", "90"]
    assert shown.cells(table, "Jumlah") == ["165", "70", "25", "260"], "the column adds up"
    assert "DPT 1 TPS belum lengkap" in shown.said(paper)
    assert not [remark for remark in paper.remarks if remark.grave]


def test_voters_that_offices_hold_differently_are_marked_in_every_list(wajo: Desk) -> None:
    def differ() -> None:
        with wajo.store.writing() as connection:
            no = connection.exec_driver_sql(
                "SELECT no FROM station WHERE village = ? AND number = 1", (TEMPE_VILLAGE,)
            ).scalar_one()
            field = records.STATION.field("dpt_male").no
            connection.execute(schema.conflict.insert().values(record=no, field=field, type=records.STATION.no))

    wajo.on_writer(differ)
    mark = "\u00a0⇄"
    overview_paper, listing = (shown.made(wajo, key, phase=-1) for key in ("data-umum", "daftar-tps"))
    assert f"1.443{mark}" in shown.cells(shown.tables(overview_paper)[0], "Jumlah")
    assert "⇄ Angka DPT 1 TPS dalam klarifikasi dan dapat berubah." in shown.said(overview_paper)
    assert [cell for cell in shown.cells(shown.tables(listing)[0], "Jumlah") if mark in cell] == [f"210{mark}"]
    assert "⇄ Angka DPT dalam klarifikasi" in shown.said(listing)
    for key in ("kesiapan", "laporan-bulanan", "laporan-akhir"):
        assert "⇄ Angka DPT Kecamatan Tempe (1 TPS) dalam klarifikasi" in shown.said(shown.made(wajo, key, phase=-1))


def test_a_province_tells_a_kabupaten_from_a_kota(tmp_path: Path) -> None:
    asked = offices.NewOffice("73", EVENT, "Andi", PASSWORD)
    with offices.create_office(tmp_path / "sulsel", asked, now=lambda: NOW, key_memory=KEY_MEMORY).desk as sulsel:
        (table,) = shown.tables(shown.made(sulsel, "data-umum"))
        assert shown.cells(table, "Kabupaten/Kota")[-2:] == ["Kota Palopo", "Jumlah"]
        assert "Kabupaten Wajo" in shown.cells(table, "Kabupaten/Kota")
        situation = shown.made(sulsel, "laporan-situasi")
        assert shown.tables(situation)[0].columns[1].title == "Kabupaten/Kota"
        assert any("belum tiba" in str(one.words) for one in situation.remarks)
        assert "Belum ada TPS dalam data." in shown.said(shown.made(sulsel, "kesiapan"))
