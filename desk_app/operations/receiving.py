# SPDX-License-Identifier: Apache-2.0
"""Terima Data: packages found, previewed in words, then put in, one transaction a volume; twice is once."""

import functools
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desk_app.base.progress import Progress, Steps
from desk_app.data import arrivals, parcels, rows
from desk_app.data import receiving as data_receiving
from desk_app.data import sending as data_sending
from desk_app.data.database import Connection
from desk_app.domain import errors, places, records, words
from desk_app.exchange import package
from desk_app.journal import streams as journal_streams
from desk_app.operations import standing, transact
from desk_app.operations.desk import Desk
from desk_app.operations.sending import code_of

N_ = words.N_

MOST_FILES = 2000
MOST_LINES = 300


@dataclass(frozen=True, slots=True)
class Found:
    """A file on the stick that begins as a package. `fault`: why it cannot be used, "" if it looks whole.

    `damaged`: the fault is in the file; otherwise it is a package for another office.
    """

    path: Path
    sender: str
    place: str
    number: int
    volume: int
    of: int
    known: bool
    already: bool
    fault: str
    code: str
    damaged: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One field that a package changes: which record (kind and title), field label, old and new value as kept."""

    kind: str
    title: str
    field: str
    before: Any
    after: Any
    disputed: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one package changes or has changed; a preview and its receipt carry the same figures.

    `new`, `changed`: records by kind's name; `same`: changes that were here already; `waiting`: changes kept until an
    earlier package arrives; `disputed`: fields on which offices now differ; `lines`: at most MOST_LINES of them.
    """

    sender: str
    place: str
    number: int
    code: str
    accepted: bool
    changes: int
    same: int
    waiting: int
    new: dict[str, int]
    changed: dict[str, int]
    disputed: int
    missing: tuple[int, ...]
    lines: tuple[Line, ...]

    @property
    def nothing_new(self) -> bool:
        return self.changes == 0


class _OnlyLooking(Exception):
    """Leaves the transaction of a preview, so that nothing of it stays."""


def find(desk: Desk, paths: Iterable[Path]) -> list[Found]:
    """The packages in files and folders (a stick, its DESK folder), by content and not by name."""
    found = []
    for path in _files(paths):
        if not package.looks_like_package(path):
            continue
        try:
            head = package.peek(path)
        except errors.Refused as fault:
            found.append(Found(path, "", "", 0, 0, 0, False, False, str(fault), "", damaged=True))
            continue
        with desk.reading() as connection:
            known = parcels.office(connection, head.sender.key)
            already = parcels.find(connection, _parcel_id(head)) is not None
        found.append(
            Found(
                path=path,
                sender=head.sender.name,
                place=head.sender.place,
                number=head.number,
                volume=head.volume,
                of=len(head.volumes),
                known=known is not None and known.trusted,
                already=already,
                fault="" if _for_us(desk, head) else N_("Kiriman ini untuk kantor lain."),
                code=code_of(head.volumes[0][1]),
            )
        )
    return sorted(found, key=lambda one: (one.place, one.number, one.volume))


def preview(desk: Desk, path: Path) -> Outcome:
    """What a package would change, reckoned by putting it in and taking it out again; nothing is written."""
    volume = package.read(path)
    result: list[Outcome] = []

    def look() -> None:
        try:
            with desk.store.writing() as connection:
                result.append(_put_in(desk, connection, volume, accept=True)[0])
                raise _OnlyLooking
        except _OnlyLooking:
            pass

    desk.on_writer(look)
    return result[0]


def receive(desk: Desk, files: Sequence[Path], *, accept_sender: bool = False) -> Steps[list[Outcome]]:
    """Put packages in, each volume in one transaction. Raises Refused: a bad file leaves the data untouched.

    An unknown sender is refused unless `accept_sender`; from then on it is known by its key.
    """
    outcomes = []
    for done, path in enumerate(files):
        yield Progress(done, len(files), N_("Memeriksa kiriman"))
        volume = package.read(path)
        yield Progress(done, len(files), N_("Memasukkan data"))
        outcomes.append(desk.on_writer(functools.partial(_commit, desk, volume, accept_sender)))
    return outcomes


