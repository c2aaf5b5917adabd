# SPDX-License-Identifier: Apache-2.0
"""The sealed figures of the count as they stand in the journal: every reading, decision and recapitulation.

Where several changes stand for the figures of one record, all of them are told: which one a list would show says
nothing here.
"""

import itertools
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, TypeVar

from sqlalchemy import Integer, Select, cast, func, select

from desk_app.data import candidate_list, count_authors, place_names, schema
from desk_app.data.database import Connection
from desk_app.data.streams import StreamBook
from desk_app.domain import places, records
from desk_app.journal import codec

_form = schema.by_name["count_form"]
_result = schema.by_name["count_result"]
_recap = schema.by_name["count_recap"]
_change, _head, _conflict = schema.change, schema.head, schema.conflict
_SEALED = records.COUNT_FORM.field("sealed").no
_BATCH = 400
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Key:
    """One TPS in one race of an event."""

    event: str
    village: str
    number: int
    race: str

    @property
    def district(self) -> str:
        return self.village[:8]

    @property
    def subject(self) -> str:
        return f"{self.village}-{self.number:03d}"


@dataclass(frozen=True, slots=True)
class FormRow:
    """A reading as kept. `sealed`: the figures of every change that stands for them; `latest`: its last change."""

    no: int
    key: Key
    occasion: int
    reader: str
    sealed: tuple[bytes, ...]
    whole: bool
    noted: bool
    source: str
    latest: int


@dataclass(frozen=True, slots=True)
class ResultRow:
    """What verifiers said of one TPS, race and occasion. `said`: the last reason, under seal."""

    no: int
    key: Key
    occasion: int
    sealed: tuple[bytes, ...]
    checked: bytes | None
    accepted: str
    said: bytes | None
    locked: bool
    reread: bool


@dataclass(frozen=True, slots=True)
class RecapRow:
    """A recapitulation as typed from a paper of KPU's."""

    no: int
    event: str
    place: str
    race: str
    sealed: tuple[bytes, ...]


def about_form(key: Key, occasion: int, reader: str) -> str:
    """What the figures of a reading are bound to."""
    return f"{key.event}|{key.subject}|{key.race}|{occasion}|{reader}"


def about_result(key: Key, occasion: int) -> str:
    """What the figures of a decision are bound to."""
    return f"{key.event}|{key.subject}|{key.race}|{occasion}||decision"


def about_said(key: Key, occasion: int) -> str:
    """What the reason is bound to for which notes are accepted, or the paper is to be read again."""
    return f"{about_result(key, occasion)}|said"


def about_recap(event: str, place: str, race: str) -> str:
    """What the figures of a recapitulation are bound to."""
    return f"{event}|{place}|{race}||recap"


def touched(connection: Connection, after: int, upto: int) -> set[Key]:
    """Every TPS and race of which something came in since a transaction."""
    found: set[Key] = set()
    for table in (_form, _result):
        changed = select(_change.c.record).where(_change.c.arrival > after, _change.c.arrival <= upto)
        query = select(table.c.event, table.c.village, table.c.number, table.c.race).where(table.c.no.in_(changed))
        found.update(Key(*row) for row in connection.execute(query))
    return found


def stations_touched(connection: Connection, event: str, after: int, upto: int) -> set[tuple[str, int]]:
    """The TPS whose own record (its voters) was touched since a transaction: (village, number)."""
    station = schema.by_name["station"]
    changed = select(_change.c.record).where(_change.c.arrival > after, _change.c.arrival <= upto)
    query = select(station.c.village, station.c.number).where(station.c.event == event, station.c.no.in_(changed))
    return {(row.village, row.number) for row in connection.execute(query)}


def revotes_touched(connection: Connection, event: str, after: int, upto: int) -> set[tuple[str, int]]:
    """The TPS of which a repeated vote was noted or altered since a transaction: (village, number)."""
    revote = schema.by_name["revote"]
    changed = select(_change.c.record).where(_change.c.arrival > after, _change.c.arrival <= upto)
    query = select(revote.c.place).where(revote.c.event == event, revote.c.no.in_(changed))
    found = (places.parse(subject) for subject in connection.execute(query.distinct()).scalars())
    return {(one.code, one.number) for one in found if one.number is not None}


