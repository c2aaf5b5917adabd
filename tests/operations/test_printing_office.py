# SPDX-License-Identifier: Apache-2.0
"""Names, kop and signature follow the level and the region of the office, and who signs."""

from datetime import date
from pathlib import Path

import pytest

from desk_app.domain import people
from desk_app.operations import change_settings, printing_office, signatories
from desk_app.operations.desk import Desk
from desk_app.reports import letterhead
from tests import small_offices
from tests.regency_offices import TEMPE


def signer(desk: Desk, office: str, **values: object) -> signatories.SignatoryRow:
    return signatories.signatory(desk, signatories.add_signatory(desk, {"office": office, **values}))


def test_names_of_a_kabupaten_and_of_one_kecamatan_in_it(wajo: Desk) -> None:
    whole, part = printing_office.names(wajo), printing_office.names(wajo, TEMPE)
    assert (whole.region, whole.within) == ("Kabupaten Wajo", "Provinsi Sulawesi Selatan")
    assert (part.region, part.within) == ("Kecamatan Tempe", "Kabupaten Wajo")
    assert (whole.head, whole.above, part.head) == ("Bupati Wajo", "Gubernur Sulawesi Selatan", "Bupati Wajo")


@pytest.mark.parametrize(
    ("place", "region", "government", "head", "above"),
    [
        ("16.72", "Kota Pagar Alam", "Pemerintah Kota Pagar Alam", "Wali Kota Pagar Alam", "Gubernur Sumatera Selatan"),
        ("93.04", "Kabupaten Asmat", "Pemerintah Kabupaten Asmat", "Bupati Asmat", "Gubernur Papua Selatan"),
        ("93.04.01", "Distrik Agats", "Pemerintah Kabupaten Asmat", "Kepala Distrik Agats", "Bupati Asmat"),
        (
            "73",
            "Provinsi Sulawesi Selatan",
            "Pemerintah Provinsi Sulawesi Selatan",
            "Gubernur Sulawesi Selatan",
            "Menteri Dalam Negeri",
        ),
    ],
)
def test_words_follow_the_region(
    tmp_path: Path, place: str, region: str, government: str, head: str, above: str
) -> None:
    with small_offices.make(tmp_path / "office", place, stations=0).desk as desk:
        found = printing_office.names(desk)
    assert (found.region, found.government, found.head, found.above) == (region, government, head, above)


def test_the_kop_is_by_who_signs(wajo: Desk) -> None:
    head = printing_office.kop(wajo, signer(wajo, "Bupati Wajo", form=people.Form.INTERIM))
    assert (head.arms, head.lines) == (letterhead.Arms.STATE, ("BUPATI WAJO",))
    own = printing_office.kop(wajo, None)
    assert own.lines == ("PEMERINTAH KABUPATEN WAJO", "BADAN KESATUAN BANGSA DAN POLITIK")
    behalf = signer(wajo, "Sekretaris Daerah", form=people.Form.ON_BEHALF, on_behalf_of="Bupati Wajo")
    assert printing_office.kop(wajo, behalf).lines[1] == "SEKRETARIAT DAERAH"
    order = signer(wajo, "Asisten", form=people.Form.BY_ORDER, by_order_of="Sekretaris Daerah", on_behalf_of="Bupati")
    assert printing_office.kop(wajo, order).lines[1] == "SEKRETARIAT DAERAH"
    deputy = printing_office.kop(wajo, signer(wajo, "Wakil Bupati Wajo"))
    assert deputy.arms is letterhead.Arms.REGION


def test_the_kop_of_a_kecamatan_is_its_own(desk: Desk) -> None:
    change_settings.set_many(desk, {"letterhead_address": "Jalan A Nomor 1\n\n Telepon 0485 "})
    kop = printing_office.kop(desk, None)
    assert kop.lines == ("PEMERINTAH KABUPATEN WAJO", "KECAMATAN TEMPE", "Jalan A Nomor 1", "Telepon 0485")


def test_place_and_date_of_signing(wajo: Desk) -> None:
    change_settings.set_many(wajo, {"city": "Sengkang", "copies_to": "Bupati Wajo; Ketua DPRD\nArsip"})
    assert printing_office.signature_block(wajo, None, date(2024, 2, 13)).place_and_date == (
        "Sengkang, 13 Februari 2024",
    )
    assert printing_office.signature_block(wajo, None, None).place_and_date[0].startswith("Sengkang, ...")
    assert printing_office.signature_block(wajo, None, None, dated=False).place_and_date == ()
    assert printing_office.copies(wajo) == ("Bupati Wajo", "Ketua DPRD", "Arsip")


def test_points_lose_the_marks_typed_before_them() -> None:
    assert printing_office.points("1. Rapat\n\n- Pantau 2 gudang\n10) Lapor\n2024 tenang") == (
        "Rapat",
        "Pantau 2 gudang",
        "Lapor",
        "2024 tenang",
    )
