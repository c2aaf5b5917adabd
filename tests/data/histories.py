# SPDX-License-Identifier: Apache-2.0
"""Random histories of several offices: they type, delete, give packages out; some are lost, repeated, or come late."""

import random
from pathlib import Path
from typing import Any

from sqlalchemy import select

from desk_app.data import schema
from desk_app.data.projection import ALIVE_NO, ALIVE_YES
from desk_app.data.unit_of_work import Unit
from desk_app.domain import records
from tests.data import offices
from tests.data.offices import EVENT, VILLAGE, Office, Package

PLACES = ("73.13.06", "73.13", "73")
CLOCKS = (-86_400, 0, 1_200_000_000, 1_707_868_800, 4_102_444_800, 1_068_000_000_000)
"""1969, 1970, 2008, 2024, 2100 and the year 35,813: no clock may matter."""

def three_offices(folder: Path, prepared: Path) -> list[Office]:
    """A kecamatan, its kabupaten and the province, in copies of a prepared database."""
    return [
        Office(folder / f"{place}.db", place, bytes(16), prepared=prepared) for place in PLACES
    ]


STATIONS = [(EVENT, VILLAGE, number) for number in (1, 2)]
ANSWERS = [(EVENT, f"{VILLAGE}-001", item) for item in ("log.hujan", "log.tinta")]
KEPT_PACKAGES = 12


