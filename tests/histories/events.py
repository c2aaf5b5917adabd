# SPDX-License-Identifier: Apache-2.0
"""What happens to offices besides work and post: lost and damaged sticks, power cuts, backups, bad neighbours."""

import contextlib
import dataclasses
import random
import shutil
from collections.abc import Callable, Iterator

from sqlalchemy import event

from desk_app.base.progress import finish
from desk_app.data.unit_of_work import Unit
from desk_app.domain import errors, records
from desk_app.journal import streams
from desk_app.operations import backups, import_outcome, package_making, receiving, recovery, sending
from desk_app.operations.transact import transact
from tests.histories import reading
from tests.histories.computers import PASSWORD, Computer, Kept, copy_files
from tests.histories.prepared import EVENT, villages
from tests.histories.properties import require
from tests.histories.world import MOST_COMPUTERS, World

Event = Callable[[World, Computer, int, random.Random], None]

MOST_STATEMENTS = 240
"""Statements of an import at most, about: the power is cut at one of them."""


def send(world: World, at: Computer, clock: int, dice: random.Random) -> None:
    """To a neighbour, sometimes to another computer of the office, or closed through the kabupaten to the province."""
    places = world.neighbours(at.place)
    if len(world.of_place(at.place)) > 1 and dice.random() < 0.4:
        places = [at.place]
    elif len(at.place) == 8 and dice.random() < 0.15:
        places = ["73"]
    world.send(at, dice.choice(places), clock, dice, in_volumes=dice.random() < 0.4)


def carry(world: World, at: Computer, clock: int, dice: random.Random) -> None:
    """A stick that arrives at once, whole or not."""
    place = dice.choice(world.neighbours(at.place))
    in_volumes = dice.random() < 0.3
    files = world.send(at, place, clock, dice, in_volumes=in_volumes)
    if in_volumes:
        dice.shuffle(files)
    for stick in files:
        if stick.place == place and not (in_volumes and dice.random() < 0.15):
            world.receive(dice.choice(world.of_place(place)), stick, dice.randrange(6), dice)


def lose_parts(world: World, at: Computer, clock: int, dice: random.Random) -> None:
    """Work of several days goes out in many volumes, of which some are lost; who got the others works and sends on."""
    place = dice.choice(world.neighbours(at.place))
    if dice.random() < 0.5:
        at, place = dice.choice(world.of_place("73.13")), "73"
        _correct(world, at, dice)
    for _ in range(dice.randint(1, 2)):
        _work(world, at, dice)
        world.send(at, place, clock, dice)
    _work(world, at, dice)
    files = [one for one in world.send(at, place, clock, dice, in_volumes=True, small=True) if one.place == place]
    other = dice.choice(world.of_place(place))
    lost = dice.randrange(len(files)) if files else 0
    for stick in dice.sample(files[lost + 1 :], len(files[lost + 1 :])):
        world.receive(other, stick, dice.randrange(6), dice)
    if dice.random() < 0.7:
        _work(world, other, dice)
        carry(world, other, clock, dice)


def _correct(world: World, at: Computer, dice: random.Random) -> None:
    """The kabupaten types over what a kecamatan typed: what it writes hangs on what came from there."""
    below = dice.choice([one for one in world.computers if len(one.place) == 8])
    for what in dice.sample(("answer", "answer", "answer", "edit_station", "edit_issue"), 3):
        world.do(what, below, dice.randrange(6), dice)
    for stick in world.send(below, at.place, dice.randrange(6), dice):
        if stick.place == at.place:
            world.receive(at, stick, dice.randrange(6), dice)
    for what in dice.sample(("column", "column", "edit_station"), 2):
        world.do(what, at, dice.randrange(6), dice)


def receive(world: World, at: Computer, clock: int, dice: random.Random) -> None:
    """Any stick that lies about, mostly at an office it is for."""
    if not world.sticks:
        return
    stick = dice.choice(world.sticks)
    if dice.random() < 0.8:
        at = dice.choice(world.of_place(stick.place))
    world.receive(at, stick, clock, dice)


def lose(world: World, at: Computer, clock: int, dice: random.Random) -> None:
    if world.sticks:
        world.sticks.remove(dice.choice(world.sticks))


