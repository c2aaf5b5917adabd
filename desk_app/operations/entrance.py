# SPDX-License-Identifier: Apache-2.0
"""What can be seen of an office before it is open: who works there, whether its data are there, its last backup."""

import contextlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desk_app.data import keys
from desk_app.domain import errors, words, zones
from desk_app.operations import backups
from desk_app.operations.desk import BACKUPS, DATABASE

N_ = words.N_


@dataclass(frozen=True, slots=True)
class Entrance:
    """`names`: the operators; `trouble`: why it cannot be opened, as far as that is seen without a password;
    `backup`: the newest whole one and `made_at` its moment on the clocks of the office, None without one."""

    names: tuple[str, ...]
    trouble: errors.Refused | None
    backup: backups.Backup | None
    made_at: datetime | None


def look(folder: Path) -> Entrance:
    """Look at the office in a folder from outside."""
    backup = next((one for one in backups.backups_of(folder / BACKUPS) if one.ok), None)
    trouble: errors.Refused | None = None
    names: tuple[str, ...] = ()
    try:
        names = _names(folder)
        if not (folder / DATABASE).is_file():
            trouble = errors.NotFound(N_("Data kantor di {folder} tidak ada lagi."), folder=folder)
    except errors.Refused as refusal:
        trouble = refusal
        if backup is not None:
            with contextlib.suppress(errors.Refused):
                names = _names(backup.folder)
    made_at = zones.local(backup.at, zones.zone_of(backup.place)) if backup is not None else None
    return Entrance(names, trouble, backup, made_at)


def require_password(folder: Path, backup: backups.Backup, password: str, name: str) -> None:
    """See that a password of today, or of the day of the backup, is right, as bringing it back will. Raises
    NotPermitted."""
    for place in (folder, backup.folder):
        with contextlib.suppress(errors.Refused):
            keys.unlock(keys.load(place), password, name)
            return
    raise errors.NotPermitted(
        N_("Kata sandi salah. Pakai kata sandi sekarang, atau yang berlaku saat backup itu dibuat.")
    )


def _names(folder: Path) -> tuple[str, ...]:
    return tuple(slot.name for slot in keys.load(folder).slots if slot.kind == "account")
