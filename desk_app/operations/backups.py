# SPDX-License-Identifier: Apache-2.0
"""Backups: verified copies of the office in `backup/NNNN/`, made in time, rotated, doubled on a second drive.

    backup/0007/desk.db       the database, under the same key as the original
    backup/0007/desk.keys     the key slots of that day: a copy opens by itself, with a password of that day
    backup/0007/backup.json   when, why, how much: what is needed to choose and to check one without a password
    backup/photos/            the contents of attachments, once for all backups: they are never altered (decision 0015)

A backup is written as `0007.part`, opened, checked and compared, and only then gets its name. On a second drive no
database is opened: its copy is read back and compared byte for byte.
"""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

import filelock

from desk_app.base import files
from desk_app.base.progress import Progress, Steps
from desk_app.data import attachments_kept, backup, keys
from desk_app.domain import errors, words, zones
from desk_app.operations import changed, settings
from desk_app.operations.desk import BACKUPS, DATABASE, Desk

N_ = words.N_

SHEET = "backup.json"
PART = ".part"
KEEP_LAST = 10
KEEP_DAYS = 14


class Reason(StrEnum):
    """Why a backup was made."""

    ASKED = "asked"
    EXIT = "exit"
    DAILY = "daily"
    IMPORT = "import"
    RESTORE = "restore"


REASON_LABELS = {
    Reason.ASKED: N_("diminta"),
    Reason.EXIT: N_("saat program ditutup"),
    Reason.DAILY: N_("harian"),
    Reason.IMPORT: N_("sebelum memasukkan data"),
    Reason.RESTORE: N_("sebelum memulihkan"),
}


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup folder. `ok`: its files are there, of the size that was written; `at`: UTC seconds."""

    folder: Path
    number: int
    at: int
    reason: str
    place: str
    size: int
    arrival: int
    ok: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was made. `second`: the copy on the second drive; `trouble`: why there is none, in words."""

    made: Backup
    second: Path | None
    trouble: errors.Refused | None


def backups_of(folder: Path) -> list[Backup]:
    """The backups in a folder (`office/backup`, or an office's folder on a second drive), newest first."""
    if not folder.is_dir():
        return []
    found = [_read(one) for one in folder.iterdir() if one.is_dir() and _number(one)]
    return sorted(found, key=lambda one: one.number, reverse=True)


def last_backup(desk: Desk) -> Backup | None:
    """The newest backup that is whole."""
    return next((one for one in backups_of(desk.folder / BACKUPS) if one.ok), None)


def make_backup(desk: Desk, reason: Reason = Reason.ASKED, spared: int = 0) -> Steps[Outcome]:
    """Make a verified backup now, double it on the second drive, and let old ones go. Raises Refused.

    Trouble with the second drive is told in the outcome and stops nothing. `spared`: the number of one that stays,
    however old. Who listens hears "backup".
    """
    home = desk.folder / BACKUPS
    try:
        home.mkdir(exist_ok=True)
        with _alone(home):
            made = yield from _make(desk, home, reason)
            rotate(home, settings.zone(desk), spared)
    except OSError as fault:
        raise errors.Refused(N_("Backup gagal ditulis di {folder}: {fault}"), folder=home, fault=fault) from fault
    chosen = settings.get(desk, "second_backup")
    second = None
    trouble = yield from _with_photos(desk, home)
    if chosen:
        yield Progress(0, None, N_("Menyalin backup ke tempat kedua"))
        try:
            second = yield from _double(desk, made, Path(chosen))
        except OSError as fault:
            trouble = errors.Refused(
                N_("Backup kedua di {folder} gagal: {fault}. Backup di komputer ini sudah aman."),
                folder=chosen,
                fault=fault,
            )
    desk.news.tell(changed.Changed(frozenset({"backup"})))
    return Outcome(made, second, trouble)


def backup_if_due(desk: Desk, reason: Reason, spared: int = 0) -> Steps[Outcome | None]:
    """Make a backup if anything was written since the last one (for `DAILY`: and none was made today)."""
    if not is_due(desk, reason):
        return None
    return (yield from make_backup(desk, reason, spared))


def is_due(desk: Desk, reason: Reason) -> bool:
    """Whether the reason asks for a backup now."""
    last = last_backup(desk)
    if last is None or reason is Reason.ASKED:
        return True
    zone = settings.zone(desk)
    if reason is Reason.DAILY and _day(last.at, zone) == _day(desk.now(), zone):
        return False
    with desk.reading() as connection:
        written = backup.contents(connection).arrival != last.arrival
    return written or (last.folder / keys.FILE).read_bytes() != (desk.folder / keys.FILE).read_bytes()


def rotate(folder: Path, zone: zones.Zone, spared: int = 0) -> list[int]:
    """Let go of what is neither among the last ten nor the last of one of the last 14 days, nor the one of the number
    `spared`; returns the numbers.

    Days are counted among the backups, never from today: a computer clock gone wrong removes nothing.
    A backup that is not whole is neither counted nor removed.
    """
    whole = [one for one in backups_of(folder) if one.ok]
    kept = {spared, *(one.number for one in whole[:KEEP_LAST])}
    days: set[date] = set()
    for one in whole:
        day = _day(one.at, zone)
        if day not in days and len(days) < KEEP_DAYS:
            days.add(day)
            kept.add(one.number)
    gone = [one for one in whole if one.number not in kept]
    for one in gone:
        _remove(one.folder)
    return [one.number for one in gone]


