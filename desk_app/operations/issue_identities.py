# SPDX-License-Identifier: Apache-2.0
"""Identitas: who reported and who is accused, by name; it stays at the office that wrote it down (decision 0019).

Nothing here is listed, searched, copied, printed or sent. Whoever is neither verifikator, pimpinan nor admin, and did
not write the issue down, is told that it exists and no more.
"""

from dataclasses import dataclass, field

from desk_app.data import arrivals, duplicates, issue_parts, unit_of_work
from desk_app.domain import errors, records, words
from desk_app.operations import field_names, issue_secrecy
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_

FIELDS = ("reporter", "contact", "accused", "note")


@dataclass(frozen=True, slots=True)
class Identity:
    """Who is concerned by an issue. `no`: its record, 0 where nothing was written."""

    no: int = 0
    reporter: str = ""
    contact: str = ""
    accused: str = ""
    note: str = ""
    seen: int | None = field(default=None, compare=False)


def identity(desk: Desk, issue: int) -> Identity:
    """Who is concerned by an issue, by name. Raises NotPermitted for who may not know, NotFound."""
    with desk.reading() as connection:
        seen = arrivals.latest(connection)
        kept = duplicates.kept(connection, issue)
        row = issue_parts.titles(connection, [kept]).get(kept)
        if row is None:
            raise errors.NotFound(N_("Permasalahan itu tidak ada."))
        issue_secrecy.require(desk, connection, kept, True)
        held = issue_parts.identity_of(connection, kept)
    if held is None:
        return Identity(seen=seen)
    return Identity(
        held.no, held.reporter or "", held.contact or "", held.accused or "", held.note or "", seen=seen
    )


def is_known(desk: Desk, issue: int) -> bool:
    """Whether anything was written, which anybody of the office may know."""
    with desk.reading() as connection:
        return issue_parts.identity_of(connection, duplicates.kept(connection, issue)) is not None


def write(desk: Desk, issue: int, *, seen: int | None = None, **values: str) -> int:
    """Write down who is concerned; the issue is kept in confidence from then on. Returns the record.

    Raises NotPermitted, NotFound.
    """
    field_names.require_known(values, FIELDS, "an identity")

    def work(unit: unit_of_work.Unit) -> int:
        kept = duplicates.kept(unit.connection, issue)
        state = unit.projector.state(kept, records.ISSUE.no)
        if not state.alive:
            raise errors.NotFound(N_("Catatan ini sudah dihapus."))
        issue_secrecy.require(desk, unit.connection, kept, True)
        held = issue_parts.identity_of(unit.connection, kept)
        if any(values.values()):
            unit.set(records.ISSUE, kept, {"confidential": True})
        if held is not None:
            unit.set(records.ISSUE_IDENTITY, held.no, values, seen=seen)
            return int(held.no)
        named = {"event": state.values.get("event"), "issue": kept}
        return unit.create(records.ISSUE_IDENTITY, named | values)

    return transact(desk, N_("Identitas pada permasalahan"), work)


def forget(desk: Desk, issue: int) -> None:
    """Take the names off again; the history of this office still holds them until the data are made anonymous."""

    def work(unit: unit_of_work.Unit) -> None:
        kept = duplicates.kept(unit.connection, issue)
        issue_secrecy.require(desk, unit.connection, kept, True)
        held = issue_parts.identity_of(unit.connection, kept)
        if held is not None:
            unit.delete(records.ISSUE_IDENTITY, held.no)

    transact(desk, N_("Identitas pada permasalahan"), work)
