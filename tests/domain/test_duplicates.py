# SPDX-License-Identifier: Apache-2.0
"""What looks like one record, and which one is shown after a merge: the same at every office, and none ever lost."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain import duplicates
from desk_app.domain.duplicates import Issue, Member, Operator, Reason, Team

TPS = "73.13.06.1001-005"


def issue(no: int, **told: str) -> Issue:
    fields = {"number": f"TEM-{no:04d}", "place": TPS, "category": "LIS", "day": "2024-02-13", "title": "Listrik padam"}
    return Issue(no, **(fields | told))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Listrik padam", "Padam listrik sejak pukul 06.00"),
        ("Kotak suara rusak", "KOTAK  SUARA rusak"),
        ("Surat suara PPWP kurang 8 lembar", "surat suara kurang"),
        ("H-1", "h-1"),
    ],
)
def test_sentences_that_are_alike(one: str, other: str) -> None:
    assert duplicates.alike(one, other)
    assert duplicates.alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Kotak suara rusak", "Kotak suara kurang"), ("Listrik padam", "Atap bocor"), ("", ""), ("12", "13"), ("", "x")],
)
def test_sentences_that_are_not(one: str, other: str) -> None:
    assert not duplicates.alike(one, other)


def test_issues_of_one_place_category_and_day_with_words_alike() -> None:
    assert duplicates.of_issues([issue(1), issue(2)]) == {(1, 2): {Reason.ALIKE}}
    for other in ({"place": "73.13.06.1001-006"}, {"category": "LOG"}, {"day": "2024-02-14"}, {"title": "Atap bocor"}):
        assert duplicates.of_issues([issue(1), issue(2, **other)]) == {}
    assert duplicates.of_issues([issue(1, day=""), issue(2, day="")]) == {}


def test_one_register_number_twice_in_a_kabupaten() -> None:
    same = issue(2, number="tem-0001", place="73.13.07.1003", title="Lain")
    assert duplicates.of_issues([issue(1), same]) == {(1, 2): {Reason.NUMBER}}
    elsewhere = issue(2, number="TEM-0001", place="73.14.01.1003", title="Lain")
    assert duplicates.of_issues([issue(1), elsewhere]) == {}
    both = issue(2, number="TEM-0001")
    assert duplicates.of_issues([both, issue(1)]) == {(1, 2): {Reason.NUMBER, Reason.ALIKE}}
    assert duplicates.of_issues([issue(1, number="", title="a"), issue(2, number="", title="b")]) == {}


def test_members_by_number_and_by_name_in_one_team() -> None:
    first = Member(1, 8, 0, "H. Baso", "19700101 199003 1 001")
    others = [Member(2, 9, 0, "Baso", "197001011990031001"), Member(3, 8, 0, "h. baso", "")]
    assert duplicates.of_members([first, *others]) == {(1, 2): {Reason.NIP}, (1, 3): {Reason.NAME}}
    assert duplicates.of_members([Member(1, 8, 0, "", ""), Member(2, 8, 0, "", "-")]) == {}
    assert duplicates.of_members([Member(1, 8, 0, "Baso", ""), Member(2, 9, 0, "Baso", "")]) == {}


def test_teams_and_operators() -> None:
    teams = [Team(1, 8, "Tim Utara", 5), Team(2, 9, "tim  utara", 5), Team(3, 9, "Tim Utara", 6), Team(4, 0, "", 5)]
    assert duplicates.of_teams(teams) == {(1, 2): {Reason.TEAM_NAME}, (2, 3): {Reason.TEAM_NUMBER}}
    operators = [Operator(1, "73.13", "Andi"), Operator(2, "73.13", "andi"), Operator(3, "73.13.06", "Andi")]
    assert duplicates.of_operators(operators) == {(1, 2): {Reason.OPERATOR}}


def test_groups_hang_together_until_somebody_says_that_they_are_two() -> None:
    found = duplicates.of_issues([issue(no, number="TEM-0001") for no in (1, 2, 3)] + [issue(9, place="73.13.06")])
    assert duplicates.groups(found, ()) == [duplicates.Group((1, 2, 3), (Reason.NUMBER, Reason.ALIKE))]
    assert duplicates.groups(found, {(1, 2)}) == [duplicates.Group((1, 2, 3), (Reason.NUMBER, Reason.ALIKE))]
    assert [one.records for one in duplicates.groups(found, {(1, 2), (1, 3)})] == [(2, 3)]
    assert duplicates.groups(found, {(1, 2), (1, 3), (2, 3)}) == []


def test_pointers_are_followed_to_their_end() -> None:
    assert duplicates.kept({1: 2, 2: 3, 4: 3}, {1, 2, 3, 4}, int) == {1: 3, 2: 3, 4: 3}


def test_what_is_not_there_hides_nothing() -> None:
    """Deleted, of another scope, not yet arrived: its pointers and those to it count for nothing."""
    assert duplicates.kept({1: 2, 2: 3}, {1, 3}, int) == {}
    assert duplicates.kept({1: 2, 2: 3}, {1, 2}, int) == {1: 2}
    assert duplicates.kept({1: 1}, {1}, int) == {}


def test_of_opposite_directions_the_smallest_name_is_shown() -> None:
    assert duplicates.kept({1: 2, 2: 1, 3: 1}, {1, 2, 3}, int) == {2: 1, 3: 1}
    assert duplicates.kept({1: 2, 2: 1, 3: 1}, {1, 2, 3}, lambda no: -no) == {1: 2, 3: 2}
    assert duplicates.kept({1: 2, 2: 3, 3: 1, 7: 3}, {1, 2, 3, 7}, int) == {2: 1, 3: 1, 7: 1}


NUMBERS = st.integers(min_value=1, max_value=8)


@given(merged=st.dictionaries(NUMBERS, NUMBERS), there=st.sets(NUMBERS), order=st.permutations(range(1, 9)))
def test_nothing_is_lost_and_the_order_of_work_does_not_matter(
    merged: Mapping[int, int], there: set[int], order: list[int]
) -> None:
    shown = duplicates.kept(merged, there, int)
    again = duplicates.kept({no: merged[no] for no in order if no in merged}, there, int)
    assert shown == again
    for no, into in shown.items():
        assert no in there
        assert into in there
        assert into not in shown, "what others are shown with is shown itself"
    # Local numbers differ from office to office; the names by which circles are broken do not.
    renamed = {no: order.index(no) + 101 for no in range(1, 9)}
    there_too = {renamed[no] for no in there}
    names = {renamed[no]: no for no in renamed}
    elsewhere = duplicates.kept({renamed[a]: renamed[b] for a, b in merged.items()}, there_too, names.__getitem__)
    assert {names[no]: names[into] for no, into in elsewhere.items()} == shown


def test_a_bare_number_is_asked_about_by_itself() -> None:
    rows = [issue(1, number="TEM-0001"), issue(2), issue(3, number="TEM-0001", title="Atap bocor")]
    groups = duplicates.groups(duplicates.of_issues(rows), ())
    assert [(one.records, one.reasons) for one in groups] == [((1, 2), (Reason.ALIKE,)), ((1, 3), (Reason.NUMBER,))]
