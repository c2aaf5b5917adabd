# SPDX-License-Identifier: Apache-2.0
"""The statements of `data/plain_rows.py`, made from the declaration of a kind of record for each shape of change.

`t` is the temporary table of the changes as they came, `f` the one of those that are what they seem, `a` the record's
table. CROSS JOIN says that the tables are gone through in the order in which they stand.
"""

import functools
from dataclasses import dataclass

from desk_app.data import schema
from desk_app.data.lookups import quoted
from desk_app.data.plain import Shape


@dataclass(frozen=True, slots=True)
class AtOnce:
    """For a table laid in which all is plain at first sight: `look` says so, by counting or by altering the rows."""

    look: str
    journal: str
    write: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statements:
    """The SQL for one shape, in the order of use; `journal` takes the arrival.

    Where fields are set, the first of `find` is for those whose record's first change stands, and the last one for
    the others: only these have rows in `head` that are replaced.
    """

    begin: tuple[str, ...]
    lay: str
    at_once: AtOnce
    find: tuple[str, ...]
    records: str
    lose: str
    odd: str
    journal: str
    replace: tuple[str, ...]
    write: tuple[str, ...]


def of(shape: Shape) -> Statements:
    """The statements for one shape; made once for each."""
    table = schema.tables[shape.declared.no]
    keys = tuple(column.name for column in shape.declared.key)
    fields = tuple((column.no, column.name) for column in shape.fields)
    return _creating(table.name, keys, fields) if shape.creates else _setting(table.name, keys, fields)


@functools.cache
def _creating(table: str, keys: tuple[str, ...], fields: tuple[tuple[int, str], ...]) -> Statements:
    laid = f"temp.new_{table}_{'_'.join(str(no) for no, _ in fields)}"
    columns = [*(f"k{at}" for at in range(len(keys))), *(f"v{at}" for at in range(len(fields)))]
    names = ["no", "alive", "latest", *map(quoted, keys), *(quoted(name) for _, name in fields)]
    find = (
        f"INSERT INTO {laid}_found SELECT t.key, t.key FROM {laid} t"
        f" WHERE NOT EXISTS (SELECT 1 FROM {table} a WHERE {_named(keys)})"
    )
    into = f"INSERT INTO {table} ({', '.join(names)})"
    values = ", ".join(f"t.{one}" for one in columns)
    return _statements(
        laid,
        columns,
        AtOnce(
            f"SELECT count(*) FROM {laid} t WHERE EXISTS (SELECT 1 FROM {table} a WHERE {_named(keys)})",
            f"INSERT INTO change (key, record, bytes, arrival) SELECT key, key, body, ? FROM {laid}",
            (f"{into} SELECT t.key, 1, t.key, {values} FROM {laid} t",),
        ),
        find=(find,),
        replace=(),
        write=(f"{into} SELECT f.key, 1, f.key, {values} FROM {laid}_found f CROSS JOIN {laid} t ON t.key = f.key",),
    )


@functools.cache
def _setting(table: str, keys: tuple[str, ...], fields: tuple[tuple[int, str], ...]) -> Statements:
    count = range(len(fields))
    laid = f"temp.set_{table}_{'_'.join(str(no) for no, _ in fields)}"
    columns = [*(f"k{at}" for at in range(len(keys))), *(f"v{at}" for at in count), *(f"p{at}" for at in count)]
    begin = f"INSERT INTO {laid}_found SELECT t.key, a.no FROM {laid} t CROSS JOIN {table} a"
    found = f"{laid}_found f CROSS JOIN {laid} t ON t.key = f.key"
    last = f"iif(a.latest >> {schema.SHIFT} = t.key >> {schema.SHIFT}, max(a.latest, t.key), t.key)"
    values = "".join(f"{quoted(name)} = t.v{at}, " for at, (_, name) in enumerate(fields))
    replaced = [f"SELECT f.no, {no}, t.p{at} FROM {found}" for at, (no, _) in enumerate(fields)]
    heads = [f"SELECT f.no, {no}, t.key, t.depth FROM {found}" for no, _ in fields]
    return _statements(
        laid,
        [*columns, "depth"],
        AtOnce(
            f"UPDATE {table} AS a SET {values}latest = {last} FROM {laid} t"
            f" WHERE a.no = t.p0 AND {_named(keys)} AND {_first_stand(fields)}",
            f"INSERT INTO change (key, record, bytes, arrival) SELECT key, p0, body, ? FROM {laid}",
            tuple(
                f"INSERT INTO head (record, field, change, depth) SELECT p0, {no}, key, depth FROM {laid}"
                for no, _ in fields
            ),
        ),
        find=(
            f"{begin} ON a.no = t.p0 WHERE {_named(keys)} AND {_first_stand(fields)}",
            f"{begin} {_heads(fields)} WHERE {_named(keys)} AND {_stand(fields)}"
            f" AND t.key NOT IN (SELECT key FROM {laid}_found)",
        ),
        replace=tuple(f"DELETE FROM head WHERE (record, field, change) IN ({one})" for one in replaced),
        write=(
            f"UPDATE {table} AS a SET {values}latest = {last} FROM {found} WHERE a.no = f.no",
            *(f"INSERT INTO head (record, field, change, depth) {one}" for one in heads),
        ),
    )


