# SPDX-License-Identifier: Apache-2.0
"""Ready files that lie on flashdisks, found by themselves at the first run: for which office, made by whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from desk_app.domain import errors
from desk_app.exchange import package
from desk_app.operations import enrolment, region_search

MOST_FILES = 500


@dataclass(frozen=True, slots=True)
class ReadyFile:
    """One ready file: its first part, the office it is for in words (and its place), who made it."""

    path: Path
    place: str
    office: str
    sender: str


def look(path: Path) -> ReadyFile:
    """What a file is that was chosen. Raises Refused where it is no ready file."""
    offer = enrolment.look(path)
    office = region_search.words_of(offer.place).partition(" · ")[0]
    return ReadyFile(offer.files[0], offer.place, office, offer.sender)


def find(folders: Iterable[Path]) -> list[ReadyFile]:
    """The whole ready files in folders (sticks) and their DESK folder; what cannot be read is left out."""
    found: dict[Path, ReadyFile] = {}
    for folder in folders:
        for inner in (folder, folder / package.FOLDER):
            for path in _packages(inner):
                try:
                    one = look(path)
                except errors.Refused:
                    continue
                found.setdefault(one.path, one)
    return list(found.values())


def _packages(folder: Path) -> list[Path]:
    try:
        listed = sorted(path for path in folder.iterdir() if path.suffix.casefold() == package.SUFFIX)
    except OSError:
        return []
    return [path for path in listed[:MOST_FILES] if package.looks_like_package(path)]
