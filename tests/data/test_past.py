# SPDX-License-Identifier: Apache-2.0
"""A record as it was known after an earlier transaction: values, references, deletion, disagreement."""

from desk_app.data import arrivals, past
from desk_app.domain import records
from desk_app.operations import history, teams
from desk_app.operations.desk import Desk


def latest(desk: Desk) -> int:
    with desk.reading() as connection:
        return arrivals.latest(connection)


def person(desk: Desk, no: int, known: int) -> object:
    with desk.reading() as connection:
        found = past.rows(connection, records.MEMBER, [no], known)
    return (found[no]["person"], found[no]["alive"], found[no]["team"]) if no in found else None


def test_each_moment_of_a_record(wajo: Desk) -> None:
    team = teams.new_team(wajo, 1)
    start = latest(wajo)
    no = teams.new_member(wajo, "Camat", team=team, person="Baso")
    first = latest(wajo)
    teams.edit_member(wajo, no, person="Andi")
    second = latest(wajo)
    teams.remove_member(wajo, no)
    third = latest(wajo)
    history.undo(wajo)
    assert person(wajo, no, start) is None
    assert person(wajo, no, first) == ("Baso", 1, team)
    assert person(wajo, no, second) == ("Andi", 1, team)
    assert person(wajo, no, third) == ("Andi", 0, team)
    assert person(wajo, no, latest(wajo)) == ("Andi", 1, team)


def test_now_it_equals_the_rows(wajo: Desk) -> None:
    team = teams.new_team(wajo, 1, ["73.13.06"], name="Utara", duty="x")
    numbers = [teams.new_member(wajo, f"Camat {at}", team=team, nip="1") for at in range(20)]
    teams.edit_member(wajo, numbers[3], person="Andi", nip=None)
    with wajo.reading() as connection:
        from desk_app.data import rows as present

        found = past.rows(connection, records.MEMBER, numbers, arrivals.latest(connection))
        for no in numbers:
            kept = dict(present.row(connection, records.MEMBER, no))
            kept.pop("latest")
            assert found[no] == kept
