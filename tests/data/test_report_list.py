# SPDX-License-Identifier: Apache-2.0
"""Reports by place and day, packages by office, and places that failed without an issue."""

from datetime import date

from desk_app.data import parcels, report_list
from desk_app.operations import answers, daily_reports, issues, stations
from desk_app.operations.desk import Desk
from tests.regency_offices import BELAWA, BELAWA_VILLAGE, MADDUKELLENG, TEMPE, tps
from tests.small_offices import EVENT, NOW


def test_between_days(wajo: Desk) -> None:
    for day in (11, 12, 13):
        daily_reports.note_received(wajo, TEMPE, "WA", date(2024, 2, day))
    with wajo.reading() as connection:
        found = report_list.between(connection, EVENT, "73.13", "2024-02-12", "2024-02-13")
        assert set(found) == {(TEMPE, "2024-02-12"), (TEMPE, "2024-02-13")}
        assert report_list.between(connection, EVENT, BELAWA, "2024-02-12", "2024-02-13") == {}


def test_reports_of_a_place_with_the_numbers_given_to_them(wajo: Desk) -> None:
    daily_reports.write_report(wajo, date(2024, 2, 12), situation="Hujan")
    daily_reports.finish_report(wajo)
    daily_reports.note_received(wajo, TEMPE, "WA")
    with wajo.reading() as connection:
        found = [(one.day, one.given, one.finished) for one in report_list.numbered(connection, EVENT, "73.13")]
        assert found == [("2024-02-12", 0, False), ("2024-02-13", 2, True)]
        assert [one.given for one in report_list.numbered(connection, EVENT, TEMPE)] == [0]


def test_the_last_package_of_an_office(wajo: Desk) -> None:
    with wajo.store.writing() as connection:
        for number, direction, at in ((1, "in", NOW - 90), (2, "in", NOW - 60), (3, "out", NOW)):
            key = bytes([number]), direction, b"k" * 32, "Tempe", number
            one = parcels.Parcel(*key, at, "x", b"", None, "", place=TEMPE)
            parcels.register(connection, one)
    with wajo.reading() as connection:
        assert report_list.last_contact(connection) == {TEMPE: NOW - 60}
    assert TEMPE not in {row.place for row in daily_reports.silent(wajo)}


def test_failures_without_issue(wajo: Desk) -> None:
    answers.set_answer(wajo, tps(MADDUKELLENG, 1), "log.hujan", "B")
    answers.set_answer(wajo, tps(MADDUKELLENG, 1), "log.hujan@h", "B")
    answers.set_answer(wajo, tps(BELAWA_VILLAGE, 1), "log.hujan", "B")
    answers.set_answer(wajo, tps(BELAWA_VILLAGE, 2), "log.hujan", "S")
    answers.set_answer(wajo, f"{TEMPE}/ppk", "pan.ppk", "0")
    issues.new_issue(wajo, "Basah", tps(BELAWA_VILLAGE, 1))
    with wajo.reading() as connection:
        assert report_list.failures_without_issue(connection, EVENT) == [
            report_list.Failures(-7, 0, 1), report_list.Failures(-1, 1, 0), report_list.Failures(0, 1, 0),
        ]


def test_a_deleted_tps_has_failed_in_no_list(wajo: Desk) -> None:
    answers.set_answer(wajo, tps(BELAWA_VILLAGE, 1), "log.hujan", "B")
    stations.delete_station(wajo, tps(BELAWA_VILLAGE, 1))
    with wajo.reading() as connection:
        assert report_list.failures_without_issue(connection, EVENT) == []


def test_issues_of_a_day(wajo: Desk) -> None:
    issues.new_issue(wajo, "Basah", tps(BELAWA_VILLAGE, 1))
    with wajo.reading() as connection:
        assert [
            report_list.reported_issues(connection, EVENT, area, since, until)
            for area, since, until in (
                ("73.13", NOW, NOW + 1), ("0", NOW, NOW + 1), (TEMPE, NOW, NOW + 1), ("73.13", NOW + 1, NOW + 2),
            )
        ] == [1, 1, 0, 0]
