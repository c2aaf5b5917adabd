# SPDX-License-Identifier: Apache-2.0
"""Columns of values: typed at once, refused whole, emptied again."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desk_app.domain import errors
from desk_app.operations import days, disagreements, history, indicator_board, indicator_sheet, indicators
from desk_app.operations.desk import Desk
from desk_app.operations.indicator_board import Standing
from tests import regency_offices, two_offices

TEMPE, BELAWA = regency_offices.TEMPE, regency_offices.BELAWA
DAY = date(2024, 2, 12)
BEFORE = date(2024, 2, 5)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "office") as opened:
        yield opened


def test_a_column_is_typed_for_all_kecamatan_at_once_and_undone_at_once(desk: Desk) -> None:
    indicators.adopt(desk, ["ktp-el"])
    indicators.edit_indicator(desk, "ktp-el", target="98,03")
    typed = {"73.13": "97,5", TEMPE: "99", BELAWA: "95,25"}
    assert indicator_sheet.set_values(desk, "ktp-el", DAY, typed, source="Dukcapil") == 3
    board = indicator_board.board(desk, "ktp-el")
    assert (board.whole.figure.value, board.whole.target, board.whole.difference) == (9750, 9803, -53)
    assert board.whole.standing is Standing.SHORT
    rows = {line.code: line for line in board.rows}
    assert (rows[TEMPE].figure.value, rows[TEMPE].standing) == (9900, Standing.MET)
    assert rows[BELAWA].figure.source == "Dukcapil"
    assert len(rows) == 14
    history.undo(desk)
    assert indicator_board.board(desk, "ktp-el").whole.standing is Standing.UNMEASURED


def test_one_value_that_cannot_be_read_keeps_the_column_and_names_its_kecamatan(desk: Desk) -> None:
    indicators.adopt(desk, ["ktp-el"])
    with pytest.raises(errors.Refused, match=r"Belawa.*koma untuk pecahan"):
        indicator_sheet.set_values(desk, "ktp-el", DAY, {TEMPE: "99", BELAWA: "95.25"})
    assert indicator_board.board(desk, "ktp-el").rows[0].figure.value is None
    with pytest.raises(errors.NotPermitted):
        indicator_sheet.set_values(desk, "ktp-el", DAY, {"74.06": "1"})
    with pytest.raises(errors.Refused, match="belum lewat"):
        indicator_sheet.set_values(desk, "ktp-el", date(2024, 2, 14), {TEMPE: "99"})


def test_an_emptied_value_is_taken_away_and_the_one_before_stands_again(desk: Desk) -> None:
    indicators.adopt(desk, ["ktp-el"])
    indicator_sheet.set_values(desk, "ktp-el", BEFORE, {TEMPE: "90"})
    indicator_sheet.set_values(desk, "ktp-el", DAY, {TEMPE: "95"})
    sheet = indicator_sheet.sheet(desk, "ktp-el", DAY)
    entry = next(one for one in sheet.entries if one.place == TEMPE)
    assert (entry.value, entry.before) == ("95,00", "90,00")
    indicator_sheet.set_values(desk, "ktp-el", DAY, {TEMPE: ""})
    line = next(one for one in indicator_board.board(desk, "ktp-el").rows if one.code == TEMPE)
    assert (line.figure.value, line.figure.day) == (9000, BEFORE.isoformat())


def test_a_value_that_came_in_meanwhile_is_not_taken_away_with_the_one_that_was_seen(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        kabupaten, tempe = two.kabupaten, two.tempe
        code = indicators.new_indicator(kabupaten, "KTP-el terekam")
        day = days.today(kabupaten)
        indicator_sheet.set_values(kabupaten, code, day, {TEMPE: "80"})
        two.carry(kabupaten, tempe)
        seen = indicator_sheet.sheet(kabupaten, code, day).seen
        indicator_sheet.set_values(tempe, code, day, {TEMPE: "90"})
        two.carry(tempe, kabupaten)
        indicator_sheet.set_values(kabupaten, code, day, {TEMPE: ""}, seen=seen)
        [waiting] = disagreements.open_ones(kabupaten)
        assert {side.value for side in waiting.sides} == {None, 90_000}
        disagreements.decide_many(kabupaten, disagreements.choices_of([waiting], tempe.identity.name))
        now = indicator_sheet.sheet(kabupaten, code, day).seen
        indicator_sheet.set_values(kabupaten, code, day, {TEMPE: ""}, seen=now)
        line = next(one for one in indicator_board.board(kabupaten, code).rows if one.code == TEMPE)
        assert line.figure.value is None
