# SPDX-License-Identifier: Apache-2.0
"""The code on paper: which blocks are asked for, and what counts as the same."""

import pytest

from desk_app.domain import errors
from desk_app.operations import change_settings, paper_check
from desk_app.operations.desk import Desk

CODE = "ABCD-EFGH-JKLM-2345"


def test_votes_alone_are_asked_for_unless_the_office_says_otherwise(desk: Desk) -> None:
    assert paper_check.when(desk) is paper_check.When.VOTES
    assert paper_check.asked(desk, CODE, ["answer", "station", "kind of a newer version"]) == ()
    change_settings.set_many(desk, {"paper_check": "always"})
    assert len(paper_check.asked(desk, CODE, [])) == 2
    change_settings.set_many(desk, {"paper_check": "never"})
    assert paper_check.asked(desk, CODE, ["answer"]) == ()


def test_the_same_package_is_asked_the_same_and_others_are_not(desk: Desk) -> None:
    change_settings.set_many(desk, {"paper_check": "always"})
    asked = {paper_check.asked(desk, f"ABCD-EFGH-JKLM-{number}", []) for number in range(2222, 2262)}
    assert len(asked) == 6
    assert len(paper_check.asked(desk, "-".join(["ABCD"] * 8), [])) == 2
    assert all(1 <= first < second <= 4 for first, second in asked)
    assert paper_check.asked(desk, CODE, []) == paper_check.asked(desk, CODE, ["answer"])


def test_a_wrong_block_is_named() -> None:
    assert paper_check.wrong(CODE, {1: "abcd", 3: " jk-lm "}) == ()
    assert paper_check.wrong(CODE, {1: "ABCE", 4: "2345", 2: ""}) == (1, 2)


def test_without_the_blocks_nothing_is_let_in(desk: Desk) -> None:
    change_settings.set_many(desk, {"paper_check": "always"})
    first, second = paper_check.asked(desk, CODE, [])
    right = {number: CODE.split("-")[number - 1] for number in (first, second)}
    paper_check.require(desk, CODE, [], right)
    with pytest.raises(errors.NotPermitted, match=f"Blok {first}, {second} "):
        paper_check.require(desk, CODE, [], {})
    with pytest.raises(errors.NotPermitted, match=f"Blok {second} tidak cocok"):
        paper_check.require(desk, CODE, [], right | {second: "WXYZ"})
