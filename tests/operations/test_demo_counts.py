# SPDX-License-Identifier: Apache-2.0
"""The evening of a demonstration has something of everything: whole, wrong, in dispute, corrected, and missing."""

from pathlib import Path

from desk_app.base.progress import finish
from desk_app.data import count_store
from desk_app.domain import records
from desk_app.domain.counts.standing import State
from desk_app.operations import demo_counts, settings, tally
from desk_app.operations.transact import transact
from tests import counted_offices, regency_offices
from tests.small_offices import EVENT

VILLAGE = "73.13.06.1005"


def test_an_evening_has_something_of_everything(tmp_path: Path) -> None:
    with regency_offices.make(tmp_path / "wajo") as desk:
        rows = [((EVENT, VILLAGE, number), {"dpt_male": 120, "dpt_female": 131}) for number in range(1, 151)]
        transact(desk, "TPS", lambda unit: unit.put_many(records.STATION, rows), kind="setup")
        done = finish(demo_counts.copied(desk, "sandi demo", 7))
        assert 90 < done < 135
        sums = counted_offices.sums(desk)
        assert sum(sums["73.13.06"].values()) > 10_000
        with tally.store_of(desk).reading() as connection:
            states = count_store.states(connection, settings.event_code(desk), "ppwp", "73.13", 5)["73.13"]
            rules = {one.rule for one in count_store.findings(connection, settings.event_code(desk), "ppwp", "")}
        assert states[State.WHOLE] > 60
        assert states[State.NOTED] > 2
        assert states[State.DISPUTED] >= 1
        assert sum(states.values()) == done
        assert rules & {"V02", "V03", "V04", "V07"}
