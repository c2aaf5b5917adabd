# SPDX-License-Identifier: Apache-2.0
"""One answer saved, beside one bare SQLAlchemy update of one row of an encrypted database of the same settings."""

import statistics
import time
from collections.abc import Callable
from pathlib import Path

import sqlalchemy

from desk_app.data.database import Connection, Database
from desk_app.domain import records
from desk_app.operations import answers, offices
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests.bench.table import Figure

ROUNDS = 400
STATION = "73.13.06.1001-005"


def measure(folder: Path, slow: float = 0.0) -> list[Figure]:
    """Milliseconds for a save; `slow` seconds are added to each commit, as on an old hard disk."""
    desk = _office(folder / "office")
    store = Database(folder / "bare.db", bytes(32), create=True)
    try:
        with store.writing() as connection:
            connection.exec_driver_sql("CREATE TABLE meta (no INTEGER PRIMARY KEY, value INTEGER)")
            connection.exec_driver_sql("INSERT INTO meta VALUES (1, 0)")
        table = sqlalchemy.Table("meta", sqlalchemy.MetaData(), autoload_with=store.engine)
        update = table.update().where(table.c.no == 1).values(value=sqlalchemy.bindparam("new"))

        def bare(number: int) -> None:
            with store.writing() as connection:
                connection.execute(update, {"new": number})
                time.sleep(slow)

        def ours(number: int) -> None:
            answers.set_answer(desk, STATION, "log.tinta", str(number % 7))

        if slow:
            _slow_down(desk, slow)
        rounds = ROUNDS if not slow else 40
        mine, rival = _alternate(ours, bare, rounds)
        waited = _longest_wait(desk, rounds) if slow else 0.0
    finally:
        desk.close()
        store.close()
    name = "answer saved" + (" on a slow disk" if slow else "")
    figures = [Figure(name, mine * 1000, "bare SQLAlchemy update, encrypted", rival * 1000, "ms", "<= 4x")]
    if slow:
        figures.append(Figure("typing waits while saves run", waited * 1000, "one frame", 16.7, "ms", "never"))
    return figures


def _office(folder: Path) -> Desk:
    made = offices.create_office(
        folder, offices.NewOffice("73.13", "pemilu-2024", "Operator 1", "demo"), key_memory=8 << 20
    )
    rows = [(("pemilu-2024", "73.13.06.1001", number), {"dpt_male": 120, "dpt_female": 130}) for number in range(1, 31)]
    transact(made.desk, "Daftar TPS", lambda unit: unit.put_many(records.STATION, rows), kind="setup")
    for item in ("log.tinta", "log.bilik", "log.coblos", "tps.berdiri", "tps.atap", "log.hujan"):
        answers.set_answer(made.desk, STATION, item, "1")
    return made.desk


def _alternate(ours: Callable[[int], None], rival: Callable[[int], None], rounds: int) -> tuple[float, float]:
    """The median of each, run in turns so that a busy machine is busy for both."""
    mine, others = [], []
    for number in range(rounds):
        started = time.perf_counter()
        ours(number)
        between = time.perf_counter()
        rival(number)
        mine.append(between - started)
        others.append(time.perf_counter() - between)
    return statistics.median(mine), statistics.median(others)


def _slow_down(desk: Desk, seconds: float) -> None:
    def wait(_connection: Connection) -> None:
        time.sleep(seconds)

    sqlalchemy.event.listen(desk.store.engine, "commit", wait)


def _longest_wait(desk: Desk, rounds: int) -> float:
    """The longest time that the typing thread is held while each answer goes to the writer's lane."""
    from concurrent.futures import ThreadPoolExecutor

    longest = 0.0
    with ThreadPoolExecutor(1) as lane:
        for number in range(rounds):
            started = time.perf_counter()
            lane.submit(answers.set_answer, desk, STATION, "log.tinta", str(number % 5))
            longest = max(longest, time.perf_counter() - started)
            time.sleep(0.01)
    return longest
