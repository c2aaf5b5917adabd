# SPDX-License-Identifier: Apache-2.0
"""Rows that hang on issues: counted with the issue that is shown, left out once they are deleted."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from desk_app.data import issue_parts
from desk_app.domain import records
from desk_app.operations import attachments, duplicates, issue_deeds, issue_places, issues, teams
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests import photographs, regency_offices
from tests.regency_offices import BELAWA_VILLAGE, TEMPE_VILLAGE, tps

FIRST, SECOND, THIRD = (tps(TEMPE_VILLAGE, number) for number in (1, 2, 3))


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as made:
        yield made


def burdens(desk: Desk, place: str) -> list[int]:
    found = issue_parts.at(lambda event, at: (event == "pemilu-2024", at == place), "state")
    with desk.reading() as connection:
        return list(connection.execute(select(found.c.no).order_by(found.c.no)).scalars())


def test_each_issue_burdens_each_of_its_places_once(wajo: Desk) -> None:
    one = issues.new_issue(wajo, "Banjir", FIRST, further=[SECOND])
    two = issues.new_issue(wajo, "Padam", FIRST)
    assert burdens(wajo, FIRST) == sorted([one, two])
    assert burdens(wajo, SECOND) == [one]
    duplicates.merge(wajo, two, [one])
    assert burdens(wajo, FIRST) == burdens(wajo, SECOND) == [two]
    issues.delete_issue(wajo, two)
    assert burdens(wajo, FIRST) == burdens(wajo, SECOND) == []


def test_a_place_outside_the_area_of_its_issue_is_not_burdened(wajo: Desk) -> None:
    """An office that does not keep to the rules could burden the TPS of a neighbour."""
    no = issues.new_issue(wajo, "Banjir", FIRST)
    elsewhere = tps(BELAWA_VILLAGE, 1)
    for place in (elsewhere, "73.13.060"):
        told = {"issue": no, "event": "pemilu-2024", "place": place}
        transact(wajo, "x", lambda unit, said=told: unit.create(records.ISSUE_PLACE, said))
        assert burdens(wajo, place) == []
    wide = issues.new_issue(wajo, "Padam", FIRST, further=[elsewhere])
    assert burdens(wajo, elsewhere) == [wide]


def test_attachments_of_follow_ups_and_merged_ones_mark_the_issue(wajo: Desk, tmp_path: Path) -> None:
    path = tmp_path / "1.jpg"
    path.write_bytes(photographs.jpeg((32, 24)))
    plain, told, merged = (issues.new_issue(wajo, title, FIRST) for title in ("satu", "dua", "tiga"))
    follow_up = issue_deeds.follow_up(wajo, told, "Surat dikirim")
    numbers = [plain, told, merged]
    with wajo.reading() as connection:
        assert issue_parts.attachments(connection, numbers) == frozenset()
    proof = attachments.add(wajo, follow_up, path)
    attachments.add(wajo, merged, path)
    with wajo.reading() as connection:
        assert issue_parts.attachments(connection, numbers) == {told, merged}
        assert issue_parts.attachments(connection, []) == frozenset()
    duplicates.merge(wajo, plain, [merged])
    attachments.delete(wajo, proof)
    with wajo.reading() as connection:
        assert issue_parts.attachments(connection, numbers) == {plain}


def test_further_places_are_counted_with_the_kept_one(wajo: Desk) -> None:
    one = issues.new_issue(wajo, "Banjir", FIRST, further=[SECOND, THIRD])
    two = issues.new_issue(wajo, "Air", FIRST)
    with wajo.reading() as connection:
        assert issue_parts.further_counts(connection, [one, two]) == {one: 2}
        issue_places.remove_all(wajo, [issue_parts.places_of(connection, one)[0].no])
    duplicates.merge(wajo, two, [one])
    with wajo.reading() as connection:
        assert issue_parts.further_counts(connection, [one, two]) == {two: 1}


def test_open_issues_of_a_member(wajo: Desk) -> None:
    member = teams.new_member(wajo, "Kabag Pemerintahan", "Anggota")
    one, two = (issues.new_issue(wajo, title, FIRST, pic=member) for title in ("satu", "dua"))
    issues.new_issue(wajo, "tiga", FIRST)
    issue_deeds.close_issue(wajo, two, "Selesai")
    with wajo.reading() as connection:
        assert issue_parts.open_of_member(connection, member) == [one]
        assert issue_parts.member_names(connection, [member])[member].office == "Kabag Pemerintahan"
        assert member in [row.no for row in issue_parts.members(connection, "pemilu-2024")]
