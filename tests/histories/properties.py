# SPDX-License-Identifier: Apache-2.0
"""The properties of exchange.md §19, each by its number, held against all changes that were ever made.

P19 (totals with listed exclusions) waits for vote counts: there is no blocking field before them.
"""

import functools
import hashlib
from collections.abc import Mapping
from typing import Any

from desk_app.domain import errors, records
from desk_app.journal import heads
from desk_app.journal.change import ALIVE, Change, ChangeKind
from desk_app.journal.streams import Dot, ReaderClass, Scope
from tests.histories import truth
from tests.histories.reading import Seen
from tests.histories.truth import Name, Truth


class Broken(AssertionError):
    """A property does not hold; the words begin with its number."""


def require(holds: bool, *told: object) -> None:
    if not holds:
        raise Broken(" ".join(str(one) for one in told))


def of_one(seen: Seen, known: Truth) -> None:
    """What must hold of one database at every moment."""
    sound_streams(seen, known)
    grouped = truth.by_record(seen.bodies)
    set_decides(seen, grouped)
    nothing_lost(seen, grouped)
    deletions_are_seen(seen, grouped)


def sound_streams(seen: Seen, known: Truth) -> None:
    """P16, P14: what is held is what its author wrote, byte for byte, without holes, and the hash runs along it."""
    require(seen.keys_in_order, "P8: a stream has a hole")
    for stream, bodies in seen.bodies.items():
        told = seen.streams[stream]
        require(len(bodies) == told.held, "P12: a stream holds", len(bodies), "and says", told.held)
        require(_rolling(tuple(bodies)) == told.rolling, "P14: the rolling hash is another one")
        require(stream in known.streams, "P16: a stream that nobody wrote")
        require(known.streams[stream] == (told.replica, told.scope), "P16: a stream of another replica or scope")
        require(stream not in known.forbidden, "trust: an office wrote about the area of another, and it came in")
        written = known.written[stream]
        for seq, body in enumerate(bodies, 1):
            require(body in written.get(seq, ()), "P16: change", seq, "is not as its author wrote it")


def set_decides(seen: Seen, grouped: Mapping[Name, Mapping[Dot, Change]]) -> None:
    """P1, P4, P21 of names: rows, heads and disagreements are those of the set of changes held, by its definition."""
    rows = {kind: dict(found) for kind, found in seen.rows.items()}
    conflicts, unread = set(), set()
    for name, changes in grouped.items():
        numbers = {seen.records[dot] for dot in changes}
        require(len(numbers) == 1, "P1: one record under several numbers", name)
        no = numbers.pop()
        state = truth.state(changes)
        for field, told in state.items():
            if told.disputed:
                conflicts.add((no, field))
            standing = seen.heads.get((no, field), {no})  # what its first change set and nothing replaced has no row
            require(
                {seen.dot(key) for key in standing} == told.heads, "P1: heads of field", field, "of", name, "differ"
            )
        declared = records.TYPES.get(name[0])
        unread |= {(no, field) for field, told in state.items() if field > ALIVE and not _shows(declared, field, told)}
        if declared is not None:
            row = rows[declared.no].pop(no, None)
            require(row is not None, "P1: no row for", name)
            assert row is not None
            _same_row(seen, declared, name, row, state)
    left = {kind: found for kind, found in rows.items() if found}
    require(not left, "P1: rows that no change accounts for", left)
    require(seen.conflicts == conflicts, "P4: listed", seen.conflicts, "and in dispute", conflicts)
    require(seen.unread == unread, "P15: unread", seen.unread, "should be", unread)


def nothing_lost(seen: Seen, grouped: Mapping[Name, Mapping[Dot, Change]]) -> None:
    """P3: every change stands, or is named by one that replaced it."""
    for name, changes in grouped.items():
        replaced: dict[int, set[Dot]] = {}
        for one in changes.values():
            for field, dots in one.preds.items():
                replaced.setdefault(field, set()).update(dots)
        for dot, one in changes.items():
            no = seen.records[dot]
            for field in heads.fields_of(one):
                standing = seen.heads.get((no, field), {no})
                named = dot in replaced.get(field, ())
                stands = any(seen.dot(key) == dot for key in standing)
                require(stands or named, "P3: the update", dot.seq, "of", name, "is lost")


def deletions_are_seen(seen: Seen, grouped: Mapping[Name, Mapping[Dot, Change]]) -> None:
    """P6: a deletion and an edit that it had not seen stand in view of all; nothing comes back by itself."""
    for (kind, _), changes in grouped.items():
        if not any(one.kind == ChangeKind.DELETE for one in changes.values()) or kind not in seen.rows:
            continue
        alive = seen.rows[kind][seen.records[next(iter(changes))]]["alive"]
        named = {dot for one in changes.values() for dot in one.preds.get(ALIVE, ())}
        last = {dot: one for dot, one in changes.items() if ALIVE in heads.fields_of(one) and dot not in named}
        deleted = [one for one in last.values() if one.kind == ChangeKind.DELETE]
        if len(deleted) < len(last):
            require(alive == (2 if deleted else 1), "P6: deleted here and brought back there, shown as", alive)
            continue
        observed = {dot for one in deleted for dot in one.observed}
        unseen = [
            dot
            for dot, one in changes.items()
            for field in heads.fields_of(one)
            if field != ALIVE
            and dot not in observed
            and not any(dot in other.preds.get(field, ()) for other in changes.values())
        ]
        require(alive == (2 if unseen else 0), "P6: deleted, with", len(unseen), "edits unseen, shown as", alive)


