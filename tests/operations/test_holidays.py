# SPDX-License-Identifier: Apache-2.0
"""Days off: none are brought; typed or pasted with their basis, and counted by the calendar of the office."""

from datetime import date

import pytest

from desk_app.domain import errors
from desk_app.operations import history, holidays
from desk_app.operations.desk import Desk

LIST = """
17-08-2024 Hari Kemerdekaan
Rabu, 25 Desember 2024: Hari Raya Natal
2024-12-26 - Cuti bersama Natal

31-02-2024 Tidak ada
1 Januari 2025
besok libur
"""


def test_the_program_brings_none(wajo: Desk) -> None:
    assert holidays.holidays(wajo) == []
    assert holidays.calendar(wajo).working_day(date(2024, 12, 25))


def test_a_pasted_list_is_read_line_by_line() -> None:
    found = holidays.read_pasted(LIST)
    assert [(one.day, one.name, one.what is None) for one in found] == [
        (date(2024, 8, 17), "Hari Kemerdekaan", True),
        (date(2024, 12, 25), "Hari Raya Natal", True),
        (date(2024, 12, 26), "Cuti bersama Natal", True),
        (None, "", False),
        (date(2025, 1, 1), "", False),
        (None, "", False),
    ]


def test_what_could_be_read_is_kept_with_its_basis_as_one_undo(wajo: Desk) -> None:
    lines = holidays.read_pasted(LIST)
    with pytest.raises(errors.Refused, match="dasar"):
        holidays.add_pasted(wajo, lines, " ")
    assert holidays.add_pasted(wajo, lines, "SKB Tiga Menteri") == 3
    assert [(one.day.day, one.source) for one in holidays.holidays(wajo)] == [
        (17, "SKB Tiga Menteri"),
        (25, "SKB Tiga Menteri"),
        (26, "SKB Tiga Menteri"),
    ]
    history.undo(wajo)
    assert holidays.holidays(wajo) == []
    with pytest.raises(errors.Refused, match="Tidak ada hari libur"):
        holidays.add_pasted(wajo, lines[3:], "SKB")


def test_deadlines_go_on_over_days_off(wajo: Desk) -> None:
    holidays.save(wajo, date(2024, 12, 25), "Natal")
    every = holidays.calendar(wajo)
    assert every.after(date(2024, 12, 24), 1) == date(2024, 12, 26)
    assert every.after(date(2024, 12, 27), 1) == date(2024, 12, 28)
    assert holidays.calendar(wajo, weekends=False).after(date(2024, 12, 27), 1) == date(2024, 12, 30)


def test_one_is_altered_and_taken_away(wajo: Desk) -> None:
    no = holidays.save(wajo, date(2024, 12, 25), "Natl")
    assert holidays.save(wajo, date(2024, 12, 25), "Natal", "SKB") == no
    assert [(one.name, one.source) for one in holidays.holidays(wajo)] == [("Natal", "SKB")]
    holidays.delete(wajo, date(2024, 12, 25))
    assert holidays.days_off(wajo) == frozenset()
    with pytest.raises(errors.NotFound):
        holidays.delete(wajo, date(2024, 12, 1))
    with pytest.raises(errors.Refused):
        holidays.save(wajo, date(2024, 12, 1), " ")
