# SPDX-License-Identifier: Apache-2.0
"""Which registers leave as workbooks and come back: their columns, and the verbs that a row goes through.

Headings, kinds and choices of the columns follow from the declarations of the records; a register says only which of
its fields go out, which come back in, and which verbs write them. A row is written as if it had been typed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from desk_app.domain import errors, records, words
from desk_app.operations import issues, logbook, teams
from desk_app.operations.desk import Desk

N_ = words.N_


@dataclass(frozen=True, slots=True)
class Register:
    """One register as a sheet. `out`: fields in the order of the columns; `back`: those of them that come back in.

    `new(desk, **values)` writes a record and returns its number (None: rows are only altered);
    `edit(desk, no, seen=, **values)` alters one. Both raise Refused. `required`: of a new row; `totals`: number
    fields that are added up below the rows.
    """

    key: str
    title: str
    declared: records.RecordType
    out: tuple[str, ...]
    back: tuple[str, ...]
    edit: Callable[..., Any]
    new: Callable[..., int] | None = None
    required: tuple[str, ...] = ()
    totals: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[records.Field, ...]:
        """The declared fields of the columns."""
        return tuple(self.declared.field(name) for name in self.out)


def register(key: str) -> Register:
    """One of `REGISTERS`. Raises NotFound."""
    found = REGISTERS.get(key)
    if found is None:
        raise errors.NotFound(N_("Tidak ada daftar “{key}”. Yang ada: {known}."), key=key, known=", ".join(REGISTERS))
    return found


def _new_member(desk: Desk, office: str = "", role: str = "Anggota", **values: Any) -> int:
    return teams.new_member(desk, office, role, **values)


REGISTERS: dict[str, Register] = {
    one.key: one
    for one in (
        Register(
            "issues",
            N_("Permasalahan"),
            records.ISSUE,
            out=(
                "number", "place", "title", "description", "impact", "category", "severity", "advice", "addressee",
                "state", "happened_at", "reported_at", "source", "closed_at", "outcome",
            ),
            back=(
                "place", "title", "description", "impact", "category", "severity", "advice", "addressee",
                "happened_at", "reported_at", "source",
            ),
            edit=issues.edit_issue,
            new=issues.new_issue,
            required=("title",),
        ),
        Register(
            "logbook",
            N_("Buku Posko"),
            records.LOG_ENTRY,
            out=("at", "sender", "text", "measure", "place"),
            back=("at", "sender", "text", "measure", "place"),
            edit=logbook.edit_line,
            new=logbook.add_line,
            required=("text",),
        ),
        Register(
            "members",
            N_("Anggota tim"),
            records.MEMBER,
            out=("team", "section", "role", "office", "person", "rank", "nip", "unit"),
            back=("team", "section", "role", "office", "person", "rank", "nip", "unit"),
            edit=teams.edit_member,
            new=_new_member,
            required=("office",),
        ),
    )
}
"""Every register that leaves as a workbook, by its key."""
