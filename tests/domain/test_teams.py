# SPDX-License-Identifier: Apache-2.0
"""Roman numbers, protocol order, coverage of districts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain import errors, teams


@given(st.integers(1, 3999))
def test_roman_numbers_read_back(number: int) -> None:
    written = teams.roman(number)
    assert teams.parse_number(written) == number
    assert teams.parse_number(f"Tim {written.lower()}") == number
    assert teams.parse_number(str(number)) == number


def test_known_roman_numbers() -> None:
    written = {1: "I", 4: "IV", 8: "VIII", 9: "IX", 14: "XIV", 40: "XL", 50: "L", 90: "XC", 100: "C"}
    written |= {400: "CD", 500: "D", 900: "CM", 1000: "M", 1994: "MCMXCIV"}
    assert {number: teams.roman(number) for number in written} == written


@pytest.mark.parametrize("text", ["", "IIII", "VX", "IC", "Tim", "0", "4000", "V8", "9" * 5000])
def test_no_team_number(text: str) -> None:
    with pytest.raises(errors.Refused):
        teams.parse_number(text)


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_out_of_range(number: int) -> None:
    with pytest.raises(errors.Refused):
        teams.roman(number)


def test_protocol_order_is_no_alphabet() -> None:
    members = ["Anggota", "Sekretaris", "Wakil Ketua II", "Ketua", "Pengarah", "Wakil Ketua I", "Pembina"]
    assert sorted(members, key=teams.position_rank) == (
        ["Pembina", "Pengarah", "Ketua", "Wakil Ketua I", "Wakil Ketua II", "Sekretaris", "Anggota"]
    )


def test_positions_are_unique_and_longer_ones_find_their_place() -> None:
    assert len(set(teams.POSITIONS)) == len(teams.POSITIONS)
    known = teams.position_rank("Koordinator Bidang")
    assert teams.position_rank("koordinator  bidang Kelancaran Logistik") == known
    assert teams.position_rank("Ketua Tim VIII") == teams.position_rank("Ketua Tim")
    assert teams.position_rank("Penasihat hukum") == teams.position_rank("Anggota")


def test_who_leads() -> None:
    assert [role for role in teams.POSITIONS if teams.leads(role)] == [
        "Ketua", "Koordinator Bidang", "Ketua Tim", "Koordinator",
    ]  # fmt: skip
    assert not teams.leads("")


def test_holes_and_doubles() -> None:
    districts = ["63.04.01", "63.04.02", "63.04.13"]
    covered = {8: ["63.04.02", "63.04.13"], 9: ["63.04.13", "63.04.13", "73.13.06"]}
    assert teams.coverage(districts, covered) == teams.Coverage(("63.04.01",), ("63.04.13",))
    assert teams.coverage(districts, {}) == teams.Coverage(tuple(districts), ())


@pytest.mark.parametrize(
    ("kind", "name", "part"),
    [
        ("", "Bidang Advokasi", teams.Part.SECTION),
        ("", "Pokja Logistik", teams.Part.GROUP),
        ("", "Sekretariat", teams.Part.SECRETARIAT),
        ("", "Operator Kecamatan", teams.Part.OPERATORS),
        ("", "Posko", teams.Part.POST),
        ("", "", teams.Part.SECTION),
        ("posko", "Bidang Data", teams.Part.POST),
        ("dari_versi_baru", "Pokja", teams.Part.GROUP),
    ],
)
def test_what_a_section_is(kind: str, name: str, part: teams.Part) -> None:
    assert teams.part_of(kind, name) is part


def test_a_duty_line_by_line_without_its_numbers() -> None:
    assert teams.purposes("1. Satu\n 2) Dua\n\n- Tiga\n2024 tetap") == ("Satu", "Dua", "Tiga", "2024 tetap")
    numbered = "\n".join(f"{place}. {words}" for place, words in enumerate(teams.FUNCTIONS, 1))
    assert teams.purposes(numbered) == teams.FUNCTIONS
    assert len(teams.FUNCTIONS) == 5
