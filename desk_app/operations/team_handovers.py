# SPDX-License-Identifier: Apache-2.0
"""Serah terima piket: what one shift of the posko tells the next one, with the open matters drafted."""

from dataclasses import dataclass
from typing import Any

from desk_app.base.text import _
from desk_app.data import issue_list, roster_list, unit_of_work
from desk_app.domain import errors, records, roster, words
from desk_app.operations import days, field_names, issue_register, issue_secrecy, settings, tasks, team_roster
from desk_app.operations import values as spoken
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_

FIELDS = ("at", "from_shift", "to_shift", "text", "matters")
MOST_MATTERS = 60
_PAST = 2 * roster.DAY
"""A shift that ended longer ago hands nothing over any more."""
_AHEAD = roster.WEEK * roster.DAY


@dataclass(frozen=True, slots=True)
class Handover:
    """A note of hand-over. `handing`, `taking`: the shifts in words, "" where none was named or it was deleted."""

    no: int
    at: int
    from_shift: int
    to_shift: int
    handing: str
    taking: str
    text: str
    matters: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What a new note begins with: who hands over to whom (0: nobody on the roster), and what is open."""

    from_shift: int
    to_shift: int
    matters: str


def handovers(desk: Desk, limit: int = 50) -> list[Handover]:
    """The notes of this office's posko, the newest first."""
    with desk.reading() as connection:
        kept = roster_list.handovers(connection, settings.event_code(desk), desk.identity.place, limit)
    named = {one.no: _named(one) for one in team_roster.shifts(desk)} if kept else {}
    return [
        Handover(
            one.no,
            one.at,
            one.from_shift,
            one.to_shift,
            named.get(one.from_shift, ""),
            named.get(one.to_shift, ""),
            one.text,
            one.matters,
        )
        for one in kept
    ]


def draft(desk: Desk) -> Draft:
    """A note for now: the shift that ends (or ended last), the one that comes next, open issues and tasks."""
    at = days.local(desk, desk.now())
    minute = at.date().toordinal() * roster.DAY + at.hour * 60 + at.minute
    known = sorted(team_roster.shifts(desk), key=lambda one: one.span)
    begun = [one for one in known if one.span.start <= minute < one.span.end + _PAST]
    handing = max(begun, key=lambda one: (min(one.span.end, minute + 1), one.span.start), default=None)
    after = handing.span.end if handing is not None else minute
    coming = [one for one in known if after <= one.span.start < minute + _AHEAD]
    return Draft(
        handing.no if handing is not None else 0,
        coming[0].no if coming else 0,
        open_matters(desk),
    )


def open_matters(desk: Desk) -> str:
    """The open issues and tasks, a line each, the gravest first."""
    chosen = issue_list.IssueFilter(open_only=True)
    lines = []
    for row in issue_register.issue_rows(desk, chosen, order=issue_list.Order.SEVERITY):
        # A note goes on to other offices: of what is confidential it names the number alone.
        title = _("(dirahasiakan)") if row.confidential or row.alleged else row.title
        lines.append(_line(row.number, row.place_label, title, _(row.state_label)))
    waiting = tasks.rows(desk, tasks.TaskFilter(open_only=True))
    with desk.reading() as connection:
        secret = {one.no for one in waiting if one.source and issue_secrecy.is_in_confidence(connection, one.source)}
    for one in waiting:
        due = _("batas waktu {day}").format(day=spoken.day_words(one.due)) if one.due else ""
        # Its words are about the issue; who does it and the number of the issue tell the next shift enough.
        told = _line(one.source_title, _("(dirahasiakan)")) if one.no in secret else one.text
        lines.append(_line(told, one.who, due))
    more = len(lines) - MOST_MATTERS
    if more > 0:
        lines = [*lines[:MOST_MATTERS], f"… (+{more})"]
    return "\n".join(f"- {line}" for line in lines)


def new_handover(
    desk: Desk, text: str, *, from_shift: int = 0, to_shift: int = 0, matters: str = "", at: int | None = None
) -> int:
    """Write a note down. Raises Refused for one that says nothing."""
    if not text.strip() and not matters.strip():
        raise errors.Refused(N_("Tulis apa yang diserahkan."))
    told = {
        "event": settings.event_code(desk),
        "place": desk.identity.place,
        "at": desk.now() if at is None else at,
        "from_shift": from_shift or None,
        "to_shift": to_shift or None,
        "text": text,
        "matters": matters,
    }
    return transact(desk, N_("Serah terima piket"), lambda unit: unit.create(records.HANDOVER, told))


def edit_handover(desk: Desk, no: int, *, seen: int | None = None, **values: Any) -> bool:
    """Alter some of the `FIELDS`."""
    field_names.require_known(values, FIELDS, "a handover")

    def work(unit: unit_of_work.Unit) -> bool:
        return unit.set(records.HANDOVER, no, values, seen=seen)

    return transact(desk, N_("Serah terima piket"), work)


def delete_handover(desk: Desk, no: int) -> None:
    """Take a note out."""
    transact(desk, N_("Serah terima dihapus"), lambda unit: unit.delete(records.HANDOVER, no))


def text_of(desk: Desk, one: Handover) -> str:
    """A note as lines for a chat (Salin untuk WA)."""
    at = days.local(desk, one.at)
    lines = [f"*Serah terima piket {at.strftime('%d-%m-%Y %H.%M')}*"]
    if one.handing or one.taking:
        lines.append(f"{one.handing or '…'} → {one.taking or '…'}")
    lines += [part for part in (one.text, one.matters and f"*Belum selesai:*\n{one.matters}") if part]
    return "\n".join(lines) + "\n"


def _line(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _named(one: team_roster.Shift) -> str:
    return f"{one.name} ({one.hours})"
