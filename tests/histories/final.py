# SPDX-License-Identifier: Apache-2.0
"""The end of a history: sticks go round until all hold the same, and all that must then hold is looked at."""

import itertools
import random
from collections.abc import Iterator

from desk_app.data import meta, migrations
from desk_app.data.aside import Reason
from desk_app.domain import records
from desk_app.journal.streams import ReaderClass, Scope
from desk_app.operations import checking, disagreements, duplicates, issues, standing
from tests.histories import properties, reading, truth, work
from tests.histories.computers import Computer
from tests.histories.prepared import EVENT
from tests.histories.properties import require
from tests.histories.reading import Seen
from tests.histories.world import World

CALM = 3
"""The index of the one clock that is right."""


def bring_together(world: World) -> None:
    """P2, P8, P10, P15, P17, P18, P22: after a fair round of sticks all hold the same, and see the same."""
    dice = random.Random(len(world.every))
    rounds = 1 + 2 * bool(world.copied) + world.rolled_back
    world.curious = False
    for done in range(rounds):
        go_round(world, dice)
        if done if world.known.forks() else settled(world):
            break
    if any(one.newer for one in world.computers):
        upgrade_all(world)
    if not world.known.forks():
        all_equal(world)
        doubles_are_listed(world)
    else:
        reuse_is_noticed(world)
        work_goes_on(world, dice)
    for one in world.computers:
        disputes_are_listed(world, one)
        nothing_of_others(world, one)
    if dice.random() < 0.25:
        rebuilt_is_the_same(world, dice.choice(world.computers))
    no_false_alarm(world)


def upgrade_all(world: World) -> None:
    """P15: installed everywhere, the newer version shows all that the older ones kept and passed on."""
    for one in world.computers:
        if not one.newer:
            one.close()
            one.newer = True
            world.look(one)


def settled(world: World) -> bool:
    """Whether all hold what there is, so that another round would bring nothing."""
    return all(len(world.seen[one.name].bodies.get(stream, ())) == many for one, stream, many in should_hold(world))


def should_hold(world: World) -> Iterator[tuple[Computer, bytes, int]]:
    """For each computer each stream that it may hold, and how much of it there is anywhere."""
    everything: dict[bytes, int] = {}
    for seen in world.seen.values():
        for stream, bodies in seen.bodies.items():
            everything[stream] = max(everything.get(stream, 0), len(bodies))
    for one in world.computers:
        for stream, many in everything.items():
            if properties.may_hold(one.place, world.known.streams[stream][1]):
                yield one, stream, many


def go_round(world: World, dice: random.Random) -> None:
    """One fair round: within offices, up to the province, down again, within offices."""
    districts = sorted({one.place for one in world.computers if len(one.place) == 8})
    within(world, [*districts, "73.13", "73"], dice)
    for place in districts:
        carry(world, place, "73.13", dice)
    within(world, ["73.13"], dice)
    carry(world, "73.13", "73", dice)
    carry(world, "73", "73.13", dice)
    within(world, ["73.13"], dice)
    for place in districts:
        carry(world, "73.13", place, dice)
    within(world, [*districts, "73"], dice)


def within(world: World, places: list[str], dice: random.Random) -> None:
    """The computers of an office exchange through a folder."""
    for place in places:
        if len(world.of_place(place)) > 1:
            carry(world, place, place, dice)


def carry(world: World, source: str, target: str, dice: random.Random) -> None:
    """One stick of each computer, where it brings anything: word of a number that was used twice, if nothing else."""
    for one in world.of_place(source):
        lacking = any(other is not one and lacks(world, other, one) for other in world.of_place(target))
        if not lacking and not world.known.forks():
            continue
        for stick in world.send(one, target, CALM, dice):
            for other in world.of_place(target):
                if other is not one and stick.place == target:
                    world.receive(other, stick, CALM, dice)


def lacks(world: World, one: Computer, source: Computer) -> bool:
    """Whether a computer holds less than another could bring it, or something else."""
    there, streams = world.seen[one.name].bodies, world.known.streams
    return any(
        bodies != there.get(stream, [])[: len(bodies)] and properties.may_hold(one.place, streams[stream][1])
        for stream, bodies in world.seen[source.name].bodies.items()
    )


