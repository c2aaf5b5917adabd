# SPDX-License-Identifier: Apache-2.0
"""One record as it stands: its row, its title in words, and which of its fields are in dispute."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from desk_app.data import schema
from desk_app.data.database import Connection
from desk_app.domain import errors, records, words

N_ = words.N_


def row(connection: Connection, declared: records.RecordType, no: int) -> Mapping[str, Any]:
    """The columns of a record, deleted or not. Raises NotFound."""
    table = schema.tables[declared.no]
    found = connection.execute(select(table).where(table.c.no == no)).mappings().one_or_none()
    if found is None:
        raise errors.NotFound(N_("Catatan yang dimaksud tidak ada."))
    return dict(found)


def title(declared: records.RecordType, columns: Mapping[str, Any]) -> str:
    """What a person calls a record: its title fields, of a veiled one the first alone."""
    is_veiled = bool(declared.veiled_by and columns[declared.veiled_by])
    told = declared.title[:1] if is_veiled else declared.title
    return " · ".join(str(columns[name]) for name in told if columns[name] is not None)


def find(connection: Connection, declared: records.RecordType, key: tuple[Any, ...]) -> int | None:
    """The local number of the record with this natural key (local values)."""
    table = schema.tables[declared.no]
    no: int | None = connection.execute(
        select(table.c.no).where(
            *(table.c[field.name] == part for field, part in zip(declared.key, key, strict=True))
        )
    ).scalar_one_or_none()
    return no


def disputed_fields(connection: Connection, no: int) -> set[int]:
    """The wire numbers of a record's fields on which offices differ (0: whether it is deleted)."""
    return set(
        connection.execute(select(schema.conflict.c.field).where(schema.conflict.c.record == no)).scalars()
    )


def disputes(connection: Connection) -> list[tuple[int, int, int]]:
    """Every open disagreement: (record, field, kind)."""
    return [
        (entry.record, entry.field, entry.type)
        for entry in connection.execute(select(schema.conflict).order_by(schema.conflict.c.record))
    ]


def standing_changes(connection: Connection, record: int, field: int) -> list[int]:
    """The keys of the changes that stand for a field in dispute."""
    return list(
        connection.execute(
            select(schema.head.c.change).where(schema.head.c.record == record, schema.head.c.field == field)
        ).scalars()
    )
