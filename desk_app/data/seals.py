# SPDX-License-Identifier: Apache-2.0
"""The seals of a stream between two lengths, and those let go because they are of another branch."""

import sqlalchemy
from sqlalchemy import delete, select

from desk_app.data import schema
from desk_app.data.arriving import Mark

_seal = schema.seal


def between(connection: sqlalchemy.Connection, no: int, after: int, upto: int) -> list[Mark]:
    """Lengths and rolling hashes that the seals of a stream name, in order."""
    here = (_seal.c.stream == no) & (_seal.c.upto > after) & (_seal.c.upto <= upto)
    rows = connection.execute(select(_seal.c.upto, _seal.c.rolling).where(here).order_by(_seal.c.upto))
    return [(row.upto, row.rolling) for row in rows]


def drop(connection: sqlalchemy.Connection, no: int, upto: int) -> None:
    connection.execute(delete(_seal).where(_seal.c.stream == no, _seal.c.upto == upto))


def drop_beyond(connection: sqlalchemy.Connection, no: int, length: int) -> None:
    connection.execute(delete(_seal).where(_seal.c.stream == no, _seal.c.upto > length))
