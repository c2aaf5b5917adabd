# SPDX-License-Identifier: Apache-2.0
"""Totals of the count, in a database file of their own that only the office's key of the count opens (decision 0027).

All in it follows from the journal: it is read on from the last transaction that it has seen, and made anew where it is
missing, of another version, or under a key that was replaced.
"""

import threading
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cbor2
from sqlalchemy import Table, delete, func, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from desk_app.data.count_rows import Key
from desk_app.data.count_schema import about, area, earlier, finding, metadata, standing
from desk_app.data.database import Connection, Database
from desk_app.domain import errors, words
from desk_app.domain.counts import lines
from desk_app.domain.counts.standing import Standing, State

N_ = words.N_

FILE = "counts.db"
VERSION = b"1"
"""Of how figures are weighed and kept here; another one makes the file anew."""


@dataclass(frozen=True, slots=True)
class Found:
    """One finding of a TPS as kept. `rule`: V01 …; `lines`: codes; `accepted`: a verifier gave a reason."""

    key: Key
    rule: str
    level: str
    gap: int
    lines: tuple[str, ...]
    accepted: bool


@dataclass(frozen=True, slots=True)
class Row:
    """What stands for one TPS and race. `unreadable`: readings whose key has not come yet.

    `votes_whole`: the votes of every candidate were read; without that none of them are in a total.
    """

    key: Key
    occasion: int
    standing: Standing
    unreadable: int
    votes_whole: bool

    @property
    def counted(self) -> Mapping[str, int]:
        """The figures that are in totals."""
        if not self.standing.counts:
            return {}
        if self.votes_whole:
            return self.standing.figures
        return {line: value for line, value in self.standing.figures.items() if not lines.is_result(line)}


@dataclass(frozen=True, slots=True)
class Weighed:
    """One TPS and race weighed anew: what is kept of it, None where nothing stands any more."""

    key: Key
    row: Row | None
    findings: tuple[Found, ...] = ()
    earlier: tuple[tuple[int, Standing], ...] = ()


class CountStore:
    """The opened file. One thread at a time writes (`operations/tally`); reading is free.

    Closed it stays closed, whoever still holds it, as who weighs when the window is locked.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        self._guard = threading.Lock()
        self._is_closed = False
        try:
            self.database = Database(path, key, create=True)
            self._make()
        except errors.Damaged:
            remove(path)
            self.database = Database(path, key, create=True)
            self._make()

    def close(self) -> None:
        with self._guard:
            self._is_closed = True
            self.database.close()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        self._require_open()
        with self.database.reading() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        with self._guard:
            self._require_open()
            with self.database.writing() as connection:
                yield connection

    def _require_open(self) -> None:
        if self._is_closed:
            raise errors.NotPermitted(N_("Kunci hasil suara belum dibuka di komputer ini."))

    def _make(self) -> None:
        with self.database.writing() as connection:
            metadata.create_all(connection)
            if told(connection).get("version") != VERSION:
                forget(connection)


class OpenedStores:
    """The files of totals that an office has open, each with what it was opened for: today's, and one of the past."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._opened: dict[Path, tuple[bytes, CountStore]] = {}

    def store(self, path: Path, secret: bytes, key: bytes) -> CountStore:
        """The file at a path; one that another secret had opened is closed first."""
        with self._guard:
            known = self._opened.get(path)
            if known is not None and known[0] == secret:
                return known[1]
            if known is not None:
                known[1].close()
            opened = CountStore(path, key)
            self._opened[path] = (secret, opened)
            return opened

    def throw_away(self, path: Path) -> None:
        """Close the file at a path and take it away, to be made anew."""
        with self._guard:
            known = self._opened.pop(path, None)
            if known is not None:
                known[1].close()
            remove(path)

    def put_away(self, beside: Path | None = None) -> None:
        """Close all of them, or only what belongs to a database at a path."""
        with self._guard:
            for path in [one for one in self._opened if beside is None or one == path_beside(beside)]:
                self._opened.pop(path)[1].close()


