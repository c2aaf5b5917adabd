# SPDX-License-Identifier: Apache-2.0
"""A package put together in the outbox, volume after volume, closed for its receivers and signed."""

import contextlib
import dataclasses
import functools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import desk_app
from desk_app.base import fault_words, files
from desk_app.base.progress import Progress, Steps
from desk_app.data import attachments_travelling, parcels, streams, unsent_list
from desk_app.data import sending as data_sending
from desk_app.data.database import Connection
from desk_app.domain import errors, words
from desk_app.exchange import contents, manifest, package, segments
from desk_app.journal import digest
from desk_app.journal import streams as journal_streams
from desk_app.operations import attachments_sending, changed, destinations, package_parts, replicas, witness
from desk_app.operations.desk import OUTBOX, Desk

N_ = words.N_


@dataclass(frozen=True, slots=True)
class Prepared:
    """A package in the outbox, whole, before it goes to a stick."""

    files: tuple[Path, ...]
    number: int
    changes: int
    to: str
    mark: bytes
    package: bytes
    size: int
    entries: int = 0
    photos: tuple[Path, ...] = ()
    pictures: int = 0

    @property
    def all_files(self) -> tuple[Path, ...]:
        """The data, then the photos."""
        return self.files + self.photos


def with_photos(
    desk: Desk, prepared: Prepared, to: list[tuple[str, bytes]], recipients: list[str]
) -> Steps[Prepared]:
    """Put the photos that go with a package beside it in the outbox, volume after volume."""
    own, offices = desk.identity, [key for _place, key in to]
    with desk.reading() as connection:
        said_ = destinations.said_at(desk, connection, prepared.to)
        chosen = attachments_sending.chosen(desk, connection, destinations.reader(desk, prepared.to), said_, offices)
    count = len(attachments_sending.volumes_of(chosen))
    made = attachments_sending.sealed_volumes(desk, chosen, _sender(desk), to, recipients, prepared.number)
    written: list[Path] = []
    size = 0
    with _outbox(desk, written) as outbox:
        for index, data in enumerate(made, 1):
            yield Progress(index, count, N_("Menyiapkan foto"))
            name = package.photo_name(own.register, prepared.to, prepared.number, index, count)
            files.write_whole(outbox / name, data)
            size += len(data)
            written.append(outbox / name)
    desk.on_writer(functools.partial(_note_served, desk, offices))
    return dataclasses.replace(
        prepared, photos=tuple(written), pictures=len(chosen), size=prepared.size + size
    )


def make(
    desk: Desk,
    *,
    kind: manifest.Kind,
    to: list[tuple[str, bytes]],
    number: int,
    parts: Callable[[Connection], package_parts.Parts],
    close: Callable[[Iterable[bytes]], Iterable[bytes]],
) -> Steps[Prepared]:
    """Put a package together in the outbox, read on a connection of its own so that typing goes on. Raises Refused."""
    own = desk.identity
    package_id = desk.dice(16)
    reach: dict[bytes, parcels.Reach] = {}
    spans: list[tuple[int, int]] = []
    changes = 0

    def counted(runs: Iterable[data_sending.Run]) -> Iterable[segments.Segment]:
        nonlocal changes
        for run in runs:
            changes += len(run.bodies)
            reach[run.stream.id] = parcels.Reach(run.stream.id, run.seal.upto, run.seal.rolling)
            spans.append((run.stream.key(run.first - 1), run.stream.key(run.seal.upto)))
            yield _segment(run)

    bodies = []
    with desk.reading() as connection:
        made = parts(connection)
        rides = dataclasses.replace(made.rides, sender=own.public, package=package_id)
        for body in close(contents.pack(rides, counted(made.runs))):
            bodies.append(body)
            yield Progress(len(bodies), None, N_("Menyiapkan kiriman"))
        entries = unsent_list.records_in(connection, spans, changes)
    written: list[Path] = []
    place = to[0][0]
    volumes = package.volumes(
        bodies,
        own.seed,
        _sender(desk),
        kind=kind,
        package_id=package_id,
        to=to,
        number=number,
        clock=desk.now(),
        version=desk_app.__version__,
    )
    size = 0
    with _outbox(desk, written) as outbox:
        for index, data in enumerate(volumes, 1):
            name = package.file_name(own.register, place, number, index, len(bodies))
            files.write_whole(outbox / name, data)
            size += len(data)
            written.append(outbox / name)
            yield Progress(index, len(bodies), N_("Menyiapkan kiriman"))
    mark = package.peek(written[0]).mark
    if kind is manifest.Kind.DATA:
        lines = [
            parcels.Parcel(
                id=package_id if index == 1 else desk.dice(16),
                direction="out",
                office=None,
                office_name=place,
                number=number,
                at=desk.now(),
                file=path.name,
                mark=mark,
                arrival=None,
                counts=str(entries if index == 1 else 0),
                package=package_id,
                replica=own.replica,
                volume=index,
                volumes=len(written),
                place=place,
                upto=parcels.reach_bytes(reach.values()) if index == 1 else b"",
            )
            for index, path in enumerate(written, 1)
        ]
        desk.on_writer(functools.partial(_register, desk, lines))
        desk.news.tell(changed.Changed(frozenset({"exchange"})))
    return Prepared(tuple(written), number, changes, place, mark, package_id, size, entries)


