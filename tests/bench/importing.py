# SPDX-License-Identifier: Apache-2.0
"""200,000 changed answers put in (signatures, hashes, journal, rows, heads, disagreements; encrypted, WAL and
synchronous=full, one transaction), beside what applies the same changes and does none of that.

Each round goes through all of them, one after the other, so that other work of the machine meets them alike; a figure
is the median of the rounds.
"""

import os
import random
import statistics
from collections.abc import Iterator, Mapping
from pathlib import Path

from desk_app.base.progress import finish
from desk_app.data import migrations
from desk_app.data.database import Database
from desk_app.domain import records
from desk_app.operations import import_outcome, receiving, sending
from desk_app.operations.transact import transact
from tests.bench import big_offices, many_answers, rival_imports
from tests.bench.many_answers import DISTRICT, Sealed, Typed
from tests.bench.rival_imports import Apply
from tests.bench.table import Figure
from tests.bench.timing import Took, median, timed

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
            **{name: rival and (lambda rival=rival: rival.apply(0, DISTRICTS)) for name, rival in rivals.items()},
            "pygeodiff apply_changeset": rival_imports.pygeodiff_changeset(folder, districts),
            "Loro import_, memory only": rival_imports.loro_import(districts),
        },
    )
    ours, twice, new = (took.pop(name) for name in ("", "again", "new"))
    yield from _beside(f"{CHANGED:,} changed answers put in", ours, took)
    for name, seconds in (("answers changed once more", twice), ("new answers put in", new)):
        yield Figure(f"{CHANGED:,} {name}", CHANGED / seconds.seconds, "aim", 1e5, "changes/s", "≥ 100,000/s")
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
            ours.append(timed(lambda changed=changed: big_offices.put_in(made.province.store, changed)))
            if rival:
                theirs.append(rival.apply(window[0], DISTRICTS))
        name = f"{CHANGED:,} changed answers put in, {held:,} held"
        yield from _beside(name, median(ours), {APSW: median(theirs) if theirs else None})
        days = [_day(made) for _ in range(ROUNDS)]
        day = f"a day's package of {DAY:,} changed answers of {_stations(days):,} TPS"
        took = median([one[0] for one in days])
        yield Figure(f"{day} taken in, {held:,} held", took.seconds * 1000, "aim", 1500, "ms", "≤ 1.5 s")
        yield Figure(f"{day}, processor time", took.processor * 1000, "aim", 1500, "ms")


def _day(made: big_offices.Offices) -> tuple[Took, int]:
    """What Terima Data takes for what the regency types in a day, and of how many TPS that is."""
    dice = random.Random()
    keys = dice.sample([key for district in big_offices.BELOW for key in many_answers.keys(district)], DAY)
    rows = [(key, {"quantity": dice.randrange(10**6)}) for key in keys]
    transact(made.regency, "Isian kesiapan", lambda unit: unit.put_many(records.ANSWER, rows))
    files = finish(sending.send(made.regency, big_offices.PROVINCE, made.stick)).files
    os.sync()
    outcomes: list[import_outcome.Outcome] = []
    took = timed(lambda: outcomes.extend(finish(receiving.receive(made.province, files))))
    big_offices.as_if_received(made.regency, made.province)
    if not DAY * 0.99 < outcomes[0].changes <= DAY:
        raise RuntimeError(f"{outcomes[0].changes} changes came")
    return took, len({key[1] for key in keys})


def _stations(days: list[tuple[Took, int]]) -> int:
    return round(statistics.mean(one[1] for one in days) / 100) * 100


def _rounds(count: int, contenders: Mapping[str, Apply | None]) -> dict[str, Took | None]:
    """The median of what each takes, None for one that cannot be had here."""
    took: dict[str, list[Took]] = {name: [] for name in contenders}
    for _ in range(count):
        for name, run in contenders.items():
            if run is not None:
                took[name].append(run())
    return {name: median(found) if found else None for name, found in took.items()}


def _beside(name: str, ours: Took, others: Mapping[str, Took | None]) -> Iterator[Figure]:
    aim = AIM
    for rival, took in others.items():
        theirs = CHANGED / took.seconds if took else 0.0
        said = rival if took else f"{rival} (cannot be had here)"
        yield Figure(name, CHANGED / ours.seconds, said, theirs, "changes/s", aim)
        if took and aim:
            yield Figure(f"{name}: processor time", ours.processor, rival, took.processor, "s")
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


def _put_in(base: Path, *packages: list[Sealed]) -> Took:
    """What the last of some packages takes in a fresh copy of a database."""
    work = rival_imports.copied(base, base.with_name("work.db"))
    store = Database(work, KEY)
    try:
        return [timed(lambda runs=runs: big_offices.put_in(store, runs)) for runs in packages][-1]
    finally:
        store.close()
        work.unlink()
