# SPDX-License-Identifier: Apache-2.0
"""How long something takes: by the clock on the wall, and in the processor's time, which others stretch less."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds that passed, and seconds that the processors were at work for it."""

    seconds: float
    processor: float


def timed(work: Callable[[], object]) -> Took:
    begun = time.perf_counter(), time.process_time()
    work()
    return Took(time.perf_counter() - begun[0], time.process_time() - begun[1])


def median(every: Sequence[Took]) -> Took:
    """Of each of the two by itself."""
    return Took(
        statistics.median(one.seconds for one in every), statistics.median(one.processor for one in every)
    )
