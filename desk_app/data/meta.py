# SPDX-License-Identifier: Apache-2.0
"""What a database knows of itself: the office's signing key, this replica's id, its short code and place."""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import sqlalchemy
from sqlalchemy import delete, insert, select

from desk_app.data import schema


@dataclass(frozen=True, slots=True)
class Identity:
    """Which office and which computer this is. `seed`: 32 bytes of the office's Ed25519 key."""

    place: str
    level: str
    name: str
    short: str
    replica: bytes
    seed: bytes
    public: bytes
    box: str = ""
    """The secret half of the key that packages to this office are sealed for (age)."""
    recipient: str = ""
    """Its public half."""
    series: str = ""
    """Letters that tell the register numbers of this computer from those of the office's other ones."""

    @property
    def register(self) -> str:
        """What register numbers of this computer begin with: WAJ, or WAJ-K7 after it took a new identity."""
        return f"{self.short}-{self.series}" if self.series else self.short

    @property
    def code(self) -> str:
        """The office's code in records: the first letters of its public key."""
        return self.public.hex()[:16]


_LETTERS = "BCDFGHJKLMNPQRSTVWXYZ"


def new_series() -> str:
    """Letters for the register numbers of one more computer of an office."""
    return "".join(secrets.choice(_LETTERS) for _ in range(2))


def read(connection: sqlalchemy.Connection) -> Mapping[str, bytes]:
    return {row.name: row.value for row in connection.execute(select(schema.meta))}


def write(connection: sqlalchemy.Connection, values: Mapping[str, bytes]) -> None:
    for name, value in values.items():
        connection.execute(delete(schema.meta).where(schema.meta.c.name == name))
        connection.execute(insert(schema.meta).values(name=name, value=value))


def forget(connection: sqlalchemy.Connection, names: Iterable[str]) -> None:
    """Take values away; what is not there stays so."""
    connection.execute(delete(schema.meta).where(schema.meta.c.name.in_(list(names))))


def identity(values: Mapping[str, bytes]) -> Identity:
    return Identity(
        place=values["place"].decode(),
        level=values["level"].decode(),
        name=values["name"].decode(),
        short=values["short"].decode(),
        replica=values["replica"],
        seed=values["seed"],
        public=values["public"],
        box=values.get("box", b"").decode(),
        recipient=values.get("recipient", b"").decode(),
        series=values.get("series", b"").decode(),
    )


def identity_values(one: Identity) -> dict[str, bytes]:
    return {
        "place": one.place.encode(),
        "level": one.level.encode(),
        "name": one.name.encode(),
        "short": one.short.encode(),
        "replica": one.replica,
        "seed": one.seed,
        "public": one.public,
        "box": one.box.encode(),
        "recipient": one.recipient.encode(),
        "series": one.series.encode(),
    }
