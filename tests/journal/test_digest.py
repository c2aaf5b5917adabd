# SPDX-License-Identifier: Apache-2.0
"""Equal holdings give equal digests, in any order; any difference shows."""

import re
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from desk_app.journal import digest
from desk_app.journal.digest import Held
from desk_app.journal.streams import ReaderClass, Scope

SCOPES = [Scope("pemilu-2024", "73.13.06", ReaderClass.OPEN), Scope("", "73.13", ReaderClass.SHARED_DOWN)]
held = st.builds(
    Held,
    st.binary(min_size=16, max_size=16),
    st.sampled_from(SCOPES),
    st.integers(1, 1 << 39),
    st.binary(min_size=32, max_size=32),
)
holdings = st.lists(held, min_size=1, max_size=6, unique_by=lambda one: one.stream)


@given(holdings, st.randoms(use_true_random=False))
def test_the_order_of_streams_does_not_matter(found: list[Held], random: Any) -> None:
    turned = list(found)
    random.shuffle(turned)
    assert digest.of_streams(turned) == digest.of_streams(found)
    assert digest.by_scope(turned) == digest.by_scope(found)


@given(holdings, st.data())
def test_any_difference_shows(found: list[Held], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(found) - 1))
    one = found[at]
    for changed in (
        replace(one, upto=one.upto + 1),
        replace(one, rolling=bytes([one.rolling[0] ^ 1]) + one.rolling[1:]),
    ):
        assert digest.of_streams([*found[:at], changed, *found[at + 1 :]]) != digest.of_streams(found)
    assert digest.of_streams(found[:at] + found[at + 1 :]) != digest.of_streams(found)


def test_a_stream_of_which_nothing_is_held_does_not_count() -> None:
    empty = Held(bytes(16), SCOPES[0], 0, bytes(32))
    assert digest.of_streams([empty]) == digest.of_streams([])
    assert digest.by_scope([empty]) == {}


def test_each_scope_has_its_own() -> None:
    one, two = (Held(bytes([no]) * 16, scope, 5, bytes(32)) for no, scope in enumerate(SCOPES))
    assert digest.by_scope([one, two]) == {
        SCOPES[0]: digest.of_streams([one]), SCOPES[1]: digest.of_streams([two])}


def test_it_can_be_read_aloud() -> None:
    whole = digest.of_streams([])
    assert re.fullmatch(r"[A-HJ-NP-Z2-9]{4}(-[A-HJ-NP-Z2-9]{4}){3}", digest.words(whole))
    assert digest.words(whole, 8).startswith(f"{digest.words(whole)}-")
