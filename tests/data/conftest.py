# SPDX-License-Identifier: Apache-2.0
"""A prepared database, and offices made from copies of it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desk_app.data.database import Connection
from desk_app.operations.desk import Desk
from tests import regency_offices
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


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    """The office of Kabupaten Wajo with its regions and the TPS of `regency_offices.STATIONS`."""
    with regency_offices.make(tmp_path / "wajo") as made:
        yield made


@pytest.fixture
def reading(wajo: Desk) -> Iterator[Connection]:
    """A connection that reads that office."""
    with wajo.reading() as connection:
        yield connection
