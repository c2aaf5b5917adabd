# SPDX-License-Identifier: Apache-2.0
"""How a register is declared as a sheet: its columns, what comes back in, and the verbs that a row goes through."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from desk_app.domain import records
from desk_app.operations.desk import Desk
from desk_app.workbooks import cells, writing

CODE = "Kode catatan (jangan diubah)"
"""What a row is known by when the sheet comes back."""

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Form:
    """How a column is written and read where the declaration of its field does not tell it.

    `read` raises Refused; what it gives for a cell that was not touched equals what is kept.
    """

    write: Callable[[Any], writing.Value]
    read: cells.Reader
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Register:
    """One register as a sheet. `out`: fields in the order of the columns; `back`: those of them that come back in.

    `new(desk, **values)` writes a record and returns its number (None: rows are only altered);
    `edit(desk, no, seen=, **values)` alters one (None: rows are only added). Both raise Refused. `required`: of a new
    row; `fixed`: what of a row that is known cannot be altered; `unique`: what no two rows share; `blank`: what alone
    makes no new row; `totals`: number fields that are added up below the rows.

    `extra`: columns beside those of the record; `forms`: by field; `headings`: by field, where the label does not do;
    `notes`: what stands in the note of a heading. `rows` puts the rows together from those of the record; a row whose
    `no` is text has it as its code, one whose `no` is None waits to be filled in. `listed`: the rows are given, also
    in an empty form, and nobody adds one. `frozen`: columns that stay in sight.
    """

    key: str
    title: str
    declared: records.RecordType
    out: tuple[str, ...]
    back: tuple[str, ...]
    edit: Callable[..., Any] | None = None
    new: Callable[..., Any] | None = None
    required: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()
    unique: tuple[str, ...] = ()
    blank: tuple[str, ...] = ()
    totals: tuple[str, ...] = ()
    extra: tuple[records.Field, ...] = ()
    forms: Mapping[str, Callable[[Desk], Form]] = field(default_factory=dict)
    headings: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    rows: Callable[[Desk, list[Row]], list[Row]] | None = None
    title_of: Callable[[Row], str] | None = None
    code: str = CODE
    code_first: bool = False
    frozen: int = 0
    listed: bool = False

    @property
    def columns(self) -> tuple[records.Field, ...]:
        """The fields of the columns."""
        beside = {one.name: one for one in self.extra}
        return tuple(beside.get(name) or self.declared.field(name) for name in self.out)

    def heading(self, one: records.Field) -> str:
        """What stands above a column."""
        return self.headings.get(one.name, one.label)

    def title_words(self, row: Row) -> str:
        """What a person calls a row."""
        if self.title_of is not None:
            return self.title_of(row)
        return " · ".join(str(row[name]) for name in self.declared.title if row.get(name) is not None)
