# SPDX-License-Identifier: Apache-2.0
"""Terima Data: packages found, previewed in words, then put in, one transaction a volume; twice is once."""

import dataclasses
import hashlib
import itertools
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desk_app.base.progress import Progress, Steps
from desk_app.base.text import _, on_paper
from desk_app.data import alarms, arrivals, arriving, attachments_travelling, meta, parcels, rows, sides, streams
from desk_app.data import receiving as data_receiving
from desk_app.data import trust as trust_rows
from desk_app.data.database import Connection
from desk_app.data.taken import Taken
from desk_app.domain import errors, records, words
from desk_app.exchange import cards, contents, manifest, package
from desk_app.operations import (
    attachments_receiving,
    attachments_sending,
    clocks,
    judging,
    kept_receipts,
    replicas,
    sending,
    standing,
    transact,
    trust,
    trying_again,
)
from desk_app.operations.desk import Desk

N_ = words.N_

MOST_FILES = 2000
"""Files of one folder that are opened to see whether they are packages."""

MOST_SEEN = 200_000
"""Names that are read of one folder."""

_ENDINGS = (package.SUFFIX, ".des")
"""How packages are named, also where an old system cut the name."""

MOST_LINES = 300


@dataclass(frozen=True, slots=True)
class Found:
    """A file on the stick that begins as a package. `fault`: why it cannot be used, "" if it looks whole.

    `kind`: "data", "card" (an office asks to join), "ready" (for a new office) or "photo". `damaged`: the fault is in
    the file; otherwise it is a package for another office, which `take_along` carries on.
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
    kind: str = "data"
    package: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One field that a package changes: which record (kind and title), field label, old and new value as kept.

    `sides`: the different values, where offices differ from now on, or where the package settles that they did.
    """

    kind: str
    title: str
    field: str
    before: Any
    after: Any
    disputed: bool
    sides: tuple[Any, ...] = ()


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
    apart: tuple[tuple[str, str, int], ...] = ()
    """What is kept apart: (reason, office as far as it is known, changes)."""
    aside: tuple[str, ...] = ()
    """Why a stream of changes was set aside, in words: one number used twice, something that can never be."""
    clock: int = 0
    """What the sender's clock says, if it cannot be right; 0: it may be."""
    renewed: bool = False
    """This database took a new identity first: it had been restored or copied."""
    package: str = ""
    arrival: int = 0
    received: tuple[int, ...] = ()
    """Numbers of this office's own packages of which the sender says here for the first time that it has them."""
    photos: attachments_receiving.Tally = attachments_receiving.NOTHING
    """What a package of photos brings; one of data brings none."""

    @property
    def nothing_new(self) -> bool:
        return self.changes == 0 and self.photos.new == 0


SLICE = 2000
"""Changes of one transaction while nobody waits for an import."""


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
            told = words.render(fault.message, fault.params, _)
            damaged = isinstance(fault, errors.Damaged)
            found.append(Found(path, "", "", 0, 0, 0, False, False, told, "", damaged=damaged))
            continue
        with desk.reading() as connection:
            known = trust.author(connection, desk.identity, head.sender.key)
            already = _is_already_in(connection, head)
            unusable = _unusable(desk, head) or _own(desk, connection, head)
            name, place = _called(connection, head)
        found.append(
            Found(
                path=path,
                sender=name,
                place=place,
                number=head.number,
                volume=head.volume,
                of=len(head.volumes),
                known=known is not None and known.valid,
                already=already,
                fault=_(unusable) if unusable else "",
                code=sending.code_of(head.mark),
                kind=head.kind.value,
                package=head.id.hex(),
            )
        )
    return sorted(found, key=lambda one: (one.kind == "photo", one.place, one.number, one.package, one.volume))


def preview(desk: Desk, path: Path) -> Outcome:
    """What a package would change, reckoned by putting it in and taking it out again; nothing is written."""
    sealed = package.read(path)
    carried = _opened(desk, sealed)
    if sealed.manifest.kind is manifest.Kind.PHOTO:
        return _photos(desk, sealed, attachments_receiving.look(desk, carried.photos))
    result: list[Outcome] = []

    def look() -> None:
        try:
            with desk.store.writing() as connection:
                result.append(_put_in(desk, connection, sealed, carried, renewed=False)[0])
                raise _OnlyLooking
        except _OnlyLooking:
            pass

    desk.on_writer(look)
    return result[0]


