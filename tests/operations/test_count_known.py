# SPDX-License-Identifier: Apache-2.0
"""What is here of many TPS at once is what the sheet of one TPS says."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.data import count_rows
from desk_app.domain import records, revotes
from desk_app.domain.counts.standing import Source
from desk_app.operations import accounts, count_entry, count_known, opening, settings
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests import counted_offices, regency_offices, small_offices
from tests.counted_offices import RACE
from tests.regency_offices import TEMPE_VILLAGE, tps

AT = [(TEMPE_VILLAGE, number) for number in (1, 2, 3)]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "office") as made:
        counted_offices.stand(made)
        counted_offices.stand(made, "dpd")
        counted_offices.hold(made)
        yield made


def known(desk: Desk, race: str = RACE) -> count_known.Known:
    with desk.reading() as connection:
        voters = count_known.voters_here(connection, settings.event_code(desk), desk.identity.place)
    return count_known.Known(desk, race, AT, voters)


def agree(desk: Desk, race: str = RACE) -> None:
    """As the sheet of each TPS says."""
    found = known(desk, race)
    for village, number in AT:
        sheet = count_entry.sheet(desk, tps(village, number), race)
        own = found.own((village, number))
        assert (sheet.occasion, sheet.closed) == (found.occasion((village, number)), found.closed((village, number)))
        assert dict(own.figures if own else {}) == dict(sheet.figures)
        assert found.facts((village, number)) == sheet.facts


def test_nothing_own_and_other_races(desk: Desk) -> None:
    agree(desk)
    count_entry.save(desk, tps(*AT[0]), RACE, {"v1": 1, "users_j": 210, "transferred_j": 2}, reason="benar")
    agree(desk)
    agree(desk, "dpd")
    own = known(desk).own(AT[0])
    assert own is not None
    assert (own.reason, own.source, own.readable) == ("benar", Source.FORM.value, True)
    assert known(desk, "dpd").facts(AT[0]).other_users == 210


def test_a_vote_that_was_held_again_and_what_is_locked(desk: Desk) -> None:
    count_entry.save(desk, tps(*AT[0]), RACE, {"v1": 1})
    values = {"state": revotes.State.HELD.value, "held_on": "2024-02-24", "kind": "psu", "event": small_offices.EVENT}
    transact(desk, "x", lambda unit: unit.create(records.REVOTE, values | {"place": tps(*AT[0])}))
    key = (small_offices.EVENT, *AT[1], RACE, 1)
    transact(desk, "x", lambda unit: unit.put(records.COUNT_RESULT, key, {"locked": True}))
    found = known(desk)
    assert (found.occasion(AT[0]), found.own(AT[0])) == (2, None)
    assert str(found.closed(AT[1])) == "Hasil TPS ini dikunci oleh pemeriksa."
    agree(desk)


def test_what_somebody_else_copied_is_told_but_not_what(desk: Desk, tmp_path: Path) -> None:
    form = count_entry.sheet(desk, tps(*AT[0]), RACE).form
    count_entry.save(desk, tps(*AT[0]), RACE, counted_offices.figures(form, (100, 50, 54)))
    memory = small_offices.KEY_MEMORY
    accounts.add_account(desk, "Budi", accounts.Role.OPERATOR, "kata sandi Budi", key_memory=memory)
    desk.close()
    with opening.open_office(tmp_path / "office", "kata sandi Budi", name="Budi") as other:
        found = known(other)
        assert found.own(AT[0]) is None
        assert "sudah disalin orang lain" in str(found.closed(AT[0]))
        agree(other)


def test_only_villages_of_which_something_is_here_are_read(desk: Desk) -> None:
    event = settings.event_code(desk)
    with desk.reading() as connection:
        assert count_rows.villages_with(connection, event) == set()
    count_entry.save(desk, tps(*AT[0]), RACE, {"v1": 1})
    with desk.reading() as connection:
        assert count_rows.villages_with(connection, event) == {TEMPE_VILLAGE}
