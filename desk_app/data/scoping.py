# SPDX-License-Identifier: Apache-2.0
"""In which scope a record stands: of which event, at which place, and who may receive it."""

from collections.abc import Mapping
from typing import Any

from desk_app.data import schema
from desk_app.data.streams import StreamBook
from desk_app.domain import errors, places, records, words
from desk_app.journal.streams import ReaderClass, Scope

N_ = words.N_

_REACH = {
    records.Reach.OPEN: ReaderClass.OPEN,
    records.Reach.SHARED_DOWN: ReaderClass.SHARED_DOWN,
    records.Reach.COUNTS: ReaderClass.COUNTS,
    records.Reach.CONFIDENTIAL: ReaderClass.CONFIDENTIAL,
    records.Reach.INTERNAL: ReaderClass.INTERNAL,
}


def of_new(book: StreamBook, office: str, declared: records.RecordType, values: Mapping[str, Any]) -> Scope:
    """The scope of a record that is made: that of what it hangs on, else by its event and its place.

    `office`: the place of who writes it, for what has no place of its own. Raises NotFound.
    """
    if declared.parent:
        parent = values.get(declared.parent)
        stream = book.by_no(int(parent) >> schema.SHIFT) if parent else None
        if stream is None or stream.scope is None:
            raise errors.NotFound(N_("Catatan yang dimaksud tidak ada."))
        return stream.scope
    place = values.get(declared.place_field) if declared.place_field else None
    has_event = any(field.name == "event" for field in declared.columns)
    return Scope(
        str(values.get("event") or "") if has_event else "",
        scope_place(str(place)) if place else office,
        reader_class_of(declared),
    )


def require_same(book: StreamBook, declared: records.RecordType, no: int, name: str, value: Any) -> None:
    """A record stays where it was made, or offices that may not read it would have to (decision 0013)."""
    scope = book.by_no(no >> schema.SHIFT).scope
    if scope is None:
        return
    elsewhere = (
        (name == declared.place_field and value is not None and scope_place(str(value)) != scope.place)
        or (name == "event" and (value or "") != scope.event)
        or (name == declared.parent and value and book.by_no(int(value) >> schema.SHIFT).scope != scope)
    )
    if elsewhere:
        raise errors.Refused(
            N_("Catatan ini milik {place} dan tidak dapat dipindah. Buat yang baru di sana, lalu hapus yang ini."),
            place=scope.place,
        )


def reader_class_of(declared: records.RecordType) -> ReaderClass:
    """Who may receive the records of a kind."""
    return _REACH[declared.reach]


def scope_place(subject: str) -> str:
    """The place of a scope: the kecamatan of what lies in one, else the region itself."""
    return places.region_of(subject)[:8]
