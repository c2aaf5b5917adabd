# SPDX-License-Identifier: Apache-2.0
"""Issues and tasks that are still with a member who serves no longer: shown, and handed to whoever came in his place.

A replacement hands over what its office knows (`team_changes`). What another office gave the predecessor meanwhile is
found here, whenever it arrives (decision 0022).
"""

from dataclasses import dataclass

from desk_app.base.text import _, ngettext
from desk_app.data import succession_list, unit_of_work
from desk_app.domain import errors, records, words
from desk_app.operations import settings
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_


@dataclass(frozen=True, slots=True)
class Left:
    """What is open with one who serves no longer (records), and who serves in his place: 0 and "" if nobody does."""

    member: int
    name: str
    issues: tuple[int, ...]
    tasks: tuple[int, ...]
    successor: int
    successor_name: str

    @property
    def words(self) -> str:
        """Indonesian or as the window speaks: "2 permasalahan dan 1 tugas masih pada Baso (sudah diganti Sitti)"."""
        told = []
        if count := len(self.issues):
            told.append(ngettext("{count} permasalahan", "{count} permasalahan", count).format(count=count))
        if count := len(self.tasks):
            told.append(ngettext("{count} tugas", "{count} tugas", count).format(count=count))
        what = _(" dan ").join(told)
        if self.successor:
            return _("{what} masih diberikan kepada {name}, anggota yang sudah diganti {successor}").format(
                what=what, name=self.name, successor=self.successor_name
            )
        return _("{what} masih diberikan kepada {name}, anggota yang tidak bertugas lagi").format(
            what=what, name=self.name
        )


def left(desk: Desk) -> list[Left]:
    """Whoever serves no longer and still has something open here; empty when all is in hands that are there."""
    with desk.reading() as connection:
        found = succession_list.left_with(connection, settings.event_code(desk))
        heirs = {member: succession_list.successor(connection, member) for member in found}
        names = succession_list.names(connection, [*found, *heirs.values()])
    return [
        Left(
            member, names.get(member, ""), tuple(issues), tuple(tasks), heirs[member], names.get(heirs[member], "")
        )
        for member, (issues, tasks) in found.items()
    ]


def hand_over(desk: Desk, member: int, to: int = 0) -> int:
    """Give all that is open with one who serves no longer to his successor, or to another member (`to`), undone as one.

    Returns how many issues and tasks were handed over. Raises Refused where nobody is to have them.
    """

    def work(unit: unit_of_work.Unit) -> int:
        issues, tasks = succession_list.left_with(unit.connection, settings.event_code(desk)).get(member, ([], []))
        heir = to or succession_list.successor(unit.connection, member)
        if not heir:
            raise errors.Refused(N_("Anggota ini tidak ada penggantinya. Pilih kepada siapa diserahkan."))
        if succession_list.successor(unit.connection, heir) != heir:
            raise errors.Refused(N_("Anggota yang dipilih sudah tidak bertugas. Pilih anggota lain."))
        for no in issues:
            unit.set(records.ISSUE, no, {"pic": heir})
        for no in tasks:
            unit.set(records.TASK, no, {"member": heir})
        return len(issues) + len(tasks)

    return transact(desk, N_("Diserahkan kepada pengganti"), work)
