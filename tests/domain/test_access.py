# SPDX-License-Identifier: Apache-2.0
"""Access: what makes a region one from which word comes late."""

import pytest

from desk_app.domain.access import Facts


@pytest.mark.parametrize(
    ("facts", "hard", "silent"),
    [
        (Facts(), False, False),
        (Facts("darat", "ada"), False, False),
        (Facts("laut", "ada"), True, False),
        (Facts("darat", "lemah"), True, False),
        (Facts("", "tidak_ada"), True, True),
    ],
)
def test_what_is_hard_to_reach(facts: Facts, hard: bool, silent: bool) -> None:
    assert (facts.is_hard, facts.is_silent) == (hard, silent)


def test_what_is_not_said_is_as_in_the_wider_region() -> None:
    wider = Facts("laut", "tidak_ada", 90, "perahu")
    assert Facts().over(wider) == Facts("laut", "tidak_ada", 90)
    assert Facts("darat", "", 0, "jembatan").over(wider) == Facts("darat", "tidak_ada", 0, "jembatan")


def test_in_a_few_words_what_makes_word_come_late() -> None:
    assert Facts("laut", "tidak_ada").hints == ("tanpa sinyal", "lewat laut")
    assert Facts("darat", "ada").hints == Facts().hints == ()
    assert Facts("kapal selam", "lemah").hints == ("sinyal lemah",)
