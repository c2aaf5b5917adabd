# SPDX-License-Identifier: Apache-2.0
"""Villages of an office's area as lists write them: by code, or by the names of kecamatan and desa."""

from desk_app.data import place_names
from desk_app.data.database import Connection
from desk_app.domain import places, regions, words
from desk_app.operations import offices

N_ = words.N_

_NOUNS = frozenset(
    ("kec", "kecamatan", "distrik", "kel", "kelurahan", "desa", "ds", "nagari", "gampong", "kampung")
)


class Villages:
    """The villages of one office."""

    def __init__(self, connection: Connection, event: str, area: str) -> None:
        self.districts = [
            regions.Region(one.code, one.name, one.kind, one.code[:5])
            for one in place_names.below(connection, event, area, places.Level.DISTRICT)
        ]
        self.by_code: dict[str, regions.Region] = {}
        self.by_district: dict[str, list[regions.Region]] = {}
        for one in place_names.below(connection, event, area, places.Level.VILLAGE):
            region = regions.Region(one.code, one.name, one.kind, one.code[:8])
            self.by_code[one.code] = region
            self.by_district.setdefault(one.code[:8], []).append(region)
        self.aliases = offices.region_index().aliases
        self._known: dict[tuple[str, str], str | words.Phrase] = {}

    def find(self, district: str, village: str) -> str | words.Phrase:
        """The code of a village by names, or what is to be said to the clerk."""
        key = (district, village)
        if key not in self._known:
            self._known[key] = self._find(district, village)
        return self._known[key]

    def _find(self, district: str, village: str) -> str | words.Phrase:
        above = self._named(self.districts, district)
        if not above:
            return words.phrase(
                N_("Kecamatan “{name}” tidak ada di wilayah kantor ini. Periksa ejaannya, atau isi kode desa."),
                name=district,
            )
        found = [one for region in above for one in self._named(self.by_district.get(region.code, []), village)]
        if not found:
            return words.phrase(
                N_("Desa/kelurahan “{name}” tidak ada di Kecamatan {district}. Periksa ejaannya, atau isi kode desa."),
                name=village,
                district=above[0].name,
            )
        if len(found) > 1:
            return words.phrase(
                N_("Ada {count} desa/kelurahan bernama “{name}” di sana: {codes}. Isi kode desa."),
                count=len(found),
                name=village,
                codes=", ".join(one.code for one in found),
            )
        return found[0].code

    def _named(self, among: list[regions.Region], text: str) -> list[regions.Region]:
        found = regions.named(among, text, self.aliases)
        if found:
            return found
        noun, _, rest = text.strip().partition(" ")
        return regions.named(among, rest, self.aliases) if noun.casefold().strip(".") in _NOUNS and rest else []
