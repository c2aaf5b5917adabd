# SPDX-License-Identifier: Apache-2.0
"""Data umum and the list of TPS: voters add up, an unknown number stays a dash."""

from desk_app.operations.desk import Desk
from tests.operations.paper_kinds import shown
from tests.regency_offices import BELAWA


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
