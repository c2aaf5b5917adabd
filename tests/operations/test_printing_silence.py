# SPDX-License-Identifier: Apache-2.0
"""The call list names who has not sent, since when, and whom to ask for."""

from pathlib import Path

from desk_app.operations import (
    change_settings,
    contacts,
    daily_reports,
    papers,
    printing,
    printing_silence,
    signatories,
    silence,
)
from tests import two_offices
from tests.small_offices import NOW

DAY = 24 * 60 * 60


def said(two: two_offices.Two) -> str:
    return printing.make(two.kabupaten, papers.Asked(printing.CALL_LIST)).text().replace("\u00a0", " ")


def test_who_is_to_be_called(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        kabupaten = two.kabupaten
        assert "13 dari 14 kecamatan belum mengirim sejak 12 Februari 2024, 13 di antaranya belum pernah" in said(two)
        change_settings.set_many(kabupaten, {"silence_hour": "11.00"})
        assert "belum mengirim sampai batas 13 Februari 2024 pukul 11.00 WITA" in said(two)
        for one in silence.silent(kabupaten).silent:
            daily_reports.note_received(kabupaten, one.place, "WhatsApp")
        assert "Semua kecamatan (14) sudah mengirim sampai batas" in said(two)
        kabupaten.now = lambda: NOW + DAY
        listed = said(two)
        assert "14 dari 14 kecamatan belum mengirim" in listed
        assert "*Tempe*: kiriman terakhir ke-1" in listed
        assert "1 hari lalu" in listed
        assert "Besse" not in listed  # names are for the paper in the office, not for WhatsApp
        made = printing.make(kabupaten, papers.Asked(printing.CALL_LIST))
        assert any("Besse" in str(block) for block in made.document.blocks)


def test_the_number_stands_on_the_list_of_the_desk_itself_only(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        kabupaten = two.kabupaten
        place = silence.silent(kabupaten).silent[0].place
        contacts.new_contact(kabupaten, "Kantor camat", person="Andi Baso", place=place, phone="0812 999")
        made = printing.make(kabupaten, papers.Asked(printing.CALL_LIST))
        assert any("Andi Baso 0812 999" in str(block) for block in made.document.blocks)
        assert "0812" not in made.text()
        signatories.add_signatory(kabupaten, {"office": "Sekretaris Daerah", "person": "Andi"})
        [signer] = signatories.signatories(kabupaten)
        signed = printing_silence.gather(kabupaten, printing_silence.Setting(NOW, "A4", signer))
        assert "0812" not in str(signed)
