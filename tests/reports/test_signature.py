# SPDX-License-Identifier: Apache-2.0
"""Blocks of signatories, named and unnamed."""

from datetime import date

from desk_app.domain import people
from desk_app.reports import signature, words


def test_on_behalf_of_the_bupati() -> None:
    secretary = people.Signatory(
        "Sekretaris Daerah",
        "Ir. Contoh Pejabat, M.Si.",
        rank="Pembina Utama Madya",
        number="197001011995031001",
        form=people.Form.ON_BEHALF,
        on_behalf_of="Bupati Wajo",
    )
    block = signature.block(secretary, signature.signed_at("Sengkang", date(2024, 2, 13)))
    assert block.place_and_date == ("Sengkang, 13 Februari 2024",)
    assert block.office == ("a.n. BUPATI WAJO", "SEKRETARIS DAERAH,")
    assert block.name == "Ir. Contoh Pejabat, M.Si."
    assert block.below == ("Pembina Utama Madya", "NIP. 19700101 199503 1 001")


def test_a_political_office_signs_with_the_name_alone() -> None:
    head = people.Signatory(
        "Wali Kota Pagar Alam",
        "Contoh",
        rank="Pembina",
        number="197001011995031001",
        form=people.Form.INTERIM,
    )
    block = signature.block(head)
    assert block.office == ("Pj. WALI KOTA PAGAR ALAM,",)
    assert (block.name, block.below) == ("Contoh", ())


def test_without_a_signatory_lines_are_left_for_the_pen() -> None:
    block = signature.block(None)
    assert set(block.name) == {"."}
    nameless = signature.block(people.Signatory("Camat Tempe", ""))
    assert nameless.office == ("CAMAT TEMPE,",)
    assert set(nameless.name) == {"."}


def test_a_missing_date_is_left_open() -> None:
    assert signature.signed_at("Sengkang", None)[0].startswith("Sengkang, ....")
    assert signature.enacted_at("Sengkang", date(2024, 2, 1)) == (
        "Ditetapkan di Sengkang",
        "pada tanggal 1 Februari 2024",
    )


def test_an_officer_without_a_name_has_a_line_for_his_number_too() -> None:
    assert signature.block(people.Signatory("Sekretaris Daerah", "")).below == (f"NIP. {words.BLANK_NUMBER}",)
    assert signature.block(people.Signatory("Bupati Wajo", "")).below == ()
    assert signature.block(None).below == ()
