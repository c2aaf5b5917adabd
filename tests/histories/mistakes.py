# SPDX-License-Identifier: Apache-2.0
"""Planted mistakes: each is a patch on a shipped function, and the histories must find it (exchange.md §20).

The program has no switches for them. What a patch takes the place of is looked up by name when it is planted, so that
a function that moves takes its mistake along or turns the suite red.
"""

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from desk_app.data import arriving, inbox, migrations, parcels, plain_rows, said, sending, streams, trust
from desk_app.data.projection import ALIVE_DISPUTED, ALIVE_NO, Projector
from desk_app.data.queues import Queue
from desk_app.data.receiving import Receiver
from desk_app.data.record_states import State
from desk_app.data.streams import StreamBook
from desk_app.exchange import package, segments
from desk_app.journal import codec, heads
from desk_app.operations import destinations, judging, package_making, package_parts, replicas, witness
from desk_app.operations import receiving as operations_receiving
from desk_app.operations import sending as operations_sending

Mistake = Callable[[pytest.MonkeyPatch], None]


def _standing(patch: pytest.MonkeyPatch, alter: Callable[[Any, Any, int, int, Any, dict[int, int]], Any]) -> None:
    """Alter which changes stand after one was applied."""
    honest = Projector._stand

    def stand(self: Any, state: Any, no: int, key: int, one: Any) -> None:
        before = dict(state.standing(no))
        honest(self, state, no, key, one)
        state.heads[no] = alter(self, state, no, key, one, before)

    patch.setattr(Projector, "_stand", stand)


def lww_clock(patch: pytest.MonkeyPatch) -> None:
    """Of two values the one with the later clock stands."""

    def newest(self: Any, state: Any, no: int, key: int, one: Any, before: dict[int, int]) -> dict[int, int]:
        found = state.heads[no]
        last = max(found, key=lambda head: (self.change(head).claimed, self._book.dot(head)))
        return {last: found[last]}

    _standing(patch, newest)


def last_import_wins(patch: pytest.MonkeyPatch) -> None:
    """What comes in last stands."""
    _standing(patch, lambda self, state, no, key, one, before: {key: one.depth})


def keep_superseded(patch: pytest.MonkeyPatch) -> None:
    """What was replaced goes on standing."""
    _standing(patch, lambda self, state, no, key, one, before: before | state.heads[no])


def delete_wins(patch: pytest.MonkeyPatch) -> None:
    """A deletion hides the edit that it had not seen."""
    honest = Projector._alive

    def alive(self: Any, state: Any) -> int:
        found = honest(self, state)
        return ALIVE_NO if found == ALIVE_DISPUTED else found

    patch.setattr(Projector, "_alive", alive)


def no_observed(patch: pytest.MonkeyPatch) -> None:
    """A deletion does not say what it has seen, and the receiver does not ask."""
    patch.setattr(State, "all_heads", lambda self: set())


def conflicts_forgotten(patch: pytest.MonkeyPatch) -> None:
    """Disagreements are not listed."""
    patch.setattr(Projector, "_mark", lambda self, writing, state, no, disputed: None)


def local_winner(patch: pytest.MonkeyPatch) -> None:
    """Of several values each office shows the one with the greatest local key."""
    honest = Projector._shown

    def shown(self: Any, state: Any, no: int) -> Any:
        own = max(state.heads[no])
        return heads.value_of(self.change(own), no) if len(state.heads[no]) > 1 else honest(self, state, no)

    patch.setattr(Projector, "_shown", shown)


def drop_unknown(patch: pytest.MonkeyPatch) -> None:
    """Kinds and fields of a newer version are not noted, and nothing of them shows after the upgrade."""
    honest = Projector._stand

    def stand(self: Any, state: Any, no: int, key: int, one: Any) -> None:
        if no <= 0 or (state.declared is not None and state.declared.numbered(no) is not None):
            honest(self, state, no, key, one)

    patch.setattr(Projector, "_stand", stand)


