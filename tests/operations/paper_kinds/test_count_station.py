# SPDX-License-Identifier: Apache-2.0
"""Lembar hasil of one TPS: what stands, the copies beside each other for who verifies, and what was said."""

import pytest

from desk_app.domain import errors
from desk_app.domain.counts.rights import Right
from desk_app.operations import count_check, count_keys, count_view
from desk_app.operations.desk import Desk
from tests.counting_people import RACE
from tests.operations.paper_kinds import counted, shown
from tests.regency_offices import BELAWA_VILLAGE, TEMPE_VILLAGE, tps


@pytest.fixture
def desk(wajo: Desk) -> Desk:
    counted.fill(wajo)
    return wajo


def test_copies_that_differ_stand_beside_each_other(desk: Desk) -> None:
    paper = counted.made(desk, "hasil-tps", area=counted.FIFTH)
    table = shown.tables(paper)[0]
    line = shown.cells(table, "Baris").index("1. Anis")
    assert [shown.cells(table, title)[line] for title in ("Yang berlaku", "Salinan 1", "Salinan 2", "Berbeda")] == [
        "–", "100", "101", "⇄",
    ]
    said = shown.said(paper)
    assert "Keadaan: Dalam klarifikasi." in said
    assert "Salinan 2: Sitti" in said
    assert counted.noticed(paper)


def test_notes_and_decisions_are_told_with_reason_and_name(desk: Desk) -> None:
    count_check.accept(desk, counted.THIRD, RACE, ["V03"], "Tertulis demikian")
    count_check.correct(
        desk, counted.THIRD, RACE, "v1", 62, "Formulir dibaca lagi",
        seen=count_view.view(desk, counted.THIRD, RACE).seen,
    )
    said = shown.said(counted.made(desk, "hasil-tps", area=counted.THIRD))
    assert "1. Anis 60 → 62" in said
    assert "Formulir dibaca lagi" in said
    assert "Andi" in said


def test_zero_is_told_and_not_read_is_a_dash(desk: Desk) -> None:
    said = counted.made(desk, "hasil-tps", area=counted.FIRST).text()
    assert "*B.2 Pengguna hak pilih DPTb – L*: 0" in said
    empty = counted.made(desk, "hasil-tps", area=tps(BELAWA_VILLAGE, 1))
    assert "Keadaan: Belum masuk." in shown.said(empty)


def test_who_only_sees_totals_has_what_stands_alone(desk: Desk) -> None:
    count_keys.grant(desk, 1, [Right.TOTALS])
    paper = counted.made(desk, "hasil-tps", area=counted.THIRD)
    table = shown.tables(paper)[0]
    assert [column.title for column in table.columns] == ["Baris", "Yang berlaku"]
    assert "60" in shown.cells(table, "Yang berlaku")
    said = shown.said(paper)
    assert "Catatan V03" in said
    assert "Sitti" not in said


def test_one_tps_is_asked(desk: Desk) -> None:
    with pytest.raises(errors.Refused, match="satu TPS"):
        counted.made(desk, "hasil-tps", area=TEMPE_VILLAGE)
