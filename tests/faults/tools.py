# SPDX-License-Identifier: Apache-2.0
"""Libraries that only the harnesses here use, brought in when they are asked for and pinned in `tools.lock`.

They lie in a folder of their own within the environment and are loaded by processes of their own: pyfatfs, which
writes FAT images, and apsw, whose file system layer notes what SQLite writes.
"""

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import filelock
import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCK = Path(__file__).with_name("tools.lock")
FOLDER = Path(sys.prefix) / "fault-tools"
PATIENCE = 180


def run(module: str, *arguments: str) -> str:
    """Run a module of these tests with the tools on its path; what it told. Skips the test where they cannot be had."""
    if not _at_hand():
        pytest.skip("pyfatfs and apsw cannot be had here (no network, or no wheel for this machine)")
    answer = _python("-W", "ignore", "-m", module, *arguments, path=str(FOLDER))
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return answer.stdout


@cache
def _at_hand() -> bool:
    # By another process: a test writes nothing outside temporary folders.
    return _python("-m", "tests.faults.tools").returncode == 0


def _python(*arguments: str, path: str = "") -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), path))}
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=PATIENCE
    )


def install() -> bool:
    """Bring the tools in, unless they are there."""
    stamp, wanted = FOLDER / "stamp", LOCK.read_text("utf-8")
    with filelock.FileLock(FOLDER.with_suffix(".lock"), timeout=PATIENCE):  # two processes of one test run
        if stamp.exists() and stamp.read_text("utf-8") == wanted:
            return True
        pip = [sys.executable, "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--quiet"]
        pip += ["--upgrade", "--require-hashes", "--no-deps", "--only-binary", ":all:", "--target", str(FOLDER)]
        if subprocess.call([*pip, "-r", str(LOCK)]) != 0:
            return False
        stamp.write_text(wanted, "utf-8")
    return True


if __name__ == "__main__":
    sys.exit(not install())
