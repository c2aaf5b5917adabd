# SPDX-License-Identifier: Apache-2.0
"""Four offices as they stand when a history begins: enrolled, introduced, with TPS, and all holding the same."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from desk_app.base.progress import finish
from desk_app.data import keys, meta
from desk_app.data.unit_of_work import Unit
from desk_app.domain import records
from desk_app.operations import elections, enrolment, offices, receiving, sending, teams, witness
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests import acquainted
from tests.histories import dice, engines, reading, truth
from tests.histories.computers import CLOCKS, PASSWORD, Computer, copy_files

EVENT = "pemilu-2024"
DISTRICTS = ("73.13.06", "73.13.07")
KEY_MEMORY = 8 << 20
STATIONS = 10


@dataclass(frozen=True)
class Office:
    """A prepared office: its folder is copied for each history."""

    place: str
    folder: Path
    key: bytes
    slot: keys.Slot


class Prepared:
    """The offices of a history, those of kecamatan first, and all changes they hold.

    Not a dataclass: Hypothesis would print all of it beside a script that breaks.
    """

    def __init__(self, offices: tuple[Office, ...], base: truth.Truth) -> None:
        self.offices = offices
        self.base = base

    def computers(self, folder: Path) -> list[Computer]:
        """Fresh copies of all of them."""
        made = []
        for one in self.offices:
            target, home = folder / one.place, folder / f"home of {one.place}"
            target.mkdir(parents=True)
            home.mkdir()
            copy_files(one.folder, target)
            made.append(Computer(one.place, one.place, target, home, one.key, one.slot))
        return made


def villages(district: str) -> tuple[str, ...]:
    """The villages of a kecamatan in these tests."""
    return (f"{district}.1001", f"{district}.2002")


def make(folder: Path, districts: tuple[str, ...] = DISTRICTS) -> Prepared:
    """Make the offices as an authority does: ready files for the offices below, a phone call with the province.

    `districts`: kecamatan of one kabupaten; it and its province have offices too.
    """
    above, province_place = districts[0][:5], districts[0][:2]
    with dice.thrown_from("prepared"), engines.quick():
        making = _Making(folder)
        province = making.office(province_place)
        regency = making.office(above)
        acquainted.introduce(province, regency)
        _write_masters(regency, districts)
        (folder / "ready").mkdir()
        below = []
        os.environ["DESK_HOME"] = str(making.home(above))
        for ready in finish(enrolment.prepare(regency, districts, folder / "ready")):
            below.append(making.open(ready))
        offices_ = [*below, regency, province]
        for _ in range(2):
            for source, target in [*((one, regency) for one in below), (regency, province), (province, regency)]:
                making.carry(source, target)
            for one in below:
                making.carry(regency, one)
        base = truth.Truth()
        for one in offices_:
            seen = reading.see(one)
            base.places[one.identity.replica] = one.identity.place
            for stream, bodies in seen.bodies.items():
                told = seen.streams[stream]
                assert told.replica is not None
                assert told.scope is not None
                base.streams[stream] = told.replica, told.scope
                base.written[stream] = {seq: [body] for seq, body in enumerate(bodies, 1)}
                base.peaks[one.identity.replica, stream] = len(bodies)
        made = tuple(
            Office(one.identity.place, one.folder, one.data_key, one.operator) for one in offices_
        )
        for one in offices_:
            making.leave(one)
    return Prepared(made, base)


class _Making:
    """The first morning of all offices."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def home(self, place: str) -> Path:
        home = self._folder / f"home of {place}"
        home.mkdir(exist_ok=True)
        return home

    def office(self, place: str) -> Desk:
        asked = offices.NewOffice(place, EVENT, "Andi", PASSWORD, with_master_data=False)
        return offices.create_office(self._folder / place, asked, now=lambda: CLOCKS[3], key_memory=KEY_MEMORY).desk

    def open(self, ready: enrolment.Ready) -> Desk:
        os.environ["DESK_HOME"] = str(self.home(ready.place))
        opening = enrolment.open_ready(
            ready.files[0], ready.word, self._folder / ready.place, "Besse", PASSWORD, now=lambda: CLOCKS[3],
            key_memory=KEY_MEMORY,
        )  # fmt: skip
        return finish(opening).desk

    def carry(self, source: Desk, target: Desk) -> None:
        stick = self._folder / "stick"
        stick.mkdir(exist_ok=True)
        os.environ["DESK_HOME"] = str(self.home(source.identity.place))
        sent = finish(sending.send(source, target.identity.place, stick))
        os.environ["DESK_HOME"] = str(self.home(target.identity.place))
        finish(receiving.receive(target, sent.files))
        shutil.rmtree(stick)

    def leave(self, one: Desk) -> None:
        """Close an office; it forgets its witness, so that a copy of it is not told from it."""
        with one.store.writing() as connection:
            meta.forget(connection, ["token", "turn", "inode"])
        one.close()
        (one.folder / witness.FILE).unlink(missing_ok=True)


def _write_masters(regency: Desk, districts: tuple[str, ...]) -> None:
    place = regency.identity.place

    def work(unit: Unit) -> None:
        named = {place: "kabupaten"} | dict.fromkeys(districts, "kecamatan")
        named |= {village: "desa" for one in districts for village in villages(one)}
        for code, kind in named.items():
            unit.put(records.REGION, (EVENT, code), {"name": f"Wilayah {code}", "kind": kind, "source": "uji"})
        elections.write_election(unit, place, elections.template(EVENT), "uji")
        rows = [
            ((EVENT, village, number), {"dpt_male": 140, "dpt_female": 150})
            for one in districts
            for village in villages(one)[:1]
            for number in range(1, STATIONS + 1)
        ]
        unit.put_many(records.STATION, rows)

    transact(regency, "Daftar", work, kind="setup")
    section = teams.new_section(regency, "Bidang I")
    team = teams.new_team(regency, 1, name="Tim I", section=section)
    teams.new_member(regency, "Camat", team=team, person="Andi Mappanyukki")
