# SPDX-License-Identifier: Apache-2.0
"""Candidates and rules of the count as they were written, of one election and one office."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.data import candidate_list
from desk_app.operations import candidates, count_rules
from desk_app.operations.desk import Desk
from tests import regency_offices
from tests.regency_offices import BELAWA, TEMPE
from tests.small_offices import EVENT


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as made:
        yield made


def test_candidates(wajo: Desk) -> None:
    candidates.put(wajo, "dprd_kab", "3", "Partai C", short="PC")
    candidates.put(wajo, "dprd_kab", "3.1", "Andi", districts=[TEMPE])
    candidates.put(wajo, "dprd_kab", "3.1", "Budi", districts=[BELAWA])
    candidates.put(wajo, "ppwp", "1", "Citra – Dewi")
    with wajo.reading() as connection:
        rows = candidate_list.candidates(connection, EVENT, "73.13", "dprd_kab")
        assert [(row.key, row.code, row.name, row.kind, row.districts, row.short) for row in rows] == [
            ("3", "3", "Partai C", "partai", (), "PC"),
            ("3.1", "3.1", "Andi", "calon", (TEMPE,), ""),
            ("3.1/2", "3.1", "Budi", "calon", (BELAWA,), ""),
        ]
        assert len(candidate_list.candidates(connection, EVENT, "73.13")) == 4
        assert candidate_list.candidates(connection, "pilkada-2024", "73.13") == []
        assert candidate_list.candidates(connection, EVENT, "73") == []
    candidates.remove(wajo, "dprd_kab", ["3"])
    with wajo.reading() as connection:
        assert [row.race for row in candidate_list.candidates(connection, EVENT, "73.13")] == ["ppwp"]


def test_rules(wajo: Desk) -> None:
    with wajo.reading() as connection:
        assert candidate_list.rules(connection, EVENT, "73.13") is None
    count_rules.edit(wajo, lock=True, target=8250)
    with wajo.reading() as connection:
        row = candidate_list.rules(connection, EVENT, "73.13")
        assert candidate_list.rules(connection, EVENT, "73") is None
    assert row is not None
    assert (row.lock, row.target, row.brief, row.races, row.opens) == (True, 8250, None, None, None)
