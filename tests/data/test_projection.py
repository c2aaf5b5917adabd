# SPDX-License-Identifier: Apache-2.0
"""Rows, heads and disagreements are what the set of changes says, at every office, whatever way they came."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from desk_app.data import inbox, migrations, projection, receiving, schema, stretch, unit_of_work
from desk_app.data.projection import ALIVE_DISPUTED, ALIVE_NO, ALIVE_YES, Projector
from desk_app.data.receiving import Receiver
from desk_app.domain import errors, records
from desk_app.journal import heads
from desk_app.journal.change import ALIVE
from tests.data import histories, offices
from tests.data.offices import EVENT, VILLAGE, Office

MakeOffice = Callable[[str], Office]
STATION = (EVENT, VILLAGE, 1)


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory, prepared: Path) -> Iterator[list[Office]]:
    made = histories.three_offices(tmp_path_factory.mktemp("three"), prepared)
    yield made
    for one in made:
        one.close()


@pytest.mark.parametrize("first", range(0, 300, 50))
def test_random_histories_of_three_offices(three: list[Office], first: int) -> None:
    for seed in range(first, first + 50):
        histories.History(three, seed).run()


# Planted mistakes: each is a patch on a shipped function, and the histories above must feel it.


def keep_superseded(patch: pytest.MonkeyPatch) -> None:
    honest = Projector._stand

    def stand(self: Any, state: Any, no: int, key: int, one: Any) -> None:
        before = dict(state.standing(no))
        honest(self, state, no, key, one)
        state.heads[no] = before | state.heads[no]

    patch.setattr(Projector, "_stand", stand)


def last_import_wins(patch: pytest.MonkeyPatch) -> None:
    honest = Projector._stand

    def stand(self: Any, state: Any, no: int, key: int, one: Any) -> None:
        honest(self, state, no, key, one)
        state.heads[no] = {key: one.depth}

    patch.setattr(Projector, "_stand", stand)


def lww_clock(patch: pytest.MonkeyPatch) -> None:
    honest = Projector._stand

    def stand(self: Any, state: Any, no: int, key: int, one: Any) -> None:
        honest(self, state, no, key, one)
        newest = max(state.heads[no], key=lambda head: (self.change(head).claimed, self._book.dot(head)))
        state.heads[no] = {newest: state.heads[no][newest]}

    patch.setattr(Projector, "_stand", stand)


def delete_wins(patch: pytest.MonkeyPatch) -> None:
    honest = Projector._alive

    def alive(self: Any, state: Any) -> int:
        return ALIVE_NO if honest(self, state) == ALIVE_DISPUTED else honest(self, state)

    patch.setattr(Projector, "_alive", alive)


def nothing_observed(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(projection.State, "all_heads", lambda self: set())


def no_gate(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(stretch.Stretch, "_has", lambda self, dot, seq: True)


def nothing_waits(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(inbox, "keep", lambda connection, no, first, bodies: None)


def conflicts_forgotten(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Projector, "_mark", lambda self, writing, state, no, disputed: None)


def local_winner(patch: pytest.MonkeyPatch) -> None:
    honest = Projector._shown

    def shown(self: Any, state: Any, no: int) -> Any:
        own = max(state.heads[no])  # the local key: another order at another office
        return heads.value_of(self.change(own), no) if len(state.heads[no]) > 1 else honest(self, state, no)

    patch.setattr(Projector, "_shown", shown)


def depth_forgotten(patch: pytest.MonkeyPatch) -> None:
    honest = unit_of_work.Unit._write

    def write(self: Any, stream: Any, declared: Any, change: Any) -> int:
        return honest(self, stream, declared, unit_of_work.replace(change, depth=1))

    patch.setattr(unit_of_work.Unit, "_write", write)


def split_commit(patch: pytest.MonkeyPatch) -> None:
    """Streams grow in one transaction and the rows come in another that is cut off."""
    patch.setattr(Projector, "flush", lambda self: None)


def taken_twice(patch: pytest.MonkeyPatch) -> None:
    honest = Receiver.take

    def take(self: Any, *run: Any) -> None:
        honest(self, *run)
        self.taken.applied += self.taken.known

    patch.setattr(receiving.Receiver, "take", take)


MISTAKES = [
    keep_superseded, last_import_wins, lww_clock, delete_wins, nothing_observed, no_gate, nothing_waits,
    conflicts_forgotten, local_winner, depth_forgotten, split_commit, taken_twice,
]


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda one: one.__name__)
def test_a_planted_mistake_is_felt(
    three: list[Office], monkeypatch: pytest.MonkeyPatch, mistake: Callable[[pytest.MonkeyPatch], None]
) -> None:
    mistake(monkeypatch)
    assert any(broken(three, seed) for seed in range(300)), "300 histories felt nothing"


def broken(three: list[Office], seed: int) -> bool:
    try:
        histories.History(three, seed).run()
    except AssertionError:
        return True
    except Exception as fault:  # noqa: BLE001 - a mistake may show as anything
        return bool(str(fault))
    return False


def conflicts(one: Office) -> set[int]:
    with one.store.reading() as connection:
        return set(connection.execute(select(schema.conflict.c.field)).scalars())


def row(one: Office, declared: records.RecordType = records.STATION) -> Any:
    with one.store.reading() as connection:
        return connection.execute(select(schema.tables[declared.no])).one()


def put(one: Office, **values: Any) -> None:
    one.write(lambda unit: unit.put(records.STATION, STATION, values))


def test_two_offices_that_make_the_same_station_make_one(office: MakeOffice) -> None:
    tempe, wajo = office("73.13.06"), office("73.13")
    put(tempe, dpt_male=140, site="SDN 1")
    put(wajo, dpt_male=141, site="SDN 1")
    offices.exchange([tempe, wajo])
    assert tempe.view() == wajo.view()
    assert conflicts(tempe) == conflicts(wajo) == {records.STATION.field("dpt_male").no}
    assert row(tempe).dpt_male == row(wajo).dpt_male
    assert row(tempe).dpt_male in (140, 141)


def test_equal_values_are_no_disagreement(office: MakeOffice) -> None:
    tempe, wajo = office("73.13.06"), office("73.13")
    put(tempe, dpt_male=140)
    put(wajo, dpt_male=140)
    offices.exchange([tempe, wajo])
    assert conflicts(tempe) == conflicts(wajo) == set()


def test_different_fields_are_both_kept(office: MakeOffice) -> None:
    tempe, wajo = office("73.13.06"), office("73.13")
    put(tempe, dpt_male=140)
    offices.exchange([tempe, wajo])
    put(tempe, dpt_male=150)
    put(wajo, dpt_female=160)
    offices.exchange([tempe, wajo])
    assert (row(wajo).dpt_male, row(wajo).dpt_female) == (150, 160)
    assert conflicts(wajo) == set()


def test_a_decision_settles_it_at_both(office: MakeOffice) -> None:
    tempe, wajo = office("73.13.06"), office("73.13")
    put(tempe, dpt_male=140)
    put(wajo, dpt_male=141)
    offices.exchange([tempe, wajo])
    shown = row(wajo).dpt_male
    put(wajo, dpt_male=shown)  # the value shown is chosen: equal, and yet written
    offices.exchange([tempe, wajo])
    assert conflicts(tempe) == conflicts(wajo) == set()
    assert row(tempe).dpt_male == shown


def delete(one: Office) -> None:
    one.write(lambda unit: unit.delete(records.STATION, row(one).no))


def test_deleted_there_and_edited_here_shows_at_both(office: MakeOffice) -> None:
    tempe, wajo = office("73.13.06"), office("73.13")
    put(tempe, dpt_male=140)
    offices.exchange([tempe, wajo])
    delete(wajo)
    put(tempe, dpt_male=150)
    offices.exchange([tempe, wajo])
    assert row(tempe).alive == row(wajo).alive == ALIVE_DISPUTED
    assert conflicts(tempe) == conflicts(wajo) == {ALIVE}
    delete(tempe)  # who deletes it now has seen the edit
    offices.exchange([tempe, wajo])
    assert row(tempe).alive == row(wajo).alive == ALIVE_NO
    assert conflicts(wajo) == set()


def test_deleted_at_both_is_deleted(office: MakeOffice) -> None:
    tempe, wajo = office("73.13.06"), office("73.13")
    put(tempe, dpt_male=140)
    offices.exchange([tempe, wajo])
    delete(wajo)
    delete(tempe)
    offices.exchange([tempe, wajo])
    assert row(tempe).alive == row(wajo).alive == ALIVE_NO
    assert conflicts(tempe) == set()


def test_typed_again_after_it_was_deleted(office: MakeOffice) -> None:
    tempe = office("73.13.06")
    put(tempe, dpt_male=140)
    delete(tempe)
    put(tempe, dpt_male=150)
    assert (row(tempe).alive, row(tempe).dpt_male) == (ALIVE_YES, 150)
    assert tempe.faults() == ()


def test_a_greater_depth_than_an_implied_one_is_not_forgotten(office: MakeOffice) -> None:
    """A record's first change counts as depth 1 where it has no row among the heads."""
    tempe = office("73.13.06")
    put(tempe, dpt_male=140)
    put(tempe, dpt_male=150)
    put(tempe, dpt_male=160)
    wajo = office("73.13")
    put(wajo, dpt_male=99)
    offices.exchange([tempe, wajo])
    assert row(tempe).dpt_male == row(wajo).dpt_male == 160


