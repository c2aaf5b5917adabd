# SPDX-License-Identifier: Apache-2.0
"""Engines that share what SQLAlchemy has compiled: a history opens a dozen databases, and each would compile anew."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy

_first: list[sqlalchemy.Engine] = []


@contextmanager
def shared() -> Iterator[None]:
    """Let every engine that is made meanwhile use the statements of the first one."""
    honest = sqlalchemy.create_engine

    def create_engine(*told: Any, **more: Any) -> sqlalchemy.Engine:
        made = honest(*told, **more)
        if _first:
            made.dialect, made._compiled_cache = _first[0].dialect, _first[0]._compiled_cache
        else:
            made._compiled_cache = sqlalchemy.util.LRUCache(5000)  # type: ignore[attr-defined]
            _first.append(made)
        return made

    sqlalchemy.create_engine = create_engine
    try:
        yield
    finally:
        sqlalchemy.create_engine = honest