def all_equal(world: World) -> None:
    """P2, P8, P22: equal digests, equal rows, equal disagreements for every scope that two of them may hold.

    What waits then waits for what nobody has: a stick was lost, and a backup brought back that is older than it.
    """
    anywhere: dict[bytes, list[bytes]] = {}
    for seen in world.seen.values():
        for stream, bodies in seen.bodies.items():
            anywhere[stream] = max(anywhere.get(stream, []), bodies, key=len)
    for one in world.computers:
        lost = one.waiting.copy()
        lost.settle(anywhere)
        require(world.seen[one.name].waiting <= lost.count(), "P8: something still waits at", one.name)
    for one, stream, many in should_hold(world):
        held = len(world.seen[one.name].bodies.get(stream, ()))
        scope = world.known.streams[stream][1]
        require(held == many, "P22:", one.name, "holds", held, "of", many, "changes of", scope)
    for one in world.computers:
        for other in world.computers:
            if one.name < other.name:
                _equal(world, one, other)


def _equal(world: World, one: Computer, other: Computer) -> None:
    mine, theirs = world.seen[one.name], world.seen[other.name]
    with one.used() as desk:
        digests = checking.digests(desk)
    with other.used() as desk:
        others = checking.digests(desk)
    for scope in mine.scopes() & theirs.scopes():
        require(digests[scope] == others[scope], "P2: digests of", scope, "differ")
        here, there = properties.view(mine, scope), properties.view(theirs, scope)
        require(here == there, "P2: of", scope, one.name, "shows", here, "and", other.name, there)


def disputes_are_listed(world: World, computer: Computer) -> None:
    """P4: whoever looks finds each disagreement, with every value that stands."""
    seen = world.seen[computer.name]
    with computer.used() as desk:
        found = {
            (one.record, records.NAMES[one.kind].field(one.field).no if one.field else 0): {
                _plain(side.value) for side in one.sides
            }
            for one in disagreements.open_ones(desk)
        }
    require(found.keys() == seen.conflicts, "P4: offered for decision", found.keys(), "of", seen.conflicts)
    for name, changes in truth.by_record(seen.bodies).items():
        no = seen.records[next(iter(changes))]
        for field, told in truth.state(changes).items():
            if told.disputed and field:
                values = {changes[dot].fields[field] for dot in told.heads}
                local = {_plain(seen.key(one) if isinstance(one, truth.Dot) else one) for one in values}
                require(found[no, field] == local, "P4: of", name, "are offered", found[no, field], "of", local)


def rebuilt_is_the_same(world: World, computer: Computer) -> None:
    """P18: rows made anew from the changes are the rows that grew, and so is all that is derived from them."""
    seen = world.seen[computer.name]
    with computer.used() as desk:
        before = reading.derived(desk)

        def rebuild() -> None:
            with desk.store.writing() as connection:
                for kind, rows in seen.rows.items():
                    for no in rows:
                        migrations.project_again(connection, no, kind)
                meta.forget(connection, ["derived"])

        desk.on_writer(rebuild)
        standing.settle(desk)
        after = reading.derived(desk)
    world.look(computer)
    for table, rows in before.items():
        require(rows == after[table], "P18: made again, rows of", table, "are others:", rows, after[table])


def doubles_are_listed(world: World) -> None:
    """P21: what looks like one record is listed as such by whoever holds both.

    Operators by their own office alone, teams and members not by a kecamatan: they are settled above.
    """
    listed: dict[str, set[tuple[truth.Name, truth.Name]]] = {}
    for one in world.computers:
        called = properties.names(world.seen[one.name])
        with one.used() as desk:
            groups = [[called[no] for no in clash.key] for clash in duplicates.clashes(desk)]
        listed[one.name] = {pair for group in groups for pair in itertools.permutations(group, 2)}
    for one in world.computers:
        held = set(properties.names(world.seen[one.name]).values())
        for other in world.computers:
            lacking = {
                pair
                for pair in listed[other.name] - listed[one.name]
                if held.issuperset(pair)
                and (
                    pair[0][0] == records.ISSUE.no
                    or one.place == other.place
                    or (pair[0][0] != records.OPERATOR.no and len(one.place) < 8)
                )
            }
            require(not lacking, "P21:", one.name, "does not list what", other.name, "does:", lacking)


