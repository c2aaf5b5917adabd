# SPDX-License-Identifier: Apache-2.0
"""The walls of pyproject.toml stand, and each of them feels a trespass."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LINTER = "from importlinter.cli import lint_imports_command; lint_imports_command()"

# One import for each wall that must not be: (file, line).
TRESPASSES = {
    "storeys": ("desk_app/journal/trespass.py", "import desk_app.operations"),
    "core-without-window": ("desk_app/base/trespass.py", "import PySide6"),
    "middle-rooms": ("ui/widgets/trespass.py", "import desk_app.data"),
    "sqlalchemy-at-home": ("desk_app/operations/trespass.py", "import sqlalchemy"),
    "reportlab-at-home": ("desk_app/workbooks/trespass.py", "import reportlab.pdfgen.canvas"),
    "word-at-home": ("desk_app/workbooks/trespass_two.py", "import docx"),
    "workbooks-at-home": ("desk_app/reports/trespass.py", "import openpyxl"),
    "pillow-at-home": ("desk_app/exchange/trespass.py", "import PIL.Image"),
    "domain-alone": ("desk_app/domain/trespass.py", "import os"),
    "window-storeys": ("ui/dialogs/trespass.py", "import ui.pages"),
    "pages-apart": ("ui/pages/trespass.py", "import ui.pages.another"),
    "no-knots": ("desk_app/domain/records/trespass.py", "import desk_app.domain.trespass"),
}
SECOND_HALVES = {
    "ui/pages/another.py": "",
    "desk_app/domain/trespass.py": "import os\nimport desk_app.domain.records.trespass",
}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """The linter's word about the packages in a folder."""
    return subprocess.run([sys.executable, "-c", LINTER, "--no-logo", "--no-cache"], cwd=folder,
                          env={**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "200"},
                          capture_output=True, text=True)


def test_every_import_keeps_to_the_walls() -> None:
    answer = lint_imports(ROOT)
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_each_wall_feels_a_trespass(tmp_path: Path) -> None:
    for name in ("desk_app", "ui"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for file, line in [*TRESPASSES.values(), *SECOND_HALVES.items()]:
        (tmp_path / file).write_text(line + "\n", "utf-8")
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    walls = {wall["id"]: wall["name"] for wall in settings["tool"]["importlinter"]["contracts"]}
    assert set(walls) == set(TRESPASSES)

    answer = lint_imports(tmp_path)

    broken = re.findall(r"^(.*?) (?:\([^)]*\) )?BROKEN", answer.stdout, re.MULTILINE)
    assert sorted(broken) == sorted(walls.values()), answer.stdout + answer.stderr
