# SPDX-License-Identifier: Apache-2.0
"""The offices that every history begins with: made once, copied for each."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.histories import prepared
from tests.histories.prepared import Prepared


@pytest.fixture(scope="session")
def offices(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prepared]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DESK_HOME", "")  # each computer of a history has a home of its own
        yield prepared.make(tmp_path_factory.mktemp("histories"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where one history after another is played."""
    made = tmp_path / "history"
    made.mkdir()
    return made
