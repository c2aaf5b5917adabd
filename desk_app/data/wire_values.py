# SPDX-License-Identifier: Apache-2.0
"""What a field, a name and a record are in a change: checked, references as dots, and the bytes read again."""

from collections.abc import Mapping
from typing import Any

from desk_app.data import schema
from desk_app.data.projection import State
from desk_app.data.streams import StreamBook
from desk_app.domain import errors, records, words
from desk_app.journal import codec
from desk_app.journal.change import Change, Key, Value
from desk_app.journal.streams import Dot

N_ = words.N_


class WireValues:
    """Local values as they stand in the changes of one replica."""

    def __init__(self, book: StreamBook, replica: bytes) -> None:
        self._book, self._replica = book, replica

    def fields(self, declared: records.RecordType, values: Mapping[str, Any]) -> dict[int, Value]:
        """What a new record says, by wire number; what is empty is left out. Raises Refused."""
        fields: dict[int, Value] = {}
        for name, value in values.items():
            field = declared.field(name)
            checked = field.check(value)
            if checked is not None and declared.numbered(field.no) is field:
                self.require_there(field, checked)
                fields[field.no] = self.value(field, checked)
        return fields

    def require_there(self, field: records.Field, value: Any) -> None:
        """What is referred to was written; what another office writes may still come."""
        if field.kind is not records.FieldKind.RECORD or value is None:
            return
        stream = self._book.by_no(value >> schema.SHIFT)
        if stream.replica == self._replica and not 0 < self._book.dot(value).seq <= stream.held:
            raise errors.NotFound(N_("Catatan yang dimaksud tidak ada."))

    def value(self, field: records.Field, value: Any) -> Value:
        """A checked value; a reference by the change that made what it names."""
        if field.kind is records.FieldKind.RECORD and value is not None:
            return self._book.dot(value)
        checked: Value = value
        return checked

    def key(self, declared: records.RecordType, key: tuple[Any, ...]) -> Key:
        """A natural key of local values."""
        if not declared.key_refers:
            return tuple(key)
        return tuple(
            self._book.dot(part) if field.kind is records.FieldKind.RECORD else part
            for field, part in zip(declared.key, key, strict=True)
        )

    def record(self, declared: records.RecordType, state: State) -> Dot | Key:
        """How a change names a record that is here."""
        if not declared.key:
            return self._book.dot(state.no)
        return self.key(declared, tuple(state.values[field.name] for field in declared.key))


def encoded(change: Change, stream: bytes) -> bytes:
    """The bytes of a change, read again before they count: what a flipped bit of memory made of them, sealed and sent,
    nobody could ever read or take back."""
    body = codec.encode(change, stream)
    if len(body) > codec.LONGEST:
        raise errors.Refused(N_("Isian terlalu panjang untuk disimpan."))
    try:
        sound = codec.decode(body, stream) == change
    except codec.BadBytes:
        sound = False
    if not sound:
        raise errors.Refused(
            N_(
                "Isian ini rusak di memori komputer sebelum disimpan, jadi tidak disimpan; yang lama tetap utuh. "
                "Simpan sekali lagi. Bila terulang, minta memori (RAM) komputer ini diperiksa."
            )
        )
    return body
