# SPDX-License-Identifier: Apache-2.0
"""Random histories of four offices, each property held against them after every step and at their end.

Here are as many as one waits for; `python3 run.py bench --long` plays 100,000. What the properties are:
`properties.py`, `waiting.py`, `sticks.py` and `final.py`, each by its number in the design of the exchange.
"""

from pathlib import Path
from typing import Any

import hypothesis
import pytest

from desk_app.domain import records
from tests.histories import computers, history, mistakes, properties, scripts, soak, truth
from tests.histories.prepared import Prepared
from tests.histories.scripts import Script
from tests.histories.world import World

PARTS, MANY = 6, 50
PHASES = [one for one in hypothesis.Phase if one is not hypothesis.Phase.explain]  # its tracing is slow
BY_THE_CLOCK = {records.FieldKind.MOMENT, records.FieldKind.DATE}


@pytest.mark.parametrize("part", range(PARTS))
@hypothesis.settings(max_examples=MANY, phases=PHASES, suppress_health_check=list(hypothesis.HealthCheck))
@hypothesis.given(script=scripts.drawn())
def test_every_property_holds_in_every_history(offices: Prepared, folder: Path, part: int, script: Script) -> None:
    """Three hundred histories, in parts that several processes may share."""
    history.play(offices, folder, script)


@pytest.mark.parametrize("seed", range(8))
def test_clocks_decide_nothing(offices: Prepared, folder: Path, seed: int) -> None:
    """P5: the same history with other clocks; all that is shown, times left out, and all disagreements are the same."""
    found: list[dict[str, Any]] = []

    def watch(world: World) -> None:
        found.append({one.name: shown(world, one.name) for one in world.computers})

    script = scripts.make(seed)
    history.play(offices, folder, script, watching=watch)
    history.play(offices, folder, script, clocks=computers.CLOCKS[::-1], watching=watch)
    assert found[0] == found[1]


def shown(world: World, name: str) -> dict[truth.Name, tuple[Any, ...]]:
    """All that a computer shows, without what its clocks said."""
    seen = world.seen[name]
    times = {one.name for kind in seen.types.values() for one in kind.fields if one.kind in BY_THE_CLOCK}
    return {
        record: (alive, {field: value for field, value in values.items() if field not in times}, disputed)
        for record, (alive, values, disputed) in properties.view(seen).items()
    }


def test_a_history_that_breaks_is_told_by_its_seed_and_made_shorter(
    offices: Prepared, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mistakes.keep_superseded(monkeypatch)
    with pytest.raises(properties.Broken, match=r"P1: .*\nseed 2, shortened:\n\(\n(    Step\(.*\),\n){1,4}\)$"):
        history.proved(offices, folder, 2)


def test_months_of_six_offices_end_with_all_holding_the_same(tmp_path: Path) -> None:
    """The small form of `python3 run.py soak`."""
    told = soak.live(tmp_path, districts=4, days=5, seed=1)
    assert told.faults == []
    assert told.lost
    assert told.made
    assert told.pairs > told.scopes > 10
