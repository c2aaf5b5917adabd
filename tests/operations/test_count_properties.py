# SPDX-License-Identifier: Apache-2.0
"""Offices that copy, decide and exchange real packages in any order, held against what was put in.

At every office with a key, whatever came first: totals are the sum over the TPS that are not in dispute, and these
together with those that are listed as left out are all that were copied. What each office holds is read from its
journal; what follows from it is reckoned here anew, without the program's own weighing. Planted mistakes must be found.
"""

import itertools
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from hypothesis import strategies as st
from sqlalchemy import select

from desk_app.base.progress import finish
from desk_app.data import count_boxes, count_rows, count_store, schema, unit_of_work
from desk_app.data.streams import StreamBook
from desk_app.domain import records
from desk_app.domain.counts import standing
from desk_app.domain.counts.standing import State
from desk_app.journal import codec
from desk_app.operations import (
    count_check,
    count_entry,
    count_keys,
    count_rules,
    count_view,
    history,
    offices,
    receiving,
    sending,
    tally,
)
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests import acquainted, counted_offices, counting_people
from tests.small_offices import EVENT, KEY_MEMORY, NOW, PASSWORD

RACE = counted_offices.RACE
DISTRICT = "73.13.06"
STATIONS = 3
PEOPLE = ("", "Sitti")
"""Who copies at an office: its first operator, and another one."""

VOTES = ((80, 40, 50), (81, 40, 50), (80, 40, 49))

Step = tuple[str, int, int, int, int]
"""What, at which office, by whom, at which TPS, with which votes."""

KINDS = ("copy", "copy", "copy", "regret", "decide", "correct", "verify", "reread", "send", "receive", "receive")
SEALED = {declared.no: declared.field("sealed").no for declared in (records.COUNT_FORM, records.COUNT_RESULT)}


@dataclass(eq=False)
class Item:
    """A reading or a decision as it was put in. `seen`, `before`: of a decision what lay before who decided.

    `regretted`: taken back at once, before anybody was sent anything.
    """

    mark: bytes
    subject: str
    figures: dict[str, int]
    no: int
    reader: str = ""
    seen: frozenset[bytes] = frozenset()
    regretted: bool = False


@dataclass
class World:
    """The offices, open for all histories of this file: each is played in a village of its own."""

    desks: list[Desk]
    stick: Path
    villages: Iterator[int]


@dataclass
class Play:
    """One history."""

    world: World
    village: str
    items: dict[bytes, Item] = field(default_factory=dict)
    packages: list[tuple[int, Path]] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=itertools.count)

    def subject(self, number: int) -> str:
        return f"{self.village}-{number % STATIONS + 1:03d}"


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("counting")
    stick = folder / "stick"
    stick.mkdir()
    regency = offices.create_office(
        folder / "kabupaten",
        offices.NewOffice("73.13", EVENT, "Andi", PASSWORD, with_master_data=False),
        now=lambda: NOW,
        key_memory=KEY_MEMORY,
    ).desk
    tempe = offices.create_office(
        folder / "tempe",
        offices.NewOffice(DISTRICT, EVENT, "Besse", PASSWORD, with_master_data=False),
        now=lambda: NOW,
        key_memory=KEY_MEMORY,
    ).desk
    acquainted.introduce(regency, tempe)
    counted_offices.stand(regency)
    count_rules.edit(regency, second_entry=[RACE], districts_see=True)
    counted_offices.hold(regency)
    made = World([regency, tempe], stick, itertools.count(1001))
    carry(made, 0)
    counted_offices.hold(tempe)
    carry(made, 1)
    carry(made, 0)
    yield made
    for one in made.desks:
        one.close()


def carry(world: World, source: int) -> None:
    receive(world, source, send(world, source))


def send(world: World, source: int) -> list[Path]:
    other = world.desks[1 - source]
    return finish(sending.send(world.desks[source], other.identity.place, world.stick)).files