def path_beside(database: Path) -> Path:
    """Where the totals of a copy of the past are, so that they go with it."""
    return database.with_name(f"{database.name}.{FILE}")


def remove(path: Path) -> None:
    """Take the file away; it is made anew from the journal."""
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        path.with_name(name).unlink(missing_ok=True)


def told(connection: Connection) -> dict[str, bytes]:
    """What the file says of itself: `version`, `upto` (the last transaction that it has seen), `by` (what it was made
    by)."""
    return {row.name: row.value for row in connection.execute(select(about))}


def tell(connection: Connection, values: Mapping[str, bytes]) -> None:
    """Write what the file says of itself."""
    for name, value in values.items():
        put = upsert(about).values(name=name, value=value)
        connection.execute(put.on_conflict_do_update(index_elements=["name"], set_={"value": value}))


def forget(connection: Connection) -> None:
    """Empty all tables, to be weighed from the beginning."""
    for table in metadata.sorted_tables:
        connection.execute(delete(table))
    tell(connection, {"version": VERSION, "upto": b"0"})


def put(connection: Connection, weighed: Iterable[Weighed]) -> None:
    """Keep what was weighed anew, and bring the sums of the villages to it."""
    listed = list(weighed)
    before = rows_of(connection, [one.key for one in listed])
    moved: dict[tuple[str, str, str, str], list[int]] = {}
    for one in listed:
        for row, sign in ((before.get(one.key), -1), (one.row, 1)):
            if row is not None:
                for line, value in row.counted.items():
                    sums = moved.setdefault((one.key.event, one.key.race, line, one.key.village), [0, 0])
                    sums[0] += sign * value
                    sums[1] += sign
    names = [_name(one.key) for one in listed]
    for table in (standing, earlier, finding):
        driver = f"DELETE FROM {table.name} WHERE event = ? AND race = ? AND village = ? AND number = ?"
        if names:
            connection.exec_driver_sql(driver, names)
    _add(connection, standing, [_out(one.row) for one in listed if one.row is not None])
    _add(connection, earlier, [_out_earlier(one.key, *past) for one in listed for past in one.earlier])
    _add(connection, finding, [_out_finding(no, found) for one in listed for no, found in _numbered(one.findings)])
    put_sum = (
        "INSERT INTO area (event, race, line, village, sum, stations) VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT DO UPDATE SET sum = sum + excluded.sum, stations = stations + excluded.stations"
    )
    changed = [(*name, *sums) for name, sums in moved.items() if sums != [0, 0]]
    if changed:
        connection.exec_driver_sql(put_sum, changed)


def unlike(connection: Connection) -> list[tuple[str, str, str, str]]:
    """The sums that are not those of what stands: (event, race, line, village). None, whatever came in how."""
    reckoned: dict[tuple[str, str, str, str], list[int]] = {}
    for kept in connection.execute(select(standing)):
        row = _row(kept)
        for line, value in row.counted.items():
            told = reckoned.setdefault((row.key.event, row.key.race, line, row.key.village), [0, 0])
            told[0] += value
            told[1] += 1
    found = {
        (row.event, row.race, row.line, row.village): [row.sum, row.stations]
        for row in connection.execute(select(area))
        if (row.sum, row.stations) != (0, 0)
    }
    return sorted(name for name in reckoned.keys() | found.keys() if reckoned.get(name) != found.get(name))


def rows_of(connection: Connection, keys: Collection[Key]) -> dict[Key, Row]:
    """What stands for these."""
    wanted = set(keys)
    found: dict[Key, Row] = {}
    groups: dict[tuple[str, str], set[str]] = {}
    for key in wanted:
        groups.setdefault((key.event, key.race), set()).add(key.village)
    for (event, race), villages in groups.items():
        listed = sorted(villages)
        for start in range(0, len(listed), 400):
            query = select(standing).where(
                standing.c.event == event, standing.c.race == race, standing.c.village.in_(listed[start : start + 400])
            )
            for kept in connection.execute(query):
                row = _row(kept)
                if row.key in wanted:
                    found[row.key] = row
    return found


