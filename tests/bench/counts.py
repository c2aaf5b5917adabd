# SPDX-License-Identifier: Apache-2.0
"""The count at 20,000 TPS in five races: totals per kecamatan beside the same aggregate in bare SQL; how it is weighed.

The forms are sealed and saved as operators save them, in slices. The rival keeps one row a (TPS, race, line), in the
clear, in a file of its own under the same settings of SQLCipher; both must come to the same sums.
"""

import itertools
import random
import statistics
from collections.abc import Callable, Iterator
from pathlib import Path

from desk_app.base.progress import finish
from desk_app.data import count_boxes, count_rows, count_store, database, station_list
from desk_app.data.count_rows import Key
from desk_app.domain import records
from desk_app.domain.counts import lines
from desk_app.domain.counts.rights import Right
from desk_app.operations import candidates, count_board, count_keys, count_writing_keys, demo, opening, settings, tally
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests.bench.table import Figure
from tests.bench.timing import timed

REGION = "32.01"
"""Kabupaten Bogor, where the most TPS of a kabupaten are (`domain.md §9`)."""
STATIONS, PACKAGE, ROUNDS = 20_000, 500, 9
PEOPLE = {"ppwp": 3, "dpr": 18, "dpd": 12, "dprd_prov": 18, "dprd_kab": 18}
_SLICE = 2_000
_SEED = 6
_DISTRICT = 8


def measure(folder: Path, stations: int = STATIONS) -> Iterator[Figure]:
    """Figures of an office that is made in a folder."""
    office = folder / "counts" / "kabupaten"
    if not office.is_dir():
        print(f"making an office of {stations:,} TPS whose forms are copied in five races", flush=True)
        finish(demo.make(office.parent, demo.Asked(region=REGION, stations=stations, work=False)))
    with opening.open_office(office, demo.PASSWORD) as desk:
        yield from measure_in(desk)


