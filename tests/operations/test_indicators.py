# SPDX-License-Identifier: Apache-2.0
"""Indicators: definitions of this office and of those above, columns of values, targets, disagreements."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desk_app.domain import errors, records
from desk_app.operations import indicator_board, indicator_sheet, indicators, settings
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
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


def test_a_rate_is_never_summed(desk: Desk) -> None:
    code = indicators.new_indicator(desk, "Distribusi", unit="%")
    assert indicator_board.board(desk, code).definition.combine == "sendiri"
    with pytest.raises(errors.Refused, match="130 %"):
        indicators.edit_indicator(desk, code, combine="jumlah")
    with pytest.raises(errors.Refused, match="130 %"):
        indicators.new_indicator(desk, "Lain", unit="Persen ", combine="jumlah")
    # What was a sum until now and becomes a rate is one from then on; its parts keep their values.
    summed = indicators.new_indicator(desk, "Terpasang", unit="kotak")
    indicator_sheet.set_values(desk, summed, BEFORE, {TEMPE: "60", BELAWA: "70"})
    assert indicator_board.board(desk, summed).whole.figure.value == 130
    indicators.edit_indicator(desk, summed, unit="%")
    board = indicator_board.board(desk, summed)
    assert (board.definition.combine, board.whole.figure.value) == ("sendiri", None)
    assert {row.code: row.figure.value for row in board.rows if row.figure.value} == {TEMPE: 60, BELAWA: 70}


def test_a_rate_that_was_kept_as_a_sum_is_read_as_what_it_is(desk: Desk) -> None:
    code = indicators.new_indicator(desk, "Lama", unit="kotak")
    key = (settings.event_code(desk), "73.13", code)
    transact(desk, "Lama", lambda unit: unit.put(records.INDICATOR, key, {"unit": "%", "combine": "jumlah"}))
    indicator_sheet.set_values(desk, code, BEFORE, {TEMPE: "60", BELAWA: "70"})
    assert indicator_board.board(desk, code).whole.figure.value is None
    indicator_sheet.set_values(desk, code, BEFORE, {"73.13": "65"})
    board = indicator_board.board(desk, code)
    assert (board.whole.figure.value, board.whole.figure.gap) == (65, None)
    indicators.edit_indicator(desk, code, label="Distribusi")
    assert indicator_board.board(desk, code).definition.label == "Distribusi"


def test_a_kecamatan_takes_the_definition_and_may_not_alter_it(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        indicators.adopt(two.kabupaten, ["partisipasi"])
        indicators.edit_indicator(two.kabupaten, "partisipasi", target="83,82")
        two.carry(two.kabupaten, two.tempe)
        board = indicator_board.board(two.tempe, "partisipasi")
        assert (board.own, board.whole.target, board.above[0][1]) == (False, 8382, 8382)
        with pytest.raises(errors.NotPermitted):
            indicators.edit_indicator(two.tempe, "partisipasi", target="90")
