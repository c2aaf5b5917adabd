# SPDX-License-Identifier: Apache-2.0
"""A verified copy of a database: made while work goes on, and counted only after it was opened and compared."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select

from desk_app.data import arrivals, schema, streams
from desk_app.data.database import Connection, Database, check_file
from desk_app.domain import errors, words
from desk_app.journal import digest

N_ = words.N_


@dataclass(frozen=True, slots=True)
class Contents:
    """What a database holds, to tell whether a copy is the same: changes, last arrival, digest of all streams."""

    changes: int
    arrival: int
    digest: bytes


def contents(connection: Connection) -> Contents:
    held = [
        digest.Held(one.id, one.scope, one.held, one.rolling)
        for one in streams.all_streams(connection)
        if one.scope is not None
    ]
    changes: int = connection.execute(select(func.count()).select_from(schema.change)).scalar_one()
    return Contents(changes, arrivals.latest(connection), digest.of_streams(held))


def copy(store: Database, target: Path) -> Contents:
    """Copy a database to a new file by SQLite's online backup; returns what the copied state holds."""
    with store.reading() as connection:
        seen = contents(connection)  # begins the read, so the copy is of this very state
        store.backup_to(target, connection)
    return seen


def open_once(path: Path, key: bytes) -> None:
    """See whether a key opens a copy. Raises Damaged."""
    Database(path, key).close()


def verify(path: Path, key: bytes, expected: Contents | None) -> Contents:
    """Open a copy, go through SQLite's and SQLCipher's checks and compare. Raises Damaged."""
    faults = check_file(path, key)
    if faults:
        raise errors.Damaged(N_("{path} rusak: {fault}"), path=path, fault=faults[0])
    store = Database(path, key, even_newer=True)
    try:
        with store.reading() as connection:
            found = contents(connection)
    finally:
        store.close()
    if expected is not None and found != expected:
        raise errors.Damaged(
            N_("{path} tidak sama dengan aslinya: {found} dari {expected} isian."),
            path=path,
            found=found.changes,
            expected=expected.changes,
        )
    return found
