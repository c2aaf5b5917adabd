# SPDX-License-Identifier: Apache-2.0
"""The tables of the file of totals (`counts.db`), which is none of the office's own database (decision 0027)."""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    Text,
    text,
)

metadata = MetaData()

about = Table("about", metadata, Column("name", Text, primary_key=True), Column("value", LargeBinary, nullable=False))


def _key() -> tuple[Column[Any], ...]:
    return (
        Column("event", Text, primary_key=True),
        Column("race", Text, primary_key=True),
        Column("village", Text, primary_key=True),
        Column("number", SmallInteger, primary_key=True, autoincrement=False),
    )


standing = Table(
    "standing",
    metadata,
    *_key(),
    Column("occasion", SmallInteger, nullable=False),
    Column("state", Text, nullable=False),
    Column("figures", LargeBinary, nullable=False),
    Column("told", LargeBinary, nullable=False),
    Column("provisional", Boolean, nullable=False),
    Column("decided", Boolean, nullable=False),
    Column("readers", SmallInteger, nullable=False),
    Column("unreadable", SmallInteger, nullable=False),
    Column("votes", LargeBinary),
    Column("votes_whole", Boolean, nullable=False),
    Index("standing_by_state", "event", "race", "state", "village", "number"),
    Index("standing_by_phone", "event", "race", "village", sqlite_where=text("provisional IS 1")),
    sqlite_with_rowid=False,
)
"""One row a TPS and race, of the occasion that counts. `figures`: CBOR by line; `told`: CBOR of all else of the
`Standing`; `readers`: how many have read it whole and the same; `unreadable`: readings under a key that is not here;
`votes`: the votes as one value, to find the same ones again in a village; `votes_whole`: every candidate's were read,
so that they may be added up."""

earlier = Table(
    "earlier",
    metadata,
    *_key(),
    Column("occasion", SmallInteger, primary_key=True, autoincrement=False),
    Column("state", Text, nullable=False),
    Column("figures", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
"""What stood for a vote that was repeated since: kept, in no total."""

area = Table(
    "area",
    metadata,
    Column("event", Text, primary_key=True),
    Column("race", Text, primary_key=True),
    Column("line", Text, primary_key=True),
    Column("village", Text, primary_key=True),
    Column("sum", BigInteger, nullable=False),
    Column("stations", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""Sums of each village by line, with how many TPS they are of."""

finding = Table(
    "finding",
    metadata,
    *_key(),
    Column("rule", Text, primary_key=True),
    Column("place", SmallInteger, primary_key=True, autoincrement=False),
    Column("level", Text, nullable=False),
    Column("gap", BigInteger, nullable=False),
    Column("lines", Text, nullable=False),
    Column("accepted", Boolean, nullable=False),
    Index("finding_by_rule", "event", "race", "rule", "village", "number"),
    sqlite_with_rowid=False,
)
"""What the rules say of what stands; `place` numbers several of one rule."""
