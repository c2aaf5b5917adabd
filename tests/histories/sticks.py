# SPDX-License-Identifier: Apache-2.0
"""Packages on sticks: what they hold, and whether that is right, whatever happens to them later."""

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from nacl import exceptions, signing

from desk_app.exchange import contents, package
from desk_app.journal import streams
from tests.histories import properties, reading
from tests.histories.properties import require
from tests.histories.truth import Truth
from tests.histories.waiting import Brought


@dataclass(frozen=True, slots=True)
class Stick:
    """One file on a stick. `key`, `source`: of the office it comes from; `place`: of the office it is for."""

    path: Path
    id: bytes
    volume: int
    number: int
    key: bytes
    source: str
    place: str
    carried: contents.Contents

    @property
    def runs(self) -> list[Brought]:
        return [Brought(one.stream, one.first, one.bodies) for one in self.carried.segments]


def look(path: Path, secret: str) -> Stick:
    """Open a package with the box secret of its sender, who can read it as well as the receiver."""
    sealed = package.read(path)
    head = sealed.manifest
    carried = package.unseal(sealed, secrets=[secret])
    return Stick(
        path, head.id, head.volume, head.number, head.sender.key, head.sender.place, head.to[0].place, carried
    )


def are_right(volumes: Sequence[Stick], seen: reading.Seen, known: Truth, said: Mapping[bytes, int]) -> None:
    """P9, P10, P16, P17: all that the other has not said it holds, as its authors wrote it, and not a byte more."""
    brought: dict[bytes, set[int]] = {}
    for stick in volumes:
        _is_right(stick, known, brought)
    place = volumes[0].place
    for one in seen.streams.values():
        if one.scope is not None and one.replica is not None and properties.may_hold(place, one.scope):
            lacking = set(range(said.get(one.id, 0) + 1, one.held + 1)) - brought.get(one.id, set())
            require(not lacking, "P10: of", one.scope, lacking, "is not sent, and nobody said that it is there")


def _is_right(stick: Stick, known: Truth, brought: dict[bytes, set[int]]) -> None:
    for run in stick.carried.segments:
        allowed = properties.may_hold(stick.place, run.scope)
        require(allowed, "P17: for", stick.place, "there is something of", run.scope)
        require(known.streams.get(run.stream) == (run.replica, run.scope), "P16: a run of a stream nobody wrote")
        text = streams.seal_text(run.stream, run.replica, run.scope, run.seal.upto, run.seal.rolling)
        require(_signed(run.seal.office_key, text, run.seal.signature), "P16: a seal that its author did not make")
        for seq, body in enumerate(run.bodies, run.first):
            require(body in known.written[run.stream].get(seq, ()), "P16: change", seq, "is not as its author wrote it")
            brought.setdefault(run.stream, set()).add(seq)
    for statement in stick.carried.statements:
        scope = streams.Scope("", statement.place, statement.reader_class)
        require(properties.may_hold(stick.place, scope), "P17:", stick.place, "is told who holds what of", scope)
        for entry in statement.held:
            most = known.peaks.get((statement.replica, entry.stream), 0)
            require(entry.upto <= most, "P9: a statement says", entry.upto, "where at most", most, "was held")


@functools.lru_cache(20_000)
def _signed(key: bytes, text: bytes, signature: bytes) -> bool:
    try:
        signing.VerifyKey(key).verify(text, signature)
    except exceptions.BadSignatureError:
        return False
    return True
