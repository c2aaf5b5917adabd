# SPDX-License-Identifier: Apache-2.0
"""An office with something in every register."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.operations.desk import Desk
from tests import filled_registers, regency_offices


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "filled") as made:
        filled_registers.fill(made)
        yield made
