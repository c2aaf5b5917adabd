# SPDX-License-Identifier: Apache-2.0
"""Pergantian anggota: who comes in whose place and from when, who leaves; both names stay on what each did.

The predecessor's record stays as it was, with the day from which he serves no longer; his open tasks, the
issues for which he is responsible and his shifts from that day on go to the successor.
"""

from dataclasses import dataclass
from typing import Any

from desk_app.data import issue_parts, roster_list, unit_of_work
from desk_app.domain import errors, people, records, words
from desk_app.operations import days, issues, tasks, teams, territory
from desk_app.operations import values as spoken
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_

_WHAT = N_("Tim dan penugasan")
_KEPT = ("event", "team", "section", "office", "role", "unit", "position", "period_to", "service")


@dataclass(frozen=True, slots=True)
class Replacement:
    """Who came in whose place (records), and what went to the successor: open tasks, coming shifts, open issues for
    which he was responsible (records)."""

    old: int
    new: int
    tasks: tuple[int, ...]
    shifts: tuple[int, ...]
    issues: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Burden:
    """What a member has before him: how many open tasks, how many shifts from a day on, for how many open issues he is
    responsible."""

    tasks: int
    shifts: int
    issues: int = 0

    @property
    def is_any(self) -> bool:
        return bool(self.tasks or self.shifts or self.issues)


def burden(desk: Desk, no: int, on: str = "") -> Burden:
    """What would go to a successor."""
    with desk.reading() as connection:
        coming = roster_list.shifts_from(connection, no, on or days.today(desk).isoformat())
        named = issue_parts.open_of_member(connection, no)
    return Burden(len(tasks.open_of_member(desk, no)), len(coming), len(named))


def replace_member(desk: Desk, no: int, *, on: str = "", reason: str = "", **values: Any) -> Replacement:
    """Put somebody in a member's place from a day (ISO, "": today): same team, section, role and position.

    `values`: what differs (`teams.MEMBER_FIELDS`). Raises Refused without name, office or number, and where he is
    replaced already.
    """
    territory.require_master(desk, _WHAT)
    for name in values:
        if name not in teams.MEMBER_FIELDS:
            raise ValueError(f"no such field: {name}")
    if not any(values.get(name) for name in ("person", "office", "nip")):
        raise errors.Refused(N_("Isi nama atau jabatan pengganti."))
    if values.get("service") and values["service"] not in set(people.Service):
        raise errors.Refused(N_("Status kepegawaian “{text}” tidak dikenal."), text=values["service"])
    day = on or days.today(desk).isoformat()

    def work(unit: unit_of_work.Unit) -> Replacement:
        held = _serving(unit, no)
        kept = {name: held.get(name) for name in _KEPT}
        if kept["period_to"] and kept["period_to"] < day:
            kept["period_to"] = None
        new = unit.create(records.MEMBER, kept | {"period_from": day} | values)
        unit.set(records.MEMBER, no, {"replaced_on": day, "replaced_by": new, "reason": reason or None})
        moved = tuple(tasks.move_member(unit, no, new))
        shifts = tuple(_move_shifts(unit, no, new, day))
        return Replacement(no, new, moved, shifts, tuple(issues.move_member(unit, no, new)))

    return transact(desk, N_("Anggota tim diganti"), work)


def end_member(desk: Desk, no: int, *, on: str = "", reason: str = "") -> None:
    """Say that a member serves no longer from a day (ISO, "": today), without a successor; his name stays."""
    territory.require_master(desk, _WHAT)
    told = {"replaced_on": on or days.today(desk).isoformat(), "reason": reason or None}

    def work(unit: unit_of_work.Unit) -> None:
        _serving(unit, no)
        unit.set(records.MEMBER, no, told)

    transact(desk, N_("Anggota tim dikeluarkan"), work)


def call_back(desk: Desk, no: int) -> None:
    """Let a member serve again who was ended or replaced; his successor, if there is one, stays as well."""
    territory.require_master(desk, _WHAT)
    told = {"replaced_on": None, "replaced_by": None, "reason": None}

    def work(unit: unit_of_work.Unit) -> None:
        unit.undelete(records.MEMBER, no)
        unit.set(records.MEMBER, no, told)

    transact(desk, N_("Anggota tim bertugas lagi"), work)


def _serving(unit: unit_of_work.Unit, no: int) -> dict[str, Any]:
    held = dict(unit.values(records.MEMBER, no))
    if held.get("replaced_on"):
        raise errors.Refused(
            N_("{name} sudah tidak bertugas sejak {day}."),
            name=held.get("person") or held.get("office") or "",
            day=spoken.day_words(held["replaced_on"]),
        )
    return held


def _move_shifts(unit: unit_of_work.Unit, old: int, new: int, day: str) -> list[int]:
    moved = roster_list.shifts_from(unit.connection, old, day)
    for no in moved:
        unit.set(records.SHIFT, no, {"member": new})
    return moved
