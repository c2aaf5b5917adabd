# SPDX-License-Identifier: Apache-2.0
"""The structure of the desk as its decree's annexes say it."""

from pathlib import Path

from desk_app.operations import printing_team, team_changes, teams
from desk_app.operations.desk import Desk
from desk_app.reports import team_structure
from tests.regency_offices import BELAWA, TEMPE
from tests.small_offices import NOW


def gather(desk: Desk, number: str = "") -> team_structure.TeamStructure:
    return printing_team.gather(desk, printing_team.Setting(NOW, "F4", None, number))


def test_an_office_without_teams_has_a_structure_to_fill(wajo: Desk) -> None:
    found = gather(wajo)
    assert (found.parts, found.teams, len(found.districts)) == ((), (), 14)
    assert found.decree == team_structure.Decree("Keputusan Bupati Wajo", "Pembentukan Desk Pemilu Kabupaten Wajo")
    assert found.as_of.replace("\u00a0", " ") == "data per 13 Februari 2024 pukul 13.00 WITA"


def test_members_teams_and_their_kecamatan(wajo: Desk) -> None:
    decree = teams.new_decree(wajo, number="100/2024", date="2024-01-08", subject="Pembentukan Desk Pemilu")
    section = teams.new_section(wajo, "Bidang Logistik", decree=decree)
    teams.new_member(wajo, "Bupati Wajo", "Pembina")
    teams.new_member(wajo, "Kepala Dinas Perhubungan", "Koordinator Bidang", section=section)
    team = teams.new_team(wajo, 2)
    teams.set_districts(wajo, team, [BELAWA, TEMPE])
    old = teams.new_member(wajo, "Camat Tempe", "Anggota", team=team, person="Lama")
    team_changes.replace_member(wajo, old, person="Baru")
    found = gather(wajo)
    assert [(part.title, [one.office for one in part.members]) for part in found.parts] == [
        ("", ["Bupati Wajo"]),
        ("Bidang Logistik", ["Kepala Dinas Perhubungan"]),
    ]
    [made] = found.teams
    assert (made.name, made.districts, [one.name for one in made.members]) == ("Tim II", ("Tempe", "Belawa"), ["Baru"])
    assert (found.decree.number, str(found.decree.day)) == ("100/2024", "2024-01-08")
    assert gather(wajo, "200/2024").decree.number == "200/2024"
    assert team_structure.build(found).footer.code


def test_a_kecamatan_prints_the_names_of_the_others(tmp_path: Path) -> None:
    """The teams come from the kabupaten; the regions of other kecamatan do not."""
    from tests import two_offices

    with two_offices.opened(tmp_path) as two:
        teams.new_team(two.kabupaten, 4, [TEMPE, BELAWA])
        two.carry(two.kabupaten, two.tempe)
        [made] = gather(two.tempe).teams
    assert made.districts == ("Tempe", "Belawa")
