# SPDX-License-Identifier: Apache-2.0
"""One answer down a column of places: what it would replace is known before, and it is undone as one."""

from pathlib import Path

from desk_app.domain import answers
from desk_app.operations import answers as answering
from desk_app.operations import checklist_pages, fill_down, history, stations
from desk_app.operations.desk import Desk
from tests import small_offices, watch_days
from tests.operations import carrying

ITEM, BALLOTS = "tps.berdiri", "log.suara.ppwp"
FIRST, SECOND, THIRD = (small_offices.station(number) for number in (1, 2, 3))
DONE = answers.Mark.DONE


def given(desk: Desk, subject: str, item: str = ITEM) -> answers.AnswerValue | None:
    page = checklist_pages.checklist_page(desk, subject, -1)
    return next(line.value for line in page.items if line.code == item)


def test_the_preview_counts_what_stands_there(desk: Desk) -> None:
    answering.set_answer(desk, SECOND, ITEM, "B")
    numbers = stations.station_ids(desk)
    found = fill_down.preview(desk, FIRST, list(numbers[1:]), ITEM, DONE)
    assert (found.places, found.empty, found.same, found.replaced) == (2, 1, 0, 1)
    again = fill_down.preview(desk, FIRST, [SECOND], ITEM, answers.Mark.NOT_YET)
    assert (again.same, again.replaced) == (1, 0)
    assert given(desk, THIRD) is None, "a preview writes nothing"


def test_it_is_written_and_undone_as_one(desk: Desk) -> None:
    answering.set_answer(desk, SECOND, ITEM, "B")
    found = fill_down.preview(desk, FIRST, [SECOND, THIRD], ITEM, DONE)
    assert fill_down.fill(desk, found) == 2
    assert [given(desk, one) for one in (FIRST, SECOND, THIRD)] == [None, DONE, DONE]
    history.undo(desk)
    assert [given(desk, one) for one in (FIRST, SECOND, THIRD)] == [None, answers.Mark.NOT_YET, None]


def test_the_required_quantity_goes_down_as_each_needs_it(desk: Desk) -> None:
    stations.edit_station(desk, SECOND, {"dpt_male": 50, "dpt_female": 50})
    stations.edit_station(desk, THIRD, {"dpt_male": None})
    found = fill_down.preview(desk, FIRST, [SECOND, THIRD], BALLOTS, 296)
    assert found.as_needed
    assert (found.values, found.left_out) == ({SECOND: 102}, 1)
    other = fill_down.preview(desk, FIRST, [SECOND, THIRD], BALLOTS, 285)
    assert not other.as_needed
    assert other.values == {SECOND: 285, THIRD: 285}


def test_nothing_is_reached_without_places(desk: Desk) -> None:
    assert fill_down.preview(desk, FIRST, [], ITEM, DONE).places == 0


def test_what_came_in_after_the_preview_is_not_replaced(tmp_path: Path) -> None:
    desk, _clock = watch_days.make(tmp_path / "wajo", "73.13")
    other, _its = watch_days.make(tmp_path / "tempe", stations=0)
    with desk, other:
        carrying.pass_on(desk, other)
        found = fill_down.preview(desk, FIRST, [SECOND, THIRD], ITEM, DONE)
        answering.set_answer(other, SECOND, ITEM, "B")
        carrying.pass_on(other, desk)
        assert fill_down.fill(desk, found) == 2
        pages = [checklist_pages.checklist_page(desk, one, -1) for one in (SECOND, THIRD)]
        differing = [line.disputed for page in pages for line in page.items if line.code == ITEM]
        assert differing == [True, False]
