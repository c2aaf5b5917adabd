# SPDX-License-Identifier: Apache-2.0
"""Undangan: to one, to a few, to many."""

from dataclasses import replace

from desk_app.reports import invitation, text
from tests.reports import letter_samples, pages_read

INVITATION = invitation.Invitation(
    sheet=letter_samples.sheet(number="005/112"),
    subject="Rapat koordinasi",
    date="Selasa, 13 Februari 2024",
    hours="pukul 09.00 WITA s.d. selesai",
    where="Ruang Pola",
    agenda=("Logistik", "Cuaca"),
    guests=("Camat Tempe",),
    place="Sengkang",
)


def test_to_one() -> None:
    [page] = pages_read.texts(invitation.build(INVITATION))
    for said in ("Nomor : 005/112", "Hal : Undangan Rapat koordinasi", "Yth. Camat Tempe di Sengkang", "Ruang Pola",
                 "1. Logistik 2. Cuaca", "Selasa, 13 Februari 2024", "Lampiran : –"):
        assert said in page


def test_to_a_few_and_to_many() -> None:
    few = replace(INVITATION, guests=tuple(f"Camat {one}" for one in range(1, 4)))
    [page] = pages_read.texts(invitation.build(few))
    assert "Yth. 1. Camat 1 2. Camat 2 3. Camat 3" in page
    many = replace(INVITATION, guests=tuple(f"Camat {one}" for one in range(1, 201)), day="9 Februari 2024")
    made = invitation.build(many)
    first, *annex = pages_read.texts(made)
    assert "Yth. (daftar undangan terlampir)" in first
    assert "Camat 7" not in first
    assert "9 Februari 2024" in annex[0]
    assert "200. Camat 200" in annex[-1]
    assert not pages_read.outside(made)


def test_what_is_not_known_is_left_for_the_pen() -> None:
    bare = invitation.Invitation(letter_samples.sheet(dated=""), "Rapat", "", "", "")
    [page] = pages_read.texts(invitation.build(bare))
    for said in ("Yth. ....", "Waktu : ....", "Acara : ...."):
        assert said in page


def test_the_message_says_all_a_guest_needs() -> None:
    told = text.render(invitation.build(INVITATION))
    for said in ("Hal: Undangan Rapat koordinasi", "Yth. Camat Tempe", "Hari, tanggal: Selasa, 13 Februari 2024",
                 "Waktu: pukul 09.00 WITA s.d. selesai", "Tempat: Ruang Pola", "Acara: 1. Logistik; 2. Cuaca"):
        assert said in told
