# SPDX-License-Identifier: Apache-2.0
"""Daftar kantor: which offices are vouched for here, joining by a request and a phone call, taking it back, rescue."""

from dataclasses import dataclass
from pathlib import Path

from desk_app.base.progress import finish
from desk_app.data import rescues, streams
from desk_app.data import trust as rows
from desk_app.domain import errors, places, words
from desk_app.exchange import contents, manifest
from desk_app.operations import changed, package_making, package_parts, stick_writing, trust, vouching
from desk_app.operations.desk import Desk

N_ = words.N_


@dataclass(frozen=True, slots=True)
class Office:
    """An office vouched for here. `code`: what it reads out over the phone; `own`: this office itself."""

    key: str
    place: str
    name: str
    code: str
    valid: bool
    own: bool
    rescue: bool
    """A secret is kept here that opens it when its passwords are forgotten."""


def offices(desk: Desk) -> list[Office]:
    """Every office that is or was vouched for, by place."""
    with desk.reading() as connection:
        return [
            Office(
                key=one.key.hex(),
                place=one.place,
                name=one.name,
                code=package_making.code_of(one.key),
                valid=one.valid,
                own=one.key == desk.identity.public,
                rescue=rescues.of_office(connection, one.key) is not None,
            )
            for one in rows.cards(connection)
        ]


def write_request(desk: Desk, out: Path) -> Path:
    """Write this office's request to be believed into a folder; its code is read out over the phone."""
    roots = trust.roots_of(desk)
    rides = contents.Contents(sender=b"", package=b"", roots=roots, cards=(trust.request_of(desk.identity),))
    place = places.parent(desk.identity.place) or desk.identity.place
    prepared = finish(
        package_making.make(
            desk,
            kind=manifest.Kind.CARD,
            to=[(place, b"")],
            number=0,
            parts=lambda _connection: package_parts.Parts((), rides),
            close=lambda bodies: bodies,
        )
    )
    sent = finish(stick_writing.write_out(desk, prepared, out))
    for path in prepared.files:
        path.unlink(missing_ok=True)
    return sent.files[0]


def withdraw(desk: Desk, code: str) -> Office:
    """Vouch for an office no longer; what it wrote and is held here counts still. Raises NotFound, NotPermitted."""
    found = [one for one in offices(desk) if plain(one.code) == plain(code) and one.valid]
    if not found:
        raise errors.NotFound(N_("Tidak ada kantor terdaftar dengan kode itu."))
    if found[0].own:
        raise errors.Refused(N_("Pendaftaran kantor ini sendiri tidak dapat dicabut di sini."))
    key = bytes.fromhex(found[0].key)

    def run() -> None:
        with desk.store.writing() as connection:
            own = {one for one, _superseded in rows.replicas_of(connection, key)}
            reach = {one.id: one.held for one in streams.all_streams(connection) if one.replica in own and one.held}
            vouching.withdraw(connection, key, reach, desk.now())

    desk.on_writer(run)
    desk.news.tell(changed.Changed(frozenset({"exchange"})))
    return found[0]


def rescue_words(desk: Desk, place: str) -> list[tuple[str, str]]:
    """What is told to an office over the phone when its passwords are forgotten: (name, secret). Raises NotFound."""
    with desk.reading() as connection:
        found = [(one, rescues.of_office(connection, one.key)) for one in rows.cards_at(connection, place)]
    kept = [(one.name, rescue.secret) for one, rescue in found if rescue is not None]
    if not kept:
        raise errors.NotFound(N_("Belum ada kode pertolongan dari kantor itu. Kode datang bersama kirimannya."))
    return kept


def plain(code: str) -> str:
    """A code as it is compared, whatever was typed between its letters."""
    return "".join(letter for letter in code.upper() if letter.isalnum())
