# SPDX-License-Identifier: Apache-2.0
"""Starts the runs whose calls fail or whose processes are killed: builds what is preloaded, reads what they tell."""

import json
import os
import pickle
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.faults import at_hand

ROOT = Path(__file__).resolve().parents[2]
SOURCE = Path(__file__).with_name("failing_calls.c")
MEMORY = Path("/dev/shm")
MOUNTING = ("unshare", "--map-root-user", "--mount")
"""Begins a command that may mount what only it sees."""

SECONDS = 280


def why_not() -> str:
    """Why calls cannot be made to fail on this machine, "" if they can."""
    if sys.platform != "linux":
        return "calls are made to fail by LD_PRELOAD, which is of Linux"
    return "" if shutil.which("cc") else "no C compiler (cc) to build failing_calls.c"


def why_no_mounts() -> str:
    """Why no small file system can be mounted on this machine, "" if one can."""
    if sys.platform != "linux" or not shutil.which(MOUNTING[0]):
        return "small file systems are mounted by unshare, which is of Linux"
    tried = subprocess.run([*MOUNTING, "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True, text=True)
    return "" if tried.returncode == 0 else f"nothing may be mounted here: {tried.stderr.strip()}"


def run(
    module: str, prepared: at_hand.Prepared, *arguments: str, preloaded: bool = False, within: Sequence[str] = ()
) -> list[dict[str, Any]]:
    """Run a module of these tests in a process of its own; the lines of JSON that it told.

    It works in memory where there is a folder for that: it loses nothing there that it wrote, and waits for no disk.
    """
    with tempfile.TemporaryDirectory(dir=MEMORY if os.access(MEMORY, os.W_OK) else None) as made:
        folder = Path(made)
        (folder / "prepared").write_bytes(pickle.dumps(prepared))
        environment = {**os.environ, "DESK_HOME": str(folder / "home")}
        if preloaded:
            environment["LD_PRELOAD"] = str(folder / "failing_calls.so")
            built = ["cc", "-O1", "-shared", "-fPIC", "-o", environment["LD_PRELOAD"], str(SOURCE), "-ldl"]
            subprocess.run(built, check=True)
        answer = subprocess.run(
            [*within, sys.executable, "-m", module, made, *arguments],
            cwd=ROOT, env=environment, capture_output=True, text=True, timeout=SECONDS,
        )
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return [json.loads(line) for line in answer.stdout.splitlines()]
