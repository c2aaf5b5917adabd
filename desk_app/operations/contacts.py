# SPDX-License-Identifier: Apache-2.0
"""Kontak: whom the posko calls at KPU, Bawaslu, Polres, BPBD, PLN …; internal, it never goes into a package."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from desk_app.data import arrivals, contact_list
from desk_app.domain import errors, records, words
from desk_app.domain import places as place_rules
from desk_app.operations import field_names, places
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_

FIELDS = ("unit", "office", "person", "place", "phone", "other_phone", "note", "position")

UNITS: tuple[str, ...] = (
    N_("KPU"),
    N_("Bawaslu"),
    N_("Polres"),
    N_("Polsek"),
    N_("Kodim"),
    N_("Koramil"),
    N_("Kejaksaan Negeri"),
    N_("Kantor camat"),
    N_("BPBD"),
    N_("BMKG"),
    N_("PLN"),
    N_("Telkom"),
    N_("Dinas Dukcapil"),
    N_("Dinas Perhubungan"),
    N_("Dinas Kesehatan"),
    N_("RSUD"),
    N_("Syahbandar"),
    N_("Satpol PP"),
    N_("Kesbangpol provinsi"),
)
"""What is proposed while one types; anything else may be typed."""

_PHONE = re.compile(r"\+?[\d\s().\-/]{5,}(?:\s*(?:ext\.?|pswt\.?)\s*\d+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact. `seen`: what a save from a form with these values tells that it had seen."""

    no: int
    unit: str
    office: str
    person: str
    place: str
    place_label: str
    phone: str
    other_phone: str
    note: str
    seen: int | None = field(default=None, compare=False)

    @property
    def who(self) -> str:
        return ", ".join(part for part in (self.office, self.person) if part)


def rows(desk: Desk, text: str = "", area: str = "") -> list[Contact]:
    """The contacts by their units, with some words, of an area (those of the regions above it, too)."""
    with desk.reading() as connection:
        seen = arrivals.latest(connection)
        found = contact_list.search(connection, text)
    labels = places.place_labels(desk, {row.place for row in found if row.place})
    return [
        Contact(
            no=row.no,
            unit=row.unit or "",
            office=row.office or "",
            person=row.person or "",
            place=row.place or "",
            place_label=labels.get(row.place, ""),
            phone=row.phone or "",
            other_phone=row.other_phone or "",
            note=row.note or "",
            seen=seen,
        )
        for row in found
        if not area or not row.place or place_rules.is_within(area, row.place) or place_rules.is_within(row.place, area)
    ]


def call_list(desk: Desk, place: str) -> list[Contact]:
    """Whom to call about a place: who is nearest to it first; only those with a telephone."""
    return nearest([one for one in rows(desk) if one.phone or one.other_phone], place)


def nearest(found: Sequence[Contact], place: str) -> list[Contact]:
    """Those of some contacts who are of a place, of what lies in it or of what it lies in; the nearest first."""
    above = [one for one in found if one.place and place_rules.is_within(place, one.place)]
    below = [
        one for one in found if not one.place or (one not in above and place_rules.is_within(one.place, place))
    ]
    return sorted(above, key=lambda one: -len(one.place)) + below


def new_contact(desk: Desk, unit: str, **values: Any) -> int:
    """Write a contact down; `values`: other `FIELDS`. Returns its record. Raises Refused."""
    told = _checked({"unit": unit} | values)
    if not any(str(told.get(name) or "").strip() for name in ("unit", "office", "person")):
        raise errors.Refused(N_("Isi instansi atau jabatan yang dihubungi."))
    return transact(desk, N_("Kontak baru"), lambda made: made.create(records.CONTACT, told))


def edit_contact(desk: Desk, no: int, *, seen: int | None = None, **values: Any) -> bool:
    """Alter some of the `FIELDS`. `seen`: as the form was filled."""
    told = _checked(values)
    return transact(desk, N_("Kontak"), lambda unit: unit.set(records.CONTACT, no, told, seen=seen))


def delete_contact(desk: Desk, no: int) -> None:
    transact(desk, N_("Kontak dihapus"), lambda unit: unit.delete(records.CONTACT, no))


def phone_text(contacts: Sequence[Contact], heading: str) -> str:
    """The list as plain text for WhatsApp; Indonesian always."""
    lines = [f"*{heading}*"]
    for one in contacts:
        phones = " / ".join(part for part in (one.phone, one.other_phone) if part) or "belum ada nomor"
        lines.append(f"- {' · '.join(part for part in (one.unit, one.who) if part)}: {phones}")
    return "\n".join(lines) + "\n"


def _checked(values: dict[str, Any]) -> dict[str, Any]:
    told = dict(values)
    field_names.require_known(told, FIELDS, "a contact")
    if told.get("place"):
        told["place"] = place_rules.parse(str(told["place"])).subject
    for name in ("phone", "other_phone"):
        typed = str(told.get(name) or "").strip()
        if typed and not _PHONE.fullmatch(typed):
            raise errors.Refused(N_("“{text}” bukan nomor telepon. Tulis misalnya 0812 3456 7890."), text=typed)
    return told
