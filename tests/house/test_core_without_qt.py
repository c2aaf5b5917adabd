# SPDX-License-Identifier: Apache-2.0
"""The core runs where Qt is not installed: each of its modules imports while PySide6 is blocked."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

BLOCKED = """
import importlib, pkgutil, sys

class Block:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6", "ui"):
            raise ModuleNotFoundError(f"blocked: {name}", name=name)

sys.meta_path.insert(0, Block())
"""
IMPORT_ALL = """
import desk_app
for module in pkgutil.walk_packages(desk_app.__path__, "desk_app."):
    importlib.import_module(module.name)
    print(module.name)
"""


def python(program: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)


def test_each_module_imports_without_qt() -> None:
    answer = python(BLOCKED + IMPORT_ALL)
    assert answer.returncode == 0, answer.stderr
    files = [file for file in (ROOT / "desk_app").rglob("*.py") if file.parent != ROOT / "desk_app"
             or file.name != "__init__.py"]
    assert len(answer.stdout.split()) == len(files)


def test_the_block_blocks() -> None:
    answer = python(BLOCKED + "import PySide6.QtCore")
    assert "blocked: PySide6" in answer.stderr


def test_starting_the_core_loads_no_heavy_library() -> None:
    """reportlab, openpyxl and the like are imported when first used, so that each command starts fast."""
    heavy = ["reportlab", "openpyxl", "python_calamine", "pypdfium2", "babel", "num2words", "PIL"]
    answer = python(f"import sys, desk_app.__main__\nprint(*[n for n in {heavy!r} if n in sys.modules])")
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.split() == []
