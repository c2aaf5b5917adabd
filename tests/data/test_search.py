# SPDX-License-Identifier: Apache-2.0
"""The index of places follows the table of regions by itself, and reads what was typed."""

import pytest

from desk_app.data import search
from desk_app.data.database import Connection
from desk_app.data.search import Typed
from desk_app.domain import records
from desk_app.operations import history
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests.regency_offices import BELAWA, BELAWA_VILLAGE, MADDUKELLENG, TEMPE, TEMPE_VILLAGE
from tests.small_offices import EVENT


@pytest.mark.parametrize(("typed", "read"), [
    ("tem 5", Typed(("tem",), 5)), ("TPS 005", Typed((), 5)), ("tps005 maddu", Typed(("maddu",), 5)),
    ("Kel. Maddukelleng", Typed(("maddukelleng",))), ("73.13.06", Typed(code="73.13.06")),
    ("73.13.", Typed(code="73.13")), ("73.13.06.1003-005", Typed(code="73.13.06.1003", number=5)),
    ("ma'rang 12 3", Typed(("ma", "rang", "3"), 12)), ("0", Typed(("0",))), ("1234", Typed(("1234",))), ("", Typed()),
])
def test_what_was_typed(typed: str, read: Typed) -> None:
    assert search.read(typed) == read
    assert read.empty is (typed == "")


@pytest.fixture
def indexed(wajo: Desk) -> Desk:
    with wajo.store.writing() as connection:
        search.create(connection)
        search.create(connection)
    return wajo


def found(desk: Desk, *words: str, villages: bool = False) -> list[str]:
    with desk.reading() as connection:
        return search.regions(connection, EVENT, words, 50, villages=villages)


def rename(desk: Desk, code: str, name: str) -> None:
    transact(desk, "Wilayah", lambda unit: unit.put(records.REGION, (EVENT, code), {"name": name}))


def test_own_name_before_the_wider_ones(indexed: Desk) -> None:
    assert found(indexed, "tempe")[:2] == [TEMPE, TEMPE_VILLAGE]
    assert MADDUKELLENG in found(indexed, "tempe")
    assert found(indexed, "madd", "tem") == [MADDUKELLENG]
    assert TEMPE not in found(indexed, "tempe", villages=True)


def test_a_new_name_is_found_at_once_and_the_old_one_no_more(indexed: Desk) -> None:
    rename(indexed, BELAWA, "Sungai Baru")
    assert BELAWA_VILLAGE in found(indexed, "sungai", "belawa")
    assert found(indexed, "belawa") == [BELAWA_VILLAGE]
    history.undo(indexed)
    assert found(indexed, "sungai") == []
    assert BELAWA in found(indexed, "belawa")


def test_a_region_that_is_new_or_deleted(indexed: Desk) -> None:
    rename(indexed, "73.13.07.2999", "Pemekaran")
    assert found(indexed, "pemekaran", "belawa") == ["73.13.07.2999"]
    history.undo(indexed)
    assert found(indexed, "pemekaran") == []


def test_another_spelling_is_found_by_its_beginning(indexed: Desk) -> None:
    with indexed.reading() as connection:
        assert search.regions(
            connection, EVENT, search.nearest(connection, EVENT, ("maddukkelleng",)), 5
        ) == [MADDUKELLENG]
        assert search.nearest(connection, EVENT, ("kopi",)) == ("kopi",)
        assert search.nearest(connection, EVENT, ("zzzzzzzzz",)) == ("zzzzzzzzz",)


def test_there_is_none_until_it_is_made(reading: Connection) -> None:
    assert not search.ready(reading)
