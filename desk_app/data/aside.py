# SPDX-License-Identifier: Apache-2.0
"""Streams set aside: what came of them could never be right here, so that the others do not wait for it."""

from dataclasses import dataclass
from enum import StrEnum

import sqlalchemy
from sqlalchemy import delete, insert, select

from desk_app.data import schema, streams
from desk_app.domain import words
from desk_app.journal.streams import Scope

N_ = words.N_


class Reason(StrEnum):
    """Why a stream was set aside; kept in the database."""

    FORK = "fork"
    """One number stands for two changes. The branch that is held here goes on; only the other is refused."""
    UNREADABLE = "unreadable"
    DEPTH = "depth"
    SCOPE = "scope"
    NAME = "name"
    KIND = "kind"


WORDS: dict[Reason, str] = {
    Reason.FORK: N_(
        "Satu nomor dipakai dua kali oleh kantor pengirim. Data di sini tidak diubah; hubungi kantor itu."
    ),
    Reason.UNREADABLE: N_("Satu isian tidak dapat dibaca; mungkin ditulis oleh versi program yang lebih baru."),
    Reason.DEPTH: N_("Urutan perubahan tidak masuk akal."),
    Reason.SCOPE: N_("Ada isian di luar wilayah penulisnya."),
    Reason.NAME: N_("Satu catatan tidak bernama sebagaimana mestinya."),
    Reason.KIND: N_("Satu perubahan menyebut catatan dari jenis lain."),
}


@dataclass(frozen=True, slots=True)
class Aside:
    """A stream of which nothing is taken from change `seq` on. `words`: a msgid; `again`: it was aside before."""

    stream: bytes
    replica: bytes
    scope: Scope
    seq: int
    reason: Reason
    words: str
    again: bool = False


def told(stream: streams.Stream, seq: int, reason: Reason, *, again: bool = False) -> Aside:
    if stream.replica is None or stream.scope is None:
        raise ValueError("only a stream of which something came can be set aside")
    return Aside(stream.id, stream.replica, stream.scope, seq, reason, WORDS[reason], again)


def add(connection: sqlalchemy.Connection, no: int, seq: int, reason: Reason, at: int) -> None:
    """Set a stream aside from a number on; what was noted of it before is replaced."""
    connection.execute(delete(schema.aside).where(schema.aside.c.stream == no))
    connection.execute(insert(schema.aside).values(stream=no, seq=seq, reason=reason.value, at=at))


def numbers(connection: sqlalchemy.Connection) -> dict[int, tuple[int, Reason]]:
    """The streams that are set aside: their numbers here → (change, reason)."""
    return {row.stream: (row.seq, Reason(row.reason)) for row in connection.execute(select(schema.aside))}


def listed(connection: sqlalchemy.Connection) -> list[Aside]:
    """The streams that are set aside, for those who look after it."""
    query = select(schema.stream, schema.aside.c.seq, schema.aside.c.reason)
    rows = connection.execute(query.join(schema.aside, schema.aside.c.stream == schema.stream.c.no))
    return [told(streams.from_row(row), row.seq, Reason(row.reason), again=True) for row in rows]


def release(connection: sqlalchemy.Connection, stream: bytes) -> bool:
    """Try a stream again, as after an upgrade: from the next import on, with what was put away of it."""
    of = select(schema.stream.c.no).where(schema.stream.c.id == stream).scalar_subquery()
    return connection.execute(delete(schema.aside).where(schema.aside.c.stream == of)).rowcount > 0
