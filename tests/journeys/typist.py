# SPDX-License-Identifier: Apache-2.0
"""A process that types until it is killed: `python -m tests.journeys.typist`, told on stdin, tells on stdout.

Told `FOLDER KEY FIRST`, it forks a child that opens the office and saves the answers FIRST, FIRST + 1 …; after each
commit the child writes `kept SUBJECT VALUE`. The parent writes `born PID`, and `dead STATUS` once the child is gone:
what is loaded once serves every child, so that two hundred lives take seconds.
"""

import os
import sys
from itertools import count
from pathlib import Path

from desk_app.data import keys
from desk_app.operations import answers, opening
from tests.small_offices import station

ITEM = "log.tinta"
STATIONS = 40


def tell(words: str) -> None:
    os.write(1, f"{words}\n".encode())


def type_on(folder: Path, key: bytes, first: int) -> None:
    """Save one answer after another, each told only when it is kept."""
    with opening.open_with_key(folder, key, keys.load(folder).slots[0]) as desk:
        for value in count(first):
            subject = station(1 + value % STATIONS)
            answers.set_answer(desk, subject, ITEM, value)
            tell(f"kept {subject} {value}")


def main() -> None:
    for line in sys.stdin:
        folder, key, first = line.rsplit(maxsplit=2)
        child = os.fork()
        if child == 0:
            type_on(Path(folder), bytes.fromhex(key), int(first))
            os._exit(0)
        tell(f"born {child}")
        _, status = os.waitpid(child, 0)
        tell(f"dead {os.waitstatus_to_exitcode(status)}")


if __name__ == "__main__":
    main()
