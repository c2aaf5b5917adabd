# SPDX-License-Identifier: Apache-2.0
"""Bringing a database file to this version: forward-only steps for the journal's tables, the rest by declaration.

A step is written by hand only for the journal's own tables. Projected tables follow `domain.records`: a new kind
gets its table, a new field its column, and the records that waited for it are projected again.
"""

import hashlib
from collections.abc import Callable

import sqlalchemy
from sqlalchemy import delete, inspect, select
from sqlalchemy.schema import CreateColumn, CreateIndex

from desk_app.data import meta, schema
from desk_app.data.projection import Projector
from desk_app.data.streams import StreamBook
from desk_app.domain import records
from desk_app.journal import codec

STEPS: dict[int, Callable[[sqlalchemy.Connection], None]] = {}
"""Version → the step that leads to it from the one before; version 1 is `create`."""


def create(connection: sqlalchemy.Connection) -> None:
    """Make every table in an empty file and mark it as ours."""
    schema.metadata.create_all(connection)
    connection.exec_driver_sql(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {schema.VERSION}")
    meta.write(connection, {"declared": fingerprint()})


def upgrade(connection: sqlalchemy.Connection, version: int) -> None:
    """Bring a file of an older version to this one, inside one transaction."""
    for step in range(version + 1, schema.VERSION + 1):
        STEPS[step](connection)
    if version != schema.VERSION:
        connection.exec_driver_sql(f"PRAGMA user_version = {schema.VERSION}")


def follow_declarations(connection: sqlalchemy.Connection) -> int:
    """Add the tables and columns that declarations ask for; returns how many records were projected again."""
    declared = fingerprint()
    if meta.read(connection).get("declared") == declared:
        return 0
    looked = inspect(connection)
    present = set(looked.get_table_names())
    for table in schema.metadata.sorted_tables:
        if table.name not in present:
            table.create(connection)
            continue
        have = {column["name"] for column in looked.get_columns(table.name)}
        for column in table.columns:
            if column.name not in have:
                specification = CreateColumn(column).compile(dialect=connection.dialect)
                connection.exec_driver_sql(f"ALTER TABLE {table.name} ADD COLUMN {specification}")
        for index in table.indexes:
            connection.execute(CreateIndex(index, if_not_exists=True))
    projected = project_waiting(connection)
    meta.write(connection, {"declared": declared})
    return projected


def fingerprint() -> bytes:
    """A hash over everything that the declarations ask of the file."""
    tables = [
        (table.name, [column.name for column in table.columns], sorted(str(index.name) for index in table.indexes))
        for table in schema.metadata.sorted_tables
    ]
    fields = [(kind, [field.no for field in declared.fields]) for kind, declared in sorted(records.TYPES.items())]
    return hashlib.sha256(repr((tables, fields)).encode()).digest()


def project_waiting(connection: sqlalchemy.Connection) -> int:
    """Project again the records that hold fields which an older version could not read."""
    waiting: dict[int, int] = {}
    for row in connection.execute(select(schema.unread)):
        declared = records.TYPES.get(row.type)
        if declared is not None and declared.numbered(row.field) is not None:
            waiting[row.record] = row.type
    for row in connection.execute(select(schema.stranger)):
        if row.type in records.TYPES:
            waiting[row.record] = row.type
    for record, kind in waiting.items():
        project_again(connection, record, kind)
    return len(waiting)


def project_again(connection: sqlalchemy.Connection, record: int, kind: int) -> None:
    """Rebuild one record's row, heads and disagreements from its changes."""
    for table in (schema.head, schema.conflict, schema.unread):
        connection.execute(delete(table).where(table.c.record == record))
    connection.execute(delete(schema.stranger).where(schema.stranger.c.record == record))
    if kind in schema.tables:
        connection.execute(delete(schema.tables[kind]).where(schema.tables[kind].c.no == record))
    book = StreamBook(connection)
    projector = Projector(connection, book)
    change = schema.change
    rows = connection.execute(select(change.c.key, change.c.bytes, change.c.arrival).where(change.c.record == record))
    changes = [(row.arrival, row.key, codec.read(row.bytes, book.by_no(row.key >> schema.SHIFT).id)) for row in rows]
    # As they came, so that the latest stays the latest: first the one that made it, of one transaction by depth.
    for _at, key, one in sorted(changes, key=lambda held: (held[1] != record, held[0], held[2].depth, held[1])):
        projector.apply(key, one)
    projector.flush()
