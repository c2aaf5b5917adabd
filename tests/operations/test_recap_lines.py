# SPDX-License-Identifier: Apache-2.0
"""A recap said in one line, read for an office: its region, its item."""

from datetime import time

import pytest

from desk_app.domain import errors
from desk_app.operations import recap_lines
from desk_app.operations.desk import Desk


def test_a_line_names_region_item_hour_and_source(wajo: Desk) -> None:
    line = recap_lines.read(wajo, "Tempe 170 dari 178 TPS buka, 07.30, camat")
    assert (line.place, line.label) == ("73.13.06", "Kecamatan Tempe")
    assert (line.count, line.total, line.item, line.hour, line.source) == (170, 178, "har.buka", time(7, 30), "camat")


def test_the_wider_region_is_meant_where_a_village_has_the_same_name(wajo: Desk) -> None:
    assert recap_lines.read(wajo, "tempe 3 selesai").place == "73.13.06"
    assert recap_lines.read(wajo, "kel. tempe 3 selesai").place.startswith("73.13.06")


@pytest.mark.parametrize(
    ("what", "item"),
    [
        ("pemilih", "hh.pemilih"),
        ("TPS ditutup", "har.tutup"),
        ("selesai hitung", "har.selesai"),
        ("berdiri", "tps.berdiri"),
        ("", ""),
    ],
)
def test_items_are_known_by_their_words(wajo: Desk, what: str, item: str) -> None:
    assert recap_lines.item_named(wajo, what) == item


@pytest.mark.parametrize("typed", ["Atlantis 3 buka", "Tempe 3 terbang", "170"])
def test_what_is_not_known_is_refused(wajo: Desk, typed: str) -> None:
    with pytest.raises(errors.Refused):
        recap_lines.read(wajo, typed)
