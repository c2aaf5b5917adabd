# SPDX-License-Identifier: Apache-2.0
"""Kirim Data: what another office lacks, as a package sealed for it, written whole to a stick and read back."""

import contextlib
import dataclasses
import functools
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import desk_app
from desk_app.base import fault_words, files
from desk_app.base.progress import Progress, Steps
from desk_app.data import attachments_travelling, meta, parcels, said, streams, unsent_list
from desk_app.data import sending as data_sending
from desk_app.data import trust as trust_rows
from desk_app.data.database import Connection
from desk_app.domain import errors, places, words
from desk_app.exchange import cards, contents, manifest, package, segments, statements
from desk_app.journal import digest
from desk_app.journal import streams as journal_streams
from desk_app.journal.streams import ReaderClass, Scope
from desk_app.operations import attachments_sending, changed, relays, replicas, stick_health, trust, witness
from desk_app.operations.desk import OUTBOX, Desk

N_ = words.N_

MOST_PASSED_ON, MOST_OF_ONE = 4 << 20, 1 << 20
"""Bytes of others' statements that go with a package, in all and of one office: they ride in every volume."""

KEPT = 10
"""Packages to one office that stay in the outbox, to be written once more."""


@dataclass(frozen=True, slots=True)
class Destination:
    """An office that packages can go to. `known`: it is vouched for here, so that a package can be closed for it."""

    place: str
    name: str
    known: bool
    unsent: int
    said_last: int
    """Number of changes of ours that it has said it holds."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What was written: the files on the stick, and how much they hold. `carried`: packages of others passed on.

    `cleared`: files of this computer that a stick pulled too early had left half, and that were taken away.
    """

    files: tuple[Path, ...]
    number: int
    changes: int
    to: str
    code: str
    """The code of the package in blocks, for the handover; the receiver sees the same."""
    package: str
    """The package's id, by which the register names it."""
    carried: int = 0
    entries: int = 0
    """How many records the changes are about: what a person counts as "isian"."""
    cleared: int = 0
    photos: tuple[Path, ...] = ()
    """The files with photos and documents, after those of the data, and how many there are in them."""
    pictures: int = 0


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


def destinations(desk: Desk) -> list[Destination]:
    """The offices above and below this one that are known or needed, by place."""
    own = desk.identity.place
    with desk.reading() as connection:
        names = {one.place: one.name for one in trust_rows.cards(connection) if one.valid and one.place != own}
        known = set(names)
        above = places.parent(own)
        if above is not None:
            names.setdefault(above, above)
        found = []
        for place, name in names.items():
            told = said_by(connection, place)
            lacking = data_sending.unsent(connection, functools.partial(journal_streams.may_read, place), told)
            found.append(Destination(place, name, place in known, lacking, sum(told.values())))
    return sorted(found, key=lambda entry: (len(entry.place), entry.place))


def said_to_own(desk: Desk, connection: Connection) -> dict[bytes, int]:
    """How far every other computer of this office has said it holds each stream: the least of them counts."""
    own = desk.identity
    return said.by_every_replica(
        connection,
        [
            one
            for one, superseded in trust_rows.replicas_of(connection, own.public)
            if not superseded and one != own.replica
        ],
    )


def reach_of_last(connection: Connection, place: str) -> dict[bytes, int]:
    """How far each stream went with the packages made for a place."""
    found: dict[bytes, int] = {}
    for reach in parcels.reach_to(connection, place):
        found[reach.stream] = max(found.get(reach.stream, 0), reach.upto)
    return found


def said_by(connection: Connection, place: str) -> dict[bytes, int]:
    """How far the office at a place has said it holds each stream: its computer that spoke last."""
    return said.by_last_heard(connection, [one.key for one in trust_rows.cards_at(connection, place)])


def send(desk: Desk, to: str, out: Path, *, photos: bool = True) -> Steps[Sent]:
    """Make a package for the office at `to` in the outbox, then copy it to `out`/DESK and read it back.

    Everything that the other office has not *said* it holds is sent, so a lost stick heals at the next one. What
    others gave along for it goes with it. Raises Refused; what stands under a final name on the stick is whole.
    """
    if not out.is_dir():
        raise errors.Refused(N_("Folder atau flashdisk {folder} tidak ditemukan."), folder=out)
    prepared = yield from prepare(desk, to, photos=photos)
    return (yield from write_out(desk, prepared, out))


