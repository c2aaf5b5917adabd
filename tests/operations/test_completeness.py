# SPDX-License-Identifier: Apache-2.0
"""Completeness by region, phase, item and place, also where answers were emptied and where offices differ."""

from pathlib import Path

import pytest

from desk_app.domain.completeness import Completeness, Tally
from desk_app.operations import answers, completeness, elections
from desk_app.operations.desk import Desk
from tests import two_offices
from tests.regency_offices import BELAWA, BELAWA_VILLAGE, MADDUKELLENG, TEMPE, TEMPE_VILLAGE, tps

ONE = tps(TEMPE_VILLAGE, 1)


def regions(desk: Desk, area: str = "", phase: int = -1) -> dict[str, Tally]:
    return {one.code: one.tally for one in completeness.table(desk, phase, area).regions if one.tally.places}


def item(desk: Desk, code: str, area: str = "") -> Tally:
    return next(one.tally for one in completeness.items(desk, -1, area) if one.code == code)


def fill(desk: Desk, subject: str) -> None:
    event = elections.event_at(desk, subject)
    page = elections.page_items(event, "73.13", -1, completeness.places.Kind.TPS)
    given = [(subject, one.code, "0" if one.kind.value == "number" else "B", None) for one in page if one.required]
    answers.set_answers(desk, [*given, (subject, "log.tinta", "2", None)])


def test_nothing_is_known_yet(wajo: Desk) -> None:
    assert regions(wajo) == {TEMPE: Tally(6), BELAWA: Tally(3)}
    found = completeness.table(wajo, -1)
    assert found.total == Tally(9)
    assert {one.tally for one in found.items} == {Tally(9)}
    assert [one.phase for one in found.phases] == [-7, -3, -1, 0, 1]


def test_complete_is_not_ready(wajo: Desk) -> None:
    """All that is answered here is wrong, and yet complete."""
    fill(wajo, ONE)
    answers.set_answer(wajo, tps(MADDUKELLENG, 1), "log.hujan", "S")
    assert regions(wajo) == {TEMPE: Tally(6, complete=1, partial=1), BELAWA: Tally(3)}
    assert regions(wajo, TEMPE) == {TEMPE_VILLAGE: Tally(4, complete=1), MADDUKELLENG: Tally(2, partial=1)}
    assert item(wajo, "log.hujan") == Tally(9, complete=2)
    assert item(wajo, "log.hujan", MADDUKELLENG) == Tally(2, complete=1)
    assert completeness.of_subject(wajo, ONE)[-1] is Completeness.COMPLETE
    assert completeness.of_subject(wajo, tps(MADDUKELLENG, 1))[-1] is Completeness.PARTIAL
    assert completeness.of_subject(wajo, tps(BELAWA_VILLAGE, 1))[-1] is Completeness.MISSING
    assert completeness.table(wajo, -1).total == Tally(9, 1, 1)


def test_in_a_village_each_tps_is_a_line(wajo: Desk) -> None:
    fill(wajo, ONE)
    found = completeness.table(wajo, -1, TEMPE_VILLAGE)
    assert [(one.code, one.name, one.tally.state.value) for one in found.regions] == [
        (tps(TEMPE_VILLAGE, number), f"TPS {number:03d}", "lengkap" if number == 1 else "kosong")
        for number in (1, 2, 3, 5)
    ]
    assert found.total == Tally(4, complete=1)


def test_an_optional_answer_begins_a_place(wajo: Desk) -> None:
    answers.set_answer(wajo, ONE, "log.bttb", "S")
    assert regions(wajo)[TEMPE] == Tally(6, partial=1)


@pytest.mark.parametrize("empty", [None, ""])
def test_what_was_emptied_is_missing_again(wajo: Desk, empty: str | None) -> None:
    answers.set_answer(wajo, ONE, "log.hujan", "S", note="catatan")
    answers.set_answer(wajo, ONE, "log.hujan", empty)
    assert item(wajo, "log.hujan") == Tally(9)
    assert regions(wajo)[TEMPE] == Tally(6)


def test_what_offices_differ_about_is_neither(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        two.disagree()
        two.carry(two.tempe, two.kabupaten)
        wajo = two.kabupaten
        assert item(wajo, two_offices.YES_NO) == Tally(9, disagreeing=1)
        assert regions(wajo)[TEMPE] == Tally(6, disagreeing=2)
        assert completeness.of_subject(wajo, two_offices.FIRST)[-1] is Completeness.DISAGREEING
        assert completeness.table(wajo, -1).total.state is Completeness.DISAGREEING
