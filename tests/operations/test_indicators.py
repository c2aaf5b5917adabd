# SPDX-License-Identifier: Apache-2.0
"""Indicators: definitions of this office and of those above, columns of values, targets, disagreements."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desk_app.domain import errors
from desk_app.operations import clarification, history, indicators
from desk_app.operations.desk import Desk
from desk_app.operations.indicators import Standing
from tests import regency_offices, two_offices

TEMPE, BELAWA = regency_offices.TEMPE, regency_offices.BELAWA
DAY = date(2024, 2, 12)
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
    board = indicators.board(desk, "partisipasi")
    assert (board.definition.target, board.definition.label, board.own) == (8382, "Partisipasi pemilih Wajo", True)


def test_a_column_is_typed_for_all_kecamatan_at_once_and_undone_at_once(desk: Desk) -> None:
    indicators.adopt(desk, ["ktp-el"])
    indicators.edit_indicator(desk, "ktp-el", target="98,03")
    typed = {"73.13": "97,5", TEMPE: "99", BELAWA: "95,25"}
    assert indicators.set_values(desk, "ktp-el", DAY, typed, source="Dukcapil") == 3
    board = indicators.board(desk, "ktp-el")
    assert (board.whole.figure.value, board.whole.target, board.whole.difference) == (9750, 9803, -53)
    assert board.whole.standing is Standing.SHORT
    rows = {line.code: line for line in board.rows}
    assert (rows[TEMPE].figure.value, rows[TEMPE].standing) == (9900, Standing.MET)
    assert rows[BELAWA].figure.source == "Dukcapil"
    assert len(rows) == 14
    history.undo(desk)
    assert indicators.board(desk, "ktp-el").whole.standing is Standing.UNMEASURED


def test_one_value_that_cannot_be_read_keeps_the_column_and_names_its_kecamatan(desk: Desk) -> None:
    indicators.adopt(desk, ["ktp-el"])
    with pytest.raises(errors.Refused, match=r"Belawa.*koma untuk pecahan"):
        indicators.set_values(desk, "ktp-el", DAY, {TEMPE: "99", BELAWA: "95.25"})
    assert indicators.board(desk, "ktp-el").rows[0].figure.value is None
    with pytest.raises(errors.NotPermitted):
        indicators.set_values(desk, "ktp-el", DAY, {"74.06": "1"})
    with pytest.raises(errors.Refused, match="belum lewat"):
        indicators.set_values(desk, "ktp-el", date(2024, 2, 14), {TEMPE: "99"})


def test_an_emptied_value_is_taken_away_and_the_one_before_stands_again(desk: Desk) -> None:
    indicators.adopt(desk, ["ktp-el"])
    indicators.set_values(desk, "ktp-el", BEFORE, {TEMPE: "90"})
    indicators.set_values(desk, "ktp-el", DAY, {TEMPE: "95"})
    sheet = indicators.sheet(desk, "ktp-el", DAY)
    entry = next(one for one in sheet.entries if one.place == TEMPE)
    assert (entry.value, entry.before) == ("95,00", "90,00")
    indicators.set_values(desk, "ktp-el", DAY, {TEMPE: ""})
    line = next(one for one in indicators.board(desk, "ktp-el").rows if one.code == TEMPE)
    assert (line.figure.value, line.figure.day) == (9000, BEFORE.isoformat())


def test_sums_trend_and_the_figure_of_a_day_gone_by(desk: Desk) -> None:
    indicators.adopt(desk, ["ppk"])
    everywhere = [one.place for one in indicators.sheet(desk, "ppk", DAY).entries][1:]
    indicators.set_values(desk, "ppk", BEFORE, dict.fromkeys(everywhere, "4"))
    indicators.set_values(desk, "ppk", DAY, {TEMPE: "5"})
    board = indicators.board(desk, "ppk")
    assert (board.whole.figure.value, board.whole.target, board.whole.change) == (57, 70, 1)
    assert board.trend == ((BEFORE.isoformat(), 56), (DAY.isoformat(), 57))
    assert indicators.board(desk, "ppk", BEFORE).whole.figure.value == 56
    tempe = next(one for one in board.rows if one.code == TEMPE)
    assert (tempe.target, tempe.change, tempe.standing) == (5, 1, Standing.MET)


def test_targets_hang_on_villages_and_tps(desk: Desk) -> None:
    indicators.adopt(desk, ["pps", "tps-terbentuk"])
    lines = {one.definition.code: one.line for one in indicators.summaries(desk)}
    assert lines["tps-terbentuk"].target == len(regency_offices.STATIONS)
    assert lines["pps"].target == 3 * 190
    belawa = next(one for one in indicators.board(desk, "tps-terbentuk").rows if one.code == BELAWA)
    assert belawa.target == 3


def test_an_indicator_of_ones_own_and_other_decimals_keep_the_target(desk: Desk) -> None:
    code = indicators.new_indicator(desk, "Logistik tiba di gudang", unit="%", combine="sendiri", decimals=0)
    indicators.edit_indicator(desk, code, target="90")
    indicators.set_values(desk, code, BEFORE, {"73.13": "85"})
    indicators.edit_indicator(desk, code, decimals=1)
    board = indicators.board(desk, code)
    assert (board.definition.target, board.whole.figure.value) == (900, 850)
    with pytest.raises(errors.Refused):
        indicators.new_indicator(desk, " ")
    with pytest.raises(errors.Refused):
        indicators.edit_indicator(desk, code, better="mendatar")
    indicators.delete_indicator(desk, code)
    with pytest.raises(errors.NotFound):
        indicators.board(desk, code)


def test_two_offices_that_measured_differently_disagree_and_no_sum_counts_it(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        indicators.adopt(two.kabupaten, ["ppk"])
        two.carry(two.kabupaten, two.tempe)
        assert [one.code for one in indicators.definitions(two.tempe)] == ["ppk"]
        indicators.set_values(two.tempe, "ppk", DAY, {TEMPE: "5"})
        indicators.set_values(two.kabupaten, "ppk", DAY, {TEMPE: "3", BELAWA: "5"})
        two.carry(two.tempe, two.kabupaten)
        board = indicators.board(two.kabupaten, "ppk")
        tempe = next(one for one in board.rows if one.code == TEMPE)
        assert (tempe.standing, tempe.figure.value) == (Standing.DISPUTED, None)
        assert (board.whole.figure.value, board.whole.figure.disputed) == (5, 1)
        [matter] = clarification.waiting(two.kabupaten)
        assert (matter.kind, sorted(side.words for side in matter.sides)) == ("indicator_value", ["3", "5"])
        assert "Kecamatan Tempe" in matter.title
        clarification.use_typed(two.kabupaten, matter, "4,5")
        settled = next(one for one in indicators.board(two.kabupaten, "ppk").rows if one.code == TEMPE)
        assert settled.figure.value == 5  # 4,5 without decimals, a half rounded up
        indicators.edit_indicator(two.kabupaten, "ppk", decimals=1)
        assert indicators.board(two.kabupaten, "ppk").whole.figure.value == 95


def test_a_kecamatan_takes_the_definition_and_may_not_alter_it(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        indicators.adopt(two.kabupaten, ["partisipasi"])
        indicators.edit_indicator(two.kabupaten, "partisipasi", target="83,82")
        two.carry(two.kabupaten, two.tempe)
        board = indicators.board(two.tempe, "partisipasi")
        assert (board.own, board.whole.target, board.above[0][1]) == (False, 8382, 8382)
        with pytest.raises(errors.NotPermitted):
            indicators.edit_indicator(two.tempe, "partisipasi", target="90")
