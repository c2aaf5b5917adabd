# SPDX-License-Identifier: Apache-2.0
"""How long until a paper stands in the window: after its card is clicked, and after a setting of it is another."""

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

from tests.bench.table import Figure

ROOT = Path(__file__).resolve().parents[2]
AIM_MS = 300.0
ROUNDS = 3

PROBE = """
import json, os, sys, time
from pathlib import Path
from PySide6 import QtCore, QtTest, QtWidgets
from desk_app.operations import opening
from ui import errors, runner, theme
from ui.start import session
app = QtWidgets.QApplication([]); theme.apply(app, theme.Scheme.LIGHT)
lanes = runner.Runner()
opened = session.Session(opening.open_office(Path(sys.argv[1]), "demo"), lanes, errors.Troubles())
window = opened.window; opened.show(); window.showNormal(); window.resize(1366, 700)
def wait(seconds):
    begun = time.perf_counter()
    while lanes.pending or time.perf_counter() - begun < seconds:
        app.processEvents(QtCore.QEventLoop.ProcessEventsFlag.AllEvents, 5)
window.go("reports"); page = window.page("reports"); wait(1.5)
def seen(done):
    begun = time.perf_counter()
    while not (page.prepared is not None and done(page.prepared) and page.preview.isVisible()
               and any(one[0] == 0 for one in page.preview.source._pictures)):
        app.processEvents(QtCore.QEventLoop.ProcessEventsFlag.AllEvents, 2)
    return (time.perf_counter() - begun) * 1000
def click(key):
    page.show_all(); wait(0.5)
    card = next(card for card in page.gallery.board.shown if card.card.key == key)
    QtTest.QTest.mouseClick(card, QtCore.Qt.MouseButton.LeftButton)
    return seen(lambda made: made.report.key == key)
figures = {key: click(key) for key in ("kesiapan", "laporan-harian", "formulir-tps")}
click("laporan-harian"); wait(0.5)
page.preview.source._pictures.clear()
page.options.paper.setFocus(); QtTest.QTest.keyClick(page.options.paper, QtCore.Qt.Key.Key_Up)
figures["laporan-harian, another sheet"] = seen(lambda made: made.document.page.paper.code == "A4")
print(json.dumps(figures)); sys.stdout.flush(); os._exit(0)
"""


def measure(office: Path) -> list[Figure]:
    """Milliseconds from the click to the first page in sight, in an everyday office."""
    rounds = [json.loads(_probe(office)) for _ in range(ROUNDS)]
    return [
        Figure(
            f"{key}: from the click until its first page is seen",
            statistics.median(one[key] for one in rounds),
            "aim",
            AIM_MS,
            "ms",
            "<= 300 ms",
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
