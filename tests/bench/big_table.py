# SPDX-License-Identifier: Apache-2.0
"""The page of all TPS with 823,220 rows: how long the window is held by what a user does, and what it takes."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.bench.table import Figure

ROOT = Path(__file__).resolve().parents[2]
AIM_MS = 50.0
AIM_MIB = 200.0

PROBE = """
import json, os, sys, time
from pathlib import Path
from PySide6 import QtCore, QtTest, QtWidgets
from ui import bridge, main_window, runner, theme
from desk_app.operations import opening
from ui.pages import stations_page
from ui.widgets import big_table, page
app = QtWidgets.QApplication([]); theme.apply(app, theme.Scheme.LIGHT)
office = opening.open_office(Path(sys.argv[1]), "demo")
lanes = runner.Runner()
longest = [0.0]; last = [time.perf_counter()]
def beat():
    now = time.perf_counter(); longest[0] = max(longest[0], now - last[0]); last[0] = now
timer = QtCore.QTimer(); timer.setTimerType(QtCore.Qt.TimerType.PreciseTimer); timer.timeout.connect(beat)
made = []
def factory():
    made.append(stations_page.StationsPage(office, lanes)); return made[0]
window = main_window.MainWindow([page.PageSpec("stations", "Data TPS", "beranda", factory)], lanes, bridge.Bridge())
window.resize(1366, 700); window.show(); app.processEvents()
timer.start(1)
figures = {}
def act(name, work):
    app.processEvents(); last[0] = time.perf_counter(); longest[0] = 0.0
    begun = time.perf_counter()
    work()
    while True:
        app.processEvents(QtCore.QEventLoop.ProcessEventsFlag.AllEvents, 5)
        if not lanes.pending and time.perf_counter() - begun > 0.3: break
    beat()
    figures[name] = [longest[0] * 1000, (time.perf_counter() - begun) * 1000]
act("first page", lambda: window.go("stations"))
table = made[0].findChild(big_table.BigTable)
view = table.view
act("jump to the end", view.scrollToBottom)
act("sort by voters", lambda: table.sort_requested.emit("dpt", False))
act("filter by typing", lambda: QtTest.QTest.keyClicks(table.filter, "tem 5"))
act("filter taken away", lambda: table.filter.clear())
def everything():
    view.setFocus(); QtTest.QTest.keyClick(view, QtCore.Qt.Key.Key_A, QtCore.Qt.KeyboardModifier.ControlModifier)
act("Ctrl+A", everything)
act("scroll with all selected", lambda: [view.verticalScrollBar().setValue(n * 40000) for n in range(20)])
peak = 0
with open("/proc/self/status") as status:
    peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024
print(json.dumps({"acts": figures, "peak": peak})); sys.stdout.flush(); os._exit(0)
"""


def measure(nation: Path) -> list[Figure]:
    """For each act the longest time that the window did not answer; the peak memory of the whole process."""
    told = json.loads(_probe(nation))
    figures = [
        Figure(f"823,220 rows, {name}: longest block", held, "aim", AIM_MS, "ms", f"<= 50 ms; done in {whole:,.0f} ms")
        for name, (held, whole) in told["acts"].items()
    ]
    if told["peak"]:
        figures.append(Figure("823,220 rows, peak memory", told["peak"], "aim", AIM_MIB, "MiB", "<= 200"))
    return figures


def _probe(nation: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", PROBE, str(nation)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip().splitlines()[-1]
