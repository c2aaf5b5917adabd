# SPDX-License-Identifier: Apache-2.0
"""The head of each volume: who sends, to whom, which package and volume, and the length and hash of every body."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from desk_app.domain import words
from desk_app.exchange import boxes, entries, refusals, wire

N_ = words.N_

FORMAT = 2
CAPABILITIES: frozenset[str] = frozenset()
"""What a package may ask of its reader beyond the format; one that asks for more waits for a newer program."""

MOST_VOLUMES = 999
MOST_ADDRESSEES = 1000
_MOST_CAPABILITIES = 100
_LONGEST_WORD = 40
_MOST_ITEMS = 16_384


class Kind(StrEnum):
    """What a package is for; how its body is closed follows from it."""

    DATA = "data"
    PHOTO = "photo"
    READY = "ready"
    """What a new office is set up from, behind the word on its slip."""
    CARD = "card"
    """The request of an office to be vouched for, open to all."""


@dataclass(frozen=True, slots=True)
class Sender:
    """Who made a package: the office's public keys and what it calls itself."""

    key: bytes
    name: str
    level: str
    place: str
    replica: bytes
    short: str
    recipient: str


class Addressee(NamedTuple):
    """A place that a package is meant for, and the office key there; b"" while that is not known."""

    place: str
    key: bytes


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the sender signed for one volume; `clock` is the sender's, shown with doubt."""

    id: bytes
    kind: Kind
    sender: Sender
    to: tuple[Addressee, ...]
    number: int
    volume: int
    volumes: tuple[tuple[int, bytes], ...]
    clock: int
    version: str

    def is_for(self, place: str, key: bytes) -> bool:
        """Whether the office at this place, with this key, is an addressee."""
        return any(one.place == place and one.key in (b"", key) for one in self.to)

    @property
    def mark(self) -> bytes:
        """32 bytes that stand for the whole package, the same from each of its volumes: what a paper can name."""
        return hashlib.sha256(wire.dump(["desk mark", 1, _told(self) | {"volume": 0}])).digest()

    def to_wire(self) -> bytes:
        return wire.dump(_told(self))


def from_wire(raw: bytes) -> Manifest:
    """Raises BadBytes, or Newer for one that only a later version of the program can read."""
    told = entries.table(wire.load(raw, most=_MOST_ITEMS))
    if entries.count(told.get("v"), 1) and entries.count(told.get("min_reader"), 1) > FORMAT:
        raise _newer()
    asked = [entries.text(one, _LONGEST_WORD) for one in entries.rows(told.get("caps"), _MOST_CAPABILITIES)]
    if not CAPABILITIES.issuperset(asked):
        raise _newer()
    kind = entries.text(told.get("kind"), _LONGEST_WORD)
    if kind not in list(Kind):
        raise _newer()
    listed = tuple(_body(one) for one in entries.rows(told.get("volumes"), MOST_VOLUMES))
    volume = entries.count(told.get("volume"), 1)
    if volume > len(listed):
        raise wire.bad("a volume that is not listed")
    return Manifest(
        id=entries.octets(told.get("id"), 16),
        kind=Kind(kind),
        sender=_sender(told.get("from")),
        to=tuple(_addressee(one) for one in entries.rows(told.get("to"), MOST_ADDRESSEES)),
        number=entries.count(told.get("no")),
        volume=volume,
        volumes=listed,
        clock=entries.integer(told.get("clock")),
        version=entries.text(told.get("app"), _LONGEST_WORD),
    )


def _told(manifest: Manifest) -> dict[str, object]:
    one = manifest.sender
    return {
        "v": FORMAT,
        "min_reader": FORMAT,
        "caps": [],
        "kind": str(manifest.kind),
        "id": manifest.id,
        "from": [one.key, one.name, one.level, one.place, one.replica, one.short, one.recipient],
        "to": [list(addressee) for addressee in manifest.to],
        "no": manifest.number,
        "volume": manifest.volume,
        "volumes": [list(body) for body in manifest.volumes],
        "clock": manifest.clock,
        "app": manifest.version,
    }


def _sender(entry: object) -> Sender:
    key, name, level, place, replica, short, recipient = entries.row(entry, 7)
    if type(recipient) is not str or not boxes.is_recipient(recipient):
        raise wire.bad("not a recipient")
    return Sender(
        key=entries.octets(key, 32),
        name=entries.text(name),
        level=entries.text(level, _LONGEST_WORD),
        place=entries.place(place),
        replica=entries.octets(replica, 16),
        short=entries.text(short, entries.LONGEST_SHORT),
        recipient=recipient,
    )


def _addressee(entry: object) -> Addressee:
    place, key = entries.row(entry, 2)
    return Addressee(entries.place(place), entries.octets(key, 32 if key else 0))


def _body(entry: object) -> tuple[int, bytes]:
    length, digest = entries.row(entry, 2)
    return entries.count(length), entries.octets(digest, 32)


def _newer() -> refusals.Newer:
    return refusals.Newer(N_("Kiriman ini dibuat oleh versi program yang lebih baru. Perbarui program."))
