# SPDX-License-Identifier: Apache-2.0
"""What makes histories quick: engines that share compiled statements, and a disk that is not waited for.

A history opens a dozen databases, and each would compile the same statements anew. Power cuts are played by what the
program has handed to the disk at that moment; what a disk does with it is the matter of `tests/faults`.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

import sqlalchemy

from desk_app.data import database

_first: list[sqlalchemy.Engine] = []


@contextmanager
def quick() -> Iterator[None]:
    """Let every engine that is made meanwhile use the statements of the first one, and nobody wait for a disk."""
    create, set_up = sqlalchemy.create_engine, database._set_up

    def create_engine(*told: Any, **more: Any) -> sqlalchemy.Engine:
        made = create(*told, **more)
        if _first:
            made.dialect, made._compiled_cache = _first[0].dialect, _first[0]._compiled_cache
        else:
            made._compiled_cache = sqlalchemy.util.LRUCache(5000)  # type: ignore[attr-defined]
            _first.append(made)
        return made

    def set_up_quickly(connection: Any, key: bytes) -> None:
        set_up(connection, key)
        connection.execute("PRAGMA synchronous = OFF")

    with (
        mock.patch.object(sqlalchemy, "create_engine", create_engine),
        mock.patch.object(database, "_set_up", set_up_quickly),
        mock.patch.object(os, "fsync", return_value=None),
    ):
        yield
