# SPDX-License-Identifier: Apache-2.0
"""Kerawanan TPS: classes and indicators as counted, and by name only those at risk."""

from desk_app.operations import risk
from desk_app.operations.desk import Desk
from tests.operations.paper_kinds import shown
from tests.regency_offices import MADDUKELLENG, TEMPE_VILLAGE, tps


def test_classes_are_counted_and_the_list_names_those_at_risk(wajo: Desk) -> None:
    paper = shown.made(wajo, "tps-rawan")
    classes, _indicators, _guards, listed = shown.tables(paper)
    titles = ("Kurang rawan", "Rawan", "Sangat rawan", "Khusus")
    assert [shown.cells(classes, one)[-1] for one in titles] == list("1211")
    assert shown.cells(classes, "Belum dikelaskan")[-1] == "4"
    assert shown.cells(listed, "TPS") == ["TPS 001", "TPS 005", "TPS 001", "TPS 901"]


def test_an_indicator_brings_a_tps_into_the_list(wajo: Desk) -> None:
    risk.tick(wajo, tps(MADDUKELLENG, 5), {"P07": True})
    _classes, indicators, _guards, listed = shown.tables(shown.made(wajo, "tps-rawan"))
    assert shown.cells(indicators, "Kode") == ["P07"]
    assert shown.cells(indicators, "Bagian (%)") == ["11,11"]
    assert "bencana" in shown.cells(listed, "Indikator")[2]
    assert shown.tables(shown.made(wajo, "tps-rawan", area=TEMPE_VILLAGE))[1].rows == ()
