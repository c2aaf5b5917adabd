# SPDX-License-Identifier: Apache-2.0
"""Klarifikasi of an office: lines that differ with room for what is used; figures for who verifies alone."""

from desk_app.domain.counts.rights import Right
from desk_app.operations import count_keys
from desk_app.operations.desk import Desk
from tests.operations.paper_kinds import counted, shown


def test_lines_beside_each_other_and_room_to_sign(wajo: Desk) -> None:
    counted.fill(wajo)
    paper = counted.made(wajo, "klarifikasi-suara")
    lines, present = shown.tables(paper)
    assert lines.rows[0].cells == ("1. TPS 005 Kel. Tempe, Kecamatan Tempe",)
    named = shown.cells(lines, "TPS dan baris yang berbeda")
    told = dict(zip(named, shown.cells(lines, "Menurut salinan"), strict=True))
    assert told["1. Anis"] == "100 / 101"
    assert any(name.endswith((" P", "jumlah pengguna")) for name in told)
    assert len(present.rows) == 4
    assert counted.noticed(paper)
    assert not [remark for remark in paper.remarks if "memutuskan" in str(remark.words)]


def test_without_the_right_to_verify_no_figure_of_a_tps(wajo: Desk) -> None:
    counted.fill(wajo)
    count_keys.grant(wajo, 1, [Right.TOTALS])
    lines = shown.tables(counted.made(wajo, "klarifikasi-suara"))[0]
    assert set(shown.cells(lines, "Menurut salinan")) == {""}


def test_none(wajo: Desk) -> None:
    counted.counting_people.prepare(wajo)
    assert "Tidak ada TPS dalam klarifikasi" in shown.said(counted.made(wajo, "klarifikasi-suara"))