def prepare(desk: Desk, to: str, *, photos: bool = True) -> Steps[Prepared]:
    """Make a package for the office at `to` in the outbox; nothing is on a stick yet. Raises Refused.

    Without `photos` it is small; they go with a later one.
    """
    place = places.parse_code(to) if to != places.NATION else to
    yield Progress(0, None, N_("Menyiapkan kiriman"))
    keys, recipients = _addressees(desk, place)
    make_ready(desk)
    number, version = desk.on_writer(functools.partial(_begin, desk, place))
    prepared = yield from make(
        desk,
        kind=manifest.Kind.DATA,
        to=[(place, key) for key in keys],
        number=number,
        parts=lambda connection: _parts(desk, connection, place, version),
        close=lambda bodies: package.seal_up(bodies, recipients=[*recipients, desk.identity.recipient]),
    )
    if photos:
        everybody = [*recipients, desk.identity.recipient]
        prepared = yield from _with_photos(desk, prepared, [(place, key) for key in keys], everybody)
    _prune(desk, place)
    return prepared


def _with_photos(
    desk: Desk, prepared: Prepared, to: list[tuple[str, bytes]], recipients: list[str]
) -> Steps[Prepared]:
    """Put the photos that go with a package beside it in the outbox, volume after volume."""
    own, offices = desk.identity, [key for _place, key in to]
    with desk.reading() as connection:
        said_ = said_to_own(desk, connection) if prepared.to == own.place else said_by(connection, prepared.to)
        chosen = attachments_sending.chosen(desk, connection, reader(desk, prepared.to), said_, offices)
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


@dataclass(frozen=True, slots=True)
class Parts:
    """What goes into a package: runs of changes, and all that rides in each of its volumes."""

    runs: Iterable[data_sending.Run]
    rides: contents.Contents


