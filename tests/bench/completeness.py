# SPDX-License-Identifier: Apache-2.0
"""Completeness over all TPS of a kabupaten, 30 items in each of five phases, beside the same aggregate in bare SQL.

The rival asks the answers themselves, on the same database and by the driver: it keeps nothing derived, and gets no
names of places. Both must come to the same figures.
"""

import itertools
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from desk_app.data import standing as kept
from desk_app.domain import checklists, records
from desk_app.domain.checklists import ItemKind, Outline, Question
from desk_app.domain.checklists.items import Chapter
from desk_app.domain.completeness import Completeness
from desk_app.journal import codec
from desk_app.journal.change import Change, ChangeKind, Key
from desk_app.operations import checklist_versions, completeness, elections, offices, standing
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests.bench import big_offices, many_answers, table

PHASES = (-7, -3, -1, 0, 1)
ITEMS = 30
ROUNDS = 7
_PHASE = -1


def measure(folder: Path, sizes: tuple[int, ...] = (1146, 20_000)) -> Iterator[table.Figure]:
    """Figures for each number of TPS."""
    for size in sizes:
        desk = _office(folder / f"{size}", size)
        try:
            yield from _of(desk, size)
        finally:
            desk.close()


def _of(desk: Desk, size: int) -> Iterator[table.Figure]:
    sql = _Bare(desk)
    found = completeness.table(desk, _PHASE)
    regions = {(one.code, state): count for one in found.regions for state, count in _counts(one.tally)}
    if regions != {key: count for key, count in sql.by_region().items() if key[1] != Completeness.MISSING}:
        raise RuntimeError("the figures by region differ")
    items = {one.code: one.tally.complete for one in found.items}
    if items != {code: count for code, count in sql.by_item().items() if code in items}:
        raise RuntimeError("the figures by item differ")
    name = f"completeness, {size:,} TPS × {ITEMS} items × {len(PHASES)} phases"
    ours, bare = _together(lambda: completeness.table(desk, _PHASE), lambda: (sql.by_region(), sql.by_item()))
    yield table.Figure(f"{name}: all of it", ours, "the same from the answers in bare SQL", bare, "ms", "<= 2x")
    ours, bare = _together(lambda: completeness.items(desk, _PHASE), sql.by_item)
    yield table.Figure(f"{name}: by item", ours, "the same from the answers in bare SQL", bare, "ms", "<= 2x")
    ours, bare = _together(lambda: completeness.table(desk, _PHASE), lambda: (sql.derived(), sql.keys()))
    yield table.Figure(f"{name}: all of it", ours, "its two statements alone, driver only", bare, "ms", "<= 2x")


def _counts(tally: completeness.Tally) -> list[tuple[Completeness, int]]:
    states = (Completeness.COMPLETE, tally.complete), (Completeness.PARTIAL, tally.partial)
    return [(state, count) for state, count in (*states, (Completeness.DISAGREEING, tally.disagreeing)) if count]


def _together(ours: Callable[[], object], rival: Callable[[], object]) -> tuple[float, float]:
    """Medians of both in milliseconds, taken by turns."""
    times: tuple[list[float], list[float]] = [], []
    for _round in range(ROUNDS):
        for work, held in zip((ours, rival), times, strict=True):
            began = time.perf_counter()
            work()
            held.append((time.perf_counter() - began) * 1000)
    return statistics.median(times[0]), statistics.median(times[1])


