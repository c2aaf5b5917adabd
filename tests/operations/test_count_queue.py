# SPDX-License-Identifier: Apache-2.0
"""The queue of a verifier: what is in dispute first, then notes, then what is whole; nothing without the right."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.domain import errors
from desk_app.domain.counts.standing import State
from desk_app.operations import count_check, count_queue, count_view, tally
from desk_app.operations.desk import Desk
from tests import counting_people, regency_offices
from tests.regency_offices import BELAWA, BELAWA_VILLAGE, TEMPE_VILLAGE, tps

RACE = counting_people.RACE
ONE, TWO, THREE = (tps(TEMPE_VILLAGE, number) for number in (1, 2, 3))
FAR = tps(BELAWA_VILLAGE, 1)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as made:
        counting_people.prepare(made)
        counting_people.copy(made, ONE)
        counting_people.copy(made, TWO, (60, 50, 40))
        counting_people.copy(made, THREE, (40, 30, 20), used=999)
        counting_people.copy(made, FAR, (40, 30, 20))
        with counting_people.somebody(made, "Sitti"):
            counting_people.copy(made, TWO, (61, 50, 40))
        finish(tally.refresh(made))
        yield made


def test_the_most_urgent_stands_first(desk: Desk) -> None:
    found = count_queue.queue(desk, RACE)
    assert [(one.subject, one.state) for one in found.lines] == [
        (TWO, State.DISPUTED),
        (THREE, State.NOTED),
        (ONE, State.WHOLE),
        (FAR, State.WHOLE),
    ]
    assert found.states == {State.DISPUTED: 1, State.NOTED: 1, State.WHOLE: 2}
    disputed, noted, whole, _far = found.lines
    assert (disputed.readers, disputed.differing > 0, disputed.village) == (2, True, "Tempe")
    assert {"V06", "V07"} <= set(noted.notes)
    assert (whole.notes, whole.mark) == ((), count_view.view(desk, ONE, RACE).mark)


def test_one_kecamatan_and_one_state(desk: Desk) -> None:
    assert [one.subject for one in count_queue.queue(desk, RACE, BELAWA).lines] == [FAR]
    assert [one.subject for one in count_queue.queue(desk, RACE, "", (State.NOTED,)).lines] == [THREE]
    assert count_queue.queue(desk, RACE, "", (State.LOCKED,)).lines == ()


def test_those_without_notes_are_verified_together(desk: Desk) -> None:
    ready = count_queue.without_notes(count_queue.queue(desk, RACE))
    assert ready.keys() == {ONE, FAR}
    assert count_check.verify_many(desk, RACE, ready).done == 2
    finish(tally.refresh(desk))
    found = count_queue.queue(desk, RACE, "", (State.VERIFIED,))
    assert [one.subject for one in found.lines] == [ONE, FAR]


def test_nobody_else_sees_it(desk: Desk) -> None:
    with counting_people.somebody(desk, "Sitti"), pytest.raises(errors.NotPermitted):
        count_queue.queue(desk, RACE)
