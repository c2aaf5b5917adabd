# SPDX-License-Identifier: Apache-2.0
"""The demonstration office: made once, opened without asking."""

import shutil
import sys
from pathlib import Path

from desk_app.base import paths
from desk_app.base.progress import Steps
from desk_app.operations import demo, desk, opening

OFFICE = "kabupaten"


def home() -> Path:
    """The folder of the demonstration: in the source tree `build/demo`, else among the user's own."""
    if getattr(sys, "frozen", False):
        return paths.home() / "demo"
    return paths.resources().parent / "build" / "demo"


def opened(folder: Path) -> Steps[desk.Desk]:
    """Make the demonstration in a folder if it is not there, and open its kabupaten. Raises Refused."""
    if not (folder / OFFICE / "desk.keys").exists():
        # Made beside: one that was interrupted is never taken for a whole one.
        part = folder.with_name(folder.name + ".part")
        shutil.rmtree(part, ignore_errors=True)
        part.parent.mkdir(parents=True, exist_ok=True)
        yield from demo.make(part, demo.Asked())
        if folder.exists():
            shutil.rmtree(folder)
        part.rename(folder)
    return opening.open_office(folder / OFFICE, demo.PASSWORD)
