# SPDX-License-Identifier: Apache-2.0
"""Streams written by hand: any change a clever or broken program could seal, handed to an office as runs."""

from collections.abc import Mapping
from typing import Any

from desk_app.data import arrivals, receiving, sending
from desk_app.data.taken import Taken
from desk_app.domain import records
from desk_app.journal import codec, streams
from desk_app.journal.change import Change, ChangeKind, Key, Value
from desk_app.journal.streams import Dot, ReaderClass, Scope
from tests.data.offices import EVENT, VILLAGE, Office

TEMPE = Scope(EVENT, "73.13.06", ReaderClass.OPEN)
STATION: Key = (EVENT, VILLAGE, 1)
USUAL = {"actor": 1, "claimed": 1_707_868_800}
Run = tuple[bytes, bytes, Scope, int, bytes, list[bytes], sending.SealRow]


class Written:
    """One stream: `add` writes the next change, `run` seals some and gives them as they come to a receiver."""

    def __init__(self, replica: bytes = b"w" * 16, scope: Scope = TEMPE) -> None:
        self.replica = replica
        self.scope = scope
        self.id = streams.stream_id(replica, scope)
        self.bodies: list[bytes] = []
        self.changes: dict[Dot, Change] = {}

    def add(self, change: Change) -> Dot:
        dot = Dot(self.id, len(self.bodies) + 1)
        self.bodies.append(codec.encode(change, self.id))
        self.changes[dot] = change
        return dot

    def add_bytes(self, body: bytes) -> None:
        self.bodies.append(body)

    def create(self, fields: Mapping[int, Value], key: Key | None = STATION, **more: Any) -> Dot:
        kind = more.pop("type", records.STATION.no)
        return self.add(Change(ChangeKind.CREATE, kind, key, dict(fields), **{**USUAL, **more}))

    def set(self, fields: Mapping[int, Value], *preds: Dot, key: Key | Dot = STATION, **more: Any) -> Dot:
        """Sets fields; each of the changes named is replaced in all of them."""
        named = dict.fromkeys(fields, preds) if preds else {}
        kind = more.pop("type", records.STATION.no)
        return self.add(Change(ChangeKind.SET, kind, key, dict(fields), named, **{"depth": 2, **USUAL, **more}))

    def run(self, after: int = 0, upto: int | None = None) -> Run:
        upto = len(self.bodies) if upto is None else upto
        before = streams.advance_all(streams.START, self.bodies[:after])
        bodies = self.bodies[after:upto]
        seal = sending.SealRow(upto, streams.advance_all(before, bodies), b"k" * 32, b"signature")
        return self.id, self.replica, self.scope, after + 1, before, bodies, seal


def take(office: Office, *runs: Run, most: int | None = None) -> Taken:
    """Receive runs in one transaction."""
    with office.store.writing() as connection:
        arrival = arrivals.next_number(connection)
        arrivals.add(connection, arrival, 0, "import", 1, "uji")
        receiver = receiving.Receiver(connection, arrival, at=7, most=most)
        for run in runs:
            receiver.take(*run)
        receiver.settle()
    return receiver.taken
