# SPDX-License-Identifier: Apache-2.0
"""What was kept apart comes in by itself once its office is vouched for."""

from desk_app.data import apart, arrivals
from desk_app.data import receiving as data_receiving
from desk_app.domain import words
from desk_app.operations import judging, standing, transact
from desk_app.operations.desk import Desk

N_ = words.N_


def try_again(desk: Desk) -> int:
    """Judge anew all that is kept apart; returns how many changes came in."""

    def run() -> tuple[int, dict[int, int], frozenset[str]]:
        with desk.store.writing() as connection:
            if not apart.of_offices(connection):
                return 0, {}, frozenset()
            now, arrival = desk.now(), arrivals.next_number(connection)
            receiver = data_receiving.Receiver(connection, arrival, at=now)
            for one in judging.judge_again(desk, connection, judging.Judged()):
                receiver.take_run(one)
            receiver.settle()
            if receiver.taken.applied:
                arrivals.add(connection, arrival, now, "import", desk.operator.number, N_("Terima Data"))
            derived = standing.follow(desk, connection, receiver.touched)
            return receiver.taken.applied, dict(receiver.touched), derived

    applied, touched, derived = desk.on_writer(run)
    if applied:
        transact.announce(desk, touched, derived | {"exchange", "conflict"})
    return applied
