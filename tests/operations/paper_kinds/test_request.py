# SPDX-License-Identifier: Apache-2.0
"""Surat permohonan personel: one to every chief, all of his people together."""

from dataclasses import replace

import pytest

from desk_app.domain import errors
from desk_app.operations import papers, printing, teams
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import request
from desk_app.reports import catalogue

ASKED = papers.Asked(catalogue.REQUEST.key)


@pytest.fixture
def two_teams(wajo: Desk) -> tuple[int, int]:
    teams.new_decree(wajo, number="10/2024", date="2024-01-05", subject="Desk")
    first, second = teams.new_team(wajo, 1, period_from="2024-02-01"), teams.new_team(wajo, 2, period_to="2024-03-01")
    teams.new_member(wajo, "Kasat", team=first, person="Rahman", nip="78010203", unit="Polres Wajo")
    teams.new_member(wajo, "Kasubbag", team=first, person="Umar", unit="KPU Kabupaten Wajo")
    teams.new_member(wajo, "Kanit", team=second, person="Amir", unit="Polres Wajo")
    teams.new_member(wajo, "Camat", team=second, person="Baso")
    return first, second


def test_one_letter_to_every_chief(wajo: Desk, two_teams: tuple[int, int]) -> None:
    every = request.letters_of(wajo, ASKED)
    told = [printing.make(wajo, one).text() for one in every]
    assert [next(line for line in text.splitlines() if line.startswith("Yth.")) for text in told] == [
        "Yth. Kapolres Wajo", "Yth. Ketua KPU Kabupaten Wajo",
    ]
    assert "Rahman" in told[0]
    assert "Amir" in told[0]
    assert "Baso" not in told[0] + told[1]
    assert "2 (dua) personel" in told[0]
    assert "Nomor 10/2024" in told[0]
    assert "terhitung mulai tanggal 1 Februari 2024 sampai dengan tanggal 1 Maret 2024" in told[0]


def test_without_a_record_it_is_the_first_and_says_so(wajo: Desk, two_teams: tuple[int, int]) -> None:
    paper = printing.make(wajo, ASKED)
    assert "Yth. Kapolres Wajo" in paper.text()
    assert any("pimpinan instansi" in str(one.words) for one in paper.remarks)


def test_of_a_team_alone(wajo: Desk, two_teams: tuple[int, int]) -> None:
    said = printing.make(wajo, replace(ASKED, record=two_teams[1])).text()
    assert "Amir" in said
    assert "Rahman" not in said


def test_another_addressee(wajo: Desk, two_teams: tuple[int, int]) -> None:
    assert "Yth. Kapolda" in printing.make(wajo, replace(ASKED, addressed_to="Kapolda")).text()


def test_nobody_to_be_asked_for(wajo: Desk) -> None:
    teams.new_member(wajo, "Camat", person="Baso")
    with pytest.raises(errors.Refused, match="tidak ada yang perlu dimohonkan"):
        printing.make(wajo, ASKED)
    assert request.letters_of(wajo, ASKED) == []
