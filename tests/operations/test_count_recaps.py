# SPDX-License-Identifier: Apache-2.0
"""Recapitulations typed from a D.HASIL: sealed, compared with the sum of TPS, differing where two offices differ."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.data import count_boxes
from desk_app.domain import errors
from desk_app.domain.counts.rights import Right
from desk_app.operations import count_keys, count_recaps, disagreements, history, tally
from desk_app.operations.desk import Desk
from tests import counting_people, regency_offices, two_offices
from tests.regency_offices import TEMPE, TEMPE_VILLAGE, tps

RACE = counting_people.RACE


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as made:
        counting_people.prepare(made)
        yield made


def test_it_is_kept_sealed_and_told_to_who_typed_it(desk: Desk) -> None:
    no = count_recaps.put(desk, TEMPE_VILLAGE, RACE, {"v1": 140, "valid": 320}, "D.HASIL desa")
    [one] = count_recaps.all_of(desk)
    assert (one.record, one.place, one.name, one.figures, one.note, one.is_open) == (
        no, TEMPE_VILLAGE, "Tempe", {"v1": 140, "valid": 320}, "D.HASIL desa", True,
    )
    with desk.reading() as connection:
        sealed, note = connection.exec_driver_sql("SELECT sealed, note FROM count_recap").one()
    assert note is None
    assert isinstance(sealed, bytes)
    assert count_boxes.writing_name(sealed)
    with counting_people.somebody(desk, "Sitti"):
        [other] = count_recaps.all_of(desk)
        assert (other.is_open, other.figures, other.note) == (False, {}, "")
        count_recaps.put(desk, TEMPE, RACE, {"v1": 9})
        assert {one.place: one.is_open for one in count_recaps.all_of(desk)} == {TEMPE: True, TEMPE_VILLAGE: False}
    assert count_recaps.put(desk, TEMPE_VILLAGE, RACE, {"v1": 141}) == no
    history.undo(desk)
    assert count_recaps.all_of(desk)[1].figures == {"v1": 140, "valid": 320}
    count_recaps.remove(desk, TEMPE_VILLAGE, RACE)
    assert [one.place for one in count_recaps.all_of(desk)] == [TEMPE]
    with pytest.raises(errors.NotFound):
        count_recaps.remove(desk, TEMPE_VILLAGE, RACE)


def test_where_the_sum_of_tps_is_another_it_is_told(desk: Desk) -> None:
    counting_people.copy(desk, tps(TEMPE_VILLAGE, 1), (80, 40, 50))
    counting_people.copy(desk, tps(TEMPE_VILLAGE, 2), (60, 50, 40))
    count_recaps.put(desk, TEMPE_VILLAGE, RACE, {"v1": 140, "v2": 95})
    count_recaps.put(desk, "73.13", RACE, {"v1": 140})
    finish(tally.refresh(desk))
    regency, village = count_recaps.gaps(desk, RACE)
    assert (regency.found, regency.entered, regency.stations) == ((), 2, 9)
    assert [(one.lines, one.gap) for one in village.found] == [(("v2",), 5)]
    assert (village.entered, village.stations) == (2, 4)
    held = count_recaps.beside(desk, RACE, TEMPE)
    assert (held.sums["v1"], held.stations) == ((140, 2), 6)
    asked = (lambda: count_recaps.gaps(desk, RACE), lambda: count_recaps.beside(desk, RACE, TEMPE))
    with counting_people.somebody(desk, "Sitti"):
        for ask in asked:
            with pytest.raises(errors.NotPermitted):
                ask()
    count_keys.grant(desk, 1, [Right.VERIFY])
    for ask in asked:
        with pytest.raises(errors.NotPermitted):
            ask()


@pytest.mark.parametrize(
    ("place", "figures"),
    [
        (tps(TEMPE_VILLAGE, 1), {"v1": 1}),
        ("73", {"v1": 1}),
        (TEMPE, {"v9": 1}),
        (TEMPE, {"v1": -1}),
        (TEMPE, {}),
    ],
)
def test_what_cannot_be_is_refused(desk: Desk, place: str, figures: dict[str, int]) -> None:
    with pytest.raises(errors.Refused):
        count_recaps.put(desk, place, RACE, figures)
    with pytest.raises(errors.Refused):
        count_recaps.put(desk, TEMPE, "tiada", {"v1": 1})


def test_two_offices_that_typed_it_alike_do_not_differ(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        counting_people.prepare(two.kabupaten)
        two.carry(two.kabupaten, two.tempe)
        for desk in (two.kabupaten, two.tempe):
            count_recaps.put(desk, TEMPE, RACE, {"v1": 500, "v2": 400})
        two.carry(two.tempe, two.kabupaten)
        [one] = count_recaps.all_of(two.kabupaten)
        assert (one.figures, one.differing) == ({"v1": 500, "v2": 400}, {})
        assert disagreements.count(two.kabupaten) == 0
        count_recaps.put(two.tempe, TEMPE, RACE, {"v1": 501, "v2": 400})
        seen = count_recaps.seen(two.kabupaten)
        two.carry(two.tempe, two.kabupaten)
        count_recaps.put(two.kabupaten, TEMPE, RACE, {"v1": 502, "v2": 400}, seen=seen)
        [one] = count_recaps.all_of(two.kabupaten)
        assert one.differing == {"v1": (501, 502)}
        count_recaps.put(two.kabupaten, TEMPE, RACE, {"v1": 501, "v2": 400})
        assert count_recaps.all_of(two.kabupaten)[0].differing == {}
        count_keys.close(two.kabupaten)
