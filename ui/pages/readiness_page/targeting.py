# SPDX-License-Identifier: Apache-2.0
"""What a target means to the list of TPS: the fields of its filter."""

from dataclasses import fields as fields_of
from typing import Any

from desk_app.domain import readiness
from desk_app.operations import stations, targets


def filter_of(target: targets.Target, area: str) -> stations.StationFilter:
    """The filter that a target names; a region as its subject is an area."""
    names = {field.name for field in fields_of(stations.StationFilter)}
    chosen: dict[str, Any] = {name: value for name, value in target.chosen.items() if name in names}
    if area:
        chosen.setdefault("area", area)
    if "states" in chosen:
        chosen["states"] = tuple(readiness.Readiness(state) for state in chosen["states"])
    if "subjects" in chosen:
        chosen["subjects"] = tuple(chosen["subjects"])
    return stations.StationFilter(**chosen)
