# SPDX-License-Identifier: Apache-2.0
"""What an office says: which streams it holds how far, and which packages of a sender it received whole.

Both are signed by the office and passed on by others as they are, which is how a kecamatan hears that the province
has its data. A later version replaces the one before (exchange.md §11).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from desk_app.exchange import entries, signatures, wire
from desk_app.journal.streams import ReaderClass

MOST_STREAMS = 16_384
MOST_SUPERSEDED = 4096
MOST_PACKAGES = 64
"""Packages that a receipt names: the newest; what is older was received or was sent again since."""


class Held(NamedTuple):
    """A stream (its id), how many of its changes are held, and the rolling hash there."""

    stream: bytes
    upto: int
    rolling: bytes


@dataclass(frozen=True, slots=True)
class Statement:
    """What one replica of an office holds in the scopes of one place and reader class.

    One for each such group, so that a relay passes on just what the receiver may read. `superseded`: replicas of the
    same office whose words no longer count (a restored backup, a new computer).
    """

    office_key: bytes
    replica: bytes
    version: int
    place: str
    reader_class: ReaderClass
    held: tuple[Held, ...]
    superseded: tuple[bytes, ...]
    signature: bytes

    def _entries(self) -> list[object]:
        held = [list(one) for one in self.held]
        scope = [self.place, int(self.reader_class)]
        return ["desk said", 1, self.office_key, self.replica, self.version, *scope, held, list(self.superseded)]

    def text(self) -> bytes:
        return wire.dump(self._entries())

    def holds(self) -> bool:
        return signatures.holds(self.office_key, self.text(), self.signature)

    def to_wire(self) -> bytes:
        return wire.dump([*self._entries(), self.signature])

    @classmethod
    def from_wire(cls, raw: bytes) -> "Statement":
        """Raises BadBytes; the signature is not looked at (`holds`)."""
        item = wire.load(raw, most=16 + 4 * MOST_STREAMS + MOST_SUPERSEDED)
        office_key, replica, version, place, reader_class, held, superseded, signature = entries.signed(
            item, "desk said", 8
        )
        return cls(
            office_key=entries.octets(office_key, 32),
            replica=entries.octets(replica, 16),
            version=entries.count(version, 1),
            place=entries.place(place),
            reader_class=entries.reader_class(reader_class),
            held=entries.ascending((_held(one) for one in entries.rows(held, MOST_STREAMS)), lambda one: one.stream),
            superseded=entries.ascending(map(_replica, entries.rows(superseded, MOST_SUPERSEDED)), lambda one: one),
            signature=entries.octets(signature, 64),
        )


@dataclass(frozen=True, slots=True)
class Receipt:
    """Which packages of a sender (its key) an office received whole: id and number, by number."""

    office_key: bytes
    version: int
    sender: bytes
    packages: tuple[tuple[bytes, int], ...]
    signature: bytes

    def _entries(self) -> list[object]:
        packages = [list(one) for one in self.packages]
        return ["desk got", 1, self.office_key, self.version, self.sender, packages]

    def text(self) -> bytes:
        return wire.dump(self._entries())

    def holds(self) -> bool:
        return signatures.holds(self.office_key, self.text(), self.signature)

    def to_wire(self) -> bytes:
        return wire.dump([*self._entries(), self.signature])

    @classmethod
    def from_wire(cls, raw: bytes) -> "Receipt":
        """Raises BadBytes; the signature is not looked at (`holds`)."""
        found = entries.signed(wire.load(raw, most=16 + 3 * MOST_PACKAGES), "desk got", 5)
        office_key, version, sender, packages, signature = found
        return cls(
            office_key=entries.octets(office_key, 32),
            version=entries.count(version, 1),
            sender=entries.octets(sender, 32),
            packages=entries.ascending(map(_package, entries.rows(packages, MOST_PACKAGES)), _by_number),
            signature=entries.octets(signature, 64),
        )


def make_statement(
    seed: bytes,
    *,
    replica: bytes,
    version: int,
    place: str,
    reader_class: ReaderClass,
    held: Iterable[Held],
    superseded: Iterable[bytes] = (),
) -> Statement:
    """Sign what is held with the office's key."""
    unsigned = Statement(
        office_key=signatures.public(seed),
        replica=replica,
        version=version,
        place=place,
        reader_class=reader_class,
        held=tuple(sorted(held)),
        superseded=tuple(sorted(superseded)),
        signature=b"",
    )
    return replace(unsigned, signature=signatures.sign(seed, unsigned.text()))


def make_receipt(seed: bytes, *, version: int, sender: bytes, packages: Iterable[tuple[bytes, int]]) -> Receipt:
    """Sign what was received; of more than 64 packages the newest are named."""
    newest = sorted(packages, key=_by_number)[-MOST_PACKAGES:]
    unsigned = Receipt(signatures.public(seed), version, sender, tuple(newest), b"")
    return replace(unsigned, signature=signatures.sign(seed, unsigned.text()))


def _held(entry: object) -> Held:
    stream, upto, rolling = entries.row(entry, 3)
    return Held(entries.octets(stream, 16), entries.count(upto), entries.octets(rolling, 32))


def _replica(entry: object) -> bytes:
    return entries.octets(entry, 16)


def _package(entry: object) -> tuple[bytes, int]:
    package_id, number = entries.row(entry, 2)
    return entries.octets(package_id, 16), entries.count(number)


def _by_number(package: tuple[bytes, int]) -> tuple[int, bytes]:
    return package[1], package[0]
