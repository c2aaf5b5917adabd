# SPDX-License-Identifier: Apache-2.0
"""Where a desa lies, above a list of its TPS: a list of a whole province says the kabupaten or kota too."""

from desk_app.data import place_names
from desk_app.domain import places
from desk_app.operations import settings
from desk_app.operations.desk import Desk

_WIDE = (places.Level.NATION, places.Level.PROVINCE)


class Whereabouts:
    """Headings of one list, each kabupaten looked up once. `area`: what the list is about, "" the office's own."""

    def __init__(self, desk: Desk, area: str = "") -> None:
        self._desk = desk
        self._is_wide = places.level_of(area or desk.identity.place) in _WIDE
        self._names: dict[str, str] = {}

    def of(self, code: str, words: str) -> str:
        """The heading for what lies in a region: "Kabupaten Wajo · Kecamatan Tempe · Kel. Tempe"."""
        regency = places.regency_of(code)
        if not self._is_wide or regency is None:
            return words
        if regency not in self._names:
            with self._desk.reading() as connection:
                found = place_names.named(connection, settings.event_code(self._desk), [regency])
            self._names[regency] = found[regency].label
        return f"{self._names[regency]} · {words}"