def came_in(connection: Connection, kinds: Collection[str], after: int, upto: int) -> bool:
    """Whether records of these kinds were touched since a transaction."""
    changed = select(_change.c.record).where(_change.c.arrival > after, _change.c.arrival <= upto)
    for name in kinds:
        table = schema.by_name[name]
        if connection.execute(select(table.c.no).where(table.c.no.in_(changed)).limit(1)).first() is not None:
            return True
    return False


def every_key(connection: Connection, event: str) -> set[Key]:
    """Every TPS and race of an event of which anything was copied or said."""
    found: set[Key] = set()
    for table in (_form, _result):
        query = select(table.c.event, table.c.village, table.c.number, table.c.race).where(table.c.event == event)
        found.update(Key(*row) for row in connection.execute(query.distinct()))
    return found


def villages_with(connection: Connection, event: str) -> set[str]:
    """The villages of an event of which anything was copied or said."""
    found: set[str] = set()
    for table in (_form, _result):
        found.update(connection.execute(select(table.c.village).where(table.c.event == event).distinct()).scalars())
    return found


def forms(connection: Connection, keys: Collection[Key]) -> dict[Key, list[FormRow]]:
    """The readings of these that were not deleted; one that was deleted here and written on there is a reading."""
    found: dict[Key, list[FormRow]] = {}
    for row, sealed in _rows(connection, _form, keys):
        key = Key(row.event, row.village, row.number, row.race)
        found.setdefault(key, []).append(
            FormRow(
                row.no,
                key,
                row.occasion,
                row.reader,
                sealed,
                bool(row.whole),
                bool(row.noted),
                row.source or "",
                row.latest,
            )
        )
    return found


def results(connection: Connection, keys: Collection[Key]) -> dict[Key, list[ResultRow]]:
    """What verifiers said of these."""
    found: dict[Key, list[ResultRow]] = {}
    for row, sealed in _rows(connection, _result, keys):
        key = Key(row.event, row.village, row.number, row.race)
        found.setdefault(key, []).append(
            ResultRow(
                row.no,
                key,
                row.occasion,
                sealed,
                row.checked,
                row.accepted or "",
                row.said,
                bool(row.locked),
                bool(row.reread),
            )
        )
    return found


def recaps(connection: Connection, event: str) -> list[RecapRow]:
    """The recapitulations typed for an event."""
    query = select(_recap).where(_recap.c.event == event, _recap.c.alive != 0)
    rows = list(connection.execute(query))
    several = _several(connection, [row.no for row in rows])
    return [
        RecapRow(
            row.no,
            row.event,
            row.place,
            row.race,
            several.get(row.no, (row.sealed,) if row.sealed else ()),
        )
        for row in rows
    ]


def how_many(connection: Connection, event: str, race: str) -> int:
    """How many forms of a race were copied, in whole or in part."""
    query = select(func.count()).select_from(_form)
    found: int = connection.execute(
        query.where(_form.c.event == event, _form.c.race == race, _form.c.alive != 0)
    ).scalar_one()
    return found


def progress(
    connection: Connection, event: str, width: int, *, race: str = "", region: str = ""
) -> Iterator[Any]:
    """Without any figure: (region by the length of its code, race, TPS with a whole copy, TPS with a part)."""
    stations = _copied(event, race, region).subquery()
    part = func.substr(stations.c.village, 1, width).label("region")
    query = select(
        part,
        stations.c.race,
        func.sum(stations.c.whole).label("whole"),
        func.sum(1 - stations.c.whole).label("part"),
    ).group_by(part, stations.c.race)
    yield from connection.execute(query)


def copied(connection: Connection, event: str, race: str, region: str = "") -> dict[tuple[str, int], bool]:
    """The TPS of a region, by village and number, of which a race was copied: whether whole."""
    rows = connection.execute(_copied(event, race, region))
    return {(row.village, row.number): bool(row.whole) for row in rows}


