# SPDX-License-Identifier: Apache-2.0
"""Paper forms by their number: the 13 digits of the TPS (village code and number), or "tem 5" as it is said."""

import re

from desk_app.data import station_list
from desk_app.domain import places as codes
from desk_app.operations import places, settings
from desk_app.operations.desk import Desk

_DIGITS = 13


def number_of(subject: str) -> str:
    """What stands on the form of a TPS: "7313061001005"; another place goes by its code."""
    place = codes.parse(subject)
    if place.kind is not codes.Kind.TPS:
        return subject
    return f"{place.code.replace('.', '')}{place.number:03d}"


def find(desk: Desk, typed: str, limit: int = 8) -> list[places.PlaceHit]:
    """The places with a form that was typed may mean, best first; a whole number means its own TPS or none."""
    digits = re.sub(r"[\s.\-]", "", typed)
    if len(digits) == _DIGITS and digits.isascii() and digits.isdigit() and int(digits[10:]):
        subject = codes.parse(digits).subject
        return [places.place_hit(desk, subject)] if _is_listed(desk, subject) else []
    hits = places.find_places(desk, typed, limit * 4)
    return [hit for hit in hits if codes.kind_of(hit.subject) is not None][:limit]


def _is_listed(desk: Desk, subject: str) -> bool:
    place = codes.parse(subject)
    if not codes.is_within(subject, desk.identity.place):
        return False
    with desk.reading() as connection:
        found = station_list.find(connection, settings.event_code(desk), place.code, place.number or 0)
    return found is not None and bool(found.alive)
