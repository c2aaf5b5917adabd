# SPDX-License-Identifier: Apache-2.0
"""The regions of the office's area to choose from: kabupaten, kecamatan, desa."""

from dataclasses import dataclass

from desk_app.base.text import _
from desk_app.data import place_names
from desk_app.domain import places
from desk_app.operations import level_words, settings
from desk_app.operations.desk import Desk


@dataclass(frozen=True, slots=True)
class Area:
    """A region to choose from: name "Tempe", label "Kecamatan Tempe"."""

    code: str
    name: str
    label: str


def named(desk: Desk, code: str) -> Area:
    """One region by its code; called by its code where nobody knows its name."""
    with desk.reading() as connection:
        found = place_names.named(connection, settings.event_code(desk), [code])[code]
    return Area(found.code, found.name, found.label)


def own(desk: Desk) -> Area:
    """The region of the office itself."""
    return named(desk, desk.identity.place)


def regencies(desk: Desk) -> list[Area]:
    """The kabupaten and kota of the office's area, in order of code; a province has several."""
    return _below(desk, desk.identity.place, places.Level.REGENCY)


def districts(desk: Desk) -> list[Area]:
    """The kecamatan of the office's area, in order of code; at a kecamatan itself."""
    return _below(desk, desk.identity.place, places.Level.DISTRICT)


def covered_level(desk: Desk) -> places.Level:
    """What teams of this office are sent to: kecamatan; from a province kabupaten and kota, from the nation provinces.
    """
    above = {places.Level.PROVINCE.value: places.Level.REGENCY, places.Level.NATION.value: places.Level.PROVINCE}
    return above.get(desk.identity.level, places.Level.DISTRICT)


def covered(desk: Desk) -> list[Area]:
    """The regions that teams of this office are sent to, in order of code."""
    return _below(desk, desk.identity.place, covered_level(desk))


def covered_word(desk: Desk) -> str:
    """What such a region is called, in words of the window."""
    match covered_level(desk):
        case places.Level.PROVINCE:
            return _("Provinsi")
        case places.Level.REGENCY:
            return _("Kabupaten/Kota")
        case _:
            return level_words.words_of(desk).district


def regencies_of(desk: Desk, province: str) -> list[Area]:
    """The kabupaten and kota of one province, in order of code."""
    return _below(desk, province, places.Level.REGENCY)


def districts_of(desk: Desk, regency: str) -> list[Area]:
    """The kecamatan of one kabupaten or kota, in order of code."""
    return _below(desk, regency, places.Level.DISTRICT)


def villages(desk: Desk, district: str) -> list[Area]:
    """The desa and kelurahan of one kecamatan, in order of code."""
    return _below(desk, district, places.Level.VILLAGE)


def _below(desk: Desk, place: str, level: places.Level) -> list[Area]:
    with desk.reading() as connection:
        found = place_names.below(connection, settings.event_code(desk), place, level)
    return [Area(one.code, one.name, one.label) for one in found]
