# SPDX-License-Identifier: Apache-2.0
"""Scripts of histories: made from a seed, made shorter when one breaks a property, printed so that they can be kept."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hypothesis import strategies

WEIGHTS: dict[str, float] = {
    "answer": 5, "column": 2, "same_station": 3, "edit_station": 3, "new_issue": 2, "edit_issue": 3, "book": 1,
    "team": 2, "own_setting": 0.4, "delete": 3, "undelete": 1.5, "resolve": 3, "double": 2, "undo": 2.5, "redo": 0.7,
    "undo_import": 1.5, "newer_work": 1.5,
    "send": 5, "carry": 8, "lose_parts": 2.5, "receive": 11, "lose": 1.5, "flip": 0.8, "cut": 0.8, "power_cut": 2,
    "cut_sending": 0.7, "phone": 0.8, "forge": 1.2, "trespass": 0.6,
    "back_up": 1.2, "restore": 1, "back_up_work_send_restore": 1.2, "copy_folder": 0.7, "image": 0.5, "roll_back": 0.6,
    "image_work_send_roll_back": 0.5, "copy_disk": 0.4, "upgrade": 1.6,
}  # fmt: skip
"""How often each thing happens, among a hundred."""

REGISTER, REGISTERS = ("register", "register", "hanging", "succeed", "reason"), 5
"""Work in the other registers stands between these things, at most so many times: a seed goes on meaning the same."""

SHORTEST, LONGEST = 6, 20


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happens at one computer. What is left open its own `dice` decide, so that a step goes on
    meaning the same where others before it are left out."""

    what: str
    who: int
    clock: int
    dice: int


Script = tuple[Step, ...]


def make(seed: int, *, weights: dict[str, float] | None = None, longest: int = LONGEST) -> Script:
    """The script of a seed."""
    dice = random.Random(seed)
    chosen = weights or WEIGHTS
    what = dice.choices(list(chosen), list(chosen.values()), k=dice.randint(SHORTEST, longest))
    script = [Step(one, dice.randrange(12), dice.randrange(6), dice.getrandbits(32)) for one in what]
    for _ in range(dice.randrange(REGISTERS + 1) if weights is None else 0):
        who, clock, bits = dice.randrange(12), dice.randrange(6), dice.getrandbits(32)
        step = Step(REGISTER[bits % len(REGISTER)], who, clock, bits)
        script.insert(dice.randrange(len(script) + 1), step)
    return tuple(script)


def drawn() -> strategies.SearchStrategy[Script]:
    """Scripts as Hypothesis draws them, so that one that breaks is made shorter; the plainest step is to rest."""
    among = ["rest"] + [name for name, weight in WEIGHTS.items() for _ in range(round(5 * weight))]
    among += [*REGISTER] * 8
    step = strategies.builds(
        Step,
        strategies.sampled_from(among),
        strategies.integers(0, 11),
        strategies.integers(0, 5),
        strategies.integers(0, 2**32 - 1),
    )
    # Shorter than those by a seed: three hundred of them are waited for.
    return strategies.lists(step, min_size=5, max_size=16).map(tuple)


def shorten(script: Script, breaks: Callable[[Script], bool], *, most: int = 400) -> Script:
    """The script without the steps that it breaks without, found by leaving out ever smaller parts."""
    tries = 0
    size = max(1, len(script) // 2)
    while True:
        at, moved = 0, False
        while at < len(script) and tries < most:
            shorter = script[:at] + script[at + size :]
            tries += 1
            if breaks(shorter):
                script, moved = shorter, True
            else:
                at += size
        if tries >= most or (size == 1 and not moved):
            return script
        size = max(1, size // 2) if not moved else size


def written(script: Sequence[Step]) -> str:
    """A script as it stands in a test that keeps it."""
    lines = (f"    Step({one.what!r}, {one.who}, {one.clock}, {one.dice})," for one in script)
    return "(\n" + "\n".join(lines) + "\n)"
