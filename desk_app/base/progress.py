# SPDX-License-Identifier: Apache-2.0
"""How long work tells how far it is: a generator yields steps and returns its result."""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Progress:
    """One step of long work: `done` of `total` (None: unknown), with words for the user."""

    done: int
    total: int | None
    words: str


Steps = Generator[Progress, None, T]


def finish(steps: Steps[T], show: Callable[[Progress], None] | None = None) -> T:
    """Run long work to its end on this thread and return its result."""
    while True:
        try:
            step = next(steps)
        except StopIteration as end:
            result: T = end.value
            return result
        if show is not None:
            show(step)
