# SPDX-License-Identifier: Apache-2.0
"""Contacts: written with a telephone, listed by nearness, and never in a package."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.domain import errors
from desk_app.operations import contacts
from desk_app.operations.desk import Desk
from tests import regency_offices, two_offices


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "office") as opened:
        yield opened


def test_a_contact_is_written_found_and_altered(desk: Desk) -> None:
    no = contacts.new_contact(desk, "PLN", office="Manajer ULP Sengkang", phone="0812 3456 7890")
    contacts.new_contact(desk, "BPBD", phone="(0485) 21-113 ext. 4")
    assert [one.unit for one in contacts.rows(desk)] == ["BPBD", "PLN"]
    [found] = contacts.rows(desk, "sengkang 7890")
    assert found.no == no
    contacts.edit_contact(desk, no, seen=found.seen, person="Budi")
    assert contacts.rows(desk, "budi")[0].who == "Manajer ULP Sengkang, Budi"
    contacts.delete_contact(desk, no)
    assert [one.unit for one in contacts.rows(desk)] == ["BPBD"]


def test_nobody_and_what_is_no_telephone_are_refused(desk: Desk) -> None:
    with pytest.raises(errors.Refused, match="Isi instansi"):
        contacts.new_contact(desk, " ", phone="0812 3456 7890")
    with pytest.raises(errors.Refused, match="nomor telepon"):
        contacts.new_contact(desk, "PLN", phone="telepon ada")
    with pytest.raises(ValueError, match="nik"):
        contacts.new_contact(desk, "PLN", nik="1")


def test_who_is_nearest_is_called_first_and_nobody_without_a_telephone(desk: Desk) -> None:
    contacts.new_contact(desk, "KPU", phone="0485 21000", place="73.13")
    contacts.new_contact(desk, "Kantor camat", office="Camat Belawa", phone="0811 1111", place=regency_offices.BELAWA)
    contacts.new_contact(desk, "Kantor camat", office="Camat Tempe", phone="0822 2222", place=regency_offices.TEMPE)
    contacts.new_contact(desk, "BPBD")
    contacts.new_contact(desk, "PLN", phone="123 45")
    tps = regency_offices.tps(regency_offices.BELAWA_VILLAGE, 1)
    assert [one.unit for one in contacts.call_list(desk, tps)] == ["Kantor camat", "KPU", "PLN"]
    said = contacts.phone_text(contacts.call_list(desk, tps), "Kontak")
    assert "- Kantor camat · Camat Belawa: 0811 1111\n" in said


def test_a_contact_never_leaves_the_office(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        contacts.new_contact(two.kabupaten, "Polres", phone="0812 3456 7890", place=regency_offices.TEMPE)
        two.carry(two.kabupaten, two.tempe)
        assert contacts.rows(two.tempe) == []
