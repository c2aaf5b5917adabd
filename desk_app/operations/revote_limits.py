# SPDX-License-Identifier: Apache-2.0
"""The days within which PSU and the like have to be held: a setting of the office."""

from collections.abc import Mapping

from desk_app.domain import revotes as rules
from desk_app.operations import elections, settings
from desk_app.operations.change_settings import set_many
from desk_app.operations.desk import Desk

Limit = rules.Limit


def limits(desk: Desk) -> dict[Limit, int | None]:
    """How many days the office counts, by kind; None where it has set none. That of PSU begins as the event has it."""
    found: dict[Limit, int | None] = {}
    for limit in Limit:
        kept = settings.get(desk, f"revote_days_{limit.value}").strip()
        if kept.isascii() and kept.isdigit():
            found[limit] = int(kept) or None
        else:
            found[limit] = elections.working_event(desk).revote_days if limit is Limit.REPEATED else None
    return found


def set_limits(desk: Desk, given: Mapping[Limit, str]) -> None:
    """Set how many days the office counts; empty: none. Raises Refused."""
    values = {}
    for limit, text in given.items():
        days_ = rules.parse_limit(text)
        values[f"revote_days_{limit.value}"] = "0" if days_ is None else str(days_)
    set_many(desk, values)
