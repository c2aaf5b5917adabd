# SPDX-License-Identifier: Apache-2.0
"""Bringing an office back from a backup, under a new replica id, with what stood there before kept aside.

A restored database would go on counting its changes from an old number, while other offices hold other changes
under those numbers. So it writes from now on as a replica that never was before, and announces it (exchange.md §9);
what was lost in between comes back from the offices that received it, as the changes of a foreign stream.
"""

import contextlib
import shutil
from dataclasses import dataclass
from pathlib import Path

from desk_app.base import clock, files
from desk_app.base.progress import Progress, Steps
from desk_app.data import attachments_kept, backup, keys
from desk_app.domain import errors, words
from desk_app.operations import backups, desk, opening, replicas
from desk_app.operations.desk import DATABASE

N_ = words.N_

STAGING = "restoring"
KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Restored:
    """What restoring did. `kept`: the folder with what was here before, None if there was nothing."""

    office: Path
    kept: Path | None
    changes: int


def restore(
    source: Path,
    office: Path,
    password: str,
    *,
    name: str | None = None,
    now: clock.Clock = clock.now,
) -> Steps[Restored]:
    """Put the backup in folder `source` in place of the office in folder `office`. Raises Refused, changing nothing.

    `password`: one of today, if the office's key file is still there, else one of the day of the backup. The key file
    of today is kept where it fits, so that a removed account or an old recovery sheet does not come back.
    """
    if not (source / DATABASE).is_file():
        raise errors.NotFound(N_("Tidak ada backup di {folder}."), folder=source)
    office.mkdir(parents=True, exist_ok=True)
    lock = desk.lock_folder(office)
    staging = office / STAGING
    try:
        shutil.rmtree(staging, ignore_errors=True)
        staging.mkdir()
        yield Progress(0, None, N_("Menyalin backup"))
        files.write_whole(staging / DATABASE, backups.blocks(source / DATABASE))
        yield Progress(0, None, N_("Memeriksa backup"))
        ring, data_key, slot = _unlock(source, office, staging / DATABASE, password, name)
        keys.save(ring, staging)
        expected = None
        if (source / backups.SHEET).exists():
            expected = backups.contents_of(backups.read_sheet(source))
        found = backup.verify(staging / DATABASE, data_key, expected)
        with opening.open_with_key(staging, data_key, slot, now=now, guarded=False) as restored:
            replicas.renew(restored)
        yield Progress(0, None, N_("Menyimpan data lama"))
        kept = _set_aside(office)
        for part in (keys.FILE, DATABASE):
            (staging / part).rename(office / part)
        files.sync_folder(office)
        # What is here already stays: a content is never another one. What is missing is asked for by the next package.
        photos = attachments_kept.FOLDER
        for done, _name in enumerate(attachments_kept.copy_missing(source.parent / photos, office / photos)):
            yield Progress(done, None, N_("Menyalin lampiran"))
    except OSError as fault:
        raise errors.Refused(N_("Backup tidak dapat dipulihkan: {fault}"), fault=fault) from fault
    finally:
        shutil.rmtree(staging, ignore_errors=True)
        lock.release()
    return Restored(office, kept, found.changes)


def _unlock(
    source: Path, office: Path, database: Path, password: str, name: str | None
) -> tuple[keys.Ring, bytes, keys.Slot]:
    """The key file of today if it opens this backup, else that of the day of the backup."""
    if (office / keys.FILE).is_file():
        with contextlib.suppress(errors.Refused):
            ring = keys.load(office)
            data_key, slot = keys.unlock(ring, password, name)
            backup.open_once(database, data_key)
            return ring, data_key, slot
    ring = keys.load(source)
    data_key, slot = keys.unlock(ring, password, name)
    return ring, data_key, slot


def _set_aside(office: Path) -> Path | None:
    """Rename what stands in the office's place into a folder of its own; nothing is ever deleted."""
    present = [
        office / name
        for name in (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", keys.FILE)
        if (office / name).exists()
    ]
    if not present:
        return None
    number = 1 + sum(1 for _ in office.glob(f"{KEPT}-*"))
    while (office / f"{KEPT}-{number:04d}").exists():
        number += 1
    aside = office / f"{KEPT}-{number:04d}"
    aside.mkdir()
    for one in present:
        one.rename(aside / one.name)
    files.sync_folder(aside)
    return aside
