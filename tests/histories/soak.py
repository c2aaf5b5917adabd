# SPDX-License-Identifier: Apache-2.0
"""`python3 run.py soak [--districts 20] [--days 60] [--seed N]`: months of a kabupaten in one process, headless.

Kecamatan, their kabupaten and the province work every day; sticks go up and down, some arrive days later, a tenth
never; five clocks are wrong. At the end sticks go round until nobody has anything new, and then all must hold the same
and show the same disagreements.
"""

import argparse
import collections
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from desk_app.base.progress import finish
from desk_app.domain import regions
from desk_app.journal.streams import Scope
from desk_app.operations import checking, offices, receiving, sending
from tests.histories import dice as dicing
from tests.histories import engines, prepared, properties, reading, work
from tests.histories.computers import CLOCKS, Computer
from tests.histories.reading import Seen

PROVINCE, REGENCY = "73", "73.08"  # Bone has 27 kecamatan
RIGHT = 3
WRONG_CLOCKS = 5
DAY = 24 * 60 * 60
LOST = 0.1
SENDS, COLLECTS, ANSWERS = 0.8, 0.9, 0.5
"""On how many of the days a kecamatan sends, sticks go to and from the province, the kabupaten sends to a kecamatan."""

MOST_LATE = 3
ROUNDS = 6
"""Up, down and what that brought about: more must not be needed."""

WORK = {
    "answer": 8, "column": 2, "same_station": 2, "edit_station": 4, "new_issue": 3, "edit_issue": 4, "book": 3,
    "team": 1, "delete": 1, "undelete": 1, "resolve": 3, "undo": 2, "redo": 1,
}  # fmt: skip
"""How often each thing is done."""

Named = tuple[object, int]
"""A disagreement as every office calls it: record and field."""


@dataclass
class Told:
    """What happened, and how it ended."""

    days: int
    offices: int
    packages: int = 0
    lost: int = 0
    imports: int = 0
    done: int = 0
    rounds: int = 0
    changes: int = 0
    scopes: int = 0
    pairs: int = 0
    made: set[Named] = field(default_factory=set)
    open: set[Named] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def lines(self) -> Iterator[str]:
        yield f"{self.offices} offices, {self.days} days, {self.done:,} things done, {self.changes:,} changes"
        yield f"{self.packages:,} packages, {self.lost:,} lost, {self.imports:,} put in"
        yield f"{self.rounds} rounds of sticks at the end until nobody had anything new"
        decided = len(self.made) - len(self.open)
        yield f"{len(self.made):,} disagreements: {decided:,} decided, {len(self.open):,} open, the same everywhere"
        yield f"{self.scopes} scopes with equal digests at all that hold them ({self.pairs:,} pairs of offices)"
        yield f"{self.seconds:.0f} s"


@dataclass
class Stick:
    """A package on its way. `due`: the day on which it arrives."""

    due: int
    target: str
    files: tuple[Path, ...]


