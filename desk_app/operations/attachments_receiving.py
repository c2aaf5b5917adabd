# SPDX-License-Identifier: Apache-2.0
"""Photos coming in: kept where a record names them by their SHA-256, whoever brought them; nothing else is kept."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from desk_app.data import attachments as rows
from desk_app.data import attachments_travelling as travelling
from desk_app.domain import media
from desk_app.exchange import contents
from desk_app.operations import changed
from desk_app.operations.desk import Desk


@dataclass(frozen=True, slots=True)
class Tally:
    """What a package of photos brings: contents, and bytes of those that are new.

    `new`: named here and missing till now; `known`: here already; `waiting`: named by no record here yet, so not
    kept, and sent again together with their data; `broken`: not what they are said to be, asked for again. `papers`:
    how many of those new or waiting are documents.
    """

    new: int = 0
    size: int = 0
    known: int = 0
    waiting: int = 0
    waiting_size: int = 0
    broken: int = 0
    papers: int = 0

    @property
    def total(self) -> int:
        return self.new + self.known + self.waiting + self.broken

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.new + other.new,
            self.size + other.size,
            self.known + other.known,
            self.waiting + other.waiting,
            self.waiting_size + other.waiting_size,
            self.broken + other.broken,
            self.papers + other.papers,
        )


NOTHING = Tally()


def look(desk: Desk, photos: Iterable[contents.Photo]) -> Tally:
    """What they would bring; nothing is written."""
    return _go_through(desk, tuple(photos), keep=False)


def take(desk: Desk, package: bytes, photos: Iterable[contents.Photo]) -> Tally:
    """Keep what is new. Raises Refused where the disk is full: what was kept by then stays, the rest comes again."""
    tally = _go_through(desk, tuple(photos), keep=True)
    if not tally.waiting and not tally.broken:
        _note_taken(desk, package)
    if tally.new:
        desk.news.tell(changed.Changed(frozenset({"attachment", "exchange"})))
    return tally


def _go_through(desk: Desk, photos: tuple[contents.Photo, ...], *, keep: bool) -> Tally:
    with desk.reading() as connection:
        named = {one.digest for one in rows.of_digests(connection, [one.digest for one in photos])}
    tally = NOTHING
    for digest, data in photos:
        if hashlib.sha256(data).digest() != digest:
            tally += Tally(broken=1)
        elif desk.attachments.holds(digest):
            tally += Tally(known=1)
        elif digest not in named:
            tally += Tally(waiting=1, waiting_size=len(data), papers=media.is_pdf(data))
        else:
            if keep:
                desk.attachments.put(data)
            tally += Tally(new=1, size=len(data), papers=media.is_pdf(data))
    return tally


def _note_taken(desk: Desk, package: bytes) -> None:
    def run() -> None:
        with desk.store.writing() as connection:
            travelling.note_taken(connection, package, desk.now())

    desk.on_writer(run)
