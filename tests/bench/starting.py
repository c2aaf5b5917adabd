# SPDX-License-Identifier: Apache-2.0
"""From the password given at the door to a window with its first page painted, beside a bare PySide6 window."""

import os
import statistics
import subprocess
import sys
from pathlib import Path

from tests.bench.table import Figure

ROUNDS = 7
ROOT = Path(__file__).resolve().parents[2]

BARE = """
import time; begun = time.perf_counter()
from PySide6 import QtWidgets
app = QtWidgets.QApplication([]); window = QtWidgets.QMainWindow(); window.resize(1366, 700); window.show()
app.processEvents(); window.grab(); print(time.perf_counter() - begun)
"""

OURS = """
import os, sys, time
from pathlib import Path
from PySide6 import QtWidgets
from ui import theme
from ui.start import program
app = QtWidgets.QApplication([]); theme.apply(app, theme.Scheme.LIGHT)
whole = program.Program()
whole.begin(Path(sys.argv[1]))
door = whole.dialog
while whole.lanes.pending: app.processEvents()  # what is imported while somebody types
door.password.setText("demo"); app.processEvents()
begun = time.perf_counter()
door.button.click()
while whole.session is None: app.processEvents()
app.processEvents()
shown = time.perf_counter() - begun
while whole.lanes.pending: app.processEvents()
app.processEvents(); whole.session.window.grab()
print(shown, time.perf_counter() - begun)
sys.stdout.flush(); os._exit(0)
"""


def measure(office: Path, nation: Path | None) -> list[Figure]:
    """Seconds to a usable window; with `nation`, also that office beside the everyday one."""
    bare = statistics.median(float(_run(BARE)) for _ in range(ROUNDS))
    shown, usable = _ours(office)
    figures = [
        Figure("password to painted window, Wajo", usable * 1000, "bare PySide6 window", bare * 1000, "ms", "<= 4x"),
        Figure("… of which the window shown", shown * 1000, "bare PySide6 window", bare * 1000, "ms"),
    ]
    if nation is not None:
        large = _ours(nation)[1]
        figures.append(
            Figure("password to painted window, 823,220 TPS", large * 1000, "Wajo", usable * 1000, "ms", "<= 1.3x")
        )
    return figures


def _ours(office: Path) -> tuple[float, float]:
    rounds = [[float(part) for part in _run(OURS, str(office)).split()] for _ in range(ROUNDS)]
    return statistics.median(one[0] for one in rounds), statistics.median(one[1] for one in rounds)


def _run(code: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip().splitlines()[-1]
