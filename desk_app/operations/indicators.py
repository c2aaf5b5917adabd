# SPDX-License-Identifier: Apache-2.0
"""Indikator: what the office measures; the offered set taken, one of its own defined, altered, taken away.

A definition is each office's own: a province's stands where the regency has none, and its target is shown beside the
regency's. Values are typed a column of regions at a time (`indicator_sheet`); where offices differ about one, no total
counts it (`indicator_board`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from desk_app.data import indicator_list, unit_of_work
from desk_app.data.database import Connection
from desk_app.domain import errors, places, records, words
from desk_app.domain import indicators as rules
from desk_app.domain.records.indicator import SCALE
from desk_app.operations import field_names, settings, territory
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_
Definition = rules.Definition

FIELDS = (
    "label",
    "unit",
    "target",
    "decimals",
    "better",
    "heading",
    "source",
    "position",
    "combine",
    "target_each",
    "base",
    "note",
)
_WHAT = N_("Indikator")
_STEP = 10
_TARGETS = ("target", "target_each")


def offered(desk: Desk) -> list[Definition]:
    """What of the offered set the office has not taken yet, in words of the window."""
    known = {one.code for one in definitions(desk)}
    return [one for one in rules.OFFERED if one.code not in known]


def definitions(desk: Desk) -> list[Definition]:
    """The indicators of the office: its own, and those of offices above it that it has not altered."""
    with desk.reading() as connection:
        return [kept.definition for kept in nearest(in_reach(desk, connection))]


def adopt(desk: Desk, codes: Sequence[str]) -> list[str]:
    """Take some of the offered set as the office's own, in words of its papers. Returns their codes."""
    territory.require_master(desk, _WHAT)
    chosen = [one for one in offered(desk) if one.code in codes]
    last = max((one.position for one in definitions(desk)), default=0)

    def work(unit: unit_of_work.Unit) -> list[str]:
        for number, one in enumerate(chosen, 1):
            _put(desk, unit, replace(one, position=last + number * _STEP))
        return [one.code for one in chosen]

    return transact(desk, N_("Indikator dipakai"), work)


def new_indicator(desk: Desk, label: str, **values: Any) -> str:
    """Define an indicator of the office's own; `values`: other `FIELDS`, targets as in `edit_indicator`.

    Returns its code. Raises Refused.
    """
    territory.require_master(desk, _WHAT)
    if not label.strip():
        raise errors.Refused(N_("Isi nama indikator."))
    known = definitions(desk)
    code = rules.code_for(label, (one.code for one in (*known, *rules.OFFERED)))
    position = max((one.position for one in known), default=0) + _STEP
    decimals = int(values.get("decimals") or 0)
    unit, combine = str(values.get("unit") or ""), values.get("combine")
    rules.check_combine(unit, combine)
    told: dict[str, Any] = {"position": position}
    told |= _kept(checked(_typed_targets(values, decimals)), decimals)
    told |= {"label": label, "combine": rules.combined(unit, combine)}
    key = (settings.event_code(desk), desk.identity.place, code)
    transact(desk, N_("Indikator baru"), lambda unit: unit.put(records.INDICATOR, key, told))
    return code


def edit_indicator(desk: Desk, code: str, *, seen: int | None = None, **values: Any) -> None:
    """Alter some of the `FIELDS`; of an indicator of an office above, an own definition is made of it first.

    Targets are text as it is typed ("83,82"), or numbers in units of the last decimal. A rate (per cent) is summed no
    longer from then on.
    """
    territory.require_master(desk, _WHAT)
    with desk.reading() as connection:
        kept = of_code(in_reach(desk, connection), code)
    decimals = values.get("decimals")
    new = kept.definition.decimals if decimals is None else int(decimals)
    told = _kept(checked(_typed_targets(values, new)), new)
    unit = str(told["unit"] or "") if "unit" in told else kept.definition.unit
    rules.check_combine(unit, told.get("combine"))
    if rules.is_rate(unit) and "unit" in told:
        told["combine"] = rules.Combine.OWN.value
    key = (settings.event_code(desk), desk.identity.place, code)

    def work(unit: unit_of_work.Unit) -> None:
        if not is_own(desk, kept):
            _put(desk, unit, kept.definition)
        unit.put(records.INDICATOR, key, told, seen=seen)

    transact(desk, N_("Indikator"), work)