def make(
    desk: Desk,
    *,
    kind: manifest.Kind,
    to: list[tuple[str, bytes]],
    number: int,
    parts: Callable[[Connection], Parts],
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


def write_out(desk: Desk, prepared: Prepared, out: Path) -> Steps[Sent]:
    """Copy a prepared package to `out`/DESK, each file read back before it gets its name. Raises Refused.

    What this computer began there and could not finish is taken away first.
    """
    carried = relays.waiting_for(desk, prepared.to)
    needed = prepared.size + sum(path.stat().st_size for path in carried)
    try:
        if not out.is_dir():
            raise errors.Refused(N_("Folder atau flashdisk {folder} tidak ditemukan."), folder=out)
        folder = out / package.FOLDER
        cleared = stick_health.clear_begun(folder, desk.identity.register)
        every = [*prepared.all_files, *carried]
        if shutil.disk_usage(out).free < needed + 65536 * len(every):
            words_ = N_("Ruang di {folder} tidak cukup: perlu {size} KB.")
            if prepared.photos:
                words_ = N_(
                    "Ruang di {folder} tidak cukup: perlu {size} KB. Centang “Tanpa foto” agar datanya tetap terbawa."
                )
            raise errors.Refused(words_, folder=out, size=needed // 1024 + 1)
        folder.mkdir(exist_ok=True)
        written = []
        for index, path in enumerate(every):
            yield Progress(index, len(every), N_("Menulis dan membaca ulang"))
            files.write_whole(folder / path.name, path.read_bytes())
            written.append(folder / path.name)
    except OSError as fault:
        raise errors.Refused(
            N_("Tidak dapat menulis ke {folder}: {reason}. Data di komputer ini aman; coba flashdisk lain."),
            folder=out,
            reason=fault_words.of(fault),
        ) from fault
    desk.on_writer(functools.partial(_note_written, desk, prepared.package))
    return Sent(
        tuple(written[: len(prepared.files)]),
        prepared.number,
        prepared.changes,
        prepared.to,
        code_of(prepared.mark),
        prepared.package.hex(),
        len(carried),
        prepared.entries,
        cleared,
        tuple(written[len(prepared.files) : len(prepared.all_files)]),
        prepared.pictures,
    )


def code_of(mark: bytes) -> str:
    """The code that two people compare: four blocks of four (80 bits)."""
    return digest.words(mark)


def statements_of(
    desk: Desk, connection: Connection, reads: Callable[[Scope], bool], version: int
) -> list[statements.Statement]:
    """What this office says it holds, in its own words, of what a receiver may read."""
    own = desk.identity
    groups: dict[tuple[str, ReaderClass], list[statements.Held]] = {}
    for one in streams.all_streams(connection):
        if one.held and one.scope is not None and reads(one.scope):
            entry = statements.Held(one.id, one.held, one.rolling)
            groups.setdefault(said.group_of(one.scope), []).append(entry)
    gone = [one for one, superseded in trust_rows.replicas_of(connection, own.public) if superseded]
    return [
        statements.make_statement(
            own.seed,
            replica=own.replica,
            version=version,
            place=place,
            reader_class=reader_class,
            held=held[: statements.MOST_STREAMS],  # of the rest nothing is said: it is sent here once more
            superseded=gone,
        )
        for (place, reader_class), held in sorted(groups.items())
    ]


def reader(desk: Desk, place: str) -> Callable[[Scope], bool]:
    """What an office at a place may read; another computer of this same office reads all of its own."""
    if place != desk.identity.place:
        return functools.partial(journal_streams.may_read, place)
    return lambda scope: scope.place == place or journal_streams.may_read(place, scope)


def seal_everything(desk: Desk) -> None:
    """Seal what this office has written, under whatever replica id, so that nothing of it is left behind."""
    mine = replicas.own_replicas(desk)

    def run() -> None:
        with desk.store.writing() as connection:
            data_sending.seal_own(connection, mine, functools.partial(_sign, desk))

    desk.on_writer(run)


def next_version(connection: Connection) -> int:
    """The next number of this database's own statements; it only ever grows."""
    last = int(meta.read(connection).get("said_version", b"0"))
    meta.write(connection, {"said_version": str(last + 1).encode()})
    return last + 1


def _addressees(desk: Desk, place: str) -> tuple[list[bytes], list[str]]:
    own = desk.identity
    with desk.reading() as connection:
        found = trust_rows.cards_at(connection, place)
    if place == own.place:
        return [own.public], []
    if not found:
        raise errors.Refused(
            N_(
                "Kantor tujuan {place} belum terdaftar di sini. Buat berkas siap untuk kantor itu, atau terima "
                "permintaan bergabungnya lebih dahulu."
            ),
            place=place,
        )
    return [one.key for one in found], [one.recipient for one in found]


def make_ready(desk: Desk) -> None:
    """A database that was restored or copied takes its new identity first; then the witness moves on."""
    replicas.ensure(desk)
    seal_everything(desk)
    witness.turn(desk)


def _begin(desk: Desk, place: str) -> tuple[int, int]:
    with desk.store.writing() as connection:
        return parcels.next_number_to(connection, place, desk.identity.replica), next_version(connection)


def _parts(desk: Desk, connection: Connection, place: str, version: int) -> Parts:
    reads = reader(desk, place)
    held = said_to_own(desk, connection) if place == desk.identity.place else said_by(connection, place)
    roots, vouched = trust.chain_for(connection, place)
    rides = contents.Contents(
        sender=b"",
        package=b"",
        statements=(*statements_of(desk, connection, reads, version), *_passed_on(connection, reads)),
        receipts=tuple(_receipts(desk, connection, place, version)),
        roots=roots,
        cards=(*vouched, *_introduction(desk, connection, vouched)),
        letters=(
            *trust.letters_to(desk, connection, place),
            *attachments_sending.asking(desk, connection, reads, version),
        ),
    )
    return Parts(data_sending.runs(connection, reads, held), rides)


def _passed_on(connection: Connection, reads: Callable[[Scope], bool]) -> Iterator[statements.Statement]:
    """The words of others, the last heard first; no office's are so many that there is no room for the others'."""
    room, weights = MOST_PASSED_ON, dict[bytes, int]()
    for one in said.statements(connection):
        if not reads(Scope("", one.place, ReaderClass(one.reader_class))):
            continue
        weight = len(one.wire) + 64
        if weight > min(room, MOST_OF_ONE - weights.get(one.office, 0)):
            continue
        room -= weight
        weights[one.office] = weights.get(one.office, 0) + weight
        yield statements.Statement.from_wire(one.wire)


def _introduction(
    desk: Desk, connection: Connection, vouched: Iterable[cards.Card]
) -> list[cards.Card]:
    """The office's own description, as long as nobody it knows of vouches for it."""
    if any(one.key == desk.identity.public for one in vouched):
        return []
    return [trust.request_of(desk.identity)]


def _receipts(
    desk: Desk, connection: Connection, place: str, version: int
) -> Iterable[statements.Receipt]:
    for one in trust_rows.cards_at(connection, place):
        got = parcels.received_whole(connection, one.key, statements.MOST_PACKAGES)
        if got:
            yield statements.make_receipt(desk.identity.seed, version=version, sender=one.key, packages=got)


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


def _note_written(desk: Desk, package_id: bytes) -> None:
    with desk.store.writing() as connection:
        parcels.note_written(connection, package_id, desk.now())
    desk.news.tell(changed.Changed(frozenset({"exchange"})))


def _register(desk: Desk, lines: Iterable[parcels.Parcel]) -> None:
    with desk.store.writing() as connection:
        for parcel in lines:
            parcels.register(connection, parcel)


def _prune(desk: Desk, place: str) -> None:
    """Keep the newest packages to an office in the outbox; older ones are held by what came after them."""
    mine = f"-{place.replace('.', '')}-"
    numbers: dict[str, list[Path]] = {}
    for path in (desk.folder / OUTBOX).glob(f"*{mine}*{package.SUFFIX}"):
        numbers.setdefault(package.group_of(path.name), []).append(path)
    in_order = sorted(numbers, key=lambda name: name[-6:])
    for old in in_order[:-KEPT]:
        for path in numbers[old]:
            path.unlink(missing_ok=True)
    for old in in_order[-KEPT:-1]:  # photos are many: those of the newest hold what the other office still lacks
        for path in numbers[old]:
            if package.is_photo_name(path.name):
                path.unlink(missing_ok=True)
