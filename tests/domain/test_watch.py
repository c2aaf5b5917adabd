# SPDX-License-Identifier: Apache-2.0
"""The hours of voting day: columns as typed, to which column a report belongs, what a cell means."""

import pytest

from desk_app.domain import errors, watch

RULES = watch.Rules(watch.parse_columns(watch.DEFAULT_COLUMNS))
M = watch.Measure


def test_the_usual_hours_are_read_and_written_back() -> None:
    assert [column.hour for column in RULES.columns] == [
        "07.00", "10.00", "12.00", "13.00", "15.00", "18.00", "20.00", "22.00", "24.00"
    ]
    assert watch.hours_words(RULES.columns) == watch.DEFAULT_COLUMNS
    assert watch.parse_columns("12.30 pemilih; 07 buka") == (
        watch.Column(420, M.OPEN), watch.Column(750, M.VOTERS)
    )


@pytest.mark.parametrize("text", ["", "07", "25 buka", "07 terbang", "07 buka, 07 buka", "07.75 buka"])
def test_what_is_no_column_is_refused(text: str) -> None:
    with pytest.raises(errors.Refused):
        watch.parse_columns(text)


def test_a_report_belongs_to_the_last_column_that_has_begun() -> None:
    assert RULES.column_of(M.OPEN, 6 * 60) == 0
    assert RULES.column_of(M.OPEN, 14 * 60) == 0
    assert [RULES.column_of(M.VOTERS, minute) for minute in (560, 569, 570, 689, 690)] == [1, 1, 1, 1, 2]
    assert RULES.column_of(M.COUNTED, 23 * 60 + 29) == 7
    assert RULES.column_of(M.COUNTED, 25 * 60) == 8
    assert watch.Rules((watch.Column(420, M.OPEN),)).column_of(M.VOTERS, 600) is None
    assert RULES.ends(1) == RULES.begins(2) == 690
    assert RULES.ends(0) == RULES.ends(8) == watch.END


def test_late_is_what_comes_after_the_delay() -> None:
    assert not RULES.is_late(0, 450)
    assert RULES.is_late(0, 451)


def test_a_cell_of_a_region_is_a_number_perhaps_with_its_hour() -> None:
    typed = watch.parse_cell
    assert typed("170", M.OPEN, station=False) == watch.Typed(170)
    assert typed("1.170", M.VOTERS, station=False) == watch.Typed(1170)
    assert typed("170/178", M.OPEN, station=False) == watch.Typed(170, 178)
    assert typed("170 dari 178 07.35", M.OPEN, station=False) == watch.Typed(170, 178, 455)
    assert typed("212 10.05", M.VOTERS, station=True) == watch.Typed(212, None, 605)
    for wrong in ("", "x", "170 x", "170 07.35 lagi", "/5", "170 25.00"):
        with pytest.raises(errors.Refused):
            typed(wrong, M.OPEN, station=False)


def test_a_cell_of_a_tps_is_done_not_yet_or_its_hour() -> None:
    typed = watch.parse_cell
    assert typed("s", M.OPEN, station=True) == watch.Typed(1, 1)
    assert typed("B", M.OPEN, station=True) == watch.Typed(0, 1)
    assert typed("07.25", M.OPEN, station=True) == watch.Typed(1, 1, 445)
    assert typed("s 07.25", M.COUNTED, station=True) == watch.Typed(1, 1, 445)
    for wrong in ("3", "1/1", "x"):
        with pytest.raises(errors.Refused):
            typed(wrong, M.OPEN, station=True)


def test_hours_after_midnight_say_so() -> None:
    assert watch.write_minute(1440) == "24.00"
    assert watch.write_minute(1520) == "01.20 (+1)"
    assert [watch.read_minute(text) for text in ("7", "0730", "7.30", "24", "24.30", "7.5", "x")] == [
        420, 450, 450, 1440, None, None, None
    ]


def test_measures_are_known_by_word_and_by_code() -> None:
    assert watch.measure_named("TPS dibuka") is M.OPEN
    assert watch.measure_named("selesai hitung") is M.COUNTED
    assert watch.measure_named("kotak suara") is None
    assert watch.measure_of("hh.pemilih") is M.VOTERS
    assert watch.measure_of("log.tinta") is None