def rows(connection: Connection, event: str, race: str, region: str, states: Collection[State] = ()) -> Iterator[Row]:
    """What stands in a region in the order of codes, of these states or of all."""
    query = select(standing).where(standing.c.event == event, standing.c.race == race, *_within(standing, region))
    if states:
        query = query.where(standing.c.state.in_([one.value for one in states]))
    for kept in connection.execute(query.order_by(standing.c.village, standing.c.number)):
        yield _row(kept)


def earlier_of(connection: Connection, key: Key) -> list[tuple[int, State, dict[str, int]]]:
    """What stood for votes of this TPS that were repeated since: (occasion, state, figures)."""
    query = select(earlier).where(
        earlier.c.event == key.event,
        earlier.c.race == key.race,
        earlier.c.village == key.village,
        earlier.c.number == key.number,
    )
    found = connection.execute(query.order_by(earlier.c.occasion))
    return [(row.occasion, State(row.state), cbor2.loads(row.figures)) for row in found]


def sums(
    connection: Connection, event: str, race: str, region: str, width: int
) -> dict[str, dict[str, tuple[int, int]]]:
    """Sums by region (by the length of its code) and line: (sum, of how many TPS)."""
    part = func.substr(area.c.village, 1, width).label("part")
    query = (
        select(part, area.c.line, func.sum(area.c.sum).label("sum"), func.sum(area.c.stations).label("stations"))
        .where(area.c.event == event, area.c.race == race, area.c.stations > 0, *_within(area, region))
        .group_by(part, area.c.line)
    )
    found: dict[str, dict[str, tuple[int, int]]] = {}
    for row in connection.execute(query):
        found.setdefault(row.part, {})[row.line] = (row.sum, row.stations)
    return found


def states(connection: Connection, event: str, race: str, region: str, width: int) -> dict[str, dict[State, int]]:
    """How many TPS are in which state, by region (by the length of its code); one not in stands nowhere here."""
    part = func.substr(standing.c.village, 1, width).label("part")
    query = (
        select(part, standing.c.state, func.count().label("many"))
        .where(standing.c.event == event, standing.c.race == race, *_within(standing, region))
        .group_by(part, standing.c.state)
    )
    found: dict[str, dict[State, int]] = {}
    for row in connection.execute(query):
        found.setdefault(row.part, {})[State(row.state)] = row.many
    return found


def provisional(connection: Connection, event: str, race: str, region: str, width: int) -> dict[str, int]:
    """How many TPS stand by what was told over the phone alone, by region (by the length of its code)."""
    part = func.substr(standing.c.village, 1, width).label("part")
    query = (
        select(part, func.count().label("many"))
        .where(
            standing.c.event == event,
            standing.c.race == race,
            standing.c.provisional.is_(True),
            *_within(standing, region),
        )
        .group_by(part)
    )
    return {row.part: row.many for row in connection.execute(query)}


def findings(
    connection: Connection, event: str, race: str, region: str, rule: str = "", *, accepted: bool = True
) -> Iterator[Found]:
    """What the rules say in a region, in the order of codes. `accepted`: those with a reason too."""
    query = select(finding).where(finding.c.event == event, finding.c.race == race, *_within(finding, region))
    if rule:
        query = query.where(finding.c.rule == rule)
    if not accepted:
        query = query.where(finding.c.accepted.is_(False))
    order = (finding.c.village, finding.c.number, finding.c.rule, finding.c.place)
    for row in connection.execute(query.order_by(*order)):
        key = Key(row.event, row.village, row.number, row.race)
        yield Found(key, row.rule, row.level, row.gap, tuple(row.lines.split()), row.accepted)


