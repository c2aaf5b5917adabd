# SPDX-License-Identifier: Apache-2.0
"""Posisi dan kekurangan logistik: what the grid says, kind by kind, and what a TPS lacks."""

from desk_app.domain import logistics as rules
from desk_app.domain.places import Kind
from desk_app.operations import answers, logistics_grid, logistics_shortages, stock_reports
from desk_app.operations.desk import Desk
from tests import filled_registers
from tests.operations.paper_kinds import shown
from tests.regency_offices import TEMPE, TEMPE_VILLAGE, tps


def test_goods_of_which_nothing_is_known_are_named_together(wajo: Desk) -> None:
    paper = shown.made(wajo, "posisi-logistik")
    assert shown.headings(paper) == ["BELUM ADA KABAR"]
    assert "NIHIL" in shown.said(shown.made(wajo, "kekurangan-logistik"))


def test_the_table_says_what_the_grid_says(wajo: Desk) -> None:
    filled_registers.fill(wajo)
    paper = shown.made(wajo, "posisi-logistik")
    found = logistics_grid.grid(wajo, rules.BOXES)
    boxes = shown.tables(paper)[0]
    assert shown.headings(paper)[0] == f"{found.label} ({found.unit})".upper()
    at = found.stages.index(Kind.TPS)
    told = [word.split(",")[0] for word in shown.cells(boxes, rules.STAGE_LABELS[Kind.TPS])]
    counted = [row.cells[at].shown for row in (*found.rows, found.total)]
    assert told == ["–" if one is None else f"{one.there:,}".replace(",", ".") for one in counted]


def test_what_is_missing_is_named(wajo: Desk) -> None:
    filled_registers.fill(wajo)
    found = logistics_shortages.shortages(wajo)
    _sums, each = shown.tables(shown.made(wajo, "kekurangan-logistik"))
    assert shown.cells(each, "Kurang") == [f"{row.short:,}".replace(",", ".") for row in found.rows]


def test_what_checklists_lack_is_said_beside_a_report_that_tells_nothing_of_it(wajo: Desk) -> None:
    answers.set_answer(wajo, tps(TEMPE_VILLAGE, 1), "log.kotak.ppwp", "0")
    before = shown.said(shown.made(wajo, "posisi-logistik"))
    assert "0, kurang 1" in before
    assert "belum tampak" not in before
    stock_reports.report_stock(wajo, TEMPE, Kind.TPS, 30, source="Camat")
    after = shown.said(shown.made(wajo, "posisi-logistik"))
    assert "Kurang menurut ceklis TPS, belum tampak pada laporan wilayahnya: Tempe (1)." in after


def test_a_kecamatan_sums_by_its_villages(wajo: Desk) -> None:
    filled_registers.fill(wajo)
    paper = shown.made(wajo, "kekurangan-logistik", area=TEMPE)
    sums = shown.tables(paper)[0]
    assert sums.columns[1].title == "Kelurahan"
    assert shown.cells(sums, "Kelurahan") == ["Kel. Maddukelleng"]
