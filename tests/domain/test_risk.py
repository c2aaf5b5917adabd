# SPDX-License-Identifier: Apache-2.0
"""Risk classes and indicators."""

import pytest

from desk_app.domain import errors, risk
from desk_app.domain.elections import EventKind
from desk_app.domain.risk import RiskClass


def test_22_indicators_for_pemilu_and_25_for_pilkada() -> None:
    general, regional = risk.indicators(EventKind.GENERAL), risk.indicators(EventKind.REGIONAL)
    assert [indicator.code for indicator in general] == [f"P{n:02d}" for n in range(1, 23)]
    assert [indicator.code for indicator in regional] == [f"K{n:02d}" for n in range(1, 26)]
    assert len({indicator.variable for indicator in regional}) == 8
    assert all(indicator.label and indicator.short for indicator in (*general, *regional))


def test_an_indicator_by_its_code() -> None:
    assert risk.indicator("p07").short == "bencana"
    with pytest.raises(errors.NotFound):
        risk.indicator("K26")


def test_classes_as_lists_write_them() -> None:
    assert risk.parse_class("Sangat  Rawan") is RiskClass.HIGH
    assert risk.parse_class("kurang_rawan") is RiskClass.LOW
    assert risk.parse_class(" ") is None
    assert set(risk.CLASS_LABELS) == set(RiskClass)
    with pytest.raises(errors.Refused, match="kerawanan"):
        risk.parse_class("aman")
