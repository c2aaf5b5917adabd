# SPDX-License-Identifier: Apache-2.0
"""What is taken from a package and what is kept apart: every run is judged by its own author, not by who brought it."""

from dataclasses import dataclass, field

from desk_app.data import apart, arriving, meta, parcels, said, streams
from desk_app.data import sending as data_sending
from desk_app.data import trust as trust_rows
from desk_app.data.database import Connection
from desk_app.domain import errors, words
from desk_app.exchange import contents, segments, squeezing, statements
from desk_app.journal import streams as journal_streams
from desk_app.journal.streams import Scope
from desk_app.operations import destinations, trust
from desk_app.operations.desk import Desk

N_ = words.N_

UNKNOWN, WITHDRAWN, BEYOND, TOO_MANY = "unknown", "revoked", "scope", "replicas"

MOST_REPLICAS = 64
"""Databases of one office that are believed: each may hold a field against all others, and every one is looked at."""

MOST_BELIEVED = 20
"""New identities that one other office's unproved word can cause here."""

_PRIVATE = (journal_streams.ReaderClass.CONFIDENTIAL, journal_streams.ReaderClass.INTERNAL)
"""Of these an office takes in its own word alone, as written at another of its computers."""

_BEHIND = "behind_by_"


@dataclass(slots=True)
class Judged:
    """What became of the runs: how many changes were kept apart, by (reason, office as far as it is known)."""

    apart: dict[tuple[str, str], int] = field(default_factory=dict)
    differing: list[bytes] = field(default_factory=list)
    """Streams of which another office says it holds other bytes under the same numbers."""


def judge(
    desk: Desk,
    connection: Connection,
    runs: tuple[segments.Segment, ...],
    sender: str,
    judged: Judged,
) -> list[arriving.Run]:
    """The runs whose authors may write what stands in them, for a receiver; the others are kept apart.

    Raises Damaged for what no office can have sealed, and for what this office may not read.
    """
    reads = destinations.reader(desk, desk.identity.place)
    taken = []
    for run in runs:
        if not reads(run.scope):
            raise errors.Damaged(N_("Kiriman ini memuat data yang bukan untuk kantor ini. Tidak ada yang dimasukkan."))
        seal = run.seal
        text = journal_streams.seal_text(run.stream, run.replica, run.scope, seal.upto, seal.rolling)
        if not segments.seal_holds(seal, text):
            raise errors.Damaged(N_("Kiriman ini tidak utuh: tanda kantor asal tidak cocok."))
        kept = data_sending.SealRow(seal.upto, seal.rolling, seal.office_key, seal.signature)
        # Also what is kept apart: a spoilt run there would stop every package that brings its office's card.
        whole = arriving.checked(run.stream, run.replica, run.scope, run.first, run.before, run.bodies, kept)
        reason, name = _verdict(desk, connection, run)
        if not reason:
            taken.append(whole)
            continue
        judged.apart[reason, name] = judged.apart.get((reason, name), 0) + len(run.bodies)
        apart.keep(
            connection,
            apart.Apart(
                office=seal.office_key,
                stream=run.stream,
                place=run.scope.place,
                first=run.first,
                upto=seal.upto,
                reason=reason,
                sender=sender,
                at=desk.now(),
                wire=next(contents.pack(contents.Contents(seal.office_key, bytes(16), (run,)))),
            ),
        )
    return taken


def judge_again(desk: Desk, connection: Connection, judged: Judged) -> list[arriving.Run]:
    """What of the runs kept apart is taken now that somebody was vouched for."""
    taken = []
    for one in apart.every(connection):
        [run] = _unpacked(one.wire).segments
        if not _verdict(desk, connection, run)[0]:
            apart.drop(connection, one.no)
            taken += judge(desk, connection, (run,), one.sender, judged)
    return taken


def is_due(desk: Desk, connection: Connection) -> bool:
    """Whether something is kept apart of an office that was vouched for since: the power went before it came in."""
    return any(
        reason == UNKNOWN and trust.author(connection, desk.identity, office) is not None
        for office, reason, _place, _many in apart.of_offices(connection)
    )


def take_statements(
    desk: Desk, connection: Connection, told: tuple[statements.Statement, ...], judged: Judged
) -> None:
    """Keep what offices say they hold, in their own signed words; an older word never replaces a newer."""
    own = desk.identity
    if not told:
        return
    known = {one.id: one for one in streams.all_streams(connection)}
    newest = said.newest(connection)
    bound = trust_rows.replicas(connection)
    offices: dict[bytes, trust.Author | None] = {}
    taken: dict[tuple[bytes, str, int], tuple[said.Words, tuple[statements.Held, ...]]] = {}

    def is_of(replica: bytes, office: bytes) -> bool:
        if replica not in bound:
            if not journal_streams.is_replica_of(replica, office):
                return False
            if sum(other == office for other, _superseded in bound.values()) >= MOST_REPLICAS:
                return False
            trust_rows.bind_replica(connection, replica, office)
            bound[replica] = office, False
        return bound[replica][0] == office

    for one in told:
        group = one.replica, one.place, int(one.reader_class)
        if one.replica == own.replica or newest.get(group, 0) >= one.version or not one.holds():
            continue
        if one.office_key not in offices:
            offices[one.office_key] = trust.author(connection, own, one.office_key)
        who = offices[one.office_key]
        if who is None or not who.valid or not who.may_hold(one.place, one.reader_class):
            continue
        if not is_of(one.replica, who.key):
            continue
        gone = [replica for replica in one.superseded if is_of(replica, who.key) and not bound[replica][1]]
        trust_rows.supersede(connection, gone)
        bound |= dict.fromkeys(gone, (who.key, True))
        if bound[one.replica][1]:
            continue
        newest[group] = one.version
        taken[group] = said.Words(*group, one.office_key, one.version, one.to_wire()), one.held
    judged.differing += said.keep(connection, known, [pair for pair in taken.values() if not bound[pair[0].replica][1]])


