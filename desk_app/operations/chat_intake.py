# SPDX-License-Identifier: Apache-2.0
"""What was pasted out of WhatsApp: read into proposals, looked over by the clerk, written as one transaction.

Reading writes nothing. What is accepted becomes an answer, a recap, an issue or only a line; each keeps a line in the
Buku Posko with the words as they were pasted and what was made of them. A message that stands there already is known
again by its sender, its hour and its words, however often a chat is pasted.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desk_app.base import garbage
from desk_app.data import arrivals, chat_list, unit_of_work
from desk_app.domain import answers as answering
from desk_app.domain import chat_words, chats, errors, records, words
from desk_app.operations import answers, chat_proposals, chat_reading, issues, settings, territory
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_
_TITLE = 160


@dataclass(frozen=True, slots=True)
class Reading:
    """What a paste holds: proposals, and how many messages were left out, by `chats.Kind`. `seen`: for `accept`."""

    proposals: tuple[chat_proposals.Proposal, ...]
    left_out: dict[chats.Kind, int]
    seen: int


@dataclass(frozen=True, slots=True)
class Accepted:
    """What was written: the lines of the book, and how many of them became something. `known`: stood there before."""

    lines: tuple[int, ...]
    answers: int
    recaps: int
    issues: int
    known: int


def read(desk: Desk, pasted: str) -> Reading:
    """Proposals from text copied out of WhatsApp, in its order. Nothing is written, whatever the text."""
    with desk.reading() as connection:
        seen = arrivals.latest(connection)
    reader = chat_reading.Reader(desk)
    left_out: dict[chats.Kind, int] = {}
    made: list[chat_proposals.Proposal] = []
    with garbage.put_off():
        for at, message in enumerate(chats.read(pasted, reader.today), 1):
            if not at % _BREATH:
                time.sleep(_PAUSE)  # beside a window: two threads that only reckon would let it wait
            if message.kind is chats.Kind.TEXT:
                made += reader.proposals(message)
            else:
                left_out[message.kind] = left_out.get(message.kind, 0) + 1
        return Reading(tuple(chat_reading.looked_over(desk, made)), left_out, seen)


def accept(desk: Desk, proposals: Sequence[chat_proposals.Proposal], seen: int | None = None) -> Accepted:
    """Write what the clerk accepted, all of it or nothing, undone as one. `seen`: `Reading.seen`.

    What the book has meanwhile is left out. Raises Refused where one lacks something.
    """
    for one in proposals:
        if one.lacks:
            raise errors.Refused(N_("“{text}”: {what}"), text=one.text[:60], what=words.phrase(one.lacks))
        for place in one.places:
            territory.require_own(desk, place)
    event = settings.event_code(desk)
    wanted = _once(proposals)
    writers = [_writer(desk, one, seen) for one in wanted]

    def work(unit: unit_of_work.Unit) -> Accepted:
        there = chat_list.known(unit.connection, event, [one.origin for one in wanted])
        lines: list[int] = []
        tally = dict.fromkeys(chat_words.Becomes, 0)
        for one, write in zip(wanted, writers, strict=True):
            if one.origin in there:
                continue
            made = write(unit)
            tally[one.becomes] += 1
            lines.append(unit.create(records.LOG_ENTRY, _line(one, event, made)))
        return Accepted(
            tuple(lines),
            answers=tally[chat_words.Becomes.ANSWER],
            recaps=tally[chat_words.Becomes.RECAP],
            issues=tally[chat_words.Becomes.ISSUE],
            known=len(proposals) - len(lines),
        )

    with garbage.put_off():
        return transact(desk, N_("Tempel dari WhatsApp"), work)
_BREATH, _PAUSE = 20, 0.002
_DISTRICT = 8


def _once(proposals: Sequence[chat_proposals.Proposal]) -> list[chat_proposals.Proposal]:
    """Each message once, as it stands last in the table."""
    return list({one.origin: one for one in proposals}.values())


def _writer(desk: Desk, one: chat_proposals.Proposal, seen: int | None) -> Any:
    """What writes the record of a proposal inside the transaction; looked over here. Raises Refused."""
    match one.becomes:
        case chat_words.Becomes.ANSWER:
            given = [(place, one.item, answering.Mark(one.value), one.note or None) for place in one.places]
            write = answers.answering(desk, given, seen=seen)
            return lambda unit: write(unit)[0]
        case chat_words.Becomes.RECAP:
            assert one.count is not None
            source = one.source or one.sender
            hour = one.at
            return answers.recapping(
                desk, one.place, one.item, one.count, one.total, hour=hour, source=source[:120], seen=seen
            )
        case chat_words.Becomes.ISSUE:
            long = len(one.text) > _TITLE
            values = {
                "place": one.place or desk.identity.place,
                "title": one.text[: _TITLE - 1].rstrip() + "…" if long else one.text,
                "description": one.original if long or "\n" in one.original else "",
                "reported_at": one.at,
                "reporter": one.sender[:120] if not chats.is_numbered(one.sender) else "",
                "source": "wa",
                "category": one.category,
                "severity": one.severity,
            }
            checked = issues.checked_fields(desk, values)
            return lambda unit: issues.add(unit, desk, checked)
    return lambda _unit: None


def _line(one: chat_proposals.Proposal, event: str, made: int | None) -> dict[str, Any]:
    return {
        "event": event,
        "at": one.at,
        "sender": one.sender,
        "text": one.text,
        "place": one.place or None,
        "origin": one.origin,
        "original": one.original,
        "became": one.becomes.value,
        "made": made if one.becomes is not chat_words.Becomes.ISSUE else None,
        "issue": made if one.becomes is chat_words.Becomes.ISSUE else None,
    }
