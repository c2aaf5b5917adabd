# SPDX-License-Identifier: Apache-2.0
"""Cuti, dinas luar, sakit: when members are away; nothing more of an illness than the word is kept."""

from typing import Any

from desk_app.data import roster_list, unit_of_work
from desk_app.domain import errors, records, roster, words
from desk_app.operations import field_names, settings, territory
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_
Leave = roster_list.Leave

FIELDS = ("first", "last", "reason")
_WHAT = N_("Tim dan penugasan")


def leaves(desk: Desk, member: int = 0) -> list[Leave]:
    """The leaves of a member, of all without one, by their first day."""
    with desk.reading() as connection:
        found = roster_list.leaves(connection, settings.event_code(desk))
    return [one for one in found if member in (0, one.member)]


def new_leave(desk: Desk, member: int, first: str, last: str = "", reason: str = roster.Reason.LEAVE) -> int:
    """Write down that a member is away from a day to a day (ISO; "": one day only). Raises Refused."""
    territory.require_master(desk, _WHAT)
    told = _checked({"first": first, "last": last or first, "reason": str(reason)})
    return transact(
        desk, N_("Cuti dan dinas luar"), lambda unit: unit.create(records.LEAVE, told | {"member": member})
    )


def edit_leave(desk: Desk, no: int, *, seen: int | None = None, **values: Any) -> bool:
    """Alter some of the `FIELDS`."""
    territory.require_master(desk, _WHAT)
    field_names.require_known(values, FIELDS, "a leave")

    def work(unit: unit_of_work.Unit) -> bool:
        _checked({**{name: unit.values(records.LEAVE, no).get(name) for name in FIELDS}, **values})
        return unit.set(records.LEAVE, no, values, seen=seen)

    return transact(desk, N_("Cuti dan dinas luar"), work)


def delete_leave(desk: Desk, no: int) -> None:
    """Take a leave out."""
    territory.require_master(desk, _WHAT)
    transact(desk, N_("Cuti dihapus"), lambda unit: unit.delete(records.LEAVE, no))


def _checked(values: dict[str, Any]) -> dict[str, Any]:
    told = {name: records.LEAVE.field(name).check(value) for name, value in values.items()}
    if not told["first"]:
        raise errors.Refused(N_("Isi tanggal mulai."))
    if told["last"] and str(told["last"]) < str(told["first"]):
        raise errors.Refused(N_("Tanggal akhir lebih awal daripada tanggal mulai."))
    if told["reason"] and told["reason"] not in set(roster.Reason):
        raise errors.Refused(N_("Alasan “{text}” tidak dikenal."), text=told["reason"])
    return told