def speaks_for(desk: Desk, connection: Connection, office: bytes, replica: bytes) -> bool:
    """Whether an office counts here, and this computer is its own as far as is known."""
    who = trust.author(connection, desk.identity, office)
    return who is not None and who.valid and _is_of(connection, replica, office)


def take_receipts(desk: Desk, connection: Connection, told: tuple[statements.Receipt, ...], sender: bytes) -> list[int]:
    """Note which of this office's packages their receivers have whole; returns the numbers that are news of `sender`.

    Only an office at the place that a package was made for can say so: its id stands on the stick for all to read.
    """
    own = desk.identity
    news: list[int] = []
    for one in told:
        if one.sender != own.public or not one.holds():
            continue
        who = trust.author(connection, own, one.office_key)
        if who is not None and who.valid:
            received = [package for package, _number in one.packages]
            if one.office_key == sender:
                news += parcels.unacknowledged(connection, received, who.place)
            parcels.acknowledge(connection, received, who.place, desk.now())
    return news


def behind_by(desk: Desk, connection: Connection, carried: contents.Contents) -> bytes | None:
    """The office whose word shows that others hold more, or other changes, under this replica's id than this database
    does, or that it was replaced; None: nobody's.

    Then it was restored or copied without the witness noticing, and takes a new identity before anything is put in.
    What another office says it holds cannot be proved: its word alone does that MOST_BELIEVED times.
    """
    own = desk.identity
    every = streams.all_streams(connection)
    mine = {one.id: one for one in every if one.replica == own.replica}
    events = {""} | {one.scope.event for one in every if one.scope is not None}

    def is_another(stream: bytes, upto: int, rolling: bytes) -> bool:
        held = mine.get(stream)
        if held is None:
            return upto > 0
        return upto > held.held or data_sending.rolling_at(connection, held, upto) != rolling

    for run in carried.segments:
        if run.replica == own.replica and run.seal.office_key == own.public:
            text = journal_streams.seal_text(run.stream, run.replica, run.scope, run.seal.upto, run.seal.rolling)
            if is_another(run.stream, run.seal.upto, run.seal.rolling) and segments.seal_holds(run.seal, text):
                return own.public
    for one in carried.statements:
        # A stream that this database has never begun is known by its name alone.
        begun = mine.keys() | {
            journal_streams.stream_id(own.replica, Scope(event, one.place, one.reader_class)) for event in events
        }
        replaced = one.office_key == own.public and own.replica in one.superseded
        if replaced or any(entry.stream in begun and is_another(*entry) for entry in one.held):
            who = trust.author(connection, own, one.office_key)
            if who is not None and who.valid and one.holds() and _is_believed(connection, own.public, who.key):
                return who.key
    return None


def note_behind(connection: Connection, office: bytes) -> None:
    """Count that this office's word made this database take a new identity."""
    name = _BEHIND + office.hex()
    meta.write(connection, {name: str(int(meta.read(connection).get(name, b"0")) + 1).encode()})


def _is_believed(connection: Connection, own: bytes, office: bytes) -> bool:
    return office == own or int(meta.read(connection).get(_BEHIND + office.hex(), b"0")) < MOST_BELIEVED


def _unpacked(kept: bytes) -> contents.Contents:
    opening = squeezing.Unsqueezer(contents.LARGEST_PLAIN)
    opening.write(kept)
    return contents.unpack(opening.finish())


def _verdict(desk: Desk, connection: Connection, run: segments.Segment) -> tuple[str, str]:
    """Why a run is kept apart ("": it is taken), and the name of its author as far as it is known."""
    key = run.seal.office_key
    who = trust.author(connection, desk.identity, key)
    if who is None:
        return UNKNOWN, ""
    if not who.valid and run.seal.upto > who.reach.get(run.stream, 0):
        return WITHDRAWN, who.name
    private = run.scope.reader_class in _PRIVATE
    if not who.may_write(run.scope) or (private and key != desk.identity.public):
        return BEYOND, who.name
    known = trust_rows.replicas_of(connection, key)
    if len(known) >= MOST_REPLICAS and key != desk.identity.public and run.replica not in dict(known):
        return TOO_MANY, who.name
    if not _is_of(connection, run.replica, key):
        return BEYOND, who.name
    trust_rows.bind_replica(connection, run.replica, key)
    return "", who.name


def _is_of(connection: Connection, replica: bytes, office: bytes) -> bool:
    """Whether a replica is of an office: as its id says, or as was noted before ids said it."""
    known = trust_rows.office_of(connection, replica)
    return known == office if known is not None else journal_streams.is_replica_of(replica, office)