def measure_in(desk: Desk) -> Iterator[Figure]:
    """Figures of an office that has its TPS and no count yet."""
    event = settings.event_code(desk)
    for race, many in PEOPLE.items():
        candidates.put_parties(desk, race, [(str(no), f"Calon {no}") for no in range(1, many + 1)])
    holders = {desk.operator.number: (Right.VERIFY, Right.TOTALS)}
    count_keys.prepare(desk, holders)
    with desk.reading() as connection:
        places = [(row.village, row.number) for row in station_list.all_rows(connection, event)]
    writer = _Writer(desk, event)
    for start in range(0, len(places), _SLICE // len(PEOPLE)):
        writer.copy(places[start : start + _SLICE // len(PEOPLE)])
    forms = len(places) * len(PEOPLE)
    first = timed(lambda: finish(tally.refresh(desk)))
    yield Figure(f"first weighing of {forms:,} forms", forms / first.seconds, "processor", forms / first.processor,
                 "forms/s")
    took = []
    for turn in range(3):
        start = turn * len(places) // 3
        writer.copy(places[start : start + PACKAGE // len(PEOPLE)])
        took.append(timed(lambda: finish(tally.refresh(desk))).seconds)
    name = f"weighing {PACKAGE} forms of one kecamatan"
    yield Figure(name, statistics.median(took) * 1000, "aim", 1000, "ms", "<= 1 s")
    with _bare(desk, event) as bare:
        yield from _compare(desk, event, bare, len(places))


def _compare(desk: Desk, event: str, bare: "_Bare", stations: int) -> Iterator[Figure]:
    store = tally.store_of(desk)

    def ours(race: str) -> dict[str, dict[str, tuple[int, int]]]:
        with store.reading() as kept:
            return count_store.sums(kept, event, race, desk.identity.place, _DISTRICT)

    for race in PEOPLE:
        if ours(race) != bare.sums(race):
            raise RuntimeError(f"the sums of {race} differ")
    name = f"totals per kecamatan, {stations:,} TPS × {len(PEOPLE)} races"
    mine, theirs = _together(lambda: [ours(race) for race in PEOPLE], lambda: [bare.sums(race) for race in PEOPLE])
    yield Figure(f"{name}: the sums", mine, "one row a line, bare SQL", theirs, "ms", "<= 2x")
    mine, theirs = _together(
        lambda: [count_board.totals(desk, race) for race in PEOPLE], lambda: [bare.sums(race) for race in PEOPLE]
    )
    yield Figure(f"{name}: the board, with names and states", mine, "its sums alone, bare SQL", theirs, "ms", "<= 2x")


def _together(mine: Callable[[], object], theirs: Callable[[], object]) -> tuple[float, float]:
    """Medians in milliseconds, by turns."""
    took: tuple[list[float], list[float]] = ([], [])
    for _round in range(ROUNDS):
        for work, kept in zip((mine, theirs), took, strict=True):
            kept.append(timed(work).seconds * 1000)
    return statistics.median(took[0]), statistics.median(took[1])


class _Writer:
    """Copies forms as an operator of this office does, many to a transaction."""

    def __init__(self, desk: Desk, event: str) -> None:
        self._desk, self._event = desk, event
        self._dice = random.Random(_SEED)
        self._keys: dict[str, count_boxes.WritingKey] = {}

    def copy(self, places: list[tuple[str, int]]) -> None:
        rows = [self._form(village, number, race) for village, number in places for race in PEOPLE]
        transact(self._desk, "bench", lambda unit: unit.put_many(records.COUNT_FORM, rows))

    def _form(self, village: str, number: int, race: str) -> tuple[tuple[object, ...], dict[str, object]]:
        key = Key(self._event, village, number, race)
        if key.district not in self._keys:
            self._keys[key.district] = count_writing_keys.writing_key(self._desk, self._event, key.district)
        reader = f"{self._desk.identity.place}/1"
        told = self._figures(race, key.district)
        about = count_rows.about_form(key, 1, reader)
        sealed = count_boxes.seal(self._keys[key.district], about, {"f": told})
        values: dict[str, object] = {"sealed": sealed, "whole": True, "noted": False, "source": "formulir"}
        return (self._event, village, number, race, 1, reader), values

    def _figures(self, race: str, district: str) -> dict[str, int]:
        """A form whose sums hold, one in ten with a fault."""
        dice = self._dice
        form = candidates.form_of(self._desk, race, district)
        told = dict.fromkeys((line.code for line in form), 0)
        votes = [line.code for line in form if line.block is lines.Block.VOTES]
        told.update((code, dice.randint(0, 200 // len(votes) * 2)) for code in votes)
        told["valid"] = sum(told[code] for code in votes) + (dice.random() < 0.1)
        told["invalid"] = dice.randint(0, 9)
        told["total"] = told["used"] = told["valid"] + told["invalid"]
        voters = max(300, told["total"])
        told["received"] = voters + -(-voters * 20 // 1000)
        told["unused"] = told["received"] - told["used"]
        men = told["total"] // 2
        for row, both in (("dpt", voters), ("registered", told["total"]), ("users", told["total"])):
            told |= {f"{row}_l": men, f"{row}_p": both - men, f"{row}_j": both}
        return told


class _Bare:
    """One row a TPS, race and line, asked by the driver."""

    def __init__(self, held: database.Database, event: str) -> None:
        self._held, self._event = held, event

    def __enter__(self) -> "_Bare":
        return self

    def __exit__(self, *fault: object) -> None:
        self._held.close()

    def sums(self, race: str) -> dict[str, dict[str, tuple[int, int]]]:
        with self._held.reading() as connection:
            rows = connection.exec_driver_sql(
                "SELECT substr(village, 1, ?), line, sum(value), count(*) FROM bare WHERE event = ? AND race = ? "
                "GROUP BY 1, 2",
                (_DISTRICT, self._event, race),
            )
            found: dict[str, dict[str, tuple[int, int]]] = {}
            for part, line, added, many in rows:
                found.setdefault(part, {})[line] = (added, many)
            return found


def _bare(desk: Desk, event: str) -> _Bare:
    held = database.Database(desk.folder / "bare.db", desk.data_key, create=True)
    with held.writing() as connection:
        connection.exec_driver_sql(
            "CREATE TABLE bare (event TEXT, race TEXT, village TEXT, number INTEGER, line TEXT, value INTEGER, "
            "PRIMARY KEY (event, race, village, number, line)) WITHOUT ROWID"
        )
        with tally.store_of(desk).reading() as kept:
            for race in PEOPLE:
                rows = count_store.rows(kept, event, race, "")
                told = (
                    (event, race, row.key.village, row.key.number, line, value)
                    for row in rows
                    for line, value in row.counted.items()
                )
                while part := list(itertools.islice(told, 50_000)):
                    connection.exec_driver_sql("INSERT INTO bare VALUES (?, ?, ?, ?, ?, ?)", part)
    return _Bare(held, event)
