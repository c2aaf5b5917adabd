# SPDX-License-Identifier: Apache-2.0
"""A small office, open for one test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.operations.desk import Desk
from tests import regency_offices, small_offices


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A kecamatan office with three TPS and the operator “Andi”."""
    with small_offices.make(tmp_path / "office").desk as made:
        yield made


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    """The office of Kabupaten Wajo with its regions and the TPS of `regency_offices.STATIONS`."""
    with regency_offices.make(tmp_path / "wajo") as made:
        yield made
