# SPDX-License-Identifier: Apache-2.0
"""The search for garbage is put off within, and goes on afterwards as it did before."""

import gc
from collections.abc import Iterator

import pytest

from desk_app.base import garbage


@pytest.fixture(autouse=True)
def searching() -> Iterator[None]:
    yield
    gc.enable()


@pytest.mark.parametrize("was", [False, True])
def test_it_goes_on_as_it_did(was: bool) -> None:
    (gc.enable if was else gc.disable)()
    with garbage.put_off():
        assert not gc.isenabled()
    assert gc.isenabled() is was


def test_it_goes_on_after_a_fault() -> None:
    with pytest.raises(ZeroDivisionError), garbage.put_off():
        print(1 // 0)
    assert gc.isenabled()


def test_one_within_another() -> None:
    with garbage.put_off():
        with garbage.put_off():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_stays_for_good_is_not_searched_again() -> None:
    thresholds = gc.get_threshold()
    gc.unfreeze()
    gc.set_threshold(700, 10, 10)
    garbage.pass_over()
    try:
        assert gc.get_freeze_count() > 1000
        assert gc.get_threshold()[2] > 100
    finally:
        gc.unfreeze()
        gc.set_threshold(*thresholds)
