# SPDX-License-Identifier: Apache-2.0
"""Real small file systems in a name space of their own: full ones, read-only ones, one without room for names.

Started by `failing.py` under `unshare`, where anybody may mount a tmpfs; tells one line of JSON.
"""

import json
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from desk_app.base.progress import Steps, finish
from desk_app.base.text import _
from desk_app.domain import errors, words
from desk_app.exchange import package
from desk_app.operations import answers, receiving, stick_writing
from tests.faults import at_hand
from tests.faults.failing_runs import whole_packages


def mount(folder: Path, options: str) -> Path:
    folder.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", str(folder)], check=True)
    return folder


def remount(folder: Path, options: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{options}", str(folder)], check=True)


def refusal(doing: Callable[[], object]) -> str:
    """In what words something is refused; "" where it is done."""
    try:
        doing()
    except errors.Refused as fault:
        return words.render(fault.message, fault.params, _)
    return ""


def step_by_step(steps: Steps[stick_writing.Sent], before: Callable[[int], None]) -> None:
    """Do something before each step of long work."""
    number = 0
    try:
        while True:
            before(number)
            next(steps)
            number += 1
    except StopIteration:
        return


def sticks(offices: at_hand.Offices, folder: Path) -> dict[str, str]:
    """Three volumes to sticks of many kinds; what was said, and after it what lies there under a final name."""
    prepared = at_hand.three_volumes(offices)
    size = prepared.size
    told: dict[str, str] = {}

    def write(name: str, options: str, before: Callable[[Path, int], None] = lambda _stick, _number: None) -> None:
        stick = mount(folder / name, options)
        steps = stick_writing.write_out(offices.kabupaten, prepared, stick)
        told[name] = refusal(lambda: step_by_step(steps, lambda number: before(stick, number)))
        told[f"{name}: half"] = whole_packages(stick / package.FOLDER)
        told[f"{name}: files"] = str(len(list(stick.glob("DESK/*.desk"))))

    def fill(stick: Path, number: int) -> None:
        if number == 2:
            with (stick / "photo.jpg").open("wb") as file:
                while free := os.statvfs(stick).f_bavail:
                    file.write(bytes(4096 * free))
                    file.flush()

    def turn(stick: Path, number: int) -> None:
        if number == 2:
            remount(stick, "ro")

    write("room", "size=4m")
    write("too small", f"size={size // 4096 * 4096 + 4096}")
    write("full on the way", "size=4m", fill)
    write("no room for names", "size=4m,nr_inodes=2")
    write("write-protected", "size=4m,ro")
    write("read-only on the way", "size=4m", turn)
    told["volumes"] = str(len(prepared.files))
    return told


def office_on_a_full_disk(offices: at_hand.Offices, folder: Path) -> dict[str, str]:
    """Answers are saved, and a package is put in, until the disk of the office is full; nothing saved is lost."""
    for number in range(40):
        answers.set_answer(offices.tempe, at_hand.SECOND, at_hand.NUMBER, str(number))
    package_ = offices.send(offices.tempe, offices.kabupaten)
    offices.kabupaten.close()
    kept = offices.prepared["kabupaten"]
    disk = mount(folder / "disk", "size=1300k")
    desk = at_hand.open_copy(kept, disk / "office")
    saved, said = 0, ""
    while not said:
        said = refusal(partial(answers.set_answer, desk, at_hand.FIRST, at_hand.NUMBER, str(saved + 1)))
        saved += not said
    before = at_hand.everything(desk)
    imported = refusal(lambda: finish(receiving.receive(desk, [package_])))
    told = {
        "saved": str(saved),
        "saving": said,
        "importing": imported,
        "unchanged": str(at_hand.everything(desk) == before),
    }
    desk.close()
    remount(disk, "size=8m")
    again = at_hand.open_copy(at_hand.Kept(disk / "office", kept.key, kept.slot), disk / "again")
    told["kept"] = str(at_hand.value(again, at_hand.FIRST))
    told["importing later"] = refusal(lambda: finish(receiving.receive(again, [package_])))
    told["faults"] = "; ".join(at_hand.faults(again))
    again.close()
    return told


def main(folder: Path, case: str) -> None:
    offices = at_hand.Offices(pickle.loads((folder / "prepared").read_bytes()), folder)
    print(json.dumps({"sticks": sticks, "disk": office_on_a_full_disk}[case](offices, folder)))
    offices.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
