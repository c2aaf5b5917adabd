# SPDX-License-Identifier: Apache-2.0
"""Streams: who may receive a change (scope), which series it stands in, and the hash that runs along it.

A stream is one replica's series of changes in one scope, numbered 1, 2, 3 … without holes. Its rolling hash
`h = SHA256(h ‖ SHA256(bytes))` lets two offices compare what they hold by one number and one hash, and lets a
redacted body be replaced by its own hash (exchange.md, "Settled first" 3).
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

import cbor2

from desk_app.domain.places import NATION

START = bytes(32)
"""The rolling hash of an empty stream."""


class ReaderClass(IntEnum):
    """Who may receive the records of a scope; the numbers are on the wire and never change."""

    OPEN = 1
    """The place and its ancestors."""
    SHARED_DOWN = 2
    """The place, its ancestors and its descendants: master data, templates, membership."""
    COUNTS = 3
    """Vote counts: kecamatan and kabupaten."""
    CONFIDENTIAL = 4
    """Named offices only."""
    INTERNAL = 5
    """The own office only: settings, accounts, phones."""


@dataclass(frozen=True, slots=True)
class Scope:
    """(event, place, class): `event` is "" for what belongs to no election, `place` a region code."""

    event: str
    place: str
    reader_class: ReaderClass


class Dot(NamedTuple):
    """The name of one change: stream id (16 bytes) and its number in it (from 1)."""

    stream: bytes
    seq: int


REPLICA_BYTES = 16
"""The id of a replica: half is of its office's key, so that no other office can take it, half is drawn."""

_OF_KEY = 8


def replica_id(office_key: bytes, drawn: bytes) -> bytes:
    """The id of a database of an office; `drawn`: random bytes, 8 of which are taken."""
    return _mark_of(office_key) + drawn[: REPLICA_BYTES - _OF_KEY]


def is_replica_of(replica: bytes, office_key: bytes) -> bool:
    """Whether a replica id can be of a database of this office."""
    return len(replica) == REPLICA_BYTES and replica[:_OF_KEY] == _mark_of(office_key)


def _mark_of(office_key: bytes) -> bytes:
    return hashlib.sha256(b"desk replica" + office_key).digest()[:_OF_KEY]


def stream_id(replica: bytes, scope: Scope) -> bytes:
    """The 16 bytes that name the stream of a replica in a scope, the same at every office."""
    name = cbor2.dumps(["desk stream", replica, scope.event, scope.place, int(scope.reader_class)])
    return hashlib.sha256(name).digest()[:16]


def advance(rolling: bytes, body: bytes) -> bytes:
    """The rolling hash after one more change with these bytes."""
    return advance_by_hash(rolling, hashlib.sha256(body).digest())


def advance_by_hash(rolling: bytes, body_hash: bytes) -> bytes:
    """The same from the body's hash alone, as for a redacted change."""
    return hashlib.sha256(rolling + body_hash).digest()


def advance_all(rolling: bytes, bodies: Iterable[bytes]) -> bytes:
    """The rolling hash after several more changes; `advance` written out, since an import does it a million times."""
    sha256 = hashlib.sha256
    for body in bodies:
        rolling = sha256(rolling + sha256(body).digest()).digest()
    return rolling


def seal_text(stream: bytes, replica: bytes, scope: Scope, upto: int, rolling: bytes) -> bytes:
    """What an office signs to say "these are my changes 1 … upto": header and hash, never a compressed form."""
    return cbor2.dumps(
        ["desk seal", stream, replica, scope.event, scope.place, int(scope.reader_class), upto, rolling]
    )


def may_read(place: str, scope: Scope) -> bool:
    """Whether an office at `place` receives a scope's records (internal and confidential: never by place)."""
    if scope.reader_class in (ReaderClass.INTERNAL, ReaderClass.CONFIDENTIAL):
        return False
    upward = _within(scope.place, place)
    if scope.reader_class is ReaderClass.SHARED_DOWN:
        return upward or _within(place, scope.place)
    if scope.reader_class is ReaderClass.COUNTS:
        # kecamatan and kabupaten; a province sees counts only when they are released to it
        return upward and place.count(".") >= 1
    return upward


def _within(code: str, ancestor: str) -> bool:
    """A region code within another; the nation holds all."""
    return ancestor == NATION or code == ancestor or code.startswith(ancestor + ".")
