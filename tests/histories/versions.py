# SPDX-License-Identifier: Apache-2.0
"""A newer version of the program: one more kind of record with a name, a free one, and fields on kinds of today."""

import functools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import sqlalchemy

from desk_app.data import schema
from desk_app.domain import records
from desk_app.domain.records import Field, FieldKind, RecordType, fields

SURVEY = RecordType(
    no=901,
    name="survey",
    label="Survei TPS",
    key=(fields.EVENT, fields.VILLAGE, fields.NUMBER),
    fields=(Field(1, "ramp", FieldKind.FLAG, "Jalur landai"), Field(2, "remark", FieldKind.TEXT, "Catatan", most=200)),
    place_field="village",
    title=("village", "number"),
)
VISIT = RecordType(
    no=902,
    name="later_kind",
    label="Kunjungan",
    fields=(
        Field(1, "event", FieldKind.TEXT, "Pemilihan", most=40),
        Field(2, "place", FieldKind.TEXT, "Tempat", most=40),
        Field(3, "remark", FieldKind.TEXT, "Catatan", most=200),
        Field(4, "issue", FieldKind.RECORD, "Permasalahan"),
    ),
    place_field="place",
    title=("remark",),
)
STATION = replace(
    records.STATION, fields=(*records.STATION.fields, Field(61, "light", FieldKind.TEXT, "Penerangan", most=40))
)
ISSUE = replace(records.ISSUE, fields=(*records.ISSUE.fields, Field(61, "urgent", FieldKind.FLAG, "Mendesak")))
TYPES = {**records.TYPES, **{one.no: one for one in (SURVEY, VISIT, STATION, ISSUE)}}


@functools.cache
def _tables() -> tuple[sqlalchemy.MetaData, dict[int, sqlalchemy.Table]]:
    metadata = sqlalchemy.MetaData()
    projected = {table.name for table in schema.tables.values()}
    for table in schema.metadata.sorted_tables:
        if table.name not in projected:
            table.to_metadata(metadata)
    honest, schema.metadata = schema.metadata, metadata
    try:
        return metadata, {no: schema._projected(one) for no, one in TYPES.items()}
    finally:
        schema.metadata = honest


@contextmanager
def newer() -> Iterator[None]:
    """Run the newer version for a while."""
    metadata, tables = _tables()
    before = schema.metadata, schema.tables, schema.by_name, records.TYPES, records.NAMES
    schema.metadata, schema.tables = metadata, tables
    schema.by_name = {TYPES[no].name: table for no, table in tables.items()}
    records.TYPES, records.NAMES = TYPES, {one.name: one for one in TYPES.values()}
    try:
        yield
    finally:
        schema.metadata, schema.tables, schema.by_name, records.TYPES, records.NAMES = before
