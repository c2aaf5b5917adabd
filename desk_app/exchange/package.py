# SPDX-License-Identifier: Apache-2.0
"""The package file: signed volumes that are whole or refused (exchange.md §10, plain form).

    "DESKX1\\r\\n" | manifest length (4) | manifest (canonical CBOR) | signature (64) | body
    | SHA-256 of all before (32) | "DESKEND\\n"

A package is one or more volumes with the same manifest but for its volume number; the manifest names the length and
hash of every body, so that volumes of two exports are never mixed. A body is a compressed list of segments (runs of
one stream with the seal of its author) and the sender's statement of what it holds. A file is a package by its first
eight bytes, whatever its name.
"""

import hashlib
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cbor2
from nacl import exceptions, signing

from desk_app.domain import errors, words
from desk_app.journal.streams import ReaderClass, Scope

N_ = words.N_

MAGIC = b"DESKX1\r\n"
END = b"DESKEND\n"
SUFFIX = ".desk"
FOLDER = "DESK"
FORMAT = 1
LONGEST_MANIFEST = 1 << 20
LARGEST_FILE = 256 << 20
LARGEST_BODY = 512 << 20
"""A body unpacks to at most this; what would be larger is hostile."""

VOLUME = 32 << 20
"""Raw bytes of changes in one volume, and so in one transaction at the receiver."""

LONGEST_NAME = 1000

_CONTEXT = b"desk package 1\n"
_STRANGE = (
    zlib.error,
    cbor2.CBORError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    OverflowError,
    MemoryError,
    RecursionError,
)
"""What reading hostile bytes may come to: all of it means that the file is not what it says."""


@dataclass(frozen=True, slots=True)
class Sender:
    """Who made a package: the office's public key and what it calls itself."""

    key: bytes
    name: str
    level: str
    place: str
    replica: bytes
    short: str


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


@dataclass(frozen=True, slots=True)
class Statement:
    """What the sender says it holds of a stream."""

    stream: bytes
    upto: int
    rolling: bytes


@dataclass(frozen=True, slots=True)
class Manifest:
    """The head of a package; `clock` is the sender's, shown with doubt. `to`: the place it is meant for."""

    id: bytes
    sender: Sender
    to: str
    number: int
    volume: int
    volumes: tuple[tuple[int, bytes], ...]
    changes: int
    clock: int
    version: str


@dataclass(frozen=True, slots=True)
class Volume:
    """One volume, verified: its manifest and what it carries."""

    path: Path
    manifest: Manifest
    segments: tuple[Segment, ...]
    statements: tuple[Statement, ...]
    sha256: bytes


def pack(segments: Sequence[Segment], statements: Sequence[Statement]) -> list[bytes]:
    """The bodies of a package: segments in volumes of about 32 MiB, none split; the statement rides in each."""
    bodies: list[bytes] = []
    batch: list[Segment] = []
    size = 0
    for segment in segments:
        weight = sum(len(body) for body in segment.bodies)
        if batch and size + weight > VOLUME:
            bodies.append(_body(batch, statements))
            batch, size = [], 0
        batch.append(segment)
        size += weight
    bodies.append(_body(batch, statements))
    return bodies


def volumes(
    bodies: Sequence[bytes],
    seed: bytes,
    sender: Sender,
    *,
    package_id: bytes,
    to: str,
    number: int,
    changes: int,
    clock: int,
    version: str,
) -> Iterable[bytes]:
    """The files of a package, signed with the office's key (its 32-byte seed), one after another."""
    key = signing.SigningKey(seed)
    listed = [[len(body), hashlib.sha256(body).digest()] for body in bodies]
    for index, body in enumerate(bodies, 1):
        manifest = cbor2.dumps(
            {
                "v": FORMAT,
                "min_reader": FORMAT,
                "id": package_id,
                "from": [
                    sender.key,
                    sender.name,
                    sender.level,
                    sender.place,
                    sender.replica,
                    sender.short,
                ],
                "to": to,
                "no": number,
                "volume": index,
                "volumes": listed,
                "changes": changes,
                "clock": clock,
                "app": version,
            },
            canonical=True,
        )
        signature = key.sign(_CONTEXT + manifest).signature
        front = MAGIC + len(manifest).to_bytes(4, "big") + manifest + signature + body
        yield front + hashlib.sha256(front).digest() + END