class History:
    """One random history from a seed. `run` it; it raises AssertionError where a property is broken."""

    def __init__(self, taking_part: list[Office], seed: int) -> None:
        self.dice = random.Random(seed)
        self.seed = seed
        self.offices = taking_part
        self.packages: list[Package] = []
        for one in taking_part:
            one.begin_again(self.dice.randbytes(16))

    def run(self, steps: int = 14) -> None:
        for _ in range(steps):
            self._step()
        self._end()

    def _step(self) -> None:
        office = self.dice.choice(self.offices)
        doing = self.dice.choices(
            (
                self._fill, self._issue, self._edit, self._delete, self._give, self._receive, self._pass_on,
                self._bring_back,
            ),
            (4, 2, 4, 3, 3, 4, 1, 1),
        )[0]
        doing(office)

    def _value(self, field: str) -> Any:
        match field:
            case "dpt_male" | "dpt_female" | "quantity":
                return self.dice.choice((None, 0, 1, 140))
            case "choice":
                return self.dice.choice((None, "done", "not_yet"))
            case "confidential":
                return self.dice.choice((None, True, False))
            case _:
                return self.dice.choice((None, "", "hujan", "Lokasi kebanjiran", "é"))

    def _values(self, *names: str) -> dict[str, Any]:
        chosen = self.dice.sample(names, self.dice.randint(0, len(names)))
        return {name: self._value(name) for name in chosen}

    def _write(self, office: Office, work: Any) -> Any:
        return office.write(work, now=self.dice.choice(CLOCKS))

    def _fill(self, office: Office) -> None:
        def work(unit: Unit) -> None:
            for _ in range(self.dice.randint(1, 3)):
                if self.dice.random() < 0.5:
                    unit.put(records.STATION, self.dice.choice(STATIONS), self._values("dpt_male", "site", "note"))
                else:
                    values = self._values("choice", "quantity", "note")
                    unit.put(records.ANSWER, self.dice.choice(ANSWERS), values)

        self._write(office, work)

    def _issue(self, office: Office) -> None:
        def work(unit: Unit) -> None:
            place = {"event": EVENT, "place": VILLAGE}
            issue = unit.create(records.ISSUE, place | self._values("title", "impact", "confidential"))
            if self.dice.random() < 0.4:
                unit.create(records.FOLLOW_UP, {"issue": issue, "text": "ditinjau"})
            if self.dice.random() < 0.3:
                unit.set(records.ISSUE, issue, self._values("title", "advice"))

        self._write(office, work)

    def _edit(self, office: Office) -> None:
        declared, no = self._record(office, {ALIVE_YES})
        if declared is None:
            return
        names = [one.name for one in declared.fields if one.name in (
            "dpt_male", "site", "note", "choice", "quantity", "title", "impact", "confidential", "text")]
        self._write(office, lambda unit: unit.set(declared, no, self._values(*names)))

    def _delete(self, office: Office) -> None:
        declared, no = self._record(office, {ALIVE_YES, ALIVE_NO, 2})
        if declared is None:
            return
        back = self.dice.random() < 0.3
        self._write(office, lambda unit: unit.undelete(declared, no) if back else unit.delete(declared, no))
        alive = self._alive(office, declared, no)
        assert alive == (ALIVE_YES if back else ALIVE_NO), f"seed {self.seed}: who decides has seen all"

    def _bring_back(self, office: Office) -> None:
        """Values of one office side by side, or a deletion that has not seen all, as an undo brings them back."""
        declared, no = self._record(office, {ALIVE_YES})
        if declared is None:
            return
        names = [one.name for one in declared.fields if one.name in ("dpt_male", "note", "title")]
        field = self.dice.choice(names or [""])
        lives = self.dice.choice(([False], [True, False], [False, True]))
        if field and self.dice.random() < 0.7:
            values = [self._value(field) for _ in range(self.dice.randint(1, 3))]
            self._write(office, lambda unit: unit.bring_back(declared, no, {field: values}))
        else:
            unseen = self.dice.choice(((), (no,)))
            self._write(office, lambda unit: unit.bring_back_life(declared, no, lives, unseen))

    def _give(self, office: Office) -> None:
        self.packages.append(office.pack(self.dice.choice(({}, self._half(office)))))
        del self.packages[:-KEPT_PACKAGES]

    def _half(self, office: Office) -> dict[bytes, int]:
        """As if a peer had said that it holds a part: the package begins in the middle, and leaves a gap elsewhere."""
        return {stream: self.dice.randint(0, held) for stream, held in office.holds().items()}

    def _pass_on(self, first: Office) -> None:
        """One office edits what another made, and a third hears of the edit before it hears of the record."""
        second, third = self.dice.sample([one for one in self.offices if one is not first], 2)
        self._fill(first)
        second.take(first.pack())
        self._edit(second)
        package = second.pack()
        own = tuple(run for run in package.runs if run.stream.replica == second.author.replica)
        rest = tuple(run for run in package.runs if run not in own)
        third.take(Package(own))
        assert third.faults() == (), f"seed {self.seed}"
        third.take(Package(rest))
        held = third.holds()
        assert all(held[run.stream.id] >= run.seal.upto for run in own), f"seed {self.seed}: it still waits"

    def _receive(self, office: Office) -> None:
        if not self.packages:
            return
        package = self.dice.choice(self.packages)
        office.take(package)
        if self.dice.random() < 0.3:
            before = office.digest()
            assert office.take(package).applied == 0, f"seed {self.seed}: taken twice"
            assert office.digest() == before
        assert office.faults() == (), f"seed {self.seed}"

    def _record(self, office: Office, alive: set[int]) -> tuple[records.RecordType | None, int]:
        found = []
        with office.store.reading() as connection:
            for declared in offices.USED:
                table = schema.tables[declared.no]
                rows = connection.execute(select(table.c.no).where(table.c.alive.in_(alive))).scalars()
                found += [(declared, no) for no in rows]
        return self.dice.choice(found) if found else (None, 0)

    def _alive(self, office: Office, declared: records.RecordType, no: int) -> int:
        table = schema.tables[declared.no]
        with office.store.reading() as connection:
            alive: int = connection.execute(select(table.c.alive).where(table.c.no == no)).scalar_one()
            return alive

    def _end(self) -> None:
        offices.exchange(self.offices)
        digests = {one.digest() for one in self.offices}
        assert len(digests) == 1, f"seed {self.seed}: digests differ"
        views = [one.view() for one in self.offices]
        assert views[0] == views[1] == views[2], f"seed {self.seed}: offices show different things"
        for one in self.offices:
            assert one.waiting() == 0, f"seed {self.seed}: something still waits"
            assert one.faults() == (), f"seed {self.seed}"
