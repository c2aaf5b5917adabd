# SPDX-License-Identifier: Apache-2.0
"""Offices that stand ready: made once, copied for each test, opened when they are first asked for."""

import secrets
import shutil
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.data import alarms, keys, meta, schema
from desk_app.data.database import Database
from desk_app.exchange import contents
from desk_app.operations import (
    answers,
    checking,
    import_outcome,
    issue_deeds,
    issues,
    opening,
    package_making,
    receiving,
    sending,
)
from desk_app.operations.desk import DATABASE, LOCK, Desk
from tests import acquainted, regency_offices, small_offices, two_offices

PLACES = {"kabupaten": "73.13", "tempe": "73.13.06", "belawa": "73.13.07", "province": "73"}
FIRST, SECOND, YES_NO, NUMBER = two_offices.FIRST, two_offices.SECOND, two_offices.YES_NO, two_offices.NUMBER
BELAWA_FIRST = regency_offices.tps(regency_offices.BELAWA_VILLAGE, 1)


@dataclass(frozen=True)
class Kept:
    """A closed office: its folder, and what opens it without a password being reckoned."""

    folder: Path
    key: bytes
    slot: keys.Slot


Prepared = dict[str, Kept]


def prepare(folder: Path) -> Prepared:
    """A kabupaten, two of its kecamatan and its province, all of which have heard of each other."""
    stick = folder / "stick"
    stick.mkdir(parents=True)
    with ExitStack() as open_:
        made = {"kabupaten": open_.enter_context(regency_offices.make(folder / "kabupaten"))}
        for name in ("tempe", "belawa"):
            made[name] = open_.enter_context(two_offices.kecamatan(folder / name, PLACES[name]))
        made["province"] = open_.enter_context(
            small_offices.make(folder / "province", PLACES["province"], stations=0).desk
        )
        acquainted.introduce(made["kabupaten"], made["tempe"], made["belawa"])
        acquainted.introduce(made["province"], made["kabupaten"])
        for name in ("tempe", "belawa", "province") * 2:  # then each knows what the others have: nothing goes twice
            carry(made["kabupaten"], made[name], stick)
            carry(made[name], made["kabupaten"], stick)
        return {name: Kept(one.folder, one.data_key, one.operator) for name, one in made.items()}


def carry(source: Desk, target: Desk, stick: Path) -> import_outcome.Outcome:
    """Send by the stick and receive; a package of one volume."""
    sent = finish(sending.send(source, target.identity.place, stick))
    [outcome] = finish(receiving.receive(target, sent.files))
    return outcome


def open_copy(kept: Kept, folder: Path, *, copied: bool = False) -> Desk:
    """A copy of an office, open, that takes itself for the original unless it shall see that it was `copied`."""
    shutil.copytree(kept.folder, folder, ignore=shutil.ignore_patterns(LOCK))
    desk = opening.open_with_key(folder, kept.key, kept.slot, now=lambda: small_offices.NOW, guarded=False)
    if not copied:
        with desk.store.writing() as connection:
            meta.write(connection, {"inode": str((folder / DATABASE).stat().st_ino).encode()})
    return desk


def disputed_import(offices: "Offices") -> tuple[Path, Kept]:
    """A package of Tempe with new answers, an issue and a disagreement, and the closed kabupaten that shall take it."""
    tempe, kabupaten = offices.tempe, offices.kabupaten
    answers.set_answers(tempe, [(FIRST, NUMBER, 7, None), (SECOND, NUMBER, 5, "menyusul"), (SECOND, YES_NO, "S", None)])
    issue_deeds.follow_up(tempe, issues.new_issue(tempe, "Banjir", FIRST[:13]), "ditinjau")
    answers.set_answer(kabupaten, FIRST, NUMBER, "8")
    path = offices.send(tempe, kabupaten)
    kabupaten.close()
    return path, Kept(kabupaten.folder, kabupaten.data_key, kabupaten.operator)


def three_volumes(offices: "Offices") -> package_making.Prepared:
    """A package of the kabupaten for the province: a volume for each of two kecamatan and one for itself."""
    kabupaten = offices.kabupaten
    notes = [secrets.token_hex(length) for length in (900, 400)]
    answers.set_answers(kabupaten, [(FIRST, NUMBER, 7, notes[0]), (BELAWA_FIRST, NUMBER, 8, notes[1])])
    issues.new_issue(kabupaten, "Gudang kebanjiran", "73.13")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(contents, "MOST_SEGMENTS", 1)
        return finish(sending.prepare(kabupaten, "73"))


@dataclass
class Offices:
    """The offices of one test and a folder that stands for the stick."""

    prepared: Prepared
    folder: Path
    opened: dict[str, Desk] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.stick = self.folder / "stick"
        self.stick.mkdir()

    @property
    def kabupaten(self) -> Desk:
        return self.open("kabupaten")

    @property
    def tempe(self) -> Desk:
        return self.open("tempe")

    @property
    def belawa(self) -> Desk:
        return self.open("belawa")

    @property
    def province(self) -> Desk:
        return self.open("province")

    def open(self, name: str) -> Desk:
        if name not in self.opened:
            self.opened[name] = open_copy(self.prepared[name], self.folder / name)
        return self.opened[name]

    def reopen(self, name: str) -> Desk:
        """Close an office and open it as a user would."""
        self.open(name).close()
        kept = self.prepared[name]
        folder = self.folder / name
        self.opened[name] = opening.open_with_key(folder, kept.key, kept.slot, now=lambda: small_offices.NOW)
        return self.opened[name]

    def carry(self, source: Desk, target: Desk) -> import_outcome.Outcome:
        return carry(source, target, self.stick)

    def send(self, source: Desk, target: Desk) -> Path:
        """A package of one volume that lies on the stick."""
        [path] = finish(sending.send(source, target.identity.place, self.stick)).files
        return path

    def close(self) -> None:
        for one in self.opened.values():
            one.close()


def value(desk: Desk, subject: str, item: str = NUMBER, column: str = "quantity") -> object:
    """What an answer says, None where there is none."""
    query = f"SELECT {column} FROM answer WHERE subject = ? AND item = ?"
    with desk.reading() as connection:
        return connection.exec_driver_sql(query, (subject, item)).scalar_one_or_none()


def told(desk: Desk) -> list[str]:
    """The alarms that stand, the newest first."""
    with desk.reading() as connection:
        return [one.kind for one in alarms.standing(connection)]


def faults(desk: Desk) -> Sequence[str]:
    """What a check of the whole file finds."""
    return finish(checking.check(desk)).faults


Rows = dict[str, Counter[tuple[object, ...]]]
"""The rows of each table, in no order."""


def everything(desk: Desk) -> Rows:
    """Every row of every table, to see that nothing at all was altered."""
    return rows_of(desk.store)


def rows_of(store: Database) -> Rows:
    # In SQL of its own: a loop of these tests opens hundreds of files, and would compile every query for each.
    with store.reading() as connection:
        return {
            table.name: Counter(tuple(row) for row in connection.exec_driver_sql(f"SELECT * FROM {table.name}"))
            for table in schema.metadata.sorted_tables
        }
