# SPDX-License-Identifier: Apache-2.0
"""The columns of a register's workbook: how a field of a record is written into a cell, and how a cell is read back."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from desk_app.data import register_rows
from desk_app.data.streams import StreamBook
from desk_app.domain import errors, records, words, zones
from desk_app.domain.records import FieldKind
from desk_app.operations import places, settings, values
from desk_app.operations.desk import Desk
from desk_app.operations.register_sheets.declaring import Form, Register, Row
from desk_app.workbooks import cells, reading, writing

N_ = words.N_

CODE_NAME = "code"
"""What the mapping calls the column of the code."""
ROW_CODE = "row_code"
"""What a row calls its own code."""

PLACES = frozenset(("place", "subject", "village", "district", "to", "from", "origin", "arrived_place"))
_LONGEST_PLACE = 40
_LONG = 1000
_MOST_CHOICES = 2000


def rows(desk: Desk, register: Register) -> list[Row]:
    """The rows of a register as they stand, each with its code."""
    with desk.reading() as connection:
        held: list[Row] = []
        if not register.listed:
            held = list(register_rows.rows(connection, register.declared, settings.event_code(desk)))
    if register.rows is not None:
        held = register.rows(desk, held)
    named = [row["no"] for row in held if isinstance(row["no"], int)]
    with desk.reading() as connection:
        book = StreamBook(connection)
        codes = {no: register_rows.code(book, no) for no in named}
    return [dict(row) | {ROW_CODE: codes.get(row["no"], row["no"])} for row in held]


class Columns:
    """Cells out and in for one register at one office; names of what records refer to are looked up once."""

    def __init__(self, desk: Desk, register: Register, *, personal: bool) -> None:
        self._desk, self._register, self._personal = desk, register, personal
        self._speaker = values.Speaker(desk)
        self._zone = settings.zone(desk)
        self.fields = [one for one in register.columns if personal or not one.personal]
        """The fields that have a column."""
        self._forms = {name: make(desk) for name, make in register.forms.items()}
        self._named: dict[str, dict[int, str]] = {}
        self._meant: dict[str, dict[str, list[int]]] = {}
        self._strange: dict[str, dict[str, str]] = {}

    @property
    def names(self) -> list[tuple[str, str]]:
        """What a column can be mapped to: name of the field and its heading, the code's where it stands."""
        told = [(one.name, self._register.heading(one)) for one in self.fields]
        code = (CODE_NAME, self._register.code)
        return [code, *told] if self._register.code_first else [*told, code]

    @property
    def headings(self) -> list[str]:
        """What stands above the columns."""
        return [heading for _name, heading in self.names]

    def line(self, told: list[writing.Value], code: str | None) -> list[writing.Value]:
        """The cells of the fields with the code where it stands."""
        return [code, *told] if self._register.code_first else [*told, code]

    def choices(self) -> dict[int, list[str]]:
        """Column → what may be chosen in it."""
        first = int(self._register.code_first)
        found = {
            at: self._choices(field)
            for at, field in enumerate(self.fields, first)
            if field.name in self._register.back
        }
        return {at: told for at, told in found.items() if told}

    def texts(self) -> list[int]:
        """The columns that hold text whatever is typed: a telephone keeps its zero."""
        first = int(self._register.code_first)
        return [
            at
            for at, field in enumerate(self.fields, first)
            if field.kind is FieldKind.TEXT and field.name not in self._register.forms
        ]

    def notes(self) -> dict[int, str]:
        """Column → the note of its heading."""
        first = int(self._register.code_first)
        held = self._register.notes
        return {at: held[field.name] for at, field in enumerate(self.fields, first) if field.name in held}

    def learn(self, rows: list[Row]) -> None:
        """Look up the places of many rows at once, and which codes they have that nobody knows here."""
        for field in self.fields:
            if _is_place(field):
                self._speaker.learn(str(row[field.name]) for row in rows if row[field.name])
            labels = self._labels(field)
            if labels:
                held = {str(row[field.name]) for row in rows if row[field.name]}
                self._strange[field.name] = {code: code for code in held - labels.keys()}

    def cell(self, field: records.Field, value: Any) -> writing.Value:
        """A kept value as it is written."""
        if value is None or value == "":
            return None
        form = self._forms.get(field.name)
        if form is not None:
            return form.write(value)
        labels = self._labels(field)
        if labels:
            return labels.get(str(value), str(value))
        if _is_place(field):
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
                return int(value) / 10**field.scale if field.scale else int(value)
        return str(value)

    def reader(self, field: records.Field) -> cells.Reader:
        """How a cell of a field's column is read: to the value as it is kept. Raises Refused when it is used."""
        form = self._forms.get(field.name)
        if form is not None:
            return form.read
        labels = self._labels(field)
        if labels:
            return cells.choice(labels | self._strange.get(field.name, {}))
        if _is_place(field):
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
                return cells.decimal(field.scale) if field.scale else cells.number
        return cells.lines if field.most >= _LONG else cells.text

    def is_same(self, field: records.Field, kept: Any, read: Any) -> bool:
        """Whether a cell says what is kept; how text is spaced, and the seconds of a moment, are no difference."""
        if kept is None or read is None:
            return kept is read
        if field.name in self._forms and self.cell(field, kept) == self.cell(field, read):
            return True
        if field.kind is FieldKind.MOMENT:
            return int(kept) // 60 == int(read) // 60
        if field.kind is FieldKind.TEXT and not self._coded(field):
            return bool(self.reader(field)(writing.plain(str(kept))) == read)
        return bool(kept == read)

    def title(self, row: Row) -> str:
        """What a person calls a row."""
        return self._speaker.title(self._register.declared.name, self._register.title_words(row))

    def words(self, field: records.Field, value: Any) -> str:
        """A value in words, for the dry run."""
        if field.name in self._forms and value is not None:
            return str(self.cell(field, value) or "")
        return self._speaker.value(self._register.declared.name, field.name, value)

    def _coded(self, field: records.Field) -> bool:
        return _is_place(field) or field.name in self._forms or bool(self._labels(field))

    def _choices(self, field: records.Field) -> list[str]:
        form: Form | None = self._forms.get(field.name)
        if form is not None:
            return list(form.choices)
        if field.kind is FieldKind.RECORD:
            return list(self._names(field).values())[:_MOST_CHOICES]
        return list(self._labels(field).values())

    def _labels(self, field: records.Field) -> dict[str, str]:
        return values.labels(self._register.declared.name, field.name)

    def _place(self, cell: reading.Cell) -> str:
        written = cells.text(cell)
        code = written.rpartition("(")[2].removesuffix(")") if written.endswith(")") else written
        return places.only_place(self._desk, code)

    def _reference(self, field: records.Field) -> Callable[[reading.Cell], int]:
        def read(cell: reading.Cell) -> int:
            written = cells.text(cell).casefold()
            self._names(field)
            found = self._meant[field.name].get(written, [])
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
                field=self._register.heading(field),
                text=cells.text(cell),
                known=", ".join(list(self._names(field).values())[:5]),
            )

        return read

    def _names(self, field: records.Field) -> dict[int, str]:
        """What records of the kind that a field refers to are called; names that several share have their code.

        Without personal data they are called by the rest of their title; both are understood when they come back.
        """
        if field.name not in self._named:
            shown: dict[int, str] = {}
            meant: dict[str, set[int]] = {}
            for no, code, names in self._referred(field):
                shown[no] = names[0]
                for name in (*names, *(f"{name} ({code})" for name in names)):
                    meant.setdefault(" ".join(name.split()).casefold(), set()).add(no)
                shown[no] = f"{names[0]} ({code})"
            self._named[field.name] = {
                no: name if len(meant[" ".join(plain.split()).casefold()]) > 1 else plain
                for no, name in shown.items()
                for plain in [name.rpartition(" (")[0]]
            }
            self._meant[field.name] = {name: sorted(numbers) for name, numbers in meant.items()}
        return self._named[field.name]

    def _referred(self, field: records.Field) -> list[tuple[int, str, list[str]]]:
        """The records that a field can refer to: number, code, and what they are called, as it is shown first."""
        declared = values.referred(field.name)
        if declared is None:
            return []
        with self._desk.reading() as connection:
            rows = register_rows.rows(connection, declared, settings.event_code(self._desk))
            book = StreamBook(connection)
            codes = {row["no"]: register_rows.code(book, row["no"]) for row in rows}
        hidden = {one.name for one in declared.fields if one.personal}
        found = []
        for row in rows:
            if declared.veiled_by and row[declared.veiled_by]:
                titles = [declared.title[:1]]
            else:
                titles = [declared.title, tuple(name for name in declared.title if name not in hidden)]
            told = []
            for title in titles if self._personal else reversed(titles):
                parts = [writing.plain(str(row[name])) for name in title if row[name] not in (None, "")]
                told.append(self._speaker.title(declared.name, " · ".join(parts)) if parts else codes[row["no"]])
            found.append((row["no"], codes[row["no"]], told))
        return found


def _is_place(field: records.Field) -> bool:
    """Whether a field names a place; the subject of a decree is another thing."""
    return field.name in PLACES and field.most <= _LONGEST_PLACE
