# SPDX-License-Identifier: Apache-2.0
"""Tugas: who does what by when, from a meeting, an issue, a hand-over or by itself; late ones, and what came of them.

A task names a member of the desk or, for who is none, an office in words. When a member is replaced his open tasks go
to his successor (`move_member`); what he has done stays his.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from desk_app.data import arrivals, task_list, unit_of_work
from desk_app.domain import errors, records, tasks, words
from desk_app.operations import days, field_names, places, settings, territory
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_
TaskFilter = task_list.TaskFilter
State = tasks.State
Timing = tasks.Timing
Source = tasks.Source

FIELDS = ("text", "member", "office", "due", "place", "result")
"""What can be written at will; the state follows from the verbs."""


@dataclass(frozen=True, slots=True)
class Task:
    """A task. `who`: the member's office and name, else the office in words. `late_days`: 0 until its day has passed.

    `gone`: the member who is named is in the team no longer. `seen`: what a save from a form with these values tells
    that it had seen.
    """

    no: int
    text: str
    who: str
    member: int
    office: str
    gone: bool
    due: str
    done_at: int
    result: str
    place: str
    place_label: str
    state: str
    timing: Timing
    late_days: int
    source_kind: str
    source: int
    source_title: str
    seen: int | None = field(default=None, compare=False)

    @property
    def is_open(self) -> bool:
        return tasks.is_open(self.state)


def rows(desk: Desk, chosen: TaskFilter | None = None) -> list[Task]:
    """The tasks that a filter leaves: open ones by their day, those that are over behind them, newest first."""
    today = days.today(desk)
    with desk.reading() as connection:
        seen = arrivals.latest(connection)
        found = task_list.search(connection, settings.event_code(desk), chosen or TaskFilter())
    labels = places.place_labels(desk, {one.place for one in found if one.place})
    return [
        Task(
            no=one.no,
            text=one.text,
            who=_who(one),
            member=one.member,
            office=one.office,
            gone=one.gone,
            due=one.due,
            done_at=one.done_at,
            result=one.result,
            place=one.place,
            place_label=labels.get(one.place, ""),
            state=one.state,
            timing=tasks.timing(one.state, one.due, today),
            late_days=tasks.days_late(one.due, today) if tasks.is_open(one.state) else 0,
            source_kind=one.source_kind,
            source=one.source,
            source_title=one.source_title,
            seen=seen,
        )
        for one in found
    ]


def task(desk: Desk, no: int) -> Task:
    """One task by its record. Raises NotFound."""
    for one in rows(desk):
        if one.no == no:
            return one
    raise errors.NotFound(N_("Tugas itu tidak ada."))


def waiting(desk: Desk) -> tuple[int, int]:
    """How many open tasks are late, and how many are due today."""
    with desk.reading() as connection:
        return task_list.late(connection, settings.event_code(desk), days.today(desk).isoformat())


def new_task(desk: Desk, text: str, *, source_kind: str = "", source: int = 0, **values: Any) -> int:
    """Write a task down; `values`: other `FIELDS`. Returns its record. Raises Refused for an empty one."""
    told = checked(desk, {"text": text, "place": desk.identity.place} | values)
    return transact(desk, N_("Tugas baru"), lambda unit: add(unit, desk, told, source_kind, source))


def add(unit: unit_of_work.Unit, desk: Desk, values: dict[str, Any], source_kind: str = "", source: int = 0) -> int:
    """Make the record of a task inside a transaction. `values` are `checked`."""
    made = {"place": desk.identity.place, **{name: value for name, value in values.items() if value}}
    made |= {"event": settings.event_code(desk), "state": State.OPEN.value}
    if source:
        made |= {"source_kind": source_kind, "source": source}
    return unit.create(records.TASK, made)


def edit_task(desk: Desk, no: int, *, seen: int | None = None, **values: Any) -> bool:
    """Alter some of the `FIELDS`. `seen`: as the form was filled; what came in since stands beside."""
    told = checked(desk, values)
    return transact(desk, N_("Tugas"), lambda unit: unit.set(records.TASK, no, told, seen=seen))


def finish(desk: Desk, no: int, result: str = "", *, at: int | None = None, seen: int | None = None) -> None:
    """The task is done, with what came of it."""
    _end(desk, no, State.DONE, result, N_("Tugas selesai"), at, seen)


def drop(desk: Desk, no: int, reason: str, *, seen: int | None = None) -> None:
    """The task is not needed any more; wants a reason. Raises Refused without one."""
    if not reason.strip():
        raise errors.Refused(N_("Tulis alasan tugas ini tidak jadi dikerjakan."))
    _end(desk, no, State.DROPPED, reason, N_("Tugas tidak jadi"), None, seen)


def reopen(desk: Desk, no: int) -> None:
    """The task waits again; what was said of its result stays."""
    told = {"state": State.OPEN.value, "done_at": None}
    transact(desk, N_("Tugas dibuka lagi"), lambda unit: unit.set(records.TASK, no, told))


def delete_task(desk: Desk, no: int) -> None:
    """Take a task out of the list (a slip of typing); it stays in the history."""
    transact(desk, N_("Tugas dihapus"), lambda unit: unit.delete(records.TASK, no))


def move_member(unit: unit_of_work.Unit, old: int, new: int) -> list[int]:
    """Give the open tasks of a member to his successor, inside the transaction that replaces him; what he has done
    stays his. Returns the tasks that were moved."""
    moved = task_list.open_of_member(unit.connection, old)
    for no in moved:
        unit.set(records.TASK, no, {"member": new})
    return moved


def open_of_member(desk: Desk, member: int) -> Sequence[int]:
    """The open tasks of a member, to be named before he is replaced."""
    with desk.reading() as connection:
        return task_list.open_of_member(connection, member)


def checked(desk: Desk, values: dict[str, Any]) -> dict[str, Any]:
    """Look over what is to be written about a task. Raises Refused."""
    told = dict(values)
    field_names.require_known(told, FIELDS, "a task")
    if "text" in told and not str(told["text"] or "").strip():
        raise errors.Refused(N_("Tulis apa yang harus dikerjakan."))
    if "place" in told:
        told["place"] = territory.require_own(desk, str(told["place"] or desk.identity.place)).subject
    if "member" in told:
        told["member"] = told["member"] or None
    return told


def _end(
    desk: Desk, no: int, state: State, result: str, label: str, at: int | None, seen: int | None
) -> None:
    told: dict[str, Any] = {"state": state.value, "done_at": desk.now() if at is None else at}
    if result.strip():
        told["result"] = result
    transact(desk, label, lambda unit: unit.set(records.TASK, no, told, seen=seen))


def _who(one: task_list.TaskLine) -> str:
    named = [part for part in (one.member_office, one.person) if part]
    return ", ".join(named) if named else one.office
