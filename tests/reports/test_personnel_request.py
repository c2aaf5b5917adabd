# SPDX-License-Identifier: Apache-2.0
"""Surat permohonan personel: asked of a chief, never ordered."""

import pytest

from desk_app.reports import personnel_request, text
from tests.reports import letter_samples, pages_read


def made(many: int, **more: object) -> personnel_request.PersonnelRequest:
    people = tuple(letter_samples.officer(one, number="NRP 78010203", rank="AKP") for one in range(1, many + 1))
    return personnel_request.PersonnelRequest(letter_samples.sheet(), "Kapolres Wajo", people, **more)  # type: ignore[arg-type]


def test_a_few_stand_in_the_letter() -> None:
    [page] = pages_read.texts(
        personnel_request.build(made(2, place="Sengkang", basis="Keputusan Nomor 10", period="sejak 1 Februari"))
    )
    for said in ("Hal : Permohonan Personel", "Lampiran : –", "Yth. Kapolres Wajo di Sengkang", "Keputusan Nomor 10",
                 "2 (dua) personel", "sejak 1 Februari, sebagai berikut:", "NRP 78010203", "Pegawai 2", "dimohon"):
        assert said in page
    assert "MEMERINTAHKAN" not in page


@pytest.mark.parametrize("many", [4, 60])
def test_more_stand_in_the_annex(many: int) -> None:
    paper = personnel_request.build(made(many, day="13 Februari 2024"))
    first, *annex = pages_read.texts(paper)
    assert "Lampiran : 1 (satu) berkas" in first
    assert "Pegawai 1" not in first
    assert "LAMPIRAN SURAT PERMOHONAN PERSONEL" in annex[0]
    assert f"Pegawai {many}" in annex[-1]
    assert not pages_read.outside(paper)


def test_a_message_of_it() -> None:
    told = text.render(personnel_request.build(made(1)))
    assert "Yth. Kapolres Wajo" in told
    assert "78010203" not in told
