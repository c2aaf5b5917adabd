# SPDX-License-Identifier: Apache-2.0
"""The libraries that we measure ourselves against, brought in when they are asked for and pinned in `rivals.lock`.

They lie in a folder of their own within the environment, which only these measurements have on their path.
"""

import importlib
import subprocess
import sys
from functools import cache
from pathlib import Path
from types import ModuleType

LOCK = Path(__file__).with_name("rivals.lock")
FOLDER = Path(sys.prefix) / "rivals"


def get(name: str) -> ModuleType | None:
    """A rival's module, None where it cannot be had here (no network, no wheel for this machine)."""
    if not _installed():
        return None
    try:
        return importlib.import_module(name)
    except (ImportError, OSError) as fault:  # OSError: a library of the system that a rival leans on
        print(f"{name} cannot be loaded here: {fault}", flush=True)
        return None


@cache
def _installed() -> bool:
    stamp = FOLDER / "stamp"
    wanted = LOCK.read_text("utf-8")
    if not stamp.exists() or stamp.read_text("utf-8") != wanted:
        print(f"installing the rivals of {LOCK.name} in {FOLDER}", flush=True)
        install = [sys.executable, "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--quiet"]
        install += ["--upgrade", "--require-hashes", "--no-deps", "--only-binary", ":all:"]
        if subprocess.call([*install, "--target", str(FOLDER), "-r", str(LOCK)]) != 0:
            print("the rivals cannot be had here: the table says so where they are missing", flush=True)
            return False
        stamp.write_text(wanted, "utf-8")
    if str(FOLDER) not in sys.path:
        sys.path.insert(0, str(FOLDER))
    return True
