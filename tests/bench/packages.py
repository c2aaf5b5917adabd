# SPDX-License-Identifier: Apache-2.0
"""What a package weighs and what making one takes: the whole of Wajo, a day's answers, and more and more held.

The rival of the bytes is what SQLite's own session extension would put on the stick for the same answers, zipped:
rows before and after, without who, when, history or a signature.
"""

import contextlib
import os
import random
import statistics
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

from desk_app.base.progress import finish
from desk_app.domain import records
from desk_app.operations import demo, elections, issues, offices, sending, summary
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests import acquainted
from tests.bench import big_offices, many_answers, rivals
from tests.bench.many_answers import DISTRICT
from tests.bench.table import Figure

ANSWERS_OF_A_STATION = 30
ISSUES = 200
DAY = 1_000
ROUNDS = 7
HELD = (10_000, 1_000_000)


def measure(folder: Path, held: int, kept: Path | None) -> Iterator[Figure]:
    """Bytes, and seconds by how much is held: HELD, and `held` if it is more, in an office at `kept` if given."""
    yield from _wajo(folder / "packages")
    homes = {count: folder / f"holds-{count}" for count in HELD}
    if held > HELD[-1]:
        homes[held] = kept or folder / "held"
    yield from _growth(homes, folder / "one")


def _wajo(folder: Path) -> list[Figure]:
    folder.mkdir()
    clock = [1_707_800_000]
    made = demo.make(folder / "wajo", demo.Asked(work=False))
    finish(made)
    from desk_app.operations import opening

    with (
        opening.open_office(folder / "wajo" / "kabupaten", demo.PASSWORD, now=lambda: clock[0]) as desk,
        _province(folder / "provinsi") as province,
    ):
        acquainted.introduce(province, desk)
        finish(sending.send(desk, "73", _stick(folder / "first")))
        before = _held(desk)
        answers = _answer_everything(desk, clock)
        for number in range(ISSUES):
            clock[0] += 60
            issues.new_issue(desk, f"Kotak suara nomor {number} di gudang terkena air hujan", "73.13.06.1001")
        desk_changes = _held(desk) - before
        sent = finish(sending.send(desk, "73", _stick(folder / "stick")))
    size = sum(path.stat().st_size for path in sent.files)
    figures = [
        Figure(
            f"whole of Wajo as one package: {len(answers):,} answers, {ISSUES} issues, list of TPS",
            size / 1024,
            "aim",
            1024,
            "kB",
            "<= 1 MB",
        )
    ]
    zipped = _zipped_changeset(answers)
    each = size / max(sent.changes, 1)
    rival = "zipped SQLite changeset of the same answers" if zipped else "aim (the rival is not to be had here)"
    figures.append(
        Figure("bytes a change on the stick", each, rival, zipped / len(answers) if zipped else 20.0, "B", "<= 20")
    )
    print(f"{desk_changes:,} changes typed, {sent.changes:,} sent", flush=True)
    return figures


def _answer_everything(desk: Desk, clock: list[int]) -> list[tuple[str, str, int]]:
    """Thirty answers for each TPS, one transaction a TPS, the clock going on as somebody types."""
    dice = random.Random(5)
    event = elections.working_event(desk).code
    with desk.reading() as connection:
        stations = connection.exec_driver_sql("SELECT village, number FROM station").all()
    given = []
    for village, number in stations:
        subject = f"{village}-{number:03d}"
        rows = []
        for item in range(ANSWERS_OF_A_STATION):
            clock[0] += 2
            value = dice.choice((1, 2, 5, 120, 293))
            rows.append(((event, subject, f"log.butir{item:02d}"), {"quantity": value, "version": 1}))
            given.append((subject, f"log.butir{item:02d}", value))
        transact(desk, "Isian kesiapan", lambda unit, rows=rows: unit.put_many(records.ANSWER, rows))  # type: ignore[misc]
    return given


def _growth(homes: dict[int, Path], one: Path) -> Iterator[Figure]:
    """A day's thousand answers sent from offices that hold more and more, round by round through all of them.

    What each holds is spread over as many kecamatan, since a package carries a signed word on every one; the least is
    held in `one` kecamatan too.
    """
    least, *_, most = homes
    spread = -(-most // DISTRICT)
    asked = {f"{count:,} held": (folder, count, spread) for count, folder in homes.items()}
    asked = {f"{least:,} held in one kecamatan": (one, least, 1), **asked}
    with contextlib.ExitStack() as stack:
        made = {}
        for name, (folder, count, over) in asked.items():
            folder.mkdir(parents=True, exist_ok=True)
            made[name] = stack.enter_context(big_offices.opened(folder, count, over))
        took: dict[str, list[float]] = {name: [] for name in asked}
        for _ in range(ROUNDS):
            for name, opened in made.items():
                took[name].append(_day(opened))
    medians = {name: statistics.median(seconds) * 1000 for name, seconds in took.items()}
    beside = f"{least:,} held"
    for name, median in medians.items():
        told = f"package of {DAY:,} new changes, {name}" + (f", {spread:,} kecamatan" if "one" not in name else "")
        yield Figure(told, median, f"the same with {beside}", medians[beside], "ms", "no growth")


def _day(made: big_offices.Offices) -> float:
    """Seconds to send what was typed since the nation had all."""
    big_offices.as_if_received(made.province, made.nation)
    dice = random.Random()
    keys = list(many_answers.keys(made.districts[0]))
    rows = [(key, {"quantity": dice.randrange(10**6)}) for key in dice.sample(keys, DAY)]
    transact(made.province, "Isian kesiapan", lambda unit: unit.put_many(records.ANSWER, rows))
    os.sync()
    begun = time.perf_counter()
    sent = finish(sending.send(made.province, big_offices.NATION, made.stick))
    took = time.perf_counter() - begun
    if sent.changes != DAY:
        raise RuntimeError(f"{sent.changes} changes went")
    return took


def _province(folder: Path) -> Desk:
    asked = offices.NewOffice("73", "pemilu-2024", "Operator 1", "demo", with_master_data=False)
    return offices.create_office(folder, asked, key_memory=8 << 20).desk


def _stick(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    return folder


def _held(desk: Desk) -> int:
    return summary.summary(desk).changes


def _zipped_changeset(answers: list[tuple[str, str, int]]) -> int:
    """Bytes of the zipped changeset for the same answers, 0 where APSW is not to be had."""
    apsw = rivals.get("apsw")
    if apsw is None:
        return 0
    database = apsw.Connection(":memory:")
    database.execute(
        "CREATE TABLE answer (subject TEXT, item TEXT, quantity INTEGER, version INTEGER, actor INTEGER, "
        "claimed INTEGER, PRIMARY KEY (subject, item))"
    )
    session = apsw.Session(database, "main")
    session.attach()
    with database:
        database.executemany(
            "INSERT INTO answer VALUES (?, ?, ?, 1, 1, ?)",
            ((subject, item, value, 1_707_800_000 + 2 * at) for at, (subject, item, value) in enumerate(answers)),
        )
    return len(zlib.compress(session.changeset(), 6))
