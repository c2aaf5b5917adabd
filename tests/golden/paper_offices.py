# SPDX-License-Identifier: Apache-2.0
"""The offices whose papers are kept as they must look: a kabupaten with work and without, a kota, a kecamatan."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from desk_app.domain import records
from desk_app.operations import areas, change_settings, count_rules, daily_reports, offices, signatories
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests import counting_people, filled_registers, regency_offices, small_offices
from tests.small_offices import EVENT, KEY_MEMORY, NOW, PASSWORD

DAY = date(2024, 2, 13)
WHOLE = 1146
LONG_NAME = "Prof. Dr. Ir. H. Andi Muhammad Patawari Daeng Mappasoro, M.Si."
"""Sixty letters and more."""
LETTERHEAD = {
    "city": "Sengkang",
    "letterhead_address": "Jalan Contoh Nomor 1 Sengkang 90911\nTelepon (0485) 000000",
    "copies_to": "Bupati Wajo (sebagai laporan)\nArsip",
}
SECRETARY = {"person": "Contoh Sekda, S.H., M.H.", "rank": "Pembina Utama Madya, IV/d", "nip": "196802201990031003"}


@dataclass(frozen=True, slots=True)
class Kept:
    """An office: how it is made, on which sheet it prints, and who signs (fields of a signatory)."""

    name: str
    make: Callable[[Path], Desk]
    paper: str
    signer: Mapping[str, Any]
    reports: frozenset[str] = field(default_factory=frozenset)
    """Only these papers; none: all there are."""


@contextmanager
def opened(kept: Kept, folder: Path) -> Iterator[Desk]:
    """The office, its letterhead and the one who signs."""
    with kept.make(folder / kept.name) as desk:
        change_settings.set_many(desk, LETTERHEAD)
        for row in signatories.signatories(desk):
            signatories.delete_signatory(desk, row.no)
        signatories.add_signatory(desk, kept.signer)
        yield desk


def _full(folder: Path) -> Desk:
    desk = regency_offices.make(folder)
    filled_registers.fill(desk)
    _count(desk)
    return desk


def _count(desk: Desk) -> None:
    """One race, copied at four TPS: one with a sum that does not hold, one in which two copies differ."""
    counting_people.prepare(desk)
    count_rules.edit(desk, target=7_500)
    first, second, third, fourth = (regency_offices.tps(*one) for one in list(regency_offices.STATIONS)[:4])
    counting_people.copy(desk, first)
    counting_people.copy(desk, second, (90, 60, 40))
    counting_people.copy(desk, third, (60, 30, 20), valid=112)
    counting_people.copy(desk, fourth, (100, 70, 30))
    with counting_people.somebody(desk, "Sitti"):
        counting_people.copy(desk, fourth, (101, 70, 30))


def _wordy(folder: Path) -> Desk:
    """A daily report of three pages and more, typed by the office."""
    desk = regency_offices.make(folder)
    line = "Hujan lebat sejak pagi di beberapa kecamatan; pengiriman logistik ke desa tetap berjalan dengan perahu. "
    daily_reports.write_report(desk, DAY, situation="\n".join([line * 5] * 14), closing=f"{line}\nSaran:\n{line}")
    return desk


def _city(folder: Path) -> Desk:
    asked = offices.NewOffice("16.72", EVENT, "Andi", PASSWORD)
    return offices.create_office(folder, asked, now=lambda: NOW, key_memory=KEY_MEMORY).desk


def _district(folder: Path) -> Desk:
    return small_offices.make(folder, stations=1).desk


def _whole(folder: Path) -> Desk:
    """1,146 TPS in all desa and kelurahan of Wajo, as in Pemilu 2024."""
    desk = regency_offices.make(folder)
    villages = [village.code for district in areas.districts(desk) for village in areas.villages(desk, district.code)]
    known = set(regency_offices.STATIONS)
    wanted = [(village, number) for number in range(1, 9) for village in villages if (village, number) not in known]
    rows = [((EVENT, *one), {"dpt_male": 120, "dpt_female": 130}) for one in wanted[: WHOLE - len(known)]]
    transact(desk, "TPS", lambda unit: unit.put_many(records.STATION, rows), kind="setup")
    return desk


_OF_CITY = frozenset("laporan-harian kesiapan data-umum susunan-tim matriks-permasalahan laporan-akhir".split())
_OF_WHOLE = frozenset({"daftar-tps", "kesiapan"})
_SIGNED = frozenset({"laporan-harian"})

OFFICES: tuple[Kept, ...] = (
    Kept(
        "wajo",
        _full,
        "F4",
        {"office": "Sekretaris Daerah", "form": "an", "on_behalf_of": "Bupati Wajo", **SECRETARY},
    ),
    Kept("wajo-kosong", regency_offices.make, "A4", {"office": "Bupati Wajo", "person": LONG_NAME}),
    Kept("pagar-alam", _city, "A4", {"office": "Wali Kota Pagar Alam", "form": "pj", "person": "Contoh"}, _OF_CITY),
    Kept("tempe", _district, "F4", {"office": "Camat Tempe", **SECRETARY}, _OF_CITY - {"susunan-tim"}),
    Kept(
        "u-b",
        _wordy,
        "F4",
        {
            "office": "Asisten Administrasi",
            "form": "an_ub",
            "on_behalf_of": "Bupati Wajo",
            "by_order_of": "Sekretaris Daerah",
            **SECRETARY,
        },
        _SIGNED,
    ),
    Kept("wajo-1146", _whole, "F4", {"office": "Sekretaris Daerah", **SECRETARY}, _OF_WHOLE),
    Kept("plt", regency_offices.make, "A4", {"office": "Sekretaris Daerah", "form": "plt", **SECRETARY}, _SIGNED),
)
