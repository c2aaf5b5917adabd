# SPDX-License-Identifier: Apache-2.0
"""One issue in full: its words as far as they may be read here, thread, places, links, what can be done now."""

from dataclasses import dataclass, field, replace
from typing import Any

from desk_app.data import arrivals, authors, duplicates, issue_list, issue_parts
from desk_app.domain import checklists, errors, issue_rights, issues, words
from desk_app.operations import (
    checklist_pages,
    elections,
    issue_hours,
    issue_links,
    issue_register,
    issue_secrecy,
    places,
    settings,
)
from desk_app.operations.desk import Desk

N_ = words.N_


@dataclass(frozen=True, slots=True)
class ThreadEntry:
    """One follow-up: when, who, what; `verb` is an `issues.Verb` code, `verb_label` and `state_label` msgids.

    `addressee`, `means`: to whom it was conveyed and how. `recorded_by`, `office`: the operator and the office that
    wrote it down.
    """

    no: int
    at: int
    by: str
    text: str
    verb: str
    verb_label: str
    state: str
    state_label: str
    addressee: str
    means: str
    recorded_by: str
    office: str
    letter_number: str = ""
    letter_date: str = ""
    veiled: bool = False
    """It belongs to an issue in confidence, perhaps one merged into an open one: no paper and no copy tells it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A further place of an issue: the record that says so, the subject, its words."""

    no: int
    subject: str
    label: str
    note: str


@dataclass(frozen=True, slots=True)
class Merged:
    """An issue that was merged into the one it is shown with; what it said itself, and who wrote it down."""

    no: int
    number: str
    title: str
    description: str
    impact: str
    advice: str
    recorded_by: str
    office: str
    veiled: bool = False
    """It is kept in confidence: no paper and no copy of an open issue tells it."""


@dataclass(frozen=True, slots=True)
class IssueDetail:
    """One issue in full, with what can be done with it now (`verbs`, in the order of the buttons).

    `title`: in full. `hidden`: its words are not for who is at the keyboard, and left out. `item`: the checklist item
    that it was raised from, with its words and the phase in which it is asked. `seen`: what a save from a form with
    these values tells that it had seen.
    """

    row: issue_register.IssueRow
    title: str
    description: str
    impact: str
    advice: str
    conveyed_at: int
    conveyed_by: str
    happened_at: int
    reporter: str
    source: str
    stage: str
    closed_at: int
    outcome: str
    item: str
    item_label: str
    item_phase: int | None
    thread: tuple[ThreadEntry, ...]
    verbs: tuple[issues.Verb, ...]
    written_by: str
    written_office: str
    merged: tuple[Merged, ...] = ()
    """Issues that are shown with this one; their follow-ups stand in `thread`."""
    former_numbers: tuple[str, ...] = ()
    hidden: bool = False
    letter_number: str = ""
    letter_date: str = ""
    places: tuple[Place, ...] = ()
    """Where else it is, beside `row.place`."""
    links: tuple[issue_links.Link, ...] = ()
    origin: str = ""
    """The level that wrote it down first (`issue_rights.HANDS`)."""
    may_delete: bool = False
    """Whether who is at the keyboard may take it out of the register."""
    seen: int | None = field(default=None, compare=False)


