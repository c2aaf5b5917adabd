# SPDX-License-Identifier: Apache-2.0
"""What hangs on the wall: figures of the day, no words that may name somebody, confidential issues only counted."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.operations import answers, issues, posko_wall, watch_entry
from desk_app.operations.desk import Desk
from tests import small_offices, watch_days

DISTRICT = small_offices.DISTRICT
Office = tuple[Desk, watch_days.Clock]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    desk, clock = watch_days.make(tmp_path / "kantor", "73.13")
    yield desk, clock
    desk.close()


def texts(line: posko_wall.Line) -> list[str]:
    return [cell.text for cell in line.cells]


def test_before_voting_day_it_is_readiness(office: Office) -> None:
    desk, clock = office
    clock.set("12.00", 13)
    answers.set_answer(desk, small_offices.station(1), "tps.berdiri", "B")
    wall = posko_wall.wall(desk)
    assert wall.day == "H-1"
    assert wall.headings[0] == "TPS"
    (line,) = wall.lines
    assert texts(line) == ["3", "–", "–", "2", "1", "–"]
    assert [cell.mark for cell in line.cells][3:5] == ["belum", "masalah"]
    assert texts(wall.total) == texts(line)


def test_on_voting_day_it_is_what_was_reported_last(office: Office) -> None:
    desk, clock = office
    watch_entry.enter(desk, DISTRICT, 0, "3")
    clock.set("12.40")
    watch_entry.enter(desk, DISTRICT, 2, "412")
    wall = posko_wall.wall(desk)
    assert wall.headings == ("TPS", "buka 07.00", "pemilih 12.00", "tutup 13.00", "permasalahan")
    assert texts(wall.lines[0]) == ["3", "3", "412", "–", "–"]
    assert wall.lines[0].cells[1].mark == "siap"
    clock.set("13.31")
    assert posko_wall.wall(desk).lines[0].cells[3] == posko_wall.Cell("belum lapor", "masalah")


def test_incidents_are_category_and_place_and_what_is_confidential_is_a_count(office: Office) -> None:
    desk, _clock = office
    issues.new_issue(desk, "Camat Andi Baso memihak", DISTRICT, category="NET", severity="tinggi")
    issues.new_issue(desk, "Rahasia sekali", DISTRICT, confidential=True)
    wall = posko_wall.wall(desk)
    assert (wall.open_issues, wall.confidential, len(wall.incidents)) == (2, 1, 1)
    assert "Andi Baso" not in repr(wall)
    assert "Rahasia" not in repr(wall)
    assert wall.incidents[0].severity == "tinggi"
    assert texts(wall.lines[0])[-1] == "2"
