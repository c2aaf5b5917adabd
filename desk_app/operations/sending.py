# SPDX-License-Identifier: Apache-2.0
"""Kirim Data: what another office lacks, as a package sealed for it, made in the outbox and put on a stick."""

import functools
from pathlib import Path

from desk_app.base.progress import Progress, Steps
from desk_app.data import parcels
from desk_app.data import trust as trust_rows
from desk_app.domain import errors, places, words
from desk_app.exchange import manifest, package
from desk_app.operations import package_making, package_parts, stick_writing
from desk_app.operations.desk import OUTBOX, Desk

N_ = words.N_

KEPT = 10
"""Packages to one office that stay in the outbox, to be written once more."""


def send(desk: Desk, to: str, out: Path, *, photos: bool = True) -> Steps[stick_writing.Sent]:
    """Make a package for the office at `to` in the outbox, then copy it to `out`/DESK and read it back.

    Everything that the other office has not *said* it holds is sent, so a lost stick heals at the next one. What
    others gave along for it goes with it. Raises Refused; what stands under a final name on the stick is whole.
    """
    if not out.is_dir():
        raise errors.Refused(N_("Folder atau flashdisk {folder} tidak ditemukan."), folder=out)
    prepared = yield from prepare(desk, to, photos=photos)
    return (yield from stick_writing.write_out(desk, prepared, out))


def prepare(desk: Desk, to: str, *, photos: bool = True) -> Steps[package_making.Prepared]:
    """Make a package for the office at `to` in the outbox; nothing is on a stick yet. Raises Refused.

    Without `photos` it is small; they go with a later one.
    """
    place = places.parse_code(to) if to != places.NATION else to
    yield Progress(0, None, N_("Menyiapkan kiriman"))
    keys, recipients = _addressees(desk, place)
    package_making.make_ready(desk)
    number, version = desk.on_writer(functools.partial(_begin, desk, place))
    prepared = yield from package_making.make(
        desk,
        kind=manifest.Kind.DATA,
        to=[(place, key) for key in keys],
        number=number,
        parts=lambda connection: package_parts.of(desk, connection, place, version),
        close=lambda bodies: package.seal_up(bodies, recipients=[*recipients, desk.identity.recipient]),
    )
    if photos:
        everybody = [*recipients, desk.identity.recipient]
        prepared = yield from package_making.with_photos(desk, prepared, [(place, key) for key in keys], everybody)
    _prune(desk, place)
    return prepared


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


def _begin(desk: Desk, place: str) -> tuple[int, int]:
    with desk.store.writing() as connection:
        return parcels.next_number_to(connection, place, desk.identity.replica), package_parts.next_version(connection)


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
