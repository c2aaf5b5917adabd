# SPDX-License-Identifier: Apache-2.0
"""The demonstration is made once, whole or not at all, and opened without asking."""

from pathlib import Path

from desk_app.base import progress
from desk_app.operations import stations
from ui.start import demonstration


def test_it_is_made_once(tmp_path: Path) -> None:
    folder = tmp_path / "build" / "demo"
    (folder.parent / "demo.part").mkdir(parents=True)  # one that was interrupted
    with progress.finish(demonstration.opened(folder)) as desk:
        assert stations.count_stations(desk) == 1146
        stations.create_station(desk, "73.13.06.1001", 999)
    assert not (folder.parent / "demo.part").exists()
    with progress.finish(demonstration.opened(folder)) as desk:
        assert stations.count_stations(desk) == 1147, "what was tried there is still there"
