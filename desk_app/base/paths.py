# SPDX-License-Identifier: Apache-2.0
"""Where things lie on this computer: the program's resources and the user's own folders."""

import os
import sys
from pathlib import Path


def resources() -> Path:
    """The folder `resources/`, in the source tree or inside the built program."""
    bundle = getattr(sys, "_MEIPASS", None)
    root = Path(bundle) if bundle else Path(__file__).resolve().parents[2]
    return root / "resources"


def home() -> Path:
    """The folder of this user for settings, witness and logs (`DESK_HOME` overrides)."""
    chosen = os.environ.get("DESK_HOME")
    if chosen:
        return Path(chosen)
    import platformdirs

    return Path(platformdirs.user_data_dir("desk", appauthor=False))


def resource_bytes(*parts: str) -> bytes:
    """The bytes of one file of `resources/`."""
    return resources().joinpath(*parts).read_bytes()
