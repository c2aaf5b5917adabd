# SPDX-License-Identifier: Apache-2.0
"""Ctrl+K while typing, beside bare FTS5: the same indexes asked once each and the rows of what they name read."""

import statistics
from pathlib import Path

from desk_app.data import record_words, search, unit_of_work
from desk_app.data.database import Connection
from desk_app.domain import records
from desk_app.operations import indexing, opening, settings
from desk_app.operations import search as finding
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests.bench.table import Figure
from tests.bench.timing import timed

ISSUES, MEMBERS = 5000, 500
ROUNDS = 15
TYPED = ("tem", "banjir", "kotak basah", "kepala dinas", "12", "sdn 4")
_THINGS = ("Kotak suara basah", "Jalan banjir", "Tinta kurang", "Listrik padam", "Kotak suara terlambat")


def measure(office: Path, name: str, *, fill: bool) -> list[Figure]:
    """Milliseconds for all that was typed, one after the other, in the office of a folder."""
    with opening.open_office(office, "demo") as desk:
        if fill:
            _fill(desk)
        indexing.ensure(desk)
        mine, bare = [], []
        for _round in range(ROUNDS):
            mine.append(timed(lambda: [finding.search(desk, typed) for typed in TYPED]).seconds)
            bare.append(timed(lambda: [_bare(desk, typed) for typed in TYPED]).seconds)
    per = 1000 / len(TYPED)
    return [
        Figure(
            f"search while typing, {name}",
            statistics.median(mine) * per,
            "bare FTS5 and rows",
            statistics.median(bare) * per,
            "ms",
            "<= 2x",
        )
    ]


def _fill(desk: Desk) -> None:
    event = settings.event_code(desk)

    def work(unit: unit_of_work.Unit) -> None:
        for number in range(ISSUES):
            title = f"{_THINGS[number % len(_THINGS)]} di lokasi {number}"
            unit.create(records.ISSUE, {"event": event, "number": f"UJI-{number:04d}", "title": title})
        for number in range(MEMBERS):
            unit.create(records.MEMBER, {"event": event, "office": f"Kepala Dinas {number}", "role": "Anggota"})

    transact(desk, "bench", work)


def _bare(desk: Desk, typed: str) -> int:
    """One query of each index for the whole of what was typed, and one read of the rows for each kind."""
    event, found = settings.event_code(desk), 0
    with desk.reading() as connection:
        asked = search.read(typed)
        if asked.words:
            found += len(_rows(connection, "region", "code", search.regions(connection, event, asked.words, 12)))
        words = record_words.read(typed)
        for declared in record_words.found_types():
            numbers = record_words.numbers(connection, declared, event, words, 5)
            found += len(_rows(connection, declared.name, "no", numbers))
    return found


def _rows(connection: Connection, table: str, key: str, values: list[str] | list[int]) -> list[object]:
    if not values:
        return []
    marks = ", ".join("?" * len(values))
    return list(connection.exec_driver_sql(f"SELECT * FROM {table} WHERE {key} IN ({marks})", tuple(values)))
