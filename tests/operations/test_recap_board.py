# SPDX-License-Identifier: Apache-2.0
"""The board of recaps: items of the phase, the figures of one, what came in today."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.domain import errors
from desk_app.operations import days, offices, recap_board, stations
from desk_app.operations.desk import Desk

H1 = 1_707_789_600
"""13 February 2024, 10.00 in the zone of Wajo."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    asked = offices.NewOffice("73.13", "pemilu-2024", "Siti", "rahasia")
    made = offices.create_office(tmp_path / "kantor", asked, key_memory=8 << 20, now=lambda: H1).desk
    for number in (1, 2, 3):
        stations.create_station(made, "73.13.06.1003", number)
    yield made
    made.close()


def test_it_begins_with_what_is_usually_recapped(desk: Desk) -> None:
    assert recap_board.board(desk, 0).item == "har.buka"
    assert recap_board.board(desk, -1).item == "tps.berdiri"
    assert recap_board.board(desk).item == "tps.berdiri"
    assert recap_board.board(desk, -1, "log.tinta").item == "log.tinta"
    assert recap_board.board(desk, -1, "har.buka").item == "tps.berdiri"


def test_a_recap_of_today_has_the_hour_of_the_office(desk: Desk) -> None:
    recap_board.add_recap_today(desk, "73.13.06", "tps.berdiri", 2, 3, minute=450, source="camat")
    board = recap_board.board(desk, -1)
    (heard,) = board.heard
    assert days.local(desk, heard.hour).strftime("%d-%m-%Y %H.%M") == "13-02-2024 07.30"
    assert board.figures is not None
    (row,) = [row for row in board.figures.rows if row.code == "73.13.06"]
    assert (row.figure.value, row.figure.places) == (2, 3)


def test_more_than_there_are_is_refused(desk: Desk) -> None:
    with pytest.raises(errors.Refused):
        recap_board.add_recap_today(desk, "73.13.06", "tps.berdiri", 4, 3, minute=450, source="camat")
