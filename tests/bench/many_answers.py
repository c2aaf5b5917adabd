# SPDX-License-Identifier: Apache-2.0
"""Answers by the million as an office would type them: ten thousand a kecamatan, made once and changed again."""

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
ITEMS = tuple(
    f"log.{word}" for word in "kotak bilik tinta coblos segel sampul surat hujan meja kursi".split()
) + tuple(f"tps.{word}" for word in "berdiri atap lampu pagar papan jalan sinyal listrik air toilet".split())
DISTRICT = VILLAGES * STATIONS * len(ITEMS)
"""Answers of one kecamatan."""

_KEY = signing.SigningKey(bytes(range(32)))
_REPLICA = b"office of a test"
_ACTOR = 3
_BEGUN = 1_707_868_800


@dataclass(frozen=True, slots=True)
class Sealed:
    """A run as it comes out of a package."""

    stream: bytes
    scope: Scope
    first: int
    before: bytes
    bodies: tuple[bytes, ...]
    seal: sending.SealRow

    @property
    def replica(self) -> bytes:
        return _REPLICA

    def verify(self) -> None:
        """Check the author's signature, as every receiver does."""
        text = streams.seal_text(self.stream, _REPLICA, self.scope, self.seal.upto, self.seal.rolling)
        signing.VerifyKey(self.seal.office_key).verify(text, self.seal.signature)


def districts(count: int) -> list[str]:
    """Codes of kecamatan, twenty a regency."""
    regencies = (f"{province}.{regency:02d}" for province in range(11, 95) for regency in range(1, 80))
    return [f"{next(regencies)}.{number:02d}" for _ in range(-(-count // 20)) for number in range(1, 21)][:count]


def keys(district: str) -> Iterator[Key]:
    for village in range(1001, 1001 + VILLAGES):
        for station in range(1, STATIONS + 1):
            for item in ITEMS:
                yield EVENT, f"{district}.{village}-{station:03d}", item


class Typed:
    """What one office types about one kecamatan: `turn` after turn all answers, made first and then changed."""

    def __init__(self, district: str) -> None:
        self._scope = Scope(EVENT, district, ReaderClass.OPEN)
        self._stream = streams.stream_id(_REPLICA, self._scope)
        self._keys = list(keys(district))
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
        text = streams.seal_text(self._stream, _REPLICA, self._scope, self._count, self._rolling)
        seal = sending.SealRow(self._count, self._rolling, bytes(_KEY.verify_key), _KEY.sign(text).signature)
        return Sealed(self._stream, self._scope, first, before, tuple(bodies), seal)
