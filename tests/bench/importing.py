# SPDX-License-Identifier: Apache-2.0
"""200,000 changed answers put in (signatures, hashes, journal, rows, heads, disagreements; encrypted, WAL and
synchronous=full, one transaction), beside what applies the same changes and does none of that.

Each round goes through all of them, one after the other, so that other work of the machine meets them alike; a figure
is the median of the rounds.
"""

import os
import random
import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from desk_app.base.progress import finish
from desk_app.data import migrations
from desk_app.data.database import Database
from desk_app.domain import records
from desk_app.operations import sending
from desk_app.operations.transact import transact
from tests.bench import big_offices, many_answers, rival_imports
from tests.bench.many_answers import DISTRICT, Sealed, Typed
from tests.bench.rival_imports import Seconds
from tests.bench.table import Figure

ROUNDS = 5
CHANGED = 200_000
DISTRICTS = CHANGED // DISTRICT
DAY = 5_000
KEY = bytes(range(32))
AIM = "≥ 0.15 and ≥ 100,000/s"
APSW = "APSW changeset.apply"


def measure(folder: Path, held: int, kept: Path | None) -> Iterator[Figure]:
    """The figures, with nothing else held; and again in an office that holds `held` answers, at `kept` if given."""
    folder = folder / "importing"
    folder.mkdir()
    districts = many_answers.districts(DISTRICTS)
    typed = [Typed(district) for district in districts]
    made, changed, again = ([one.turn() for one in typed] for _ in range(3))
    empty = _database(folder / "empty.db")
    base = _database(folder / "base.db", made)
    rivals = {
        APSW: rival_imports.Changesets.ready(folder, districts),
        "APSW, rows told by event, place, item": rival_imports.Changesets.ready(folder, districts, named=True),
    }
    took = _rounds(
        ROUNDS,
        {
            "": lambda: _put_in(base, changed),
            "again": lambda: _put_in(base, changed, again),
            "new": lambda: _put_in(empty, made),
            **{name: (lambda rival=rival: rival.apply(0, DISTRICTS)) for name, rival in rivals.items() if rival},
            "pygeodiff apply_changeset": rival_imports.pygeodiff_changeset(folder, districts),
            "Loro import_, memory only": rival_imports.loro_import(districts),
        },
    )
    ours, again_took, new = (took.pop(name) for name in ("", "again", "new"))
    yield from _beside(f"{CHANGED:,} changed answers put in", ours, {**dict.fromkeys(rivals), **took})
    for name, seconds in (("answers changed once more", again_took), ("new answers put in", new)):
        yield Figure(f"{CHANGED:,} {name}", CHANGED / seconds, "aim", 1e5, "changes/s", "≥ 100,000/s")
    if held:
        yield from _with_many_held(kept or folder / "held", held)


def _with_many_held(folder: Path, held: int) -> Iterator[Figure]:
    folder.mkdir(parents=True, exist_ok=True)
    with big_offices.opened(folder, held) as made:
        rival = rival_imports.Changesets.ready(folder, made.districts, kept=f"{held}-rival.db")
        untouched = made.untouched()
        windows = [untouched[at : at + DISTRICTS] for at in range(0, ROUNDS * DISTRICTS, DISTRICTS)]
        if len(windows[-1]) < DISTRICTS:
            raise RuntimeError(f"all that is held in {folder} was changed: remove it, and it is made anew")
        ours, theirs = [], []
        for window in windows:
            typed = [Typed(made.districts[at], made.author(made.province)) for at in window]
            for one in typed:
                one.turn()
            changed = [one.turn() for one in typed]
            ours.append(_timed(lambda changed=changed: big_offices.put_in(made.province.store, changed)))
            if rival:
                theirs.append(rival.apply(window[0], DISTRICTS))
        name = f"{CHANGED:,} changed answers put in, {held:,} held"
        yield from _beside(name, statistics.median(ours), {APSW: statistics.median(theirs) if theirs else None})
        days = [_day(made) for _ in range(ROUNDS)]
        day = f"a day's package of {DAY:,} changed answers of {_stations(days):,} TPS"
        yield Figure(
            f"{day} taken in, {held:,} held", statistics.median(one[0] for one in days), "aim", 1500, "ms", "≤ 1.5 s"
        )


def _day(made: big_offices.Offices) -> tuple[float, int]:
    """Milliseconds that Terima Data takes for what the regency types in a day, and about how many TPS it is."""
    dice = random.Random()
    keys = dice.sample([key for district in big_offices.BELOW for key in many_answers.keys(district)], DAY)
    rows = [(key, {"quantity": dice.randrange(10**6)}) for key in keys]
    transact(made.regency, "Isian kesiapan", lambda unit: unit.put_many(records.ANSWER, rows))
    files = finish(sending.send(made.regency, big_offices.PROVINCE, made.stick)).files
    os.sync()
    begun = time.perf_counter()
    came = big_offices.take_in(made, files)
    took = time.perf_counter() - begun
    if not DAY * 0.99 < came <= DAY:
        raise RuntimeError(f"{came} changes came")
    return took * 1000, len({key[1] for key in keys})


def _stations(days: list[tuple[float, int]]) -> int:
    return round(statistics.mean(one[1] for one in days) / 100) * 100


def _rounds(count: int, contenders: Mapping[str, Seconds | None]) -> dict[str, float | None]:
    """The median seconds of each."""
    took: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(count):
        for name, run in contenders.items():
            if run is not None:
                took[name].append(run())
    return {name: statistics.median(seconds) if seconds else None for name, seconds in took.items()}


def _beside(name: str, ours: float, others: Mapping[str, float | None], aim: str = AIM) -> Iterator[Figure]:
    for rival, seconds in others.items():
        if seconds is None:
            yield Figure(name, CHANGED / ours, f"{rival} (cannot be had here)", 0.0, "changes/s", aim)
        else:
            yield Figure(name, CHANGED / ours, rival, CHANGED / seconds, "changes/s", aim)
        aim = ""


def _database(path: Path, runs: list[Sealed] | None = None) -> Path:
    store = Database(path, KEY, create=True)
    try:
        with store.writing() as connection:
            migrations.create(connection)
        if runs:
            big_offices.put_in(store, runs)
    finally:
        store.close()
    return path


def _put_in(base: Path, *packages: list[Sealed]) -> float:
    """The seconds that the last of some packages takes in a fresh copy of a database."""
    work = rival_imports.copied(base, base.with_name("work.db"))
    store = Database(work, KEY)
    try:
        return [_timed(lambda runs=runs: big_offices.put_in(store, runs)) for runs in packages][-1]
    finally:
        store.close()
        work.unlink()


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
