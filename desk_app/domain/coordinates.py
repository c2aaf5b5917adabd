# SPDX-License-Identifier: Apache-2.0
"""Where a TPS stands on the globe: typed as two decimals, kept in millionths of a degree."""

import re

from desk_app.domain import errors
from desk_app.domain.words import N_

MILLION = 1_000_000
SOUTH, NORTH = -12, 7
WEST, EAST = 94, 142
"""Indonesia lies within these degrees."""

_NUMBER = re.compile(r"[-+]?\d{1,3}(?:[.,]\d+)?")


def parse(text: str) -> tuple[int, int] | None:
    """Read latitude and longitude ("-4.021945, 120.034512", also with decimal commas); empty is None."""
    cleaned = text.strip()
    if not cleaned:
        return None
    parts = _NUMBER.findall(cleaned)
    rest = _NUMBER.sub("", cleaned).strip(" ,;°/")
    if len(parts) != 2 or rest:
        raise errors.Refused(
            N_("“{text}” bukan koordinat. Tulis lintang lalu bujur, misalnya -4.021945, 120.034512."), text=cleaned
        )
    latitude, longitude = (round(float(part.replace(",", ".")) * MILLION) for part in parts)
    if not (SOUTH * MILLION <= latitude <= NORTH * MILLION and WEST * MILLION <= longitude <= EAST * MILLION):
        raise errors.Refused(
            N_("Koordinat {text} di luar Indonesia. Lintang -12 sampai 7, bujur 94 sampai 142."), text=cleaned
        )
    return latitude, longitude


def write(latitude: int | None, longitude: int | None) -> str:
    """Write a coordinate as it is typed: "-4.021945, 120.034512"; empty while one of the two is not known."""
    if latitude is None or longitude is None:
        return ""
    return f"{latitude / MILLION:.6f}, {longitude / MILLION:.6f}"
