# SPDX-License-Identifier: Apache-2.0
"""Packages that lie in the outbox still: written once more to another stick, or saved as files for WhatsApp."""

import functools
from pathlib import Path

from desk_app.base import fault_words, files
from desk_app.base.progress import Progress, Steps
from desk_app.data import parcels
from desk_app.domain import errors, words
from desk_app.exchange import package as package_files
from desk_app.operations import changed, package_making, sending, stick_writing
from desk_app.operations.desk import OUTBOX, Desk

N_ = words.N_


def write_again(desk: Desk, package: str, out: Path) -> Steps[stick_writing.Sent]:
    """Write a package of the outbox to a stick once more, read back like the first time. Raises NotFound, Refused."""
    return (yield from stick_writing.write_out(desk, _prepared(desk, package), out))


def save_files(desk: Desk, package: str, folder: Path) -> Steps[tuple[Path, ...]]:
    """Copy the files of a package as they are into a folder, from where they are attached. Raises NotFound, Refused."""
    prepared = _prepared(desk, package)
    written = []
    try:
        if not folder.is_dir():
            raise errors.Refused(N_("Folder atau flashdisk {folder} tidak ditemukan."), folder=folder)
        for done, path in enumerate(prepared.all_files):
            yield Progress(done, len(prepared.all_files), N_("Menulis dan membaca ulang"))
            files.write_whole(folder / path.name, path.read_bytes())
            written.append(folder / path.name)
    except OSError as fault:
        raise errors.Refused(
            N_("Tidak dapat menulis ke {folder}: {reason}. Data di komputer ini aman; coba tempat lain."),
            folder=folder,
            reason=fault_words.of(fault),
        ) from fault
    desk.on_writer(functools.partial(_note_written, desk, prepared.package))
    return tuple(written)


def send_as_files(desk: Desk, to: str, folder: Path, *, photos: bool = True) -> Steps[stick_writing.Sent]:
    """Make a package for the office at `to` and put its files into a folder. Raises Refused."""
    if not folder.is_dir():
        raise errors.Refused(N_("Folder atau flashdisk {folder} tidak ditemukan."), folder=folder)
    prepared = yield from sending.prepare(desk, to, photos=photos)
    written = yield from save_files(desk, prepared.package.hex(), folder)
    return stick_writing.Sent(
        files=written[: len(prepared.files)],
        number=prepared.number,
        changes=prepared.changes,
        to=prepared.to,
        code=package_making.code_of(prepared.mark),
        package=prepared.package.hex(),
        entries=prepared.entries,
        photos=written[len(prepared.files) :],
        pictures=prepared.pictures,
    )


def _prepared(desk: Desk, package: str) -> package_making.Prepared:
    with desk.reading() as connection:
        volumes = [one for one in parcels.of_package(connection, bytes.fromhex(package)) if one.direction == "out"]
    paths = tuple(desk.folder / OUTBOX / one.file for one in volumes)
    if not volumes or not all(path.is_file() for path in paths):
        raise errors.NotFound(
            N_("Berkas kiriman itu sudah tidak disimpan; kirim data sekali lagi. Tidak ada isian yang hilang.")
        )
    first = volumes[0]
    beside = (desk.folder / OUTBOX).glob(f"{package_files.group_of(first.file)}-*{package_files.SUFFIX}")
    photos = tuple(sorted(path for path in beside if package_files.is_photo_name(path.name)))
    return package_making.Prepared(
        files=paths,
        number=first.number,
        changes=0,
        to=first.office_name,
        mark=first.mark,
        package=first.package,
        size=sum(path.stat().st_size for path in paths + photos),
        entries=sum(int(one.counts) for one in volumes if one.counts.isdigit()),
        photos=photos,
    )


def _note_written(desk: Desk, package: bytes) -> None:
    with desk.store.writing() as connection:
        parcels.note_written(connection, package, desk.now())
    desk.news.tell(changed.Changed(frozenset({"exchange"})))