def _copied(event: str, race: str, region: str) -> Select[Any]:
    # Reckoned columns: SQLite would else walk the index of the key, for its order, and read every row for the rest;
    # the other index has all that is asked (20,000 TPS: 22 ms instead of 255).
    village, number = _form.c.village + "", _form.c.number + 0
    narrowed = [_form.c.event == event, _form.c.alive != 0]
    if race:
        narrowed.append(_form.c.race == race)
    if region not in ("", places.NATION):
        narrowed += [village >= region, village < place_names.after(region)]
    # Of the vote that was copied last: one that is held again replaces the one before, also while only a part is here.
    whole = (func.max(_form.c.occasion * 2 + cast(func.coalesce(_form.c.whole, False), Integer)) % 2).label("whole")
    return (
        select(_form.c.race, village.label("village"), number.label("number"), whole)
        .where(*narrowed)
        .group_by(_form.c.race, village, number)
    )


def _rows(connection: Connection, table: Any, keys: Collection[Key]) -> Iterator[tuple[Any, tuple[bytes, ...]]]:
    wanted = set(keys)
    villages = sorted({(key.event, key.village) for key in wanted})
    sees: dict[tuple[str, str], bool] = {}
    for event, grouped in itertools.groupby(villages, key=lambda one: one[0]):
        for part in _parts([village for _event, village in grouped]):
            query: Select[Any] = select(table).where(table.c.event == event, table.c.village.in_(part))
            rows = [
                row
                for row in connection.execute(query)
                if Key(row.event, row.village, row.number, row.race) in wanted
            ]
            writers = {row.no: _writers(connection, table, row, sees) for row in rows}
            others = count_authors.left_of(connection, writers)
            several = _several(connection, [row.no for row in rows])
            for row in rows:
                left = others.get(row.no)
                if left is not None:
                    if left.is_there:
                        yield _by_own_word(row, left, table.name)
                elif row.alive != 0:
                    yield row, several.get(row.no, (row.sealed,) if row.sealed else ())


def _writers(
    connection: Connection, table: Any, row: Any, sees: dict[tuple[str, str], bool]
) -> tuple[str, ...]:
    """The places of the offices whose word it is: of a reading that of its reader; of a decision the kabupaten, and
    the kecamatan where the kabupaten lets it see."""
    if table is _form:
        return (row.reader.partition("/")[0].partition("-")[0],)
    regency = places.regency_of(row.village) or row.village
    if (row.event, regency) not in sees:
        rules = candidate_list.rules(connection, row.event, regency)
        sees[row.event, regency] = bool(rules and rules.districts_see)
    return (regency, row.village[:8]) if sees[row.event, regency] else (regency,)


def _by_own_word(row: Any, left: count_authors.Left, kind: str) -> tuple[Any, tuple[bytes, ...]]:
    """The row as it would be without what others wrote on it."""
    declared = records.COUNT_FORM if kind == records.COUNT_FORM.name else records.COUNT_RESULT
    told = {one.name: left.shown(one.no) for one in declared.fields}
    sealed = tuple(one for one in left.values.get(_SEALED, ()) if isinstance(one, bytes))
    return SimpleNamespace(**{**row._mapping, **told, "latest": left.latest}), sealed


def _several(connection: Connection, records_: Collection[int]) -> dict[int, tuple[bytes, ...]]:
    """The figures of each change that stands, of the records where it is not one alone."""
    found: dict[int, tuple[bytes, ...]] = {}
    book = StreamBook(connection)
    for part in _parts(list(records_)):
        disputed = list(
            connection.execute(
                select(_conflict.c.record).where(_conflict.c.record.in_(part), _conflict.c.field == _SEALED)
            ).scalars()
        )
        for no in disputed:
            changes = connection.execute(
                select(_change.c.key, _change.c.bytes)
                .join(_head, _head.c.change == _change.c.key)
                .where(_head.c.record == no, _head.c.field == _SEALED)
                .order_by(_change.c.key)
            )
            bodies = [codec.decode(row.bytes, book.by_no(row.key >> schema.SHIFT).id) for row in changes]
            told = (one.fields.get(_SEALED) for one in bodies)
            found[no] = tuple(one for one in told if isinstance(one, bytes))
    return found


def _parts(listed: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(listed), _BATCH):
        yield listed[start : start + _BATCH]
