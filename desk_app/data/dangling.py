# SPDX-License-Identifier: Apache-2.0
"""References that lead nowhere: to a record that has not come, or to one that was deleted meanwhile."""

from dataclasses import dataclass

from sqlalchemy import select

from desk_app.data import rows, schema
from desk_app.data.database import Connection
from desk_app.data.projection import ALIVE_NO
from desk_app.domain import records


@dataclass(frozen=True, slots=True)
class Dangling:
    """A live record (kind's name, local number, title) whose `field` leads nowhere; `deleted`: what it meant was here.

    Nothing is wrong with it: it leads somewhere again when the other record comes, or is brought back.
    """

    kind: str
    record: int
    title: str
    field: str
    deleted: bool


def dangling(connection: Connection) -> list[Dangling]:
    """Every such reference, kind by kind."""
    found: list[Dangling] = []
    gone = _deleted(connection)
    for declared in records.TYPES.values():
        table = schema.tables[declared.no]
        for field in declared.columns:
            if field.kind is not records.FieldKind.RECORD:
                continue
            wanted = table.c[field.name]
            named = (
                select(table, schema.change.c.record.label("referred"))
                .outerjoin(schema.change, schema.change.c.key == wanted)
                .where(table.c.alive != ALIVE_NO, wanted.is_not(None))
                .order_by(table.c.no)
            )
            for row in connection.execute(named).mappings():
                if row["referred"] is None or row["referred"] in gone:
                    title = rows.title(declared, {str(name): value for name, value in row.items()})
                    found.append(Dangling(declared.name, row["no"], title, field.name, row["referred"] is not None))
    return found


def _deleted(connection: Connection) -> set[int]:
    gone: set[int] = set()
    for table in schema.tables.values():
        gone.update(connection.execute(select(table.c.no).where(table.c.alive == ALIVE_NO)).scalars())
    return gone
