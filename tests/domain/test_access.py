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
