# SPDX-License-Identifier: Apache-2.0
"""Finding records by typing: one full-text index over the words of every kind that is declared `found_by`.

Its rows are the records' local numbers; it keeps no text of its own. Triggers keep it in step with the tables.
Places are found by another index (`data.search`): a TPS by its village and number, here by its site and address.
"""

import re
from collections.abc import Iterator, Sequence

import sqlalchemy

from desk_app.data import meta
from desk_app.domain import records

INDEX = "record_words"
_MADE = "found_by"
_OPTIONS = (
    "mark, words, content='', contentless_delete=1, prefix='2 3', tokenize='unicode61 remove_diacritics 2'"
)
_PADDED = 4
"""Register numbers stand with four digits: "12" finds WAJ-0012."""


def ready(connection: sqlalchemy.Connection) -> bool:
    """Whether the index is there, and as the declarations ask."""
    found = connection.exec_driver_sql("SELECT value FROM meta WHERE name = ?", (_MADE,)).first()
    return found is not None and found[0] == _declared()


def create(connection: sqlalchemy.Connection) -> None:
    """Make the index anew, fill it, and let triggers keep it in step. Does nothing where it is there."""
    if ready(connection):
        return
    for (name,) in connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'record\\_words\\_%' ESCAPE '\\'"
    ).all():
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    connection.exec_driver_sql(f"DROP TABLE IF EXISTS {INDEX}")
    connection.exec_driver_sql(f"CREATE VIRTUAL TABLE {INDEX} USING fts5({_OPTIONS})")
    for declared in found_types():
        _follow(connection, declared)
    meta.write(connection, {_MADE: _declared()})


def found_types() -> list[records.RecordType]:
    """The kinds of records that can be found by words."""
    return [declared for declared in records.TYPES.values() if declared.found_by]


def read(typed: str) -> tuple[str, ...]:
    """The words of what was typed, at most six."""
    return tuple(re.findall(r"[^\W_]+", typed.casefold())[:6])


def numbers(
    connection: sqlalchemy.Connection, declared: records.RecordType, event: str, words: Sequence[str], limit: int
) -> list[int]:
    """The records of a kind in whose words each of these begins one, the newest first."""
    if not words:
        return []
    rows = connection.exec_driver_sql(
        f"SELECT rowid FROM {INDEX} WHERE {INDEX} MATCH ? ORDER BY rowid DESC LIMIT ?",
        (query(declared, event, words), limit),
    )
    return [row[0] for row in rows]


def query(declared: records.RecordType, event: str, words: Sequence[str]) -> str:
    """The same as a query of FTS5."""
    mark = f"{declared.name} {event}" if _has_event(declared) else declared.name
    asked = " AND ".join(_word(word) for word in words)
    return f'mark: "{mark.replace("_", " ")}" AND words: ({asked})'


def _word(word: str) -> str:
    if word.isascii() and word.isdigit() and len(word) < _PADDED:
        return f'("{word}"* OR "{word:0>{_PADDED}}")'
    return f'"{word}"*'


def _follow(connection: sqlalchemy.Connection, declared: records.RecordType) -> None:
    table = declared.name
    for statement in _statements(declared):
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(f"{_insert(declared, 'r')} FROM {table} r WHERE {_counts(declared, 'r')}")


def _statements(declared: records.RecordType) -> Iterator[str]:
    table, watched = declared.name, ", ".join(filter(None, ("alive", declared.veiled_by, *declared.found_by)))
    gone = f"DELETE FROM {INDEX} WHERE rowid = old.no;"
    put = f"{_insert(declared, 'new')} WHERE {_counts(declared, 'new')};"
    yield f"CREATE TRIGGER {INDEX}_{table}_new AFTER INSERT ON {table} BEGIN {put} END"
    yield f"CREATE TRIGGER {INDEX}_{table}_changed AFTER UPDATE OF {watched} ON {table} BEGIN {gone} {put} END"
    yield f"CREATE TRIGGER {INDEX}_{table}_gone AFTER DELETE ON {table} BEGIN {gone} END"


def _insert(declared: records.RecordType, row: str) -> str:
    event = f" || ' ' || coalesce({row}.event, '')" if _has_event(declared) else ""
    return f"INSERT INTO {INDEX} (rowid, mark, words) SELECT {row}.no, '{declared.name}'{event}, {_text(declared, row)}"


def _text(declared: records.RecordType, row: str) -> str:
    told = " || ' ' || ".join(f"coalesce({row}.{name}, '')" for name in declared.found_by)
    if not declared.veiled_by:
        return told
    return f"CASE WHEN {row}.{declared.veiled_by} THEN coalesce({row}.{declared.title[0]}, '') ELSE {told} END"


def _counts(declared: records.RecordType, row: str) -> str:
    """Alive and with a word: of a nation's TPS most have neither a site nor an address."""
    worded = " OR ".join(f"{row}.{name} IS NOT NULL" for name in declared.found_by)
    return f"{row}.alive <> 0 AND ({worded})"


def _has_event(declared: records.RecordType) -> bool:
    return any(field.name == "event" for field in declared.columns)


def _declared() -> bytes:
    told = [(declared.name, declared.found_by, declared.veiled_by, _has_event(declared)) for declared in found_types()]
    return repr((_OPTIONS, told)).encode()
