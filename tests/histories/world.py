# SPDX-License-Identifier: Apache-2.0
"""Four offices and what happens to them: each step is done through `operations` and looked at afterwards."""

import contextlib
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from desk_app.base.progress import finish
from desk_app.data import sending as data_sending
from desk_app.domain import errors
from desk_app.exchange import contents
from desk_app.operations import import_outcome, packages_found, parcel_register, receiving, relays, sending
from desk_app.operations.desk import Desk
from tests.histories import properties, reading, sticks, truth, work
from tests.histories.computers import CLOCKS, Computer
from tests.histories.prepared import Prepared
from tests.histories.properties import require
from tests.histories.reading import Seen
from tests.histories.sticks import Stick

KEPT = 14
"""Sticks that still lie about; any of them may be put in anywhere, any number of times."""

MOST_COMPUTERS = 6


class World:
    """The computers, the sticks between them, and the truth. `clocks`: what the six clocks say."""

    def __init__(self, prepared: Prepared, folder: Path, clocks: tuple[int, ...] = CLOCKS) -> None:
        self.folder = folder
        self.clocks = clocks
        self.computers = prepared.computers(folder)
        self.known: truth.Truth = prepared.base.copy()
        self.sticks: list[Stick] = []
        self.every: dict[tuple[bytes, int], Stick] = {}
        """Every volume of every package that was ever made, by its id and number."""
        self.seen: dict[str, Seen] = {}
        self.copied: set[str] = set()
        """Places of which there is, or was, more than one database: restored, copied, rolled back."""
        self.rolled_back = False
        self.curious = True
        """Packages are looked at before they are put in, and put in twice, now and then."""
        self.trespassed = False
        self.thrown: Counter[int] = Counter()
        """How often steps had the same dice."""
        self._made = 0

    def close(self) -> None:
        for one in self.computers:
            one.close()

    @contextlib.contextmanager
    def at(self, computer: Computer, clock: int, dice: random.Random) -> Iterator[Desk]:
        """Sit down at a computer whose clock says something, and look at it when the work is done."""
        computer.clock = self.clocks[clock % len(self.clocks)]
        with computer.used() as desk:
            desk.dice = dice.randbytes
            yield desk

    def look(self, computer: Computer, *, as_before: bool = True) -> Seen:
        """Read a computer's database and hold every property of one database against it.

        `as_before`: nothing that it held may be gone or altered (P14).
        """
        with computer.used() as desk:
            seen = reading.see(desk)
            before = self.seen.get(computer.name)
            self.note(computer.place, seen)
            if before is not None and as_before:
                for stream, bodies in before.bodies.items():
                    now = seen.bodies.get(stream, [])
                    require(now[: len(bodies)] == bodies, "P14: what was held is gone or was altered")
            properties.of_one(seen, self.known)
            properties.beliefs_are_true(seen, self.known)
            properties.only_readable(computer.place, seen)
        self.seen[computer.name] = seen
        return seen

    def note(self, place: str, seen: Seen) -> None:
        """Take down what an office has written itself (P13: no number is used twice), and how much it holds."""
        known = self.known
        known.places[seen.replica] = place
        for stream, bodies in seen.bodies.items():
            told = seen.streams[stream]
            peak = (seen.replica, stream)
            known.peaks[peak] = max(known.peaks.get(peak, 0), len(bodies))
            if told.replica != seen.replica or told.scope is None:
                continue
            known.streams[stream] = seen.replica, told.scope
            written = known.written.setdefault(stream, {})
            for seq, body in enumerate(bodies, 1):
                there = written.setdefault(seq, [])
                if body not in there:
                    require(not there or seen.replica in known.twice, "P13: number", seq, "is used for another change")
                    there.append(body)

    def do(self, what: str, computer: Computer, clock: int, dice: random.Random) -> None:
        """Let an operator do something."""
        with self.at(computer, clock, dice) as desk:
            work.do(what, desk, dice)
        self.look(computer)

    def send(
        self, computer: Computer, place: str, clock: int, dice: random.Random, *, in_volumes: bool = False,
        small: bool = False,
    ) -> list[Stick]:
        """Make a package for an office; the files that then lie on the stick, carried ones too.

        `in_volumes`: it is cut into as many volumes as a very large one would be; `small`: into the most there can be.
        """
        stick = self.new_folder("stick")
        stick.mkdir()
        before = self.seen.get(computer.name) or self.look(computer)
        with self.at(computer, clock, dice) as desk:
            try:
                with small_volumes(dice, small) if in_volumes else contextlib.nullcontext():
                    finish(sending.send(desk, place, stick))
            except errors.Refused:
                self.look(computer)
                return []
            secret = desk.identity.box
        seen = self.look(computer)
        files = [self._file(path, secret) for path in sorted((stick / "DESK").iterdir())]
        new = [one for one in files if (one.id, one.volume) not in self.every]
        sticks.are_right(new, seen, self.known, self.said(before, place))
        self.every.update({(one.id, one.volume): one for one in new})
        self.sticks = [*self.sticks, *files][-KEPT:]
        return files

    def said(self, seen: Seen, place: str) -> dict[bytes, int]:
        """What one has heard that another office holds; of its own, what every other computer of it holds."""
        found: dict[bytes, list[int]] = {}
        own = place == self.known.places[seen.replica]
        for replica, stream, upto, _ in seen.said:
            if replica in seen.living if own else self.known.places.get(replica) == place:
                found.setdefault(stream, []).append(upto)
        if own:
            return {stream: min(told) for stream, told in found.items() if len(told) == len(seen.living)}
        return {stream: max(told) for stream, told in found.items()}

    def receive(self, computer: Computer, stick: Stick, clock: int, dice: random.Random) -> None:
        """Put a stick in: what is for this office is taken, exactly; what is not is carried along."""
        with self.at(computer, clock, dice) as desk:
            if not self.is_for(computer, stick):
                self._refuse(desk, stick.path)
                relays.take_along(desk, [stick.path])
                return
            foreseen = None
            if self.curious and dice.random() < 0.25:
                before = reading.fingerprint(desk)
                foreseen = receiving.preview(desk, stick.path)
                require(reading.fingerprint(desk) == before, "P7: a preview has written something")
            held = self._held(computer)
            [outcome] = finish(receiving.receive(desk, [stick.path]))
        self.judge(computer, stick, held, outcome)
        if foreseen is not None and not outcome.renewed:
            same = (foreseen.changes, foreseen.new, foreseen.changed, foreseen.disputed, foreseen.waiting)
            done = (outcome.changes, outcome.new, outcome.changed, outcome.disputed, outcome.waiting)
            require(same == done, "P7: the preview said", same, "and the receipt", done)
        if self.curious and dice.random() < 0.2:
            self._again(computer, stick, clock, dice)

    def judge(
        self, computer: Computer, stick: Stick, held: dict[bytes, list[bytes]], outcome: import_outcome.Outcome
    ) -> None:
        """P7, P8: all that can be in is in, by whole groups; the rest waits."""
        waiting = computer.waiting
        waiting.bring(run for run in stick.runs if run.stream not in self.known.forbidden)
        expected = waiting.settle(held)
        seen = self.look(computer)
        if outcome.renewed:
            require(computer.place in self.copied, "P13: a new identity without need at", computer.name)
        if self.known.forks():
            return
        for stream, bodies in expected.items():
            now = seen.bodies.get(stream, [])
            if self.known.streams[stream][0] != seen.replica:
                require(now == bodies, "P8: of a stream", len(now), "changes are in, and", len(bodies), "should be")
        require(seen.waiting == waiting.count(), "P8: there wait", seen.waiting, "and should", waiting.count())
        many = sum(map(len, expected.values())) - sum(map(len, held.values()))
        require(outcome.changes == many, "P7: the receipt says", outcome.changes, "new, and", many, "are")
        require(not seen.asides, "P14: a stream was set aside without a cause")

    def is_for(self, computer: Computer, stick: Stick) -> bool:
        """Whether a package is for this office, or was made by it."""
        return computer.place in (stick.place, stick.source)

    def refuse(self, computer: Computer, path: Path, clock: int, dice: random.Random) -> None:
        """P11: a file that is not whole or not honest is refused in words, and changes nothing."""
        with self.at(computer, clock, dice) as desk:
            packages_found.find(desk, [path])
            self._refuse(desk, path)

    def phone(self, computer: Computer, stick: Stick, clock: int, dice: random.Random) -> None:
        """The receiver reads out the receipt of a package, and its sender types it in."""
        senders = [one for one in self.computers if one.place == stick.source]
        with self.at(computer, clock, dice) as desk:
            try:
                told = parcel_register.spoken_receipt(desk, stick.id.hex())
            except errors.NotFound:
                return
        sender = dice.choice(senders)
        with self.at(sender, clock, dice) as desk:
            try:
                parcel_register.hear_receipt(desk, computer.place, told)
            except errors.Refused:
                return
        self.look(sender)

    def new_folder(self, name: str) -> Path:
        self._made += 1
        return self.folder / f"{name} {self._made}"

    def neighbours(self, place: str) -> list[str]:
        """To whom sticks go from a place: the province is reached through the kabupaten alone."""
        places = {one.place for one in self.computers}
        match len(place):
            case 8:
                return ["73.13"]
            case 2:
                return ["73.13"]
        return sorted(places - {place})

    def of_place(self, place: str) -> list[Computer]:
        return [one for one in self.computers if one.place == place]

    def _held(self, computer: Computer) -> dict[bytes, list[bytes]]:
        seen = self.seen.get(computer.name) or self.look(computer)
        return {stream: list(bodies) for stream, bodies in seen.bodies.items()}

    def _refuse(self, desk: Desk, path: Path) -> None:
        before = reading.fingerprint(desk)
        try:
            finish(receiving.receive(desk, [path]))
        except errors.Refused:
            pass
        else:
            require(False, "P11: a file that is damaged, forged or for another office was taken")
        require(reading.fingerprint(desk) == before, "P11: a file that was refused has changed something")

    def _again(self, computer: Computer, stick: Stick, clock: int, dice: random.Random) -> None:
        """P7: twice is once."""
        before = self.seen[computer.name].bodies
        with self.at(computer, clock, dice) as desk:
            [outcome] = finish(receiving.receive(desk, [stick.path]))
        seen = self.look(computer)
        require(outcome.changes == 0, "P7: the same package brought", outcome.changes, "changes again")
        require(seen.bodies == before, "P7: the same package again changed something")

    def _file(self, path: Path, secret: str) -> Stick:
        """A file on the stick: one of this office, or one that it carries, which is as it was."""
        head = sticks.package.peek(path)
        carried = self.every.get((head.id, head.volume))
        if carried is None:
            return sticks.look(path, secret)
        require(path.read_bytes() == carried.path.read_bytes(), "P16: a package was altered while it was carried")
        return carried


@contextlib.contextmanager
def small_volumes(dice: random.Random, smallest: bool) -> Iterator[None]:
    """Packages as of an office with millions of changes: few streams a volume, and now and then streams cut."""
    before = contents.MOST_SEGMENTS, data_sending.SPLIT
    contents.MOST_SEGMENTS = 1 if smallest else dice.randint(1, 2)
    if smallest or dice.random() < 0.5:
        data_sending.SPLIT = 1 if smallest else dice.randint(1, 4)
    try:
        yield
    finally:
        contents.MOST_SEGMENTS, data_sending.SPLIT = before
