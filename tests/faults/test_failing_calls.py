# SPDX-License-Identifier: Apache-2.0
"""Disks and sticks that fail in any call: full, pulled, read-only, forgetful, flipping bits; nothing is ever half.

The loops go through every call that alters a file, SQLite's as well, until the work is done untouched. They need a
compiler; the tests of single faults in the other files need none.
"""

from typing import Any

import pytest

from tests.faults import at_hand, failing

pytestmark = pytest.mark.skipif(bool(failing.why_not()), reason=failing.why_not() or "-")


def run(prepared: at_hand.Prepared, work: str) -> dict[str, Any]:
    """What each way of failing told."""
    return {one["way"]: one for one in failing.run("tests.faults.failing_runs", prepared, work, preloaded=True)}


def wrong(told: dict[str, Any]) -> list[str]:
    return [f"{way}: {text}" for way, one in told.items() for text in one["wrong"]]


def test_8_a_stick_that_fails_in_any_call_holds_whole_packages_or_none(prepared: at_hand.Prepared) -> None:
    """§23 nos. 1, 2, 8, 9, 10, 12, 29: full, pulled, read-only on the way; zeros or a flipped bit kept."""
    told = run(prepared, "stick")
    assert wrong(told) == []
    assert len(told) == 7
    assert all(one["calls"] >= 6 for one in told.values())
    # A short write is gone on with; all else is refused while it can still be said.
    assert {way for way, one in told.items() if not one["refused"]} == {"SHORT"}


def test_92_the_disk_fails_in_any_call_of_an_import(prepared: at_hand.Prepared) -> None:
    """§23 nos. 92 and 93: full from some call on, or one flush that fails; refused in words, nothing is written."""
    told = run(prepared, "receive")
    assert wrong(told) == []
    assert all(one["calls"] > 20 for one in told.values())
    assert {way: one["refused"] == one["calls"] for way, one in told.items()} == {
        "ONCE": True, "FULL": True, "SHORT": False}


def test_92_the_disk_fails_in_any_call_of_a_backup(prepared: at_hand.Prepared) -> None:
    """§23 no. 92: a backup is whole or it is none, and the program tells which."""
    told = run(prepared, "backup")
    assert wrong(told) == []
    assert all(one["refused"] > 10 for one in told.values())


def test_8_a_short_write_while_a_package_is_made_is_gone_on_with(prepared: at_hand.Prepared) -> None:
    """§23 no. 8."""
    told = run(prepared, "short")
    assert wrong(told) == []
    assert told["SHORT"]["calls"] > 10


def test_8_the_disk_fails_in_any_call_while_a_package_is_made(prepared: at_hand.Prepared) -> None:
    """§23 no. 8: the outbox is on the computer's own disk; it may be full as well."""
    assert wrong(run(prepared, "send")) == []
