# SPDX-License-Identifier: Apache-2.0
"""Which attachments there are: of a record, those an office may read, those that go with a package."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy
from sqlalchemy import func, select

from desk_app.data import authors, duplicates, schema, streams
from desk_app.journal.streams import Scope

_table = schema.by_name["attachment"]
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Row:
    """An attachment as its record says it; `digest` is b"" where a newer version left it out.

    `sealed`: name and caption of a photo of the count, b"" of any other attachment.
    """

    no: int
    owner: int
    digest: bytes
    name: str
    media: str
    size: int
    taken_at: int
    caption: str
    sealed: bytes
    author: authors.Authored


@dataclass(frozen=True, slots=True)
class Named:
    """The content that an attachment names: its record, SHA-256 and length."""

    no: int
    digest: bytes
    size: int


def of_record(connection: sqlalchemy.Connection, record: int) -> list[Row]:
    """The attachments of a record, and of those shown with it, that were not deleted, as they were added."""
    told = [record, *duplicates.merged_with(connection, record)]
    mentioned = select(schema.change.c.key).where(schema.change.c.record.in_(told))
    rows = connection.execute(
        select(_table).where(_table.c.owner.in_(mentioned), _table.c.alive != 0).order_by(_table.c.no)
    ).all()
    return _told(connection, rows)


def counts(connection: sqlalchemy.Connection, records: Sequence[int]) -> dict[int, int]:
    """How many attachments each of some records has; those without one are left out."""
    found: dict[int, int] = {}
    for start in range(0, len(records), _CHUNK):
        rows = connection.execute(
            select(schema.change.c.record, func.count())
            .join(_table, _table.c.owner == schema.change.c.key)
            .where(schema.change.c.record.in_(records[start : start + _CHUNK]), _table.c.alive != 0)
            .group_by(schema.change.c.record)
        )
        found.update((record, count) for record, count in rows)
    return found


def values_for(row: Row, owner: int) -> dict[str, object]:
    """The fields of an attachment of another record that shows the same content."""
    return {
        "owner": owner,
        "digest": row.digest,
        "name": row.name,
        "media": row.media,
        "size": row.size,
        "taken_at": row.taken_at or None,
        "caption": row.caption,
    }


def one(connection: sqlalchemy.Connection, no: int) -> Row | None:
    """An attachment by its record, deleted or not."""
    return next(iter(_told(connection, connection.execute(select(_table).where(_table.c.no == no)).all())), None)


def every(connection: sqlalchemy.Connection) -> list[Named]:
    """What all attachments name that were not deleted."""
    return _named(connection, _table.c.alive != 0)


def readable(connection: sqlalchemy.Connection, reads: Callable[[Scope], bool]) -> list[Named]:
    """What those attachments name that an office may read."""
    allowed = _allowed(connection, reads)
    return [named for named in every(connection) if named.no >> schema.SHIFT in allowed]


def beyond(
    connection: sqlalchemy.Connection, reads: Callable[[Scope], bool], said: Mapping[bytes, int]
) -> list[Named]:
    """What those attachments name that an office may read and has not said it holds."""
    found: list[Named] = []
    for one_ in streams.all_streams(connection):
        begun = said.get(one_.id, 0)
        if one_.scope is not None and one_.held > begun and reads(one_.scope):
            span = (_table.c.no > one_.key(begun), _table.c.no <= one_.key(one_.held))
            found += _named(connection, _table.c.alive != 0, *span)
    return found


def of_digests(
    connection: sqlalchemy.Connection, digests: Iterable[bytes], reads: Callable[[Scope], bool] | None = None
) -> list[Named]:
    """The attachments, deleted or not, that name one of these contents; with `reads` those an office may read."""
    wanted = sorted(set(digests))
    found: list[Named] = []
    for start in range(0, len(wanted), _CHUNK):
        found += _named(connection, _table.c.digest.in_(wanted[start : start + _CHUNK]))
    if reads is None or not found:
        return found
    allowed = _allowed(connection, reads)
    return [named for named in found if named.no >> schema.SHIFT in allowed]


def _allowed(connection: sqlalchemy.Connection, reads: Callable[[Scope], bool]) -> set[int]:
    """The numbers of the streams that an office may read."""
    return {one.no for one in streams.all_streams(connection) if one.scope is not None and reads(one.scope)}


def _named(connection: sqlalchemy.Connection, *conditions: sqlalchemy.ColumnElement[bool]) -> list[Named]:
    rows = connection.execute(
        select(_table.c.no, _table.c.digest, _table.c.size).where(*conditions).order_by(_table.c.no)
    )
    return [Named(row.no, row.digest, row.size or 0) for row in rows if row.digest is not None]


def _told(connection: sqlalchemy.Connection, rows: Iterable[sqlalchemy.Row[tuple[object, ...]]]) -> list[Row]:
    listed = list(rows)
    made_by = authors.of_changes(connection, [row.no for row in listed])
    return [
        Row(
            no=row.no,
            owner=row.owner or 0,
            digest=row.digest or b"",
            name=row.name or "",
            media=row.media or "",
            size=row.size or 0,
            taken_at=row.taken_at or 0,
            caption=row.caption or "",
            sealed=row.sealed or b"",
            author=made_by.get(row.no, authors.Authored(0, "", "")),
        )
        for row in listed
    ]
