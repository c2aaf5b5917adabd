# SPDX-License-Identifier: Apache-2.0
"""The witness: words outside the database that tell a restored or copied database from one that simply went on.

The database counts its turns and holds a random token for the last one; a small file beside it and one in the user's
own folder hold the same. A turn is made at opening and each time a package is about to leave. So

- a witness that is ahead of the database: an older copy was put back;
- a witness with the same number and another token, or another file on the disk than the one of the last turn: a copy.

Such a database takes a new replica id by itself: numbers that left this office once are never given to other changes
(exchange.md §9, "Settled first" 14). No clock is asked. A witness that lags behind is of another user of this
computer, who was not here for a while.
"""

import json
import secrets
from dataclasses import dataclass
from pathlib import Path

from desk_app.base import files, paths
from desk_app.data import meta
from desk_app.operations.desk import DATABASE, Desk

FOLDER = "witness"
FILE = "desk.witness"
_TOKEN = 16


@dataclass(frozen=True, slots=True)
class Word:
    """What a witness or the database says: which turn, and its token."""

    turn: int
    token: str


def goes_on(desk: Desk) -> bool:
    """Whether this is the database of the last turn; writes nothing."""
    with desk.reading() as connection:
        values = meta.read(connection)
    if "turn" not in values:
        return True
    own = Word(int(values["turn"]), values["token"].hex())
    if int(values["inode"]) != _inode(desk):
        return False
    return not any(
        word.turn > own.turn or (word.turn == own.turn and word != own)
        for word in map(_read, _places(desk))
        if word is not None
    )


def turn(desk: Desk) -> None:
    """Make one more turn, in the database and then in its witnesses, on the disk before this returns.

    A power cut in between leaves witnesses that lag behind, which is no fault. A witness that cannot be written is
    gone without; the exchange itself then notices a number used twice.
    """

    def run() -> None:
        fresh = secrets.token_bytes(_TOKEN)
        with desk.store.writing() as connection:
            number = int(meta.read(connection).get("turn", b"0")) + 1
            values = {"turn": str(number), "inode": str(_inode(desk))}
            meta.write(connection, {name: value.encode() for name, value in values.items()} | {"token": fresh})
        for path in _places(desk):
            _write(path, Word(number, fresh.hex()))

    desk.on_writer(run)


def _places(desk: Desk) -> tuple[Path, Path]:
    return paths.home() / FOLDER / f"{desk.identity.replica.hex()}.json", desk.folder / FILE


def _inode(desk: Desk) -> int:
    """Which file on the disk the database is: a copy is another one, on Windows too."""
    return (desk.folder / DATABASE).stat().st_ino


def _read(path: Path) -> Word | None:
    try:
        told = json.loads(path.read_bytes())
        return Word(int(told["turn"]), str(told["token"]))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _write(path: Path, word: Word) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        files.write_whole(path, json.dumps({"turn": word.turn, "token": word.token}).encode())
    except OSError:
        return
