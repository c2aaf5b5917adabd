# SPDX-License-Identifier: Apache-2.0
"""Who owes a figure of an hour, since when, and who is called there."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.operations import contacts, todo, watch_calls, watch_entry
from desk_app.operations.desk import Desk
from tests import small_offices, watch_days

DISTRICT = small_offices.DISTRICT
Office = tuple[Desk, watch_days.Clock]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    desk, clock = watch_days.make(tmp_path / "kantor", "73.13")
    yield desk, clock
    desk.close()


def test_a_region_is_called_until_it_is_whole(office: Office) -> None:
    desk, clock = office
    contacts.new_contact(desk, "Kantor camat", person="Andi Baso", place=DISTRICT, phone="0811 222 333")
    found = watch_calls.call_list(desk, 0)
    assert [(one.name, one.phone) for one in found.calls[0].people[:1]] == [("Andi Baso", "0811 222 333")]
    assert [(one.code, one.known, one.stations, one.last) for one in found.calls] == [(DISTRICT, 0, 3, None)]
    assert not found.is_due
    clock.set("07.45")
    assert watch_calls.call_list(desk, 0).is_due
    watch_entry.enter(desk, small_offices.station(1), 0, "s")
    assert [one.known for one in watch_calls.call_list(desk, 0).calls] == [1]
    watch_entry.enter(desk, DISTRICT, 0, "3")
    assert watch_calls.call_list(desk, 0).calls == ()
    later = watch_calls.call_list(desk, 1)
    assert [one.last for one in later.calls] == [465], "when it was last heard of"


def test_silence_of_voting_day_stands_on_the_first_page(office: Office) -> None:
    desk, clock = office

    def waiting() -> list[todo.Todo]:
        return [one for one in todo.todo(desk) if one.kind is todo.TodoKind.WATCH]

    assert watch_calls.silent_now(desk) is None
    assert waiting() == []
    clock.set("10.45")
    (line,) = waiting()
    assert "1 wilayah belum lapor pukul 10.00" in line.words
    assert line.target.chosen == {"watch": True}
    watch_entry.enter(desk, DISTRICT, 1, "300")
    assert waiting() == []
    clock.set("13.00", 15)
    assert watch_calls.silent_now(desk) is None, "voting day is over"