def receive(desk: Desk, files: Sequence[Path], *, accept_sender: bool = False) -> Steps[list[Outcome]]:
    """Put packages in, each volume in one transaction. Raises Refused: a bad file leaves the data untouched.

    `accept_sender`: the code of a sender nobody vouches for was compared by phone; from then on it is believed.
    Without it what such a sender brings of its own is kept apart.
    """
    outcomes = []
    for done, path in enumerate(files):
        yield Progress(done, len(files), N_("Memeriksa kiriman"))
        sealed = package.read(path)
        carried = _opened(desk, sealed)
        if accept_sender:
            _accept(desk, sealed.manifest, carried)
        yield Progress(done, len(files), N_("Memasukkan data"))
        outcomes.append(_commit(desk, sealed, carried))
    return outcomes


def _called(connection: Connection, head: manifest.Manifest) -> tuple[str, str]:
    """Name and place of a sender: those on its card, or what it says of itself where nobody vouches for it."""
    card = trust_rows.card_of(connection, head.sender.key)
    return (head.sender.name, head.sender.place) if card is None else (card.name, card.place)


def _is_already_in(connection: Connection, head: manifest.Manifest) -> bool:
    if head.kind is manifest.Kind.PHOTO:
        return attachments_travelling.was_taken(connection, _package_id(head))
    return parcels.find(connection, _parcel_id(head)) is not None


def _photos(desk: Desk, sealed: package.Sealed, tally: attachments_receiving.Tally) -> Outcome:
    """What a package of photos is to this office: right by their SHA-256, whoever sends them."""
    head = sealed.manifest
    with desk.reading() as connection:
        known = trust_rows.card_of(connection, head.sender.key)
        name, place = _called(connection, head)
    return Outcome(
        sender=name,
        place=place,
        number=head.number,
        code=sending.code_of(head.mark),
        accepted=known is not None and known.valid,
        changes=0,
        same=0,
        waiting=0,
        new={},
        changed={},
        disputed=0,
        missing=(),
        lines=(),
        photos=tally,
    )


def put_ready(desk: Desk, sealed: package.Sealed, carried: contents.Contents) -> Outcome:
    """Put in what a ready file carries, into the office that was just set up from it."""
    return _commit(desk, sealed, carried)


def request_in(path: Path) -> tuple[manifest.Manifest, cards.Card, tuple[cards.Root, ...]]:
    """The request of an office to be believed, and its code by `sending.code_of(card.key)`. Raises Refused."""
    sealed = package.read(path)
    if sealed.manifest.kind is not manifest.Kind.CARD:
        raise errors.Refused(N_("{file} bukan permintaan bergabung."), file=path.name)
    carried = package.unseal(sealed)
    return sealed.manifest, _own_request(sealed.manifest, carried), carried.roots


def kind_label(kind: str) -> str:
    """What a kind of record is called (a msgid), also one of a newer version."""
    declared = records.NAMES.get(kind)
    return declared.label if declared is not None else N_("catatan dari versi baru")


def _opened(desk: Desk, sealed: package.Sealed) -> contents.Contents:
    head = sealed.manifest
    fault = _unusable(desk, head)
    if fault:
        raise errors.Refused(fault, sender=head.sender.name)
    return package.unseal(sealed, secrets=_secrets(desk))


def _secrets(desk: Desk) -> list[str]:
    """The box secrets of this office, older ones too."""
    with desk.reading() as connection:
        older = meta.read(connection).get("older_boxes", b"").decode().split()
    return [desk.identity.box, *older]


def _unusable(desk: Desk, head: manifest.Manifest) -> str:
    """Why a whole package is of no use here, a msgid; "" if it is."""
    match head.kind:
        case manifest.Kind.READY:
            return N_("Berkas siap untuk membuat kantor baru: buka dari layar awal program di komputer kantor itu.")
        case manifest.Kind.CARD:
            return N_("Permintaan bergabung: buka lewat Daftar kantor.")
    if not head.is_for(desk.identity.place, desk.identity.public) and head.sender.key != desk.identity.public:
        return N_("Kiriman ini untuk kantor lain.")
    return ""


def _own(desk: Desk, connection: Connection, head: manifest.Manifest) -> str:
    """Why a package of this computer itself is of no use, a msgid; one it does not remember sending brings back."""
    if head.sender.key != desk.identity.public or head.kind is not manifest.Kind.DATA:
        return ""
    if head.sender.replica == desk.identity.replica and parcels.of_package(connection, head.id):
        return N_("Kiriman dari komputer ini sendiri; isinya sudah ada di sini.")
    return ""


