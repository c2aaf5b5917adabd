# SPDX-License-Identifier: Apache-2.0
"""Kesiapan TPS: the figures of the overview, a chart of the same, and the items; a desa TPS by TPS."""

from desk_app.operations import answers, checklist_pages, issues, overview
from desk_app.operations.desk import Desk
from tests.operations.paper_kinds import shown
from tests.regency_offices import TEMPE, TEMPE_VILLAGE, tps


def test_the_rows_are_those_of_the_overview_and_the_chart_is_of_the_rows(wajo: Desk) -> None:
    paper = shown.made(wajo, "kesiapan", phase=-1)
    found = overview.readiness_by_district(wajo, -1)
    regions, _items = shown.tables(paper)
    assert shown.cells(regions, "TPS") == [str(row.stations) for row in (*found.rows, found.total)]
    (figure,) = shown.figures(paper)
    assert [part.values[3] for part in figure.chart.parts] == [row.not_yet for row in found.rows]
    assert "Menurut ceklis H-1, dari 9 TPS, 0 TPS dinyatakan siap (0,00 %)." in shown.said(paper)


def test_an_answer_is_counted_at_its_item(wajo: Desk) -> None:
    before = shown.tables(shown.made(wajo, "kesiapan", phase=-1))[1]
    item = before.rows[0].cells[1]
    code = checklist_pages.checklist_page(wajo, tps(TEMPE_VILLAGE, 1), -1).items[0].code
    answers.set_answer(wajo, tps(TEMPE_VILLAGE, 1), code, "1")
    after = shown.tables(shown.made(wajo, "kesiapan", phase=-1))[1]
    assert (shown.cells(before, "Terisi")[0], shown.cells(after, "Terisi")[0]) == ("0", "1")
    assert after.rows[0].cells[1] == item
    assert (shown.cells(after, "TPS ditanya")[0], shown.cells(after, "Belum")[0]) == ("9", "8")


def test_a_desa_is_told_tps_by_tps(wajo: Desk) -> None:
    paper = shown.made(wajo, "kesiapan", phase=-1, area=TEMPE_VILLAGE)
    stations = shown.tables(paper)[0]
    assert shown.cells(stations, "TPS") == ["TPS 001", "TPS 002", "TPS 003", "TPS 005"]
    assert shown.cells(stations, "DPT") == ["210", "250", "185", "290"]
    assert shown.cells(stations, "Lokasi") == ["SDN 12", "–", "–", "–"]


def test_a_kecamatan_shows_its_desa(wajo: Desk) -> None:
    regions = shown.tables(shown.made(wajo, "kesiapan", phase=-1, area=TEMPE))[0]
    assert "Desa/Kel." not in [column.title for column in regions.columns]
    assert sum(int(one) for one in shown.cells(regions, "TPS")[:-1]) == 6


def test_a_tps_shows_no_number_of_what_is_kept_in_confidence(wajo: Desk) -> None:
    first, second = tps(TEMPE_VILLAGE, 1), tps(TEMPE_VILLAGE, 2)
    issues.new_issue(wajo, "Jalan tergenang", first)
    issues.new_issue(wajo, "Nama orang", first, further=[second], confidential=True)
    (listed, _items) = shown.tables(shown.made(wajo, "kesiapan", area=TEMPE_VILLAGE, phase=-1))
    assert shown.cells(listed, "Masalah terbuka") == ["1", "0", "0", "0"]
