# SPDX-License-Identifier: Apache-2.0
"""Partisipasi of an office: users by voters of the TPS where both are known, against the target."""

from desk_app.operations import count_rules
from desk_app.operations.desk import Desk
from tests.operations.paper_kinds import counted, shown


def test_the_denominator_is_named_and_the_target_beside(wajo: Desk) -> None:
    counted.fill(wajo)
    count_rules.edit(wajo, target=8000)
    paper = counted.made(wajo, "partisipasi")
    [table] = shown.tables(paper)
    assert shown.cells(table, "Kecamatan") == ["Tempe", "Belawa", "Jumlah"]
    assert shown.cells(table, "TPS dihitung") == ["3", "0", "3"]
    assert shown.cells(table, "Partisipasi (%)") == ["75,19", "–", "75,19"]
    assert shown.cells(table, "Selisih dari target") == ["−4,81", "–", "−4,81"]
    assert shown.cells(table, "Keterangan") == ["belum tercapai", "–", "belum tercapai"]
    said = shown.said(paper)
    assert "Pembagi : pemilih dalam DPT" in said
    assert "target 80,00 %" in said
    assert counted.noticed(paper)


def test_without_a_target_there_is_none(wajo: Desk) -> None:
    counted.fill(wajo)
    paper = counted.made(wajo, "partisipasi", level="tps")
    [table] = shown.tables(paper)
    assert "Keterangan" not in [column.title for column in table.columns]
    assert shown.cells(table, "TPS")[0] == "TPS 001 Kel. Tempe"
    assert len(shown.figures(paper)) == 1


def test_nothing_known_has_no_bars(wajo: Desk) -> None:
    counted.counting_people.prepare(wajo)
    paper = counted.made(wajo, "partisipasi")
    assert shown.figures(paper) == []
    assert counted.noticed(paper)
