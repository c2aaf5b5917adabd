# SPDX-License-Identifier: Apache-2.0
"""The signature block on paper: place and date, the lines of the office, room for the stamp, the name.

Which lines a signatory has is a rule of the domain (`people`, `domain.md §5.6`); here they get their place.
Names keep their spelling. A signatory not yet named leaves dotted lines for the pen, an officer one for his NIP, too.
"""

import dataclasses
from datetime import date

from desk_app.domain import people
from desk_app.reports import document, words

ROOM = 24.0
"""Millimetres for signature and stamp."""

UNNAMED = "." * 40


def block(
    signatory: people.Signatory | None, place_and_date: tuple[str, ...] = (), room: float = ROOM
) -> document.SignatureBlock:
    """The block of a signatory; of a Bupati or Wali Kota, also a Pj., the name stands alone."""
    if signatory is None:
        return document.SignatureBlock(place_and_date, (UNNAMED,), UNNAMED, (), room)
    if people.is_political(signatory.office):
        signatory = dataclasses.replace(signatory, political=True)
    name, *below = people.signature_name(signatory)
    office = tuple(people.signature_heading(signatory))
    if not name and not below and not signatory.political:
        below = [f"NIP. {words.BLANK_NUMBER}"]
    return document.SignatureBlock(place_and_date, office, name or UNNAMED, tuple(below), room)


def signed_at(place: str, day: date | None) -> tuple[str, ...]:
    """`Sengkang, 13 Februari 2024`; a missing date is left for the pen."""
    when = words.long_date(day) if day else words.BLANK_NUMBER
    return (f"{place}, {when}",) if place else (when,)


def enacted_at(place: str, day: date | None) -> tuple[str, ...]:
    """`Ditetapkan di Sengkang`, `pada tanggal 13 Februari 2024`, as decrees and assignments say it."""
    when = words.long_date(day) if day else words.BLANK_NUMBER
    return (f"Ditetapkan di {place or words.BLANK_NUMBER}", f"pada tanggal {when}")
