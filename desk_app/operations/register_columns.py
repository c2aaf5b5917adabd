# SPDX-License-Identifier: Apache-2.0
"""The columns of a register's workbook: how a field of a record is written into a cell, and how a cell is read back."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from desk_app.data import register_rows
from desk_app.domain import errors, records, words, zones
from desk_app.domain.records import FieldKind
from desk_app.operations import places, settings, values
from desk_app.operations.desk import Desk
from desk_app.operations.register_sheets import Register
from desk_app.workbooks import cells, reading, writing

N_ = words.N_

CODE = "Kode catatan (jangan diubah)"
"""The last column: what a row is known by when the sheet comes back."""
CODE_NAME = "code"
"""What the mapping calls that column."""

PLACES = frozenset(("place", "subject", "village", "district", "to", "from"))
_LONG = 1000


class Columns:
    """Cells out and in for one register at one office; names of what records refer to are looked up once."""

    def __init__(self, desk: Desk, register: Register, *, personal: bool) -> None:
        self._desk, self._register = desk, register
        self._speaker = values.Speaker(desk)
        self._zone = settings.zone(desk)
        self.fields = [one for one in register.columns if personal or not one.personal]
        """The fields that have a column."""
        self._named: dict[str, dict[int, str]] = {}

    @property
    def headings(self) -> list[str]:
        """What stands above the columns, the code's last."""
        return [*(field.label for field in self.fields), CODE]

    @property
    def names(self) -> list[tuple[str, str]]:
        """What a column can be mapped to: name of the field and its label, the code's last."""
        return [*((one.name, one.label) for one in self.fields), (CODE_NAME, CODE)]

    def choices(self) -> dict[int, list[str]]:
        """Column → what may be chosen in it."""
        found = {at: list(self._labels(field).values()) for at, field in enumerate(self.fields)}
        return {at: told for at, told in found.items() if told}

    def learn(self, rows: list[Mapping[str, Any]]) -> None:
        """Look up the places of many rows at once."""
        for field in self.fields:
            if field.name in PLACES:
                self._speaker.learn(str(row[field.name]) for row in rows if row[field.name])

    def cell(self, field: records.Field, value: Any) -> writing.Value:
        """A kept value as it is written."""
        if value is None or value == "":
            return None
        labels = self._labels(field)
        if labels:
            return labels.get(str(value), str(value))
        if field.name in PLACES:
            return f"{self._speaker.place(str(value))} ({value})"
        match field.kind:
            case FieldKind.MOMENT:
                return zones.local(int(value), self._zone).replace(tzinfo=None, second=0, microsecond=0)
            case FieldKind.DATE:
                return datetime.fromisoformat(str(value)).date()
            case FieldKind.FLAG:
                return "Ya" if value else "Tidak"
            case FieldKind.RECORD:
                return self._names(field).get(int(value), "")
            case FieldKind.NUMBER:
                return int(value)
        return str(value)

    def reader(self, field: records.Field) -> cells.Reader:
        """How a cell of a field's column is read: to the value as it is kept. Raises Refused when it is used."""
        labels = self._labels(field)
        if labels:
            return cells.choice(labels)
        if field.name in PLACES:
            return self._place
        match field.kind:
            case FieldKind.MOMENT:
                return lambda cell: zones.moment(cells.moment(cell), self._zone)
            case FieldKind.DATE:
                return cells.day
            case FieldKind.FLAG:
                return cells.yes
            case FieldKind.RECORD:
                return self._reference(field)
            case FieldKind.NUMBER:
                return cells.number
        return cells.lines if field.most >= _LONG else cells.text

    def is_same(self, field: records.Field, kept: Any, read: Any) -> bool:
        """Whether a cell says what is kept; how text is spaced, and the seconds of a moment, are no difference."""
        if kept is None or read is None:
            return kept is read
        if field.kind is FieldKind.MOMENT:
            return int(kept) // 60 == int(read) // 60
        if field.kind is FieldKind.TEXT and not self._coded(field):
            return bool(self.reader(field)(kept) == read)
        return bool(kept == read)

    def words(self, field: records.Field, value: Any) -> str:
        """A value in words, for the dry run."""
        return self._speaker.value(self._register.declared.name, field.name, value)

    def _coded(self, field: records.Field) -> bool:
        return field.name in PLACES or bool(self._labels(field))

    def _labels(self, field: records.Field) -> dict[str, str]:
        return values.labels(self._register.declared.name, field.name)

    def _place(self, cell: reading.Cell) -> str:
        written = cells.text(cell)
        code = written.rpartition("(")[2].removesuffix(")") if written.endswith(")") else written
        return places.only_place(self._desk, code)

    def _reference(self, field: records.Field) -> Callable[[reading.Cell], int]:
        def read(cell: reading.Cell) -> int:
            written = cells.text(cell).casefold()
            found = [no for no, name in self._names(field).items() if name.casefold() == written]
            if len(found) == 1:
                return found[0]
            if found:
                raise errors.Refused(
                    N_("“{text}” dapat berarti {count} catatan. Bedakan dahulu namanya."),
                    text=cells.text(cell),
                    count=len(found),
                )
            raise errors.Refused(
                N_("{field} “{text}” tidak ada. Tulis seperti di daftar: {known}."),
                field=field.label,
                text=cells.text(cell),
                known=", ".join(list(self._names(field).values())[:5]),
            )

        return read

    def _names(self, field: records.Field) -> dict[int, str]:
        """What records of the kind that a field refers to are called."""
        if field.name not in self._named:
            declared = values.referred(field.name)
            found: dict[int, str] = {}
            if declared is not None:
                with self._desk.reading() as connection:
                    rows = register_rows.rows(connection, declared, settings.event_code(self._desk))
                for row in rows:
                    told = " · ".join(str(row[name]) for name in declared.title if row[name] is not None)
                    found[row["no"]] = self._speaker.title(declared.name, told)
            self._named[field.name] = found
        return self._named[field.name]
