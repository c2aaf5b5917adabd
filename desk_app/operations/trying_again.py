# SPDX-License-Identifier: Apache-2.0
"""What was kept apart comes in by itself once its office is vouched for."""

from dataclasses import dataclass

from desk_app.data import apart, arrivals
from desk_app.data import receiving as data_receiving
from desk_app.data.database import Connection
from desk_app.domain import words
from desk_app.operations import judging, standing, transact
from desk_app.operations.desk import Desk

N_ = words.N_


@dataclass(frozen=True, slots=True)
class CameIn:
    """How many changes came in, the records that they touch (local number → kind), and what follows from these."""

    applied: int
    touched: dict[int, int]
    derived: frozenset[str]


NOTHING = CameIn(0, {}, frozenset())


def try_again(desk: Desk) -> int:
    """Judge anew all that is kept apart; returns how many changes came in."""

    def run() -> CameIn:
        with desk.store.writing() as connection:
            return take(desk, connection)

    return announce(desk, desk.on_writer(run))


def take(desk: Desk, connection: Connection) -> CameIn:
    """The same within the caller's transaction, who announces what came in once it stands."""
    if not apart.of_offices(connection):
        return NOTHING
    now, arrival = desk.now(), arrivals.next_number(connection)
    receiver = data_receiving.Receiver(connection, arrival, at=now)
    for one in judging.judge_again(desk, connection, judging.Judged()):
        receiver.take_run(one)
    receiver.settle()
    if receiver.taken.applied:
        arrivals.add(connection, arrival, now, "import", desk.operator.number, N_("Terima Data"))
    derived = standing.follow(desk, connection, receiver.touched)
    return CameIn(receiver.taken.applied, dict(receiver.touched), derived)


def announce(desk: Desk, came: CameIn) -> int:
    """Tell the windows what came in; returns how many changes."""
    if came.applied:
        transact.announce(desk, came.touched, came.derived | {"exchange", "conflict"})
    return came.applied
