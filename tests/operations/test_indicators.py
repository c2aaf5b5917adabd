# SPDX-License-Identifier: Apache-2.0
"""Indicators: definitions of this office and of those above, columns of values, targets, disagreements."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desk_app.domain import errors
from desk_app.operations import indicator_board, indicator_sheet, indicators
from desk_app.operations.desk import Desk
from tests import regency_offices, two_offices

TEMPE, BELAWA = regency_offices.TEMPE, regency_offices.BELAWA
BEFORE = date(2024, 2, 5)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "office") as opened:
        yield opened


def test_the_offered_set_is_taken_once_and_is_the_offices_own(desk: Desk) -> None:
    assert indicators.adopt(desk, ["partisipasi", "ppk"]) == ["partisipasi", "ppk"]
    assert {one.code for one in indicators.definitions(desk)} == {"partisipasi", "ppk"}
    assert "ppk" not in {one.code for one in indicators.offered(desk)}
    indicators.edit_indicator(desk, "partisipasi", target="83,82", label="Partisipasi pemilih Wajo")
    board = indicator_board.board(desk, "partisipasi")
    assert (board.definition.target, board.definition.label, board.own) == (8382, "Partisipasi pemilih Wajo", True)


def test_an_indicator_of_ones_own_and_other_decimals_keep_the_target(desk: Desk) -> None:
    code = indicators.new_indicator(desk, "Logistik tiba di gudang", unit="%", combine="sendiri", decimals=0)
    indicators.edit_indicator(desk, code, target="90")
    indicator_sheet.set_values(desk, code, BEFORE, {"73.13": "85"})
    indicators.edit_indicator(desk, code, decimals=1)
    board = indicator_board.board(desk, code)
    assert (board.definition.target, board.whole.figure.value) == (900, 850)
    with pytest.raises(errors.Refused):
        indicators.new_indicator(desk, " ")
    with pytest.raises(errors.Refused):
        indicators.edit_indicator(desk, code, better="mendatar")
    indicators.delete_indicator(desk, code)
    with pytest.raises(errors.NotFound):
        indicator_board.board(desk, code)


def test_a_kecamatan_takes_the_definition_and_may_not_alter_it(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        indicators.adopt(two.kabupaten, ["partisipasi"])
        indicators.edit_indicator(two.kabupaten, "partisipasi", target="83,82")
        two.carry(two.kabupaten, two.tempe)
        board = indicator_board.board(two.tempe, "partisipasi")
        assert (board.own, board.whole.target, board.above[0][1]) == (False, 8382, 8382)
        with pytest.raises(errors.NotPermitted):
            indicators.edit_indicator(two.tempe, "partisipasi", target="90")
