# SPDX-License-Identifier: Apache-2.0
"""Work while calls fail: the k-th call below a folder, for k = 1, 2, 3 … until the work goes through untouched.

Started by `failing.py` in a process of its own into which `failing_calls.c` is preloaded; tells one line of JSON for
each way of failing.
"""

import ctypes
import json
import os
import pickle
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from enum import IntEnum
from pathlib import Path

from desk_app.base.progress import finish
from desk_app.domain import errors
from desk_app.exchange import package
from desk_app.operations import answers, backups, checking, receiving, sending, stick_writing
from desk_app.operations import desk as desks
from desk_app.operations.desk import OUTBOX, Desk
from tests.faults import at_hand

MOST = 2000
"""Calls that no work makes; were it reached, the loop would have no end."""


class Way(IntEnum):
    """How calls fail, as `failing_calls.c` numbers them."""

    ONCE = 1
    """The k-th: a write says that the disk is full, a flush that it does not obey."""
    FULL = 2
    READ_ONLY = 3
    GONE = 4
    """Pulled: nothing can be read either."""
    SHORT = 5
    KILL = 6
    FORGET = 7
    """From the k-th on zeros are kept: a stick that pretends to be larger than it is."""
    FLIP = 8


@dataclass
class Told:
    """What came of the runs of one kind of work. `wrong`: what should never be."""

    work: str
    way: str
    calls: int = 0
    refused: int = 0
    done: int = 0
    wrong: list[str] = field(default_factory=list)


def loop(
    work: str,
    way: Way,
    folder: Path,
    doing: Callable[[], object],
    look: Callable[[bool], str],
    *,
    first: Callable[[], None] = lambda: None,
    step: int = 1,
) -> Told:
    """Let the k-th call fail, and the next … `first` is done before each run and does not fail; `look(refused)` says
    what is wrong afterwards, "" if nothing is.
    """
    shim = ctypes.CDLL(None)
    told = Told(work, way.name)
    for k in range(1, MOST, step):
        first()
        shim.desk_faults(str(folder).encode(), ctypes.c_long(k), int(way))
        refused, strange = False, ""
        try:
            doing()
        except errors.Refused:
            refused = True
        except Exception as fault:  # noqa: BLE001 - whatever it is, it is no word to a user
            strange = f"{type(fault).__name__}: {fault}"
        finally:
            told.calls = shim.desk_calls()
        reached = told.calls >= k
        told.refused += refused
        told.done += not refused
        strange = strange or look(refused)
        if strange:
            told.wrong.append(f"call {k}: {strange}")
        if not reached:
            return told
    raise RuntimeError(f"{work}: no end")


def whole_packages(folder: Path) -> str:
    """What is wrong with the files under final names in a folder."""
    if not folder.exists():
        return ""
    for path in folder.glob("*.desk"):
        try:
            package.read(path)
        except errors.Refused as fault:
            return f"{path.name} is not whole: {fault.message}"
    return ""


def writing_to_a_stick(offices: at_hand.Offices, way: Way) -> Told:
    """A package of the outbox goes to a stick that fails."""
    desk = offices.tempe
    prepared = finish(sending.prepare(desk, "73.13"))
    number = 0
    stick = offices.folder / "sticks" / "0"

    def plug_in() -> None:
        nonlocal number, stick
        number += 1
        stick = offices.folder / "sticks" / str(number)
        stick.mkdir(parents=True)

    def look(refused: bool) -> str:
        found = whole_packages(stick / package.FOLDER)
        there = len(list(stick.glob("DESK/*.desk")))
        if not refused and there != len(prepared.files):
            return "said to be done, and not there"
        return found

    def write() -> None:
        finish(stick_writing.write_out(desk, prepared, stick))

    return loop("stick", way, offices.folder / "sticks", write, look, first=plug_in)


def sending_at_all(offices: at_hand.Offices, way: Way) -> Told:
    """The disk of the office fails while a package is made."""
    desk = offices.tempe
    answers.set_answer(desk, at_hand.FIRST, at_hand.NUMBER, "7")
    digest = checking.whole_digest(desk)

    def look(refused: bool) -> str:
        if checking.whole_digest(desk) != digest:
            return "changes were altered"
        return whole_packages(desk.folder / OUTBOX)

    return loop("send", way, desk.folder, lambda: finish(sending.prepare(desk, "73.13")), look)


