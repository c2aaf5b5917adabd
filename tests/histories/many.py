# SPDX-License-Identifier: Apache-2.0
"""`python3 run.py bench --long [COUNT] [--first N] [--seed N]`: very many histories, on every processor.

Each history has a seed. One that breaks a property is told at once with it; `--seed N` plays it again, and looks for
the shortest that breaks as well.
"""

import argparse
import os
import sys
import tempfile
import time
from concurrent import futures
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from tests.histories import history, prepared, properties, scripts

COUNT = 100_000
CHUNK = 20


@dataclass
class Table:
    """What one process works on: the prepared offices, and a folder for one history after another."""

    offices: prepared.Prepared
    folder: Path


_table: Table | None = None


def lay(folder: Path) -> Table:
    """Prepare offices in a folder of this process."""
    own = folder / str(os.getpid())
    (own / "history").mkdir(parents=True)
    return Table(prepared.make(own / "prepared"), own / "history")


def begin(folder: Path) -> None:
    """What each process does first."""
    global _table
    _table = lay(folder)


def play(first: int, count: int) -> list[tuple[int, str]]:
    """Play histories one after another; those that break something, with what."""
    assert _table is not None
    told = ((seed, history.breaks(_table.offices, _table.folder, scripts.make(seed)))
            for seed in range(first, first + count))
    return [(seed, why) for seed, why in told if why]


def play_all(folder: Path, first: int, count: int) -> int:
    """Play histories on every processor; how many broke something."""
    begun, done, broken, shown = time.monotonic(), 0, 0, 0.0
    chunks = [(at, min(CHUNK, first + count - at)) for at in range(first, first + count, CHUNK)]
    with futures.ProcessPoolExecutor(os.cpu_count(), get_context("spawn"), begin, (folder,)) as pool:
        waiting = {pool.submit(play, *chunk): chunk for chunk in chunks}
        for one in futures.as_completed(waiting):
            done += waiting[one][1]
            for seed, why in one.result():
                broken += 1
                print(f"seed {seed}: {why}", flush=True)
            passed = time.monotonic() - begun
            if passed - shown > 30 or done == count:
                shown = passed
                left = passed / done * (count - done)
                print(f"{done:,} of {count:,} histories, {broken} broken, {done / passed:.1f} a second, "
                      f"{passed:.0f} s, {left:.0f} s to go", flush=True)
    return broken


def main() -> int:
    parser = argparse.ArgumentParser(prog="run.py bench --long", description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=COUNT)
    parser.add_argument("--first", type=int, default=0, help="the seed to begin with")
    parser.add_argument("--seed", type=int, help="play this one alone, and make it shorter if it breaks something")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="desk-histories-") as made:
        if options.seed is None:
            return 1 if play_all(Path(made), options.first, options.count) else 0
        table = lay(Path(made))
        try:
            history.proved(table.offices, table.folder, options.seed)
        except properties.Broken as fault:
            print(fault)
            return 1
    print(f"seed {options.seed}: every property holds")
    return 0


if __name__ == "__main__":
    sys.exit(main())