def kind_label(kind: str) -> str:
    """What a kind of record is called (a msgid), also one of a newer version."""
    declared = records.NAMES.get(kind)
    return declared.label if declared is not None else N_("catatan dari versi baru")


def _commit(desk: Desk, volume: package.Volume, accept: bool) -> Outcome:
    with desk.store.writing() as connection:
        outcome, touched, derived = _put_in(desk, connection, volume, accept=accept)
    transact.announce(desk, touched, derived | {"exchange", "conflict"})
    return outcome


def _put_in(
    desk: Desk, connection: Connection, volume: package.Volume, *, accept: bool
) -> tuple[Outcome, dict[int, int], frozenset[str]]:
    head = volume.manifest
    if not _for_us(desk, head):
        raise errors.Refused(N_("Kiriman dari {sender} ini untuk kantor lain."), sender=head.sender.name)
    known = _known_sender(desk, connection, head, accept=accept)
    own = desk.identity
    arrival = arrivals.next_number(connection)
    receiver = data_receiving.Receiver(connection, arrival)
    for segment in volume.segments:
        _check_author(desk, connection, head, segment)
        if not journal_streams.may_read(own.place, segment.scope):
            raise errors.Damaged(N_("Kiriman ini memuat data yang bukan untuk kantor ini. Tidak ada yang dimasukkan."))
        seal = segment.seal
        receiver.take(
            segment.stream,
            segment.replica,
            segment.scope,
            segment.first,
            segment.before,
            segment.bodies,
            data_sending.SealRow(seal.upto, seal.rolling, seal.office_key, seal.signature),
        )
    receiver.settle()
    taken = receiver.taken
    if taken.applied:
        arrivals.add(connection, arrival, desk.now(), "import", desk.operator.number, N_("Terima Data"))
    data_sending.note_said(
        connection, head.sender.key, [(one.stream, one.upto, one.rolling) for one in volume.statements]
    )
    derived = standing.follow(desk, connection, receiver.touched)
    before = parcels.find(connection, _parcel_id(head))
    if before is None or taken.applied:
        parcels.register(
            connection,
            parcels.Parcel(
                id=_parcel_id(head),
                direction="in",
                office=head.sender.key,
                office_name=head.sender.name,
                number=head.number,
                at=desk.now(),
                file=volume.path.name,
                sha256=head.volumes[0][1],
                arrival=arrival if taken.applied else None,
                counts=str(taken.applied),
            ),
        )
    outcome = _outcome(connection, volume, taken, known)
    return outcome, dict(receiver.touched), derived


def _outcome(
    connection: Connection, volume: package.Volume, taken: data_receiving.Taken, known: bool
) -> Outcome:
    new: dict[str, int] = {}
    changed: dict[str, int] = {}
    lines: list[Line] = []
    disputed = 0
    for record, before in taken.before.items():
        kind = taken.kinds.get(record)
        declared = records.TYPES.get(kind or 0)
        name = declared.name if declared is not None else "newer"
        tally = new if before is None else changed
        tally[name] = tally.get(name, 0) + 1
        if declared is None:
            continue
        in_dispute = rows.disputed_fields(connection, record)
        disputed += len(in_dispute)
        if len(lines) < MOST_LINES:
            lines.extend(_lines(connection, declared, record, before, in_dispute))
    head = volume.manifest
    return Outcome(
        sender=head.sender.name,
        place=head.sender.place,
        number=head.number,
        code=code_of(head.volumes[0][1]),
        accepted=known,
        changes=taken.applied,
        same=taken.known,
        waiting=taken.waiting,
        new=new,
        changed=changed,
        disputed=disputed,
        missing=tuple(parcels.missing_numbers(connection, head.sender.key)),
        lines=tuple(lines),
    )


