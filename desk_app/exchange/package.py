# SPDX-License-Identifier: Apache-2.0
"""The package file: signed volumes in boxes for their receivers, whole or refused (exchange.md §10).

    "DESKX1\\r\\n" | manifest length (4) | manifest (canonical CBOR) | signature (64) | body
    | SHA-256 of all before (32) | "DESKEND\\n"

A package is one or more volumes whose manifests differ in the number of the volume alone; each names the length and
hash of every body, so that volumes of two exports are never mixed. A body is contents (`contents`) in an age box, for
a ready file behind a lock that a word on paper opens, and open to all for the card of an office that wants to join.
A file is a package by its first eight bytes, whatever its name.
"""

import contextlib
import hashlib
import os
import re
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, NamedTuple

from desk_app.domain import errors
from desk_app.exchange import boxes, contents, entries, manifest, refusals, signatures, squeezing, wire
from desk_app.exchange.contents import Contents
from desk_app.exchange.manifest import Kind, Manifest

MAGIC = b"DESKX1\r\n"
END = b"DESKEND\n"
SUFFIX = ".desk"
FOLDER = "DESK"
LONGEST_MANIFEST = 256 << 10
LARGEST_FILE = 48 << 20
"""Refused by its size before it is read: a volume holds 32 MiB of changes before they are compressed."""

_CONTEXT = b"desk package 2\n"
_HEAD = len(MAGIC) + 4
_SIGNATURE = 64
_TRAIL = 32 + len(END)


@dataclass(frozen=True, slots=True)
class Sealed:
    """A volume that is whole and signed, still closed. `sha256`: of the whole file."""

    path: Path
    manifest: Manifest
    body: bytes
    sha256: bytes


def seal_up(
    bodies: Iterable[bytes], *, recipients: Iterable[str] = (), passphrase: str | None = None
) -> Iterator[bytes]:
    """Close plain bodies for recipients, or behind a passphrase; with neither they stay open (a card alone)."""
    chosen = list(recipients)
    lock = b""
    if passphrase is not None:
        if chosen:
            raise ValueError("either recipients or a passphrase")
        lock, only = boxes.new_lock(passphrase)
        chosen = [only]
    for body in bodies:
        yield lock + boxes.close(body, chosen) if chosen else body


def volumes(
    bodies: Sequence[bytes],
    seed: bytes,
    sender: manifest.Sender,
    *,
    kind: Kind,
    package_id: bytes,
    to: Iterable[tuple[str, bytes]],
    number: int,
    clock: int,
    version: str,
) -> Iterator[bytes]:
    """The files of a package, signed with the office's key (its 32-byte seed), one after another.

    `sender.key` and `package_id` are those that the contents name. `to`: places and the office keys there, b"" for
    one not known.
    """
    if any(_is_closed(body, kind) is not (kind is not Kind.CARD) for body in bodies):
        raise ValueError(f"a body that is not closed as in a package of kind {kind}")
    head = Manifest(
        id=package_id,
        kind=kind,
        sender=replace(
            sender, name=entries.label(sender.name), short=entries.label(sender.short, entries.LONGEST_SHORT)
        ),
        to=tuple(manifest.Addressee(*one) for one in to),
        number=number,
        volume=1,
        volumes=tuple((len(body), hashlib.sha256(body).digest()) for body in bodies),
        clock=clock,
        version=version,
    )
    try:
        manifest.from_wire(head.to_wire())
    except errors.Refused as fault:
        raise ValueError(f"a manifest that nobody could read: {fault.params}") from fault
    for index, body in enumerate(bodies, 1):
        raw = replace(head, volume=index).to_wire()
        front = MAGIC + len(raw).to_bytes(4, "big") + raw + signatures.sign(seed, _CONTEXT + raw)
        whole = hashlib.sha256(front)
        whole.update(body)
        data = b"".join((front, body, whole.digest(), END))
        if len(data) > LARGEST_FILE:
            raise ValueError(f"a volume of {len(data)} bytes")
        yield data


def file_name(short: str, to: str, number: int, volume: int, count: int) -> str:
    """The name on the stick: ASCII, no time; nobody relies on it."""
    return f"{front_of(short)}{_letters(to)}-{number:06d}-{volume:03d}of{count:03d}{SUFFIX}"


def photo_name(short: str, to: str, number: int, volume: int, count: int) -> str:
    """The name of a package of photos that goes with the one of this number: it is read after it."""
    return f"{front_of(short)}{_letters(to)}-{number:06d}-foto-{volume:03d}of{count:03d}{SUFFIX}"


def is_photo_name(name: str) -> bool:
    """Whether a file of our own outbox was named by `photo_name`."""
    return "-foto-" in name


def group_of(name: str) -> str:
    """What the names of all files have in common that were made together: sender, receiver, number."""
    return "-".join(name.split("-")[:3])


def front_of(short: str) -> str:
    """What the names of all files begin with that a computer of this short name makes."""
    return f"{_letters(short)}-"


