# SPDX-License-Identifier: Apache-2.0
"""Teams are read with what is theirs alone, and service numbers leave the database masked."""

from desk_app.data import team_list
from desk_app.operations import teams
from desk_app.operations.desk import Desk
from tests.regency_offices import BELAWA, TEMPE
from tests.small_offices import EVENT


def test_teams_of_a_district(wajo: Desk) -> None:
    teams.new_team(wajo, 3, [BELAWA])
    gone = teams.new_team(wajo, 2, [BELAWA, TEMPE])
    teams.new_team(wajo, 1, [BELAWA])
    teams.delete_team(wajo, gone)
    with wajo.reading() as connection:
        assert team_list.teams_of_district(connection, EVENT, BELAWA) == [1, 3]
        assert team_list.teams_of_district(connection, EVENT, TEMPE) == []
        assert [one.label for one in team_list.all_teams(connection, EVENT)] == ["Tim I", "Tim III"]
        assert team_list.all_teams(connection, "pilkada-2024") == []


def test_only_letters_see_the_whole_number(wajo: Desk) -> None:
    no = teams.new_member(wajo, "Camat", nip="197001011995031001")
    with wajo.reading() as connection:
        assert "19700101" not in repr(team_list.all_members(connection, EVENT))
        assert team_list.member_numbers(connection, [no]) == {no: "197001011995031001"}
