# SPDX-License-Identifier: Apache-2.0
"""The first visit of each page in an everyday office: how long the window is held."""

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

from tests.bench.table import Figure

ROOT = Path(__file__).resolve().parents[2]
AIM_MS = 50.0
ROUNDS = 3

PROBE = """
import json, os, sys, time
from pathlib import Path
from PySide6 import QtCore, QtWidgets
from desk_app.operations import opening
from ui import errors, runner, theme
from ui.start import page_list, session
app = QtWidgets.QApplication([]); theme.apply(app, theme.Scheme.LIGHT)
lanes = runner.Runner()
opened = session.Session(opening.open_office(Path(sys.argv[1]), "demo"), lanes, errors.Troubles())
window = opened.window; opened.show(); window.showNormal(); window.resize(1366, 700)
longest = 0.0; last = time.perf_counter()
def beat():
    global longest, last
    now = time.perf_counter(); longest = max(longest, now - last); last = now
timer = QtCore.QTimer(); timer.setTimerType(QtCore.Qt.TimerType.PreciseTimer); timer.timeout.connect(beat)
def wait(seconds):
    begun = time.perf_counter()
    while lanes.pending or time.perf_counter() - begun < seconds:
        app.processEvents(QtCore.QEventLoop.ProcessEventsFlag.AllEvents, 5)
wait(session.AHEAD_MS / 1000 + 1)
timer.start(1); figures = {}
for key, *_rest in page_list.PAGES[1:]:
    wait(0.2); beat(); longest = 0.0
    window.go(key); wait(0.4); beat()
    figures[key] = longest * 1000
print(json.dumps(figures)); sys.stdout.flush(); os._exit(0)
"""


def measure(office: Path) -> list[Figure]:
    """For each page the longest time that the window did not answer after it was asked for, once a session."""
    rounds = [json.loads(_probe(office)) for _ in range(ROUNDS)]
    return [
        Figure(
            f"first visit of {key}: longest block",
            statistics.median(one[key] for one in rounds),
            "aim",
            AIM_MS,
            "ms",
            "<= 50 ms",
        )
        for key in rounds[0]
    ]


def _probe(office: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", PROBE, str(office)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip().splitlines()[-1]
