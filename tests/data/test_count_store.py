# SPDX-License-Identifier: Apache-2.0
"""The file of totals: sums that follow what is put in, and a file that only its key opens."""

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk_app.data import count_store
from desk_app.data.count_rows import Key
from desk_app.data.count_store import CountStore, Found, Row, Weighed
from desk_app.domain import errors
from desk_app.domain.counts.standing import Standing, State

EVENT, RACE = "pemilu-2024", "ppwp"
KEY = secrets.token_bytes(32)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[CountStore]:
    made = CountStore(tmp_path / count_store.FILE, KEY)
    yield made
    made.close()


def key(number: int, village: str = "73.13.06.1001", race: str = RACE) -> Key:
    return Key(EVENT, village, number, race)


def row(one: Key, state: State = State.WHOLE, votes_whole: bool = True, **figures: int) -> Row:
    return Row(one, 1, Standing(state, figures, readers=("73.13/1",), mark=b"m" * 32), 0, votes_whole)


def put(store: CountStore, *weighed: Weighed) -> None:
    with store.writing() as connection:
        count_store.put(connection, weighed)


def sums(store: CountStore, width: int = 8) -> dict[str, dict[str, tuple[int, int]]]:
    with store.reading() as connection:
        return count_store.sums(connection, EVENT, RACE, "73.13", width)


def test_sums_follow_what_is_put_in_and_taken_out(store: CountStore) -> None:
    put(store, Weighed(key(1), row(key(1), v1=10, v2=5)), Weighed(key(2), row(key(2), v1=1, v2=0)))
    put(store, Weighed(key(1, "73.13.07.1001"), row(key(1, "73.13.07.1001"), v1=100)))
    assert sums(store) == {"73.13.06": {"v1": (11, 2), "v2": (5, 2)}, "73.13.07": {"v1": (100, 1)}}
    put(store, Weighed(key(1), row(key(1), v1=12)))
    assert sums(store)["73.13.06"] == {"v1": (13, 2), "v2": (0, 1)}
    put(store, Weighed(key(1), None), Weighed(key(2), None))
    assert sums(store) == {"73.13.07": {"v1": (100, 1)}}
    assert sums(store, 5) == {"73.13": {"v1": (100, 1)}}


def test_what_is_in_dispute_is_listed_and_not_added(store: CountStore) -> None:
    torn = Row(key(2), 1, Standing(State.DISPUTED, {}, {"v1": (10, 20)}, ("a", "b"), b"m" * 32), 0, False)
    put(store, Weighed(key(1), row(key(1), v1=10)), Weighed(key(2), torn))
    assert sums(store) == {"73.13.06": {"v1": (10, 1)}}
    with store.reading() as connection:
        assert count_store.states(connection, EVENT, RACE, "73.13", 8) == {
            "73.13.06": {State.WHOLE: 1, State.DISPUTED: 1}
        }
        [found] = count_store.rows(connection, EVENT, RACE, "73.13", [State.DISPUTED])
    assert found == torn


def test_votes_of_some_candidates_alone_are_not_added(store: CountStore) -> None:
    put(store, Weighed(key(1), row(key(1), State.PART, False, v1=10, valid=10, users_j=80)))
    assert sums(store) == {"73.13.06": {"users_j": (80, 1)}}


def test_findings_and_what_stood_before_a_repeated_vote(store: CountStore) -> None:
    first = Standing(State.NOTED, {"v1": 9}, mark=b"x" * 32)
    found = (
        Found(key(1), "V01", "kesalahan", 1, ("dpt_l", "dpt_p"), False),
        Found(key(1), "V01", "kesalahan", 2, ("users_l",), False),
        Found(key(1), "V08", "peringatan", 3, ("received",), True),
    )
    put(store, Weighed(key(1), row(key(1), v1=1), found, ((1, first),)))
    put(store, Weighed(key(2), row(key(2), v1=1), found[:0]))
    with store.reading() as connection:
        assert list(count_store.findings(connection, EVENT, RACE, "73.13")) == list(found)
        assert [one.gap for one in count_store.findings(connection, EVENT, RACE, "", "V01")] == [1, 2]
        assert len(list(count_store.findings(connection, EVENT, RACE, "", accepted=False))) == 2
        assert count_store.earlier_of(connection, key(1)) == [(1, State.NOTED, {"v1": 9})]
    put(store, Weighed(key(1), row(key(1), v1=1)))
    with store.reading() as connection:
        assert list(count_store.findings(connection, EVENT, RACE, "")) == []
        assert count_store.earlier_of(connection, key(1)) == []