def receive(world: World, source: int, files: list[Path]) -> None:
    finish(receiving.receive(world.desks[1 - source], files))


def begin(world: World) -> Play:
    """A village with TPS that both offices know."""
    village = f"{DISTRICT}.{next(world.villages)}"
    rows = [((EVENT, village, number), {"dpt_male": 140, "dpt_female": 150}) for number in range(1, STATIONS + 1)]

    def work(unit: unit_of_work.Unit) -> int:
        return unit.put_many(records.STATION, rows)

    transact(world.desks[0], "TPS", work, kind="setup")
    carry(world, 0)
    return Play(world, village)


def held(desk: Desk, village: str) -> set[bytes]:
    """The marks of all figures of a village in the journal of an office, of readings and decisions alike."""
    with desk.reading() as connection:
        book = StreamBook(connection)
        form, result = (schema.by_name[name] for name in ("count_form", "count_result"))
        wanted = select(form.c.no).where(form.c.village == village)
        wanted = wanted.union(select(result.c.no).where(result.c.village == village))
        query = select(schema.change.c.key, schema.change.c.bytes).where(schema.change.c.record.in_(wanted))
        bodies = [codec.read(row.bytes, book.by_no(row.key >> schema.SHIFT).id) for row in connection.execute(query)]
    told = [one.fields.get(SEALED[one.type]) for one in bodies if one.type in SEALED]
    return {count_boxes.mark(sealed) for sealed in told if isinstance(sealed, bytes)}


def step(play: Play, one: Step) -> None:
    """Do one thing; what an office refuses is passed over."""
    what, office, person, number, votes = one
    world, subject = play.world, play.subject(number)
    desk = world.desks[office]
    if what == "send":
        play.packages += [(office, path) for path in send(world, office)]
    elif what == "receive" and play.packages:
        source, path = play.packages.pop(number % len(play.packages))
        receive(world, source, [path])
    elif what in ("copy", "regret"):
        if PEOPLE[person]:
            with counting_people.somebody(desk, PEOPLE[person]):
                _copy(play, desk, subject, VOTES[votes], regretted=what == "regret")
        else:
            _copy(play, desk, subject, VOTES[votes], regretted=what == "regret")
    elif what in ("decide", "correct", "verify", "reread"):
        _check(play, desk, what, subject, votes)


def _copy(play: Play, desk: Desk, subject: str, votes: tuple[int, ...], *, regretted: bool) -> None:
    if count_entry.sheet(desk, subject, RACE).closed is not None:
        return
    before, undo = held(desk, play.village), history.next_undo(desk)
    figures = counting_people.copy(desk, subject, votes)
    for mark in held(desk, play.village) - before:
        reader = count_entry.own_reader(desk)
        play.items[mark] = Item(mark, subject, figures, next(play.numbers), reader, regretted=regretted)
    after = history.next_undo(desk)
    if regretted and after is not None and after != undo:
        history.undo(desk)


def _check(play: Play, desk: Desk, what: str, subject: str, votes: int) -> None:
    seen = count_view.view(desk, subject, RACE)
    if seen.standing.state is State.NOT_IN:
        return
    before = held(desk, play.village)
    if what == "reread":
        count_check.reread(desk, subject, RACE, "Foto kabur")
    elif what == "verify":
        if seen.standing.state is State.WHOLE:
            count_check.verify(desk, subject, RACE, seen.mark)
    elif what == "correct":
        value = VOTES[votes][0]
        if seen.standing.state is not State.DISPUTED and seen.standing.figures["v1"] != value:
            count_check.correct(desk, subject, RACE, "v1", value, "Dibaca lagi", seen=seen.seen)
    elif seen.sides:
        chosen = seen.sides[votes % len(seen.sides)]
        count_check.decide(desk, subject, RACE, chosen.choice, "Dibaca lagi", seen=seen.seen)
    for mark in held(desk, play.village) - before:
        settled = dict(count_view.view(desk, subject, RACE).standing.figures)
        play.items[mark] = Item(mark, subject, settled, next(play.numbers), seen=seen.seen.marks)


