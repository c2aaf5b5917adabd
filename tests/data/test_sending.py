# SPDX-License-Identifier: Apache-2.0
"""What goes out: long streams are cut at seals, light enough for a volume, and nothing is left out or sent twice."""

from collections.abc import Callable

import pytest

from desk_app.data import sending, streams
from desk_app.domain import records
from desk_app.journal import streams as journal_streams
from desk_app.operations import package_making
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

MakeOffice = Callable[..., Desk]


@pytest.fixture
def desk(make_office: MakeOffice, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr(sending, "SPLIT", 100)
    monkeypatch.setattr(sending, "HEAVY", 3000)
    return make_office("73.13.06")


def write(desk: Desk, first: int, count: int, note: str = "") -> None:
    rows = [
        (("pemilu-2024", "73.13.06.1001", number), {"dpt_male": 1, "site": note})
        for number in range(first, first + count)
    ]
    transact(desk, "x", lambda unit: unit.put_many(records.STATION, rows))
    package_making.seal_everything(desk)


def runs(desk: Desk, said: dict[bytes, int] | None = None) -> list[sending.Run]:
    with desk.reading() as connection:
        found = list(sending.runs(connection, lambda scope: scope.event == "pemilu-2024", said or {}))
        held = {one.id: one for one in streams.all_streams(connection)}
    for run in found:
        assert journal_streams.advance_all(run.before, run.bodies) == run.seal.rolling
        assert run.first + len(run.bodies) - 1 == run.seal.upto
        assert run.seal.upto <= held[run.stream.id].held
    return found


def covered(found: list[sending.Run]) -> list[int]:
    return [seq for run in found for seq in range(run.first, run.seal.upto + 1)]


def test_a_long_stream_is_cut_at_seals(desk: Desk) -> None:
    write(desk, 1, 350)
    found = runs(desk)
    assert covered(found) == list(range(1, 351))
    assert len(found) >= 4
    assert max(len(run.bodies) for run in found) <= 100


def test_heavy_changes_make_shorter_runs(desk: Desk) -> None:
    write(desk, 1, 60, "x" * 150)
    found = runs(desk)
    assert covered(found) == list(range(1, 61))
    assert max(sum(map(len, run.bodies)) for run in found) <= 3000


def test_one_change_heavier_than_a_run_goes_alone(desk: Desk) -> None:
    transact(desk, "x", lambda unit: unit.create(records.LOG_ENTRY, {"event": "pemilu-2024", "text": "y" * 3900}))
    package_making.seal_everything(desk)
    assert covered(runs(desk)) == [1]


def test_small_seals_are_joined(desk: Desk) -> None:
    for number in range(1, 21):
        write(desk, number, 1)
    [run] = runs(desk)
    assert (run.first, run.seal.upto) == (1, 20)


@pytest.mark.parametrize("after", [0, 1, 57, 100, 149, 150])
def test_only_what_was_not_said_goes_out(desk: Desk, after: int) -> None:
    write(desk, 1, 150)
    [stream] = {run.stream.id for run in runs(desk)}
    assert covered(runs(desk, {stream: after})) == list(range(after + 1, 151))