def test_the_same_votes_twice_in_a_village(store: CountStore) -> None:
    put(
        store,
        *(
            Weighed(one, row(one, v1=votes, v2=3))
            for one, votes in ((key(1), 7), (key(2), 8), (key(5), 7), (key(7, "73.13.07.1001"), 7))
        ),
        Weighed(key(8), row(key(8), v1=0, v2=0)),
        Weighed(key(9), row(key(9), v1=0, v2=0)),
    )
    with store.reading() as connection:
        assert count_store.twins(connection, EVENT, RACE, "") == [("73.13.06.1001", (1, 5))]


def test_what_waits_for_its_key_is_known(store: CountStore) -> None:
    put(store, Weighed(key(1), Row(key(1), 1, Standing(State.NOT_IN), 2, False)))
    with store.reading() as connection:
        assert count_store.waiting(connection, EVENT) == {key(1)}


def test_another_key_makes_the_file_anew(tmp_path: Path) -> None:
    path = tmp_path / count_store.FILE
    first = CountStore(path, KEY)
    put(first, Weighed(key(1), row(key(1), v1=12_345)))
    first.close()
    assert b"73.13.06.1001" not in path.read_bytes()
    again = CountStore(path, KEY)
    assert sums(again) == {"73.13.06": {"v1": (12_345, 1)}}
    again.close()
    other = CountStore(path, secrets.token_bytes(32))
    assert sums(other) == {}
    other.close()


def test_closed_it_stays_closed(tmp_path: Path) -> None:
    store = CountStore(tmp_path / count_store.FILE, KEY)
    store.close()
    for way in (store.reading, store.writing):
        with pytest.raises(errors.NotPermitted), way():
            pass


def test_sums_that_are_not_those_of_what_stands_are_named(store: CountStore) -> None:
    put(store, Weighed(key(1), row(key(1), v1=10)), Weighed(key(2), row(key(2), v2=5)))
    with store.writing() as connection:
        assert count_store.unlike(connection) == []
        connection.exec_driver_sql("UPDATE area SET stations = 2 WHERE line = 'v1'")
        connection.exec_driver_sql("DELETE FROM standing WHERE number = 2")
        told = [(EVENT, RACE, line, "73.13.06.1001") for line in ("v1", "v2")]
        assert count_store.unlike(connection) == told


def test_another_version_of_the_reckoning_begins_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / count_store.FILE
    first = CountStore(path, KEY)
    put(first, Weighed(key(1), row(key(1), v1=1)))
    first.close()
    monkeypatch.setattr(count_store, "VERSION", b"another")
    again = CountStore(path, KEY)
    assert sums(again) == {}
    again.close()


FIGURES = st.dictionaries(st.sampled_from(["v1", "v2", "valid", "users_j"]), st.integers(0, 99), max_size=4)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(1, 4), FIGURES, st.sampled_from(State)), max_size=25), st.integers(1, 7))
def test_sums_are_always_those_of_what_stands(
    tmp_path: Path, put_in: list[tuple[int, dict[str, int], State]], at_once: int
) -> None:
    path = tmp_path / count_store.FILE
    count_store.remove(path)
    store = CountStore(path, KEY)
    stands: dict[int, Row] = {}
    for start in range(0, len(put_in), at_once):
        part = {number: row(key(number), state, **told) for number, told, state in put_in[start : start + at_once]}
        stands |= part
        put(store, *(Weighed(key(number), one) for number, one in part.items()))
    expected: dict[str, list[int]] = {}
    for one in stands.values():
        for line, value in one.counted.items():
            told = expected.setdefault(line, [0, 0])
            told[0] += value
            told[1] += 1
    with store.reading() as connection:
        assert count_store.unlike(connection) == []
    assert sums(store).get("73.13.06", {}) == {line: tuple(told) for line, told in expected.items()}
    store.close()


def test_files_that_are_open_are_kept_by_what_opened_them(tmp_path: Path) -> None:
    opened = count_store.OpenedStores()
    path, past = tmp_path / count_store.FILE, tmp_path / "past.db"
    first = opened.store(path, b"one", KEY)
    assert opened.store(path, b"one", KEY) is first
    beside = opened.store(count_store.path_beside(past), b"one", KEY)
    opened.put_away(past)
    assert opened.store(path, b"one", KEY) is first, "only what belongs to the copy is closed"
    assert opened.store(count_store.path_beside(past), b"one", KEY) is not beside
    assert opened.store(path, b"two", secrets.token_bytes(32)) is not first, "another secret opens it anew"
    opened.put_away()
    assert opened.store(path, b"two", KEY) is not first
    opened.put_away()
