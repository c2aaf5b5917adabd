# SPDX-License-Identifier: Apache-2.0
"""Teams with Roman numbers, members in protocol order, replacements that keep both names, the matrix."""

import pytest

from desk_app.domain import errors
from desk_app.operations import history, team_changes, teams, values
from desk_app.operations.desk import Desk
from tests.regency_offices import BELAWA, TEMPE

KEERA = "73.13.14"


@pytest.fixture
def eighth(wajo: Desk) -> int:
    """Tim VIII for Tempe and Belawa."""
    return teams.new_team(wajo, "VIII", [BELAWA, TEMPE])


def members(desk: Desk, team: int) -> list[tuple[str, bool]]:
    return [(one.office, one.replaced) for one in teams.team(desk, team).members]


def test_a_team_on_its_decree(wajo: Desk) -> None:
    decree = teams.new_decree(wajo, number="109/KPTS/2024", date="2024-01-10", subject="Pembentukan Desk")
    section = teams.new_section(wajo, "Bidang Advokasi", decree=decree)
    no = teams.new_team(wajo, 3, [TEMPE], decree=decree, section=section, duty="Memantau")
    found = teams.team_numbered(wajo, "Tim III")
    assert (found.no, found.label, found.decree, found.section, found.districts) == (
        no, "Tim III", decree, section, (TEMPE,),
    )
    structure = teams.structure(wajo)
    assert [one.number for one in structure.decrees] == ["109/KPTS/2024"]
    assert [one.name for one in structure.sections] == ["Bidang Advokasi"]


def test_the_next_number_and_no_number_twice(wajo: Desk, eighth: int) -> None:
    assert teams.team(wajo, teams.new_team(wajo)).label == "Tim IX"
    with pytest.raises(errors.Refused, match="Tim VIII sudah ada"):
        teams.new_team(wajo, "8")
    with pytest.raises(errors.Refused, match="Tim IX sudah ada"):
        teams.edit_team(wajo, eighth, number="IX")
    teams.edit_team(wajo, eighth, number="VIII", name="Tempe dan Belawa")


def test_members_stand_in_protocol_order(wajo: Desk, eighth: int) -> None:
    for office, role in (("Camat Tempe", "Anggota"), ("Asisten I", "Ketua Tim"), ("Camat Belawa", "Anggota"),
                         ("Kabag Pemerintahan", "Koordinator")):
        teams.new_member(wajo, office, role, team=eighth)
    assert [office for office, _ in members(wajo, eighth)] == [
        "Asisten I", "Kabag Pemerintahan", "Camat Tempe", "Camat Belawa",
    ]
    order = [one.no for one in teams.team(wajo, eighth).members]
    teams.order_members(wajo, order[::-1])
    assert [one.no for one in teams.team(wajo, eighth).members] == order[::-1]
    history.undo(wajo)
    assert [one.no for one in teams.team(wajo, eighth).members] == order


def test_a_replacement_keeps_both_names(wajo: Desk, eighth: int) -> None:
    old = teams.new_member(wajo, "Camat Tempe", team=eighth, person="Drs. A")
    teams.new_member(wajo, "Camat Belawa", team=eighth)
    new = team_changes.replace_member(wajo, old, office="Plt. Camat Tempe", person="B").new
    found = teams.team(wajo, eighth)
    assert [(one.person, one.replaced) for one in found.members] == [("Drs. A", True), ("B", False), ("", False)]
    assert found.present[0].no == new
    assert teams.check_member({"nip": "123"})
    with pytest.raises(errors.Refused):
        team_changes.replace_member(wajo, new)
    history.undo(wajo)
    assert members(wajo, eighth) == [("Camat Tempe", False), ("Camat Belawa", False)]


def test_numbers_are_masked_in_lists_and_whole_for_letters(wajo: Desk, eighth: int) -> None:
    no = teams.new_member(wajo, "Camat Tempe", team=eighth, nip="197001011995031001")
    assert teams.team(wajo, eighth).members[0].nip == "******** ****** * 001"
    assert teams.member_number(wajo, no) == "197001011995031001"


def test_members_of_the_desk_itself_and_of_a_section(wajo: Desk) -> None:
    section = teams.new_section(wajo, "Sekretariat")
    teams.new_member(wajo, "Sekretaris Daerah", "Ketua")
    teams.new_member(wajo, "Kepala Badan Kesbangpol", "Sekretaris")
    teams.new_member(wajo, "Bupati", "Pembina")
    teams.new_member(wajo, "Staf", "Anggota Sekretariat", section=section)
    structure = teams.structure(wajo)
    assert [one.role for one in structure.head] == ["Pembina", "Ketua", "Sekretaris"]
    assert [one.office for one in structure.of_section(section)] == ["Staf"]


