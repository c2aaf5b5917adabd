# SPDX-License-Identifier: Apache-2.0
"""Many issues at once: one transaction and one undo; those that refuse are named with why, and hold up no others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from desk_app.base.text import _
from desk_app.data import issue_parts, unit_of_work
from desk_app.domain import errors, records, words
from desk_app.operations import issue_deeds, issue_secrecy, issues
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_

Deed = issue_deeds.Deed
FIELDS = ("category", "severity", "addressee", "pic")
"""What can be written of many at once."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """An issue that was left as it is: record, number, and why in words."""

    no: int
    number: str
    why: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """Which issues were altered, and which were not. `same`: nothing was different there."""

    done: tuple[int, ...]
    refused: tuple[Refusal, ...]
    same: int = 0


def act(desk: Desk, numbers: Sequence[int], deed: Deed) -> Outcome:
    """Do one verb with many issues: convey them, record a follow-up, close them."""

    def one(unit: unit_of_work.Unit, no: int) -> bool:
        issue_deeds.write_deed(unit, desk, no, deed)
        return True

    return _each(desk, numbers, one)


def edit(desk: Desk, numbers: Sequence[int], **values: Any) -> Outcome:
    """Write category, severity, addressee or responsible member of many issues. Raises Refused for a wrong value."""
    for name in values:
        if name not in FIELDS:
            raise ValueError(f"{name} is not written of many issues at once")
    checked = issues.checked_fields(desk, values)
    for name, value in checked.items():
        records.ISSUE.field(name).check(value)

    def one(unit: unit_of_work.Unit, no: int) -> bool:
        state = unit.projector.state(no, records.ISSUE.no)
        if not state.alive:
            raise errors.NotFound(N_("Catatan ini sudah dihapus."))
        issue_secrecy.require(desk, unit.connection, no, state.values.get("confidential"))
        return unit.set(records.ISSUE, no, checked)

    return _each(desk, numbers, one)


def _each(desk: Desk, numbers: Sequence[int], one: Callable[[unit_of_work.Unit, int], bool]) -> Outcome:
    if not numbers:
        raise errors.Refused(N_("Pilih dahulu permasalahannya."))
    wanted = list(dict.fromkeys(numbers))

    def work(unit: unit_of_work.Unit) -> Outcome:
        held = issue_parts.titles(unit.connection, wanted)
        done: list[int] = []
        refused: list[Refusal] = []
        same = 0
        for no in wanted:
            try:
                if one(unit, no):
                    done.append(no)
                else:
                    same += 1
            except errors.Refused as fault:
                number = held[no].number if no in held else None
                refused.append(Refusal(no, number or "", words.render(fault.message, fault.params, _)))
        return Outcome(tuple(done), tuple(refused), same)

    return transact(desk, N_("Beberapa permasalahan sekaligus"), work)
