# SPDX-License-Identifier: Apache-2.0
"""What a package carries, laid out in volumes: segments of changes, and the signed words of offices.

A volume is one compressed CBOR map. The bytes of all its changes stand in one string behind one another, their
lengths in another (four bytes each, little-endian): this packs better than a list, and 200,000 changes are apart
again in a tenth of a second. What is not a segment rides in every volume, so that each can be used alone. Contents of
attachments travel in packages of their own, of one volume each, that hold nothing else.
"""

import itertools
import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from desk_app.domain import media
from desk_app.exchange import entries, squeezing, wire
from desk_app.exchange.cards import Card, Root
from desk_app.exchange.letters import Letter
from desk_app.exchange.segments import Seal, Segment
from desk_app.exchange.statements import Receipt, Statement
from desk_app.journal import codec, streams
from desk_app.journal.streams import Scope

VOLUME = 32 << 20
"""Bytes of changes in one volume, and so in one transaction at the receiver; no segment is larger."""

MOST_CHANGES = 1 << 20
"""Changes in one volume, whatever their size."""

LARGEST_PLAIN = 48 << 20
"""A volume unpacks to at most this: its changes, their lengths, and what rides along; more is hostile."""

MOST_SEGMENTS = 1 << 16
MOST_WORDS = 1 << 15
"""Statements, receipts, roots, cards or letters in one volume."""

MOST_KINDS = 1000
MOST_PHOTOS = 1 << 12


class Photo(NamedTuple):
    """The content of an attachment, and the SHA-256 that it is said to have; whether it has it, the reader looks."""

    digest: bytes
    data: bytes


