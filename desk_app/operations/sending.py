# SPDX-License-Identifier: Apache-2.0
"""Kirim Data: what another office lacks, as a package, written whole to a stick and read back."""

import functools
import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path

import desk_app
from desk_app.base import files
from desk_app.base.progress import Progress, Steps
from desk_app.data import parcels, streams
from desk_app.data import sending as data_sending
from desk_app.domain import errors, places, words
from desk_app.exchange import package
from desk_app.journal import streams as journal_streams
from desk_app.operations import changed
from desk_app.operations.desk import OUTBOX, Desk

N_ = words.N_


@dataclass(frozen=True, slots=True)
class Destination:
    """An office that packages can go to. `known`: its first package has been accepted here."""

    place: str
    name: str
    known: bool
    unsent: int
    said_last: int
    """Number of changes of ours that it has said it holds."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What was written: the files on the stick, and how much they hold."""

    files: tuple[Path, ...]
    number: int
    changes: int
    to: str
    code: str
    """The code of the package in blocks, for the handover; the receiver sees the same."""


def destinations(desk: Desk) -> list[Destination]:
    """The offices above and below this one, those known first to be named by their own name."""
    with desk.reading() as connection:
        own = desk.identity.place
        known = {one.place: one for one in parcels.offices(connection) if one.trusted and one.place != own}
        wanted = list(known)
        above = places.parent(own)
        if above is not None and above not in known:
            wanted.insert(0, above)
        found = []
        for place in wanted:
            one = known.get(place)
            said = data_sending.said_by(connection, one.key) if one else {}
            lacking = data_sending.unsent(connection, functools.partial(journal_streams.may_read, place), said)
            found.append(
                Destination(place, one.name if one else place, one is not None, lacking, sum(said.values()))
            )
        return sorted(found, key=lambda entry: (len(entry.place), entry.place))


def send(desk: Desk, to: str, out: Path) -> Steps[Sent]:
    """Make a package for the office at `to` in the outbox, then copy it to `out`/DESK and read it back.

    Everything that the other office has not *said* it holds is sent, so a lost stick heals at the next one.
    Raises Refused; what stands under a final name on the stick is whole.
    """
    place = places.parse_code(to) if to != places.NATION else to
    if place == desk.identity.place:
        raise errors.Refused(N_("Kantor ini sendiri tidak perlu dikirimi."))
    yield Progress(0, None, N_("Menyiapkan kiriman"))
    outbox = desk.folder / OUTBOX
    outbox.mkdir(exist_ok=True)
    prepared, number, changes, bodies = desk.on_writer(lambda: _prepare(desk, place))
    total = sum(len(body) for body in bodies)
    if not out.is_dir():
        raise errors.Refused(N_("Folder atau flashdisk {folder} tidak ditemukan."), folder=out)
    if shutil.disk_usage(out).free < total + 65536 * len(bodies):
        raise errors.Refused(
            N_("Ruang di {folder} tidak cukup: perlu {size} KB."), folder=out, size=total // 1024 + 1
        )
    folder = out / package.FOLDER
    written = []
    try:
        folder.mkdir(exist_ok=True)
        for index, data in enumerate(prepared, 1):
            name = package.file_name(desk.identity.short, place, number, index, len(bodies))
            files.write_whole(outbox / name, data)
            yield Progress(index, len(bodies), N_("Menulis dan membaca ulang"))
            files.write_whole(folder / name, data)
            written.append(folder / name)
    except OSError as fault:
        raise errors.Refused(
            N_("Tidak dapat menulis ke {folder}: {reason}. Data di komputer ini aman; coba flashdisk lain."),
            folder=out,
            reason=fault.strerror or str(fault),
        ) from fault
    whole = hashlib.sha256(bodies[0]).digest()
    parcel = parcels.Parcel(
        id=desk.dice(16),
        direction="out",
        office=None,
        office_name=place,
        number=number,
        at=desk.now(),
        file=written[0].name,
        sha256=whole,
        arrival=None,
        counts=str(changes),
    )
    desk.on_writer(lambda: _register(desk, parcel))
    desk.news.tell(changed.Changed(frozenset({"exchange"})))
    return Sent(tuple(written), number, changes, place, code_of(whole))


def code_of(digest: bytes) -> str:
    """The code that two people compare: four blocks of four (80 bits of the file's SHA-256)."""
    from desk_app.journal import digest as digests

    return digests.words(digest)


def _prepare(desk: Desk, place: str) -> tuple[list[bytes], int, int, list[bytes]]:
    with desk.store.writing() as connection:
        data_sending.seal_own(connection, desk.identity.replica, lambda one: _sign(desk, one))
        peer = parcels.office_at(connection, place)
        said = data_sending.said_by(connection, peer.key) if peer else {}
        segments = [
            package.Segment(
                stream=run.stream.id,
                replica=run.stream.replica or b"",
                scope=run.stream.scope,
                first=run.first,
                before=run.before,
                bodies=run.bodies,
                seal=package.Seal(run.seal.office_key, run.seal.upto, run.seal.rolling, run.seal.signature),
            )
            for run in data_sending.runs(
                connection, lambda scope: journal_streams.may_read(place, scope), said
            )
            if run.stream.scope is not None
        ]
        held = [
            package.Statement(one.id, one.held, one.rolling)
            for one in streams.all_streams(connection)
            if one.held and one.scope is not None and journal_streams.may_read(place, one.scope)
        ]
        number = data_sending.next_number_to(connection, place)
    changes = sum(len(segment.bodies) for segment in segments)
    bodies = package.pack(segments, held)
    one = desk.identity
    sender = package.Sender(one.public, one.name, one.level, one.place, one.replica, one.short)
    prepared = list(
        package.volumes(
            bodies,
            one.seed,
            sender,
            package_id=desk.dice(16),
            to=place,
            number=number,
            changes=changes,
            clock=desk.now(),
            version=desk_app.__version__,
        )
    )
    return prepared, number, changes, bodies


def _sign(desk: Desk, one: streams.Stream) -> data_sending.SealRow:
    if one.replica is None or one.scope is None:
        raise ValueError("only a stream with a scope is sealed")
    text = journal_streams.seal_text(one.id, one.replica, one.scope, one.held, one.rolling)
    seal = package.make_seal(desk.identity.seed, text, one.held, one.rolling)
    return data_sending.SealRow(seal.upto, seal.rolling, seal.office_key, seal.signature)


def _register(desk: Desk, parcel: parcels.Parcel) -> None:
    with desk.store.writing() as connection:
        parcels.register(connection, parcel)
