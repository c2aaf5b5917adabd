# SPDX-License-Identifier: Apache-2.0
"""How an office makes its papers, from its settings."""

from pathlib import Path

import pytest

from desk_app.domain import errors
from desk_app.operations import change_settings, paper_manner, printing_office, settings
from desk_app.reports import pages
from tests import small_offices


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("", None),
        ("25/30/30/25", pages.Margins(25, 30, 30, 25)),
        (" 20 ; 25,5 / 30.0/20 ", pages.Margins(20, 25.5, 30, 20)),
    ],
)
def test_margins_are_four_lengths(text: str, read: pages.Margins | None) -> None:
    assert paper_manner.margins(text) == read


@pytest.mark.parametrize("text", ["25", "25/30/30", "2,5 cm/3/3/2", "a/b/c/d", "-1/2/3/4"])
def test_other_margins_are_refused_in_words(text: str) -> None:
    with pytest.raises(errors.Refused, match="25/30/30/25"):
        paper_manner.margins(text)


def test_room_for_holes_is_one_length() -> None:
    assert (paper_manner.punch(""), paper_manner.punch(" 7,5 ")) == (0.0, 7.5)
    for text in ("lebar", "999"):
        with pytest.raises(errors.Refused, match="satu angka"):
            paper_manner.punch(text)


def test_more_initials_than_are_usual_are_refused() -> None:
    assert paper_manner.initials("Asisten\n\n Kabag Hukum ") == ("Asisten", "Kabag Hukum")
    with pytest.raises(errors.Refused, match="3 jabatan"):
        paper_manner.initials("a\nb\nc\nd")


def test_settings_make_the_sheet(tmp_path: Path) -> None:
    with small_offices.make(tmp_path / "kantor").desk as desk:
        assert printing_office.page_setup(desk) == pages.setup("F4")
        change_settings.set_many(
            desk,
            {
                "paper_margins_A4": "22/23/24/21",
                "paper_punch": "5",
                "paper_typeface": "book",
                "paper_catchword": settings.YES,
                "paper_initialled": settings.YES,
                "paper_initials": "Asisten\nKabag",
                "paper_signing": paper_manner.ELECTRONIC,
            },
        )
        made = printing_office.page_setup(desk, "a4")
        assert made.margins == pages.Margins(22, 23, 24, 21)
        assert made.inner.left == 29
        assert made.manner == pages.Manner(pages.Typeface.BOOK, True, True, ("Asisten", "Kabag"), True)
        assert printing_office.page_setup(desk).margins == pages.MARGINS["F4"]


def test_a_typeface_of_a_newer_program_is_the_usual_one(tmp_path: Path) -> None:
    with small_offices.make(tmp_path / "kantor").desk as desk:
        change_settings.set_many(desk, {"paper_typeface": "gothic"})
        assert printing_office.page_setup(desk).manner.typeface is pages.Typeface.SANS


def test_margins_that_leave_no_room_are_refused(tmp_path: Path) -> None:
    with small_offices.make(tmp_path / "kantor").desk as desk:
        change_settings.set_many(desk, {"paper_margins_F4": "25/30/110/60"})
        with pytest.raises(errors.Refused, match="Margin terlalu lebar"):
            printing_office.page_setup(desk)
