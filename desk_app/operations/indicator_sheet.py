# SPDX-License-Identifier: Apache-2.0
"""The column of one indicator on one day, to type for every region at once, and how it is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from desk_app.base.text import _
from desk_app.data import arrivals, place_names, unit_of_work
from desk_app.domain import errors, records, words
from desk_app.domain import indicators as rules
from desk_app.domain.records.indicator import SCALE
from desk_app.operations import days, indicator_board, indicators, settings, territory
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_
Definition = rules.Definition


@dataclass(frozen=True, slots=True)
class Entry:
    """A region in the column that is typed: what it has on that day in words, and what stood there before."""

    place: str
    name: str
    value: str
    before: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The column of one indicator on one day."""

    definition: Definition
    day: str
    entries: tuple[Entry, ...]
    source: str
    seen: int | None = field(default=None, compare=False)


def sheet(desk: Desk, code: str, day: date) -> Sheet:
    """The column to type for one day: the regions below the office, and its own area first."""
    at = day.isoformat()
    with desk.reading() as connection:
        seen = arrivals.latest(connection)
        kept = indicators.of_code(indicators.in_reach(desk, connection), code)
        held = indicator_board.Held.read(desk, connection, code)
    told = kept.definition
    values = held.values_of(told)
    entries = []
    source = ""
    for place in (held.area, *held.parts):
        on_day = next((one for one in values.get(place, ()) if one.day == at), None)
        before = rules.latest([one for one in values.get(place, ()) if one.day < at])
        source = source or (on_day.source if on_day else "")
        entries.append(
            Entry(
                place,
                held.name(place),
                rules.write(on_day.value, told.decimals) if on_day else "",
                rules.write(before.value, told.decimals) if before else "",
            )
        )
    return Sheet(told, at, tuple(entries), source or told.source, seen)


def set_values(
    desk: Desk,
    code: str,
    day: date,
    typed: Mapping[str, str],
    *,
    source: str = "",
    seen: int | None = None,
) -> int:
    """Write a column: the value of each region on a day as it was typed; an empty one takes the value away.

    One that cannot be read refuses the whole column, naming each. Returns how many values were
    written. `seen`: as the sheet was read; what came in since is not replaced but stands beside.
    """
    with desk.reading() as connection:
        definition = indicators.of_code(indicators.in_reach(desk, connection), code).definition
        names = place_names.named(connection, settings.event_code(desk), list(typed))
    values: dict[str, int | None] = {}
    faults = []
    for place, text in typed.items():
        subject = territory.require_own(desk, place).subject
        try:
            values[subject] = rules.parse(text, definition.decimals) if text.strip() else None
        except errors.Refused as fault:
            faults.append(f"{names[place].name}: {words.render(fault.message, fault.params, _)}")
    if faults:
        raise errors.Refused(N_("Belum tersimpan. {faults}"), faults=" ".join(faults))
    if day > days.today(desk):
        raise errors.Refused(N_("Tanggal nilai indikator belum lewat. Isi paling lambat hari ini."))
    event = settings.event_code(desk)

    def work(unit: unit_of_work.Unit) -> int:
        written = 0
        for place, value in values.items():
            key = (event, code, place, day.isoformat())
            if value is None:
                no = unit.find(records.INDICATOR_VALUE, key)
                if no is not None and seen is not None:
                    unit.set(records.INDICATOR_VALUE, no, {"value": None}, seen=seen)  # what came in since stands
                elif no is not None:
                    unit.delete(records.INDICATOR_VALUE, no)
                continue
            told: dict[str, Any] = {"value": rules.rescaled(value, definition.decimals, SCALE)}
            if source.strip():
                told["source"] = source
            unit.put(records.INDICATOR_VALUE, key, told, seen=seen)
            written += 1
        return written

    return transact(desk, N_("Nilai indikator"), work)
