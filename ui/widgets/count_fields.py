# SPDX-License-Identifier: Apache-2.0
"""What is typed into a C.HASIL: its rows and fields in the order of the form, and what stands in each.

A field that is empty was not read; it is never 0.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desk_app.base.text import _
from desk_app.domain import words
from desk_app.domain.counts import lines

SINGLE = 2
"""The column of a line that has one figure: below the sums of the others."""

_COLUMNS = {lines.Sex.MEN: 0, lines.Sex.WOMEN: 1, lines.Sex.BOTH: SINGLE}
_NUMBER = re.compile(r"\d{1,3}(?:[. \u00a0]\d{3})+|\d+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the form. `fields`: the column of each of its figures (0 L, 1 P, 2 J or the only one), its code."""

    title: str
    block: lines.Block
    fields: tuple[tuple[int, str], ...]


def rows_of(form: Sequence[lines.Line]) -> tuple[Row, ...]:
    """The rows of a form, L, P and J of a line in one."""
    found: list[Row] = []
    last = ""
    for line in form:
        field = (_COLUMNS[line.sex] if line.sex is not None else SINGLE, line.code)
        if line.row == last:
            found[-1] = Row(found[-1].title, found[-1].block, (*found[-1].fields, field))
        else:
            found.append(Row(said(line.label), line.block, (field,)))
        last = line.row
    return tuple(found)


def said(phrase: words.Phrase) -> str:
    """A phrase in the language of the window."""
    return words.render(phrase.message, phrase.params, _)


def numbers_in(text: str) -> tuple[int, ...]:
    """The figures of a text that is pasted, dots of thousands read: "1.234" is one, "12<tab>13" are two."""
    return tuple(int(re.sub(r"\D", "", found)) for found in _NUMBER.findall(text))


class Fields:
    """The fields of one form; `at` is the code of the one in which the keys work, "" in an empty form."""

    def __init__(self, form: Sequence[lines.Line] = (), figures: Mapping[str, int] | None = None) -> None:
        self.form = tuple(form)
        self.rows = rows_of(form)
        self.order = tuple(line.code for line in form)
        self._place = {code: place for place, code in enumerate(self.order)}
        self.row_of = {code: at for at, row in enumerate(self.rows) for _column, code in row.fields}
        self._texts = {code: str(value) for code, value in (figures or {}).items() if code in self._place}
        self.at = self.order[0] if self.order else ""

    def text(self, code: str) -> str:
        """What stands in a field, "" where nothing was read."""
        return self._texts.get(code, "")

    def put(self, code: str, text: str) -> None:
        """Let a field say something else: digits, or "" for what was not read."""
        if text:
            self._texts[code] = text
        else:
            self._texts.pop(code, None)

    def settle(self, code: str) -> None:
        """What was typed, as it is kept: "007" is 7, "00" is 0."""
        text = self.text(code)
        if text:
            self.put(code, str(int(text)))

    def figures(self) -> dict[str, int]:
        """What was read, in the order of the form."""
        return {code: int(self._texts[code]) for code in self.order if code in self._texts}

    def beside(self, code: str, by: int) -> str | None:
        """The field so many after another, None beyond the ends."""
        place = self._place[code] + by
        return self.order[place] if 0 <= place < len(self.order) else None

    def below(self, code: str, by: int) -> str | None:
        """The field in the row so many below, in the same column or the nearest one; None beyond the ends."""
        at = self.row_of[code] + by
        if not 0 <= at < len(self.rows):
            return None
        column = self.column(code)
        return min(self.rows[at].fields, key=lambda field: abs(field[0] - column))[1]

    def column(self, code: str) -> int:
        """In which column a field stands."""
        return next(column for column, held in self.rows[self.row_of[code]].fields if held == code)

    def first_open(self) -> str:
        """The first field that is empty, the first of all in a form that is whole."""
        return next((code for code in self.order if code not in self._texts), self.order[0] if self.order else "")

    @property
    def is_by_sex(self) -> bool:
        """Whether some row has columns for men and women."""
        return any(len(row.fields) > 1 for row in self.rows)
