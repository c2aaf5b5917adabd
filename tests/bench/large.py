# SPDX-License-Identifier: Apache-2.0
"""A large office in the window: every page and tab, what is done with their lists, and the memory of it all.

The longest block of the window's thread at each step, beside the aim: in its processor's time, which the other programs
of the machine do not stretch, and by the clock. Steps that stay under half the aim are counted, not listed.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench import large_office
from tests.bench.table import Figure

ROOT = Path(__file__).resolve().parents[2]
AIM_MS = 50.0
AIM_MIB = 500.0


def measure(folder: Path) -> Iterator[Figure]:
    """Figures of the office in a folder, made first if it is not there; what is measured is a copy."""
    large_office.opened(folder).close()
    with tempfile.TemporaryDirectory(prefix="desk-large-") as scratch:
        copy = Path(scratch) / "office"
        shutil.copytree(folder / "kabupaten", copy)
        told = json.loads(_visit(copy, Path(scratch)))
    steps: dict[str, tuple[float, float]] = told["steps"]
    shown = {name: took for name, took in steps.items() if took[1] > AIM_MS / 2}
    for name, (clock, processor) in sorted(shown.items(), key=lambda one: -one[1][1]):
        note = f"<= 50 ms; {clock:,.0f} ms by the clock"
        yield Figure(f"large office, {name}: longest block", processor, "aim", AIM_MS, "ms", note)
    rest = [processor for name, (_clock, processor) in steps.items() if name not in shown]
    yield Figure(f"large office, {len(rest)} other steps: longest block", max(rest), "aim", AIM_MS, "ms", "<= 50 ms")
    for name, held in told["memory"].items():
        note = f"<= 500; {held['most']:,.0f} at most"
        yield Figure(f"large office, memory, {name}", held["now"], "aim", AIM_MIB, "MiB", note)


def _visit(office: Path, scratch: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.large_visits", str(office)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "DESK_HOME": str(scratch / "home")},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return done.stdout.strip().splitlines()[-1]
