# SPDX-License-Identifier: Apache-2.0
"""Real small file systems: a stick that is full, full on the way, without room for names, or read-only; a full disk."""

from typing import Any

import pytest

from tests.faults import at_hand, failing

STICKS = {
    "room": ("", "3"),
    "too small": ("tidak cukup", "0"),
    "full on the way": ("penuh", "1"),
    "no room for names": ("penuh", "0"),
    "write-protected": ("terkunci", "0"),
    "read-only on the way": ("terkunci", "1"),
}
"""What is said of each, and how many of three files then stand under a final name."""


def told(prepared: at_hand.Prepared, case: str) -> dict[str, Any]:
    if why_not := failing.why_no_mounts():
        pytest.skip(why_not)
    [found] = failing.run("tests.faults.small_disks", prepared, case, within=failing.MOUNTING)
    return found


def test_8_real_sticks_without_room(prepared: at_hand.Prepared) -> None:
    """§23 nos. 8, 11, 12, 15: in words, and what stands under a final name is whole."""
    found = told(prepared, "sticks")
    for case, (words, files) in STICKS.items():
        said = found[case]
        assert words in said, case
        assert bool(said) is bool(words), case
        assert (found[f"{case}: half"], found[f"{case}: files"]) == ("", files), case


def test_92_a_real_disk_that_is_full_keeps_all_that_was_saved(prepared: at_hand.Prepared) -> None:
    """§23 no. 92: a tiny tmpfs; SQLite says that it is full, and what was acknowledged is there."""
    found = told(prepared, "disk")
    assert int(found["saved"]) > 5
    assert "Periksa ruang disk" in found["saving"]
    assert "Periksa ruang disk" in found["importing"]
    assert found["unchanged"] == "True"
    assert found["kept"] == found["saved"]
    assert (found["importing later"], found["faults"]) == ("", "")
