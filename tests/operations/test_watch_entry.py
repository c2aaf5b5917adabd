# SPDX-License-Identifier: Apache-2.0
"""Typing into Lembar Pantau: recaps with their hour, the answer of the TPS beside them, undone as one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.base.text import _
from desk_app.domain import answers, errors
from desk_app.domain import words as wording
from desk_app.operations import checklist_pages, history, recaps, watch_entry, watch_sheet
from desk_app.operations.desk import Desk
from tests import small_offices, watch_days

VILLAGE, DISTRICT = small_offices.VILLAGE, small_offices.DISTRICT
FIRST = small_offices.station(1)
OPEN, AT_TEN, AT_TWELVE, AT_15, AT_18 = 0, 1, 2, 4, 5
Office = tuple[Desk, watch_days.Clock]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    desk, clock = watch_days.make(tmp_path / "kantor")
    yield desk, clock
    desk.close()


def cell(desk: Desk, place: str, at: int) -> watch_sheet.Cell:
    found = watch_sheet.sheet(desk, {VILLAGE})
    return next(row for row in found.rows if row.code == place).cells[at]


def test_a_village_is_typed_and_a_later_figure_stands_beside_the_first(office: Office) -> None:
    desk, clock = office
    watch_entry.enter(desk, VILLAGE, OPEN, "1", "lurah")
    clock.set("07.20")
    watch_entry.enter(desk, VILLAGE, OPEN, "2", "lurah")
    assert (cell(desk, VILLAGE, OPEN).value, cell(desk, VILLAGE, OPEN).minute) == (2, 440)
    assert [(one.count, one.source) for one in recaps.recap_list(desk)] == [(2, "lurah"), (1, "lurah")]
    watch_entry.enter(desk, VILLAGE, OPEN, "3 07.20")
    assert cell(desk, VILLAGE, OPEN).value == 3
    assert len(recaps.recap_list(desk)) == 2, "the same hour puts the last right"
    watch_entry.enter(desk, VILLAGE, OPEN, "")
    assert cell(desk, VILLAGE, OPEN).value == 1


def test_a_tps_is_answered_in_its_checklist_too_and_undone_as_one(office: Office) -> None:
    desk, _clock = office
    watch_entry.enter(desk, FIRST, OPEN, "07.05")
    assert (cell(desk, FIRST, OPEN).value, cell(desk, FIRST, OPEN).minute) == (1, 425)

    def said() -> answers.AnswerValue | None:
        page = checklist_pages.checklist_page(desk, FIRST, 0)
        return next(item.value for item in page.items if item.code == "har.buka")

    assert said() is answers.Mark.DONE
    assert recaps.figures(desk, "har.buka").total.figure.value == 1
    history.undo(desk)
    assert said() is None
    assert cell(desk, FIRST, OPEN).value is None
    watch_entry.enter(desk, FIRST, OPEN, "b")
    assert said() is answers.Mark.NOT_YET
    assert cell(desk, FIRST, OPEN).value == 0
    watch_entry.enter(desk, FIRST, OPEN, "")
    assert said() is None
    assert cell(desk, FIRST, OPEN).value is None


def test_what_is_finished_stays_finished_in_later_columns(office: Office) -> None:
    desk, clock = office
    clock.set("18.10")
    watch_entry.enter(desk, FIRST, AT_15, "14.40")
    assert [cell(desk, FIRST, at).value for at in (AT_15, AT_18)] == [1, 1]
    other = small_offices.station(2)
    watch_entry.enter(desk, other, AT_15, "b 15.05")
    assert [cell(desk, other, at).value for at in (AT_15, AT_18)] == [0, None]
    watch_entry.enter(desk, other, AT_18, "s")
    assert [cell(desk, other, at).value for at in (AT_15, AT_18)] == [0, 1]
    assert [cell(desk, VILLAGE, at).value for at in (AT_15, AT_18)] == [1, 2]


def test_a_column_typed_after_its_time_is_late(office: Office) -> None:
    desk, clock = office
    clock.set("13.10")
    watch_entry.enter(desk, VILLAGE, AT_TEN, "310")
    found = cell(desk, VILLAGE, AT_TEN)
    assert (found.value, found.minute, found.late) == (310, 689, 1)
    watch_entry.enter(desk, VILLAGE, AT_TWELVE, "420 12.10")
    assert cell(desk, VILLAGE, AT_TWELVE).late == 0
    assert cell(desk, VILLAGE, AT_TEN).value == 310, "voters of ten stay those of ten"


@pytest.mark.parametrize(
    ("at", "text", "words"),
    [
        (OPEN, "4", "lebih banyak dari TPS"),
        (OPEN, "2/1", "lebih besar"),
        (OPEN, "2 09.00", "belum tiba"),
        (AT_TEN, "300", "diisi mulai pukul 09.30"),
        (OPEN, "dua", "tidak dimengerti"),
    ],
)
def test_what_cannot_be_is_refused_in_words(office: Office, at: int, text: str, words: str) -> None:
    desk, _clock = office
    with pytest.raises(errors.Refused) as refused:
        watch_entry.enter(desk, VILLAGE, at, text)
    assert words in wording.render(refused.value.message, refused.value.params, _)
    assert recaps.recap_list(desk) == []


@pytest.mark.parametrize("at", [-1, 99])
@pytest.mark.parametrize("text", ["", "3"])
def test_a_column_that_the_sheet_has_not_is_refused(office: Office, at: int, text: str) -> None:
    with pytest.raises(errors.Refused, match="kolom"):
        watch_entry.enter(office[0], VILLAGE, at, text)


def test_an_hour_of_another_column_and_a_strange_place_are_refused(office: Office) -> None:
    desk, clock = office
    clock.set("13.10")
    with pytest.raises(errors.Refused):
        watch_entry.enter(desk, VILLAGE, AT_TEN, "310 12.05")
    with pytest.raises(errors.NotFound):
        watch_entry.enter(desk, small_offices.station(9), OPEN, "s")
    with pytest.raises(errors.NotPermitted):
        watch_entry.enter(desk, "73.13.07", OPEN, "1")


def test_the_day_before_nothing_can_be_typed(office: Office) -> None:
    desk, clock = office
    clock.set("12.00", 13)
    with pytest.raises(errors.Refused):
        watch_entry.enter(desk, VILLAGE, OPEN, "3")