def nothing_of_others(world: World, computer: Computer) -> None:
    """P17: nowhere in a kecamatan's database stands a byte of another, nor of what an office keeps to itself."""
    others = {one.place for one in world.computers if one.place != computer.place}
    forbidden = [f"{work.SECRET} {place} ".encode() for place in others]
    if len(computer.place) == 8:
        forbidden += [place.encode() for place in others if len(place) == 8]
    with computer.used() as desk:
        everything = reading.every_value(desk)
    for one in forbidden:
        require(one not in everything, "P17:", computer.name, "holds", one)


def reuse_is_noticed(world: World) -> None:
    """P14: where a number was used twice, the author's computers know it, and the offices that they send to."""
    for stream in world.known.forks():
        author = world.known.places[world.known.streams[stream][0]]
        near = {author, *world.neighbours(author)}
        holding = [one for one in world.computers if one.place in near and stream in world.seen[one.name].bodies]
        for one in holding:
            mine = world.seen[one.name]
            differ = [other for other in holding if _differ(mine, world.seen[other.name], stream)]
            if differ:
                noticed = stream in mine.asides or any(kind in _TOLD for kind, _ in mine.alarms)
                require(noticed, "P14:", one.name, "does not know that a number was used twice")


def work_goes_on(world: World, dice: random.Random) -> None:
    """P14, P22: what is typed after a number was used twice reaches all; nobody is cut off by it without being told.

    Told are those who hold the other change under a number that a later change names: what follows is set aside there.
    """
    for one in world.computers:
        with world.at(one, CALM, dice) as desk:
            issues.new_issue(desk, f"sesudahnya, {one.name}")
        world.look(one)
    for _ in range(3):
        go_round(world, dice)
        cut_off = list(_not_reached(world))
        if not cut_off:
            return
    author, other = cut_off[0]
    told = author, "typed after a number was used twice did not reach", other
    require(_follows_a_fork(world), "P22: what", *told)


def _not_reached(world: World) -> Iterator[tuple[str, str]]:
    """Who does not yet have what was typed after a number was used twice: author and reader."""
    for one in world.computers:
        scope = Scope(EVENT, one.place, ReaderClass.OPEN)
        for other in world.computers:
            if properties.may_hold(other.place, scope):
                rows = world.seen[other.name].rows[records.ISSUE.no].values()
                if not any(row["title"] == f"sesudahnya, {one.name}" for row in rows):
                    yield one.name, other.name


def _follows_a_fork(world: World) -> bool:
    """Whether somebody has set aside, with an alarm, what a later change says about a number that was used twice."""
    return any(
        why != Reason.FORK and any(kind == f"aside_{why}" for kind, _ in seen.alarms)
        for seen in world.seen.values()
        for why in seen.asides.values()
    )


_TOLD = {"restored", "differs", "aside_fork"}


def _differ(one: Seen, other: Seen, stream: bytes) -> bool:
    here, there = one.bodies[stream], other.bodies[stream]
    upto = min(len(here), len(there))
    return here[:upto] != there[:upto]


def no_false_alarm(world: World) -> None:
    """P13: nobody is alarmed without a cause."""
    allowed: set[str] = set()
    if world.copied:
        allowed |= {"restored"}
    if world.known.forks():
        allowed |= _TOLD | {f"aside_{reason.value}" for reason in Reason}
    if world.trespassed:
        allowed |= {"apart_scope"}
    for one in world.computers:
        kinds = {kind for kind, _ in world.seen[one.name].alarms}
        require(kinds <= allowed, "P13:", one.name, "is alarmed without a cause:", kinds - allowed)


def _plain(value: object) -> object:
    return int(value) if isinstance(value, bool) else value
