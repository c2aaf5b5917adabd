# SPDX-License-Identifier: Apache-2.0
"""Risk of the demonstration: made-up indicators at some TPS, and the example of 2019 as pattern of guards."""

import random

from desk_app.data import station_list, unit_of_work
from desk_app.domain import guarding as guard_rules
from desk_app.domain import records
from desk_app.operations import elections, guarding, risk_indicators
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

SHARE = 0.18
"""TPS that have any indicator."""


def fill(desk: Desk, seed: int) -> int:
    """Tick indicators at some TPS, the commonest ones oftener; returns how many ticks there are."""
    dice = random.Random(f"{seed} risk")
    event = elections.working_event(desk).code
    codes = [one.code for one in risk_indicators.offered(desk)]
    weights = [len(codes) - at for at in range(len(codes))]
    rows: list[tuple[tuple[str, str, int, str], dict[str, object]]] = []
    with desk.reading() as connection:
        held = [(row.village, row.number) for row in station_list.all_rows(connection, event)]
    for village, number in held:
        if dice.random() > SHARE:
            continue
        for code in sorted(set(dice.choices(codes, weights, k=dice.choice((1, 1, 1, 2, 2, 3, 4, 7))))):
            rows.append(((event, village, number, code), {"present": True}))

    def work(unit: unit_of_work.Unit) -> None:
        unit.put_many(records.STATION_RISK, rows)

    transact(desk, "Kerawanan TPS", work, kind="setup")
    guarding.set_patterns(desk, {one: str(made) for one, made in guard_rules.EXAMPLE.items()})
    return len(rows)
