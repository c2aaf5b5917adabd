# SPDX-License-Identifier: Apache-2.0
"""What was altered of an issue beside its follow-ups, in words, for its thread: "Tingkat: Sedang → Tinggi"."""

from dataclasses import dataclass

from desk_app.base.text import _
from desk_app.data import authors, duplicates, issue_list, issue_parts
from desk_app.data import history as kept
from desk_app.domain import errors, records
from desk_app.operations import issue_secrecy, values
from desk_app.operations.desk import Desk

_UNTOLD = frozenset(("handled_by", "origin", "recorded_at", "closed_at"))
"""What follows from a verb and is told by its follow-up."""

_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Edit:
    """One alteration: when (the author's clock, UTC seconds), by whom, at which office, and what in words."""

    at: int
    by: str
    office: str
    text: str


def of_issue(desk: Desk, no: int) -> tuple[Edit, ...]:
    """The alterations of an issue, oldest first; none for who may not read it."""
    with desk.reading() as connection:
        no = duplicates.kept(connection, no)
        row = issue_parts.titles(connection, [no]).get(no)
        if row is None:
            return ()
        try:
            issue_secrecy.require(desk, connection, no, row.confidential)
        except errors.NotPermitted:
            return ()
        entries = kept.entries(connection, no, desk.identity.replica)
        thread = issue_list.thread(connection, no)
        spoken = {
            (one.at, one.operator, one.office)
            for one in authors.of_changes(connection, [entry.no for entry in thread]).values()
        }
    speaker = values.Speaker(desk)
    found = []
    for entry in entries[1:]:
        # A verb writes the issue and its follow-up in one moment.
        if (entry.at, entry.operator, entry.office) in spoken:
            continue
        told = [_told(speaker, change) for change in entry.fields if change.field not in _UNTOLD]
        if entry.deletes:
            told.append(_("dihapus"))
        if told:
            found.append(Edit(entry.at, entry.operator, entry.office, "; ".join(told)))
    return tuple(found)


def _told(speaker: values.Speaker, change: kept.FieldChange) -> str:
    kind = records.ISSUE.name
    before = " / ".join(_short(speaker.value(kind, change.field, one)) for one in change.before) or _(values.NOTHING)
    return f"{_(change.label)}: {before} → {_short(speaker.value(kind, change.field, change.after))}"


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1].rstrip() + "…"