def receiving_at_all(offices: at_hand.Offices, way: Way) -> Told:
    """The disk of the office fails while a package is put in."""
    package_, kept = at_hand.disputed_import(offices)
    folder = offices.folder / "receivers"
    folder.mkdir()
    made: list[Desk] = []
    before: at_hand.Rows = {}
    put_in = True

    def open_again() -> None:
        """The same office after a refusal, else another copy of it."""
        nonlocal before
        if put_in:
            offices.opened["kabupaten"] = at_hand.open_copy(kept, folder / str(len(made)))
            made.append(offices.opened["kabupaten"])
            before = at_hand.everything(made[-1])

    def look(refused: bool) -> str:
        nonlocal put_in
        put_in = not refused
        now = at_hand.everything(made[-1])
        if refused and now != before:
            return "refused, and yet something was written"
        if put_in and len(now["conflict"]) != 1:
            return "said to be done, and not there"
        return ""

    def receive() -> None:
        finish(receiving.receive(made[-1], [package_]))

    told = loop("receive", way, folder, receive, look, first=open_again)
    for one in made:
        if one in made[::6]:
            told.wrong += at_hand.faults(one)
        one.close()
    offices.opened.clear()
    return told


def backing_up(offices: at_hand.Offices, way: Way) -> Told:
    """The disk of the office fails while a backup is made."""
    desk = offices.kabupaten
    home = desk.folder / desks.BACKUPS
    whole = 0

    def look(refused: bool) -> str:
        nonlocal whole
        found = backups.backups_of(home)
        if not all(one.ok for one in found):
            return "a backup that is not whole"
        if any(one.name.endswith(backups.PART) for one in home.glob("*") if not refused):
            return "something was left half"
        before, whole = whole, max((one.number for one in found), default=0)
        if whole > before and refused:
            # Its name stands, and the disk would not promise that it stays: no more could be said. Whole it is.
            finish(backups.check_backup(found[0], desk.data_key))
        return "" if whole > before or refused else "told otherwise than it is"

    # A backup makes some four hundred calls, most of them alike.
    step = 11 if way is Way.ONCE else 23
    return loop("backup", way, desk.folder, lambda: finish(backups.make_backup(desk)), look, step=step)


def sound_at_the_end(told: Told, offices: at_hand.Offices) -> Told:
    """The offices open again, and a check of the whole file finds nothing."""
    for name in list(offices.opened):
        told.wrong += [f"{name}: {fault}" for fault in at_hand.faults(offices.reopen(name))]
    offices.close()
    return told


WAYS: dict[str, tuple[Way, ...]] = {
    "stick": (Way.ONCE, Way.FULL, Way.READ_ONLY, Way.GONE, Way.SHORT, Way.FORGET, Way.FLIP),
    "receive": (Way.ONCE, Way.FULL, Way.SHORT),
    "send": (Way.ONCE, Way.FULL),
    "short": (Way.SHORT,),
    "backup": (Way.ONCE, Way.FULL),
}
DOING = {
    "stick": writing_to_a_stick,
    "receive": receiving_at_all,
    "send": sending_at_all,
    "short": sending_at_all,
    "backup": backing_up,
}


def runs(folder: Path, prepared: at_hand.Prepared, work: str) -> Iterator[Told]:
    """One kind of work, failing in each of its ways."""
    for way in WAYS[work]:
        own = folder / way.name
        own.mkdir()
        # A witness of its own, as each test has one.
        os.environ["DESK_HOME"] = str(own / "home")
        offices = at_hand.Offices(prepared, own)
        yield sound_at_the_end(DOING[work](offices, way), offices)


def main(folder: Path, work: str) -> None:
    prepared = pickle.loads((folder / "prepared").read_bytes())
    for told in runs(folder, prepared, work):
        print(json.dumps(asdict(told)), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
