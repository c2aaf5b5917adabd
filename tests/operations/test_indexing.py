# SPDX-License-Identifier: Apache-2.0
"""The search index is made once, when it is first needed, and outlives the settings that are forgotten."""

from desk_app.data import search
from desk_app.operations import indexing, places
from desk_app.operations.desk import Desk


def test_made_when_needed(wajo: Desk) -> None:
    with wajo.reading() as connection:
        assert not search.ready(connection)
    assert places.find_places(wajo, "maddu")
    with wajo.reading() as connection:
        assert search.ready(connection)
    wajo.remembered.clear()
    indexing.ensure(wajo)
    assert len(places.find_places(wajo, "maddu")) == 1
