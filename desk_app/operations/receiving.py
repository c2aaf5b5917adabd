# SPDX-License-Identifier: Apache-2.0
"""Terima Data: packages previewed in words, then put in, one transaction a volume; twice is once."""

import dataclasses
from collections.abc import Sequence
from pathlib import Path

from desk_app.base.progress import Progress, Steps
from desk_app.data import alarms, arrivals, arriving, meta, parcels
from desk_app.data import receiving as data_receiving
from desk_app.data.database import Connection
from desk_app.data.taken import Taken
from desk_app.domain import records, words
from desk_app.exchange import contents, manifest, package
from desk_app.operations import (
    attachments_receiving,
    attachments_sending,
    clocks,
    count_writing_keys,
    import_outcome,
    judging,
    kept_receipts,
    package_opening,
    replicas,
    standing,
    transact,
    trust,
    trust_letters,
    trying_again,
)
from desk_app.operations.desk import Desk

N_ = words.N_


SLICE = 2000
"""Changes of one transaction while nobody waits for an import."""


class _OnlyLooking(Exception):
    """Leaves the transaction of a preview, so that nothing of it stays."""


def preview(desk: Desk, path: Path) -> import_outcome.Outcome:
    """What a package would change, reckoned by putting it in and taking it out again; nothing is written."""
    sealed = package.read(path)
    carried = package_opening.opened(desk, sealed)
    if sealed.manifest.kind is manifest.Kind.PHOTO:
        return import_outcome.of_photos(desk, sealed, attachments_receiving.look(desk, carried.photos))
    result: list[import_outcome.Outcome] = []

    def look() -> None:
        try:
            with desk.store.writing() as connection:
                result.append(_put_in(desk, connection, sealed, carried, renewed=False)[0])
                raise _OnlyLooking
        except _OnlyLooking:
            pass

    desk.on_writer(look)
    return result[0]


_READERS = frozenset({records.COUNT_READER.no, records.COUNT_RULES.no})
"""Kinds of record that let others read figures of the count."""


def receive(desk: Desk, files: Sequence[Path], *, accept_sender: bool = False) -> Steps[list[import_outcome.Outcome]]:
    """Put packages in, each volume in one transaction. Raises Refused: a bad file leaves the data untouched.

    `accept_sender`: the code of a sender nobody vouches for was compared by phone; from then on it is believed.
    Without it what such a sender brings of its own is kept apart.
    """
    outcomes = []
    for done, path in enumerate(files):
        yield Progress(done, len(files), N_("Memeriksa kiriman"))
        sealed = package.read(path)
        carried = package_opening.opened(desk, sealed)
        if accept_sender:
            package_opening.accept_sender(desk, sealed.manifest, carried)
        yield Progress(done, len(files), N_("Memasukkan data"))
        outcomes.append(_commit(desk, sealed, carried))
    return outcomes


def put_ready(desk: Desk, sealed: package.Sealed, carried: contents.Contents) -> import_outcome.Outcome:
    """Put in what a ready file carries, into the office that was just set up from it."""
    return _commit(desk, sealed, carried)


def receive_in_slices(desk: Desk, path: Path) -> Steps[import_outcome.Outcome]:
    """Put one package in a little at a time, each slice in a transaction of its own, so that typing goes on between.

    For an import that nobody waits for. Cut short it is gone on with by taking the same file again.
    """
    yield Progress(0, None, N_("Memeriksa kiriman"))
    sealed = package.read(path)
    carried = package_opening.opened(desk, sealed)
    if sealed.manifest.kind is manifest.Kind.PHOTO:
        return _commit(desk, sealed, carried)
    _renew_if_behind(desk, carried)
    runs, came = desk.on_writer(lambda: _judge_alone(desk, sealed, carried))
    total = sum(len(one.bodies) for one in carried.segments)
    brought, more = trying_again.announce(desk, came), bool(runs)
    while more:
        taken, more = desk.on_writer(lambda: _slice(desk, runs))
        brought += taken
        yield Progress(brought, total, N_("Memasukkan data"))
    outcome = _commit(desk, sealed, carried)
    return dataclasses.replace(outcome, changes=outcome.changes + brought, same=max(0, outcome.same - brought))


def _judge_alone(
    desk: Desk, sealed: package.Sealed, carried: contents.Contents
) -> tuple[list[arriving.Run], trying_again.CameIn]:
    with desk.store.writing() as connection:
        due = _believe(desk, connection, sealed, carried) or judging.is_due(desk, connection)
        # What was kept apart comes in at once: cut short, this package would not bring it a second time.
        came = trying_again.take(desk, connection) if due else trying_again.NOTHING
        return _judged(desk, connection, sealed, carried, judging.Judged(), altered=False), came


def _slice(desk: Desk, runs: Sequence[arriving.Run]) -> tuple[int, bool]:
    with desk.store.writing() as connection:
        arrival = arrivals.next_number(connection)
        receiver = data_receiving.Receiver(connection, arrival, at=desk.now(), most=SLICE)
        for run in runs:
            receiver.take_run(run)
        receiver.settle()
        if receiver.taken.applied:
            arrivals.add(connection, arrival, desk.now(), "import", desk.operator.number, N_("Terima Data"))
        derived = standing.follow(desk, connection, receiver.touched)
    transact.announce(desk, dict(receiver.touched), derived | {"exchange", "conflict"})
    return receiver.taken.applied, receiver.more and bool(receiver.taken.applied)


def _believe(desk: Desk, connection: Connection, sealed: package.Sealed, carried: contents.Contents) -> bool:
    """Take over what the package says of offices; returns whether anybody is judged anew."""
    own, now = desk.identity, desk.now()
    altered = trust.take(connection, own, carried.roots, carried.cards, now)
    return trust_letters.read_letters(connection, own, sealed.manifest.sender.key, carried.letters, now) or altered


