# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: N802 - the names of its methods are those of apsw
"""Cuts the power of a disk at any write: SQLite's own writes are noted by a layer of apsw, and reach the disk in part.

Started by `tools.py`: does the recorded transactions of an office again in an unencrypted file with the settings of
`data/database.py`, then rebuilds the disk as it may be after a cut: what was flushed is there, of the rest each sector
with a chance of 0.6, in any order. (SQLCipher's pages go through the same calls; its own layer is not apsw's.)
"""

import json
import pickle
import random
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import apsw

SECTOR = 512
REACHES = 0.6
TABLES = ("change", "answer", "arrival", "head", "readiness", "issue", "seal", "stream", "parcel")

Write = tuple[str, str, int, bytes]
"""(file, "write", "truncate", "sync" or "delete", place, bytes)"""


class Layer(apsw.VFS):
    """Files as ever, and a log of what was done to them."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.log: list[Write] = []
        super().__init__(name, "")

    def xOpen(self, name: Any, flags: Any) -> "File":
        return File(name, flags, self.log)

    def xDelete(self, name: str, syncdir: bool) -> None:
        super().xDelete(name, syncdir)
        self.log.append((Path(name).name, "delete", 0, b""))


class File(apsw.VFSFile):
    """One of the files."""

    def __init__(self, name: Any, flags: Any, log: list[Write]) -> None:
        super().__init__("", name, flags)
        filename = name.filename() if isinstance(name, apsw.URIFilename) else name
        self._name = Path(filename).name
        self._log = log

    def xWrite(self, data: bytes, offset: int) -> None:
        super().xWrite(data, offset)
        self._log.append((self._name, "write", offset, bytes(data)))

    def xTruncate(self, newsize: int) -> None:
        super().xTruncate(newsize)
        self._log.append((self._name, "truncate", newsize, b""))

    def xSync(self, flags: int) -> None:
        super().xSync(flags)
        self._log.append((self._name, "sync", 0, b""))


State = tuple[tuple[int, int], ...]


def state(connection: apsw.Connection) -> State:
    """Enough of the tables to tell the state after one transaction from that after another."""
    query = "SELECT count(*), coalesce(sum(length(hex({0}))), 0) FROM {1}"
    widest = {"change": "bytes", "stream": "rolling", "answer": "note", "arrival": "no", "issue": "title",
              "head": "change", "readiness": "state", "seal": "signature", "parcel": "file"}
    found = []
    for table in TABLES:
        found.append(next(connection.execute(query.format(widest[table], table))))
    held = next(connection.execute("SELECT coalesce(sum(held), 0), coalesce(max(held), 0) FROM stream"))
    return (*found, held)


@dataclass
class Told:
    """How the cuts ended."""

    synchronous: str
    transactions: int
    writes: int
    checkpoints: int
    fine: int = 0
    lost: int = 0
    half: int = 0
    corrupt: int = 0


def settle(connection: apsw.Connection, pragmas: list[str]) -> None:
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}").fetchall()


def perform(folder: Path, told: dict[str, Any], synchronous: str) -> tuple[list[Write], list[int], list[State]]:
    """Do the transactions; the log, how long it was when each was acknowledged, and the state after each."""
    path = folder / "desk.db"
    layer = Layer(f"cut {synchronous}")
    connection = apsw.Connection(str(path), vfs=layer.name)
    settle(connection, [*told["pragmas"], f"synchronous = {synchronous}"])
    for line in told["tables"]:
        connection.execute(line)
    with connection:
        for table, rows in told["rows"].items():
            if rows:
                marks = ", ".join("?" * len(rows[0]))
                connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    base = {one.name: one.read_bytes() for one in folder.iterdir() if not one.name.endswith("-shm")}
    (folder / "base").write_bytes(pickle.dumps(base))
    layer.log.clear()
    acknowledged, states = [0], [state(connection)]
    for what, parameters, many in told["statements"]:
        if what == "COMMIT":
            connection.execute("COMMIT")
            acknowledged.append(len(layer.log))
            states.append(state(connection))
        elif many:
            connection.executemany(what, parameters)
        else:
            connection.execute(what, parameters)
    log = list(layer.log)
    connection.close()
    return log, acknowledged, states


def after_cut(base: dict[str, bytes], log: list[Write], dice: random.Random) -> dict[str, bytes]:
    """The disk when the power went after the last of these."""
    files = {name: bytearray(data) for name, data in base.items()}
    flushed: dict[str, int] = {}
    for at, (name, what, _place, _data) in enumerate(log):
        if what == "sync":
            flushed[name] = at
    for at, (name, what, place, data) in enumerate(log):
        sure = at < flushed.get(name, 0)
        held = files.setdefault(name, bytearray())
        match what:
            case "write":
                for start in range(0, len(data), SECTOR):
                    if sure or dice.random() < REACHES:
                        part = data[start : start + SECTOR]
                        held.extend(bytes(max(0, place + start - len(held))))
                        held[place + start : place + start + len(part)] = part
            case "truncate" if sure or dice.random() < REACHES:
                del held[place:]
            case "delete" if dice.random() < REACHES:
                del files[name]
    return {name: bytes(data) for name, data in files.items()}


def cut(folder: Path, told: dict[str, Any], synchronous: str, cuts: int) -> Told:
    """Cut the power so often, at random writes."""
    dice = random.Random(synchronous)
    folder.mkdir()
    log, acknowledged, states = perform(folder, told, synchronous)
    base = pickle.loads((folder / "base").read_bytes())
    checkpoints = sum(name == "desk.db" and what == "write" for name, what, _place, _data in log)
    found = Told(synchronous, len(states) - 1, len(log), checkpoints)
    for number in range(cuts):
        at = dice.randint(0, len(log))
        disk = folder / str(number)
        disk.mkdir()
        for name, data in after_cut(base, log[:at], dice).items():
            (disk / name).write_bytes(data)
        kept = max(index for index, length in enumerate(acknowledged) if length <= at)
        match look(disk / "desk.db", states, kept):
            case "fine":
                found.fine += 1
            case "lost":
                found.lost += 1
            case "half":
                found.half += 1
            case _:
                found.corrupt += 1
        for one in disk.iterdir():
            one.unlink()
    return found


def look(path: Path, states: list[State], kept: int) -> str:
    """What a database is after a cut, of whose transactions `kept` were acknowledged."""
    try:
        connection = apsw.Connection(str(path))
        settle(connection, ["journal_mode = WAL"])
        if next(connection.execute("PRAGMA integrity_check")) != ("ok",):
            return "corrupt"
        now = state(connection)
        connection.close()
    except apsw.Error:
        return "corrupt"
    if now in states[kept:]:
        return "fine"
    return "lost" if now in states else "half"


def main(folder: Path) -> None:
    told = pickle.loads((folder / "recorded").read_bytes())
    for synchronous, cuts in (("FULL", 600), ("NORMAL", 60), ("OFF", 60)):
        print(json.dumps(asdict(cut(folder / synchronous, told, synchronous, cuts))), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
