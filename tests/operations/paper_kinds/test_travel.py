# SPDX-License-Identifier: Apache-2.0
"""The papers of a journey, from an activity of a real office."""

from dataclasses import replace

import pytest

from desk_app.domain import errors
from desk_app.operations import (
    activities,
    activity_people,
    activity_register,
    change_settings,
    issues,
    papers,
    printing,
    signatories,
    teams,
    visits,
)
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import travel
from desk_app.reports import catalogue, document
from tests.operations.paper_kinds import meetings

ORDER, REPORT, LIST = (
    papers.Asked(one.key) for one in (catalogue.TRAVEL_ORDER, catalogue.TRAVEL_REPORT, catalogue.TRAVEL_LIST)
)


def cells(paper: papers.Prepared) -> list[str]:
    return [
        cell
        for block in paper.document.blocks
        if isinstance(block, document.Table)
        for row in block.rows
        for cell in row.cells
    ]


def test_the_order_of_the_first_and_of_each(wajo: Desk) -> None:
    no = meetings.journey(wajo)
    change_settings.set_many(wajo, {"city": "Sengkang"})
    signatories.add_signatory(wajo, {"office": "Sekretaris Daerah", "person": "Sekda"})
    paper = printing.make(wajo, replace(ORDER, record=no))
    told = cells(paper)
    for said in ("Sekretaris Daerah", "Baso", "Kunjungan TPS rawan", "Sengkang", "2 (dua) hari", "12 Februari 2024",
                 "13 Februari 2024", "Surat Tugas Nomor 800/45 tanggal 10 Februari 2024",
                 "Kantor Camat, Kecamatan Tempe"):  # fmt: skip
        assert said in told
    assert any("TPS 001" in cell for cell in told)
    assert any("2 petugas bepergian" in str(one.words) for one in paper.remarks)
    every = [printing.make(wajo, one) for one in travel.orders_of(wajo, replace(ORDER, record=no))]
    assert ["Baso" in cells(one) for one in every] == [True, False]
    assert "Ani" in cells(every[1])
    assert len({one.title for one in every}) == 2


def test_a_member_goes_with_rank_and_number(wajo: Desk) -> None:
    no = activities.new_activity(wajo, "Kunjungan", "kunjungan")
    member = teams.new_member(wajo, "Camat", person="Baso", nip="197501012000031001", rank="IV/a")
    activity_people.add_person(wajo, no, activity_people.Part.OFFICER, name="Baso", member=member)
    told = cells(printing.make(wajo, replace(ORDER, record=no)))
    assert "NIP. 19750101 200003 1 001" in told
    assert "Pembina (IV/a)" in told
    assert not any("19750101" in cell for cell in cells(printing.make(wajo, replace(LIST, record=no))))


def test_what_is_asked_for_first(wajo: Desk) -> None:
    for asked in (ORDER, REPORT, LIST):
        with pytest.raises(errors.Refused, match="Pilih kegiatan"):
            printing.make(wajo, asked)
        with pytest.raises(errors.NotFound):
            printing.make(wajo, replace(asked, record=4711))
    no = activities.new_activity(wajo, "Kunjungan")
    with pytest.raises(errors.Refused, match="petugasnya"):
        printing.make(wajo, replace(ORDER, record=no))
    assert "Belum ada petugas" in printing.make(wajo, replace(REPORT, record=no)).text()


def test_the_report_tells_each_place(wajo: Desk) -> None:
    said = printing.make(wajo, replace(REPORT, record=meetings.journey(wajo))).text()
    for words in ("Dasar: Surat Tugas Nomor 800/45", "1. *Baso*: Camat Tempe", "1. Bilik", "Atap bocor",
                  "ditemui Ketua KPPS", "Belum dikunjungi", "Logistik lengkap."):  # fmt: skip
        assert words in said


def test_a_finding_that_is_kept_in_confidence_is_not_told(wajo: Desk) -> None:
    no = meetings.journey(wajo)
    visit = activity_register.activity(wajo, no).visits[0].no
    issue = visits.raise_issue(wajo, visit)
    assert "Atap bocor" in printing.make(wajo, replace(REPORT, record=no)).text()
    issues.edit_issue(wajo, issue, confidential=True)
    said = printing.make(wajo, replace(REPORT, record=no)).text()
    assert "Atap bocor" not in said
    assert travel.WITHHELD in said


def test_the_team_goes_where_nobody_is_named(wajo: Desk) -> None:
    team = teams.new_team(wajo, 1)
    teams.new_member(wajo, "Camat", team=team, person="Baso", rank="IV/a")
    no = activities.new_activity(wajo, "Kunjungan", team=team)
    assert "Baso" in cells(printing.make(wajo, replace(LIST, record=no)))
