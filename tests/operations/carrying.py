# SPDX-License-Identifier: Apache-2.0
"""Carries all that one office holds to another, without package, trust or scope: merging is the matter."""

from desk_app.data import arrivals, receiving, sending
from desk_app.operations.desk import Desk


def pass_on(source: Desk, target: Desk) -> receiving.Taken:
    """Seal what the source has written and take all that it holds at the target, in one transaction."""
    with source.store.writing() as connection:
        sending.seal_own(
            connection,
            {source.identity.replica},
            lambda one, upto, rolling: sending.SealRow(upto, rolling, source.identity.public, b"signature"),
        )
        runs = list(sending.runs(connection, lambda scope: True, {}))

    def take() -> receiving.Taken:
        with target.store.writing() as connection:
            arrival = arrivals.next_number(connection)
            arrivals.add(connection, arrival, 0, "import", 1, "uji")
            receiver = receiving.Receiver(connection, arrival)
            for run in runs:
                stream = run.stream
                assert stream.replica is not None
                assert stream.scope is not None
                receiver.take(
                    stream.id, stream.replica, stream.scope, run.first, run.before, run.bodies, run.seal
                )
            receiver.settle()
        return receiver.taken

    return target.on_writer(take)
