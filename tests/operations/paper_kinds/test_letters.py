# SPDX-License-Identifier: Apache-2.0
"""What all letters share."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from desk_app.base import text
from desk_app.operations import activities, activity_people, change_settings, paper_kinds, printing, signatories, teams
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking, letters
from desk_app.reports import catalogue, document
from tests.reports import letter_samples, pages_read

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


def test_who_signs_gets_no_copy(wajo: Desk) -> None:
    head = signatories.add_signatory(wajo, {"office": "Bupati Wajo", "person": "Nama", "form": "pj"})
    other = signatories.add_signatory(wajo, {"office": "Sekretaris Daerah", "person": "Nama"})
    copies = ("Bupati Wajo (sebagai laporan)", "Inspektur")
    for no, told in ((head, ("Inspektur",)), (other, copies)):
        made = letters.sheet(wajo, ASKED, date(2024, 2, 13), signatories.signatory(wajo, no), copies=copies)
        assert made.copies == told


LETTERS = [
    one.key
    for one in (
        catalogue.ASSIGNMENT, catalogue.TRAVEL_ORDER, catalogue.TRAVEL_REPORT, catalogue.TRAVEL_LIST,
        catalogue.INVITATION, catalogue.MINUTES, catalogue.ATTENDANCE, catalogue.PRESENT, catalogue.ACTIVITIES,
        catalogue.COVER_LETTER, catalogue.OFFICE_NOTE, catalogue.ROSTER,
    )
]  # fmt: skip


@pytest.mark.parametrize("paper", ["A4", "F4"])
@pytest.mark.parametrize(
    ("place", "region", "head"),
    [
        ("73.72", "KOTA PAREPARE", "Wali Kota Parepare"),
        ("73", "PROVINSI SULAWESI SELATAN", "Gubernur Sulawesi Selatan"),
        ("73.13.06", "KABUPATEN WAJO", "Camat Tempe"),
    ],
)
def test_every_letter_at_every_kind_of_office(
    make_office: Callable[..., Desk], place: str, region: str, head: str, paper: str
) -> None:
    desk = make_office(place)
    no = activities.new_activity(desk, "Rapat", "rakor", from_day="2024-02-13", site=letter_samples.LONG)
    for part in activity_people.Part:
        activity_people.add_person(desk, no, part, name=letter_samples.LONG, office=letter_samples.LONG)
    signatories.add_signatory(
        desk,
        {"office": "Sekretaris", "person": letter_samples.LONG, "form": "an", "on_behalf_of": head, "rank": "Pembina"},
    )
    for key in LETTERS:
        record = 0 if key in (catalogue.COVER_LETTER.key, catalogue.OFFICE_NOTE.key, catalogue.ROSTER.key) else no
        with text.on_paper():
            made = paper_kinds.GATHER[key](
                desk, asking.Asked(key, record=record, paper=paper, as_of=1_707_800_400, day=date(2024, 2, 13))
            )
        if key != catalogue.ACTIVITIES.key:
            assert made.document.head is not None
            assert region in made.document.head.government
        assert pages_read.texts(made.document)
        assert not pages_read.outside(made.document)
        signed = [block for block in made.document.blocks if isinstance(block, document.SignatureBlock)]
        assert all(f"a.n. {head.upper()}" in block.office for block in signed)


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


@pytest.mark.parametrize("kind", [one for one in catalogue.REPORTS if "nature" in one.asks], ids=lambda one: one.key)
def test_the_nature_of_a_letter_is_the_offices_word(wajo: Desk, kind: catalogue.Report) -> None:
    teams.new_member(wajo, "Kasat", team=teams.new_team(wajo, 1), person="Rahman", unit="Polres Wajo")
    no = activities.new_activity(wajo, "Rapat", "rakor", from_day="2024-02-13")
    record = no if kind is catalogue.INVITATION else 0
    for typed, told in (("", "Biasa"), (" Sangat Segera ", "Sangat Segera")):
        made = printing.make(wajo, replace(ASKED, report=kind.key, record=record, nature=typed))
        said = " ".join(" ".join(pages_read.texts(made.document)).split())
        assert f"Sifat : {told} Lampiran" in said


def test_no_other_letter_has_a_nature() -> None:
    assert len([one for one in catalogue.REPORTS if "nature" in one.asks]) == 4