def file_name(short: str, to: str, number: int, volume: int, count: int) -> str:
    """The name on the stick: ASCII, no time; nobody relies on it."""
    return f"{short}-{to.replace('.', '')}-{number:06d}-{volume:03d}of{count:03d}{SUFFIX}"


def looks_like_package(path: Path) -> bool:
    """Whether a file begins as a package does; links and folders never do."""
    try:
        if path.is_symlink() or not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except OSError:
        return False


def peek(path: Path) -> Manifest:
    """The verified manifest alone, for listing; the rest is checked by `read`. Raises Damaged, Refused."""
    with path.open("rb") as file:
        head = file.read(len(MAGIC) + 4)
        length = int.from_bytes(head[len(MAGIC) :], "big")
        if head[: len(MAGIC)] != MAGIC or length > LONGEST_MANIFEST:
            raise errors.Damaged(N_("{file} bukan kiriman Desk."), file=path.name)
        rest = file.read(length + 64)
    if len(rest) < length + 64:
        raise _cut(path)
    return _manifest(path, rest[:length], rest[length:])


def read(path: Path) -> Volume:
    """Read and verify one volume whole. Raises Damaged with what is wrong; never returns half."""
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise errors.Damaged(N_("{file} terlalu besar untuk sebuah kiriman."), file=path.name)
        data = path.read_bytes()
    except OSError as fault:
        raise errors.Damaged(
            N_("{file} tidak dapat dibaca dari flashdisk ({reason}). Coba salin sekali lagi."),
            file=path.name,
            reason=fault.strerror or "",
        ) from fault
    if data[: len(MAGIC)] != MAGIC:
        raise errors.Damaged(N_("{file} bukan kiriman Desk."), file=path.name)
    tail = len(data) - len(END) - 32
    if tail < len(MAGIC) + 4 or data[-len(END) :] != END:
        raise _cut(path)
    if hashlib.sha256(data[:tail]).digest() != data[tail : tail + 32]:
        raise _altered(path)
    length = int.from_bytes(data[len(MAGIC) : len(MAGIC) + 4], "big")
    start = len(MAGIC) + 4
    body_at = start + length + 64
    if length > LONGEST_MANIFEST or body_at > tail:
        raise _altered(path)
    manifest = _manifest(path, data[start : start + length], data[start + length : body_at])
    body = data[body_at:tail]
    told = manifest.volumes[manifest.volume - 1]
    if (len(body), hashlib.sha256(body).digest()) != told:
        raise _altered(path)
    segments, statements = _unpack(path, body)
    return Volume(path, manifest, segments, statements, hashlib.sha256(data).digest())


def make_seal(seed: bytes, text: bytes, upto: int, rolling: bytes) -> Seal:
    key = signing.SigningKey(seed)
    return Seal(bytes(key.verify_key), upto, rolling, key.sign(text).signature)


def seal_holds(seal: Seal, text: bytes) -> bool:
    """Whether the author's signature is over exactly this stream, length and hash."""
    try:
        signing.VerifyKey(seal.office_key).verify(text, seal.signature)
    except (exceptions.BadSignatureError, ValueError):
        return False
    return True


def _body(segments: Sequence[Segment], statements: Sequence[Statement]) -> bytes:
    raw = cbor2.dumps(
        [
            [
                [
                    one.stream,
                    one.replica,
                    one.scope.event,
                    one.scope.place,
                    int(one.scope.reader_class),
                    one.first,
                    one.before,
                    list(one.bodies),
                    [one.seal.office_key, one.seal.upto, one.seal.rolling, one.seal.signature],
                ]
                for one in segments
            ],
            [[one.stream, one.upto, one.rolling] for one in statements],
        ]
    )
    return zlib.compress(raw, 6)


