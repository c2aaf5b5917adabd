# SPDX-License-Identifier: Apache-2.0
"""Imports that are killed: at each statement, at each commit, and in each call that alters a file.

Started by `failing.py` in a process of its own, for calls with `failing_calls.c` preloaded; every killed one is a
child of it. Tells one line of JSON.
"""

import ctypes
import json
import os
import pickle
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import event

from desk_app.base.progress import finish
from desk_app.data.database import Database
from desk_app.operations import receiving
from desk_app.operations.desk import DATABASE, Desk
from tests.faults import at_hand
from tests.faults.failing_runs import Way

MOST = 5000
AGAIN = 11
"""Each so-manieth killed import is begun again and must come to its end."""

Arm = Callable[[Desk, int], None]


def at_statement(desk: Desk, k: int) -> None:
    """Die before the k-th statement, commit or end of a commit."""
    count = 0

    def step(*_told: object) -> None:
        nonlocal count
        count += 1
        if count == k:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(desk.store.engine, "before_cursor_execute", step)
    event.listen(desk.store.engine, "commit", step)
    event.listen(desk.store.engine, "rollback", step)


def at_call(desk: Desk, k: int) -> None:
    """Die in the k-th call that alters a file, with half of its bytes written."""
    ctypes.CDLL(None).desk_faults(str(desk.folder).encode(), ctypes.c_long(k), int(Way.KILL))


def import_in_child(folder: Path, kept: at_hand.Kept, package_: Path, arm: Arm, k: int) -> bool:
    """Whether the child lived to its end."""
    child = os.fork()
    if child == 0:
        desk = at_hand.open_copy(kept, folder, copied=True)
        arm(desk, k)
        finish(receiving.receive(desk, [package_]))
        os._exit(0)
    _child, status = os.waitpid(child, 0)
    if status not in (0, signal.SIGKILL):
        raise RuntimeError(f"the child died by itself: {status}")
    return status == 0


def held(folder: Path, key: bytes) -> at_hand.Rows:
    """Every row of a database that was left behind."""
    store = Database(folder / DATABASE, key)
    try:
        return at_hand.rows_of(store)
    finally:
        store.close()


def killed(folder: Path, kept: at_hand.Kept, package_: Path, name: str, arm: Arm) -> dict[str, object]:
    """Kill an import at every place of one way; before or after, and never between."""
    # The children are copies of this process: what they all need is brought in and worked out once.
    with at_hand.open_copy(kept, folder / f"{name}-first") as desk:
        finish(receiving.receive(desk, [package_]))
    never = folder / f"{name}-never"
    import_in_child(never, kept, package_, arm, 0)
    before, after = held(kept.folder, kept.key), held(never, kept.key)
    told: dict[str, object] = {"way": name, "alike": before == after}
    seen = {"before": 0, "after": 0}
    wrong = []
    for k in range(1, MOST):
        place = folder / f"{name}-{k}"
        lived = import_in_child(place, kept, package_, arm, k)
        now = held(place, kept.key)
        if now not in (before, after):
            wrong.append(f"{k}: between, in {[table for table in now if now[table] != before[table]]}")
        seen["after" if now == after else "before"] += not lived
        if k % AGAIN == 0:
            import_in_child(place / "again", at_hand.Kept(place, kept.key, kept.slot), package_, arm, 0)
            if held(place / "again", kept.key)["change"] != after["change"]:
                wrong.append(f"{k}: begun again, it does not come to its end")
        if lived:
            return {**told, **seen, "wrong": wrong}
    raise RuntimeError("no end")


def main(folder: Path, way: str) -> None:
    prepared = pickle.loads((folder / "prepared").read_bytes())
    (folder / "offices").mkdir()
    offices = at_hand.Offices(prepared, folder / "offices")
    package_, kept = at_hand.disputed_import(offices)
    offices.close()
    arm = {"statement": at_statement, "call": at_call}[way]
    print(json.dumps(killed(folder, kept, package_, way, arm)), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
