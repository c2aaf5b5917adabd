# SPDX-License-Identifier: Apache-2.0
"""Made-up changes for the tests of the journal: any that could stand in a stream."""

from hypothesis import strategies as st

from desk_app.journal.change import Change, ChangeKind
from desk_app.journal.streams import Dot

OWN = b"own stream's id."
OTHER = b"another stream's"

dots = st.builds(Dot, st.sampled_from([OWN, OTHER, bytes(16), b"\xff" * 16]), st.integers(1, (1 << 40) - 1))
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
numbers = st.integers(-(1 << 63), (1 << 63) - 1)
values = st.none() | texts | numbers | st.booleans() | st.binary(max_size=20) | dots
keys = st.lists(texts | numbers | dots, min_size=1, max_size=4).map(tuple)
field_numbers = st.integers(1, (1 << 16) - 1)
heads = st.lists(dots, min_size=1, max_size=3, unique=True).map(lambda found: tuple(sorted(found)))

changes = st.builds(
    Change,
    kind=st.sampled_from(ChangeKind),
    type=st.integers(1, 1000),
    record=st.none() | dots | keys,
    fields=st.dictionaries(field_numbers, values, max_size=4),
    preds=st.dictionaries(st.integers(0, (1 << 16) - 1), heads, max_size=3),
    observed=heads | st.just(()),
    depth=st.integers(1, 1 << 40),
    actor=st.integers(0, 9999),
    claimed=numbers,
    follows=st.booleans(),
    undoes=st.none() | dots,
    salt=st.just(b"") | st.binary(min_size=16, max_size=16),
)
