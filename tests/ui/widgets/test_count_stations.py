# SPDX-License-Identifier: Apache-2.0
"""How far who copies is, by sign; which TPS comes next; and never a figure."""

from collections.abc import Collection

import pytest
from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations import count_entry
from ui.widgets import count_stations, marks

RACES = (("ppwp", "PPWP"), ("dpr", "DPR"))


def station(
    number: int, own: bool | None = None, others: int = 0, checked: Collection[str] = ()
) -> count_entry.Station:
    return count_entry.Station(
        number,
        f"73.13.06.1001-{number:03d}",
        290,
        {} if own is None else {"ppwp": own},
        {"ppwp": others} if others else {},
        frozenset(checked),
    )


@pytest.mark.parametrize(
    ("one", "text", "mark"),
    [
        (station(1), "–", None),
        (station(1, others=1), "– +1", None),
        (station(1, own=False), " ", "belum_lengkap"),
        (station(1, own=True, others=2), "+2", "siap"),
        (station(1, own=True, checked=["ppwp"]), " ", count_stations.CHECKED),
    ],
)
def test_a_sign_says_how_far(one: count_entry.Station, text: str, mark: str | None) -> None:
    said = count_stations.sign(one, "ppwp")
    if mark is None:
        assert said == text
    else:
        assert said == marks.Marked(text, mark)


def test_the_next_one_is_the_next_to_be_copied() -> None:
    rows = [
        station(1),
        station(2, own=True),
        station(3, others=1),
        station(4, checked=["ppwp"]),
        station(5, own=False),
        station(6, others=2),
    ]
    assert count_stations.next_open(rows, rows[0].subject, "ppwp", ()) == rows[4].subject
    assert count_stations.next_open(rows, rows[0].subject, "ppwp", ("ppwp",)) == rows[2].subject
    assert count_stations.next_open(rows, rows[4].subject, "ppwp", ("ppwp",)) == ""


def test_the_current_one_stays_and_the_list_can_be_searched(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    made = count_stations.CountStations(RACES)
    qtbot.addWidget(made)
    made.show()
    told: list[str] = []
    made.chosen.connect(told.append)
    made.set_stations([station(number) for number in (1, 2, 3)])
    assert made.show_subject(station(2).subject)
    made.set_stations([station(number, own=True) for number in (1, 2, 3)])
    assert made.table.current().subject == station(2).subject
    assert told == []
    made.table.filter.setText("003")
    qtbot.waitUntil(lambda: made.subjects() == [station(3).subject])
    assert "290" in made.table.text_of(made.table.model.rows())
