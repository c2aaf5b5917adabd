# SPDX-License-Identifier: Apache-2.0
"""The papers of a meeting, from an activity of a real office."""

from dataclasses import replace
from datetime import date

import pytest

from desk_app.domain import errors
from desk_app.operations import activities, papers, printing
from desk_app.operations.desk import Desk
from desk_app.reports import catalogue, document
from tests.operations.paper_kinds import meetings

INVITATION, MINUTES, ATTENDANCE, PRESENT = (
    papers.Asked(one.key)
    for one in (catalogue.INVITATION, catalogue.MINUTES, catalogue.ATTENDANCE, catalogue.PRESENT)
)


def test_the_invitation_has_its_own_number_and_day(wajo: Desk) -> None:
    paper = printing.make(wajo, replace(INVITATION, record=meetings.meeting(wajo)))
    assert (paper.number, paper.day) == ("005/112", date(2024, 2, 9))
    [opening] = [block for block in paper.document.blocks if isinstance(block, document.LetterOpening)]
    assert opening.dated == "9 Februari 2024"
    said = paper.text()
    for words in ("Nomor: 005/112", "1. Kapolres", "2. Camat Tempe", "Hari, tanggal: Selasa, 13 Februari 2024",
                  "pukul 09.00 s.d. 12.00 WITA", "Ruang Pola, Kabupaten Wajo", "1. Logistik; 2. Cuaca"):  # fmt: skip
        assert words in said
    assert not any("belum" in str(one.words).casefold() and "Hari" in str(one.words) for one in paper.remarks)


def test_what_is_not_planned_yet_is_said(wajo: Desk) -> None:
    no = activities.new_activity(wajo, "Rapat", "rakor")
    said = " ".join(str(one.words) for one in printing.make(wajo, replace(INVITATION, record=no)).remarks)
    for words in ("Hari kegiatan", "Jam kegiatan", "Tempat kegiatan", "Belum ada yang diundang"):
        assert words in said


def test_the_minutes_with_their_tasks(wajo: Desk) -> None:
    said = printing.make(wajo, replace(MINUTES, record=meetings.meeting(wajo))).text()
    for words in ("Surat undangan: Nomor 005/112 tanggal 9 Februari 2024", "KPU melaporkan logistik.",
                  "1. *Menyiapkan terpal*: BPBD; paling lambat 14-02-2024", "Hadir 1 (satu) dari 2 (dua) undangan",
                  "*Kapolres*: Polres Wajo"):  # fmt: skip
        assert words in said


def test_the_list_to_be_signed_and_filled(wajo: Desk) -> None:
    no = meetings.meeting(wajo)
    to_sign = printing.make(wajo, replace(ATTENDANCE, record=no))
    assert to_sign.pdf().startswith(b"%PDF")
    assert "Rapat koordinasi" in to_sign.title
    filled = printing.make(wajo, replace(PRESENT, record=no)).text()
    assert "1. *Kapolres*: Polres Wajo; Hadir" in filled
    assert "Camat Tempe" in filled


def test_without_a_meeting(wajo: Desk) -> None:
    assert printing.make(wajo, ATTENDANCE).title == "Daftar Hadir"
    for asked in (INVITATION, MINUTES, PRESENT):
        with pytest.raises(errors.Refused, match="Pilih kegiatannya"):
            printing.make(wajo, asked)
