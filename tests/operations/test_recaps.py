# SPDX-License-Identifier: Apache-2.0
"""A recap counts until details replace it; a gap between the two is shown."""

import pytest

from desk_app.domain import errors
from desk_app.domain.readiness import Basis
from desk_app.operations import answers, recaps
from desk_app.operations.desk import Desk
from tests.regency_offices import BELAWA, BELAWA_VILLAGE, MADDUKELLENG, TEMPE, TEMPE_VILLAGE, tps
from tests.small_offices import NOW

ITEM = "log.hujan"


def row(desk: Desk, code: str, area: str = "") -> recaps.FigureLine:
    return next(line for line in recaps.figures(desk, ITEM, area).rows if line.code == code)


def test_nothing_known_is_not_zero(wajo: Desk) -> None:
    found = recaps.figures(wajo, ITEM)
    assert (found.total.figure.value, found.total.figure.basis, found.total.figure.places) == (None, Basis.NONE, 9)


def test_a_recap_is_the_figure_until_details_are_complete(wajo: Desk) -> None:
    answers.add_recap(wajo, TEMPE, ITEM, 4, 6, hour=NOW, source="camat")
    answers.set_answer(wajo, tps(TEMPE_VILLAGE, 1), ITEM, "S")
    line = row(wajo, TEMPE)
    assert (line.figure.value, line.figure.basis, line.figure.detailed, line.source) == (4, Basis.RECAP, 1, "camat")
    assert recaps.figures(wajo, ITEM).total.figure.value == 4


def test_details_replace_it_and_the_gap_is_shown(wajo: Desk) -> None:
    answers.add_recap(wajo, BELAWA, ITEM, 1, 3, hour=NOW, source="camat")
    answers.add_recap(wajo, BELAWA, ITEM, 3, 3, hour=NOW + 60, source="PPK")
    for number, said in ((1, "S"), (2, "B"), (901, "T")):
        answers.set_answer(wajo, tps(BELAWA_VILLAGE, number), ITEM, said)
    figure = row(wajo, BELAWA).figure
    assert (figure.value, figure.basis, figure.recap, figure.difference) == (2, Basis.DETAILS, 3, 1)


def test_a_recap_of_a_village_lies_below_the_district(wajo: Desk) -> None:
    answers.add_recap(wajo, MADDUKELLENG, ITEM, 2, 2, hour=NOW, source="lurah")
    assert row(wajo, MADDUKELLENG, TEMPE).figure.value == 2
    assert row(wajo, TEMPE).figure.value == 2
    assert row(wajo, TEMPE).figure.covered == 2


def test_a_number_counts_when_it_is_enough(wajo: Desk) -> None:
    answers.set_answer(wajo, tps(MADDUKELLENG, 5), "log.suara.ppwp", "292")
    answers.set_answer(wajo, tps(MADDUKELLENG, 1), "log.suara.ppwp", "300")
    found = recaps.figures(wajo, "log.suara.ppwp").total.figure
    assert (found.value, found.detailed) == (1, 2)


def test_the_list_is_newest_first(wajo: Desk) -> None:
    answers.add_recap(wajo, TEMPE, ITEM, 4, 6, hour=NOW, source="camat")
    answers.add_recap(wajo, BELAWA, ITEM, 1, 3, hour=NOW + 60, source="camat")
    found = recaps.recap_list(wajo)
    assert [(one.label, one.count, one.total) for one in found] == [
        ("Kecamatan Belawa", 1, 3), ("Kecamatan Tempe", 4, 6),
    ]
    assert [one.place for one in recaps.recap_list(wajo, TEMPE)] == [TEMPE]


def test_refusals(wajo: Desk) -> None:
    with pytest.raises(errors.NotFound):
        recaps.figures(wajo, "log.tidakada")