def beliefs_are_true(seen: Seen, known: Truth) -> None:
    """P9: nobody is believed to hold what he never held.

    What a receipt by phone says is true of the office; which of its computers reads it out nobody is told.
    """
    own = known.places[seen.replica]
    for replica, stream, upto, _ in seen.said:
        place = known.places.get(replica)
        most = known.peaks.get((replica, stream), 0)
        if place != own:
            most = max(known.peaks.get((one, stream), 0) for one, there in known.places.items() if there == place)
        require(upto <= most, "P9: a computer of", place, "is believed to hold", upto, "not", most)


def only_readable(place: str, seen: Seen) -> None:
    """P17: an office holds no stream that it may not read."""
    for one in seen.streams.values():
        if one.held and one.scope is not None and one.replica is not None:
            require(may_hold(place, one.scope), "P17:", place, "holds", one.scope)


def may_hold(place: str, scope: Scope) -> bool:
    """The rule of "Settled first" 4, written once more."""
    above = f"{scope.place}.".startswith(f"{place}.")
    below = f"{place}.".startswith(f"{scope.place}.")
    match scope.reader_class:
        case ReaderClass.INTERNAL | ReaderClass.CONFIDENTIAL:
            return scope.place == place
        case ReaderClass.SHARED_DOWN:
            return above or below
        case ReaderClass.OPEN:
            return above
        case ReaderClass.COUNTS:
            return above and "." in place
    return False


def view(seen: Seen, scope: Scope | None = None) -> dict[Name, tuple[Any, ...]]:
    """All that shows of the records of a scope, under names that are the same everywhere."""
    found: dict[Name, tuple[Any, ...]] = {}
    called = names(seen)
    for kind, rows in seen.rows.items():
        declared = seen.types[kind]
        references = {one.name for one in declared.columns if one.kind is records.FieldKind.RECORD}
        for no, row in rows.items():
            if scope is not None and seen.streams[seen.dot(no).stream].scope != scope:
                continue
            values = {
                one.name: seen.dot(row[one.name]) if one.name in references and row[one.name] else row[one.name]
                for one in declared.columns
            }
            disputed = sorted(field for record, field in seen.conflicts if record == no)
            found[called[no]] = row["alive"], values, disputed
    return found


def names(seen: Seen) -> dict[int, Name]:
    """Of each record its local number and the name that is the same everywhere."""
    found: dict[int, Name] = {}
    for stream, bodies in seen.bodies.items():
        for seq, body in enumerate(bodies, 1):
            dot = Dot(stream, seq)
            found[seen.records[dot]] = truth.name_of(dot, truth.change(stream, body))
    return found


def _same_row(
    seen: Seen, declared: records.RecordType, name: Name, row: Mapping[str, Any], state: dict[int, heads.FieldState]
) -> None:
    for field in declared.fields:
        told = state.get(field.no)
        value = told.shown if told is not None and _shows(declared, field.no, told) else None
        if isinstance(value, Dot):
            value = seen.key(value)
        require(row[field.name] == value, "P1:", name, field.name, "shows", row[field.name], "and is", value)
    if not isinstance(name[1], Dot):
        parts = tuple(row[field.name] for field in declared.key)
        wanted = tuple(seen.key(part) if isinstance(part, Dot) else part for part in name[1])
        require(parts == wanted, "P1: a record under another name", parts, wanted)
    alive = state.get(ALIVE)
    shown = 1 if alive is None else 2 if alive.disputed else int(bool(alive.shown))
    require(row["alive"] == shown, "P6:", name, "is shown as", row["alive"], "and is", shown)


def _shows(declared: records.RecordType | None, field: int, told: heads.FieldState) -> bool:
    """Whether this version can show what stands for a field."""
    column = declared.numbered(field) if declared is not None else None
    return column is not None and _fits(column, told.shown)


@functools.lru_cache(20_000, typed=True)
def _fits(column: records.Field, value: Any) -> bool:
    if value is None:
        return True
    if isinstance(value, Dot) or column.kind is records.FieldKind.RECORD:
        return isinstance(value, Dot) and column.kind is records.FieldKind.RECORD
    try:
        checked = column.check(value)
    except errors.Refused:
        return False
    return type(checked) is type(value) and checked == value


@functools.lru_cache(50_000)
def _rolling(bodies: tuple[bytes, ...]) -> bytes:
    rolling = bytes(32)
    for body in bodies:
        rolling = hashlib.sha256(rolling + hashlib.sha256(body).digest()).digest()
    return rolling
