# SPDX-License-Identifier: Apache-2.0
"""Signs of a virus on a flashdisk: a program or shortcut that poses as a folder, an autorun file. Nothing is opened."""

from collections.abc import Sequence
from pathlib import Path

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


def _poses(entry: Path, folders: set[str]) -> bool:
    suffix, stem = entry.suffix.casefold(), entry.stem.casefold()
    return suffix in (_SHORTCUT, *_PROGRAMS) and stem in folders