def issue(desk: Desk, no: int) -> IssueDetail:
    """One issue in full; of one that was merged the one with which it is shown. Raises NotFound."""
    event = settings.event_code(desk)
    with desk.reading() as connection:
        seen = arrivals.latest(connection)
        no = duplicates.kept(connection, no)
        found = issue_list.search(connection, event, replace(issue_register.EVERYTHING, numbers=(no,)))
        if not found:
            raise errors.NotFound(N_("Permasalahan itu tidak ada."))
        row = found[0].row
        entries = issue_list.thread(connection, no)
        merged = issue_list.merged_rows(connection, no)
        further = issue_parts.places_of(connection, no)
        written = authors.of_changes(connection, [no, *(entry.no for entry in (*entries, *merged))])
        last = issue_list.last_texts(connection, [no])
        hidden = issue_secrecy.hidden(desk, connection, [row, *merged])
        role = issue_secrecy.role(desk, connection)
        own = issue_secrecy.is_written_here(desk, connection, no)
        hung = issue_register.Hung(connection, [no], found)
    timing = issue_hours.timing(desk)
    listed = issue_register.told(desk, found, last, hung, timing, {no: issue_register.deadline(found[0], timing)})[0]
    item = _item(desk, row.item or "")
    unknown = authors.Authored(0, "", "")
    is_hidden = no in hidden
    held = issue_rights.hands(desk.identity.level, row.handled_by, row.origin)
    labels = places.place_labels(desk, [one.place for one in further if one.place])

    def said(text: str | None) -> str:
        return "" if is_hidden else text or ""

    return IssueDetail(
        row=listed,
        title=listed.title if is_hidden else row.title or "",
        description=said(row.description),
        impact=said(row.impact),
        advice=said(row.advice),
        conveyed_at=row.conveyed_at or 0,
        conveyed_by=row.conveyed_by or "",
        happened_at=row.happened_at or 0,
        reporter=said(row.reporter),
        source=row.source or "",
        stage=row.stage or "",
        closed_at=row.closed_at or 0,
        outcome=said(row.outcome),
        item=row.item or "",
        item_label=checklist_pages.item_label(item) if item is not None else row.item or "",
        item_phase=item.phase if item is not None else None,
        thread=tuple(
            _entry(entry, written.get(entry.no, unknown), veils=is_hidden or entry.issue in hidden)
            for entry in entries
        ),
        verbs=() if is_hidden else issue_rights.offered(listed.state, held, role),
        written_by=written.get(no, unknown).operator,
        written_office=written.get(no, unknown).office,
        merged=tuple(_merged(one, written.get(one.no, unknown), veils=one.no in hidden) for one in merged),
        former_numbers=issues.former_numbers(row.former_numbers),
        hidden=is_hidden,
        letter_number=row.letter_number or "",
        letter_date=row.letter_date or "",
        places=tuple(
            Place(one.no, one.place or "", labels.get(one.place, one.place or ""), one.note or "") for one in further
        ),
        links=issue_links.of_issue(desk, no),
        origin=held.origin,
        may_delete=not is_hidden and issue_rights.may_delete(held, role, own=own),
        seen=seen,
    )


def _merged(row: Any, author: authors.Authored, *, veils: bool) -> Merged:
    return Merged(
        no=row.no,
        number=row.number or "",
        title=issue_secrecy.listed_title(row.title, row.category, True) if veils else row.title or "",
        description="" if veils else row.description or "",
        impact="" if veils else row.impact or "",
        advice="" if veils else row.advice or "",
        recorded_by=author.operator,
        office=author.office,
        veiled=bool(row.confidential),
    )


def _entry(entry: Any, author: authors.Authored, *, veils: bool) -> ThreadEntry:
    verb, state = entry.verb or "", entry.state or ""
    return ThreadEntry(
        no=entry.no,
        at=entry.at or 0,
        by=entry.by or "",
        text="" if veils else entry.text or "",
        verb=verb,
        verb_label=issues.VERB_LABELS[issues.Verb(verb)] if verb in set(issues.Verb) else verb,
        state=state,
        state_label=issues.STATE_LABELS[issues.State(state)] if state in set(issues.State) else state,
        addressee=entry.addressee or "",
        means=entry.means or "",
        recorded_by=author.operator,
        office=author.office,
        letter_number=entry.letter_number or "",
        letter_date=entry.letter_date or "",
        veiled=bool(entry.veiled),
    )


def _item(desk: Desk, code: str) -> checklists.Item | None:
    """The checklist item with a code, None for one of another checklist."""
    if not code:
        return None
    template = elections.checklist_for(elections.working_event(desk), desk.identity.place)
    return next((one for one in template.items if one.code == code), None)
