# SPDX-License-Identifier: Apache-2.0
"""Lint is clean, and each file says its licence, its duty and a name that tells something."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted(
    [ROOT / "run.py"] + [file for room in ("desk_app", "ui", "tests", "resources")
                         for file in (ROOT / room).rglob("*.py")])
SPDX = "# SPDX-License-Identifier: Apache-2.0"
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}


def test_ruff() -> None:
    answer = subprocess.run([sys.executable, "-m", "ruff", "check", "--no-cache", "--quiet", "."], cwd=ROOT,
                            capture_output=True, text=True)
    assert answer.returncode == 0, answer.stdout + answer.stderr


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_a_file_says_what_it_is(file: Path) -> None:
    text = file.read_text("utf-8")
    assert text.partition("\n")[0] == SPDX
    duty = (ast.get_docstring(ast.parse(text)) or "").partition("\n")[0]
    assert len(duty) > 10, "the first line of the docstring says the file's duty"
    assert not EMPTY_NAMES & set(file.stem.split("_")), "a name that says nothing"


@pytest.mark.parametrize("room", ["desk_app", "ui"])
def test_only_rooms_hold_files(room: str) -> None:
    """Each folder with Python files is a package; otherwise the walls do not see what stands in it."""
    folders = {file.parent for file in (ROOT / room).rglob("*.py")}
    assert [folder for folder in folders if not (folder / "__init__.py").exists()] == []
