# SPDX-License-Identifier: Apache-2.0
"""Tautan: issues that have to do with each other, as cause, as what came of it, or otherwise; and merging from one."""

from dataclasses import dataclass

from desk_app.data import duplicates as kept_rows
from desk_app.data import issue_parts, unit_of_work
from desk_app.domain import errors, issues, records, words
from desk_app.operations import issue_secrecy, territory
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_

KINDS: dict[str, str] = {
    "terkait": N_("terkait dengan"),
    "sebab": N_("disebabkan oleh"),
    "lanjutan": N_("lanjutan dari"),
}
"""How one issue has to do with another, said of the one that is looked at."""

BACKWARDS: dict[str, str] = {
    "terkait": N_("terkait dengan"),
    "sebab": N_("menyebabkan"),
    "lanjutan": N_("dilanjutkan oleh"),
}
"""The same, seen from the other one."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link of an issue: its record, the other issue, and how (`label`, a msgid). `number` "": it has not come."""

    no: int
    other: int
    kind: str
    label: str
    number: str
    title: str
    state_label: str
    open: bool


def of_issue(desk: Desk, no: int) -> tuple[Link, ...]:
    """The links of an issue, those said of it and those said of others."""
    with desk.reading() as connection:
        rows = issue_parts.links_of(connection, no)
        own = {no, *kept_rows.merged_with(connection, no)}
        others = {row.no: kept_rows.kept(connection, row.other if row.issue in own else row.issue) for row in rows}
        titled = issue_parts.titles(connection, others.values())
    found = []
    for row in rows:
        other = others[row.no]
        if other in own:
            continue
        kind = row.kind or "terkait"
        labels = KINDS if row.issue in own else BACKWARDS
        held = titled.get(other)
        state = issues.state_of(held.state if held is not None else None)
        found.append(
            Link(
                no=row.no,
                other=other,
                kind=kind,
                label=labels.get(kind, kind),
                number=held.number or "" if held is not None else "",
                title=issue_secrecy.listed_title(held.title, held.category, held.confidential) if held else "",
                state_label=issues.STATE_LABELS[state] if held is not None else "",
                open=held is not None and issues.is_open(state),
            )
        )
    return tuple(found)


def link(desk: Desk, no: int, other: int, kind: str = "terkait") -> int:
    """Say how an issue has to do with another one. Returns the record. Raises Refused."""
    if kind not in KINDS:
        raise errors.Refused(
            N_("“{text}” bukan hubungan yang ada. Pilih: {codes}."), text=kind, codes=", ".join(KINDS)
        )

    def work(unit: unit_of_work.Unit) -> int:
        first, second = kept_rows.kept(unit.connection, no), kept_rows.kept(unit.connection, other)
        if first == second:
            raise errors.Refused(N_("Permasalahan tidak dapat ditautkan dengan dirinya sendiri."))
        for one in (first, second):
            _require(desk, unit, one)
        for row in issue_parts.links_of(unit.connection, first):
            if {row.issue, row.other} == {first, second} and row.kind == kind:
                raise errors.Refused(N_("Kedua permasalahan ini sudah ditautkan."))
        return unit.create(records.ISSUE_LINK, {"issue": first, "other": second, "kind": kind})

    return transact(desk, N_("Permasalahan ditautkan"), work)


def unlink(desk: Desk, record: int) -> None:
    """Take a link away. Raises NotPermitted."""

    def work(unit: unit_of_work.Unit) -> None:
        issue_secrecy.require_record(desk, unit.connection, record)
        unit.delete(records.ISSUE_LINK, record)

    transact(desk, N_("Tautan dihapus"), work)


def _require(desk: Desk, unit: unit_of_work.Unit, no: int) -> None:
    state = unit.projector.state(no, records.ISSUE.no)
    if not state.alive:
        raise errors.NotFound(N_("Catatan ini sudah dihapus."))
    territory.require_own(desk, str(state.values.get("place") or desk.identity.place))
    issue_secrecy.require(desk, unit.connection, no, state.values.get("confidential"))
