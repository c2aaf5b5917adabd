# SPDX-License-Identifier: Apache-2.0
"""Each planted mistake is found by the histories, as a property that does not hold; without one they find nothing.

`FOUND`: the seed of a history that finds it soon, and the property that it shows as. Where the histories have changed
since, others are played, as many as `MOST`.
"""

from pathlib import Path

import pytest

from tests.histories import history, mistakes, scripts
from tests.histories.prepared import Prepared

MOST = 100
FOUND = {
}


@pytest.mark.parametrize("mistake", mistakes.ALL, ids=lambda one: one.__name__)
def test_it_is_found(
    offices: Prepared, folder: Path, monkeypatch: pytest.MonkeyPatch, mistake: mistakes.Mistake
) -> None:
    mistake(monkeypatch)
    soon, shows = FOUND[mistake.__name__]
    told = ""
    for seed in dict.fromkeys((soon, *range(MOST))):
        told = history.breaks(offices, folder, scripts.make(seed))
        if told:
            break
    assert told.startswith(shows)


@pytest.mark.parametrize("seed", sorted({seed for seed, _ in FOUND.values()}))
def test_nothing_is_found_where_there_is_nothing(offices: Prepared, folder: Path, seed: int) -> None:
    assert history.breaks(offices, folder, scripts.make(seed)) == ""


def test_there_are_mistakes_of_every_sort() -> None:
    assert {"P1", "P4", "P6", "P8", "P9", "P11", "P13", "P14", "P16", "P17"} <= {shows for _, shows in FOUND.values()}
    assert len(mistakes.ALL) == len(FOUND) >= 12
