# SPDX-License-Identifier: Apache-2.0
"""The offices of the catalogue's tests: copies of some that were made once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults import at_hand


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> at_hand.Prepared:
    return at_hand.prepare(tmp_path_factory.mktemp("at hand"))


@pytest.fixture
def offices(prepared: at_hand.Prepared, tmp_path: Path) -> Iterator[at_hand.Offices]:
    made = at_hand.Offices(prepared, tmp_path)
    yield made
    made.close()
