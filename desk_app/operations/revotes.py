# SPDX-License-Identifier: Apache-2.0
"""PSU, PSSU, PSL, PSS: noted for one TPS or several at once, followed until each was held or not held.

The desk notes what Bawaslu recommends, what KPU or the court orders and what was done; it orders nothing itself.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from desk_app.data import revote_list, unit_of_work
from desk_app.domain import errors, places, records, words
from desk_app.domain import revotes as rules
from desk_app.operations import elections, field_names, settings, territory
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_
Kind = rules.Kind
State = rules.State
Basis = rules.Basis

FIELDS = (
    "kind",
    "race",
    "cause",
    "issue",
    "ordered_by",
    "basis",
    "ordered_on",
    "planned_on",
    "held_on",
    "reason",
    "voters",
    "users",
    "note",
)
"""What can be written at will; the state follows from the verbs."""

MOST_AT_ONCE = 200


def note(desk: Desk, subjects: Sequence[str], kind: Kind, **values: Any) -> list[int]:
    """Note it for one or several TPS together: one record each, undone as one. Returns their numbers.

    `values`: other `FIELDS` (`race`: of one race alone, "" of all), and `state` (recommended, unless a decision is
    named). Raises Refused, also where one of that kind stands open for a TPS and race already.
    """
    if not subjects:
        raise errors.Refused(N_("Pilih TPS-nya."))
    if len(subjects) > MOST_AT_ONCE:
        raise errors.Refused(N_("Paling banyak {most} TPS sekaligus."), most=MOST_AT_ONCE)
    state = State(values.pop("state", "") or _first_state(values))
    checked = _checked(values)
    race = _race(desk, checked)
    rules.check(
        state,
        held_on=str(checked.get("held_on") or ""),
        reason=str(checked.get("reason") or ""),
        ordered_on=str(checked.get("ordered_on") or ""),
        basis=str(checked.get("basis") or ""),
    )
    event = settings.event_code(desk)
    wanted = [_station(desk, subject) for subject in dict.fromkeys(subjects)]

    def work(unit: unit_of_work.Unit) -> list[int]:
        made = []
        for place in wanted:
            if unit.find(records.STATION, (event, place.code, place.number)) is None:
                raise errors.NotFound(
                    N_("TPS {number:03d} di {village} tidak ada dalam daftar TPS."),
                    number=place.number,
                    village=place.code,
                )
            if state in rules.OPEN and revote_list.standing(
                unit.connection, event, place.subject, kind.value, race
            ):
                raise errors.Refused(
                    N_("{kind} untuk {subject} sudah dicatat dan belum selesai."),
                    kind=kind.value.upper(),
                    subject=place.subject,
                )
            filled = {**checked, "event": event, "place": place.subject, "kind": kind.value, "state": state.value}
            made.append(unit.create(records.REVOTE, filled))
        return made

    return transact(desk, N_("PSU/PSSU/PSL/PSS dicatat"), work)


def edit(desk: Desk, no: int, *, seen: int | None = None, **values: Any) -> bool:
    """Alter some of the `FIELDS`. `seen`: as the form was filled; what came in since stands beside."""
    checked = _checked(values)
    _race(desk, checked)
    return transact(
        desk, records.REVOTE.label, lambda unit: unit.set(records.REVOTE, no, checked, seen=seen)
    )


def note_ordered(
    desk: Desk, numbers: Sequence[int], basis: str = "", ordered_on: str = "", ordered_by: Basis | None = None
) -> None:
    """Note that KPU (or the court) has ordered it."""
    values = {"basis": basis, "ordered_on": ordered_on, "ordered_by": ordered_by.value if ordered_by else ""}
    _move(desk, numbers, State.ORDERED, {name: value for name, value in values.items() if value})


def note_held(
    desk: Desk, numbers: Sequence[int], held_on: str, voters: int | None = None, users: int | None = None
) -> None:
    """Note that it was held, on which day; DPT and users may follow later."""
    values: dict[str, Any] = {"held_on": held_on, "voters": voters, "users": users}
    _move(desk, numbers, State.HELD, {name: value for name, value in values.items() if value not in (None, "")})


def note_not_held(desk: Desk, numbers: Sequence[int], reason: str) -> None:
    """Note that it will not be or was not held, and why."""
    _move(desk, numbers, State.NOT_HELD, {"reason": reason})


def note_waiting(desk: Desk, numbers: Sequence[int]) -> None:
    """Take back that it was held or dropped: it waits again."""
    _move(desk, numbers, State.ORDERED, {}, checks=False)


def delete(desk: Desk, numbers: Sequence[int]) -> None:
    """Strike out what was noted by mistake; it stays in the history."""

    def work(unit: unit_of_work.Unit) -> None:
        for no in numbers:
            unit.delete(records.REVOTE, no)

    transact(desk, N_("Catatan PSU/PSSU/PSL/PSS dihapus"), work)


def _move(desk: Desk, numbers: Sequence[int], state: State, values: dict[str, Any], *, checks: bool = True) -> None:
    checked = _checked(values)

    def work(unit: unit_of_work.Unit) -> None:
        for no in numbers:
            held = dict(unit.values(records.REVOTE, no)) | checked
            if checks:
                rules.check(
                    state,
                    held_on=str(held.get("held_on") or ""),
                    reason=str(held.get("reason") or ""),
                    ordered_on=str(held.get("ordered_on") or ""),
                    basis=str(held.get("basis") or ""),
                )
            unit.set(records.REVOTE, no, {**checked, "state": state.value})

    transact(desk, records.REVOTE.label, work)


def _first_state(values: Mapping[str, Any]) -> State:
    ordered = values.get("ordered_by") in (Basis.COMMISSION.value, Basis.COURT.value)
    return State.ORDERED if ordered and (values.get("basis") or values.get("ordered_on")) else State.RECOMMENDED


def _checked(values: Mapping[str, Any]) -> dict[str, Any]:
    checked = dict(values)
    field_names.require_known(checked, FIELDS, "a revote")
    if checked.get("kind"):
        checked["kind"] = rules.parse_kind(str(checked["kind"])).value
    if checked.get("ordered_by") and checked["ordered_by"] not in set(Basis):
        raise errors.Refused(N_("Pilih dasar dari daftar."))
    if "issue" in checked:
        checked["issue"] = checked["issue"] or None
    return checked


def _race(desk: Desk, values: Mapping[str, Any]) -> str:
    """The race that is named, "" for all of them. Raises NotFound."""
    race = str(values.get("race") or "")
    if race and race not in {one.code for one in elections.working_event(desk).races}:
        raise errors.NotFound(N_("Tidak ada jenis pemilihan “{code}”."), code=race)
    return race


def _station(desk: Desk, subject: str) -> places.Place:
    place = territory.require_own(desk, subject)
    if place.kind is not places.Kind.TPS:
        raise errors.Refused(N_("PSU, PSSU, PSL, dan PSS dicatat per TPS: {subject} bukan TPS."), subject=subject)
    return place