def delete_indicator(desk: Desk, code: str) -> None:
    """Take the office's own definition away; values stay, and the definition of an office above stands again."""
    territory.require_master(desk, _WHAT)
    key = (settings.event_code(desk), desk.identity.place, code)

    def work(unit: unit_of_work.Unit) -> None:
        no = unit.find(records.INDICATOR, key)
        if no is None:
            raise errors.Refused(N_("Indikator ini ditetapkan kantor di atasnya dan tidak dapat dihapus di sini."))
        unit.delete(records.INDICATOR, no)

    transact(desk, N_("Indikator dihapus"), work)


def checked(values: Mapping[str, Any]) -> dict[str, Any]:
    """Look over what is to be written of a definition. Raises Refused."""
    told = dict(values)
    for name, labels in (
        ("better", rules.BETTER_LABELS),
        ("combine", rules.COMBINE_LABELS),
        ("base", rules.BASE_LABELS),
    ):
        if name in told and (told[name] or "") not in set(labels) | {""}:
            raise errors.Refused(N_("“{text}” bukan pilihan yang ada."), text=told[name])
    field_names.require_known(told, FIELDS, "an indicator")
    if "label" in told and not str(told["label"] or "").strip():
        raise errors.Refused(N_("Isi nama indikator."))
    if told.get("decimals") is not None and not 0 <= int(told["decimals"]) <= rules.MOST_DECIMALS:
        raise errors.Refused(N_("Angka di belakang koma: 0 sampai {most}."), most=rules.MOST_DECIMALS)
    return told


def in_reach(desk: Desk, connection: Connection) -> list[indicator_list.Kept]:
    """Every definition of the office and of those above it, also where a nearer one stands before it."""
    own = desk.identity.place
    asked = [own, *places.ancestors(own), places.NATION]
    return indicator_list.definitions(connection, settings.event_code(desk), asked)


def nearest(kept: Sequence[indicator_list.Kept]) -> list[indicator_list.Kept]:
    """Of each code the definition that is nearest to the office: its own, else its regency's, its province's."""
    nearest: dict[str, indicator_list.Kept] = {}
    for one in kept:
        known = nearest.get(one.definition.code)
        if known is None or len(one.place) > len(known.place):
            nearest[one.definition.code] = one
    return sorted(nearest.values(), key=lambda one: (one.definition.position, one.definition.code))


def of_code(kept: Sequence[indicator_list.Kept], code: str) -> indicator_list.Kept:
    for one in nearest(kept):
        if one.definition.code == code:
            return one
    raise errors.NotFound(N_("Indikator “{code}” tidak ada."), code=code)


def is_own(desk: Desk, kept: indicator_list.Kept) -> bool:
    return kept.place == desk.identity.place


def _put(desk: Desk, unit: unit_of_work.Unit, told: Definition) -> None:
    key = (settings.event_code(desk), desk.identity.place, told.code)
    unit.put(records.INDICATOR, key, _kept({name: getattr(told, name) for name in FIELDS}, told.decimals))


def _typed_targets(values: Mapping[str, Any], decimals: int) -> dict[str, Any]:
    """The fields with targets that came as text read as numbers."""
    told = dict(values)
    for name in _TARGETS:
        if isinstance(told.get(name), str):
            told[name] = rules.parse(told[name], decimals) if told[name].strip() else None
    return told


def _kept(told: dict[str, Any], decimals: int) -> dict[str, Any]:
    """Fields as the record keeps them: targets in thousandths."""
    kept = dict(told)
    for name in _TARGETS:
        if kept.get(name) is not None:
            kept[name] = rules.rescaled(kept[name], decimals, SCALE)
    return kept
