# SPDX-License-Identifier: Apache-2.0
"""What all letters share."""

from datetime import date

import pytest

from desk_app.operations import activity_people, change_settings, signatories, teams
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking, letters

ASKED = asking.Asked(as_of=1_707_800_400)


def test_places_and_dates(wajo: Desk) -> None:
    change_settings.set_many(wajo, {"city": "Sengkang"})
    day = date(2024, 2, 10)
    usual = letters.sheet(wajo, ASKED, day, None)
    assert usual.signature.place_and_date == ("Sengkang, 13 Februari 2024",)
    assert letters.sheet(wajo, ASKED, day, None, exact=True).signature.place_and_date == ("Sengkang, 10 Februari 2024",)
    above = letters.sheet(wajo, ASKED, day, None, dated_above=True)
    assert (above.dated, above.signature.place_and_date) == ("Sengkang, 13 Februari 2024", ())
    enacted = letters.sheet(wajo, asking.Asked(as_of=1, date_open=True), day, None, enacted=True)
    assert enacted.signature.place_and_date[0] == "Ditetapkan di Sengkang"
    assert "..." in enacted.signature.place_and_date[1]


def test_the_kop_follows_who_signs(wajo: Desk) -> None:
    no = signatories.add_signatory(wajo, {"office": "Bupati Wajo", "person": "Nama", "form": "pj"})
    made = letters.sheet(wajo, ASKED, date(2024, 2, 13), signatories.signatory(wajo, no))
    assert made.head is not None
    assert made.head.office == "BUPATI WAJO"
    assert made.signature.office == ("Pj. BUPATI WAJO,",)


def test_names_in_a_setting_are_filled_in(wajo: Desk) -> None:
    change_settings.set_many(wajo, {"assignment_basis": "1. Surat {desk} {daerah}\n\n- {pemilihan}"})
    assert letters.lines(wajo, "assignment_basis") == (
        "Surat Desk Pemilu Kabupaten Wajo Kabupaten Wajo", "Pemilihan Umum Tahun 2024",
    )


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2024-02-12", "2024-02-14", "tanggal 12 Februari 2024 sampai dengan tanggal 14 Februari 2024"),
        ("2024-02-12", "2024-02-12", "tanggal 12 Februari 2024"),
        ("2024-02-12", "", "tanggal 12 Februari 2024"),
        ("", "2024-02-14", "sampai dengan tanggal 14 Februari 2024"),
        ("", "", ""),
    ],
)
def test_periods(first: str, last: str, said: str) -> None:
    assert letters.period(first, last) == said


def test_days_and_hours() -> None:
    assert letters.full_days("2024-02-14", "2024-02-14") == "Rabu, 14 Februari 2024"
    assert letters.full_days("2024-02-14", "") == "Rabu, 14 Februari 2024"
    assert letters.full_days("2024-02-14", "2024-02-16") == "Rabu, 14 Februari 2024 s.d. Jumat, 16 Februari 2024"
    assert letters.hours(None, 720, "WITA") == ""
    assert letters.hours(540, None, "WITA") == "pukul 09.00 WITA s.d. selesai"
    assert letters.hours(540, 725, "WIB") == "pukul 09.00 s.d. 12.05 WIB"


def test_who_travels_is_known_as_a_member(wajo: Desk) -> None:
    no = teams.new_member(wajo, "Camat", person="Baso", nip="197501012000031001", rank="IV/a")
    known = activity_people.Person(1, "petugas", "", "", "", None, no, "")
    guest = activity_people.Person(2, "petugas", "Sopir", "Pengemudi", "", None, 0, "")
    told = letters.travellers(wajo, (known, guest))
    assert [(one.name, one.rank, one.number) for one in told] == [
        ("Baso", "Pembina (IV/a)", "NIP. 19750101 200003 1 001"), ("Sopir", "", ""),
    ]
