# SPDX-License-Identifier: Apache-2.0
"""A plain folder as a stick that never leaves: a share in the office's network, a folder that is kept in step.

Several computers of one office exchange through it, and offices that share such a folder; unattended where the office
has switched it on. What comes is put in a little at a time, so that typing goes on; only known senders are taken.
"""

from dataclasses import dataclass
from pathlib import Path

from desk_app.base.progress import Progress, Steps
from desk_app.data import streams
from desk_app.data import trust as trust_rows
from desk_app.domain import errors, words
from desk_app.exchange import package
from desk_app.operations import (
    attachments_sending,
    destinations,
    packages_found,
    receiving,
    sending,
    settings,
    stick_writing,
)
from desk_app.operations.desk import Desk

N_ = words.N_

SETTING = "shared_folder"
EVERY = 60
"""Seconds between two looks at the folder."""

KEPT = 3
"""Packages of this computer to one office that stay in the folder."""


@dataclass(frozen=True, slots=True)
class Exchanged:
    """What one look at the folder did: changes taken in, packages written, and what stood in the way (words)."""

    taken: int
    written: int
    troubles: tuple[str, ...]


def folder_of(desk: Desk) -> Path | None:
    """The folder that the office exchanges through unattended, None where it does not."""
    chosen = settings.get(desk, SETTING)
    return Path(chosen) if chosen else None


def exchange(desk: Desk, folder: Path) -> Steps[Exchanged]:
    """Take what is new in the folder, then write what others there have not said they hold. Raises Refused."""
    if not folder.is_dir():
        raise errors.Refused(N_("Folder atau flashdisk {folder} tidak ditemukan."), folder=folder)
    taken, troubles = 0, list[str]()
    heard: set[str] = set()
    yield Progress(0, None, N_("Mencari kiriman"))
    for one in packages_found.find(desk, [folder]):
        if one.fault or one.already or not one.known:
            continue
        try:
            outcome = yield from receiving.receive_in_slices(desk, one.path)
        except errors.Refused as fault:
            troubles.append(words.render(fault.message, fault.params, str))
            continue
        taken += outcome.changes
        if outcome.changes:
            heard.add(one.place)
    written = 0
    for place in _partners(desk, folder):
        # Who brought something new is told that it is here, or it would send the same again and again.
        if place in heard or _is_lacking(desk, place):
            sent = yield from sending.send(desk, place, folder)
            written += 1
            _prune(desk, folder, sent)
    return Exchanged(taken, written, tuple(troubles))


def _partners(desk: Desk, folder: Path) -> list[str]:
    """The places to write for: other computers of this office, and offices whose packages lie in the folder."""
    own = desk.identity
    found: set[str] = set()
    with desk.reading() as connection:
        known = trust_rows.replicas_of(connection, own.public)
    others = [one for one, superseded in known if not superseded and one != own.replica]
    if others:
        found.add(own.place)
    for one in packages_found.find(desk, [folder]):
        if one.known and one.place != own.place and one.kind == "data":
            found.add(one.place)
    return sorted(found)


def _is_lacking(desk: Desk, place: str) -> bool:
    """Whether others at a place have not said they hold all, and no package made since lies here for them."""
    reads = destinations.reader(desk, place)
    with desk.reading() as connection:
        offices = {desk.identity.public} if place == desk.identity.place else set()
        offices |= {one.key for one in trust_rows.cards_at(connection, place)}
        if attachments_sending.is_asked(desk, connection, reads, offices):
            return True
        own_place = place == desk.identity.place
        held = destinations.said_to_own(desk, connection) if own_place else destinations.said_by(connection, place)
        made = destinations.reach_of_last(connection, place)
        return any(
            one.held > max(held.get(one.id, 0), made.get(one.id, 0))
            for one in streams.all_streams(connection)
            if one.scope is not None and reads(one.scope)
        )


def _prune(desk: Desk, folder: Path, sent: stick_writing.Sent) -> None:
    """Take away this computer's older packages to the same office: what they held is in the newer ones."""
    front = sent.files[0].name.rsplit("-", 2)[0] + "-"
    numbers: dict[str, list[Path]] = {}
    for path in (folder / package.FOLDER).glob(f"{front}*{package.SUFFIX}"):
        numbers.setdefault(package.group_of(path.name), []).append(path)
    for old in sorted(numbers)[:-KEPT]:
        for path in numbers[old]:
            path.unlink(missing_ok=True)