def test_the_matrix_shows_holes_and_doubles(wajo: Desk, eighth: int) -> None:
    second = teams.new_team(wajo, "II", [BELAWA, KEERA])
    found = teams.matrix(wajo)
    assert [one.label for one in found.teams] == ["Tim II", "Tim VIII"]
    assert found.doubles == (BELAWA,)
    assert len(found.holes) == 11
    assert next(row for row in found.rows if row.code == BELAWA).teams == (second, eighth)
    teams.set_covered(wajo, second, BELAWA, False)
    teams.set_covered(wajo, second, TEMPE, True)
    assert teams.team(wajo, second).districts == (TEMPE, KEERA)
    teams.set_covered(wajo, second, BELAWA, True)
    assert teams.matrix(wajo).doubles == (TEMPE, BELAWA)
    history.undo(wajo)
    assert teams.team(wajo, second).districts == (TEMPE, KEERA)


def test_a_team_is_dissolved_with_all_that_is_its(wajo: Desk, eighth: int) -> None:
    teams.new_member(wajo, "Camat Tempe", team=eighth)
    teams.delete_team(wajo, eighth)
    assert teams.teams(wajo) == []
    assert len(teams.matrix(wajo).holes) == 14
    history.undo(wajo)
    assert teams.team(wajo, eighth).districts == (TEMPE, BELAWA)
    assert members(wajo, eighth) == [("Camat Tempe", False)]


def test_a_dissolved_team_is_named_and_comes_back_whole(wajo: Desk, eighth: int) -> None:
    teams.new_member(wajo, "Kepala Dinas Perhubungan", "Ketua Tim", team=eighth)
    before = teams.team(wajo, eighth)
    teams.delete_team(wajo, eighth)
    group = history.next_undo(wajo)
    assert group is not None
    assert (group.label, group.kind) == ("Tim dihapus", "team")
    assert values.Speaker(wajo).title(group.kind, group.title) == "Tim VIII"
    history.undo(wajo)
    assert teams.team(wajo, eighth) == before


def test_refusals(wajo: Desk, desk: Desk, eighth: int) -> None:
    with pytest.raises(errors.NotPermitted, match="kabupaten/kota"):
        teams.new_team(desk, "I")
    with pytest.raises(errors.Refused, match="bukan kecamatan"):
        teams.set_districts(wajo, eighth, ["73.13"])
    with pytest.raises(errors.NotPermitted):
        teams.set_districts(wajo, eighth, ["73.14.01"])
    with pytest.raises(errors.Refused):
        teams.new_member(wajo, " ", team=eighth)
    with pytest.raises(errors.NotFound):
        teams.team(wajo, 1)
    with pytest.raises(errors.NotFound, match="Tim IV"):
        teams.team_numbered(wajo, "iv")
    with pytest.raises(ValueError, match="event"):
        teams.edit_team(wajo, eighth, event="x")


def test_a_member_is_found_by_words_of_name_and_office(wajo: Desk, eighth: int) -> None:
    camat = teams.new_member(wajo, "Camat Tempe", team=eighth, person="Drs. Andi Baso")
    teams.new_member(wajo, "Camat Belawa", team=eighth, person="Andi")
    assert teams.member_named(wajo, "tempe baso").no == camat
    assert teams.member_named(wajo, str(camat)).no == camat
    assert teams.member_named(wajo, "andi").office == "Camat Belawa"
    with pytest.raises(errors.Refused, match="Camat Tempe; Andi · Camat Belawa"):
        teams.member_named(wajo, "camat")
    with pytest.raises(errors.NotFound, match="Danramil"):
        teams.member_named(wajo, "Danramil")


def test_periods_and_services_that_cannot_be_are_refused(wajo: Desk, eighth: int) -> None:
    teams.edit_team(wajo, eighth, period_from="2024-02-01")
    with pytest.raises(errors.Refused, match="lebih awal"):
        teams.edit_team(wajo, eighth, period_to="2024-01-31")
    no = teams.new_member(wajo, "Camat", team=eighth, service="pppk")
    with pytest.raises(errors.Refused, match="raja"):
        teams.edit_member(wajo, no, service="raja")


def test_no_decree_amends_itself(wajo: Desk) -> None:
    first = teams.new_decree(wajo, number="1")
    second = teams.new_decree(wajo, number="2", amends=first)
    third = teams.new_decree(wajo, number="3", amends=second)
    for circle in (first, second, third):
        with pytest.raises(errors.Refused, match="dirinya sendiri"):
            teams.edit_decree(wajo, first, amends=circle)
    teams.edit_decree(wajo, third, amends=first)
