# SPDX-License-Identifier: Apache-2.0
"""Buku Posko: one line each, with hour, sender, content and measure; a line can become an issue.

What came by WhatsApp is read and written by `chat_intake`; its lines keep the words as they were pasted.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from desk_app.data import arrivals, attachments, authors, log_list, unit_of_work
from desk_app.domain import chats, errors, records, words
from desk_app.operations import days, field_names, issue_secrecy, issues, settings, territory
from desk_app.operations import places as finding
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_

FIELDS = ("at", "sender", "text", "measure", "place")


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line. `at`: seconds UTC. `issue` and `issue_number`: what it became, 0 and "" while it is only a line.

    `original`: its words as they were pasted from a chat, "" for a typed one; `became` what was made of it there
    (`chat_words.Becomes`), `made` that record (an answer, a recap), 0 without one. `photos`: how many attachments.
    `confidential`: it became an issue in confidence, so that its words go on no paper and into no chat. `hidden`: nor
    are they for who is at the keyboard; `text` says so, the rest is empty.
    `seen`: what a save from a form with these values tells that it had seen.
    """

    no: int
    at: int
    sender: str
    text: str
    measure: str
    place: str
    place_label: str
    issue: int
    issue_number: str
    written_by: str
    original: str = ""
    became: str = ""
    made: int = 0
    photos: int = 0
    confidential: bool = False
    hidden: bool = False
    seen: int | None = field(default=None, compare=False)


def add_line(
    desk: Desk, text: str, sender: str = "", measure: str = "", place: str = "", at: int | None = None
) -> int:
    """Write a line; returns its record number. Raises Refused for an empty one."""
    return _add(desk, [_checked(desk, text, sender, measure, place, at)])[0]


def edit_line(desk: Desk, no: int, *, seen: int | None = None, **values: Any) -> bool:
    """Alter some of the `FIELDS` of a line. `seen`: as the form was filled; what came in since stands beside."""
    field_names.require_known(values, FIELDS, "a line of the book")
    if values.get("place"):
        values["place"] = territory.require_own(desk, str(values["place"])).subject

    def work(unit: unit_of_work.Unit) -> bool:
        issue_secrecy.require_record(desk, unit.connection, no)
        return unit.set(records.LOG_ENTRY, no, values, seen=seen)

    return transact(desk, N_("Buku Posko"), work)


def delete_line(desk: Desk, no: int) -> None:
    """Strike a line out; it stays in the history."""

    def work(unit: unit_of_work.Unit) -> None:
        issue_secrecy.require_record(desk, unit.connection, no)
        unit.delete(records.LOG_ENTRY, no)

    transact(desk, N_("Baris Buku Posko dihapus"), work)


def lines(
    desk: Desk, day: date | None = None, text: str = "", area: str = "", limit: int = 2000
) -> list[LogLine]:
    """Lines of the book, newest first; of one day, with some words, of an area.

    Of a line whose words are not for who is at the keyboard hour and place are told, and no words find it.
    """
    since, until = days.bounds(desk, day) if day else (0, 0)
    event = settings.event_code(desk)
    with desk.reading() as connection:
        seen = arrivals.latest(connection)
        found = log_list.lines(connection, event, since, until, text, area, limit)
        secret = log_list.in_confidence(connection)
        hidden = issue_secrecy.hidden_lines(desk, connection, secret & {row.no for row in found})
        if text.strip():
            found = [row for row in found if row.no not in hidden]
        written = authors.of_changes(connection, [row.no for row in found])
        photos = attachments.counts(connection, [row.no for row in found])
    labels = finding.place_labels(desk, [row.place for row in found if row.place])
    return [
        LogLine(
            no=row.no,
            at=row.at or 0,
            sender="" if row.no in hidden else row.sender or "",
            text=issue_secrecy.listed_title("", row.issue_category, True) if row.no in hidden else row.text or "",
            measure="" if row.no in hidden else row.measure or "",
            place=row.place or "",
            place_label=labels.get(row.place, ""),
            issue=row.issue_no or row.issue or 0,
            issue_number=row.issue_number or "",
            written_by=written[row.no].operator if row.no in written else "",
            original="" if row.no in hidden else row.original or "",
            became=row.became or "",
            made=row.made or 0,
            photos=photos.get(row.no, 0),
            confidential=row.no in secret,
            hidden=row.no in hidden,
            seen=seen,
        )
        for row in found
    ]


def days_written(desk: Desk) -> list[tuple[str, str]]:
    """The days of the book with lines, the last first: ISO text, and as it is written with its H-n."""
    event = settings.event_code(desk)
    with desk.reading() as connection:
        moments = log_list.moments(connection, event)
    found = dict.fromkeys(days.local(desk, moment).date() for moment in moments)
    return [(day.isoformat(), f"{day:%d-%m-%Y} ({days.day_words(desk, day)})") for day in found]


def promote(desk: Desk, no: int, **values: Any) -> int:
    """Make an issue of a line, both linked, in one transaction; its photos go with it; `values` override what it says.

    Returns the record number of the issue. Raises Refused for a line that has become one already.
    """
    checked = issues.checked_fields(desk, values)

    def work(unit: unit_of_work.Unit) -> int:
        state = unit.projector.state(no, records.LOG_ENTRY.no)
        if not state.alive:
            raise errors.NotFound(N_("Catatan ini sudah dihapus."))
        line = state.values
        if line.get("issue"):
            raise errors.Refused(N_("Baris ini sudah menjadi permasalahan."))
        whole = str(line.get("text") or "")
        sender = str(line.get("sender") or "")
        title = whole if len(whole) <= _TITLE else whole[: _TITLE - 1].rstrip() + "…"
        filled = {
            "place": line.get("place") or desk.identity.place,
            "title": title,
            "description": whole if title != whole else None,
            "reported_at": line.get("at"),
            "reporter": sender[:_REPORTER] if not chats.is_numbered(sender) else None,
            "source": "wa" if line.get("origin") else "telepon",
            **checked,
        }
        made = issues.add(unit, desk, filled)
        unit.set(records.LOG_ENTRY, no, {"issue": made})
        for one in attachments.of_record(unit.connection, no):
            unit.create(records.ATTACHMENT, attachments.values_for(one, made))
        if line.get("measure"):
            unit.create(
                records.FOLLOW_UP,
                {
                    "issue": made,
                    "at": line.get("at"),
                    "by": desk.operator.name,
                    "text": line["measure"],
                    "verb": issues.Verb.FOLLOW_UP.value,
                    "state": issues.State.NEW.value,
                },
            )
        return made

    return transact(desk, N_("Baris Buku Posko menjadi permasalahan"), work)


_TITLE = 160
_REPORTER = 120


def _checked(
    desk: Desk, text: str, sender: str, measure: str, place: str, at: int | None
) -> dict[str, Any]:
    if not text.strip():
        raise errors.Refused(N_("Tulis isi berita untuk Buku Posko."))
    return {
        "event": settings.event_code(desk),
        "at": desk.now() if at is None else at,
        "sender": sender,
        "text": text,
        "measure": measure,
        "place": territory.require_own(desk, place).subject if place else None,
    }


def _add(desk: Desk, made: list[dict[str, Any]]) -> list[int]:
    return transact(
        desk, N_("Buku Posko"), lambda unit: [unit.create(records.LOG_ENTRY, row) for row in made]
    )

