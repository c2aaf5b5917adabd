# SPDX-License-Identifier: Apache-2.0
"""What a change names, and so must wait for."""

from desk_app.journal.change import Change, ChangeKind
from desk_app.journal.streams import Dot

A, B, C, D = (Dot(b"a stream of mine", seq) for seq in (1, 2, 3, 4))


def test_it_names_record_replaced_and_observed() -> None:
    change = Change(ChangeKind.DELETE, 7, A, preds={0: (B, C)}, observed=(D,))
    assert change.named() == {A, B, C, D}


def test_a_reference_as_a_value_is_not_waited_for() -> None:
    """What a field points to may never come, for it may lie in a scope that is not received."""
    assert Change(ChangeKind.CREATE, 8, None, {1: A, 2: "isi"}).named() == set()


def test_a_natural_key_names_nothing() -> None:
    assert Change(ChangeKind.SET, 3, ("pemilu-2024", "73.13.06.1001", 5), {1: 140}).named() == set()