def forget_strangers(patch: pytest.MonkeyPatch) -> None:
    """After an upgrade the records that waited for it are not projected."""
    patch.setattr(migrations, "project_waiting", lambda connection: 0)


def plain_without_looking(patch: pytest.MonkeyPatch) -> None:
    """The short way of an import takes each change for what it seems, and looks for no other that stands."""
    honest = plain_rows.PlainRows.find

    def find(self: Any) -> Any:
        found = honest(self)
        self.odd = list
        return found

    patch.setattr(plain_rows.PlainRows, "find", find)


def ack_on_send(patch: pytest.MonkeyPatch) -> None:
    """What was sent counts as received."""
    honest = operations_sending.prepare

    def prepare(desk: Any, to: str, **more: Any) -> Any:
        prepared = yield from honest(desk, to, **more)

        def run() -> None:
            with desk.store.writing() as connection:
                for card in trust.cards_at(connection, to):
                    replica = said.last_heard(connection, card.key) or card.key[:16]
                    for volume in parcels.of_package(connection, prepared.package):
                        for reach in parcels.reach_of(volume.upto):
                            said.note(connection, card.key, replica, reach.stream, reach.upto, reach.rolling)

        desk.on_writer(run)
        return prepared

    patch.setattr(operations_sending, "prepare", prepare)


def claim_what_waits(patch: pytest.MonkeyPatch) -> None:
    """A statement names what has come, though a part of it still waits (fast forward)."""
    honest = package_parts.streams.all_streams

    def all_streams(connection: Any) -> Any:
        found = honest(connection)
        for one in found:
            last = sending.last_seal(connection, one.no)
            if last is not None and last.upto > one.held:
                one.held, one.rolling = last.upto, last.rolling
        return found

    def statements_of(desk: Any, connection: Any, reads: Any, version: int) -> Any:
        with pytest.MonkeyPatch.context() as here:
            here.setattr(package_parts.streams, "all_streams", all_streams)
            return honest_statements(desk, connection, reads, version)

    honest_statements = package_parts.statements_of
    patch.setattr(package_parts, "statements_of", statements_of)


def no_gate(patch: pytest.MonkeyPatch) -> None:
    """A change is put in though something that it names is not here."""
    patch.setattr(StreamBook, "holds", lambda self, dot: True)


def nothing_waits(patch: pytest.MonkeyPatch) -> None:
    """What cannot be put in yet is thrown away."""
    patch.setattr(inbox, "keep", lambda connection, no, first, bodies: None)


def torn_groups(patch: pytest.MonkeyPatch) -> None:
    """What one transaction wrote is put in by halves."""
    patch.setattr(Queue, "_follows", lambda self, seq: False)


def no_reincarnate(patch: pytest.MonkeyPatch) -> None:
    """A restored or copied database goes on under its old identity."""
    patch.setattr(replicas, "renew", lambda desk, **more: desk.identity.replica)


def blind_witness(patch: pytest.MonkeyPatch) -> None:
    """Nobody looks at the witness."""
    patch.setattr(witness, "goes_on", lambda desk: True)


def reapply(patch: pytest.MonkeyPatch) -> None:
    """What is here already is applied once more."""
    honest = Receiver.take_run

    def take_run(self: Any, run: arriving.Run) -> None:
        stream = self._book.of(run.replica, run.scope)
        again = Projector(self._connection, self._book)
        for seq, body in enumerate(run.bodies, run.first):
            if seq <= stream.held:
                one = codec.read(body, stream.id)
                if again.number_of(one) is not None:
                    again.apply(stream.key(seq), one)
        again.flush()
        honest(self, run)

    patch.setattr(Receiver, "take_run", take_run)


def split_commit(patch: pytest.MonkeyPatch) -> None:
    """An import is committed before its rows, readiness and register are written."""
    honest = operations_receiving.judging.take_statements

    def take_statements(desk: Any, connection: Any, told: Any, judged: Any) -> None:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        honest(desk, connection, told, judged)

    patch.setattr(operations_receiving.judging, "take_statements", take_statements)


