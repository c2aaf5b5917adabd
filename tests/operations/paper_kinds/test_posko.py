# SPDX-License-Identifier: Apache-2.0
"""The roster of a week and the hand-over between shifts, from a real office."""

from dataclasses import replace
from datetime import date

import pytest

from desk_app.domain import errors
from desk_app.operations import issues, papers, printing, team_handovers, team_roster, teams
from desk_app.operations.desk import Desk
from desk_app.reports import catalogue
from tests.regency_offices import TEMPE_VILLAGE, tps

ROSTER = papers.Asked(catalogue.ROSTER.key, day=date(2024, 2, 13))
HANDOVER = papers.Asked(catalogue.SHIFT_HANDOVER.key)


def test_a_week(wajo: Desk) -> None:
    assert "Belum ada piket pada minggu ini" in printing.make(wajo, ROSTER).text()
    member = teams.new_member(wajo, "Analis", person="Baso")
    team_roster.new_shift(wajo, "2024-02-12", 420, 1140, member=member, note="Koordinator", until="2024-02-13")
    team_roster.new_shift(wajo, "2024-02-12", 1140, 420, person="Ani")
    paper = printing.make(wajo, ROSTER)
    said = paper.text()
    for words in ("Minggu: 12 Februari 2024 s.d. 18 Februari 2024", "*Senin, 12 Februari 2024*", "24 jam",
                  "*07.00–19.00*: Baso; Analis; Koordinator", "*19.00–07.00*: Ani",
                  "! Belum ada petugas: 12-02-2024 pukul 00.00–07.00; 13-02-2024 pukul 19.00–00.00"):  # fmt: skip
        assert words in said
    assert any("tanpa petugas" in str(one.words) for one in paper.remarks)
    team_roster.set_open_hours(wajo, "07.00–19.00")
    said = printing.make(wajo, ROSTER).text()
    assert "pukul 07.00–19.00" in said
    assert "Belum ada petugas" not in said


def test_the_newest_hand_over_and_another(wajo: Desk) -> None:
    with pytest.raises(errors.Refused, match="serah terima"):
        printing.make(wajo, HANDOVER)
    [day] = team_roster.new_shift(wajo, "2024-02-13", 420, 1140, person="Baso")
    [night] = team_roster.new_shift(wajo, "2024-02-13", 1140, 420, person="Ani")
    old = team_handovers.new_handover(wajo, "Pagi tenang.", at=1_707_782_400)
    team_handovers.new_handover(wajo, "Sore ramai.", from_shift=day, to_shift=night, matters="- Terpal\n- PLN")
    said = printing.make(wajo, HANDOVER).text()
    for words in ("Baso, petugas piket pukul 07.00–19.00, selanjutnya disebut PIHAK PERTAMA", "Ani, petugas piket",
                  "Sore ramai.", "1. Terpal", "2. PLN", "tanggal tiga belas bulan Februari"):  # fmt: skip
        assert words in said
    other = printing.make(wajo, replace(HANDOVER, record=old)).text()
    assert "Pagi tenang." in other
    assert "1. ......" in other
    assert "NIHIL" in other


def test_an_issue_that_is_kept_in_confidence_by_now_is_a_number(wajo: Desk) -> None:
    first = issues.new_issue(wajo, "Amplop dibagi", tps(TEMPE_VILLAGE, 1))
    issues.new_issue(wajo, "Tinta kurang", tps(TEMPE_VILLAGE, 1))
    team_handovers.new_handover(wajo, "Tenang.", matters=team_handovers.open_matters(wajo))
    assert "Amplop dibagi" in printing.make(wajo, HANDOVER).text()
    issues.edit_issue(wajo, first, confidential=True)
    said = printing.make(wajo, HANDOVER).text()
    assert "Amplop" not in said
    assert "(dirahasiakan)" in said
    assert "Tinta kurang" in said


def test_of_a_member_without_a_name_the_office_is_told_once(wajo: Desk) -> None:
    member = teams.new_member(wajo, "Analis Kebijakan")
    [shift] = team_roster.new_shift(wajo, "2024-02-13", 420, 1140, member=member)
    assert printing.make(wajo, ROSTER).text().count("Analis Kebijakan") == 1
    team_handovers.new_handover(wajo, "Aman", from_shift=shift)
    said = printing.make(wajo, HANDOVER).text()
    assert said.count("Analis Kebijakan") == 1
    assert "1. ........................, Analis Kebijakan, petugas piket pukul 07.00–19.00" in said