def _accept(desk: Desk, head: manifest.Manifest, carried: contents.Contents) -> None:
    with desk.reading() as connection:
        known = trust.author(connection, desk.identity, head.sender.key)
    if known is None:
        trust.accept(desk, carried.roots, _own_request(head, carried))


def _own_request(head: manifest.Manifest, carried: contents.Contents) -> cards.Card:
    """The sender's own description of itself; one made from its authority's card serves as well."""
    mine = [one for one in carried.cards if one.key == head.sender.key and one.holds()]
    if not mine:
        raise errors.Refused(
            N_("“{sender}” tidak menyertakan keterangan kantornya. Minta permintaan bergabung dari kantor itu."),
            sender=head.sender.name,
        )
    return max(mine, key=lambda one: one.is_request)


def receive_in_slices(desk: Desk, path: Path) -> Steps[Outcome]:
    """Put one package in a little at a time, each slice in a transaction of its own, so that typing goes on between.

    For an import that nobody waits for. Cut short it is gone on with by taking the same file again.
    """
    yield Progress(0, None, N_("Memeriksa kiriman"))
    sealed = package.read(path)
    carried = _opened(desk, sealed)
    if sealed.manifest.kind is manifest.Kind.PHOTO:
        return _commit(desk, sealed, carried)
    _renew_if_behind(desk, carried)
    runs, came = desk.on_writer(lambda: _judge_alone(desk, sealed, carried))
    total = sum(len(one.bodies) for one in carried.segments)
    brought, more = trying_again.announce(desk, came), bool(runs)
    while more:
        taken, more = desk.on_writer(lambda: _slice(desk, runs))
        brought += taken
        yield Progress(brought, total, N_("Memasukkan data"))
    outcome = _commit(desk, sealed, carried)
    return dataclasses.replace(outcome, changes=outcome.changes + brought, same=max(0, outcome.same - brought))


def _judge_alone(
    desk: Desk, sealed: package.Sealed, carried: contents.Contents
) -> tuple[list[arriving.Run], trying_again.CameIn]:
    with desk.store.writing() as connection:
        due = _believe(desk, connection, sealed, carried) or judging.is_due(desk, connection)
        # What was kept apart comes in at once: cut short, this package would not bring it a second time.
        came = trying_again.take(desk, connection) if due else trying_again.NOTHING
        return _judged(desk, connection, sealed, carried, judging.Judged(), altered=False), came


def _slice(desk: Desk, runs: Sequence[arriving.Run]) -> tuple[int, bool]:
    with desk.store.writing() as connection:
        arrival = arrivals.next_number(connection)
        receiver = data_receiving.Receiver(connection, arrival, at=desk.now(), most=SLICE)
        for run in runs:
            receiver.take_run(run)
        receiver.settle()
        if receiver.taken.applied:
            arrivals.add(connection, arrival, desk.now(), "import", desk.operator.number, N_("Terima Data"))
        derived = standing.follow(desk, connection, receiver.touched)
    transact.announce(desk, dict(receiver.touched), derived | {"exchange", "conflict"})
    return receiver.taken.applied, receiver.more and bool(receiver.taken.applied)


def _believe(desk: Desk, connection: Connection, sealed: package.Sealed, carried: contents.Contents) -> bool:
    """Take over what the package says of offices; returns whether anybody is judged anew."""
    own, now = desk.identity, desk.now()
    altered = trust.take(connection, own, carried.roots, carried.cards, now)
    return trust.read_letters(connection, own, sealed.manifest.sender.key, carried.letters, now) or altered


def _judged(
    desk: Desk,
    connection: Connection,
    sealed: package.Sealed,
    carried: contents.Contents,
    judged: judging.Judged,
    *,
    altered: bool,
) -> list[arriving.Run]:
    due = altered or judging.is_due(desk, connection)
    again = judging.judge_again(desk, connection, judged) if due else []
    return again + judging.judge(desk, connection, carried.segments, sealed.manifest.sender.name, judged)


def _renew_if_behind(desk: Desk, carried: contents.Contents) -> bool:
    """Take a new identity if the package shows that this database was restored or copied; says whether it did."""
    with desk.reading() as connection:
        office = judging.behind_by(desk, connection, carried)
    if office is None:
        return False

    def note() -> None:
        with desk.store.writing() as connection:
            judging.note_behind(connection, office)

    replicas.renew(desk)
    desk.on_writer(note)
    return True


