# SPDX-License-Identifier: Apache-2.0
"""What somebody began to type into a form with a button of its own, and has not written yet.

A draft is no record: it is not journaled, not sent, not undone. It lies in the office's own database, so that it is
locked up like everything else, outlives a closed window and a power cut, and is shown to nobody but its operator.
It belongs to the election in which it was begun, so that it is not filed under another one that was chosen meanwhile.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desk_app.data import meta
from desk_app.operations import settings
from desk_app.operations.desk import Desk

_KIND = "begun"


@dataclass(frozen=True, slots=True)
class Draft:
    """`key`: which form, its page first ("issues/log"); `words`: what the user calls it; `values`: what JSON holds.

    `seen`: what the form had seen when it was begun, as the operation that it ends in takes it.
    """

    key: str
    words: str
    values: Mapping[str, Any]
    seen: int | None = None

    @property
    def excerpt(self) -> str:
        """The beginning of what was typed."""
        said = [value for value in self.values.values() if isinstance(value, str) and value.strip()]
        first = " ".join(max(said, key=len).split()) if said else ""
        return first if len(first) <= _EXCERPT else first[: _EXCERPT - 1].rstrip() + "…"


_EXCERPT = 48


def drafts_of(desk: Desk, event: str | None = None) -> list[Draft]:
    """The drafts of who is at the keyboard in an election (the one worked on without a code), by their keys."""
    return waiting(desk).get(event or settings.event_code(desk), [])


def waiting(desk: Desk) -> dict[str, list[Draft]]:
    """The drafts of who is at the keyboard, by the codes of the elections in which they were begun."""
    begin = f"{_KIND}/{desk.operator.number}/"
    with desk.reading() as connection:
        values = meta.read(connection)
    found: dict[str, list[Draft]] = {}
    for name in sorted(values):
        if name.startswith(begin):
            event, _slash, key = name.removeprefix(begin).partition("/")
            held = json.loads(values[name])
            found.setdefault(event, []).append(Draft(key, held["words"], held["values"], held.get("seen")))
    return found


def keep(desk: Desk, draft: Draft, event: str | None = None) -> None:
    """Keep a draft in place of what was kept of that form in that election (the one worked on without a code)."""
    text = json.dumps({"words": draft.words, "values": dict(draft.values), "seen": draft.seen})
    name = _name(desk, event, draft.key)

    def run() -> None:
        with desk.store.writing() as connection:
            meta.write(connection, {name: text.encode()})

    desk.on_writer(run)


def drop(desk: Desk, key: str, event: str | None = None) -> None:
    """Forget the draft of a form in that election; without one nothing happens."""
    name = _name(desk, event, key)

    def run() -> None:
        with desk.store.writing() as connection:
            meta.forget(connection, [name])

    desk.on_writer(run)


def _name(desk: Desk, event: str | None, key: str) -> str:
    return f"{_KIND}/{desk.operator.number}/{event or settings.event_code(desk)}/{key}"