class _Bare:
    """The aggregate as somebody would write it by hand over the table of answers."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        event = elections.working_event(desk)
        self._event = event.code
        template = elections.checklist_for(event, desk.identity.place)
        self._items = ", ".join(f"('{one.code}', {one.phase}, {int(one.required)})" for one in template.items)
        self._required = sum(one.required for one in template.items if one.phase == _PHASE)
        self._page = ", ".join(f"'{one.code}'" for one in template.items if one.phase == _PHASE)
        self._fields = ", ".join(map(str, sorted(records.ANSWER.blocking)))

    def by_region(self) -> dict[tuple[str, str], int]:
        return self._asked(
            f"WITH item (code, phase, required) AS (VALUES {self._items}), differing AS (SELECT DISTINCT record "
            f"FROM conflict WHERE type = {records.ANSWER.no} AND field IN ({self._fields})), "
            "place AS (SELECT subject, sum(item.required) AS answered, count(*) AS some, "
            "count(differing.record) AS disputed FROM answer JOIN item ON item.code = answer.item "
            "LEFT JOIN differing ON differing.record = answer.no WHERE event = ? AND alive <> 0 AND "
            "(choice IS NOT NULL OR quantity IS NOT NULL OR written IS NOT NULL) AND item.phase = ? "
            "AND substr(subject, 14, 1) = '-' GROUP BY subject) "
            "SELECT substr(subject, 1, 8) AS part, CASE WHEN disputed THEN 'berbeda' WHEN answered >= ? THEN 'lengkap' "
            "ELSE 'sebagian' END AS state, count(*) FROM place GROUP BY part, state",
            (self._event, _PHASE, self._required),
        )

    def by_item(self) -> dict[str, int]:
        rows = self._rows(
            "SELECT item, count(*) FROM answer WHERE event = ? AND alive <> 0 AND (choice IS NOT NULL OR quantity IS "
            f"NOT NULL OR written IS NOT NULL) AND item IN ({self._page}) AND substr(subject, 14, 1) = '-' "
            "GROUP BY item",
            (self._event,),
        )
        return {str(item): int(str(count)) for item, count in rows}

    def derived(self) -> object:
        return self._rows(
            "SELECT substr(subject, 1, 8) AS part, phase, CASE WHEN disputed > 0 THEN 'berbeda' "
            "WHEN answered + optional = 0 THEN 'kosong' WHEN answered >= required AND unsettled = 0 THEN 'lengkap' "
            "ELSE 'sebagian' END AS state, count(*) FROM readiness WHERE event = ? "
            "AND substr(subject, 14, 1) = '-' GROUP BY part, phase, state",
            (self._event,),
        )

    def keys(self) -> object:
        return self._rows(
            "SELECT item, count(*) FROM answer WHERE event = ? AND alive <> 0 AND substr(subject, 14, 1) = '-' "
            f"AND item IN ({self._page}) GROUP BY item",
            (self._event,),
        )

    def _asked(self, query: str, values: tuple[object, ...]) -> dict[tuple[str, str], int]:
        return {(str(part), str(state)): int(str(count)) for part, state, count in self._rows(query, values)}

    def _rows(self, query: str, values: tuple[object, ...]) -> list[tuple[object, ...]]:
        with self._desk.reading() as connection:
            return [tuple(row) for row in connection.exec_driver_sql(query, values)]


def _office(folder: Path, size: int) -> Desk:
    asked = offices.NewOffice("73.13", many_answers.EVENT, "Operator 1", "demo")
    desk = offices.create_office(folder, asked, key_memory=8 << 20).desk
    with desk.reading() as connection:
        rows = connection.exec_driver_sql("SELECT code FROM region WHERE length(code) = 13 ORDER BY code")
        villages = [str(row[0]) for row in rows]
    each = -(-size // len(villages))
    stations = [(village, number) for village in villages for number in range(1, each + 1)][:size]
    values = (((many_answers.EVENT, *one), {"dpt_male": 140, "dpt_female": 143}) for one in stations)
    transact(desk, "TPS", lambda unit: unit.put_many(records.STATION, values), kind="setup")
    checklist_versions.publish(desk, _outline(checklist_versions.current(desk).outline), "bench")
    codes = _codes(desk)
    for district, held in itertools.groupby(stations, lambda one: one[0][:8]):
        keys = [
            (many_answers.EVENT, f"{village}-{number:03d}", code)
            for at, (village, number) in enumerate(held)
            # Every fifth TPS has half of its answers only.
            for code in (codes if at % 5 else codes[::2])
        ]
        big_offices.put_in(desk.store, [_Filled(district, many_answers.SOMEBODY, keys).turn()])
    with desk.store.writing() as connection:
        standing.reckon(
            desk,
            connection,
            kept.subjects_known(connection),
            lambda code, regency: elections.event_at(desk, regency, code),
        )
    return desk


def _outline(base: Outline) -> Outline:
    """Thirty questions, each asked in all five phases; two thirds must be answered, a third are numbers."""
    questions = tuple(
        Question(
            f"a.b{number:02d}",
            f"Butir {number}",
            f"Item {number}",
            PHASES,
            PHASES[0],
            kind=ItemKind.YES_NO if number % 3 else ItemKind.NUMBER,
            required=number % 3 != 1,
        )
        for number in range(ITEMS)
    )
    return Outline(base.code, base.version, base.label, base.label_en, (Chapter("a", "A", "A", questions),))


def _codes(desk: Desk) -> list[str]:
    return [item.code for item in checklists.opened(checklist_versions.current(desk).outline).items]


class _Filled(many_answers.Typed):
    """Answers to given items."""

    def __init__(self, district: str, author: many_answers.Author, keys: list[Key]) -> None:
        super().__init__(district, author, 0)
        self._keys = keys

    def _body(self, number: int, key: Key) -> bytes:
        is_number = int(str(key[2])[3:5]) % 3 == 0
        fields: dict[int, str | int] = {2: number % 300, 4: 2} if is_number else {1: "done", 4: 2}
        change = Change(ChangeKind.CREATE, records.ANSWER.no, key, fields, {}, depth=1, actor=3, claimed=1_707_868_800)
        return codec.encode(change, self._stream)