def _commit(desk: Desk, sealed: package.Sealed, carried: contents.Contents) -> Outcome:
    if sealed.manifest.kind is manifest.Kind.PHOTO:
        return _photos(desk, sealed, attachments_receiving.take(desk, _package_id(sealed.manifest), carried.photos))
    behind = _renew_if_behind(desk, carried)

    def run() -> tuple[Outcome, dict[int, int], frozenset[str]]:
        with desk.store.writing() as connection:
            return _put_in(desk, connection, sealed, carried, renewed=behind)

    outcome, touched, derived = desk.on_writer(run)
    transact.announce(desk, touched, derived | {"exchange", "conflict"})
    return outcome


def _put_in(
    desk: Desk, connection: Connection, sealed: package.Sealed, carried: contents.Contents, *, renewed: bool
) -> tuple[Outcome, dict[int, int], frozenset[str]]:
    head, own, now = sealed.manifest, desk.identity, desk.now()
    altered = _believe(desk, connection, sealed, carried)
    arrival = arrivals.next_number(connection)
    receiver = data_receiving.Receiver(connection, arrival, at=now)
    judged = judging.Judged()
    for run in _judged(desk, connection, sealed, carried, judged, altered=altered):
        receiver.take_run(run)
    receiver.settle()
    taken = receiver.taken
    if taken.applied:
        arrivals.add(connection, arrival, now, "import", desk.operator.number, N_("Terima Data"))
    judging.take_statements(desk, connection, carried.statements, judged)
    heard = judging.take_receipts(desk, connection, carried.receipts, head.sender.key)
    if judging.speaks_for(desk, connection, head.sender.key, head.sender.replica):
        attachments_sending.hear(connection, head.sender.key, head.sender.replica, carried.letters)
    derived = standing.follow(desk, connection, receiver.touched)
    _raise_alarms(connection, head, judged, taken, now)
    parcel = parcels.find(connection, _parcel_id(head))
    after = _made_by_then(own, connection, head, carried)
    earlier = parcels.clock_before(connection, head.sender.key, head.sender.replica, head.number)
    clock = head.clock if clocks.judge(head.clock, now, after, earlier) is not None else 0
    registered = head.kind is manifest.Kind.DATA and (parcel is None or bool(taken.applied))
    if registered:
        line = _line(connection, sealed, arrival if taken.applied else None, taken.applied, now)
        parcels.register(connection, dataclasses.replace(line, after=after))
    outcome = _outcome(connection, head, taken, judged, clock, renewed, arrival)
    outcome = dataclasses.replace(outcome, arrival=arrival if taken.applied else 0, received=tuple(heard))
    if registered:
        parcels.note_told(connection, _parcel_id(head), kept_receipts.write(_told(outcome, taken)))
    return outcome, dict(receiver.touched), derived


def _line(
    connection: Connection, sealed: package.Sealed, arrival: int | None, applied: int, now: int
) -> parcels.Parcel:
    head = sealed.manifest
    name, place = _called(connection, head)
    return parcels.Parcel(
        id=_parcel_id(head),
        direction="in",
        office=head.sender.key,
        office_name=name,
        number=head.number,
        at=now,
        file=sealed.path.name,
        mark=head.mark,
        arrival=arrival,
        counts=str(applied),
        package=head.id,
        replica=head.sender.replica,
        volume=head.volume,
        volumes=len(head.volumes),
        place=place,
        clock=head.clock,
    )


def _made_by_then(
    own: meta.Identity, connection: Connection, head: manifest.Manifest, carried: contents.Contents
) -> int | None:
    """When by our clock the last package of ours was made that the sender says it has."""
    had = [
        known
        for one in carried.receipts
        if one.sender == own.public and one.office_key == head.sender.key and one.holds()
        for known, _number in one.packages
    ]
    return parcels.newest_made(connection, had) if had else None


def _told(outcome: Outcome, taken: Taken) -> kept_receipts.Told:
    """What the receipt of an import says, however much later it is printed."""
    kinds = sorted(
        outcome.new.keys() | outcome.changed.keys(),
        key=lambda name: records.NAMES[name].no if name in records.NAMES else 0,
    )
    with on_paper():
        aside = tuple(words.render(one.words, {"place": one.scope.place}, _) for one in taken.aside if one.scope)
    disputes = sorted((line.kind, line.title, line.field) for line in outcome.lines if line.disputed)
    return kept_receipts.Told(
        kinds=tuple((name, outcome.new.get(name, 0), outcome.changed.get(name, 0)) for name in kinds),
        known=outcome.same,
        waiting=outcome.waiting,
        apart=outcome.apart,
        aside=aside,
        disputed=outcome.disputed,
        disputes=tuple(disputes[: kept_receipts.DISPUTES]),
        missing=outcome.missing,
    )