def _judged(
    desk: Desk,
    connection: Connection,
    sealed: package.Sealed,
    carried: contents.Contents,
    judged: judging.Judged,
    *,
    altered: bool,
) -> list[arriving.Run]:
    due = altered or judging.is_due(desk, connection)
    again = judging.judge_again(desk, connection, judged) if due else []
    return again + judging.judge(desk, connection, carried.segments, sealed.manifest.sender.name, judged)


def _renew_if_behind(desk: Desk, carried: contents.Contents) -> bool:
    """Take a new identity if the package shows that this database was restored or copied; says whether it did."""
    with desk.reading() as connection:
        office = judging.behind_by(desk, connection, carried)
    if office is None:
        return False

    def note() -> None:
        with desk.store.writing() as connection:
            judging.note_behind(connection, office)

    replicas.renew(desk)
    desk.on_writer(note)
    return True


def _commit(desk: Desk, sealed: package.Sealed, carried: contents.Contents) -> import_outcome.Outcome:
    if sealed.manifest.kind is manifest.Kind.PHOTO:
        photos = attachments_receiving.take(desk, package_opening.package_id(sealed.manifest), carried.photos)
        return import_outcome.of_photos(desk, sealed, photos)
    behind = _renew_if_behind(desk, carried)

    def run() -> tuple[import_outcome.Outcome, dict[int, int], frozenset[str]]:
        with desk.store.writing() as connection:
            return _put_in(desk, connection, sealed, carried, renewed=behind)

    outcome, touched, derived = desk.on_writer(run)
    transact.announce(desk, touched, derived | {"exchange", "conflict"})
    if _READERS & set(touched.values()):
        count_writing_keys.catch_up(desk)
    return outcome


def _put_in(
    desk: Desk, connection: Connection, sealed: package.Sealed, carried: contents.Contents, *, renewed: bool
) -> tuple[import_outcome.Outcome, dict[int, int], frozenset[str]]:
    head, own, now = sealed.manifest, desk.identity, desk.now()
    altered = _believe(desk, connection, sealed, carried)
    arrival = arrivals.next_number(connection)
    receiver = data_receiving.Receiver(connection, arrival, at=now)
    judged = judging.Judged()
    for run in _judged(desk, connection, sealed, carried, judged, altered=altered):
        receiver.take_run(run)
    receiver.settle()
    taken = receiver.taken
    if taken.applied:
        arrivals.add(connection, arrival, now, "import", desk.operator.number, N_("Terima Data"))
    judging.take_statements(desk, connection, carried.statements, judged)
    heard = judging.take_receipts(desk, connection, carried.receipts, head.sender.key)
    if judging.speaks_for(desk, connection, head.sender.key, head.sender.replica):
        attachments_sending.hear(connection, head.sender.key, head.sender.replica, carried.letters)
    derived = standing.follow(desk, connection, receiver.touched)
    _raise_alarms(connection, head, judged, taken, now)
    parcel = parcels.find(connection, package_opening.parcel_id(head))
    after = _made_by_then(own, connection, head, carried)
    earlier = parcels.clock_before(connection, head.sender.key, head.sender.replica, head.number)
    clock = head.clock if clocks.judge(head.clock, now, after, earlier) is not None else 0
    registered = head.kind is manifest.Kind.DATA and (parcel is None or bool(taken.applied))
    if registered:
        line = _line(connection, sealed, arrival if taken.applied else None, taken.applied, now)
        parcels.register(connection, dataclasses.replace(line, after=after))
    outcome = import_outcome.of_changes(connection, head, taken, judged, clock, renewed, arrival)
    outcome = dataclasses.replace(outcome, arrival=arrival if taken.applied else 0, received=tuple(heard))
    if registered:
        kept = kept_receipts.write(import_outcome.kept(outcome, taken))
        parcels.note_told(connection, package_opening.parcel_id(head), kept)
    return outcome, dict(receiver.touched), derived


def _line(
    connection: Connection, sealed: package.Sealed, arrival: int | None, applied: int, now: int
) -> parcels.Parcel:
    head = sealed.manifest
    name, place = package_opening.called(connection, head)
    return parcels.Parcel(
        id=package_opening.parcel_id(head),
        direction="in",
        office=head.sender.key,
        office_name=name,
        number=head.number,
        at=now,
        file=sealed.path.name,
        mark=head.mark,
        arrival=arrival,
        counts=str(applied),
        package=head.id,
        replica=head.sender.replica,
        volume=head.volume,
        volumes=len(head.volumes),
        place=place,
        clock=head.clock,
    )


def _made_by_then(
    own: meta.Identity, connection: Connection, head: manifest.Manifest, carried: contents.Contents
) -> int | None:
    """When by our clock the last package of ours was made that the sender says it has."""
    had = [
        known
        for one in carried.receipts
        if one.sender == own.public and one.office_key == head.sender.key and one.holds()
        for known, _number in one.packages
    ]
    return parcels.newest_made(connection, had) if had else None


def _raise_alarms(
    connection: Connection, head: manifest.Manifest, judged: judging.Judged, taken: Taken, now: int
) -> None:
    for reason, office in judged.apart:
        if reason != judging.UNKNOWN:
            alarms.add(connection, now, f"apart_{reason}", office, {"sender": head.sender.name})
    for one in taken.aside:
        if one.scope is not None:
            alarms.add(connection, now, f"aside_{one.reason.value}", head.sender.name, {"place": one.scope.place})
    if judged.differing:
        alarms.add(connection, now, "differs", head.sender.name, {"streams": str(len(judged.differing))})
