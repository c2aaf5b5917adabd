# SPDX-License-Identifier: Apache-2.0
"""Photos on their way out: which contents go with a package, in volumes of their own, and what this office asks for.

With a package goes the content of every attachment whose record the other office has not *said* it holds, and of every
one that it *asked* for. What this office names and has not got it asks for in each package. So a photo that was lost,
spoilt or left out ("tanpa foto") comes with a later package, and never holds up the data (exchange.md §10, §11).
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import desk_app
from desk_app.data import attachments as rows
from desk_app.data import attachments_travelling as travelling
from desk_app.data.database import Connection
from desk_app.domain import errors
from desk_app.exchange import contents, letters, manifest, package
from desk_app.journal.streams import Scope
from desk_app.operations.desk import Desk

VOLUME = 8 << 20
"""Bytes of contents in one volume: as much is lost with it; a larger content travels alone."""

Reads = Callable[[Scope], bool]


@dataclass(frozen=True, slots=True)
class Weight:
    """How many photos and documents would go with a package, and their bytes."""

    count: int
    size: int


NOTHING = Weight(0, 0)


def chosen(
    desk: Desk, connection: Connection, reads: Reads, said: Mapping[bytes, int], offices: Collection[bytes]
) -> list[rows.Named]:
    """What goes with a package, each content once, as far as it is here: unsaid or asked for, and theirs to read."""
    asked = travelling.asked_by(connection, offices, desk.identity.replica)
    named = [*rows.beyond(connection, reads, said), *rows.of_digests(connection, asked, reads)]
    return _held(desk, named)


def weigh(
    desk: Desk, connection: Connection, reads: Reads, said: Mapping[bytes, int], offices: Collection[bytes]
) -> Weight:
    """How much `chosen` is."""
    found = chosen(desk, connection, reads, said, offices)
    return Weight(len(found), sum(one.size for one in found))


def is_asked(desk: Desk, connection: Connection, reads: Reads, offices: Collection[bytes]) -> bool:
    """Whether something here was asked for and no package was made for it since."""
    asked = travelling.asked_anew(connection, offices, desk.identity.replica)
    return bool(_held(desk, rows.of_digests(connection, asked, reads)))


def volumes_of(named: Sequence[rows.Named]) -> list[list[rows.Named]]:
    """How they are put into volumes, by the lengths that their records tell."""
    made: list[list[rows.Named]] = []
    size = 0
    for one in named:
        if not made or size + one.size > VOLUME or len(made[-1]) == contents.MOST_PHOTOS:
            made.append([])
            size = 0
        made[-1].append(one)
        size += one.size
    return made


def sealed_volumes(
    desk: Desk,
    named: Sequence[rows.Named],
    sender: manifest.Sender,
    to: Sequence[tuple[str, bytes]],
    recipients: Sequence[str],
    number: int,
) -> Iterator[bytes]:
    """The files, one after another: each a package of its own, so that one that is spoilt spoils no other."""
    for group in volumes_of(named):
        package_id = desk.dice(16)
        photos = tuple(_read(desk, group))
        carried = contents.Contents(sender=sender.key, package=package_id, photos=photos)
        bodies = list(package.seal_up(contents.pack(carried), recipients=recipients))
        yield from package.volumes(
            bodies,
            desk.identity.seed,
            sender,
            kind=manifest.Kind.PHOTO,
            package_id=package_id,
            to=to,
            number=number,
            clock=desk.now(),
            version=desk_app.__version__,
        )


def asking(desk: Desk, connection: Connection, reads: Reads, version: int) -> list[letters.Letter]:
    """The letter that says what this office names and has not got, the newest first; also that nothing is missing."""
    named = rows.readable(connection, reads)
    if not named:
        return []
    here = desk.attachments.names()
    missing = [one.digest for one in reversed(named) if desk.attachments.name_of(one.digest) not in here]
    return [letters.make_wanted(version, dict.fromkeys(missing))]


def hear(connection: Connection, office: bytes, replica: bytes, told: Sequence[letters.Letter]) -> None:
    """Keep what an office asks for in the letters of its package; a letter that cannot be read holds up nothing."""
    for letter in told:
        if letter.kind != letters.PHOTOS:
            continue
        try:
            wanted = letters.read_wanted(letter)
        except errors.Damaged:
            continue
        travelling.note_asked(connection, office, replica, wanted.version, wanted.digests)


def _held(desk: Desk, named: Sequence[rows.Named]) -> list[rows.Named]:
    by_content = {one.digest: one for one in sorted(named, key=lambda one: one.no, reverse=True)}
    here = desk.attachments.names() if by_content else frozenset()
    found = [one for one in by_content.values() if desk.attachments.name_of(one.digest) in here]
    return sorted(found, key=lambda one: one.no)


def _read(desk: Desk, group: Sequence[rows.Named]) -> Iterator[contents.Photo]:
    for one in group:
        try:
            yield contents.Photo(one.digest, desk.attachments.get(one.digest))
        except errors.NotFound:
            continue
        except errors.Damaged:
            desk.attachments.drop(one.digest)  # asked for like any other that is not here