@dataclass(frozen=True, slots=True)
class Contents:
    """What one volume carries.

    `sender`, `package`: the key of the office and the id of the package that this was closed for. They are inside the
    box as well as on it: otherwise any office could send another's box, unopened, as its own.
    `counts`: how many changes of each kind of record the whole package holds, by the kind's name.
    `invitation`: in a ready file, what the new office is set up from. `photos`: in a package of photos alone.
    """

    sender: bytes
    package: bytes
    segments: tuple[Segment, ...] = ()
    statements: tuple[Statement, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    roots: tuple[Root, ...] = ()
    cards: tuple[Card, ...] = ()
    letters: tuple[Letter, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    invitation: Mapping[str, wire.Item] | None = None
    photos: tuple[Photo, ...] = ()


def pack(contents: Contents, more: Iterable[Segment] = ()) -> Iterator[bytes]:
    """Plain bodies, one a volume of about 32 MiB before compression; no segment is split.

    `more`: further segments, taken one after another, so that a large export is never in memory as a whole.
    Raises ValueError for a segment larger than a volume: the caller cuts runs at their seals.
    """
    rides = _rides(contents)
    batch: list[Segment] = []
    size = count = 0
    for segment in itertools.chain(contents.segments, more):
        weight = sum(map(len, segment.bodies))
        if not segment.bodies or weight > VOLUME or len(segment.bodies) > MOST_CHANGES:
            raise ValueError(f"a segment of {len(segment.bodies)} changes, {weight} bytes")
        full = size + weight > VOLUME or count + len(segment.bodies) > MOST_CHANGES or len(batch) == MOST_SEGMENTS
        if batch and full:
            yield _body(batch, rides)
            batch, size, count = [], 0, 0
        batch.append(segment)
        size += weight
        count += len(segment.bodies)
    yield _body(batch, rides)


def unpack(raw: bytes) -> Contents:
    """What stands in the bytes of an unpacked volume. Raises BadBytes; no signature in it is looked at."""
    told = entries.table(wire.load(raw))
    sender, package = entries.row(told.get("of"), 2)
    invitation = told.get("invitation")
    return Contents(
        sender=entries.octets(sender, 32),
        package=entries.octets(package, 16),
        segments=_segments(told),
        statements=tuple(map(Statement.from_wire, _words(told, "statements"))),
        receipts=tuple(map(Receipt.from_wire, _words(told, "receipts"))),
        roots=tuple(map(Root.from_wire, _words(told, "roots"))),
        cards=tuple(map(Card.from_wire, _words(told, "cards"))),
        letters=tuple(_letter(one) for one in entries.rows(told.get("letters", []), MOST_WORDS)),
        counts=_counts(entries.table(told.get("counts", {}))),
        invitation=None if invitation is None else _named(entries.table(invitation)),
        photos=tuple(_photo(one) for one in entries.rows(told.get("photos", []), MOST_PHOTOS)),
    )


def _rides(contents: Contents) -> dict[str, object]:
    """What goes into every volume of a package; what there is nothing of is left off."""
    rides: dict[str, object] = {
        "of": [contents.sender, contents.package],
        "statements": [one.to_wire() for one in contents.statements],
        "receipts": [one.to_wire() for one in contents.receipts],
        "roots": [one.to_wire() for one in contents.roots],
        "cards": [one.to_wire() for one in contents.cards],
        "letters": [[one.kind, one.payload] for one in contents.letters],
        "counts": dict(contents.counts),
        "invitation": contents.invitation,
        "photos": [list(one) for one in contents.photos],
    }
    return {name: value for name, value in rides.items() if value}


def _body(batch: Sequence[Segment], rides: Mapping[str, object]) -> bytes:
    lengths = array("I", [len(body) for one in batch for body in one.bodies])
    if sys.byteorder == "big":
        lengths.byteswap()
    changes = {
        "segments": [_segment_out(one) for one in batch],
        "lengths": lengths.tobytes(),
        "bodies": b"".join(itertools.chain.from_iterable(one.bodies for one in batch)),
    }
    raw = wire.dump({**rides, **changes} if batch else dict(rides))
    if len(raw) > LARGEST_PLAIN:
        raise ValueError(f"a volume of {len(raw)} bytes")
    return squeezing.squeeze(raw)


def _segment_out(one: Segment) -> list[object]:
    scope = [one.scope.event, one.scope.place, int(one.scope.reader_class)]
    seal = [one.seal.office_key, one.seal.upto, one.seal.rolling, one.seal.signature]
    return [one.replica, *scope, one.first, len(one.bodies), one.before, *seal]


def _segments(told: Mapping[str, object]) -> tuple[Segment, ...]:
    listed = [entries.row(one, 11) for one in entries.rows(told.get("segments", []), MOST_SEGMENTS)]
    bodies = iter(_bodies(entries.octets(told.get("lengths", b"")), entries.octets(told.get("bodies", b""))))
    found = tuple(_segment(one, bodies) for one in listed)
    if next(bodies, None) is not None:
        raise wire.bad("changes of no segment")
    return found


def _segment(entry: Sequence[object], bodies: Iterator[bytes]) -> Segment:
    replica, event, place, reader_class, first, count, before, office_key, upto, rolling, signature = entry
    replica = entries.octets(replica, 16)
    scope = Scope(entries.text(event), entries.place(place), entries.reader_class(reader_class))
    own = tuple(itertools.islice(bodies, entries.count(count, 1)))
    if len(own) != count:
        raise wire.bad("fewer changes than told")
    return Segment(
        stream=streams.stream_id(replica, scope),
        replica=replica,
        scope=scope,
        first=entries.count(first, 1),
        before=entries.octets(before, 32),
        bodies=own,
        seal=Seal(
            entries.octets(office_key, 32),
            entries.count(upto, 1),
            entries.octets(rolling, 32),
            entries.octets(signature, 64),
        ),
    )


def _bodies(packed: bytes, joined: bytes) -> list[bytes]:
    if len(packed) % 4 or len(packed) > 4 * MOST_CHANGES:
        raise wire.bad("not the lengths of changes")
    lengths = array("I")
    lengths.frombytes(packed)
    if sys.byteorder == "big":
        lengths.byteswap()
    ends = list(itertools.accumulate(lengths, initial=0))
    if ends[-1] != len(joined) or (lengths and (min(lengths) < 1 or max(lengths) > codec.LONGEST)):
        raise wire.bad("not the lengths of these changes")
    return [joined[start:end] for start, end in itertools.pairwise(ends)]


def _words(told: Mapping[str, object], name: str) -> list[bytes]:
    return [entries.octets(one) for one in entries.rows(told.get(name, []), MOST_WORDS)]


def _letter(entry: object) -> Letter:
    kind, payload = entries.row(entry, 2)
    return Letter(entries.text(kind), entries.octets(payload))


def _photo(entry: object) -> Photo:
    digest, data = entries.row(entry, 2)
    if len(entries.octets(data)) > media.LARGEST:
        raise wire.bad("larger than any attachment")
    return Photo(entries.octets(digest, 32), entries.octets(data))


def _named(told: Mapping[object, wire.Item]) -> dict[str, wire.Item]:
    return {entries.text(name): value for name, value in told.items()}


def _counts(told: Mapping[object, object]) -> dict[str, int]:
    if len(told) > MOST_KINDS:
        raise wire.bad("too many kinds")
    return {entries.text(kind): entries.count(number) for kind, number in told.items()}
