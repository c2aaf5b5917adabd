# SPDX-License-Identifier: Apache-2.0
"""What waits: changes that came before others which they follow or name. Each lies in a run that is sealed."""

from collections.abc import Sequence

import sqlalchemy
from sqlalchemy import delete, func, select

from desk_app.data import schema
from desk_app.data.aside import Reason
from desk_app.journal import streams

_inbox, _seal, _aside = schema.inbox, schema.seal, schema.aside
_KEEP = "INSERT OR IGNORE INTO inbox (stream, seq, bytes) VALUES (?, ?, ?)"


class Forked(Exception):
    """What waits does not follow on what is held, though its number does."""


def streams_waiting(connection: sqlalchemy.Connection) -> list[int]:
    """The numbers of the streams of which something waits."""
    return list(connection.execute(select(_inbox.c.stream).distinct()).scalars())


def count(connection: sqlalchemy.Connection) -> int:
    """How many changes wait; those of streams that were set aside do not."""
    apart = select(_aside.c.stream).where(_aside.c.reason != Reason.FORK)
    query = select(func.count()).select_from(_inbox).where(_inbox.c.stream.not_in(apart))
    return int(connection.execute(query).scalar_one())


def keep(connection: sqlalchemy.Connection, no: int, first: int, bodies: Sequence[bytes]) -> None:
    """Let changes wait; a number that waits already is left as it is."""
    rows = [(no, seq, bytearray(body)) for seq, body in enumerate(bodies, first)]
    if rows:
        connection.exec_driver_sql(_KEEP, rows)


def next_run(
    connection: sqlalchemy.Connection, no: int, held: int, rolling: bytes
) -> tuple[list[bytes], int, bytes] | None:
    """What waits right behind `held`, up to the next seal: bodies, length and rolling hash there. Raises Forked."""
    query = select(_seal.c.upto, _seal.c.rolling).where(_seal.c.stream == no, _seal.c.upto > held)
    seal = connection.execute(query.order_by(_seal.c.upto).limit(1)).first()
    if seal is None:
        return None
    here = (_inbox.c.stream == no) & (_inbox.c.seq > held) & (_inbox.c.seq <= seal.upto)
    bodies = list(connection.execute(select(_inbox.c.bytes).where(here).order_by(_inbox.c.seq)).scalars())
    if len(bodies) < seal.upto - held:
        return None
    if streams.advance_all(rolling, bodies) != seal.rolling:
        raise Forked
    return bodies, seal.upto, seal.rolling


def drop(connection: sqlalchemy.Connection, no: int, upto: int | None = None) -> None:
    """Let go of what waited and is held by now; of all that waited, if no length is given."""
    query = delete(_inbox).where(_inbox.c.stream == no)
    connection.execute(query if upto is None else query.where(_inbox.c.seq <= upto))
