# SPDX-License-Identifier: Apache-2.0
"""What somebody was copying from a C.HASIL and has not saved yet, kept under seal for a power cut.

As other drafts (`operations/drafts`) it is no record and goes nowhere; unlike them it is closed for the account that
typed it, because figures of votes never lie readable in the office's database (decision 0027).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from desk_app.data import count_boxes, meta
from desk_app.domain import places
from desk_app.operations import settings
from desk_app.operations.desk import Desk

_KIND = "counting"
_PAD = 512
"""So that the length tells nothing of how much was typed."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed for one TPS (`subject`) and race at a vote of this number; of a D.HASIL for a region, number 0."""

    subject: str
    race: str
    occasion: int
    figures: Mapping[str, int]
    reason: str = ""


def keep(desk: Desk, draft: Draft, event: str | None = None) -> None:
    """Keep a draft in place of the one before of that TPS and race; without a key of one's own nothing happens."""
    own = desk.operator.secret
    if not own or desk.only_read:
        return
    plain = json.dumps({"o": draft.occasion, "f": dict(draft.figures), "r": draft.reason}).encode()
    box = count_boxes.close_for(count_boxes.public_half(own), plain.ljust(-(-len(plain) // _PAD) * _PAD))
    name = _name(desk, draft.subject, draft.race, event)

    def run() -> None:
        with desk.store.writing() as connection:
            meta.write(connection, {name: box})

    desk.on_writer(run)


def drop(desk: Desk, subject: str, race: str, event: str | None = None) -> None:
    """Forget the draft of a TPS and race; without one nothing happens."""
    name = _name(desk, subject, race, event)

    def run() -> None:
        with desk.store.writing() as connection:
            meta.forget(connection, [name])

    desk.on_writer(run)


def waiting(desk: Desk) -> list[Draft]:
    """The drafts of forms of who is at the keyboard in the election worked on."""
    return [one for one in _all(desk) if places.kind_of(one.subject) is places.Kind.TPS]


def waiting_recaps(desk: Desk) -> list[Draft]:
    """The same of what was typed from a D.HASIL of a region."""
    return [one for one in _all(desk) if places.kind_of(one.subject) is not places.Kind.TPS]


def _all(desk: Desk) -> list[Draft]:
    """Those that he can still open."""
    own = desk.operator.secret
    begin = f"{_KIND}/{desk.operator.number}/{settings.event_code(desk)}/"
    with desk.reading() as connection:
        held = {name: value for name, value in meta.read(connection).items() if name.startswith(begin)}
    found = []
    for name in sorted(held) if own else ():
        subject, _slash, race = name.removeprefix(begin).partition("/")
        try:
            plain = json.loads(count_boxes.open_box(own, held[name]))
        except count_boxes.Unreadable:
            continue
        found.append(Draft(subject, race, plain["o"], plain["f"], plain["r"]))
    return found


def one(desk: Desk, subject: str, race: str) -> Draft | None:
    """The draft of one TPS and race, None without one."""
    return next((held for held in _all(desk) if (held.subject, held.race) == (subject, race)), None)


def _name(desk: Desk, subject: str, race: str, event: str | None) -> str:
    return f"{_KIND}/{desk.operator.number}/{event or settings.event_code(desk)}/{subject}/{race}"
