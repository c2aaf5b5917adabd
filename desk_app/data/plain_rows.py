# SPDX-License-Identifier: Apache-2.0
"""Plain changes put in by the thousand: they are laid into a temporary table, the database finds those that are what
they seem, and writes journal, rows and heads of these by one statement each.

What holds for a plain change (`State.standing`, decision 0001): the record lives; of each field it sets, exactly the
change that it replaces stands, which is the record's first one where the column is set and has no row in `head`; it
is one deeper than the deepest of these; or it replaces nothing where nothing stands. Then nobody disagrees before or
after, and the row is the change's values. One that makes a record is plain where no such record is.
"""

import json
from collections import Counter

import sqlalchemy

from desk_app.data import plain_sql
from desk_app.data.plain import Row, Shape


class PlainRows:
    """Puts in the plain changes of one shape, within the transaction of an import: `lay`, `find`, `write`."""

    def __init__(self, connection: sqlalchemy.Connection, shape: Shape) -> None:
        self._run = connection.exec_driver_sql
        self._shape = shape
        self._sql = plain_sql.of(shape)
        self._twice: list[int] = []
        self._replaces = False

    def lay(self, rows: list[Row]) -> None:
        """Lay the changes into the temporary table; not those that each make the same record."""
        for statement in self._sql.begin:
            self._run(statement)
        if self._shape.creates:
            names = Counter(map(self._name, rows))
            if len(names) < len(rows):
                self._twice = [row[0] for row in rows if names[self._name(row)] > 1]
                rows = [row for row in rows if names[self._name(row)] == 1]
        if rows:
            self._run(self._sql.lay, rows)

    def _name(self, row: Row) -> Row:
        return row[2 : 2 + len(self._shape.declared.key)]

    def put_at_once(self, rows: list[Row], arrival: int) -> list[int] | None:
        """Put in all that was laid if all of it is what it seems at first sight; the records, or None.

        At first sight: no record that is made is here, or each change replaces the first one of its record. Rows that
        were altered although not all are so would be altered to the same by `find` and `write`.
        """
        at_once = self._sql.at_once
        if self._shape.creates:
            records = [row[0] for row in rows]
            whole = not self._twice and not self._run(at_once.look).scalar_one()
        else:
            records = [row[-1 - len(self._shape.fields)] for row in rows]
            whole = len(set(records)) == len(rows) and self._run(at_once.look).rowcount == len(rows)
        if not whole:
            return None
        self._run(at_once.journal, (arrival,))
        for statement in at_once.write:
            self._run(statement)
        return records

    def find(self) -> list[int]:
        """Find the changes that are what they seem; the local numbers of the records that they alter or make."""
        for statement in self._sql.find:
            self._replaces = self._run(statement).rowcount > 0
        records: list[int] = json.loads(self._run(self._sql.records).scalar_one())
        if len(set(records)) < len(records):  # several about one record, of which none names another
            twice = {no for no, count in Counter(records).items() if count > 1}
            self._run(self._sql.lose, [(no,) for no in twice])
            records = [no for no in records if no not in twice]
        return records

    def odd(self) -> list[int]:
        """The local keys of the changes that are not what they seemed."""
        found: list[int] = json.loads(self._run(self._sql.odd).scalar_one())
        return found + self._twice

    def write(self, arrival: int) -> None:
        """Put in what was found."""
        self._run(self._sql.journal, (arrival,))
        for statement in (*(self._sql.replace if self._replaces else ()), *self._sql.write):
            self._run(statement)
