# SPDX-License-Identifier: Apache-2.0
"""The program as it is started: its version, its wrong usage, and its window."""

import os
import subprocess
import sys
from pathlib import Path

import desk_app

ROOT = Path(__file__).resolve().parents[2]
OPEN_AND_CLOSE = """
import sys, ui.__main__
from PySide6 import QtCore
from ui.start import program, session

def entered(opened):
    print("entered", opened.desk.identity.name, opened.window.front, flush=True)
    QtCore.QTimer.singleShot(300, opened, lambda: opened.leave(session.Leaving.QUIT))

begin = program.Program.begin
def watched(self, *given, **named):
    self.entered.connect(entered)
    begin(self, *given, **named)
program.Program.begin = watched
from ui.start import demonstration
from pathlib import Path
folder = Path(sys.argv.pop())
demonstration.home = lambda: folder
sys.exit(ui.__main__.main(sys.argv[1:]))
"""


def run(arguments: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_it_tells_its_version_without_qt() -> None:
    answer = run(["-X", "importtime", "-m", "ui", "--version"])
    assert answer.stdout.strip() == f"desk {desk_app.__version__}"
    assert "PySide6" not in answer.stderr


def test_wrong_usage() -> None:
    assert run(["-m", "ui", "--kantor"]).returncode == 2


def test_the_demonstration_opens_and_closes(tmp_path: Path) -> None:
    answer = run(["-c", OPEN_AND_CLOSE, "--demo", str(tmp_path / "demo")])
    assert answer.stdout.strip() == "entered Desk Pemilu Kabupaten Wajo home", answer.stderr
    assert answer.returncode == 0, answer.stderr
    assert "Traceback" not in answer.stderr
    assert (tmp_path / "demo" / "kabupaten" / "backup" / "0001" / "desk.db").exists(), "the backup at the exit"
