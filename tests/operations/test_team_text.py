# SPDX-License-Identifier: Apache-2.0
"""Teams as lines for a chat: no number of a person, no phone."""

from desk_app.operations import team_changes, team_phones, team_text, teams
from desk_app.operations.desk import Desk
from tests.regency_offices import BELAWA, TEMPE


def test_a_team_with_its_kecamatan_and_members(wajo: Desk) -> None:
    no = teams.new_team(wajo, 8, [TEMPE, BELAWA], name="Utara")
    head = teams.new_member(wajo, "Kadis Kominfo", "Ketua Tim", team=no, person="Dr. Ani", nip="197501012000031001")
    old = teams.new_member(wajo, "Camat Tempe", team=no, person="Baso")
    team_phones.set_phone(wajo, head, "0812 3456")
    team_changes.replace_member(wajo, old, person="Sitti")
    text = team_text.text_of_team(wajo, no)
    assert text == (
        "*Tim VIII · Utara*\nTempe, Belawa\n1. Dr. Ani, Kadis Kominfo – Ketua Tim\n"
        "2. Sitti, Camat Tempe – Anggota\n"
    )
    teams.new_team(wajo, 9)
    assert team_text.text_of_all(wajo) == f"*{wajo.identity.name}*\n\n{text}\n*Tim IX*\n"
