# SPDX-License-Identifier: Apache-2.0
"""Activities as rows: what is counted of them, and visits by place."""

from pathlib import Path

from desk_app.data import activity_list
from desk_app.data.activity_list import ActivityFilter
from desk_app.operations import activities, activity_people, visits
from desk_app.operations.activities import Kind
from desk_app.operations.activity_people import Part
from tests import regency_offices
from tests.small_offices import EVENT

FIRST = regency_offices.tps(regency_offices.BELAWA_VILLAGE, 1)


def test_people_and_visits_are_counted_without_multiplying_each_other(tmp_path: Path) -> None:
    with regency_offices.make(tmp_path / "office") as desk:
        no = activities.new_activity(desk, "Monitoring", Kind.VISIT, from_day="2024-02-13")
        for office in ("Camat", "Sopir"):
            activity_people.add_person(desk, no, Part.OFFICER, office=office)
        guests = [activity_people.add_person(desk, no, Part.GUEST, office=office) for office in ("a", "b", "c")]
        activity_people.mark_present(desk, guests[:2], True)
        made = visits.add_visits(desk, no, [FIRST, regency_offices.BELAWA])
        visits.edit_visit(desk, made[0], findings="x")
        activity_people.remove_person(desk, guests[0])
        with desk.reading() as connection:
            [found] = activity_list.search(connection, EVENT, ActivityFilter())
            assert (found.officers, found.guests, found.present, found.visits, found.told) == (2, 2, 1, 2, 1)


def test_the_latest_day_stands_first_and_those_without_one_before(tmp_path: Path) -> None:
    with regency_offices.make(tmp_path / "office") as desk:
        early = activities.new_activity(desk, "a", from_day="2024-02-01", from_minute=600)
        late = activities.new_activity(desk, "b", from_day="2024-02-01", from_minute=700)
        undated = activities.new_activity(desk, "c")
        person = activity_people.add_person(desk, early, Part.GUEST, office="x", member=late)
        assert person
        with desk.reading() as connection:
            found = activity_list.search(connection, EVENT, ActivityFilter())
            assert [one.row.no for one in found] == [undated, late, early]
            named = activity_list.search(connection, EVENT, ActivityFilter(member=late))
            assert [one.row.no for one in named] == [early]
            assert activity_list.one(connection, 1) is None
