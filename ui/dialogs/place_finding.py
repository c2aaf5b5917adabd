# SPDX-License-Identifier: Apache-2.0
"""Gives a `PlaceBox` its offers from the office, and says under it what to do with words that are no place."""

from desk_app.base.text import _
from desk_app.operations import places
from desk_app.operations.desk import Desk
from ui import runner
from ui.widgets import form, place_box

MOST = 12


def connect(box: place_box.PlaceBox, desk: Desk, lanes: runner.Runner, key: str) -> None:
    """Answer what is typed into the box; `key` tells its searches from those of other boxes."""

    def search(text: str) -> None:
        def read() -> list[place_box.Offer]:
            hits = places.find_places(desk, text, MOST)
            return [place_box.Offer(hit.subject, hit.label, hit.detail) for hit in hits]

        lanes.read(read, lambda offers: box.set_offers(text, offers), key=key)

    box.searched.connect(search)


def explain(row: form.FormRow, advice: str = "") -> None:
    """Say under a place box that no place is called so, and what to do; `advice`: with the placeholder {text}."""
    box = row.field
    assert isinstance(box, place_box.PlaceBox)
    said = advice or _("“{text}” tidak ditemukan. Pilih dari daftar, atau kosongkan.")
    box.unknown.connect(lambda text: row.refuse(said.format(text=text)))
    box.textEdited.connect(lambda _text: row.accept())
    box.settled.connect(lambda: None if box.unknown_words else row.accept())
    box.committed.connect(lambda _subject: row.accept())
