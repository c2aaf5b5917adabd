# SPDX-License-Identifier: Apache-2.0
"""One message may be several proposals, each with its heading, and says why it is not clear."""

from datetime import date

import pytest

from desk_app.operations import (
    chat_intake,
    checklist_pages,
)
from desk_app.operations.chat_proposals import Becomes, Certainty, Proposal
from desk_app.operations.desk import Desk
from tests.regency_offices import MADDUKELLENG, TEMPE_VILLAGE, tps
from tests.small_offices import NOW


def one(desk: Desk, line: str) -> Proposal:
    [found] = chat_intake.read(desk, line).proposals
    return found


def test_a_message_of_many_lines_is_many_with_its_heading(wajo: Desk) -> None:
    found = chat_intake.read(
        wajo,
        "[07.16, 14/2/2024] Lurah: Assalamualaikum\nLaporan kel maddukelleng\nTPS 1 buka 07.00\nTPS 5 belum buka",
    ).proposals
    assert [(each.places, each.value) for each in found] == [
        ((tps(MADDUKELLENG, 1),), "done"),
        ((tps(MADDUKELLENG, 5),), "not_yet"),
    ]
    assert found[1].original == "Laporan kel maddukelleng\nTPS 5 belum buka"
    whole = one(wajo, "[07.25, 13/2/2024] Camat Belawa: Perahu belum berangkat,\nmenunggu bantuan")
    assert (whole.becomes, whole.text) == (Becomes.LINE, "Perahu belum berangkat, menunggu bantuan")


def test_several_tps_of_one_village_are_one_line(wajo: Desk) -> None:
    found = one(wajo, "[07.16, 14/2/2024] PPS: tps 1, 2 dan 3 kel tempe buka")
    assert found.place_label == "TPS 001, 002, 003 · Kel. Tempe"
    written = chat_intake.accept(wajo, [found])
    assert (len(written.lines), written.answers) == (1, 1)
    for number in (1, 2, 3):
        page = checklist_pages.checklist_page(wajo, tps(TEMPE_VILLAGE, number), phase=0)
        assert [each.value for each in page.items if each.code == "har.buka"] == ["done"]


@pytest.mark.parametrize(
    ("line", "certainty", "why"),
    [
        ("[07.10, 12/2/2024] A: TPS 1 kel tempe buka", Certainty.CHECK, "bukan hari pemungutan"),
        ("[07.10, 14/2/2024] A: TPS 9 kel tempe buka", Certainty.ASK, "tidak ada dalam daftar"),
        ("[07.10, 14/2/2024] A: TPS 1 buka", Certainty.ASK, "belum disebut"),
        ("[07.10, 14/2/2024] A: TPS 1 tempe madduk buka", Certainty.CHECK, "tidak ditulis lengkap"),
        ("[07.10, 14/2/2024] A: TPS 1 madukelleng kec tempe buka", Certainty.CLEAR, ""),
        ("[07.10, 14/2/2024] A: TPS 5 maddu buka", Certainty.CHECK, "tidak ditulis lengkap"),
        ("[07.10, 14/2/2024] Lurah Maddukelleng: TPS 5 buka", Certainty.CHECK, "nama pengirim"),
        ("[07.10, 14/2/2024] Lurah Maddukelleng: tps 5 kec tempe buka", Certainty.CHECK, "nama pengirim"),
        ("[07.10, 14/2/2024] A: Belawa 9 tps belum buka", Certainty.ASK, "beberapa tempat"),
        ("[07.10, 14/2/2024] A: kec belawa 2/4 buka", Certainty.CHECK, "tercatat 3 TPS"),
        ("[07.10, 14/2/2024] A: hujan di mana-mana", Certainty.CHECK, "belum disebut"),
    ],
)
def test_what_is_not_clear_says_why(wajo: Desk, line: str, certainty: Certainty, why: str) -> None:
    found = one(wajo, line)
    assert found.certainty is certainty
    assert why in "; ".join(map(str, found.why))


def test_a_day_without_a_year_and_a_line_without_a_head(wajo: Desk) -> None:
    found = one(wajo, "[12/2 13.00] Camat: aman")
    assert (found.sender, found.day, found.at) == ("Camat", date(2024, 2, 12), NOW - 86_400)
    assert one(wajo, "TPS 005 buka 07.10").at == NOW - 21_000
    assert one(wajo, "TPS 005 tutup 23.10").at == NOW, "an hour that is still to come was not when it was written"