def _lines(
    connection: Connection,
    declared: records.RecordType,
    record: int,
    before: dict[str, Any] | None,
    in_dispute: set[int],
) -> list[Line]:
    row = rows.row(connection, declared, record)
    title = rows.title(declared, row)
    return [
        Line(
            declared.name,
            title,
            field.label,
            before.get(field.name) if before else None,
            row[field.name],
            field.no in in_dispute,
        )
        for field in declared.fields
        if field.kind is not records.FieldKind.BYTES
        and (row[field.name] != (before.get(field.name) if before else None) or field.no in in_dispute)
    ]


def _known_sender(desk: Desk, connection: Connection, head: package.Manifest, *, accept: bool) -> bool:
    """Whether the sender was known already; a new one is kept if accepted, else refused."""
    known = parcels.office(connection, head.sender.key)
    if known is not None and known.trusted:
        if known.place != head.sender.place:
            raise errors.NotPermitted(
                N_("“{sender}” dikenal di sini sebagai kantor {known}, tetapi kiriman ini menyebut {told}."),
                sender=known.name,
                known=known.place,
                told=head.sender.place,
            )
        return True
    if head.sender.key == desk.identity.public:
        return True
    if not accept:
        raise errors.NotPermitted(
            N_(
                "Pengirim “{sender}” belum dikenal di kantor ini. Cocokkan kode {code} dengan pengirim lewat "
                "telepon, lalu terima pengirim ini."
            ),
            sender=head.sender.name,
            code=code_of(head.sender.key),
        )
    parcels.accept_office(
        connection,
        parcels.KnownOffice(
            head.sender.key, head.sender.name, head.sender.level, head.sender.place, True, desk.now()
        ),
    )
    return False


def _check_author(
    desk: Desk, connection: Connection, head: package.Manifest, segment: package.Segment
) -> None:
    """The seal is its author's, and the author's office may write about that place."""
    seal = segment.seal
    text = journal_streams.seal_text(segment.stream, segment.replica, segment.scope, seal.upto, seal.rolling)
    if not package.seal_holds(seal, text):
        raise errors.Damaged(N_("Kiriman ini tidak utuh: tanda kantor asal tidak cocok."))
    if seal.office_key == desk.identity.public:
        return
    if seal.office_key == head.sender.key:
        author_place = head.sender.place
    else:
        author = parcels.office(connection, seal.office_key)
        if author is None:
            # An office behind the sender, trusted as the sender is: one above us passes on what is for us, one
            # below passes on only what lies within its own area.
            if places.is_within(desk.identity.place, head.sender.place):
                return
            author_place = head.sender.place
        else:
            author_place = author.place
    below = places.is_within(segment.scope.place, author_place)
    if not below:
        raise errors.Damaged(
            N_("Kiriman ini memuat isian di luar wilayah pengirimnya. Tidak ada yang dimasukkan.")
        )


def _for_us(desk: Desk, head: package.Manifest) -> bool:
    return head.to == desk.identity.place or head.sender.key == desk.identity.public


def _parcel_id(head: package.Manifest) -> bytes:
    """One line in the register for each volume of each package."""
    return hashlib.sha256(head.id + head.volume.to_bytes(4, "big")).digest()[:16]


def _files(given: Iterable[Path]) -> list[Path]:
    listed: list[Path] = []
    for path in given:
        if path.is_dir() and not path.is_symlink():
            for folder in (path, path / package.FOLDER):
                if folder.is_dir() and not folder.is_symlink():
                    listed.extend(
                        sorted(entry for entry in folder.iterdir() if not entry.is_dir())[:MOST_FILES]
                    )
        elif path.exists():
            listed.append(path)
        else:
            raise errors.NotFound(N_("{path} tidak ditemukan."), path=path)
    return list(dict.fromkeys(listed))
