# SPDX-License-Identifier: Apache-2.0
"""A decree with what amends it: what stands, for which days, and how a letter names it."""

import pytest

from desk_app.data.team_list import Decree
from desk_app.domain import errors
from desk_app.operations import history, team_decrees, teams
from desk_app.operations.desk import Desk

FIRST = Decree(1, "10/2024", "2024-01-05", "Pembentukan Desk", "2024-01-08", "2024-03-20")
SECOND = Decree(2, "77/2024", "2024-02-10", "Perubahan", "", "2024-04-01", amends=1)
THIRD = Decree(3, "90/2024", "2024-03-01", "Perubahan Kedua", "", "", amends=2)
OTHER = Decree(4, "200/2024", "2024-08-01", "Desk Pilkada", "2024-08-02", "")
ALL = [FIRST, SECOND, THIRD, OTHER]


def test_what_stands_is_a_decree_with_its_amendments() -> None:
    first, other = team_decrees.of_decrees(ALL)
    assert (first.decree, first.amendments, first.latest) == (FIRST, (SECOND, THIRD), THIRD)
    assert (first.period_from, first.period_to) == ("2024-01-08", "2024-04-01")
    assert (other.decree, other.amendments) == (OTHER, ())
    assert first.holds("2024-04-01")
    assert not first.holds("2024-04-02")
    assert not first.holds("2024-01-07")


def test_a_letter_stands_on_what_there_was_by_its_day() -> None:
    assert team_decrees.basis(ALL, 1, "2024-02-09") == (FIRST,)
    assert team_decrees.basis(ALL, 1, "2024-02-10") == (FIRST, SECOND)
    assert team_decrees.basis(ALL, 3, "2024-12-01") == (FIRST, SECOND, THIRD)
    assert team_decrees.basis(ALL, 0, "2024-02-15") == (FIRST, SECOND)
    assert team_decrees.basis(ALL, 0, "2024-09-01") == (OTHER,)
    assert team_decrees.basis([FIRST], 0, "2025-09-01") == (FIRST,)
    assert team_decrees.basis(ALL, 0, "2023-09-01") == ()
    assert team_decrees.basis([], 7, "2024-02-15") == ()


def test_the_sentence_of_a_letter() -> None:
    first = "Keputusan Bupati Wajo Nomor 10/2024 tanggal 5 Januari 2024 tentang Pembentukan Desk"
    assert team_decrees.sentence([FIRST], "Bupati Wajo") == first
    second = "Keputusan Bupati Wajo Nomor 77/2024 tanggal 10 Februari 2024 tentang Perubahan"
    assert team_decrees.sentence([FIRST, SECOND], "Bupati Wajo") == f"{first} sebagaimana telah diubah dengan {second}"
    thrice = team_decrees.sentence([FIRST, SECOND, THIRD], "Bupati Wajo")
    assert "sebagaimana telah beberapa kali diubah, terakhir dengan Keputusan Bupati Wajo Nomor 90/2024" in thrice
    assert team_decrees.sentence([], "Bupati Wajo") == ""
    assert team_decrees.sentence([Decree(5, "", "", "", "", "", issuer="Camat Tempe")], "X") == "Keputusan Camat Tempe"


def test_a_circle_that_two_offices_made_hides_no_decree() -> None:
    one, other = Decree(1, "1", "", "", "", "", amends=2), Decree(2, "2", "", "", "", "", amends=1)
    third = Decree(3, "3", "", "", "", "", amends=2)
    [standing] = team_decrees.of_decrees([one, other, third])
    assert {standing.decree.no, *(one.no for one in standing.amendments)} == {1, 2, 3}


def test_only_a_decree_that_nothing_stands_on_is_deleted(wajo: Desk) -> None:
    first = teams.new_decree(wajo, number="1", date="2024-01-05", period_from="2024-12-01")
    second = teams.new_decree(wajo, number="2", amends=first)
    with pytest.raises(errors.Refused, match="dasar"):
        team_decrees.delete_decree(wajo, first)
    team_decrees.delete_decree(wajo, second)
    [standing] = team_decrees.standing(wajo)
    assert standing.decree.no == first
    history.undo(wajo)
    assert [one.no for one in team_decrees.standing(wajo)[0].amendments] == [second]
    no = teams.new_team(wajo, 1, decree=second)
    with pytest.raises(errors.Refused, match="dasar"):
        team_decrees.delete_decree(wajo, second)
    teams.delete_team(wajo, no)


def test_a_letter_leaves_a_line_for_what_is_not_known_of_a_decree() -> None:
    bare = Decree(5, "", "", "Pembentukan Desk", "", "", issuer="Camat Tempe")
    assert "Nomor … tanggal …" in team_decrees.sentence([bare], "X", "…")
    assert "…" not in team_decrees.sentence([FIRST], "Bupati Wajo", "…")