def _first_stand(fields: tuple[tuple[int, str], ...]) -> str:
    """That what is replaced is the record's first change, which stands without a row in `head` (most often so)."""
    standing = (
        f"CASE WHEN t.p{at} = 0 THEN a.{quoted(name)} IS NULL"
        f" ELSE a.{quoted(name)} IS NOT NULL AND t.p{at} = a.no END"
        for at, (_, name) in enumerate(fields)
    )
    numbers = ", ".join(str(no) for no, _ in fields)
    nothing_else = f"NOT EXISTS (SELECT 1 FROM head o WHERE o.record = a.no AND o.field IN ({numbers}))"
    return " AND ".join(["a.alive = 1", "t.depth = 2", *standing, nothing_else])


def _heads(fields: tuple[tuple[int, str], ...]) -> str:
    """The rows in `head` of what is replaced, if there are any."""
    return " ".join(
        f"LEFT JOIN head h{at} ON h{at}.record = a.no AND h{at}.field = {no} AND h{at}.change = t.p{at}"
        for at, (no, _) in enumerate(fields)
    )


def _stand(fields: tuple[tuple[int, str], ...]) -> str:
    """That in each field what is replaced stands and nothing beside it, and that the depth follows from it."""
    standing = (
        f"CASE WHEN t.p{at} = 0 THEN a.{quoted(name)} IS NULL"
        f" ELSE a.{quoted(name)} IS NOT NULL AND (t.p{at} = a.no OR h{at}.change = t.p{at}) END"
        f" AND NOT EXISTS (SELECT 1 FROM head o WHERE o.record = a.no AND o.field = {no} AND o.change <> t.p{at})"
        for at, (no, name) in enumerate(fields)
    )
    depths = (f"CASE WHEN t.p{at} = 0 THEN 0 ELSE coalesce(h{at}.depth, 1) END" for at in range(len(fields)))
    return " AND ".join(["a.alive = 1", *standing, f"t.depth = 1 + max(0, {', '.join(depths)})"])


def _named(keys: tuple[str, ...]) -> str:
    """That a row `a` has the natural key which stands in `t`."""
    return " AND ".join(f"a.{quoted(name)} = t.k{at}" for at, name in enumerate(keys))


def _statements(
    laid: str,
    columns: list[str],
    at_once: AtOnce,
    *,
    find: tuple[str, ...],
    replace: tuple[str, ...],
    write: tuple[str, ...],
) -> Statements:
    every = ["key", "body", *columns]
    name = laid.partition(".")[2]
    return Statements(
        begin=(
            f"CREATE TEMP TABLE IF NOT EXISTS {name} (key INTEGER PRIMARY KEY, {', '.join(every[1:])})",
            f"CREATE TEMP TABLE IF NOT EXISTS {name}_found (key INTEGER PRIMARY KEY, no INTEGER)",
            f"DELETE FROM {laid}",
            f"DELETE FROM {laid}_found",
        ),
        lay=f"INSERT INTO {laid} ({', '.join(every)}) VALUES ({', '.join('?' * len(every))})",
        at_once=at_once,
        find=find,
        records=f"SELECT json_group_array(no) FROM {laid}_found",
        lose=f"DELETE FROM {laid}_found WHERE no = ?",
        odd=f"SELECT json_group_array(key) FROM {laid} WHERE key NOT IN (SELECT key FROM {laid}_found)",
        journal=f"INSERT INTO change (key, record, bytes, arrival)"
        f" SELECT f.key, f.no, t.body, ? FROM {laid}_found f CROSS JOIN {laid} t ON t.key = f.key",
        replace=replace,
        write=write,
    )
