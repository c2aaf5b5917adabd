# SPDX-License-Identifier: Apache-2.0
"""What lies on a stick: the packages in files and folders, by content and not by name, and which are of use."""

import itertools
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from desk_app.base.text import _
from desk_app.data import parcels
from desk_app.data.database import Connection
from desk_app.domain import errors, words
from desk_app.exchange import manifest, package
from desk_app.operations import package_making, package_opening, trust
from desk_app.operations.desk import Desk

N_ = words.N_

MOST_FILES = 2000
"""Files of one folder that are opened to see whether they are packages."""

MOST_SEEN = 200_000
"""Names that are read of one folder."""

_ENDINGS = (package.SUFFIX, ".des")
"""How packages are named, also where an old system cut the name."""


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
            already = package_opening.is_already_in(connection, head)
            unusable = package_opening.unusable(desk, head) or _own(desk, connection, head)
            name, place = package_opening.called(connection, head)
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
                code=package_making.code_of(head.mark),
                kind=head.kind.value,
                package=head.id.hex(),
            )
        )
    return sorted(found, key=lambda one: (one.kind == "photo", one.place, one.number, one.package, one.volume))


def _own(desk: Desk, connection: Connection, head: manifest.Manifest) -> str:
    """Why a package of this computer itself is of no use, a msgid; one it does not remember sending brings back."""
    if head.sender.key != desk.identity.public or head.kind is not manifest.Kind.DATA:
        return ""
    if head.sender.replica == desk.identity.replica and parcels.of_package(connection, head.id):
        return N_("Kiriman dari komputer ini sendiri; isinya sudah ada di sini.")
    return ""


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
