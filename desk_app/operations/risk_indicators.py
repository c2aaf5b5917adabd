# SPDX-License-Identifier: Apache-2.0
"""The list of Bawaslu's indicators as this office has it, for the election it works on: read and edited."""

from collections.abc import Callable, Mapping
from typing import Any

from desk_app.data import arrivals, risk_list, unit_of_work
from desk_app.domain import errors, places, records, risk, risk_lists, words
from desk_app.operations import elections, settings, territory
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_

MOST = 200
"""Indicators in one list; more could not be ticked any more."""


def indicators(desk: Desk) -> list[risk.Indicator]:
    """The list in its order, with what is no longer in use. `label` and `short` are msgids unless `own`."""
    shipped, written, _ = _kept(desk)
    return risk_lists.listed(shipped, written)


def offered(desk: Desk) -> list[risk.Indicator]:
    """The indicators that are ticked now, in their order."""
    return [one for one in indicators(desk) if one.in_use]


def list_and_seen(desk: Desk) -> tuple[list[risk.Indicator], int]:
    """The list, and how far it was read (for `rename`)."""
    with desk.reading() as connection:
        seen = arrivals.latest(connection)
    return indicators(desk), seen


def known(desk: Desk) -> dict[str, risk.Indicator]:
    """Every indicator by its code: of the list, and those that other offices have added."""
    with desk.reading() as connection:
        foreign = risk_list.foreign_labels(connection, settings.event_code(desk))
    found = {code: risk.Indicator(code, label, short=short, own=True) for code, (label, short) in foreign.items()}
    return found | {one.code: one for one in indicators(desk)}


def find(desk: Desk, code: str) -> risk.Indicator:
    """The indicator of a code, also one that the program brings for the other kind of election. Raises NotFound."""
    asked = code.strip().upper()
    found = next((one for one in indicators(desk) if one.code.upper() == asked), None)
    return found if found is not None else risk.indicator(code)


def may_edit(desk: Desk) -> bool:
    """Whether this office keeps the list (a kabupaten, kota or province does)."""
    return desk.identity.level != places.Level.DISTRICT.value


def add(desk: Desk, label: str, short: str = "", variable: str = "") -> str:
    """Put an indicator at the end of the list; returns its code. Raises Refused."""
    _require(desk)
    held = indicators(desk)
    if len(held) >= MOST:
        raise errors.Refused(N_("Daftar indikator paling banyak {most}."), most=MOST)
    checked = risk_lists.check_label(label, held)
    code = risk_lists.new_code(desk.identity.place, desk.identity.series, [one.code for one in held])
    last = max(_positions(desk).values(), default=0) + risk_lists.STEP
    values = {"label": checked, "short": short, "variable": variable, "position": last, "in_use": True}
    transact(desk, N_("Indikator kerawanan baru"), lambda unit: unit.put(*_named(desk, code), values))
    return code


def rename(desk: Desk, code: str, values: Mapping[str, str], *, seen: int | None = None) -> None:
    """Alter `label`, `short` or `variable` of an indicator; what was ticked stays with its code. Raises Refused."""
    _require(desk)
    found = find(desk, code)
    changed: dict[str, Any] = {name: value for name, value in values.items() if name in ("label", "short", "variable")}
    if "label" in changed:
        others = [one for one in indicators(desk) if one.code != found.code]
        changed["label"] = risk_lists.check_label(changed["label"], others)
    transact(desk, N_("Indikator kerawanan"), lambda unit: unit.put(*_named(desk, found.code), changed, seen=seen))


def retire(desk: Desk, code: str, in_use: bool = False) -> None:
    """Take an indicator out of use, or bring it back. Where it was ticked it stays in the figures."""
    _require(desk)
    found = find(desk, code)
    words_ = N_("Indikator dipakai lagi") if in_use else N_("Indikator tidak dipakai lagi")
    transact(desk, words_, lambda unit: unit.put(*_named(desk, found.code), {"in_use": in_use}))


def move(desk: Desk, code: str, place: int) -> None:
    """Put an indicator at a place of the list (0 is the first)."""
    _require(desk)
    order = [one.code for one in indicators(desk)]
    if code not in order:
        raise errors.NotFound(N_("Indikator TPS rawan “{code}” tidak ada."), code=code)
    written = risk_lists.moved(order, _positions(desk), code, place)

    def work(unit: unit_of_work.Unit) -> None:
        for one, position in written.items():
            unit.put(*_named(desk, one), {"position": position})

    transact(desk, N_("Urutan indikator"), work)


def words_of(found: Mapping[str, risk.Indicator], code: str, translate: Callable[[str], str]) -> str:
    """The short words of a code, its label where it has none, itself where nobody knows it."""
    one = found.get(code)
    if one is None:
        return code
    return translate(one.short or one.label)


def _require(desk: Desk) -> None:
    territory.require_master(desk, N_("Daftar indikator"))


def _named(desk: Desk, code: str) -> tuple[records.RecordType, tuple[str, str, str]]:
    return records.RISK_INDICATOR, (desk.identity.place, settings.event_code(desk), code)


def _positions(desk: Desk) -> dict[str, int]:
    shipped, written, _ = _kept(desk)
    return risk_lists.positions(shipped, written)


def _kept(desk: Desk) -> tuple[tuple[risk.Indicator, ...], list[risk_lists.Written], str]:
    place = places.regency_of(desk.identity.place) or desk.identity.place
    event = elections.working_event(desk)
    with desk.reading() as connection:
        return risk.indicators(event.kind), risk_list.written_indicators(connection, event.code, place), place