def waiting(connection: Connection, event: str) -> set[Key]:
    """The TPS and races with readings whose key has not come yet."""
    query = select(standing.c.event, standing.c.village, standing.c.number, standing.c.race).where(
        standing.c.event == event, standing.c.unreadable > 0
    )
    return {Key(*row) for row in connection.execute(query)}


def twins(connection: Connection, event: str, race: str, region: str) -> list[tuple[str, tuple[int, ...]]]:
    """TPS of one village with the very same votes, not all of them zero: (village, their numbers)."""
    query = (
        select(standing.c.village, func.group_concat(standing.c.number).label("numbers"))
        .where(
            standing.c.event == event,
            standing.c.race == race,
            standing.c.votes.is_not(None),
            standing.c.votes_whole,
            *_within(standing, region),
        )
        .group_by(standing.c.village, standing.c.votes)
        .having(func.count() > 1)
    )
    found = [
        (row.village, tuple(sorted(int(one) for one in row.numbers.split(",")))) for row in connection.execute(query)
    ]
    return sorted(found)


def _within(table: Table, region: str) -> tuple[Any, ...]:
    if region in ("", "0"):
        return ()
    return (table.c.village >= region, table.c.village < region + "/")


def _at(table: Table, key: Key) -> tuple[Any, ...]:
    return (
        table.c.event == key.event,
        table.c.race == key.race,
        table.c.village == key.village,
        table.c.number == key.number,
    )


def _name(key: Key) -> tuple[str, str, str, int]:
    return key.event, key.race, key.village, key.number


def _numbered(found: tuple[Found, ...]) -> Iterator[tuple[int, Found]]:
    counted: dict[str, int] = {}
    for one in found:
        counted[one.rule] = counted.get(one.rule, 0) + 1
        yield counted[one.rule], one


def _add(connection: Connection, table: Table, values: list[dict[str, Any]]) -> None:
    if values:
        connection.execute(insert(table), values)


def _named(key: Key) -> dict[str, Any]:
    return {"event": key.event, "race": key.race, "village": key.village, "number": key.number}


def _out(row: Row) -> dict[str, Any]:
    one = row.standing
    votes = [one.figures[line] for line in sorted(one.figures) if lines.is_votes(line)]
    return {
        **_named(row.key),
        "occasion": row.occasion,
        "state": one.state.value,
        "figures": cbor2.dumps(dict(one.figures)),
        "told": cbor2.dumps(
            [
                {line: list(values) for line, values in one.differing.items()},
                list(one.readers),
                one.mark,
                list(one.yielded),
                list(one.reasons),
            ]
        ),
        "provisional": one.provisional,
        "decided": one.decided,
        "readers": len(one.readers),
        "unreadable": row.unreadable,
        "votes": cbor2.dumps(votes) if any(votes) else None,
        "votes_whole": row.votes_whole,
    }


def _row(kept: Any) -> Row:
    differing, readers, mark, yielded, reasons = cbor2.loads(kept.told)
    return Row(
        Key(kept.event, kept.village, kept.number, kept.race),
        kept.occasion,
        Standing(
            State(kept.state),
            cbor2.loads(kept.figures),
            {line: tuple(values) for line, values in differing.items()},
            tuple(readers),
            mark,
            kept.provisional,
            kept.decided,
            tuple(yielded),
            tuple(reasons),
        ),
        kept.unreadable,
        kept.votes_whole,
    )


def _out_earlier(key: Key, occasion: int, one: Standing) -> dict[str, Any]:
    figures = cbor2.dumps(dict(one.figures))
    return {**_named(key), "occasion": occasion, "state": one.state.value, "figures": figures}


def _out_finding(no: int, one: Found) -> dict[str, Any]:
    return {
        **_named(one.key),
        "rule": one.rule,
        "place": no,
        "level": one.level,
        "gap": one.gap,
        "lines": " ".join(one.lines),
        "accepted": one.accepted,
    }
