# SPDX-License-Identifier: Apache-2.0
"""Python's search for garbage that goes in circles, put off while many things are made that do not."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = (10_000, 50, 1_000)
"""New objects before the youngest are searched; such searches before one of the middle; of these before a full one."""


@contextmanager
def put_off() -> Iterator[None]:
    """No search within: tens of thousands of tuples would start it again and again, over all that the program holds,
    which is a third of the time. Only around work that is short."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def pass_over() -> None:
    """Leave what is here now out of every later search: modules and classes stay for good, and a full search over
    them holds the window for a quarter of a second, whichever thread begins it. Full searches become rare, too."""
    gc.freeze()
    gc.set_threshold(*_SELDOM)
