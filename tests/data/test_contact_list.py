# SPDX-License-Identifier: Apache-2.0
"""Contacts as rows: by unit, found by every word, signs of SQL taken as they are."""

from pathlib import Path

from desk_app.data import contact_list
from desk_app.operations import contacts
from tests import small_offices


def test_contacts_are_found_by_all_words_and_stand_by_unit(tmp_path: Path) -> None:
    with small_offices.make(tmp_path / "office").desk as desk:
        contacts.new_contact(desk, "PLN", office="Manajer", phone="0812 345 678")
        contacts.new_contact(desk, "bpbd", note="siaga 100%")
        contacts.delete_contact(desk, contacts.new_contact(desk, "KPU"))
        with desk.reading() as connection:
            assert [row.unit for row in contact_list.search(connection)] == ["bpbd", "PLN"]
            assert [row.unit for row in contact_list.search(connection, "manajer 345")] == ["PLN"]
            assert [row.unit for row in contact_list.search(connection, "100%")] == ["bpbd"]
            assert contact_list.search(connection, "_") == []
