# SPDX-License-Identifier: Apache-2.0
"""Pagar Alam: a kota, monitoring teams over five kecamatan, a security map, two elections in one year in one office.

Published are the DPT of the kecamatan and the 247 TPS of the Pilkada (`domain.md §2.2`); how they are spread over the
kelurahan, the classes and the personnel are made up here. Its desk reports "secara jujur dan bertanggung jawab": what
a paper or a message says carries its source, and what contradicts itself is told before it is taken in.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desk_app.base import progress
from desk_app.domain import elections as election_rules
from desk_app.domain import errors, localities
from desk_app.domain.risk import RiskClass
from desk_app.operations import (
    areas,
    daily_reports,
    election_settings,
    elections,
    guarding,
    issue_register,
    issues,
    level_words,
    offices,
    overview,
    printing_daily,
    region_risk,
    risk,
    risk_map,
    risk_text,
    settings,
    stages,
    station_import,
    stations,
    teams,
)
from desk_app.operations.desk import Desk
from tests.small_offices import KEY_MEMORY, PASSWORD

CITY = "16.72"
FEBRUARY, NOVEMBER = "pemilu-2024", "pilkada-2024"
DPT = {"16.72.01": 32_694, "16.72.02": 36_381, "16.72.03": 17_452, "16.72.04": 9_870, "16.72.05": 11_519}
STATIONS = {"16.72.01": 75, "16.72.02": 83, "16.72.03": 40, "16.72.04": 23, "16.72.05": 26}
WIB = timezone(timedelta(hours=7))


class Clock:
    """The clock of the office, set by the test."""

    def __init__(self) -> None:
        self.at = datetime(2024, 2, 13, 12, tzinfo=WIB)

    def __call__(self) -> int:
        return int(self.at.timestamp())


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    asked = offices.NewOffice(CITY, FEBRUARY, "Andi", PASSWORD)
    with offices.create_office(tmp_path / "pagaralam", asked, now=clock, key_memory=KEY_MEMORY).desk as made:
        yield made


def rows() -> list[list[Any]]:
    """The TPS of the Pilkada as a list of the KPU: DPT of each kecamatan as published, spread evenly."""
    index = offices.region_index()
    below = [one.code for one in offices.regions_below(index, CITY)]
    villages = {code: [one for one in below if one.startswith(f"{code}.")] for code in DPT}
    listed: list[list[Any]] = []
    for district, total in DPT.items():
        count = STATIONS[district]
        numbers = dict.fromkeys(villages[district], 0)
        for at in range(count):
            village = villages[district][at % len(villages[district])]
            numbers[village] += 1
            voters = total // count + (at < total % count)
            listed.append([village, numbers[village], voters // 2, voters - voters // 2, voters])
    return sorted(listed, key=lambda row: (row[0], row[1]))


def workbook(path: Path, *last: list[Any]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Kode", "TPS", "L", "P", "Jumlah"])
    for row in (*rows(), *last):
        sheet.append(row)
    book.save(path)
    return path


def take_in(desk: Desk, path: Path) -> station_import.Preview:
    found = progress.finish(station_import.preview_stations(desk, path))
    progress.finish(station_import.import_stations(desk, found))
    return found


@pytest.fixture
def november(desk: Desk, clock: Clock, tmp_path: Path) -> Desk:
    """The office in November, with the TPS of the Pilkada; those of February are kept."""
    for number in (1, 2, 3):
        stations.create_station(desk, "16.72.01.1001", number, {"dpt_male": 140, "dpt_female": 145})
    clock.at = datetime(2024, 11, 24, 9, tzinfo=WIB)
    election_settings.choose(desk, NOVEMBER)
    take_in(desk, workbook(tmp_path / "dpt.xlsx"))
    return desk


def test_a_kota_has_kelurahan_only_and_a_wali_kota(desk: Desk) -> None:
    assert areas.own(desk).label == "Kota Pagar Alam"
    assert desk.identity.name == "Desk Pemilu Kota Pagar Alam"
    assert localities.words_for(CITY).head == "Wali Kota"
    districts = areas.districts(desk)
    assert len(districts) == 5
    labels = [one.label for district in districts for one in areas.villages(desk, district.code)]
    assert len(labels) == 35
    assert all(label.startswith("Kel. ") for label in labels)
    assert [race.short for race in elections.working_event(desk).races][-1] == "DPRD Kota"
    election_settings.choose(desk, NOVEMBER)
    race = elections.working_event(desk).races[-1]
    assert (race.short, race.label) == ("Pilwali", "Wali Kota dan Wakil Wali Kota")
    asked = printing_daily.Setting(
        day=date(2024, 2, 13), phase=None, area=CITY, as_of=desk.now(), paper="A4", signer=None,
        signing_day=date(2024, 2, 13), number="", addressed_to="Gubernur",
    )
    office = printing_daily.gather(desk, asked).office
    assert (office.region, office.unit) == ("Kota Pagar Alam", "Kecamatan")
    assert office.villages == level_words.villages(desk) == "Kelurahan"


def test_the_sum_that_does_not_add_up_is_told_before_anything_is_written(
    desk: Desk, tmp_path: Path
) -> None:
    election_settings.choose(desk, NOVEMBER)
    path = workbook(tmp_path / "koran.xlsx", ["JUMLAH KOTA PAGAR ALAM", None, 54_028, 53_028, 107_916])
    found = progress.finish(station_import.preview_stations(desk, path))
    assert (found.new, found.refused, found.dpt_male + found.dpt_female) == (247, 0, 107_916)
    said = [str(one) for one in found.warnings]
    assert said[0].endswith("L 54.028 + P 53.028 = 107.056, tetapi jumlah tertulis 107.916: selisih 860.")
    assert any("menulis L 54.028, tetapi baris-baris TPS berjumlah" in one for one in said)
    assert not any("menulis L + P" in one for one in said), "the published total is that of the rows"
    assert stations.count_stations(desk) == 0
    right = workbook(tmp_path / "benar.xlsx", ["JUMLAH", None, found.dpt_male, found.dpt_female, 107_916])
    assert take_in(desk, right).warnings == ()


def test_the_published_figures_by_kecamatan(november: Desk) -> None:
    table = overview.readiness_by_district(november)
    assert {row.code: (row.stations, row.dpt) for row in table.rows} == {
        code: (STATIONS[code], DPT[code]) for code in DPT
    }
    assert (table.total.stations, table.total.dpt) == (247, 107_916)
    assert max(row[4] for row in rows()) <= elections.working_event(november).max_voters


def test_monitoring_teams_cover_all_five_kecamatan(november: Desk) -> None:
    decree = teams.new_decree(november, number="CONTOH/2024", subject="Pembentukan Desk Pilkada")
    teams.new_member(november, "Wali Kota Pagar Alam", "Pembina")
    for number, districts in enumerate((["16.72.01"], ["16.72.02"], ["16.72.03", "16.72.04"]), 1):
        no = teams.new_team(november, number, districts, decree=decree)
        teams.new_member(november, f"Jabatan uji {number}", "Ketua Tim", team=no)
    assert teams.matrix(november).holes == ("16.72.05",)
    teams.set_covered(november, teams.team_numbered(november, "III").no, "16.72.05", True)
    matrix = teams.matrix(november)
    assert (matrix.holes, matrix.doubles) == ((), ())
    assert stations.station(november, "16.72.05.1001-001").teams == (3,)


def test_the_security_map_and_the_personnel_it_asks_for(november: Desk) -> None:
    ids = stations.station_ids(november)
    subjects = [row.subject for row in risk.rows(november, ids) if row is not None]
    utara = [one for one in subjects if one.startswith("16.72.01")]
    risk.set_class(november, subjects, "kurang rawan")
    risk.set_class(november, utara[:6], "rawan")
    risk.set_class(november, utara[6:8], "sangat rawan")
    assert guarding.table(november).total.without == 247, "no pattern is known until somebody tells it"
    guarding.set_patterns(november, {RiskClass.LOW: "2-16-32", RiskClass.AT_RISK: "2-4-8", RiskClass.HIGH: "4-2-4"})
    guarding.set_station(november, utara[7], "6-1-4", "Rencana pengamanan Polres (contoh)", "dekat kantor KPU")
    for code in DPT:
        guarding.set_at_hand(november, code, 10, 160, "Polsek (contoh)")
    table = guarding.table(november)
    first = table.rows[0]
    # 67 low: 8.375; 6 rawan: 3; 1 sangat rawan by its class: 2; 1 by its own: 6 — 19.375, so 20 people.
    assert (first.stations, first.own, first.police, first.police_short) == (75, 1, 20, 10)
    assert table.total.police == sum(row.police for row in table.rows)
    assert (table.total.without, table.total.police_at_hand) == (0, 50)
    shown = risk_map.risk_map(november)
    shades = [risk_map.SHADES[state] for state in shown.states]
    assert (shown.square, len(shades)) == (overview.Square.STATION, 247)
    assert (shades.count(risk_map.Shade.MIDDLE), shades.count(risk_map.Shade.HIGH)) == (6, 2)
    assert [row.name for row in shown.rows][:2] == ["Pagar Alam Utara", "Pagar Alam Selatan"]
    text = risk_text.guard_text(november, table)
    assert "Pagar Alam Utara: 75 TPS; Polri perlu 20, ada 10" in text
    assert "sumber: Polsek (contoh)" in text


def test_every_figure_carries_its_source(november: Desk) -> None:
    with pytest.raises(errors.Refused, match="dipertanggungjawabkan"):
        region_risk.save(november, CITY, "polri", {"category": "rawan sedang"})
    region_risk.save(
        november, CITY, "polri",
        {"category": "rawan sedang", "source": "Paparan Polres (contoh)", "day": "2024-11-20"},
    )
    first = stations.station_rows(november, stations.station_ids(november, stations.StationFilter("16.72.03")))[0]
    assert first is not None
    risk.tick(november, first.subject, {"K17": True, "K24": True})
    text = risk_text.totals_text(november, risk.totals(november))
    assert "Keadaan data 24-11-2024 (H-3)" in text
    assert "Sumber: catatan Desk Pemilu Kota Pagar Alam" in text
    assert "- Kota Pagar Alam: rawan sedang menurut Polri (Paparan Polres (contoh), 20-11-2024)" in text
    assert "- Kendala jaringan internet: 1 TPS (0,4 %)" in text
    calendar = stages.whatsapp_text(november)
    assert "- Masa tenang: 24-11-2024 (H-3) s.d. 26-11-2024 (H-1) [inews.id 11-1-2024" in calendar


def test_another_regency_in_the_text_is_told_before_printing(november: Desk) -> None:
    daily_reports.write_report(november, situation="Situasi di wilayah Kabupaten Kolaka aman.", activities="Rakor.")
    from desk_app.operations import papers, printing

    made = printing.make(november, papers.Asked("laporan-harian"))
    assert any("Kolaka" in str(one.words) and one.grave for one in made.remarks)


def test_two_elections_in_one_office_stay_apart(november: Desk, clock: Clock) -> None:
    risk.tick(november, "16.72.01.1001-001", {"K07": True})
    guarding.set_patterns(november, {RiskClass.LOW: "2-16-32"})
    stages.add(november, "Rakor pengamanan", "H-2", "H-2", "Undangan Kesbangpol (contoh)")
    issues.new_issue(november, "Listrik padam di TPS", "16.72.01.1001-001")
    before = risk.totals(november)
    assert [one.name for one in election_settings.choices(november)] == [
        "Pemilihan Umum Tahun 2024",
        "Pemilihan Kepala Daerah Serentak Tahun 2024",
    ]
    election_settings.choose(november, FEBRUARY)
    assert settings.event_code(november) == FEBRUARY
    assert stations.count_stations(november) == 3
    assert [row.subject for row in risk.rows(november, stations.station_ids(november)) if row and row.codes] == []
    assert guarding.patterns(november) == {}
    assert issue_register.issue_rows(november) == []
    shown = stages.calendar(november)
    assert "Rakor pengamanan" not in [row.stage.name for row in shown.rows]
    assert (shown.event.voting_day, shown.h(date(2024, 2, 13))) == (date(2024, 2, 14), "H-1")
    assert len(risk.totals(november).indicators) == 22
    stations.edit_station(november, "16.72.01.1001-001", {"risk": "sangat_rawan"})
    election_settings.choose(november, NOVEMBER)
    assert risk.totals(november) == before
    assert stations.station(november, "16.72.01.1001-001").row.risk is None
    assert stages.h_words(date(2024, 11, 24), elections.working_event(november).voting_day) == "H-3"
    assert election_rules.day_words(-3) == "H-3"
    assert [row.title for row in issue_register.issue_rows(november)] == ["Listrik padam di TPS"]
