# SPDX-License-Identifier: Apache-2.0
"""In random histories of four offices every earlier state comes back row by row (decision 0023)."""

from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.data import arrivals
from desk_app.operations import as_at
from desk_app.operations.desk import Desk
from tests import past_states
from tests.histories import history, scripts
from tests.histories.computers import Computer
from tests.histories.prepared import Prepared
from tests.histories.reading import Seen
from tests.histories.world import World

SEEDS = 8
NOT_IN_THE_JOURNAL = {"parcel", "seal"}
"""Packages go by the clock, which means nothing here; a seal is set later under what stood before."""

Kept = dict[tuple[str, int], tuple[bool, past_states.States]]


class Remembering(World):
    """Keeps what each computer held after each step."""

    kept: Kept

    def look(self, computer: Computer, *, as_before: bool = True) -> Seen:
        seen = super().look(computer, as_before=as_before)
        self.kept = getattr(self, "kept", {})
        with computer.used() as desk:
            now = latest(desk)
            # One that was put back from a backup gives the same numbers to other transactions.
            self.kept = {key: held for key, held in self.kept.items() if key[0] != computer.name or key[1] < now}
            self.kept[computer.name, now] = computer.newer, past_states.states(desk)
        return seen


@pytest.mark.parametrize("seed", range(SEEDS))
def test_every_earlier_state_comes_back(
    offices: Prepared, folder: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[int] = []

    def watch(world: World) -> None:
        assert isinstance(world, Remembering)
        for computer in world.computers:
            with computer.used() as desk:
                for (name, arrival), (newer, expected) in world.kept.items():
                    # A newer program shows what an older one only kept.
                    if name == computer.name and newer == computer.newer and arrival < latest(desk):
                        moment = as_at.Moment(arrival, 1 << 50)
                        found = past_states.differing(expected, finish(as_at.reading(desk, moment, past_states.states)))
                        assert found.keys() <= NOT_IN_THE_JOURNAL, (name, arrival, found)
                        compared.append(arrival)

    monkeypatch.setattr(history, "World", Remembering)
    history.play(offices, folder, scripts.make(seed), watching=watch)
    assert compared


def latest(desk: Desk) -> int:
    with desk.reading() as connection:
        return arrivals.latest(connection)
