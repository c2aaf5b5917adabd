# SPDX-License-Identifier: Apache-2.0
"""What else lies on a flashdisk: signs of a virus, which are told and never opened; what was begun and never finished.

A virus shows as a program or shortcut that poses as a folder, or as an autorun file.
"""

import contextlib
from collections.abc import Sequence
from pathlib import Path

from desk_app.base import files
from desk_app.base.text import _
from desk_app.exchange import package

MOST_FILES = 2000
_NAMED = 3
_PROGRAMS = (".exe", ".scr", ".pif", ".com", ".bat", ".cmd", ".vbs", ".vbe", ".js", ".wsf")
_SHORTCUT = ".lnk"
_AUTORUN = "autorun.inf"


def suspicious(folder: Path) -> tuple[str, ...]:
    """The names of what should not lie in a folder: files that pose as one of its folders (or as DESK), autorun."""
    try:
        listed = [entry for entry, _at in zip(folder.iterdir(), range(MOST_FILES), strict=False)]
        folders = {entry.name.casefold() for entry in listed if entry.is_dir()} | {package.FOLDER.casefold()}
        found = [
            entry.name
            for entry in listed
            if entry.name.casefold() == _AUTORUN or _poses(entry, folders)
        ]
    except OSError:
        return ()
    return tuple(sorted(found, key=str.casefold))


def warning(names: Sequence[str]) -> str:
    """What to say of these names; "" for none."""
    if not names:
        return ""
    listed = ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
    return _(
        "Di sini ada {names}: ciri virus flashdisk. Program ini tidak membukanya. Jangan diklik dua kali; bersihkan "
        "flashdisk dengan antivirus."
    ).format(names=listed)


def is_begun_here(path: Path, register: str) -> bool:
    """Whether a file is what this computer once began to write as a package and could not finish."""
    name = path.name
    return name.startswith(package.front_of(register)) and name.endswith(package.SUFFIX + files.PART)


def clear_begun(folder: Path, register: str) -> int:
    """Take away what `is_begun_here` in a folder; how many files. Another office's is its own to clear."""
    count = 0
    # A stick that refuses this is told of when it is written to.
    with contextlib.suppress(OSError):
        for path in sorted(folder.glob(f"*{files.PART}")):
            if is_begun_here(path, register) and path.is_file() and not path.is_symlink():
                path.unlink()
                count += 1
    return count


def cleared_words(count: int) -> str:
    """What to say when so many files were cleared."""
    return _("Sisa kiriman yang dulu terputus sudah dibersihkan: {count} berkas.").format(count=count)


def _poses(entry: Path, folders: set[str]) -> bool:
    suffix, stem = entry.suffix.casefold(), entry.stem.casefold()
    return suffix in (_SHORTCUT, *_PROGRAMS) and stem in folders
