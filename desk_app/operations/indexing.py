# SPDX-License-Identifier: Apache-2.0
"""The search index is made when it is first needed; triggers keep it in step from then on."""

from desk_app.data import search
from desk_app.operations.desk import Desk

_READY = "search index"


def ensure(desk: Desk) -> None:
    """See that the index of places is there; making it takes a second for the whole country, once."""
    if desk.remembered.get(_READY):
        return
    with desk.reading() as connection:
        ready = search.ready(connection)
    if not ready:
        desk.on_writer(lambda: _make(desk))
    desk.remembered[_READY] = True


def _make(desk: Desk) -> None:
    with desk.store.writing() as connection:
        search.create(connection)
