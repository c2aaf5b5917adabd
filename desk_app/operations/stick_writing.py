# SPDX-License-Identifier: Apache-2.0
"""A prepared package written whole to a stick and read back, with what others gave along for its office."""

import functools
import shutil
from dataclasses import dataclass
from pathlib import Path

from desk_app.base import fault_words, files
from desk_app.base.progress import Progress, Steps
from desk_app.data import parcels
from desk_app.domain import errors, words
from desk_app.exchange import package
from desk_app.operations import changed, package_making, relays, stick_health
from desk_app.operations.desk import Desk

N_ = words.N_


@dataclass(frozen=True, slots=True)
class Sent:
    """What was written: the files on the stick, and how much they hold. `carried`: packages of others passed on.

    `cleared`: files of this computer that a stick pulled too early had left half, and that were taken away.
    """

    files: tuple[Path, ...]
    number: int
    changes: int
    to: str
    code: str
    """The code of the package in blocks, for the handover; the receiver sees the same."""
    package: str
    """The package's id, by which the register names it."""
    carried: int = 0
    entries: int = 0
    """How many records the changes are about: what a person counts as "isian"."""
    cleared: int = 0
    photos: tuple[Path, ...] = ()
    """The files with photos and documents, after those of the data, and how many there are in them."""
    pictures: int = 0


def write_out(desk: Desk, prepared: package_making.Prepared, out: Path) -> Steps[Sent]:
    """Copy a prepared package to `out`/DESK, each file read back before it gets its name. Raises Refused.

    What this computer began there and could not finish is taken away first.
    """
    carried = relays.waiting_for(desk, prepared.to)
    needed = prepared.size + sum(path.stat().st_size for path in carried)
    try:
        if not out.is_dir():
            raise errors.Refused(N_("Folder atau flashdisk {folder} tidak ditemukan."), folder=out)
        folder = out / package.FOLDER
        cleared = stick_health.clear_begun(folder, desk.identity.register)
        every = [*prepared.all_files, *carried]
        if shutil.disk_usage(out).free < needed + 65536 * len(every):
            words_ = N_("Ruang di {folder} tidak cukup: perlu {size} KB.")
            if prepared.photos:
                words_ = N_(
                    "Ruang di {folder} tidak cukup: perlu {size} KB. Centang “Tanpa foto” agar datanya tetap terbawa."
                )
            raise errors.Refused(words_, folder=out, size=needed // 1024 + 1)
        folder.mkdir(exist_ok=True)
        written = []
        for index, path in enumerate(every):
            yield Progress(index, len(every), N_("Menulis dan membaca ulang"))
            files.write_whole(folder / path.name, path.read_bytes())
            written.append(folder / path.name)
    except OSError as fault:
        raise errors.Refused(
            N_("Tidak dapat menulis ke {folder}: {reason}. Data di komputer ini aman; coba flashdisk lain."),
            folder=out,
            reason=fault_words.of(fault),
        ) from fault
    desk.on_writer(functools.partial(_note_written, desk, prepared.package))
    return Sent(
        tuple(written[: len(prepared.files)]),
        prepared.number,
        prepared.changes,
        prepared.to,
        package_making.code_of(prepared.mark),
        prepared.package.hex(),
        len(carried),
        prepared.entries,
        cleared,
        tuple(written[len(prepared.files) : len(prepared.all_files)]),
        prepared.pictures,
    )


def _note_written(desk: Desk, package_id: bytes) -> None:
    with desk.store.writing() as connection:
        parcels.note_written(connection, package_id, desk.now())
    desk.news.tell(changed.Changed(frozenset({"exchange"})))