def check_backup(one: Backup, key: bytes) -> Steps[backup.Contents]:
    """Open a backup and go through all of it. Raises Damaged."""
    yield Progress(0, None, N_("Memeriksa backup"))
    sheet = read_sheet(one.folder)
    if files.sha256_of(one.folder / DATABASE).hex() != sheet["sha256"]:
        raise errors.Damaged(N_("Backup {folder} rusak."), folder=one.folder)
    return backup.verify(one.folder / DATABASE, key, contents_of(sheet))


def read_sheet(folder: Path) -> dict[str, str | int]:
    """What `backup.json` says. Raises Damaged."""
    try:
        sheet: dict[str, str | int] = json.loads((folder / SHEET).read_bytes())
        number = all(isinstance(sheet[name], int) for name in ("at", "size", "changes", "arrival"))
        text = all(isinstance(sheet[name], str) for name in ("reason", "place", "digest", "sha256"))
        if not number or not text:
            raise ValueError("not what a backup says")
        bytes.fromhex(str(sheet["digest"]))
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise errors.Damaged(N_("Backup {folder} rusak."), folder=folder) from fault
    return sheet


def contents_of(sheet: dict[str, str | int]) -> backup.Contents:
    return backup.Contents(
        int(sheet["changes"]), int(sheet["arrival"]), bytes.fromhex(str(sheet["digest"]))
    )


def _make(desk: Desk, home: Path, reason: Reason) -> Steps[Backup]:
    for left in home.glob(f"*{PART}"):
        shutil.rmtree(left)
    number = _next_number(home)
    part = home / f"{number:04d}{PART}"
    part.mkdir()
    try:
        yield Progress(0, None, N_("Menyalin data"))
        contents = backup.copy(desk.store, part / DATABASE)
        files.write_whole(part / keys.FILE, (desk.folder / keys.FILE).read_bytes())
        yield Progress(0, None, N_("Memeriksa salinan"))
        backup.verify(part / DATABASE, desk.data_key, contents)
        sheet = {
            "format": 1,
            "at": desk.now(),
            "reason": reason.value,
            "place": desk.identity.place,
            "size": (part / DATABASE).stat().st_size,
            "changes": contents.changes,
            "arrival": contents.arrival,
            "digest": contents.digest.hex(),
            "sha256": files.sha256_of(part / DATABASE).hex(),
        }
        files.write_whole(part / SHEET, json.dumps(sheet, indent=1).encode())
        made = home / f"{number:04d}"
        part.rename(made)
        files.sync_folder(home)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    return _read(made)


def _with_photos(desk: Desk, home: Path) -> Steps[errors.Refused | None]:
    """Bring the attachments beside the backup that stands already; says why that did not succeed."""
    try:
        with _alone(home):
            yield from _copy_photos(desk.attachments.folder, home)
    except OSError as fault:
        return errors.Refused(
            N_("Isian sudah aman dalam backup, tetapi lampirannya belum: {fault}. Periksa ruang disk."), fault=fault
        )
    return None


def _copy_photos(source: Path, home: Path) -> Steps[None]:
    """Bring the contents of attachments that are not there yet beside the backups."""
    for done, _name in enumerate(attachments_kept.copy_missing(source, home / attachments_kept.FOLDER)):
        yield Progress(done, None, N_("Menyalin lampiran"))


def _double(desk: Desk, made: Backup, drive: Path) -> Steps[Path]:
    if not drive.is_dir():
        raise FileNotFoundError(N_("folder itu tidak ada; pasang flashdisk atau ubah pengaturannya"))
    home = drive / f"desk-{desk.identity.place}-{desk.identity.code}"
    home.mkdir(exist_ok=True)
    with _alone(home):
        # A number of its own: an office restored into a new folder counts from one again.
        target = home / f"{_next_number(home):04d}"
        part = target.with_name(target.name + PART)
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir()
        for name in (DATABASE, keys.FILE, SHEET):
            if files.write_whole(part / name, blocks(made.folder / name)) != files.sha256_of(made.folder / name):
                raise OSError(f"{name}: the copy differs")
        part.rename(target)
        files.sync_folder(home)
        yield from _copy_photos(desk.attachments.folder, home)
        rotate(home, settings.zone(desk))
    return target


def blocks(path: Path) -> Iterator[bytes]:
    """A file in blocks, for copying."""
    with path.open("rb") as source:
        while block := source.read(files.BLOCK):
            yield block


@contextmanager
def _alone(home: Path) -> Iterator[None]:
    try:
        with filelock.FileLock(home / "backup.lock", timeout=60):
            yield
    except filelock.Timeout as fault:
        raise errors.Refused(N_("Backup lain sedang dibuat. Tunggu sampai selesai.")) from fault


def _read(folder: Path) -> Backup:
    number = _number(folder)
    try:
        sheet = read_sheet(folder)
        whole = (folder / DATABASE).stat().st_size == sheet["size"] and (folder / keys.FILE).is_file()
    except (errors.Damaged, OSError):
        return Backup(folder, number, 0, "", "", 0, 0, False)
    return Backup(
        folder,
        number,
        int(sheet["at"]),
        str(sheet["reason"]) if sheet["reason"] in set(Reason) else Reason.ASKED.value,
        str(sheet["place"]),
        int(sheet["size"]),
        int(sheet["arrival"]),
        whole,
    )


def _number(folder: Path) -> int:
    name = folder.name
    return int(name) if name.isascii() and name.isdigit() else 0


def _next_number(home: Path) -> int:
    return 1 + max((_number(one) for one in home.iterdir()), default=0)


def _remove(folder: Path) -> None:
    part = folder.with_name(folder.name + PART)
    folder.rename(part)  # half removed, it must not look like a backup
    shutil.rmtree(part)


def _day(at: int, zone: zones.Zone) -> date:
    return zones.local(at, zone).date()
