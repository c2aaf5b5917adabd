# SPDX-License-Identifier: Apache-2.0
"""Categories of regions as their sources word them: IKP of Bawaslu, Polri, what the desk itself says; with source."""

from collections.abc import Mapping
from dataclasses import dataclass

from desk_app.data import arrivals, place_names, risk_list, unit_of_work
from desk_app.domain import errors, places, records, risk_bands, words
from desk_app.operations import field_names, settings, territory
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_

FIELDS = ("category", "source", "day", "note")


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """The category of one region after one source. `scheme_label` is a msgid; `level`: what kind of region."""

    no: int
    place: str
    label: str
    level: places.Level
    scheme: str
    scheme_label: str
    category: str
    source: str
    day: str
    note: str
    own: bool
    """Whether this office may write it: its region lies in the office's area."""


@dataclass(frozen=True, slots=True)
class Categories:
    """The list, and how far it was read (for `save`)."""

    rows: tuple[CategoryRow, ...]
    seen: int


def categories(desk: Desk, area: str = "") -> Categories:
    """The categories of the regions of an area and of those above it, widest first."""
    event, whole = settings.event_code(desk), area or desk.identity.place
    with desk.reading() as connection:
        seen = arrivals.latest(connection)
        found = risk_list.categories(connection, event, whole)
        names = place_names.named(connection, event, [one.place for one in found])
    rows = [
        CategoryRow(
            no=one.no,
            place=one.place,
            label=names[one.place].label,
            level=places.level_of(one.place),
            scheme=one.scheme,
            scheme_label=risk_bands.SCHEMES.get(one.scheme, one.scheme),
            category=one.category,
            source=one.source,
            day=one.day,
            note=one.note,
            own=places.is_within(one.place, desk.identity.place),
        )
        for one in found
    ]
    return Categories(tuple(sorted(rows, key=lambda row: (len(row.place), row.place, row.scheme))), seen)


def save(desk: Desk, region: str, scheme: str, values: Mapping[str, str], *, seen: int | None = None) -> int:
    """Write the category of a region after one source (`FIELDS`); returns its record. Raises Refused.

    A category needs its source: without one it would be printed as if it were a fact.
    """
    place = territory.require_own(desk, region)
    if place.kind is not None:
        raise errors.Refused(N_("Kategori diberikan kepada wilayah. Untuk TPS ada kelas dan indikator."))
    checked = risk_bands.check_scheme(scheme)
    field_names.require_known(values, FIELDS, "a category")
    key = (settings.event_code(desk), place.code, checked)

    def work(unit: unit_of_work.Unit) -> int:
        no = unit.find(records.REGION_RISK, key)
        known = unit.projector.state(no, records.REGION_RISK.no) if no is not None else None
        asked = dict(values)
        if known is None or not known.alive:
            asked = {"category": "", "source": ""} | asked
        if not asked.get("category", "-").strip():
            raise errors.Refused(N_("Isi kategori seperti tertulis di sumbernya."))
        if not asked.get("source", "-").strip():
            raise errors.Refused(N_("Isi sumber kategori: dokumen atau berita, agar dapat dipertanggungjawabkan."))
        return unit.put(records.REGION_RISK, key, values, seen=seen)

    return transact(desk, N_("Kategori wilayah"), work)


def delete(desk: Desk, region: str, scheme: str) -> None:
    """Take a category away; it stays in the history. Raises NotFound."""
    place = territory.require_own(desk, region)
    key = (settings.event_code(desk), place.code, scheme)

    def work(unit: unit_of_work.Unit) -> None:
        no = unit.find(records.REGION_RISK, key)
        if no is None:
            raise errors.NotFound(N_("Kategori ini tidak ada."))
        unit.delete(records.REGION_RISK, no)

    transact(desk, N_("Kategori wilayah dihapus"), work)
