# SPDX-License-Identifier: Apache-2.0
"""Packages for other offices that a courier's stick brought here: kept closed, and given along on the way there."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from desk_app.base import files
from desk_app.domain import errors, places
from desk_app.exchange import manifest, package, refusals
from desk_app.operations import trust
from desk_app.operations.desk import Desk

FOLDER = "relay"
KEPT = 3
"""Packages of one computer for one office that are carried: each holds what the one before held and more."""

MOST_BYTES = 512 << 20
"""What is carried in all; for senders that nobody here vouches for half of it, or any stick could fill the disk."""


def take_along(desk: Desk, paths: Iterable[Path]) -> int:
    """Keep copies of packages that are for other offices; returns how many were new here."""
    folder = desk.folder / FOLDER
    taken = 0
    for path in paths:
        try:
            sealed = package.read(path)
        except errors.Refused:
            continue
        head = sealed.manifest
        if head.kind not in (manifest.Kind.DATA, manifest.Kind.PHOTO):
            continue
        if head.is_for(desk.identity.place, desk.identity.public):
            continue
        if head.sender.key == desk.identity.public:
            continue
        target = path_of(desk, head)
        if not target.exists():
            if _size(folder) + path.stat().st_size > _limit(desk, head.sender.key):
                continue
            folder.mkdir(exist_ok=True)
            if files.write_whole(target, path.read_bytes()) != sealed.sha256:
                target.unlink()  # the file was exchanged for another one after it was read
                continue
            taken += 1
    if taken:
        _prune(folder)
    return taken


def path_of(desk: Desk, head: manifest.Manifest) -> Path:
    """Where a package lies when it is carried. Its id is its sender's choice, so it counts together with the key."""
    name = hashlib.sha256(head.sender.key + head.id).hexdigest()[:32]
    return desk.folder / FOLDER / f"{name}-{head.volume:03d}{package.SUFFIX}"


def waiting_for(desk: Desk, place: str) -> list[Path]:
    """The packages here whose way leads over the office at a place."""
    return [path for path, head in _kept(desk.folder / FOLDER) if _leads_over(head, place)]


def _limit(desk: Desk, sender: bytes) -> int:
    with desk.reading() as connection:
        who = trust.author(connection, desk.identity, sender)
    return MOST_BYTES if who is not None and who.valid else MOST_BYTES // 2


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.glob(f"*{package.SUFFIX}"))


def _leads_over(head: manifest.Manifest, place: str) -> bool:
    if head.sender.place == place:
        return False
    return any(
        one.place == place or places.is_within(one.place, place) or places.is_within(place, one.place)
        for one in head.to
    )


def _kept(folder: Path) -> list[tuple[Path, manifest.Manifest]]:
    found = []
    for path in sorted(folder.glob(f"*{package.SUFFIX}")):
        try:
            found.append((path, package.peek(path)))
        except (refusals.Unreadable, refusals.Newer):
            continue  # it may be whole: another try, or a later version of the program, will tell
        except errors.Refused:
            path.unlink(missing_ok=True)
    return found


def _prune(folder: Path) -> None:
    groups: dict[tuple[bytes, bytes, tuple[manifest.Addressee, ...]], dict[int, list[Path]]] = {}
    for path, head in _kept(folder):
        groups.setdefault((head.sender.key, head.sender.replica, head.to), {}).setdefault(head.number, []).append(path)
    for numbers in groups.values():
        for old in sorted(numbers)[:-KEPT]:
            for path in numbers[old]:
                path.unlink(missing_ok=True)
