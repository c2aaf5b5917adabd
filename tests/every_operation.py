# SPDX-License-Identifier: Apache-2.0
"""Every function of `desk_app.operations` that works on an open office, for tests that ask all of them."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Collection, Iterator
from typing import Any

import desk_app.operations

Verb = Callable[..., Any]


def operations(besides: Collection[str] = ()) -> Iterator[tuple[str, Verb]]:
    """Each by its room and name ("issues.new_issue"), but those of the rooms named."""
    for room in pkgutil.walk_packages(desk_app.operations.__path__, "desk_app.operations."):
        short = room.name.removeprefix("desk_app.operations.")
        if short.split(".")[0] in besides or short.startswith("demo"):
            continue
        held = vars(importlib.import_module(room.name))
        for name, verb in list(held.items()):
            if not inspect.isfunction(verb) or verb.__module__ != room.name or name.startswith("_"):
                continue
            if next(iter(inspect.signature(verb).parameters), "") == "desk":
                yield f"{short}.{name}", verb


def parameters(verb: Verb) -> list[inspect.Parameter]:
    """What a function takes beside the office."""
    return list(inspect.signature(verb).parameters.values())[1:]
