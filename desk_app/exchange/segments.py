# SPDX-License-Identifier: Apache-2.0
"""Segments: runs of one stream's changes, byte for byte, each ending where its author's seal stands."""

from dataclasses import dataclass

from desk_app.exchange import signatures
from desk_app.journal.streams import Scope


@dataclass(frozen=True, slots=True)
class Seal:
    """An author's word for its stream up to here: the office key's signature over `journal.streams.seal_text`."""

    office_key: bytes
    upto: int
    rolling: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of one stream: changes `first` … sealed at its end; `before` is the rolling hash in front of it."""

    stream: bytes
    replica: bytes
    scope: Scope
    first: int
    before: bytes
    bodies: tuple[bytes, ...]
    seal: Seal


def make_seal(seed: bytes, text: bytes, upto: int, rolling: bytes) -> Seal:
    return Seal(signatures.public(seed), upto, rolling, signatures.sign(seed, text))


def seal_holds(seal: Seal, text: bytes) -> bool:
    """Whether the author's signature is over exactly this stream, length and hash."""
    return signatures.holds(seal.office_key, text, seal.signature)
