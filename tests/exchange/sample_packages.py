# SPDX-License-Identifier: Apache-2.0
"""Offices, segments and whole packages for the tests of the exchange room."""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import cbor2

from desk_app.exchange import boxes, contents, package, segments, signatures, squeezing
from desk_app.exchange.contents import Contents
from desk_app.exchange.manifest import Kind, Sender
from desk_app.journal import streams
from desk_app.journal.streams import ReaderClass, Scope

SEED = bytes(range(32))
KEY = signatures.public(SEED)
OTHER_SEED = bytes(range(1, 33))
BOX = boxes.new_key()
OTHER_BOX = boxes.new_key()
REPLICA = b"r" * 16
SENDER = Sender(KEY, "Desk Pemilu Kecamatan Tempe", "kecamatan", "73.13.06", REPLICA, "TEM06", BOX.recipient)
SCOPE = Scope("pemilu-2024", "73.13.06", ReaderClass.OPEN)
PACKAGE = b"p" * 16
CONTEXT = b"desk package 2\n"


def segment(count: int = 3, weight: int = 20, *, first: int = 1, scope: Scope = SCOPE) -> segments.Segment:
    """A run of `count` changes of `weight` bytes each, sealed at its end."""
    stream = streams.stream_id(REPLICA, scope)
    bodies = tuple(bytes([number % 256]) * weight for number in range(count))
    upto = first + count - 1
    rolling = streams.advance_all(streams.START, bodies)
    text = streams.seal_text(stream, REPLICA, scope, upto, rolling)
    seal = segments.make_seal(SEED, text, upto, rolling)
    return segments.Segment(stream, REPLICA, scope, first, streams.START, bodies, seal)


def carried(*runs: segments.Segment, package_id: bytes = PACKAGE, **more: Any) -> Contents:
    return Contents(KEY, package_id, segments=runs or (segment(),), **more)


def files(
    held: Contents, kind: Kind = Kind.DATA, *, seed: bytes = SEED, number: int = 1, **closing: Any
) -> list[bytes]:
    """The files of a package; without a word on how it is closed, for the office of OTHER_BOX and the sender."""
    if not closing and kind is not Kind.CARD:
        closing = {"recipients": [OTHER_BOX.recipient, BOX.recipient]}
    bodies = list(package.seal_up(contents.pack(held), **closing))
    return list(
        package.volumes(
            bodies,
            seed,
            SENDER,
            kind=kind,
            package_id=held.package,
            to=[("73.13", b"")],
            number=number,
            clock=1_707_782_400,
            version="0.3",
        )
    )


def write(folder: Path, data: Iterable[bytes]) -> list[Path]:
    paths = []
    for index, one in enumerate(data, 1):
        paths.append(folder / f"{index}.desk")
        paths[-1].write_bytes(one)
    return paths


def parts(data: bytes) -> tuple[bytes, bytes, bytes]:
    """The manifest, signature and body of a file."""
    start = len(package.MAGIC) + 4
    body_at = start + int.from_bytes(data[len(package.MAGIC) : start], "big") + 64
    return data[start : body_at - 64], data[body_at - 64 : body_at], data[body_at:-40]


def framed(raw: bytes, signature: bytes, body: bytes) -> bytes:
    """A file of these parts, its end as it should be."""
    front = package.MAGIC + len(raw).to_bytes(4, "big") + raw + signature + body
    return front + hashlib.sha256(front).digest() + package.END


def signed(raw: bytes, body: bytes, seed: bytes = SEED) -> bytes:
    return framed(raw, signatures.sign(seed, CONTEXT + raw), body)


def told(data: bytes) -> dict[str, Any]:
    """The manifest of a file, to be altered."""
    found: dict[str, Any] = cbor2.loads(parts(data)[0])
    return found


def retold(data: bytes, body: bytes | None = None, **altered: object) -> bytes:
    """A file whose own sender says something else in its manifest, and signs it all the same."""
    body = parts(data)[2] if body is None else body
    fresh = {"volumes": [[len(body), hashlib.sha256(body).digest()]]}
    return signed(cbor2.dumps(told(data) | fresh | altered, canonical=True), body)


def card_of(plain: bytes) -> bytes:
    """An open package around these uncompressed bytes, signed by its sender, who may be hostile."""
    [data] = files(carried(), Kind.CARD)
    return retold(data, squeezing.squeeze(plain))


def opened(path: Path, *, secret: str = OTHER_BOX.secret) -> Contents:
    return package.unseal(package.read(path), secrets=[secret])
