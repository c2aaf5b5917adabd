# SPDX-License-Identifier: Apache-2.0
"""Who is named with an activity: officers that are sent, guests that are invited, and who came."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desk_app.data import activity_list, team_list, unit_of_work
from desk_app.domain import activities as rules
from desk_app.domain import errors, records, words
from desk_app.operations import field_names, settings
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_
Part = rules.Part

PERSON_FIELDS = ("name", "office", "unit", "note", "present")
_STEP = 10


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is named with an activity: sent (`petugas`) or invited. `present` None: nobody has said."""

    no: int
    part: str
    name: str
    office: str
    unit: str
    present: bool | None
    member: int
    note: str

    @property
    def label(self) -> str:
        return ", ".join(part for part in (self.office, self.name) if part) or self.unit


def add_person(
    desk: Desk, activity_no: int, part: Part, *, name: str = "", office: str = "", unit: str = "", member: int = 0
) -> int:
    """Name an officer or a guest. Raises Refused for nobody."""
    if not (name.strip() or office.strip() or unit.strip()):
        raise errors.Refused(N_("Isi jabatan, nama atau instansinya."))
    told = {"name": name, "office": office, "unit": unit, "member": member or None}
    return _add_people(desk, activity_no, part, [told])[0]


def add_team(desk: Desk, activity_no: int, part: Part, team: int) -> int:
    """Name all members of a team who are not named yet; returns how many were added."""
    with desk.reading() as connection:
        named = {row.member for row in activity_list.attendance(connection, activity_no)}
        members = team_list.all_members(connection, settings.event_code(desk))
    wanted = [
        {"name": one.person, "office": one.office, "unit": one.unit, "member": one.no}
        for one in members
        if one.team == team and not one.replaced and one.no not in named
    ]
    return len(_add_people(desk, activity_no, part, wanted)) if wanted else 0


def edit_person(desk: Desk, no: int, *, seen: int | None = None, **values: Any) -> bool:
    """Alter some of the `PERSON_FIELDS` of somebody who is named."""
    field_names.require_known(values, PERSON_FIELDS, "somebody")
    return transact(
        desk, N_("Peserta kegiatan"), lambda unit: unit.set(records.ATTENDANCE, no, values, seen=seen)
    )


def mark_present(desk: Desk, numbers: Sequence[int], present: bool | None) -> None:
    """Say of several that they came, did not, or that nobody knows; undone as one."""

    def work(unit: unit_of_work.Unit) -> None:
        for no in numbers:
            unit.set(records.ATTENDANCE, no, {"present": present})

    transact(desk, N_("Daftar hadir"), work)


def remove_person(desk: Desk, no: int) -> None:
    transact(desk, N_("Peserta dikeluarkan"), lambda unit: unit.delete(records.ATTENDANCE, no))


def _add_people(desk: Desk, activity_no: int, part: Part, wanted: Sequence[dict[str, Any]]) -> list[int]:
    label = N_("Petugas kegiatan") if part is Part.OFFICER else N_("Undangan kegiatan")

    def work(unit: unit_of_work.Unit) -> list[int]:
        held = activity_list.attendance(unit.connection, activity_no)
        last = max((row.position or 0 for row in held), default=0)
        return [
            unit.create(
                records.ATTENDANCE,
                told | {"activity": activity_no, "part": part.value, "position": last + at * _STEP},
            )
            for at, told in enumerate(wanted, 1)
        ]

    return transact(desk, label, work)


def person_of(row: Any) -> Person:
    return Person(
        no=row.no,
        part=row.part or Part.GUEST.value,
        name=row.name or "",
        office=row.office or "",
        unit=row.unit or "",
        present=row.present,
        member=row.member or 0,
        note=row.note or "",
    )
