# SPDX-License-Identifier: Apache-2.0
"""200,000 changed answers put in (signatures, hashes, journal, rows, heads, disagreements; encrypted, WAL and
synchronous=full, one transaction), beside what applies the same changes and does none of that."""

import random
import shutil
import statistics
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from desk_app.data import arrivals, migrations, receiving
from desk_app.data.database import Database
from tests.bench import many_answers, rival_imports
from tests.bench.many_answers import DISTRICT, Sealed, Typed
from tests.bench.table import Figure

ROUNDS = 3
CHANGED = 200_000
DAY = 5_000
KEY = bytes(range(32))
AIM = "≥ 0.15 and ≥ 100,000/s"


def measure(folder: Path, held: int, kept: Path | None) -> Iterator[Figure]:
    """The figures, with nothing else held; and again with `held` answers, in a database at `kept` if it is given."""
    folder = folder / "importing"
    folder.mkdir()
    districts = many_answers.districts(CHANGED // DISTRICT)
    typed = [Typed(district) for district in districts]
    made, changed, again = ([one.turn() for one in typed] for _ in range(3))
    new = _make(folder / "base.db", [made])
    ours = _rate(folder / "base.db", changed)
    twice = _rate(folder / "base.db", changed, again)
    name = f"{CHANGED:,} changed answers put in"
    others = {
        "APSW changeset.apply": rival_imports.apsw_changeset(folder, districts, 0, len(districts)),
        "APSW, rows told by event, place, item": rival_imports.apsw_changeset(
            folder, districts, 0, len(districts), named=True
        ),
        "pygeodiff apply_changeset": rival_imports.pygeodiff_changeset(folder, districts),
        "Loro import_, memory only": rival_imports.loro_import(districts),
    }
    yield from _beside(name, CHANGED / statistics.median(ours), others, AIM)
    yield Figure(f"{CHANGED:,} answers changed once more", CHANGED / statistics.median(twice), "aim", 1e5, "changes/s")
    yield Figure(f"{CHANGED:,} new answers put in", CHANGED / new, "aim", 1e5, "changes/s")
    if held:
        yield from _with_many_held(kept or folder / "held", held)


def _with_many_held(folder: Path, held: int) -> Iterator[Figure]:
    districts = many_answers.districts(held // DISTRICT)
    path = folder / f"{held}.db"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        print(f"making a database of {held:,} answers in {folder}", flush=True)
        (folder / "making.db").unlink(missing_ok=True)
        regencies = (districts[at : at + 20] for at in range(0, len(districts), 20))
        _make(folder / "making.db", ([Typed(one).turn() for one in regency] for regency in regencies))
        (folder / "making.db").rename(path)
    middle = len(districts) // 2
    typed = [Typed(one) for one in districts[middle : middle + CHANGED // DISTRICT]]
    for one in typed:
        one.turn()
    changed = [one.turn() for one in typed]
    dice = random.Random(1)
    day = [one.some(sorted(dice.sample(range(1, DISTRICT + 1), DAY // len(typed)))) for one in typed]
    work = _copy(path)
    store = Database(work, KEY)
    try:
        ours = CHANGED / _put_in(store, changed)
        took = _put_in(store, day)
    finally:
        store.close()
        work.unlink()
    name = f"{CHANGED:,} changed answers put in, {held:,} held"
    rival = rival_imports.apsw_changeset(folder, districts, middle, len(typed))
    yield from _beside(name, ours, {"APSW changeset.apply": rival}, AIM)
    yield Figure(f"a day's {DAY:,} changes put in, {held:,} held", took * 1000, "aim", 1500, "ms", "≤ 1.5 s")


def _beside(name: str, ours: float, others: Mapping[str, rival_imports.Seconds | None], aim: str) -> Iterator[Figure]:
    for rival, apply in others.items():
        if apply is None:
            yield Figure(name, ours, f"{rival} (cannot be had here)", 0.0, "changes/s", aim)
        else:
            yield Figure(name, ours, rival, CHANGED / apply(), "changes/s", aim)
        aim = ""


def _make(path: Path, packages: Iterable[list[Sealed]]) -> float:
    """A database into which packages were put; the seconds that the first one took."""
    store = Database(path, KEY, create=True)
    try:
        with store.writing() as connection:
            migrations.create(connection)
        took = [_put_in(store, runs) for runs in packages]
        return took[0]
    finally:
        store.close()


def _rate(base: Path, *packages: list[Sealed]) -> list[float]:
    """The seconds that the last of some packages takes, each time into a fresh copy."""
    took = []
    for _ in range(ROUNDS):
        work = _copy(base)
        store = Database(work, KEY)
        took.append([_put_in(store, runs) for runs in packages][-1])
        store.close()
        work.unlink()
    return took


def _put_in(store: Database, runs: Iterable[Sealed]) -> float:
    runs = list(runs)
    begun = time.perf_counter()
    for run in runs:
        run.verify()
    with store.writing() as connection:
        arrival = arrivals.next_number(connection)
        arrivals.add(connection, arrival, 0, "import", 1, "bench")
        receiver = receiving.Receiver(connection, arrival)
        for run in runs:
            receiver.take(run.stream, run.replica, run.scope, run.first, run.before, run.bodies, run.seal)
        receiver.settle()
    took = time.perf_counter() - begun
    if receiver.taken.applied != sum(len(run.bodies) for run in runs):
        raise RuntimeError(f"only {receiver.taken.applied} were put in")
    return took


def _copy(path: Path) -> Path:
    return Path(shutil.copyfile(path, path.with_name("work.db")))
