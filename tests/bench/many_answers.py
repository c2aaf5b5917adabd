# SPDX-License-Identifier: Apache-2.0
"""Answers by the million as an office would type them: ten thousand a kecamatan, made once and changed again."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from nacl import signing

from desk_app.data import sending
from desk_app.domain import records
from desk_app.journal import codec, streams
from desk_app.journal.change import Change, ChangeKind, Key
from desk_app.journal.streams import Dot, ReaderClass, Scope

EVENT = "pemilu-2024"
VILLAGES, STATIONS = 25, 20
ITEMS = (
    *(f"log.{word}" for word in "tinta bilik coblos segel ties formulir tunanetra salinan pengenal atk".split()),
    *("log.hujan", "log.bttb", "tps.berdiri", "tps.atap", "org.kpps", "org.linmas", "org.ptps", "kam.jaga"),
    *("lis.terang", "dis.akses"),
)
DISTRICT = VILLAGES * STATIONS * len(ITEMS)
"""Answers of one kecamatan."""

_ACTOR = 3
_BEGUN = 1_707_868_800


@dataclass(frozen=True, slots=True)
class Author:
    """Who types: a database of an office, and the office's key."""

    replica: bytes
    seed: bytes


SOMEBODY = Author(b"office of a test", bytes(range(32)))


@dataclass(frozen=True, slots=True)
class Sealed:
    """A run as it comes out of a package."""

    stream: bytes
    replica: bytes
    scope: Scope
    first: int
    before: bytes
    bodies: tuple[bytes, ...]
    seal: sending.SealRow

    def verify(self) -> None:
        """Check the author's signature, as every receiver does."""
        text = streams.seal_text(self.stream, self.replica, self.scope, self.seal.upto, self.seal.rolling)
        signing.VerifyKey(self.seal.office_key).verify(text, self.seal.signature)


def districts(count: int, province: int = 11) -> list[str]:
    """Codes of kecamatan, forty-two a regency, from a province on."""
    regencies = (f"{code}.{regency:02d}" for code in range(province, 95) for regency in range(20, 80))
    found = (f"{regency}.{number:02d}" for regency in regencies for number in range(1, 43))
    return list(itertools.islice(found, count))


def stations(district: str) -> Iterator[tuple[str, int]]:
    """The TPS of a kecamatan: village and number."""
    for village in range(1001, 1001 + VILLAGES):
        for station in range(1, STATIONS + 1):
            yield f"{district}.{village}", station


def keys(district: str) -> Iterator[Key]:
    for village, station in stations(district):
        for item in ITEMS:
            yield EVENT, f"{village}-{station:03d}", item


class Typed:
    """What one office types about one kecamatan: `turn` after turn all answers, made first and then changed."""

    def __init__(self, district: str, author: Author = SOMEBODY, most: int = DISTRICT) -> None:
        self._author = author
        self._key = signing.SigningKey(author.seed)
        self._scope = Scope(EVENT, district, ReaderClass.OPEN)
        self._stream = streams.stream_id(author.replica, self._scope)
        self._keys = list(itertools.islice(keys(district), most))
        self._rolling = streams.START
        self._count = 0
        self._turn = 0

    def turn(self) -> Sealed:
        bodies = [self._body(number, key) for number, key in enumerate(self._keys, 1)]
        self._turn += 1
        return self._sealed(bodies)

    def some(self, numbers: list[int]) -> Sealed:
        """A change of some answers only (numbers from 1), which were changed in every turn so far."""
        return self._sealed([self._body(number, self._keys[number - 1]) for number in numbers])

    def _body(self, number: int, key: Key) -> bytes:
        before = self._turn * DISTRICT + number - DISTRICT
        value = (number * 7 + self._turn) % 500
        fields: dict[int, str | int] = {2: value, 4: 1} if not self._turn else {2: value}
        change = Change(
            ChangeKind.SET if self._turn else ChangeKind.CREATE,
            records.ANSWER.no,
            key,
            fields,
            {2: (Dot(self._stream, before),)} if self._turn else {},
            depth=1 + self._turn,
            actor=_ACTOR,
            claimed=_BEGUN + number * 3,
        )
        return codec.encode(change, self._stream)

    def _sealed(self, bodies: list[bytes]) -> Sealed:
        before, first = self._rolling, self._count + 1
        self._rolling = streams.advance_all(before, bodies)
        self._count += len(bodies)
        text = streams.seal_text(self._stream, self._author.replica, self._scope, self._count, self._rolling)
        public, signature = bytes(self._key.verify_key), self._key.sign(text).signature
        seal = sending.SealRow(self._count, self._rolling, public, signature)
        return Sealed(self._stream, self._author.replica, self._scope, first, before, tuple(bodies), seal)
