# SPDX-License-Identifier: Apache-2.0
"""Whatever was answered, emptied and answered again, the counts are those of a look at every TPS by itself."""

import random
from collections import Counter
from pathlib import Path

import pytest

from desk_app.data import checklist_versions, completeness_list
from desk_app.domain.completeness import Completeness, Tally
from desk_app.operations import answers, checklist_pages, completeness
from desk_app.operations.desk import Desk
from tests import regency_offices
from tests.regency_offices import EVENT, STATIONS, tps

ITEMS = ("log.hujan", "log.tinta", "log.bttb", "org.kpps", "tps.lokasi", "org.kpps@h")


def fill(desk: Desk, dice: random.Random) -> None:
    for _turn in range(60):
        village, number = dice.choice(list(STATIONS))
        item = dice.choice(ITEMS)
        is_number = item in ("log.tinta", "org.kpps", "org.kpps@h")
        value = dice.choice([None, "T", dice.choice(["0", "7"]) if is_number else dice.choice("SB")])
        answers.set_answer(desk, tps(village, number), item, value)


@pytest.mark.parametrize("seed", range(4))
def test_counts_are_those_of_each_place(tmp_path: Path, seed: int) -> None:
    with regency_offices.make(tmp_path / "wajo") as desk:
        fill(desk, random.Random(seed))
        by_item: Counter[str] = Counter()
        by_district: Counter[tuple[str, int, Completeness]] = Counter()
        for village, number in STATIONS:
            subject = tps(village, number)
            for phase, state in completeness.of_subject(desk, subject).items():
                page = checklist_pages.checklist_page(desk, subject, phase)
                given = [item.code for item in page.items if item.value is not None]
                by_item.update(given)
                due = {item.code for item in page.items if item.required}
                expected = (
                    Completeness.MISSING if not given
                    else Completeness.COMPLETE if due <= set(given) else Completeness.PARTIAL
                )  # fmt: skip
                assert state is expected
                by_district[village[:8], phase, state] += 1
        with desk.reading() as connection:
            found = completeness_list.by_item(connection, EVENT, "73.13", ITEMS)
            regions = completeness_list.by_region(connection, EVENT, "73.13", 8)
            counts = checklist_versions.answers_by_item(connection, EVENT, "73.13")
        assert {item: tally.complete for item, tally in found.items() if tally.complete} == dict(by_item)
        assert counts == dict(by_item)
        for (district, phase), tally in regions.items():
            partial, complete = (by_district[district, phase, state] for state in (Completeness.PARTIAL,
                                                                                  Completeness.COMPLETE))
            assert (tally.partial, tally.complete) == (partial, complete)


def test_what_was_given_under_an_older_version(wajo: Desk) -> None:
    village, number = next(iter(STATIONS))
    answers.set_answer(wajo, tps(village, number), "log.hujan", "S")
    with wajo.reading() as connection:
        asked = {"log.hujan": 2, "log.tinta": 2}
        assert completeness_list.given_before(connection, EVENT, "", asked) == {"log.hujan": 1}
        assert completeness_list.given_before(connection, EVENT, "73.14", {"log.hujan": 2}) == {}
        assert completeness_list.given_before(connection, EVENT, "", {"log.hujan": 1}) == {}
        assert completeness_list.by_item(connection, EVENT, "73.14", ["log.hujan"]) == {}
        assert completeness_list.by_item(connection, EVENT, "", ["log.hujan"]) == {"log.hujan": Tally(0, 1)}
