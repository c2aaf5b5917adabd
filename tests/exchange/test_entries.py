# SPDX-License-Identifier: Apache-2.0
"""Entries: taken as what they should be, refused as anything else; names hide nothing."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.exchange import entries, wire
from desk_app.journal.streams import ReaderClass


@pytest.mark.parametrize("name", ["Desk\0Wajo", "Desk \u202egpj.exe", "Desa\u200b", "Cafe\u0301", "a\nb", " a", "a  b",
                                  "a\u00a0b", "x" * 201, "\ud800", "\ue000", "a\u2028b"])  # fmt: skip
def test_44_a_name_that_hides_something_is_refused_and_can_be_made_plain(name: str) -> None:
    """§23 no. 44: NUL, turned direction, nothing of no width, letters composed in another way."""
    with pytest.raises(wire.BadBytes):
        entries.text(name)
    assert entries.text(entries.label(name)) == entries.label(name)


@given(st.text(max_size=300), st.integers(0, 250))
def test_a_label_is_a_name(name: str, most: int) -> None:
    assert entries.text(entries.label(name, most), most) == entries.label(name, most)


def test_ordinary_names_travel_as_they_are() -> None:
    for name in ("", "Desk Pemilu Kecamatan Tempe", "Café – Ruang 1/2 “A”", "Sekretariat (Kab.) Wajo", "73.13.06"):
        assert entries.text(name) == name
        assert entries.label(name) == name


def test_what_is_not_asked_for_is_refused() -> None:
    wrong: list[tuple[Any, Any]] = [
        (entries.place, 73), (entries.place, "wajo"), (entries.place, "73.13.6"),
        (entries.place, "73.13.06\n"), (entries.place, ""),
        (entries.reader_class, 0), (entries.reader_class, 6), (entries.reader_class, True), (entries.octets, "x"),
        (entries.integer, True), (entries.integer, "1"), (entries.count, -1),
        (entries.count, 1 << 40), (entries.count, True),
        (entries.table, []), (entries.text, b"x"),
    ]  # fmt: skip
    for reader, item in wrong:
        with pytest.raises(wire.BadBytes):
            reader(item)
    for call in (
        lambda: entries.octets(b"x", 2),
        lambda: entries.count(0, 1),
        lambda: entries.row([1], 2),
        lambda: entries.row({}, 0),
        lambda: entries.rows([1, 2], 1),
        lambda: entries.signed(["desk card", True, 1], "desk card", 1),
        lambda: entries.signed(["desk cart", 1, 1], "desk card", 1),
        lambda: entries.ascending([1, 1], lambda one: one),
        lambda: entries.ascending([2, 1], lambda one: one),
    ):
        with pytest.raises(wire.BadBytes):
            call()
    assert entries.reader_class(3) is ReaderClass.COUNTS
    assert entries.place("0") == "0"