def flip(world: World, at: Computer, clock: int, dice: random.Random) -> None:
    """One bit of a file is another: anywhere, in its head or in its end."""
    if world.sticks:
        stick = dice.choice(world.sticks)
        data = bytearray(stick.path.read_bytes())
        at_byte = dice.choice((dice.randrange(len(data)), dice.randrange(min(len(data), 700)), -1 - dice.randrange(40)))
        data[at_byte] ^= 1 << dice.randrange(8)
        _refused(world, stick.place, bytes(data), clock, dice)


def cut(world: World, at: Computer, clock: int, dice: random.Random) -> None:
    """A file ends too early, or too late."""
    if world.sticks:
        stick = dice.choice(world.sticks)
        data = stick.path.read_bytes()
        longer = data + dice.randbytes(dice.randint(1, 40))
        _refused(world, stick.place, dice.choice((longer, data[: dice.randrange(len(data))])), clock, dice)


def _refused(world: World, place: str, data: bytes, clock: int, dice: random.Random) -> None:
    path = world.new_folder("bad").with_suffix(".desk")
    path.write_bytes(data)
    at = dice.choice(world.of_place(place))
    world.refuse(at, path, clock, dice)
    world.look(at)


class PowerCut(BaseException):
    """The power is gone; nobody catches this."""


@contextlib.contextmanager
def power_until(world: World, at: Computer, statement: int) -> Iterator[list[Kept]]:
    """Let the power go at the n-th statement: the files lie there as they were at that moment."""
    engine = at.desk.store.engine
    left = statement
    kept: list[Kept] = []

    def before(*told: object) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            folder = world.new_folder("cut")
            folder.mkdir()
            copy_files(at.folder, folder)
            kept.append(Kept(folder, at.waiting.copy(), at.newer))
            raise PowerCut

    event.listen(engine, "before_cursor_execute", before)
    try:
        yield kept
    except PowerCut:
        at.put_back(kept[0])
    finally:
        if not kept:
            event.remove(engine, "before_cursor_execute", before)


def power_cut(world: World, at: Computer, clock: int, dice: random.Random) -> None:
    """P12: the power goes at some statement of an import: it is in whole, or not at all."""
    mine = [stick for stick in world.sticks if stick.place == at.place] or [
        stick for stick in world.sticks if world.of_place(stick.place)
    ]
    if not mine:
        return
    stick = dice.choice(mine)
    at = dice.choice(world.of_place(stick.place))
    held = world._held(at)
    waited = at.waiting.copy()
    done: list[import_outcome.Outcome] = []
    with world.at(at, clock, dice) as desk, power_until(world, at, dice.randint(1, MOST_STATEMENTS)) as cut_at:
        done = finish(receiving.receive(desk, [stick.path]))
    if not cut_at:
        world.judge(at, stick, held, done[0])
        return
    seen = world.look(at)
    if world.known.forks():
        return
    at.waiting.bring(run for run in stick.runs if run.stream not in world.known.forbidden)
    expected = at.waiting.settle(held)
    own = seen.replica
    now = {stream: bodies for stream, bodies in seen.bodies.items() if world.known.streams[stream][0] != own}
    before = {stream: bodies for stream, bodies in held.items() if world.known.streams[stream][0] != own}
    after = {stream: bodies for stream, bodies in expected.items() if world.known.streams[stream][0] != own}
    require(now in (before, after), "P12: after a power cut there is something between before and after")
    if now == before and (now != after or seen.waiting == waited.count()):
        at.waiting = waited
    require(seen.waiting == at.waiting.count(), "P12: after a power cut there wait", seen.waiting)


def cut_sending(world: World, at: Computer, clock: int, dice: random.Random) -> None:
    """The power goes while a package is made."""
    out = world.new_folder("stick")
    out.mkdir()
    with (
        world.at(at, clock, dice) as desk,
        power_until(world, at, dice.randint(1, 60)),
        contextlib.suppress(errors.Refused),
    ):
        finish(sending.send(desk, world.neighbours(at.place)[0], out))
    world.look(at)


def phone(world: World, at: Computer, clock: int, dice: random.Random) -> None:
    mine = [stick for stick in world.sticks if world.is_for(at, stick) and stick.source != at.place]
    if mine:
        world.phone(at, dice.choice(mine), clock, dice)


