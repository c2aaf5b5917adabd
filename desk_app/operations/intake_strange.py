# SPDX-License-Identifier: Apache-2.0
"""What lies beside the packages: files that should be one and are none, and what looks like a virus."""

import stat
from collections.abc import Collection, Iterable
from pathlib import Path

from desk_app.base import fault_words
from desk_app.base.text import _
from desk_app.domain import errors, words
from desk_app.exchange import package
from desk_app.operations import packages_found, stick_health
from desk_app.operations.desk import Desk
from desk_app.operations.intake_offered import Offered, State

_SHORTENED = ".des"
"""How old systems end the name of a `.desk` file."""


def strange(desk: Desk, paths: Iterable[Path], found: Collection[Path]) -> list[Offered]:
    """The files under `paths` that are no packages though they should be, each with why, and what looks like a virus.

    `found`: the packages that were found there.
    """
    wanted = list(paths)
    told = []
    for path in _candidates(wanted):
        if path not in found:
            own = stick_health.is_begun_here(path, desk.identity.register)
            trouble = _begun_here(path) if own else _why_none(path)
            told.append(Offered(path, State.BROKEN, path.name, trouble=trouble))
    for folder in wanted:
        for name in stick_health.suspicious(folder):
            told.append(Offered(folder / name, State.BROKEN, name, trouble=stick_health.warning([name])))
    return told


def _candidates(paths: Iterable[Path]) -> Iterable[Path]:
    """What looks like a package by its name in a folder and its DESK folder, and whatever was chosen as a file."""
    for path in paths:
        if not path.is_dir() or path.is_symlink():
            yield path
            continue
        for folder in (path, path / package.FOLDER):
            if folder.is_dir() and not folder.is_symlink():
                named = sorted(entry for entry in folder.iterdir() if _is_named_so(entry))
                yield from named[: packages_found.MOST_FILES]


def _is_named_so(path: Path) -> bool:
    name = path.name.casefold()
    named = name.endswith((package.SUFFIX, _SHORTENED, f"{package.SUFFIX}.part"))
    return named and (path.is_symlink() or not path.is_dir())


def _begun_here(path: Path) -> str:
    return _(
        "{file} belum selesai ditulis oleh komputer ini: flashdisk dicabut terlalu cepat. Kirim Data berikutnya ke "
        "flashdisk ini membersihkannya."
    ).format(file=path.name)


def _why_none(path: Path) -> str:
    """Why a file is no package, and what to do."""
    try:
        state = path.lstat()
    except OSError as fault:
        return _("{file} tidak dapat dibaca ({reason}). Coba salin sekali lagi.").format(
            file=path.name, reason=fault_words.of(fault)
        )
    if not stat.S_ISREG(state.st_mode):
        return _("{file} hanya pintasan, bukan berkas. Program tidak membukanya.").format(file=path.name)
    if path.name.casefold().endswith(".part"):
        return _(
            "{file} belum selesai ditulis: flashdisk dicabut terlalu cepat di kantor pengirim. Minta dikirim ulang."
        ).format(file=path.name)
    if state.st_size == 0:
        return _("{file} kosong. Salinannya gagal; minta dikirim ulang.").format(file=path.name)
    try:
        package.peek(path)
    except errors.Refused as fault:
        return words.render(fault.message, fault.params, _) + _advice(fault)
    return _("{file} bukan kiriman Desk.").format(file=path.name)


def _advice(fault: errors.Refused) -> str:
    if fault.message != "{file} bukan kiriman Desk.":
        return ""
    return " " + _("Kiriman dibuat dengan Kirim Data di kantor pengirim; minta berkas yang benar.")
