# SPDX-License-Identifier: Apache-2.0
"""The regions of the office's area to choose from: kabupaten, kecamatan, desa."""

from dataclasses import dataclass

from desk_app.data import place_names
from desk_app.domain import places
from desk_app.operations import settings
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
