# SPDX-License-Identifier: Apache-2.0
"""The search indexes are made when they are first needed; triggers keep them in step from then on."""

from desk_app.data import record_words, search
from desk_app.operations.desk import Desk

_READY = "search indexes"


def ensure(desk: Desk) -> None:
    """See that both indexes are there; making them takes seconds for the whole country, once."""
    if desk.remembered.get(_READY):
        return
    with desk.reading() as connection:
        ready = search.ready(connection) and record_words.ready(connection)
    if not ready:
        desk.on_writer(lambda: _make(desk))
    desk.remembered[_READY] = True


def _make(desk: Desk) -> None:
    with desk.store.writing() as connection:
        search.create(connection)
        record_words.create(connection)
