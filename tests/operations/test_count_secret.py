# SPDX-License-Identifier: Apache-2.0
"""The secret half at hand: for who holds it alone, never another one, and for a desk of the past as for today's."""

import dataclasses

import pytest

from desk_app.data import count_boxes, keys
from desk_app.domain.counts.rights import Right
from desk_app.operations import as_at, count_keys, count_secret
from desk_app.operations.desk import Desk
from tests import counted_offices, counting_people
from tests.counted_offices import BOTH
from tests.regency_offices import TEMPE_VILLAGE, tps
from tests.small_offices import KEY_MEMORY

FIRST = tps(TEMPE_VILLAGE, 1)


@pytest.fixture
def counting(wajo: Desk) -> Desk:
    """Its candidates are written."""
    counted_offices.stand(wajo)
    return wajo


def test_a_box_that_holds_another_key_opens_nothing(counting: Desk) -> None:
    counted_offices.hold(counting)
    ring = keys.load(counting.folder)
    box = count_boxes.close_for(counting.operator.public, count_boxes.new_reader())
    false = tuple(dataclasses.replace(one, box=box) for one in ring.holders)
    keys.save(keys.with_counts(ring, ring.counts, false), counting.folder)
    assert count_secret.secret_of(counting) is None
    assert count_keys.rights(counting) == {Right.ENTER}


def test_who_holds_it_alone_has_it_at_hand_and_nobody_else(counting: Desk) -> None:
    assert count_secret.secret_of(counting) is None
    counted_offices.hold(counting)
    found = count_secret.secret_of(counting)
    assert found is not None
    assert count_boxes.public_half(found) == keys.load(counting.folder).counts
    assert counting.count_rights == {one.value for one in BOTH}
    with counting_people.somebody(counting, "Besse"):
        assert count_secret.secret_of(counting) is None
    count_keys.seal(counting, 1, 2, key_memory=KEY_MEMORY)
    assert count_secret.secret_of(counting) is None  # half of it is nothing


def test_a_desk_of_the_past_asks_the_one_of_today(counting: Desk) -> None:
    counted_offices.hold(counting)
    past = as_at.still(counting, 1)
    past.present, past.operator = counting, dataclasses.replace(counting.operator, secret=b"")
    assert count_secret.secret_of(past) == count_secret.secret_of(counting) is not None


def test_only_the_key_of_the_office_is_kept(counting: Desk) -> None:
    counted_offices.hold(counting)
    ring = keys.load(counting.folder)
    count_keys.close(counting)
    for other in (None, count_boxes.new_reader()):
        count_secret.take(counting, ring, other, frozenset({"totals"}))
        assert (counting.count_secret, counting.count_rights) == (None, frozenset())
    assert count_secret.opened(counting.operator.secret, b"x" * 80) is None
