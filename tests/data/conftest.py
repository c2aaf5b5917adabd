# SPDX-License-Identifier: Apache-2.0
"""A prepared database, and offices made from copies of it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.data import offices
from tests.data.offices import Office


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return offices.prepare(tmp_path_factory.mktemp("prepared"))


@pytest.fixture
def office(tmp_path: Path, prepared: Path) -> Iterator[Callable[[str], Office]]:
    """Makes an office of a place; the same place twice is two replicas."""
    made: list[Office] = []

    def make(place: str = "73.13.06") -> Office:
        number = len(made)
        one = Office(tmp_path / f"{number}.db", place, bytes([number + 1]) * 16, prepared=prepared)
        made.append(one)
        return one

    yield make
    for one in made:
        one.close()