def _unpack(path: Path, body: bytes) -> tuple[tuple[Segment, ...], tuple[Statement, ...]]:
    try:
        inflating = zlib.decompressobj()
        raw = inflating.decompress(body, LARGEST_BODY)
        if inflating.unconsumed_tail or not inflating.eof or inflating.unused_data:
            raise _altered(path)
        segments, statements = cbor2.loads(raw)
        return (
            tuple(_segment(one) for one in segments),
            tuple(Statement(_bytes(one[0], 16), _count(one[1]), _bytes(one[2], 32)) for one in statements),
        )
    except errors.Refused:
        raise
    except _STRANGE as fault:
        raise _altered(path) from fault


def _segment(wire: Any) -> Segment:
    stream, replica, event, place, reader_class, first, before, bodies, seal = wire
    if not isinstance(event, str) or not isinstance(place, str):
        raise TypeError("scope")
    return Segment(
        stream=_bytes(stream, 16),
        replica=_bytes(replica, 16),
        scope=Scope(event, place, ReaderClass(reader_class)),
        first=_count(first),
        before=_bytes(before, 32),
        bodies=tuple(_bytes(body) for body in bodies),
        seal=Seal(_bytes(seal[0], 32), _count(seal[1]), _bytes(seal[2], 32), _bytes(seal[3], 64)),
    )


def _manifest(path: Path, raw: bytes, signature: bytes) -> Manifest:
    try:
        data = cbor2.loads(raw)
        if _integer(data["min_reader"]) > FORMAT:
            raise errors.Refused(
                N_(
                    "{file} dibuat oleh versi program yang lebih baru. Perbarui program, kiriman ini disimpan."
                ),
                file=path.name,
            )
        key, name, level, place, replica, short = data["from"]
        signing.VerifyKey(_bytes(key, 32)).verify(_CONTEXT + raw, signature)
        listed = tuple((_count(length), _bytes(digest, 32)) for length, digest in data["volumes"])
        volume = _count(data["volume"])
        if not 1 <= volume <= len(listed) or cbor2.dumps(data, canonical=True) != raw:
            raise ValueError("manifest")
        return Manifest(
            id=_bytes(data["id"], 16),
            sender=Sender(key, _text(name), _text(level), _text(place), _bytes(replica, 16), _text(short)),
            to=_text(data["to"]),
            number=_count(data["no"]),
            volume=volume,
            volumes=listed,
            changes=_count(data["changes"]),
            clock=_integer(data["clock"]),
            version=_text(data["app"]),
        )
    except errors.Refused:
        raise
    except exceptions.BadSignatureError as fault:
        raise errors.Damaged(
            N_("{file}: tanda pengirim tidak cocok. Kiriman ini tidak dipakai; minta kiriman ulang."),
            file=path.name,
        ) from fault
    except _STRANGE as fault:
        raise _altered(path) from fault


def _bytes(value: Any, length: int | None = None) -> bytes:
    if type(value) is not bytes or (length is not None and len(value) != length):
        raise TypeError("bytes expected")
    return value


def _text(value: Any) -> str:
    if type(value) is not str or len(value) > LONGEST_NAME:
        raise TypeError("text expected")
    return value


def _integer(value: Any) -> int:
    if type(value) is not int or not -(1 << 63) <= value < 1 << 63:
        raise TypeError("integer expected")
    return value


def _count(value: Any) -> int:
    if type(value) is not int or not 0 <= value < 1 << 40:
        raise TypeError("count expected")
    return value


def _cut(path: Path) -> errors.Damaged:
    return errors.Damaged(
        N_(
            "{file} terpotong: akhir berkas tidak ada. Flashdisk mungkin dicabut terlalu cepat; minta kiriman ulang."
        ),
        file=path.name,
    )


def _altered(path: Path) -> errors.Damaged:
    return errors.Damaged(
        N_("{file} rusak atau diubah. Tidak ada yang dimasukkan; minta kiriman ulang."), file=path.name
    )
