# SPDX-License-Identifier: Apache-2.0
"""Letters read aloud come back as the same bytes, and a slip of the tongue is noticed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain import errors, spoken


@given(st.binary(min_size=1, max_size=40))
def test_what_is_said_is_heard(secret: bytes) -> None:
    said = spoken.say(secret)
    assert spoken.hear(said, len(secret)) == secret
    assert spoken.hear(said.lower().replace("-", " "), len(secret)) == secret


@given(st.binary(min_size=20, max_size=32), st.integers(1, 8))
def test_fewer_blocks_begin_as_more_of_them(data: bytes, count: int) -> None:
    whole, some = spoken.blocks(data, 8).split("-"), spoken.blocks(data, count).split("-")
    assert some == whole[:count]
    assert all(len(block) == 4 and set(block) <= set(spoken.ALPHABET) for block in whole)
    assert spoken.blocks(data[:20], 8).split("-") == whole


def test_every_bit_of_a_block_counts() -> None:
    assert spoken.blocks(bytes(5), 2) == "AAAA-AAAA"
    assert spoken.blocks(bytes([0, 0, 1, 0, 0]), 2) == "AAAA-CAAA"
    assert spoken.blocks(b"\xff" * 5, 2) == "9999-9999"
    with pytest.raises(ValueError, match="4 bytes for 2 blocks"):
        spoken.blocks(bytes(4), 2)


@given(st.binary(min_size=8, max_size=8), st.integers(0, 15), st.sampled_from(spoken.ALPHABET))
def test_one_other_letter_is_noticed(secret: bytes, at: int, letter: str) -> None:
    letters = spoken.say(secret).replace("-", "")
    if letters[at] == letter:
        return
    with pytest.raises(errors.Refused):
        spoken.hear(letters[:at] + letter + letters[at + 1 :], 8)


@pytest.mark.parametrize("typed", ["", "ABCD", "0O1I-0O1I-0O1I-0O1I"])
def test_what_is_no_code_is_refused_in_words(typed: str) -> None:
    with pytest.raises(errors.Refused):
        spoken.hear(typed, 8)


@given(st.binary(min_size=8, max_size=8), st.integers(0, 15), st.integers(1, 31))
def test_the_mistyped_block_is_found_or_none_is_blamed(secret: bytes, at: int, step: int) -> None:
    letters = spoken.say(secret).replace("-", "")
    other = spoken.ALPHABET[(spoken.ALPHABET.index(letters[at]) + step) % 32]
    typed = letters[:at] + other + letters[at + 1 :]
    assert spoken.mistyped_block(typed, 8) in (at // 4 + 1, 0)


def test_a_code_of_another_length_blames_no_block() -> None:
    assert spoken.mistyped_block("ABCD", 8) == 0


def test_most_slips_of_the_finger_are_found() -> None:
    secret = bytes(range(8))
    letters = spoken.say(secret).replace("-", "")
    typed = [letters[:at] + ("B" if letters[at] != "B" else "C") + letters[at + 1 :] for at in range(16)]
    found = [spoken.mistyped_block(one, 8) for one in typed]
    assert sum(where == at // 4 + 1 for at, where in enumerate(found)) >= 14
