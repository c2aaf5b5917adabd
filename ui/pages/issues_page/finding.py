# SPDX-License-Identifier: Apache-2.0
"""Gives a `PlaceBox` its offers from the office."""

from desk_app.operations import places
from desk_app.operations.desk import Desk
from ui import runner
from ui.widgets import place_box

MOST = 12


def connect(box: place_box.PlaceBox, desk: Desk, lanes: runner.Runner, key: str) -> None:
    """Answer what is typed into the box; `key` tells its searches from those of other boxes."""

    def search(text: str) -> None:
        def read() -> list[place_box.Offer]:
            hits = places.find_places(desk, text, MOST)
            return [place_box.Offer(hit.subject, hit.label, hit.detail) for hit in hits]

        lanes.read(read, lambda offers: box.set_offers(text, offers), key=key)

    box.searched.connect(search)