class Months:
    """The offices and the sticks between them."""

    def __init__(self, folder: Path, districts: int, days: int, dice: random.Random) -> None:
        found = regions.districts_of(offices.region_index(), REGENCY)
        made = prepared.make(folder / "prepared", tuple(one.code for one in found[:districts]))
        self._folder = folder
        self._dice = dice
        self._days = days
        self._sticks: list[Stick] = []
        self.offices = {one.place: one for one in made.computers(folder / "offices")}
        self.told = Told(days, len(self.offices))
        wrong = dice.sample(sorted(self.offices), min(WRONG_CLOCKS, len(self.offices)))
        others = [at for index, at in enumerate(CLOCKS) if index != RIGHT]
        self._clocks = dict.fromkeys(self.offices, CLOCKS[RIGHT]) | dict(zip(wrong, others, strict=False))

    def live(self) -> None:
        """All days, one after another."""
        for day in range(self._days):
            for place, one in self.offices.items():
                one.clock = self._clocks[place] + day * DAY
                # The kabupaten looks into the kecamatan's TPS as often as some of them together.
                for _ in range(self._dice.randint(1, 4) * (len(self.offices) // 3 if place == REGENCY else 1)):
                    self._work(one)
            self._post(day)
            self._arrive(day)
            self.told.made |= disputes(self._see(REGENCY))

    def go_round(self) -> None:
        """Sticks that are not lost, until nobody gets anything new."""
        self._arrive(self._days + MOST_LATE)
        districts = [place for place in self.offices if len(place) == 8]
        above = REGENCY, PROVINCE
        ways = [(one, REGENCY) for one in districts] + [above, above[::-1]] + [(REGENCY, one) for one in districts]
        while self.told.rounds < ROUNDS:
            self.told.rounds += 1
            if not sum(self._carry(source, target) for source, target in ways):
                return
        self.told.faults.append(f"after {ROUNDS} rounds there is still something new")

    def judge(self) -> None:
        """Compare all with all."""
        seen = {place: self._see(place) for place in self.offices}
        told, digests = self.told, {}
        for place, one in self.offices.items():
            with one.used() as desk:
                digests[place] = checking.digests(desk)
                told.faults += [f"{place}: {fault}" for fault in finish(checking.check(desk)).faults]
            told.faults += [f"{place}: something waits"] * bool(seen[place].waiting)
            told.faults += [f"{place}: a stream is set aside"] * bool(seen[place].asides)
            told.open |= disputes(seen[place])
        told.made |= told.open
        told.changes = len({(stream, seq) for one in seen.values() for stream, many in one.bodies.items()
                            for seq in range(len(many))})
        scopes = set[Scope]().union(*(one.scopes() for one in seen.values()))
        told.scopes = len(scopes)
        for scope in sorted(scopes, key=repr):
            holding = [place for place in self.offices if properties.may_hold(place, scope)]
            for place in holding[1:]:
                told.pairs += 1
                if digests[place].get(scope) != digests[holding[0]].get(scope):
                    told.faults.append(f"{holding[0]} and {place} hold other data of {scope}")
                elif properties.view(seen[place], scope) != properties.view(seen[holding[0]], scope):
                    told.faults.append(f"{holding[0]} and {place} show other data, or other disagreements, of {scope}")

    def close(self) -> None:
        for one in self.offices.values():
            one.close()

    def _see(self, place: str) -> Seen:
        with self.offices[place].used() as desk:
            return reading.see(desk)

    def _work(self, one: Computer) -> None:
        what = self._dice.choices(list(WORK), list(WORK.values()))[0]
        with one.used() as desk:
            work.do(what, desk, self._dice)
        self.told.done += 1

    def _post(self, day: int) -> None:
        """What goes out on a day."""
        ways = [(REGENCY, PROVINCE, COLLECTS), (PROVINCE, REGENCY, COLLECTS)]
        for place in self.offices:
            if len(place) == 8:
                ways += [(place, REGENCY, SENDS), (REGENCY, place, ANSWERS)]
        for source, target, often in ways:
            if self._dice.random() < often:
                files = self._send(source, target)
                if self._dice.random() < LOST:
                    self.told.lost += 1
                else:
                    late = self._dice.choice((0, 0, 0, 1, self._dice.randint(1, MOST_LATE)))
                    self._sticks.append(Stick(day + late, target, files))

    def _arrive(self, day: int) -> None:
        """What arrives until a day, in any order."""
        here = [one for one in self._sticks if one.due <= day]
        self._sticks = [one for one in self._sticks if one.due > day]
        self._dice.shuffle(here)
        for stick in here:
            self._receive(stick.target, stick.files)

    def _send(self, source: str, target: str) -> tuple[Path, ...]:
        out = self._folder / f"stick {self.told.packages}"
        out.mkdir()
        self.told.packages += 1
        with self.offices[source].used() as desk:
            return finish(sending.send(desk, target, out)).files

    def _receive(self, target: str, files: tuple[Path, ...]) -> int:
        with self.offices[target].used() as desk:
            outcomes = finish(receiving.receive(desk, files))
        self.told.imports += 1
        return sum(one.changes for one in outcomes)

    def _carry(self, source: str, target: str) -> int:
        return self._receive(target, self._send(source, target))


def disputes(seen: Seen) -> set[Named]:
    """The open disagreements of an office, under names that are the same everywhere."""
    if not seen.conflicts:
        return set()
    return {(name, no) for name, (_, _, disputed) in properties.view(seen).items() for no in disputed}


def live(folder: Path, districts: int, days: int, seed: int) -> Told:
    """Months of offices in a folder."""
    begun = time.monotonic()
    with dicing.thrown_from(seed) as dice, engines.quick():
        months = Months(folder, districts, days, dice)
        try:
            months.live()
            months.go_round()
            months.judge()
        finally:
            months.close()
    months.told.seconds = time.monotonic() - begun
    return months.told


def main() -> int:
    parser = argparse.ArgumentParser(prog="run.py soak", description=__doc__)
    parser.add_argument("--districts", type=int, default=20)
    parser.add_argument("--days", type=int, default=60)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1_000_000))
    options = parser.parse_args()
    print(f"seed {options.seed}", flush=True)
    with tempfile.TemporaryDirectory(prefix="desk-soak-") as made:
        told = live(Path(made), options.districts, options.days, options.seed)
    print(*told.lines(), *collections.Counter(told.faults), sep="\n")
    return 1 if told.faults else 0


if __name__ == "__main__":
    sys.exit(main())