def fork_overlooked(patch: pytest.MonkeyPatch) -> None:
    """A number that was used twice is taken for the same change."""

    def take_run(self: Any, run: arriving.Run) -> None:
        stream = self._book.of(run.replica, run.scope)
        if run.upto <= stream.held:
            return
        queue = self._queue_of(stream)
        sending.add_seal(self._connection, stream.no, run.seal)
        if run.first <= queue.upto + 1:
            queue.join(run)
        else:
            inbox.keep(self._connection, stream.no, run.first, run.bodies)

    patch.setattr(Receiver, "take_run", take_run)
    patch.setattr(said, "keep", _without_differing(said.keep))


def _without_differing(honest: Callable[..., Any]) -> Callable[..., Any]:
    def keep(*told: Any) -> list[bytes]:
        honest(*told)
        return []

    return keep


def scope_leak(patch: pytest.MonkeyPatch) -> None:
    """The package holds everything, and the receiver leaves out what is not for it (filter after export)."""
    patch.setattr(destinations, "reader", lambda desk, place: lambda scope: True)


def relay_reencodes(patch: pytest.MonkeyPatch) -> None:
    """A relay writes the changes of others anew, and seals them with its own key."""
    honest = package_making._segment

    def segment(run: Any) -> Any:
        one = honest(run)
        bodies = tuple(_written_anew(body, one.stream) for body in one.bodies)
        return dataclasses.replace(one, bodies=bodies)

    patch.setattr(package_making, "_segment", segment)


def _written_anew(body: bytes, stream: bytes) -> bytes:
    return codec.encode(dataclasses.replace(codec.read(body, stream), actor=1, salt=b""), stream)


def count_bad_signature(patch: pytest.MonkeyPatch) -> None:
    """A seal is believed whoever made it."""
    patch.setattr(segments, "seal_holds", lambda seal, text: True)


def trust_the_sender(patch: pytest.MonkeyPatch) -> None:
    """Who brings a package is believed for all that is in it; the author is not judged."""
    patch.setattr(judging, "_verdict", lambda desk, connection, run: ("", ""))


def hash_unchecked(patch: pytest.MonkeyPatch) -> None:
    """The head of a package is believed without its signature, and the whole without its hash."""
    patch.setattr(package, "_verified", lambda name, front: package.manifest.from_wire(front.manifest))
    honest = package.hashlib.sha256

    class Agreeable:
        """A hash that equals any other."""

        def __init__(self, data: bytes = b"") -> None:
            self._honest = honest(data)

        def update(self, data: bytes) -> None:
            self._honest.update(data)

        def digest(self) -> bytes:
            return _Any(self._honest.digest())

    class _Any(bytes):
        def __eq__(self, other: object) -> bool:
            return True

        def __ne__(self, other: object) -> bool:
            return False

        __hash__ = bytes.__hash__

    class Lenient:
        sha256 = Agreeable

    patch.setattr(package, "hashlib", Lenient)


def seal_short(patch: pytest.MonkeyPatch) -> None:
    """The last change of each stream is left out of what is sealed, and so of what is sent."""
    honest = streams.all_streams

    def all_streams(connection: Any) -> Any:
        return [dataclasses.replace(one, held=max(0, one.held - 1)) for one in honest(connection)]

    def seal_own(connection: Any, own: Any, sign: Any) -> None:
        with pytest.MonkeyPatch.context() as here:
            here.setattr(sending.streams, "all_streams", all_streams)
            honest_seal(connection, own, sign)

    honest_seal = sending.seal_own
    patch.setattr(sending, "seal_own", seal_own)


ALL: tuple[Mistake, ...] = (
    lww_clock, last_import_wins, keep_superseded, delete_wins, no_observed, conflicts_forgotten, local_winner,
    drop_unknown, forget_strangers, plain_without_looking, ack_on_send, claim_what_waits, no_gate, nothing_waits,
    torn_groups, no_reincarnate, blind_witness, reapply, split_commit, fork_overlooked, scope_leak, relay_reencodes,
    count_bad_signature, trust_the_sender, hash_unchecked, seal_short,
)  # fmt: skip
