# SPDX-License-Identifier: Apache-2.0
"""Taking back a whole import, days later too: by further changes that travel on and are seen at the sender.

Nothing is ever un-held. What was worked on since stays and is listed; so does what belongs to an office above, which
this one may not write about.
"""

from dataclasses import dataclass

from desk_app.data import arrivals, schema, unit_of_work
from desk_app.data import history as kept
from desk_app.domain import errors, places, records, words
from desk_app.operations import issue_secrecy, reversal
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_

KIND = "import-undo"
MOST_LISTED = 500


@dataclass(frozen=True, slots=True)
class Left:
    """A record, or some of its fields (msgids), that was left as it is. `why`: "edited", "above" or "newer"."""

    kind: str
    title: str
    fields: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Undone:
    """What taking an import back did: how many changes were reversed, and what was left (at most MOST_LISTED)."""

    reversed: int
    left: tuple[Left, ...]


def undo_import(desk: Desk, arrival: int) -> Undone:
    """Take back the import with this arrival number. Raises NotFound, and Refused when it was taken back already."""
    left: dict[int, Left] = {}
    count = 0

    def work(unit: unit_of_work.Unit) -> None:
        nonlocal count
        _require_import(unit, arrival)
        reversing = reversal.Reversal(unit, arrival)
        done = arrivals.changes_of(unit.connection, arrival)
        unit.takes_back(unit.book.dot(done[0][0]))
        for key, record in reversed(done):
            change = unit.projector.change(key)
            declared = records.TYPES.get(change.type)
            if declared is None:
                left.setdefault(record, Left("", "", (), "newer"))
                continue
            scope = unit.book.by_no(record >> schema.SHIFT).scope
            if scope is None or not places.is_within(scope.place, desk.identity.place):
                left.setdefault(record, _left(unit, declared, record, (), "above"))
                continue
            fields = reversing.reverse_what_stands(declared, record, key, change)
            if fields:
                before = left[record].fields if record in left else ()
                every = tuple(dict.fromkeys((*before, *fields)))
                left[record] = _left(unit, declared, record, every, "edited")
            else:
                count += 1
        arrivals.mark_undone(unit.connection, arrival, unit.arrival)

    transact(desk, N_("Penerimaan dibatalkan"), work, kind=KIND, undoes=arrival)
    return Undone(count, tuple(list(left.values())[:MOST_LISTED]))


def _require_import(unit: unit_of_work.Unit, arrival: int) -> None:
    if arrival < 1 or arrival > arrivals.latest(unit.connection):
        raise errors.NotFound(N_("Penerimaan yang dimaksud tidak ada."))
    one = arrivals.one(unit.connection, arrival)
    if one.kind != "import":
        raise errors.NotFound(N_("Penerimaan yang dimaksud tidak ada."))
    if one.undone_by is not None:
        raise errors.Refused(N_("Penerimaan ini sudah dibatalkan."))


def _left(
    unit: unit_of_work.Unit, declared: records.RecordType, record: int, fields: tuple[str, ...], why: str
) -> Left:
    kind = kept.kind_of(unit.connection, record)
    if kind is None:
        return Left(declared.name, "", fields, why)
    return Left(declared.name, issue_secrecy.title(unit.connection, declared, record), fields, why)