def forge(world: World, at: Computer, clock: int, dice: random.Random) -> None:
    """A relay alters what another office wrote, and seals it as well as it can: refused as a whole."""
    place = dice.choice(world.neighbours(at.place))
    if dice.random() < 0.5:
        at, place = dice.choice(world.of_place("73.13")), "73"
        _correct(world, at, dice)
    out = world.new_folder("forged")
    out.mkdir()
    honest = package_making._segment
    altered = 0

    def segment(run: object) -> object:
        nonlocal altered
        one = honest(run)  # type: ignore[arg-type]
        if one.seal.office_key == at.desk.identity.public:
            return one
        altered += 1
        bodies = (*one.bodies[:-1], _other(one.bodies[-1]))
        rolling = streams.advance_all(one.before, bodies)
        return dataclasses.replace(one, bodies=bodies, seal=dataclasses.replace(one.seal, rolling=rolling))

    with world.at(at, clock, dice) as desk:
        package_making._segment = segment  # type: ignore[assignment]
        try:
            sent = finish(sending.send(desk, place, out))
        except errors.Refused:
            return
        finally:
            package_making._segment = honest
    world.look(at)
    if altered:
        world.refuse(dice.choice(world.of_place(place)), sent.files[0], dice.randrange(6), dice)


def _other(body: bytes) -> bytes:
    """The same change with another value in it, as far as it can be told where values stand."""
    for said, instead in ((b"hujan", b"kerin"), (b"(73", b"(74"), (b"SDN 1", b"SDN 9")):
        if said in body:
            return body.replace(said, instead)
    return body[:-1] + bytes([body[-1] ^ 1])


def trespass(world: World, at: Computer, clock: int, dice: random.Random) -> None:
    """A kecamatan whose program was altered writes about another kecamatan: it is kept apart."""
    at = dice.choice([one for one in world.computers if len(one.place) == 8])
    other = dice.choice([one.place for one in world.computers if len(one.place) == 8 and one.place != at.place])
    rogue = Computer(f"rogue {at.name}", at.place, world.new_folder("rogue"), at.home, at.key, at.slot, newer=at.newer)
    rogue.folder.mkdir()
    at.close()
    copy_files(at.folder, rogue.folder)
    rogue.take_for_the_same_disk()
    out = world.new_folder("stick")
    out.mkdir()
    home = world.new_folder("home")
    shutil.copytree(at.home, home)
    rogue.home = home
    village = villages(other)[0]
    with world.at(rogue, clock, dice) as desk:
        own = desk.identity
        desk.identity = dataclasses.replace(own, replica=streams.replica_id(own.public, dice.randbytes(16)))

        def write(unit: Unit) -> None:
            unit.put(records.STATION, (EVENT, village, 1), {"dpt_male": 999})

        transact(desk, "di luar wilayah", write)
        seen = reading.see(desk)
        for stream, told in seen.streams.items():
            if told.replica == desk.identity.replica and told.scope is not None:
                world.known.streams[stream] = desk.identity.replica, told.scope
                world.known.written[stream] = {seq: [body] for seq, body in enumerate(seen.bodies[stream], 1)}
                world.known.forbidden.add(stream)
                world.known.places[desk.identity.replica] = rogue.place
        for stream, bodies in seen.bodies.items():
            world.known.peaks[desk.identity.replica, stream] = len(bodies)
        sent = finish(sending.send(desk, "73.13", out))
    rogue.close()
    target = dice.choice(world.of_place("73.13"))
    with world.at(target, dice.randrange(6), dice) as desk:
        [outcome] = finish(receiving.receive(desk, sent.files))
    target.waiting.bring([])
    world.trespassed = True
    seen = world.look(target)
    reasons = {reason for reason, _, _ in outcome.apart}
    require("scope" in reasons, "trust: what a kecamatan wrote about another was not kept apart:", outcome.apart)


def back_up(world: World, at: Computer, clock: int, dice: random.Random) -> None:
    with world.at(at, clock, dice) as desk:
        made = finish(backups.make_backup(desk)).made
    at.backups.append(Kept(made.folder, at.waiting.copy(), at.newer))
    world.look(at)


