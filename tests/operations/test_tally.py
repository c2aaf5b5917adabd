# SPDX-License-Identifier: Apache-2.0
"""Weighing: whatever happened in between, the totals are those of what stands in the journal now."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.data import count_store
from desk_app.domain import errors, records
from desk_app.domain.counts.standing import State
from desk_app.operations import (
    candidates,
    checking,
    count_check,
    count_entry,
    count_keys,
    count_rules,
    opening,
    replicas,
    revotes,
    settings,
    stations,
    tally,
)
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests import counted_offices, counting_people, regency_offices, two_offices
from tests.counted_offices import RACE
from tests.regency_offices import TEMPE, TEMPE_VILLAGE, tps
from tests.small_offices import EVENT, PASSWORD

FIRST, SECOND = tps(TEMPE_VILLAGE, 1), tps(TEMPE_VILLAGE, 2)
ONE, BOTH = {TEMPE: {"v1": 80, "v2": 40, "v3": 50}}, {TEMPE: {"v1": 81, "v2": 42, "v3": 53}}


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as desk:
        counting_people.prepare(desk)
        counting_people.copy(desk, FIRST)
        yield desk


def again(desk: Desk) -> Desk:
    desk.close()
    return opening.open_office(desk.folder, PASSWORD, now=desk.now)


def test_only_what_came_in_since_is_weighed(wajo: Desk) -> None:
    assert finish(tally.refresh(wajo)) == len(count_rules.race_codes(wajo))
    assert finish(tally.refresh(wajo)) == 0
    counting_people.copy(wajo, SECOND, (1, 2, 3))
    assert finish(tally.refresh(wajo)) == len(count_rules.race_codes(wajo))
    assert counted_offices.sums(wajo) == BOTH


@pytest.mark.parametrize("harm", ["gone", "cut", "middle", "text", "other"])
def test_a_file_that_was_harmed_is_made_anew(wajo: Desk, tmp_path: Path, harm: str) -> None:
    assert counted_offices.sums(wajo) == ONE
    wajo.close()
    path = wajo.folder / count_store.FILE
    data = path.read_bytes()
    assert len(data) > 20_000
    spoilt = {
        "gone": b"",
        "cut": data[: len(data) // 2],
        "middle": data[:5000] + bytes(len(data) - 10_000) + data[-5000:],
        "text": b"text" * 5000,
        "other": bytes(reversed(data)),
    }[harm]
    path.unlink()
    if spoilt:
        path.write_bytes(spoilt)
    with opening.open_office(wajo.folder, PASSWORD, now=wajo.now) as desk:
        counting_people.copy(desk, SECOND, (1, 2, 3))
        assert counted_offices.sums(desk) == BOTH
        assert finish(checking.check(desk)).faults == ()


def test_sums_that_are_not_those_of_the_tps_are_found_and_made_anew(wajo: Desk) -> None:
    assert counted_offices.sums(wajo) == ONE
    assert finish(checking.check(wajo)).faults == ()
    with tally.store_of(wajo).writing() as connection:
        connection.exec_driver_sql("UPDATE area SET sum = sum + 1 WHERE line = 'v1'")
    assert [one for one in finish(checking.check(wajo)).faults if "totals of the count" in one]
    assert finish(checking.check(wajo)).faults == ()
    assert counted_offices.sums(wajo) == ONE


def test_a_refresh_that_was_stopped_is_begun_again(wajo: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tally, "SLICE", 1)
    counting_people.copy(wajo, SECOND, (1, 2, 3))
    steps = tally.refresh(wajo)
    next(steps)
    next(steps)
    steps.close()
    assert counted_offices.sums(wajo) == BOTH
    counting_people.copy(wajo, SECOND, (2, 2, 3))
    steps = tally.refresh(wajo)
    next(steps)
    steps.close()
    assert counted_offices.sums(again(wajo))[TEMPE]["v1"] == 82


def test_what_another_replica_began_to_weigh_is_not_added(wajo: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A backup is restored beside a file of totals that had gone further, and was broken off."""
    past = wajo.folder.parent / "past"
    shutil.copytree(wajo.folder, past, ignore=lambda _folder, names: [one for one in names if one.endswith(".lock")])
    counting_people.copy(wajo, SECOND, (1, 2, 3))
    monkeypatch.setattr(tally, "SLICE", 1)
    steps = tally.refresh(wajo)
    for _step in range(2 * len(count_rules.race_codes(wajo)) - 1):
        next(steps, None)
    steps.close()
    wajo.close()
    (wajo.folder / "desk.db").write_bytes((past / "desk.db").read_bytes())
    for ending in ("-wal", "-shm"):
        (wajo.folder / f"desk.db{ending}").unlink(missing_ok=True)
        if (past / f"desk.db{ending}").exists():
            (wajo.folder / f"desk.db{ending}").write_bytes((past / f"desk.db{ending}").read_bytes())
    with opening.open_office(wajo.folder, PASSWORD, now=wajo.now) as desk:
        replicas.renew(desk)
        assert counted_offices.sums(desk) == ONE
        with tally.store_of(desk).reading() as connection:
            assert [row.key.number for row in count_store.rows(connection, EVENT, RACE, "")] == [1]


def test_another_election_and_back(wajo: Desk) -> None:
    assert counted_offices.sums(wajo) == ONE
    use(wajo, "pilkada-2024")
    assert counted_offices.sums(wajo) == {}
    use(wajo, EVENT)
    counting_people.copy(wajo, SECOND, (1, 2, 3))
    assert counted_offices.sums(wajo) == BOTH


