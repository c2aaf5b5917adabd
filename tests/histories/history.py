# SPDX-License-Identifier: Apache-2.0
"""One history: a script is played, every property is looked at after each step, all are brought together at the end."""

import shutil
from collections.abc import Callable
from pathlib import Path

from tests.histories import dice as dicing
from tests.histories import engines, events, final, properties, scripts, work
from tests.histories.computers import CLOCKS
from tests.histories.prepared import Prepared
from tests.histories.scripts import Script, Step
from tests.histories.world import World

Watching = Callable[[World], None]


def play(
    prepared: Prepared,
    folder: Path,
    script: Script,
    *,
    clocks: tuple[int, ...] = CLOCKS,
    to_the_end: bool = True,
    watching: Watching | None = None,
) -> None:
    """Play a script in an empty folder, which is empty again afterwards. Raises Broken, or what the program raised."""
    with dicing.thrown_from("history"), engines.quick():
        world = World(prepared, folder, clocks)
        try:
            for one in world.computers:
                world.look(one)
            for step in script:
                _happen(world, step)
            if to_the_end:
                final.bring_together(world)
            if watching is not None:
                watching(world)
        finally:
            world.close()
            for path in folder.iterdir():
                shutil.rmtree(path) if path.is_dir() else path.unlink()


def breaks(prepared: Prepared, folder: Path, script: Script) -> str:
    """What a script breaks: a property or an exception in words, "" if nothing."""
    try:
        play(prepared, folder, script)
    except properties.Broken as fault:
        return str(fault)
    except Exception as fault:  # noqa: BLE001 - a mistake may show as anything
        return f"{type(fault).__name__}: {fault}"
    return ""


def proved(prepared: Prepared, folder: Path, seed: int) -> None:
    """Play the script of a seed; where it breaks, say so with the seed and the shortest script that breaks as well."""
    script = scripts.make(seed)
    told = breaks(prepared, folder, script)
    if told:
        kind = told.split(":", 1)[0]
        shorter = scripts.shorten(script, lambda one: breaks(prepared, folder, one).split(":", 1)[0] == kind)
        why = breaks(prepared, folder, shorter)
        raise properties.Broken(f"{why}\nseed {seed}, shortened:\n{scripts.written(shorter)}")


def _happen(world: World, step: Step) -> None:
    """One step at one computer, with dice of its own; no two packages may have the same id."""
    again = world.thrown[step.dice]
    world.thrown[step.dice] += 1
    with dicing.thrown_from((step.dice, again) if again else step.dice) as dice:
        if step.what == "rest":
            return
        at = world.computers[step.who % len(world.computers)]
        if step.what in work.DOINGS:
            world.do(step.what, at, step.clock, dice)
        else:
            events.EVENTS[step.what](world, at, step.clock, dice)