def restore(world: World, at: Computer, clock: int, dice: random.Random) -> None:
    """Bring a backup back: it goes on as a replica that never was before."""
    there = [one for one in at.backups if one.folder.is_dir()]
    if not there:
        return
    chosen = dice.choice(there[-3:])
    before = world.seen[at.name].replica
    at.clock = world.clocks[clock % len(world.clocks)]
    with world.at(at, clock, dice):
        at.close()
        finish(recovery.restore(chosen.folder, at.folder, PASSWORD, now=lambda: at.clock))
    at.waiting = chosen.waiting.copy()
    world.copied.add(at.place)
    seen = world.look(at, as_before=False)
    require(seen.replica != before, "P13: a restored database goes on under its old identity")


def back_up_work_send_restore(world: World, at: Computer, clock: int, dice: random.Random) -> None:
    """What was sent after the backup must not meet other changes under its numbers."""
    back_up(world, at, clock, dice)
    _work(world, at, dice)
    send(world, at, dice.randrange(6), dice)
    restore(world, at, dice.randrange(6), dice)
    _work(world, at, dice)


def copy_folder(world: World, at: Computer, clock: int, dice: random.Random) -> None:
    """Somebody copies the office's folder to another computer, and both work on."""
    if len(world.computers) >= MOST_COMPUTERS:
        return
    made = _copy(world, at)
    world.copied.add(at.place)
    seen = world.look(made)
    require(seen.replica != world.seen[at.name].replica, "P13: a copied database goes on under its old identity")
    _work(world, made, dice)
    _work(world, at, dice)


def copy_disk(world: World, at: Computer, clock: int, dice: random.Random) -> None:
    """A whole disk is copied, witness and all: nobody can tell until they meet (P14)."""
    if len(world.computers) >= MOST_COMPUTERS:
        return
    made = _copy(world, at)
    shutil.rmtree(made.home)
    shutil.copytree(at.home, made.home)
    made.take_for_the_same_disk()
    world.known.twice.add(world.seen[at.name].replica)
    world.copied.add(at.place)
    _work(world, made, dice)
    _work(world, at, dice)


def _copy(world: World, at: Computer) -> Computer:
    world.look(at)
    at.close()
    name = f"{at.place} PC {len(world.computers)}"
    made = Computer(name, at.place, world.folder / name, world.folder / f"home of {name}", at.key, at.slot,
                    newer=at.newer, waiting=at.waiting.copy())  # fmt: skip
    made.folder.mkdir()
    made.home.mkdir()
    copy_files(at.folder, made.folder)
    world.computers.append(made)
    return made


def image(world: World, at: Computer, clock: int, dice: random.Random) -> None:
    """The state of a whole disk is kept, as virtual machines and repair shops do."""
    world.look(at)
    at.image = at.keep(world.new_folder("image"), with_home=True)


def roll_back(world: World, at: Computer, clock: int, dice: random.Random) -> None:
    """A disk is put back as it was, with the witness: nobody can tell until others say more than is known here."""
    if at.image is None:
        return
    world.known.twice.add(world.seen[at.name].replica)
    at.put_back(at.image)
    world.known.twice.add(world.look(at, as_before=False).replica)
    world.copied.add(at.place)
    world.rolled_back = True


def image_work_send_roll_back(world: World, at: Computer, clock: int, dice: random.Random) -> None:
    image(world, at, clock, dice)
    _work(world, at, dice)
    send(world, at, dice.randrange(6), dice)
    roll_back(world, at, dice.randrange(6), dice)
    if dice.random() < 0.5:
        _work(world, at, dice)


def upgrade(world: World, at: Computer, clock: int, dice: random.Random) -> None:
    """The newer version is installed, and used (P15: what was kept unread shows from then on)."""
    if not at.newer:
        at.close()
        at.newer = True
        world.look(at)
    for _ in range(dice.randint(1, 3)):
        world.do("newer_work", at, dice.randrange(6), dice)
    if dice.random() < 0.5:
        carry(world, at, clock, dice)


def _work(world: World, at: Computer, dice: random.Random) -> None:
    for _ in range(dice.randint(1, 2)):
        world.do(dice.choice(("answer", "edit_station", "new_issue", "same_station")), at, dice.randrange(6), dice)


EVENTS: dict[str, Event] = {
    one.__name__: one
    for one in (
        send, carry, lose_parts, receive, lose, flip, cut, power_cut, cut_sending, phone, forge, trespass, back_up,
        restore, back_up_work_send_restore, copy_folder, copy_disk, image, roll_back, image_work_send_roll_back,
        upgrade,
    )
}  # fmt: skip