def use(desk: Desk, event: str) -> None:
    transact(desk, "x", lambda unit: settings.put(unit, desk.identity.place, "event", event))
    assert settings.event_code(desk) == event


def test_a_candidate_taken_off_is_in_no_sum_and_back_again(wajo: Desk) -> None:
    assert counted_offices.sums(wajo) == ONE
    [no] = [one.record for one in candidates.of_race(wajo, RACE) if one.code == "3"]
    assert no is not None
    transact(wajo, "x", lambda unit: unit.delete(records.CANDIDATE, no))
    assert counted_offices.sums(wajo) == {TEMPE: {"v1": 80, "v2": 40}}
    transact(wajo, "x", lambda unit: unit.undelete(records.CANDIDATE, no))
    assert counted_offices.sums(wajo) == ONE


def test_a_race_that_is_copied_no_more_keeps_what_stands(wajo: Desk) -> None:
    assert counted_offices.sums(wajo) == ONE
    count_rules.edit(wajo, races=["dpr"])
    assert counted_offices.sums(wajo) == ONE
    count_rules.edit(wajo, races=[RACE, "dpr"])
    counting_people.copy(wajo, SECOND, (1, 2, 3))
    assert counted_offices.sums(wajo) == BOTH


def test_a_tps_that_was_deleted_keeps_what_was_copied(wajo: Desk) -> None:
    stations.delete_station(wajo, FIRST)
    assert counted_offices.sums(wajo) == ONE


def test_voters_that_were_altered_are_held_against_the_form(wajo: Desk) -> None:
    assert counted_offices.sums(wajo) == ONE
    assert state(wajo) is State.WHOLE
    stations.edit_station(wajo, FIRST, {"dpt_male": 99})
    assert counted_offices.sums(wajo) == ONE
    assert state(wajo) is State.NOTED


def state(desk: Desk) -> State:
    with tally.store_of(desk).reading() as connection:
        [row] = count_store.rows(connection, EVENT, RACE, FIRST[:13])
    return row.standing.state


def test_a_form_deleted_here_and_written_on_there_is_a_reading(tmp_path: Path) -> None:
    """Two computers of one person would do it; here the reading is deleted at one and decided of at the other."""
    with two_offices.opened(tmp_path) as two:
        counting_people.prepare(two.kabupaten)
        two.carry(two.kabupaten, two.tempe)
        counting_people.copy(two.tempe, FIRST)
        two.carry(two.tempe, two.kabupaten)
        count_check.correct(two.kabupaten, FIRST, RACE, "v1", 81, "Foto")
        count_entry.discard(two.tempe, FIRST, RACE)
        two.carry(two.tempe, two.kabupaten)
        assert counted_offices.sums(two.kabupaten)[TEMPE]["v1"] == 81


def test_clocks_that_jump_alter_nothing(tmp_path: Path) -> None:
    at = [2_000_000_000]
    with regency_offices.make(tmp_path / "wajo", now=lambda: at[0]) as desk:
        counting_people.prepare(desk)
        counting_people.copy(desk, FIRST)
        at[0] = 1_000_000_000
        counting_people.copy(desk, FIRST, (70, 40, 60))
        assert counted_offices.sums(desk)[TEMPE]["v1"] == 70
        at[0] = 3_000_000_000
        counting_people.copy(desk, FIRST)
        assert counted_offices.sums(desk) == ONE


def test_putting_away_while_it_is_weighed_tells_nothing(wajo: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tally, "SLICE", 1)
    counting_people.copy(wajo, SECOND, (1, 2, 3))
    steps = tally.refresh(wajo)
    next(steps)
    store = tally.store_of(wajo)
    count_keys.close(wajo)
    with pytest.raises(errors.NotPermitted):
        finish(steps)
    with pytest.raises(errors.NotPermitted), store.reading():
        pass
    assert counted_offices.sums(wajo) == BOTH


@pytest.mark.parametrize("ask", [tally.store_of, lambda desk: finish(tally.refresh(desk))])
def test_without_the_key_nothing_is_weighed(wajo: Desk, ask: Callable[[Desk], object]) -> None:
    with counting_people.somebody(wajo, "Sitti"), pytest.raises(errors.NotPermitted):
        ask(wajo)


def test_a_result_of_a_vote_that_was_not_held_again_waits(wajo: Desk) -> None:
    """A form of the second vote counts once somebody has noted that it was held, and no longer than that stands."""
    [no] = revotes.note(wajo, [FIRST], revotes.Kind.REPEATED, basis="Keputusan KPU")
    held = {"state": "dilaksanakan", "held_on": "2024-02-20"}
    transact(wajo, "PSU", lambda unit: unit.set(records.REVOTE, no, held))
    counting_people.copy(wajo, FIRST, (10, 20, 30))
    assert counted_offices.sums(wajo) == {"73.13.06": {"v1": 10, "v2": 20, "v3": 30}}
    transact(wajo, "PSU", lambda unit: unit.set(records.REVOTE, no, {"state": "ditetapkan"}))
    assert counted_offices.sums(wajo) == ONE
    transact(wajo, "PSU", lambda unit: unit.set(records.REVOTE, no, held | {"race": "dpr"}))
    assert counted_offices.sums(wajo) == ONE
    transact(wajo, "PSU", lambda unit: unit.set(records.REVOTE, no, {"race": RACE}))
    assert counted_offices.sums(wajo) == {"73.13.06": {"v1": 10, "v2": 20, "v3": 30}}
