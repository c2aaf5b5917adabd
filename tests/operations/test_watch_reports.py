# SPDX-License-Identifier: Apache-2.0
"""What stands of each place in each column: the office's hours, answers that came in packages, disagreements."""

from pathlib import Path

from desk_app.operations import answers, change_settings, recap_board, watch_entry, watch_reports
from tests import small_offices, watch_days
from tests.operations import carrying

VILLAGE = small_offices.VILLAGE
FIRST = small_offices.station(1)
AT_18, AT_20 = 5, 6


def test_hours_and_delay_are_settings(tmp_path: Path) -> None:
    desk, _clock = watch_days.make(tmp_path / "kantor")
    with desk:
        assert len(watch_reports.rules(desk).columns) == 9
        change_settings.set_many(desk, {"watch_columns": "08 buka, 12 pemilih", "watch_late": "10"})
        rules = watch_reports.rules(desk)
        assert [column.hour for column in rules.columns] == ["08.00", "12.00"]
        assert rules.late == 10


def test_an_answer_from_a_package_counts_from_when_it_was_given(tmp_path: Path) -> None:
    desk, clock = watch_days.make(tmp_path / "wajo", "73.13")
    other, its = watch_days.make(tmp_path / "tempe", stations=0)
    with desk, other:
        carrying.pass_on(desk, other)
        its.set("17.50")
        answers.set_answer(other, FIRST, "har.selesai", "S")
        clock.set("21.00")
        carrying.pass_on(other, desk)
        held = watch_reports.day(desk, "73.13").reports[FIRST]
        assert held[AT_18].minute == 17 * 60 + 50
        assert held[AT_20].count == 1
        assert 4 not in held, "at 15 it had not finished"


def test_a_recap_about_which_offices_differ_is_no_figure(tmp_path: Path) -> None:
    desk, _clock = watch_days.make(tmp_path / "wajo", "73.13")
    other, _its = watch_days.make(tmp_path / "tempe", stations=0)
    with desk, other:
        carrying.pass_on(desk, other)
        record = watch_entry.enter(other, VILLAGE, 0, "1", "lurah")
        carrying.pass_on(other, desk)
        assert watch_reports.day(desk, "73.13").reports[VILLAGE][0].count == 1
        watch_entry.enter(other, VILLAGE, 0, "2 07.10")
        assert watch_entry.enter(other, VILLAGE, 0, "2 07.10") == record
        watch_entry.enter(desk, VILLAGE, 0, "3 07.10")
        carrying.pass_on(other, desk)
        day = watch_reports.day(desk, "73.13")
        assert VILLAGE not in day.reports or 0 not in day.reports[VILLAGE]
        assert day.blocked == {VILLAGE: {0}}


def test_a_recap_of_the_board_stands_in_the_sheet_too(tmp_path: Path) -> None:
    desk, clock = watch_days.make(tmp_path / "kantor")
    with desk:
        clock.set("07.40")
        recap_board.add_recap_today(desk, VILLAGE, "har.buka", 3, 3, minute=455, source="lurah")
        report = watch_reports.day(desk, small_offices.DISTRICT).reports[VILLAGE][0]
        assert (report.count, report.minute, report.late, report.source) == (3, 455, True, "lurah")