def test_a_value_beyond_this_versions_limits_is_kept_and_not_shown(
    office: MakeOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    tempe, wajo = office("73.13.06"), office("73.13")
    with monkeypatch.context() as patch:
        patch.setattr("desk_app.domain.records.declare.Field.check", lambda self, value: value)
        put(tempe, dpt_male=5_000_000, site="SDN 1")
    wajo.take(tempe.pack())
    assert (row(wajo).dpt_male, row(wajo).site) == (None, "SDN 1")
    with wajo.store.reading() as connection:
        unread = connection.execute(select(schema.unread)).all()
    assert [(one.field, one.type) for one in unread] == [(1, records.STATION.no)]
    assert wajo.digest() == tempe.digest()
    put(wajo, dpt_male=150)
    with wajo.store.reading() as connection:
        assert connection.execute(select(schema.unread)).all() == []
    assert wajo.faults() == ()


def test_a_change_that_takes_a_record_for_another_kind_is_refused(office: MakeOffice) -> None:
    """Only somebody hostile writes it; what was read as one kind must not be written as another."""
    tempe = office("73.13.06")
    title = {"event": EVENT, "place": VILLAGE, "title": "Banjir"}
    no = tempe.write(lambda unit: unit.create(records.ISSUE, title))

    def mistake(unit: Any) -> None:
        unit.projector.state(no, records.ISSUE.no)
        unit.set(records.FOLLOW_UP, no, {"text": "x"})

    with pytest.raises(errors.NotFound):
        tempe.write(mistake)


def test_a_record_projected_again_is_the_same(three: list[Office]) -> None:
    """P18: rows rebuilt from the changes equal the rows that grew."""
    for seed in range(900, 910):
        histories.History(three, seed).run()
        for one in three:
            before = one.view()
            with one.store.writing() as connection:
                for declared in offices.USED:
                    table = schema.tables[declared.no]
                    for no in list(connection.execute(select(table.c.no)).scalars()):
                        migrations.project_again(connection, no, declared.no)
            assert one.view() == before
            assert one.faults() == ()
