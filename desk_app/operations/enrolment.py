# SPDX-License-Identifier: Apache-2.0
"""Siapkan paket kecamatan: one ready file for an office, opened there with the word on its slip.

The file holds what the office works on from the first minute; its keys are made on its own computer and never travel.
Its first package answers the invitation, and is vouched for without anybody doing anything. A lost laptop is replaced
in the same way, and another computer of the same office is set up so (exchange.md §13).
"""

import functools
import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from desk_app.base import clock
from desk_app.base.progress import Progress, Steps
from desk_app.data import invitations, keys, meta, unit_of_work
from desk_app.data import sending as data_sending
from desk_app.data.database import Connection
from desk_app.domain import errors, places, spoken, words
from desk_app.exchange import contents, manifest, package, wire
from desk_app.operations import (
    destinations,
    offices,
    outgoing,
    package_making,
    package_parts,
    receiving,
    rescue,
    settings,
    stick_writing,
    trust,
    trust_letters,
)
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_

WORD = 8
"""Random bytes in the word on a slip: 64 bits behind Argon2id."""

NEW, ANOTHER = "new", "pc"
"""Kinds of invitation: an office that begins (or begins again), another computer of this office."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A ready file: for which office, where it lies, and the word that is carried apart from it."""

    place: str
    name: str
    files: tuple[Path, ...]
    word: str


@dataclass(frozen=True, slots=True)
class Offer:
    """What a ready file says of itself before it is opened."""

    files: tuple[Path, ...]
    sender: str
    place: str


def prepare(desk: Desk, wanted: Sequence[str], out: Path) -> Steps[list[Ready]]:
    """Write a ready file for each place into a folder. Raises Refused where this office vouches for nobody there.

    The office's own place stands for another computer of this office.
    """
    if not out.is_dir():
        raise errors.Refused(N_("Folder atau flashdisk {folder} tidak ditemukan."), folder=out)
    own = desk.identity
    made: list[Ready] = []
    package_making.make_ready(desk)
    for done, place in enumerate(wanted):
        if place != own.place and not (trust.is_authority(own) and places.is_within(place, own.place)):
            raise errors.Refused(N_("Berkas siap untuk {place} tidak dibuat oleh kantor ini."), place=place)
        yield Progress(done, len(wanted), N_("Menyiapkan berkas"))
        made.append((yield from _prepare_one(desk, place, out)))
    return made


def _prepare_one(desk: Desk, place: str, out: Path) -> Steps[Ready]:
    own = desk.identity
    kind = ANOTHER if place == own.place else NEW
    word = spoken.say(secrets.token_bytes(WORD))
    invitation = invitations.Invitation(
        secrets.token_bytes(trust_letters.INVITATION), place, kind, secrets.token_bytes(32), word, desk.now(), None
    )
    told: dict[str, wire.Item] = {
        "id": invitation.id,
        "key": invitation.key,
        "place": place,
        "kind": kind,
        "event": settings.event_code(desk),
    }
    with desk.reading() as connection:
        rehearsal = meta.read(connection).get("rehearsal_day")
    if rehearsal is not None:
        told["rehearsal_day"] = int(rehearsal)
    if kind == ANOTHER:
        told |= {"seed": own.seed, "box": own.box, "name": own.name, "short": own.short}
        told |= _authority_of(desk)
    version = desk.on_writer(functools.partial(_begin, desk, invitation))
    prepared = yield from package_making.make(
        desk,
        kind=manifest.Kind.READY,
        to=[(place, b"")],
        number=0,
        parts=lambda connection: _parts(desk, connection, place, version, told),
        close=lambda bodies: package.seal_up(bodies, passphrase=plain(word)),
    )
    try:
        sent = yield from stick_writing.write_out(desk, prepared, out)
    finally:
        for path in prepared.files:
            path.unlink(missing_ok=True)
    return Ready(place, outgoing.office_name(desk, place), sent.files, word)


def look(path: Path) -> Offer:
    """What a ready file says of itself. Raises Refused for any other file."""
    head = package.peek(path)
    if head.kind is not manifest.Kind.READY or not head.to:
        raise errors.Refused(N_("{file} bukan berkas siap untuk kantor baru."), file=path.name)
    found = {head.volume: path}
    for other in sorted(path.parent.glob(f"*{package.SUFFIX}")):
        if other != path and package.looks_like_package(other):
            try:
                one = package.peek(other)
            except errors.Refused:
                continue
            if one.id == head.id:
                found.setdefault(one.volume, other)
    missing = [str(number) for number in range(1, len(head.volumes) + 1) if number not in found]
    if missing:
        raise errors.Refused(
            N_("Berkas siap ini belum lengkap: bagian {missing} tidak ada di folder yang sama."),
            missing=", ".join(missing),
        )
    return Offer(tuple(found[number] for number in sorted(found)), head.sender.name, head.to[0].place)


def require_word(path: Path, word: str) -> None:
    """Look whether a word opens a ready file, without setting anything up. Raises WrongSecret, Refused."""
    offer = look(path)
    _opened(offer.files[0], word)


