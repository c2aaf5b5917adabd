# SPDX-License-Identifier: Apache-2.0
"""What stands with votes, and how far the data are, in the words of an office."""

import pytest

from desk_app.domain.counts import words


def test_it_is_said_to_be_no_official_figure() -> None:
    assert words.DISCLAIMER == "Salinan internal desk – bukan data resmi, bukan data pembanding."


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [(170, 178, "95,51"), (0, 178, "0,00"), (178, 178, "100,00"), (600, 500, "120,00"), (0, 0, "–"), (1, 3, "33,33")],
)
def test_a_share_has_two_places_and_none_of_nothing(part: int, whole: int, said: str) -> None:
    assert words.per_cent(part, whole) == said


def test_how_far_the_data_are() -> None:
    assert str(words.progress(1_170, 1_178, "14 Februari 2024", "21.30 WITA")) == (
        "Data masuk 1.170 dari 1.178 TPS (99,32 %) per 14 Februari 2024 pukul 21.30 WITA"
    )
