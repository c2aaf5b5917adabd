# SPDX-License-Identifier: Apache-2.0
"""`kill -9` at 200 random moments while answers are saved: none that was acknowledged is lost, each file is sound."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from desk_app.base import progress
from desk_app.data import schema
from desk_app.operations import checking, opening
from desk_app.operations.desk import Desk
from tests import small_offices
from tests.journeys import typist

KILLS = 200
LIVES = 20
"""Kills of one office before another one is copied: a check goes through all that was typed."""

LONGEST_LIFE = 0.04
"""Seconds from when the child is born (one time in four: it is still opening) or tells its first answer."""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")


@pytest.fixture
def nursery(tmp_path: Path) -> Iterator["subprocess.Popen[str]"]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.typist"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        bufsize=1,
    )
    yield process
    process.kill()
    process.communicate()


def life(
    nursery: "subprocess.Popen[str]", folder: Path, key: bytes, first: int, dice: random.Random
) -> dict[str, int]:
    """Let a child type for a while and kill it; returns the last acknowledged value of each subject."""
    seconds, at_birth = dice.random() * LONGEST_LIFE, dice.random() < 0.25
    child = 0
    assert nursery.stdin is not None
    assert nursery.stdout is not None
    nursery.stdin.write(f"{folder} {key.hex()} {first}\n")
    nursery.stdin.flush()
    kept: dict[str, int] = {}
    for line in nursery.stdout:
        match line.split():
            case ["born", number]:
                child = int(number)
                if at_birth:
                    time.sleep(seconds)
                    os.kill(child, signal.SIGKILL)
            case ["kept", subject, value]:
                if not kept and not at_birth:
                    time.sleep(seconds)
                    os.kill(child, signal.SIGKILL)
                kept[subject] = int(value)
            case ["dead", status]:
                assert int(status) == -signal.SIGKILL, "the child died by itself; its trace is on stderr"
                return kept
    raise AssertionError("the nursery died")


def answered(desk: Desk) -> dict[str, int]:
    table = schema.by_name["answer"]
    with desk.reading() as connection:
        return {row.subject: row.quantity for row in connection.execute(select(table))}


def test_no_acknowledged_answer_is_lost(nursery: "subprocess.Popen[str]", tmp_path: Path) -> None:
    dice = random.Random(20240214)
    prepared = small_offices.make(tmp_path / "prepared", stations=typist.STATIONS).desk
    prepared.close()
    lives = acknowledged = begun = 0
    for number in range(KILLS // LIVES):
        folder = shutil.copytree(prepared.folder, tmp_path / f"office {number}")
        kept: dict[str, int] = {}
        for _ in range(LIVES):
            fresh = life(nursery, folder, prepared.data_key, begun + 1, dice)
            kept |= fresh
            with opening.open_with_key(folder, prepared.data_key, prepared.operator) as desk:
                found = answered(desk)
                sound = progress.finish(checking.check(desk))
            assert sound.faults == ()
            last = max([begun, *fresh.values()])
            for subject, value in kept.items():
                # What was saved and not yet told when the kill came may be there, and nothing else.
                assert found[subject] in (value, last + 1), f"{subject}: {value} was acknowledged"
            assert max([0, *found.values()]) <= last + 1
            lives += 1
            acknowledged += len(fresh)
            begun = last + 1
            kept = found  # seen once, it must stay as well
    assert lives == KILLS
    assert acknowledged > KILLS, "the children hardly came to type: kill them later"
