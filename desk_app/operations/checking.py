# SPDX-License-Identifier: Apache-2.0
"""Proof that the office's data is sound, and the digests by which two offices see that they hold the same."""

from desk_app.base.progress import Steps
from desk_app.data import checking
from desk_app.journal import digest
from desk_app.journal.streams import Scope
from desk_app.operations.desk import Desk

Sound = checking.Sound


def check(desk: Desk) -> Steps[Sound]:
    """Go through the whole file: SQLite's own check, rolling hashes, and every record against its changes."""
    return (yield from checking.check(desk.store))


def digests(desk: Desk) -> dict[Scope, bytes]:
    """The digest of each scope held, for comparing with another office."""
    with desk.reading() as connection:
        return digest.by_scope(checking.held(connection))


def whole_digest(desk: Desk) -> bytes:
    """One digest over everything this office holds."""
    with desk.reading() as connection:
        return digest.of_streams(checking.held(connection))