def open_ready(
    path: Path,
    word: str,
    folder: Path,
    operator: str,
    password: str,
    *,
    now: clock.Clock = clock.now,
    key_memory: int = keys.MEMORY,
) -> Steps[offices.Made]:
    """Set up the office that a ready file is for. Raises WrongSecret, Refused; then no office is there."""
    offer = look(path)
    yield Progress(0, len(offer.files) + 1, N_("Membuka berkas siap"))
    opened = [_opened(one, word) for one in offer.files]
    told = opened[0][1].invitation
    if told is None:
        raise errors.Damaged(N_("{file} rusak atau diubah. Minta berkas siap yang baru."), file=path.name)
    asked = _asked(told, operator, password, path)
    made = offices.create_office(folder, asked, now=now, key_memory=key_memory)
    with _removed_if_it_fails(made.desk):
        _believe(made.desk, opened[0][1], told)
        for done, (sealed, carried) in enumerate(opened, 1):
            yield Progress(done, len(offer.files) + 1, N_("Memasukkan data"))
            receiving.put_ready(made.desk, sealed, carried)
        if asked.same_office is None:
            rescue.renew(made.desk, key_memory=key_memory)
        else:
            announce = functools.partial(_announce, made.desk)
            transact(made.desk, N_("Kantor dibuat"), announce, kind="setup")
    return made


def plain(word: str) -> str:
    """The word of a slip as it locks: whatever was typed between and around its letters does not matter."""
    return spoken.say(spoken.hear(word, WORD))


def _opened(path: Path, word: str) -> tuple[package.Sealed, contents.Contents]:
    sealed = package.read(path)
    return sealed, package.unseal(sealed, passphrase=plain(word))


def _asked(
    told: Mapping[str, wire.Item], operator: str, password: str, path: Path
) -> offices.NewOffice:
    place, event, kind = told.get("place"), told.get("event"), told.get("kind")
    rehearsal = told.get("rehearsal_day")
    if not isinstance(place, str) or not isinstance(event, str) or kind not in (NEW, ANOTHER):
        raise errors.Damaged(N_("{file} rusak atau diubah. Minta berkas siap yang baru."), file=path.name)
    seed, box = told.get("seed"), told.get("box")
    same = (seed, box) if isinstance(seed, bytes) and isinstance(box, str) and kind == ANOTHER else None
    name, short = told.get("name"), told.get("short")
    return offices.NewOffice(
        place=place,
        event=event,
        operator=operator,
        password=password,
        desk_name=name if isinstance(name, str) else "",
        short=short if isinstance(short, str) else "",
        with_master_data=False,
        same_office=same,
        rehearsal_day=rehearsal if isinstance(rehearsal, int) else None,
    )


def _believe(desk: Desk, carried: contents.Contents, told: Mapping[str, wire.Item]) -> None:
    """The word on the slip vouches for the file, and the file for the roots above the new office."""
    invited = {}
    known, key = told.get("id"), told.get("key")
    if isinstance(known, bytes) and isinstance(key, bytes) and told.get("kind") == NEW:
        invited["invitation"] = known + key
    for name in ("root_seed", "spare_seed"):
        value = told.get(name)
        if isinstance(value, bytes):
            invited[name] = value

    def run() -> None:
        with desk.store.writing() as connection:
            above = [root for root in carried.roots if places.is_within(desk.identity.place, root.place)]
            trust.pin(connection, sorted(above, key=lambda one: one.version), "ready", desk.now())
            meta.write(connection, invited)

    desk.on_writer(run)


def _announce(desk: Desk, unit: unit_of_work.Unit) -> None:
    """Say which replica writes here too: after what the first computer said, so that it is no disagreement."""
    offices.announce_office(unit, desk.identity)


def _authority_of(desk: Desk) -> dict[str, wire.Item]:
    """Another computer of an authority vouches as the first one does."""
    with desk.reading() as connection:
        values = meta.read(connection)
    return {name: values[name] for name in ("root_seed",) if name in values}


def _begin(desk: Desk, invitation: invitations.Invitation) -> int:
    with desk.store.writing() as connection:
        invitations.add(connection, invitation)
        return package_parts.next_version(connection)


def _parts(
    desk: Desk,
    connection: Connection,
    place: str,
    version: int,
    told: Mapping[str, wire.Item],
) -> package_parts.Parts:
    reads = destinations.reader(desk, place)
    roots, vouched = trust.chain_for(connection, place)
    rides = contents.Contents(
        sender=b"",
        package=b"",
        statements=tuple(package_parts.statements_of(desk, connection, reads, version)),
        roots=roots,
        cards=vouched,
        invitation=told,
    )
    return package_parts.Parts(data_sending.runs(connection, reads, {}), rides)


@contextmanager
def _removed_if_it_fails(desk: Desk) -> Iterator[None]:
    """An office that could not be filled does not stay, or the second try would find its folder taken."""
    try:
        yield
    except BaseException:
        desk.close()
        for name in (keys.FILE, "desk.db", "desk.db-wal", "desk.db-shm"):
            (desk.folder / name).unlink(missing_ok=True)
        raise
