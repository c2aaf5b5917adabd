# SPDX-License-Identifier: Apache-2.0
"""Buku Posko: one line each, with hour, sender, content and measure; a line can become an issue.

Lines pasted from WhatsApp become proposals that the clerk accepts; nothing of them is guessed beyond hour,
sender and a place that is named without doubt.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from desk_app.data import arrivals, authors, issue_list, unit_of_work
from desk_app.domain import chats, errors, places, records, words, zones
from desk_app.operations import days, issues, settings, territory
from desk_app.operations import places as finding
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_

FIELDS = ("at", "sender", "text", "measure", "place")


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line. `at`: seconds UTC. `issue` and `issue_number`: what it became, 0 and "" while it is only a line.

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
    seen: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A pasted line: `hour` "07.10" and `day` where they were written, `sender` as in the chat, `place` a subject
    or "" where none or several are named; `at` is the moment they give (now, where there is no hour)."""

    text: str
    sender: str
    hour: str
    day: date | None
    at: int
    place: str
    place_label: str


def add_line(
    desk: Desk, text: str, sender: str = "", measure: str = "", place: str = "", at: int | None = None
) -> int:
    """Write a line; returns its record number. Raises Refused for an empty one."""
    return _add(desk, [_checked(desk, text, sender, measure, place, at)])[0]


def accept(desk: Desk, proposals: Sequence[Proposal]) -> list[int]:
    """Write the proposals that the clerk left in the table, as one transaction."""
    return _add(desk, [_checked(desk, one.text, one.sender, "", one.place, one.at) for one in proposals])


def edit_line(desk: Desk, no: int, *, seen: int | None = None, **values: Any) -> bool:
    """Alter some of the `FIELDS` of a line. `seen`: as the form was filled; what came in since stands beside."""
    for name in values:
        if name not in FIELDS:
            raise ValueError(f"a line of the book has no field {name} to write")
    if values.get("place"):
        values["place"] = territory.require_own(desk, str(values["place"])).subject
    return transact(desk, N_("Buku Posko"), lambda unit: unit.set(records.LOG_ENTRY, no, values, seen=seen))


def delete_line(desk: Desk, no: int) -> None:
    """Strike a line out; it stays in the history."""
    transact(desk, N_("Baris Buku Posko dihapus"), lambda unit: unit.delete(records.LOG_ENTRY, no))


def lines(
    desk: Desk, day: date | None = None, text: str = "", area: str = "", limit: int = 2000
) -> list[LogLine]:
    """Lines of the book, newest first; of one day, with some words, of an area."""
    since, until = days.bounds(desk, day) if day else (0, 0)
    event = settings.event_code(desk)
    with desk.reading() as connection:
        seen = arrivals.latest(connection)
        rows = issue_list.log_lines(connection, event, since, until, text, area, limit)
        written = authors.of_changes(connection, [row.no for row in rows])
    labels = finding.place_labels(desk, [row.place for row in rows if row.place])
    return [
        LogLine(
            no=row.no,
            at=row.at or 0,
            sender=row.sender or "",
            text=row.text or "",
            measure=row.measure or "",
            place=row.place or "",
            place_label=labels.get(row.place, ""),
            issue=row.issue_no or row.issue or 0,
            issue_number=row.issue_number or "",
            written_by=written[row.no].operator if row.no in written else "",
            seen=seen,
        )
        for row in rows
    ]


def promote(desk: Desk, no: int, **values: Any) -> int:
    """Make an issue of a line, both linked, in one transaction; `values` override what the line says.

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
        title = whole if len(whole) <= _TITLE else whole[: _TITLE - 1].rstrip() + "…"
        filled = {
            "place": line.get("place") or desk.identity.place,
            "title": title,
            "description": whole if title != whole else None,
            "reported_at": line.get("at"),
            "reporter": line.get("sender"),
            "source": "telepon",
            **checked,
        }
        made = issues.add(unit, desk, filled)
        unit.set(records.LOG_ENTRY, no, {"issue": made})
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


def propose(desk: Desk, pasted: str) -> list[Proposal]:
    """Proposals from text pasted out of WhatsApp, one a message, for the clerk to accept or strike out."""
    made = []
    zone = settings.zone(desk)
    today = days.today(desk)
    for line in chats.read(pasted, today):
        at = desk.now()
        if line.hour:
            day = line.day or today
            hour, minute = line.hour.split(".")
            at = zones.moment(datetime(day.year, day.month, day.day, int(hour), int(minute)), zone)  # noqa: DTZ001
        place = _named_place(desk, line.text)
        label = finding.place_hit(desk, place).label if place else ""
        made.append(Proposal(line.text, line.sender, line.hour, line.day, at, place, label))
    return made


_TITLE = 160
_TPS = re.compile(r"\btps\s*0*(?P<number>\d{1,3})\b(?P<rest>[^.,;!?\n]*)", re.IGNORECASE)


def _named_place(desk: Desk, text: str) -> str:
    """The TPS that a message names without doubt: "TPS 005 Maddukelleng buka 07.10"; "" otherwise."""
    match = _TPS.search(text)
    if match is None:
        return ""
    named = [word for word in re.findall(r"[^\W\d_]{3,}", match["rest"]) if word.casefold() not in _NOUNS][:1]
    if not named and places.level_of(desk.identity.place) is not places.Level.DISTRICT:
        return ""
    hits = [
        hit
        for hit in finding.find_places(desk, " ".join([*named, match["number"]]), 3, exactly=True)
        if hit.kind == places.Kind.TPS.value
    ]
    return hits[0].subject if len(hits) == 1 else ""


_NOUNS = frozenset(("desa", "kel", "kelurahan", "kec", "kecamatan"))


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


def _add(desk: Desk, rows: list[dict[str, Any]]) -> list[int]:
    return transact(
        desk, N_("Buku Posko"), lambda unit: [unit.create(records.LOG_ENTRY, row) for row in rows]
    )

