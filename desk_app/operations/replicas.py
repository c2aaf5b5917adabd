# SPDX-License-Identifier: Apache-2.0
"""The identity of this database: a fresh replica id where it was restored or copied, taken by itself and said.

A restored database would go on counting its changes from an old number, while other offices hold other changes
under those numbers. So it writes from now on as a replica that never was before, and announces it (exchange.md §9);
what was lost in between comes back from the offices that received it, as the changes of a foreign stream.
"""

import secrets
from dataclasses import replace

from desk_app.data import account_list, alarms, keys, meta, unit_of_work
from desk_app.data import trust as rows
from desk_app.domain import records, words
from desk_app.journal import streams
from desk_app.operations import authority_root, changed, offices, witness
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_

RESTORED = N_(
    "Data kantor ini berasal dari backup atau salinan. Program memberinya tanda baru, agar nomor yang sudah pernah "
    "dikirim tidak terpakai dua kali. Isian yang hilang kembali dari kantor yang sudah menerimanya."
)


def ensure(desk: Desk) -> bool:
    """Give the database a new identity if the witness no longer knows it; returns whether it did."""
    if witness.goes_on(desk):
        return False
    renew(desk)
    return True


def guard(desk: Desk) -> None:
    """At opening: a new identity where it is due, then a new token, so that a copy opened later is told apart."""
    authority_root.complete(desk)
    ensure(desk)
    witness.turn(desk)


def own_replicas(desk: Desk) -> frozenset[bytes]:
    """Every replica id that this office's key has written under, this database's included."""
    with desk.reading() as connection:
        known = rows.replicas_of(connection, desk.identity.public)
    return frozenset({one for one, _superseded in known} | {desk.identity.replica})


def renew(desk: Desk, *, announced: bool = True) -> bytes:
    """Make this database write as a replica that never was before; returns the new id.

    Operators keep names and numbers; register numbers get letters of their own. `announced`: an alarm says so.
    """
    before = desk.identity
    slots = [slot for slot in keys.load(desk.folder).slots if slot.kind == "account"]
    after = replace(
        before,
        replica=streams.replica_id(before.public, secrets.token_bytes(streams.REPLICA_BYTES)),
        series=meta.new_series(),
    )

    def work(unit: unit_of_work.Unit) -> None:
        meta.write(unit.connection, meta.identity_values(after))
        meta.forget(unit.connection, ["token", "turn", "inode"])
        rows.bind_replica(unit.connection, before.replica, before.public)
        rows.bind_replica(unit.connection, after.replica, after.public)
        rows.supersede(unit.connection, [before.replica])
        if announced:
            alarms.add(unit.connection, desk.now(), "restored", before.name, {})
        offices.announce_office(unit, after)
        # Who got an account after the backup has a password here and no record yet.
        operators = {slot.number: {"name": slot.name} for slot in slots}
        for one in account_list.operators(unit.connection, before.place, before.replica):
            operators[one.number] = {"name": one.name, "role": one.role}
        for number, values in sorted(operators.items()):
            unit.put(records.OPERATOR, (after.place, after.replica.hex(), number), values)

    def run() -> None:
        # The announcement itself must stand in the new replica's streams.
        desk.identity = after
        try:
            transact(desk, N_("Data dipulihkan"), work, kind="setup")
        except BaseException:
            desk.identity = before
            raise

    desk.on_writer(run)
    desk.news.tell(changed.Changed(frozenset({"office", "exchange"})))
    return after.replica
