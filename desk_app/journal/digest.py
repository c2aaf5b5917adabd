# SPDX-License-Identifier: Apache-2.0
"""The digest by which two offices see that they hold the same: a hash over what is held of each stream."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from desk_app.domain import spoken
from desk_app.journal.streams import Scope


@dataclass(frozen=True, slots=True)
class Held:
    """How much of one stream is held: changes 1 … `upto`, with the rolling hash there."""

    stream: bytes
    scope: Scope
    upto: int
    rolling: bytes


def of_streams(held: Iterable[Held]) -> bytes:
    """SHA-256 over (stream, upto, hash) in the order of stream ids; empty streams do not count."""
    digest = hashlib.sha256(b"desk digest")
    for entry in sorted(held, key=lambda one: one.stream):
        if entry.upto:
            digest.update(entry.stream + entry.upto.to_bytes(8, "big") + entry.rolling)
    return digest.digest()


def by_scope(held: Iterable[Held]) -> dict[Scope, bytes]:
    """The digest of each scope of which anything is held."""
    groups: dict[Scope, list[Held]] = {}
    for entry in held:
        if entry.upto:
            groups.setdefault(entry.scope, []).append(entry)
    return {scope: of_streams(entries) for scope, entries in groups.items()}


def words(digest: bytes, blocks: int = 4) -> str:
    """A digest as a person reads it: blocks of four letters and digits (20 bits each), usually four."""
    return spoken.blocks(digest, blocks)