def _raise_alarms(
    connection: Connection, head: manifest.Manifest, judged: judging.Judged, taken: Taken, now: int
) -> None:
    for reason, office in judged.apart:
        if reason != judging.UNKNOWN:
            alarms.add(connection, now, f"apart_{reason}", office, {"sender": head.sender.name})
    for one in taken.aside:
        if one.scope is not None:
            alarms.add(connection, now, f"aside_{one.reason.value}", head.sender.name, {"place": one.scope.place})
    if judged.differing:
        alarms.add(connection, now, "differs", head.sender.name, {"streams": str(len(judged.differing))})


def _outcome(
    connection: Connection,
    head: manifest.Manifest,
    taken: Taken,
    judged: judging.Judged,
    clock: int,
    renewed: bool,
    arrival: int,
) -> Outcome:
    lines: list[Line] = []
    book = streams.StreamBook(connection)
    for record, before in taken.before.items():
        declared = records.TYPES.get(taken.kinds.get(record, 0))
        if len(lines) >= MOST_LINES:
            break
        if declared is not None:
            in_dispute = rows.disputed_fields(connection, record)
            differing = {no: sides.standing(connection, book, record, no) for no in in_dispute if no}
            settled = sides.settled(connection, book, record, arrival) if before is not None else {}
            lines.extend(_lines(connection, declared, record, before, in_dispute, settled | differing))
    known = trust_rows.card_of(connection, head.sender.key)
    name, place = _called(connection, head)
    sender = parcels.Sender(head.sender.key, name, place, head.sender.replica)
    return Outcome(
        sender=name,
        place=place,
        number=head.number,
        code=sending.code_of(head.mark),
        accepted=known is not None and known.valid,
        changes=taken.applied,
        same=taken.known,
        waiting=taken.waiting,
        new=_by_name(taken.new),
        changed=_by_name(taken.changed),
        disputed=taken.disputed,
        missing=tuple(parcels.missing_numbers(connection, sender)) if taken.waiting else (),
        lines=tuple(lines),
        apart=tuple((reason, office, many) for (reason, office), many in sorted(judged.apart.items())),
        aside=tuple(words.render(one.words, {"place": one.scope.place}, _) for one in taken.aside if one.scope),
        clock=clock,
        renewed=renewed,
        package=head.id.hex(),
    )


def _by_name(tally: Mapping[int, int]) -> dict[str, int]:
    found: dict[str, int] = {}
    for kind, count in tally.items():
        name = records.TYPES[kind].name if kind in records.TYPES else "newer"
        found[name] = found.get(name, 0) + count
    return found


def _lines(
    connection: Connection,
    declared: records.RecordType,
    record: int,
    before: dict[str, Any] | None,
    in_dispute: set[int],
    values: Mapping[int, tuple[Any, ...]],
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
            values.get(field.no, ()),
        )
        for field in declared.fields
        if field.kind is not records.FieldKind.BYTES
        and (
            row[field.name] != (before.get(field.name) if before else None)
            or field.no in in_dispute
            or field.no in values
        )
    ]


def _parcel_id(head: manifest.Manifest) -> bytes:
    """One line in the register for each volume of each package."""
    return hashlib.sha256(_package_id(head) + head.volume.to_bytes(4, "big")).digest()[:16]


def _package_id(head: manifest.Manifest) -> bytes:
    """What a package is known by here. Its id is its sender's choice: another could take the same one."""
    return hashlib.sha256(head.sender.key + head.id).digest()[:16]


def _files(given: Iterable[Path]) -> list[Path]:
    listed: list[Path] = []
    for path in given:
        if path.is_dir() and not path.is_symlink():
            for folder in (path, path / package.FOLDER):
                if folder.is_dir() and not folder.is_symlink():
                    listed.extend(_listed(folder))
        elif path.exists():
            listed.append(path)
        else:
            raise errors.NotFound(N_("{path} tidak ditemukan."), path=path)
    return list(dict.fromkeys(listed))


def _listed(folder: Path) -> list[Path]:
    """The files of a folder, those first that are named as packages: a stick may be full of other things."""
    named: list[str] = []
    others: list[str] = []
    with os.scandir(folder) as entries:
        for entry in itertools.islice(entries, MOST_SEEN):
            if not entry.is_dir():
                like_ours = entry.name.casefold().endswith(_ENDINGS)
                (named if like_ours else others).append(entry.name)
    return [folder / name for name in (*sorted(named), *sorted(others))[:MOST_FILES]]
