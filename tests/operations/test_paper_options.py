# SPDX-License-Identifier: Apache-2.0
"""What can be chosen for a paper: regions step by step, hours, records, and what goes without saying."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desk_app.operations import (
    change_settings,
    daily_reports,
    issues,
    own_formats,
    paper_batch,
    paper_numbers,
    paper_options,
    papers,
    printing,
    settings,
)
from desk_app.operations.desk import Desk
from desk_app.reports import catalogue
from tests import regency_offices
from tests.operations.paper_kinds import meetings


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as made:
        yield made


def test_every_paper_stands_under_a_heading_in_order(wajo: Desk) -> None:
    found = paper_options.kinds(wajo)
    headings = [paper_options.heading(one) for one in found]
    assert list(dict.fromkeys(headings)) == list(catalogue.GROUPS.values())
    assert headings == sorted(headings, key=list(catalogue.GROUPS.values()).index)
    keys = {one.key for one in found}
    assert {printing.SPECIAL, printing.HANDOVER, printing.RECEIPT, printing.DAILY} <= keys
    assert not {printing.SLIPS, printing.SPARE_KEY} & keys


def test_a_paper_about_one_thing_begins_with_the_first(wajo: Desk) -> None:
    sheet = paper_options.settled(wajo, papers.Asked("lembar-kecamatan"))
    assert sheet.area == paper_options.offered(wajo, sheet).regions[0].choices[0][0]
    assert paper_options.settled(wajo, papers.Asked("notula")).record == 0
    meeting = meetings.meeting(wajo)
    assert paper_options.settled(wajo, papers.Asked("notula")).record == meeting
    assert paper_options.settled(wajo, papers.Asked("daftar-hadir")).record == 0
    issue = issues.new_issue(wajo, "Tinta kurang")
    asked = paper_options.settled(wajo, papers.Asked(printing.SPECIAL))
    assert asked.issue == issue
    assert [no for no, _label in paper_options.offered(wajo, asked).issues] == [issue]
    chosen = papers.Asked("notula", record=5)
    assert paper_options.settled(wajo, chosen) == chosen


def test_hours_are_those_of_the_watch_sheet(wajo: Desk) -> None:
    hours = dict(paper_options.offered(wajo, papers.Asked("laporan-situasi")).hours)
    assert hours[None] == "Jam terakhir yang sudah lewat"
    for hour in list(hours)[1:]:
        made = printing.make(wajo, papers.Asked("laporan-situasi", hour=hour))
        assert hours[hour] in made.title


def test_a_period_begins_where_its_kind_begins(wajo: Desk) -> None:
    month = paper_options.offered(wajo, papers.Asked("laporan-bulanan"))
    assert (month.day, month.until) == (date(2024, 2, 1), date(2024, 2, 13))
    assert "1 Februari 2024 s.d. 13 Februari 2024" in printing.make(wajo, papers.Asked("laporan-bulanan")).text()
    week = paper_options.offered(wajo, papers.Asked("matriks-permasalahan"))
    assert week.day == date(2024, 1, 15)
    assert "15 Januari 2024 s.d. 13 Februari 2024" in printing.make(wajo, papers.Asked("matriks-permasalahan")).text()
    assert paper_options.offered(wajo, papers.Asked("laporan-harian")).day == date(2024, 2, 13)
    assert paper_options.day_label(month) == "Mulai tanggal"


def test_numbers_addressees_words_and_forms(wajo: Desk) -> None:
    daily = paper_options.offered(wajo, papers.Asked(printing.DAILY))
    assert not daily.has_own_numbers
    assert daily.addressed_to == "Gubernur Sulawesi Selatan"
    assert daily.forms == own_formats.listing(wajo)
    note = paper_options.offered(wajo, papers.Asked("nota-dinas", addressed_to="Asisten I"))
    assert note.addressed_to == "Asisten I"
    assert paper_options.offered(wajo, papers.Asked("nota-dinas")).addressed_to == ""
    change_settings.set_many(wajo, {"paper_number_way": paper_numbers.Way.OWN.value})
    assert paper_options.offered(wajo, papers.Asked(printing.DAILY)).has_own_numbers
    letters = paper_options.offered(wajo, papers.Asked(printing.ASSIGNMENT))
    assert letters.letters == {paper_batch.Each.TEAM: 0, paper_batch.Each.PERSON: 0}
    assert daily.letters == {}
    assert letters.signs_by_rule
    month = paper_options.offered(wajo, papers.Asked("laporan-bulanan"))
    own = [code for code, _label in printing.kind("laporan-bulanan").parts]
    assert [part.code for part in month.parts.parts] == own


def test_the_state_of_the_daily_report_in_words(wajo: Desk) -> None:
    asked = papers.Asked(printing.DAILY)
    assert "belum selesai" in paper_options.state_words(paper_options.offered(wajo, asked))
    daily_reports.report_nihil(wajo)
    assert "NIHIL" in paper_options.state_words(paper_options.offered(wajo, asked))
    part = paper_options.offered(wajo, papers.Asked(printing.DAILY, area=regency_offices.TEMPE))
    assert "satu wilayah" in paper_options.state_words(part)


def test_a_moment_of_the_office_in_seconds(wajo: Desk) -> None:
    now = wajo.now()
    found = paper_options.offered(wajo, papers.Asked("kesiapan", as_of=now))
    assert paper_options.seconds(found.moment, settings.zone(wajo)) == now
    assert paper_options.seconds(None, settings.zone(wajo)) == 0