def expected(play: Play, desk: Desk) -> tuple[dict[str, tuple[int, ...]], set[str]]:
    """(TPS in totals with their votes, TPS in dispute) of what an office holds, reckoned from what was put in."""
    here = [play.items[mark] for mark in held(desk, play.village) & play.items.keys() if not play.items[mark].regretted]
    counted: dict[str, tuple[int, ...]] = {}
    disputed: set[str] = set()
    for subject in {one.subject for one in here}:
        of_subject = sorted((one for one in here if one.subject == subject), key=lambda one: one.no)
        readings = {one.reader: one for one in of_subject if one.reader}
        decisions = [one for one in of_subject if not one.reader]
        overruled = {mark for one in decisions for mark in one.seen}
        standing_ = [one for one in decisions if one.mark not in overruled]
        known = {mark for one in standing_ for mark in one.seen}
        sides = [one.figures for one in standing_]
        sides += [one.figures for one in readings.values() if one.mark not in known]
        if all(one == sides[0] for one in sides):
            counted[subject] = tuple(sides[0][f"v{no}"] for no in (1, 2, 3))
        else:
            disputed.add(subject)
    return counted, disputed


def complaint(play: Play, desk: Desk) -> str:
    """What does not hold at an office; "" if all does."""
    counted, disputed = expected(play, desk)
    finish(tally.refresh(desk))
    with tally.store_of(desk).reading() as connection:
        sums = count_store.sums(connection, EVENT, RACE, play.village, 13).get(play.village, {})
        rows = {row.key.subject: row.standing.state for row in count_store.rows(connection, EVENT, RACE, play.village)}
        states = count_store.states(connection, EVENT, RACE, play.village, 13).get(play.village, {})
    told = tuple(sums.get(f"v{no}", (0, 0)) for no in (1, 2, 3))
    wanted = tuple((sum(votes[no] for votes in counted.values()), len(counted)) for no in range(3))
    if told != wanted:
        return f"totals {told}, put in {wanted}"
    listed = {subject for subject, state in rows.items() if state is State.DISPUTED}
    if listed != disputed:
        return f"listed as left out {sorted(listed)}, in dispute {sorted(disputed)}"
    if rows.keys() != counted.keys() | disputed or sum(states.values()) != len(rows):
        return f"copied {sorted(counted.keys() | disputed)}, told of {sorted(rows)}"
    return ""


def breaks(world: World, script: list[Step]) -> str:
    """Play a history and say what broke; "" if nothing did."""
    play = begin(world)
    for one in script:
        step(play, one)
        if one[0] in ("receive", "decide", "correct", "regret"):
            told = complaint(play, world.desks[one[1]])
            if told:
                return f"after {one}: {told}"
    for source, path in play.packages:
        receive(world, source, [path])
    for source in (0, 1, 0, 1):
        carry(world, source)
    for desk in world.desks:
        told = complaint(play, desk)
        if told:
            return f"in the end, {desk.identity.place}: {told}"
    if expected(play, world.desks[0]) != expected(play, world.desks[1]):
        return "the offices do not hold the same"
    return ""


STEPS = st.tuples(
    st.sampled_from(KINDS),
    st.integers(0, 1),
    st.integers(0, 1),
    st.integers(0, STATIONS - 1),
    st.integers(0, len(VOTES) - 1),
)


@pytest.mark.slow
@hypothesis.settings(max_examples=15, suppress_health_check=list(hypothesis.HealthCheck))
@hypothesis.given(script=st.lists(STEPS, min_size=4, max_size=16))
def test_totals_are_all_that_is_not_in_dispute_in_any_order_of_arrival(world: World, script: list[Step]) -> None:
    assert breaks(world, script) == ""


