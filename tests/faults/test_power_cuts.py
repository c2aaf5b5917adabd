# SPDX-License-Identifier: Apache-2.0
"""Power cuts: 600 at any write of SQLite, with sectors that never reached the disk; nothing acknowledged is lost."""

import json
import os
import pickle
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import event

from desk_app.base.progress import finish
from desk_app.data import schema
from desk_app.domain import records
from desk_app.operations import answers, issues, receiving
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests.faults import failing, tools
from tests.faults.at_hand import FIRST, NUMBER, SECOND, Offices
from tests.small_offices import EVENT

PRAGMAS = ["journal_mode", "synchronous", "temp_store", "trusted_schema", "cell_size_check", "mmap_size", "cache_size"]
Statement = tuple[str, Any, bool]


@contextmanager
def recorded(desk: Desk) -> Iterator[list[Statement]]:
    """Every statement of committed transactions, with its values."""
    kept: list[Statement] = []
    open_: dict[int, list[Statement]] = {}

    def statement(one: object, _cursor: object, text: str, values: Any, _context: object, many: bool) -> None:
        if text.startswith("BEGIN"):
            open_[id(one)] = []
        open_[id(one)].append((text, [_plain(row) for row in values] if many else _plain(values), many))

    def commit(one: object) -> None:
        done = open_.pop(id(one))
        if done[0][0] == "BEGIN IMMEDIATE":
            kept.extend([*done, ("COMMIT", (), False)])

    engine = desk.store.engine
    handlers = {"before_cursor_execute": statement, "commit": commit}
    for name, handler in handlers.items():
        event.listen(engine, name, handler)
    yield kept
    for name, handler in handlers.items():
        event.remove(engine, name, handler)


def _plain(values: Sequence[Any]) -> tuple[Any, ...]:
    return tuple(bytes(one) if isinstance(one, (memoryview, bytearray)) else one for one in values)


def copied(desk: Desk) -> dict[str, Any]:
    """The schema, the rows and the settings of an office, for a file without a key."""
    with desk.reading() as connection:
        tables = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rootpage")
        lines = tables.scalars().all()
        rows = {one.name: [tuple(row) for row in connection.exec_driver_sql(f"SELECT * FROM {one.name}")]
                for one in schema.metadata.sorted_tables}
        pragmas = [f"{name} = {connection.exec_driver_sql(f'PRAGMA {name}').scalar_one()}" for name in PRAGMAS]
    return {"tables": lines, "rows": rows, "pragmas": pragmas}


def many_stations(desk: Desk, first: int) -> None:
    """A table that was read in: many pages in one transaction."""
    rows = [((EVENT, FIRST[:13], number), {"dpt_male": number}) for number in range(first + 10, first + 250)]
    transact(desk, "TPS", lambda unit: unit.put_many(records.STATION, rows), kind="setup")


def test_91_power_cuts_lose_nothing_that_was_acknowledged(offices: Offices) -> None:
    """§23 no. 91: a model of the disk; the statements are an office's own, in a file without a key."""
    desk = offices.kabupaten
    told = copied(desk)
    for number in range(10):
        answers.set_answer(offices.tempe, SECOND, NUMBER, str(number))
    package = offices.send(offices.tempe, desk)
    with recorded(desk) as statements:
        for number in range(90):
            answers.set_answer(desk, (FIRST, SECOND)[number % 2], NUMBER, str(number))
            if number % 10 == 0:
                issues.new_issue(desk, f"Banjir {number}", FIRST[:13])
            if number % 15 == 0:
                many_stations(desk, number * 8)
            if number == 45:
                finish(receiving.receive(desk, [package]))
    told["statements"] = statements
    memory = failing.MEMORY if os.access(failing.MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        (Path(folder) / "recorded").write_bytes(pickle.dumps(told))
        lines = tools.run("tests.faults.power_cut", folder).splitlines()
    found = {one["synchronous"]: one for one in map(json.loads, lines)}
    full = found["FULL"]
    assert (full["fine"], full["lost"], full["half"], full["corrupt"]) == (600, 0, 0, 0)
    assert full["transactions"] > 80
    assert full["checkpoints"] > 0, "the journal never went into the file"
    assert found["NORMAL"]["lost"] > 0, "the model sees nothing: with NORMAL saves are lost"
    assert found["OFF"]["corrupt"] > 0, "the model sees nothing: with OFF files break"