def _letters(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9]", "", name)[:20] or "X"


def looks_like_package(path: Path) -> bool:
    """Whether a file begins as a package does; links and folders never do."""
    try:
        with _opened(path) as file:
            return file.read(len(MAGIC)) == MAGIC
    except errors.Damaged:
        return False


def peek(path: Path) -> Manifest:
    """The verified manifest alone, for listing; the rest is checked by `read`. Raises Damaged, Newer."""
    with _opened(path) as file:
        front = _front(path.name, file)
    try:
        return _verified(path.name, front)
    except errors.Refused:
        # Only the whole file tells whether its bytes were altered on the way or signed by another.
        return read(path).manifest


def read(path: Path) -> Sealed:
    """Read and verify one volume whole. Raises Damaged or Newer with what is wrong; never returns half."""
    name = path.name
    with _opened(path) as file:
        front = _front(name, file)
        size = os.fstat(file.fileno()).st_size
        if size > LARGEST_FILE:
            raise refusals.too_large(name)
        length = size - len(front.raw) - _TRAIL
        if length < 0:
            raise refusals.cut(name)
        body = file.read(length)
        trail = file.read(_TRAIL + 1)
    if trail[32:] != END:
        raise _without_end(name, front, size)
    whole = hashlib.sha256(front.raw)
    whole.update(body)
    if whole.digest() != trail[:32]:
        raise refusals.altered(name)
    head = _verified(name, front)
    if (len(body), hashlib.sha256(body).digest()) != head.volumes[head.volume - 1]:
        raise refusals.altered(name)
    whole.update(trail)
    return Sealed(path, head, body, whole.digest())


def unseal(sealed: Sealed, *, secrets: Iterable[str] = (), passphrase: str = "") -> Contents:
    """Open a volume with the box secrets of this office (older ones too), or a ready file with its word.

    Raises NotForUs, WrongSecret, and Damaged: Forged where the body was put into this package by another than the
    one who closed it, Altered where its author wrote what cannot be read.
    """
    sink = squeezing.Unsqueezer(contents.LARGEST_PLAIN)
    body = sealed.body
    try:
        match sealed.manifest.kind:
            case Kind.CARD:
                sink.write(body)
            case Kind.READY:
                if not _is_closed(body, Kind.READY):
                    raise wire.bad("no lock")
                only = boxes.unlock(body[: boxes.LOCK_LENGTH], passphrase)
                boxes.open_into(body[boxes.LOCK_LENGTH :], [only], sink)
            case Kind.DATA | Kind.PHOTO:
                boxes.open_into(body, secrets, sink)
        found = contents.unpack(sink.finish())
    except (wire.BadBytes, refusals.NotForUs, refusals.WrongSecret) as fault:
        raise refusals.named(fault, sealed.path.name) from fault
    if (found.sender, found.package) != (sealed.manifest.sender.key, sealed.manifest.id):
        raise refusals.forged(sealed.path.name)
    return found


class _Front(NamedTuple):
    """All that stands before the body, and in it the manifest and its signature."""

    raw: bytes
    manifest: bytes
    signature: bytes


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """A regular file for reading; links, folders, devices and pipes are not touched."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            raise refusals.not_a_package(path.name)
        with path.open("rb") as file:
            yield file
    except OSError as fault:
        raise refusals.unreadable(path.name, fault) from fault


def _front(name: str, file: BinaryIO) -> _Front:
    head = file.read(_HEAD)
    if not head.startswith(MAGIC[: len(head)]):
        raise refusals.not_a_package(name)
    length = int.from_bytes(head[len(MAGIC) :], "big")
    if length > LONGEST_MANIFEST:
        raise refusals.altered(name)
    rest = file.read(length + _SIGNATURE)
    if len(head) < _HEAD or len(rest) < length + _SIGNATURE:
        raise refusals.cut(name)
    return _Front(head + rest, rest[:length], rest[length:])


def _verified(name: str, front: _Front) -> Manifest:
    try:
        head = manifest.from_wire(front.manifest)
    except errors.Refused as fault:
        raise refusals.named(fault, name) from fault
    if not signatures.holds(head.sender.key, _CONTEXT + front.manifest, front.signature):
        raise refusals.forged(name)
    return head


def _without_end(name: str, front: _Front, size: int) -> errors.Damaged:
    """What it means that a file does not end as it should: the manifest tells its proper length."""
    try:
        head = _verified(name, front)
    except errors.Refused:
        return refusals.cut(name)
    proper = len(front.raw) + head.volumes[head.volume - 1][0] + _TRAIL
    return refusals.cut(name) if size < proper else refusals.altered(name)


def _is_closed(body: bytes, kind: Kind) -> bool:
    """Whether a body begins with a box, in a ready file behind its lock."""
    return body.startswith(boxes.FRONT, boxes.LOCK_LENGTH if kind is Kind.READY else 0)
