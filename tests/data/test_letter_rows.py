# SPDX-License-Identifier: Apache-2.0
"""What a letter is made from: the whole numbers, in the order of the office, only what lives."""

from desk_app.data import arrivals, letter_rows
from desk_app.operations import duplicates, team_changes, teams
from desk_app.operations.desk import Desk
from tests.small_offices import EVENT


def test_as_it_stands_and_as_it_was(wajo: Desk) -> None:
    teams.new_decree(wajo, number="2", date="2024-02-01")
    teams.new_decree(wajo, number="0")
    teams.new_decree(wajo, number="1", date="2024-01-01")
    teams.new_section(wajo, "Kedua", position=20)
    teams.new_section(wajo, "Pertama", position=10)
    ninth = teams.new_team(wajo, 9, ["73.13.07", "73.13.06"])
    teams.new_team(wajo, 8)
    last = teams.new_member(wajo, "Camat", team=ninth, nip="197501012000031001")
    first = teams.new_member(wajo, "Kadis", "Ketua Tim", team=ninth)
    with wajo.reading() as connection:
        known = arrivals.latest(connection)
        held = letter_rows.read(connection, EVENT)
        assert letter_rows.read(connection, EVENT, known) == held
        assert letter_rows.read(connection, "pilkada-2024") == letter_rows.Held((), (), (), ())
        assert letter_rows.read(connection, EVENT, 0) == letter_rows.Held((), (), (), ())
    assert [one.number for one in held.decrees] == ["0", "1", "2"]
    assert [one.name for one in held.sections] == ["Pertama", "Kedua"]
    assert [(one.number, one.districts) for one in held.teams] == [(8, ()), (9, ("73.13.06", "73.13.07"))]
    assert [(one.no, one.number) for one in held.members] == [(first, ""), (last, "197501012000031001")]
    team_changes.replace_member(wajo, last, person="Baru")
    teams.remove_member(wajo, first)
    with wajo.reading() as connection:
        assert letter_rows.read(connection, EVENT, known) == held
        assert [one.person for one in letter_rows.read(connection, EVENT).members] == ["", "Baru"]


def test_what_is_merged_stands_once(wajo: Desk) -> None:
    keep, twin = teams.new_team(wajo, 1, ["73.13.06"]), teams.new_team(wajo, 2, ["73.13.07"])
    no = teams.new_member(wajo, "Camat", team=twin)
    duplicates.merge(wajo, keep, [twin])
    with wajo.reading() as connection:
        held = letter_rows.read(connection, EVENT)
    assert [(one.no, one.districts) for one in held.teams] == [(keep, ("73.13.06", "73.13.07"))]
    assert [(one.no, one.team) for one in held.members] == [(no, keep)]
