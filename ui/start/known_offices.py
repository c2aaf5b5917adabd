# SPDX-License-Identifier: Apache-2.0
"""The offices opened on this computer, the last one first, so that the program starts at its door."""

from dataclasses import dataclass
from pathlib import Path

from ui.widgets import remembered

_NAME = "offices"
_MOST = 9


@dataclass(frozen=True, slots=True)
class Known:
    """An office as last seen: its folder, its name, who worked in it."""

    folder: Path
    name: str
    operator: str


def all_known() -> list[Known]:
    """Those whose folder is still there."""
    entries = remembered.get(_NAME, [])
    found = [
        Known(Path(entry[0]), str(entry[1]), str(entry[2]))
        for entry in entries
        if isinstance(entry, list) and len(entry) == 3
    ]
    # One that is broken is still there: its door offers its backup.
    return [one for one in found if (one.folder / "desk.keys").exists() or (one.folder / "backup").is_dir()]


def of(folder: Path) -> Known:
    """What is known of a folder."""
    return next((one for one in all_known() if one.folder == folder), Known(folder, "", ""))


def keep(folder: Path, name: str, operator: str) -> None:
    """Remember an office that was opened now."""
    folder = folder.absolute()
    kept = [[str(folder), name, operator]]
    kept += [[str(one.folder), one.name, one.operator] for one in all_known() if one.folder != folder]
    remembered.keep(_NAME, kept[:_MOST])
