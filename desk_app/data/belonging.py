# SPDX-License-Identifier: Apache-2.0
"""Whether a change that came in may stand where it stands: in the scope of its record, under a name that can be."""

import re
from collections.abc import Mapping
from typing import Any

from desk_app.data.aside import Reason
from desk_app.data.scoping import reader_class_of, scope_place
from desk_app.data.streams import Stream, StreamBook
from desk_app.domain import errors, places, records
from desk_app.journal.change import Change, ChangeKind, Value
from desk_app.journal.streams import Dot, Scope

_NEWER_PLACE = re.compile(r"/[a-z_]{2,20}(?:-[1-9]\d?)?", re.ASCII)
"""A place of a kind that this version does not know: kept and passed on, and shown by the version that knows it."""


def fault(book: StreamBook, stream: Stream, one: Change) -> Reason | None:
    """Why a change can never stand in its stream, None if it can. All that it names must be held."""
    declared = records.TYPES.get(one.type)
    if isinstance(one.record, Dot):
        if book.by_id(one.record.stream).scope != stream.scope:
            return Reason.SCOPE
        if declared is not None and declared.key:
            return Reason.NAME
    elif one.record is None and one.kind in (ChangeKind.SET, ChangeKind.DELETE, ChangeKind.UNDELETE):
        return Reason.NAME
    if declared is None or stream.scope is None:
        return None
    if not isinstance(one.record, Dot):
        key = one.record or ()
        if len(key) != len(declared.key):
            return Reason.NAME
        for column, part in zip(declared.key, key, strict=True):
            found = fault_of_part(declared, stream.scope, column, part)
            if found is not None:
                return found
    return _fault_of_fields(book, declared, stream.scope, one)


def fault_of_part(
    declared: records.RecordType, scope: Scope, column: records.Field, part: Value
) -> Reason | None:
    """What is wrong with a part of a natural key in a stream of this scope."""
    try:
        if isinstance(part, Dot) or column.check(part) != part:
            return Reason.NAME
    except errors.Refused:
        return Reason.NAME
    if column.name == "event" and part != scope.event:
        return Reason.SCOPE
    return _fault_of_place(declared, scope, part) if column.name == declared.place_field else None


def may_name(declared: records.RecordType, scope: Scope, column: records.Field, part: Value) -> bool:
    """Whether a part of a natural key is of the right sort and names something of this scope.

    Enough where the record is known to be here, since then its name is one that can be.
    """
    if column.kind is records.FieldKind.NUMBER:
        return type(part) is int
    if not isinstance(part, str) or (column.name == "event" and part != scope.event):
        return False
    return column.name != declared.place_field or scope_place(part) == scope.place


def _fault_of_fields(
    book: StreamBook, declared: records.RecordType, scope: Scope, one: Change
) -> Reason | None:
    """Event, place and parent decide a record's scope: a change may not take it to another."""
    begins = not isinstance(one.record, Dot)
    named = _fields_by_name(declared, one)
    if declared.parent:
        if begins or declared.parent in named:
            parent = named.get(declared.parent)
            if not isinstance(parent, Dot) or book.by_id(parent.stream).scope not in (scope, None):
                return Reason.SCOPE
        return None
    if reader_class_of(declared) is not scope.reader_class:
        return Reason.SCOPE
    if any(column.name == "event" for column in declared.fields) and (begins or "event" in named):
        if (named.get("event") or "") != scope.event:
            return Reason.SCOPE
    elif all(column.name != "event" for column in declared.columns) and scope.event:
        return Reason.SCOPE
    place = named.get(declared.place_field)
    return None if place is None else _fault_of_place(declared, scope, place)


def _fault_of_place(declared: records.RecordType, scope: Scope, place: Value) -> Reason | None:
    if not isinstance(place, str) or not _is_place(place):
        return Reason.NAME
    if declared.place_field == "village" and places.level_of(place) is not places.Level.VILLAGE:
        return Reason.NAME
    return None if scope_place(place) == scope.place else Reason.SCOPE


def _is_place(written: str) -> bool:
    """Whether it is a place in its one way of writing."""
    try:
        return places.parse(written).subject == written
    except errors.Refused:
        region = places.region_of(written)
        return _NEWER_PLACE.fullmatch(written[len(region) :]) is not None and _is_region(region)


def _is_region(code: str) -> bool:
    try:
        places.level_of(code)
    except errors.Refused:
        return False
    return True


def _fields_by_name(declared: records.RecordType, one: Change) -> Mapping[str, Any]:
    found = {}
    for no, value in one.fields.items():
        column = declared.numbered(no)
        if column is not None:
            found[column.name] = value
    return found