def test_a_file_of_totals_made_anew_says_the_same(world: World) -> None:
    play = begin(world)
    for one in scripted(7, 12):
        step(play, one)
    desk = world.desks[0]
    assert complaint(play, desk) == ""
    count_keys.close(desk)
    count_store.remove(tally.path_of(desk))
    assert complaint(play, desk) == ""


def scripted(seed: int, length: int = 14) -> list[Step]:
    """A history by its seed."""
    made = random.Random(seed)
    return [
        (made.choice(KINDS), made.randrange(2), made.randrange(2), made.randrange(STATIONS), made.randrange(len(VOTES)))
        for _ in range(length)
    ]


AT_ONCE: list[Step] = [
    ("copy", 0, 0, 0, 0),
    ("copy", 1, 0, 0, 1),
    ("send", 0, 0, 0, 0),
    ("receive", 0, 0, 0, 0),
    ("send", 1, 0, 0, 0),
    ("receive", 0, 0, 0, 0),
    ("decide", 0, 0, 0, 0),
    ("decide", 1, 0, 0, 1),
    ("send", 1, 0, 0, 0),
    ("receive", 0, 0, 0, 0),
]
"""Two copy one paper, both offices hold both copies, and each decides otherwise before it hears of the other."""


def test_two_who_decide_at_once_leave_it_in_dispute(world: World) -> None:
    play = begin(world)
    for one in AT_ONCE:
        step(play, one)
    assert expected(play, world.desks[0]) == ({}, {play.subject(0)})
    assert complaint(play, world.desks[0]) == ""
    step(play, ("decide", 0, 0, 0, 0))
    counted, disputed = expected(play, world.desks[0])
    assert disputed == set()
    assert counted[play.subject(0)] in VOTES[:2]
    assert complaint(play, world.desks[0]) == ""


def last_wins(patch: pytest.MonkeyPatch) -> None:
    """Of readings that differ the last one counts."""
    patch.setattr(standing, "_differing", lambda sides, whole=0: {})


def shown_wins(patch: pytest.MonkeyPatch) -> None:
    """Of decisions that stand side by side only the one that a list would show is weighed."""
    patch.setattr(count_rows, "_several", lambda connection, records_: {})


def all_was_seen(patch: pytest.MonkeyPatch) -> None:
    """A decision stands over what its writer had never seen."""
    honest = standing.weigh

    def weigh(form: Any, readings: Any, decisions: Any = (), **told: Any) -> standing.Standing:
        return honest(form, () if decisions else readings, decisions, **told)

    patch.setattr(standing, "weigh", weigh)


def sums_only_grow(patch: pytest.MonkeyPatch) -> None:
    """What a TPS said before stays in the sum of its village."""
    patch.setattr(count_store, "rows_of", lambda connection, keys: {})


def comes_in_unweighed(patch: pytest.MonkeyPatch) -> None:
    """What was decided elsewhere is not weighed when it comes in."""
    honest = count_rows.touched

    def touched(connection: Any, after: int, upto: int) -> set[count_rows.Key]:
        return {key for key in honest(connection, after, upto) if key in count_rows.forms(connection, [key])} - {
            key for key in honest(connection, after, upto) if count_rows.results(connection, [key])
        }

    patch.setattr(count_rows, "touched", touched)


@pytest.mark.slow
@pytest.mark.parametrize(
    "mistake", [last_wins, shown_wins, all_was_seen, sums_only_grow, comes_in_unweighed], ids=lambda one: one.__name__
)
def test_planted_mistakes_are_found(
    world: World, monkeypatch: pytest.MonkeyPatch, mistake: Callable[[pytest.MonkeyPatch], None]
) -> None:
    mistake(monkeypatch)
    tried = itertools.chain([AT_ONCE], (scripted(seed) for seed in range(40)))
    found = next((told for script in tried if (told := breaks(world, script))), "")
    monkeypatch.undo()
    for desk in world.desks:  # what was kept with the mistake goes with it
        tally.store_of(desk)
        count_keys.close(desk)
        count_store.remove(tally.path_of(desk))
    assert found
