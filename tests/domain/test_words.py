# SPDX-License-Identifier: Apache-2.0
"""Marked words and phrases."""

from desk_app.domain import words
from desk_app.domain.words import N_, phrase

ENGLISH = {"kurang {count}": "{count} short", "lewat {time}": "late by {time}", "{count} jam": "{count} h"}


def test_a_mark_changes_nothing() -> None:
    assert N_("Belum lengkap") == "Belum lengkap"


def test_a_phrase_speaks_indonesian_with_its_figures() -> None:
    assert str(phrase("kurang {count}", count=8)) == "kurang 8"


def test_a_phrase_without_figures_may_hold_braces() -> None:
    assert str(words.Phrase("{apa}")) == "{apa}"


def test_render_translates_phrases_inside_phrases() -> None:
    late = phrase("lewat {time}", time=phrase("{count} jam", count=3))
    assert str(late) == "lewat 3 jam"
    assert words.render(late.message, late.params, lambda text: ENGLISH.get(text, text)) == "late by 3 h"


def test_numbers_have_dots_as_offices_write_them() -> None:
    assert [words.dotted(number) for number in (0, 999, 12_345, 823_220_000, -1200)] == [
        "0", "999", "12.345", "823.220.000", "-1.200",
    ]
