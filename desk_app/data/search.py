# SPDX-License-Identifier: Apache-2.0
"""Finding places by typing: the full-text index over names of regions, the one place where SQLite's FTS is used.

It holds regions only (83,762 villages for the whole country); a TPS is found by the village's name and its number,
which is a hundred times quicker than an index over all TPS. Triggers keep it in step with the table of regions.
"""

import re
from dataclasses import dataclass

import sqlalchemy
from sqlalchemy import column, literal_column, select, table, text

INDEX = "place_words"
_words = table(INDEX, column("code"), column("event"), column("name"), column("wider"))

_REFRESH = """
    DELETE FROM place_words WHERE rowid IN (
        SELECT no FROM region WHERE event = {row}.event
        AND (code = {row}.code OR (code > {row}.code || '.' AND code < {row}.code || '/')));
"""
_FILL = """
    INSERT INTO place_words (rowid, code, event, name, wider)
    SELECT r.no, r.code, r.event, r.name,
        coalesce((SELECT name FROM region WHERE event = r.event AND code = substr(r.code, 1, 8)
            AND length(r.code) > 8), '') || ' ' ||
        coalesce((SELECT name FROM region WHERE event = r.event AND code = substr(r.code, 1, 5)
            AND length(r.code) > 5), '')
    FROM region r WHERE r.alive <> 0 AND length(r.code) >= 5
"""
_BELOW_ROW = """
    AND r.event = {row}.event
    AND (r.code = {row}.code OR (r.code > {row}.code || '.' AND r.code < {row}.code || '/'));
"""


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed in search of a place: words, a TPS number, or the beginning of a code."""

    words: tuple[str, ...] = ()
    number: int | None = None
    code: str = ""

    @property
    def empty(self) -> bool:
        return not (self.words or self.number is not None or self.code)


def read(typed: str) -> Typed:
    """Take apart what was typed: "tem 5", "TPS 005 maddu", "73.13.06"."""
    cleaned = typed.casefold().strip()
    if re.fullmatch(r"\d\d\.[\d.]*", cleaned, re.ASCII):
        return Typed(code=cleaned.rstrip("."))
    match = re.fullmatch(r"(\d\d\.\d\d\.\d\d\.\d{4})\s*-\s*(\d{1,3})", cleaned, re.ASCII)
    if match:
        return Typed(code=match[1], number=int(match[2]))
    words: list[str] = []
    number: int | None = None
    for part in re.findall(r"[^\W_]+", re.sub(r"\btps\s*(?=\d)", " ", cleaned)):
        if part.isascii() and part.isdigit() and len(part) <= 3 and number is None and int(part):
            number = int(part)
        elif part not in _NOUNS:
            words.append(part)
    return Typed(tuple(words), number)


def ready(connection: sqlalchemy.Connection) -> bool:
    """Whether the index is there."""
    found = connection.exec_driver_sql(
        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (INDEX,)
    )
    return found.first() is not None


def create(connection: sqlalchemy.Connection) -> None:
    """Make the index, fill it, and let triggers keep it in step. Does nothing where it is there."""
    if ready(connection):
        return
    connection.exec_driver_sql(
        f"CREATE VIRTUAL TABLE {INDEX} USING fts5("
        "code UNINDEXED, event UNINDEXED, name, wider, prefix='2 3', tokenize='unicode61 remove_diacritics 2')"
    )
    connection.exec_driver_sql(_FILL)
    for happening, row in (("INSERT", "new"), ("UPDATE OF name, alive", "new"), ("DELETE", "old")):
        connection.exec_driver_sql(
            f"CREATE TRIGGER {INDEX}_{happening.split()[0].lower()} AFTER {happening} ON region BEGIN "
            + _REFRESH.format(row=row)
            + (f"DELETE FROM {INDEX} WHERE rowid = old.no;" if happening == "DELETE" else "")
            + _FILL
            + _BELOW_ROW.format(row=row)
            + " END"
        )


def match_words(words: tuple[str, ...]) -> str:
    """An FTS query: every word begins a word of the name, or of the wider regions' names."""
    return " ".join(f'"{word}"*' for word in words)


def codes(event: str, words: tuple[str, ...]) -> sqlalchemy.Select[tuple[str]]:
    """The codes of regions that match; for use inside other queries."""
    return (
        select(_words.c.code)
        .where(text(f"{INDEX} MATCH :place_match").bindparams(place_match=match_words(words)))
        .where(_words.c.event == event)
    )


def nearest(connection: sqlalchemy.Connection, event: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """The words as typed or, where nothing matches, shortened until something does: spellings differ
    ("Maddukkelleng", "Maddukelleng")."""
    tried = list(words)
    while True:
        if connection.execute(codes(event, tuple(tried)).limit(1)).first() is not None:
            return tuple(tried)
        longest = max(range(len(tried)), key=lambda place: len(tried[place]))
        if len(words[longest]) < _LONG or len(tried[longest]) <= _SHORTEST:
            return words
        tried[longest] = tried[longest][:-1]


def regions(
    connection: sqlalchemy.Connection, event: str, words: tuple[str, ...], limit: int, *, villages: bool = False
) -> list[str]:
    """Codes of regions that match, best first; with `villages`, those below the matching ones only."""
    query = codes(event, words).order_by(literal_column("bm25(place_words, 0, 0, 10.0, 1.0)"), _words.c.code)
    if villages:
        query = query.where(sqlalchemy.func.length(_words.c.code) == 13)
    return [row.code for row in connection.execute(query.limit(limit))]


_LONG, _SHORTEST = 7, 5
_NOUNS = frozenset(("tps", "desa", "kel", "kelurahan", "kec", "kecamatan", "no", "nomor"))