@contextlib.contextmanager
def _outbox(desk: Desk, written: Iterable[Path]) -> Iterator[Path]:
    """The folder that packages are put together in; where the disk refuses, none of what was `written` stays."""
    folder = desk.folder / OUTBOX
    try:
        folder.mkdir(exist_ok=True)
        yield folder
    except OSError as fault:
        with contextlib.suppress(OSError):
            for path in written:
                path.unlink()
        raise errors.Refused(
            N_(
                "Kiriman tidak dapat disimpan di komputer ini: {reason}. Isian tetap aman. Kosongkan ruang di disk, "
                "lalu kirim lagi."
            ),
            reason=fault_words.of(fault),
        ) from fault


def code_of(mark: bytes) -> str:
    """The code that two people compare: four blocks of four (80 bits)."""
    return digest.words(mark)


def seal_everything(desk: Desk) -> None:
    """Seal what this office has written, under whatever replica id, so that nothing of it is left behind."""
    mine = replicas.own_replicas(desk)

    def run() -> None:
        with desk.store.writing() as connection:
            data_sending.seal_own(connection, mine, functools.partial(_sign, desk))

    desk.on_writer(run)


def make_ready(desk: Desk) -> None:
    """A database that was restored or copied takes its new identity first; then the witness moves on."""
    replicas.ensure(desk)
    seal_everything(desk)
    witness.turn(desk)


def _segment(run: data_sending.Run) -> segments.Segment:
    if run.stream.replica is None or run.stream.scope is None:
        raise ValueError("only a stream with a scope is sent")
    seal = segments.Seal(run.seal.office_key, run.seal.upto, run.seal.rolling, run.seal.signature)
    return segments.Segment(
        stream=run.stream.id,
        replica=run.stream.replica,
        scope=run.stream.scope,
        first=run.first,
        before=run.before,
        bodies=run.bodies,
        seal=seal,
    )


def _sign(desk: Desk, one: streams.Stream, upto: int, rolling: bytes) -> data_sending.SealRow:
    if one.replica is None or one.scope is None:
        raise ValueError("only a stream with a scope is sealed")
    text = journal_streams.seal_text(one.id, one.replica, one.scope, upto, rolling)
    seal = segments.make_seal(desk.identity.seed, text, upto, rolling)
    return data_sending.SealRow(seal.upto, seal.rolling, seal.office_key, seal.signature)


def _sender(desk: Desk) -> manifest.Sender:
    own = desk.identity
    return manifest.Sender(own.public, own.name, own.level, own.place, own.replica, own.short, own.recipient)


def _note_served(desk: Desk, offices: list[bytes]) -> None:
    with desk.store.writing() as connection:
        attachments_travelling.note_served(connection, offices)


def _register(desk: Desk, lines: Iterable[parcels.Parcel]) -> None:
    with desk.store.writing() as connection:
        for parcel in lines:
            parcels.register(connection, parcel)
