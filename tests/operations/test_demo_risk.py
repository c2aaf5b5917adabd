# SPDX-License-Identifier: Apache-2.0
"""Risk of the demonstration: the same seed ticks the same indicators, and the patterns are those of the example."""

from pathlib import Path

from desk_app.domain.risk import RiskClass
from desk_app.operations import demo_risk, guarding, risk
from tests import regency_offices


def test_the_same_seed_ticks_the_same(tmp_path: Path) -> None:
    found = []
    for name in ("a", "b"):
        with regency_offices.make(tmp_path / name) as desk:
            counts = [demo_risk.fill(desk, seed) for seed in (5, 6)]
            found.append((counts, {one.code: one.count for one in risk.totals(desk).indicators if one.count}))
            assert set(guarding.patterns(desk)) == {RiskClass.LOW, RiskClass.AT_RISK, RiskClass.HIGH}
    assert found[0] == found[1]
    assert sum(found[0][1].values()) > 0
