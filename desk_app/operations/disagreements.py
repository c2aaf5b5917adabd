# SPDX-License-Identifier: Apache-2.0
"""Data berbeda: where offices typed different values, both shown with who and when, until somebody decides."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from desk_app.data import decisions, parts, rows, unit_of_work
from desk_app.data import history as kept
from desk_app.data.database import Connection
from desk_app.domain import errors, records, words
from desk_app.journal.change import ALIVE
from desk_app.operations import days, issue_secrecy, wholes
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values: as kept, by which office and operator, at what hour by their clock. `key` names it.

    A value that an undo brought back is still that of who said it. `keeps`: of deleted-against-edited, whether the
    record stays by it; `told`: what was edited, by the names of fields.
    """

    key: int
    value: Any
    office: str
    operator: str
    at: int
    keeps: bool = True
    told: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One field of one record on which offices differ; `field` is its name, "" for deleted-against-edited."""

    record: int
    kind: str
    title: str
    field: str
    label: str
    shown: Any
    sides: tuple[Side, ...]
    whole: str = ""
    """The title of the deleted record that it was written on, "" for every other disagreement."""
    veiled: bool = False
    """It hangs on an issue that is kept in confidence from who asks: no value is told, and he decides nothing."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A disagreement that was settled here. `value` as kept, None where the record was deleted for good or emptied.

    `chosen`: what settled it, with the operator and the hour; `basis`: on what evidence, "" if nobody told.
    """

    about: Disagreement
    chosen: Side
    basis: str


@dataclass(frozen=True, slots=True)
class Choice:
    """How a disagreement shall be settled: which (as in `Disagreement`), with what value, on what evidence.

    For deleted-against-edited (`field` "") `value` True keeps the record, False deletes it for good.
    """

    record: int
    kind: str
    field: str
    value: Any
    basis: str = ""

    @property
    def key(self) -> tuple[int, str]:
        return self.record, self.field


def open_ones(desk: Desk) -> list[Disagreement]:
    """Every disagreement that waits for a decision."""
    found = []
    with desk.reading() as connection:
        histories = kept.Histories(connection, desk.identity.replica)
        for record, no, kind in rows.disputes(connection):
            declared = records.TYPES.get(kind)
            if declared is None or not _is_known(declared, no):
                continue
            if no == ALIVE:
                standing: Collection[int] = decisions.differing(connection, record, no)
            else:
                standing = rows.standing_changes(connection, record, no)
            entries = _by_key(histories.of(record))
            one = _disagreement(connection, declared, record, no, _sides(entries, no, declared, standing))
            found.append(_veiled(one) if issue_secrecy.is_hidden(desk, connection, record) else one)
        for left in parts.left(connection):
            one = _left_behind(connection, histories, left)
            found.append(_veiled(one) if issue_secrecy.is_hidden(desk, connection, left.part) else one)
    return found


def _left_behind(connection: Connection, histories: kept.Histories, left: parts.Left) -> Disagreement:
    """What an office wrote of a record that another one had deleted, beside that deletion (decision 0021)."""
    declared = records.TYPES[left.part_kind]
    written = histories.of(left.part)
    told = rows.row(connection, declared, left.part)
    said = tuple(
        (field.name, told[field.name])
        for field in declared.fields
        if field.name != declared.parent and told[field.name] is not None
        and field.kind is not records.FieldKind.BYTES
    )
    deleted = [_side(entry) for entry in histories.of(left.whole) if entry.deletes][-1:]
    sides = (*deleted, replace(_side(written[-1]), told=said))
    one = _disagreement(connection, declared, left.part, ALIVE, sides)
    whole = issue_secrecy.title(connection, records.TYPES[left.whole_kind], left.whole)
    return replace(one, whole=whole, label=N_("Ditulis pada catatan yang dihapus kantor lain"))


def _side(entry: kept.Entry) -> Side:
    return Side(entry.key, entry.kind, entry.office, entry.operator, entry.at, not entry.deletes)


def _veiled(one: Disagreement) -> Disagreement:
    """The same without what was typed."""
    sides = tuple(replace(side, value=None, told=()) if one.field else replace(side, told=()) for side in one.sides)
    return replace(one, title=_listed(one.kind, one.title), shown=None, sides=sides, veiled=True)


def _listed(kind: str, title: str) -> str:
    """Of an issue the number, which every list tells; of what hangs on one nothing."""
    return title if kind == records.ISSUE.name else ""


def count(desk: Desk) -> int:
    """How many wait for a decision; quick, however many there are."""
    with desk.reading() as connection:
        found = rows.disputes(connection)
        left = len(parts.left(connection))
    return left + sum(_is_known(records.TYPES.get(kind), no) for _record, no, kind in found)


def _is_known(declared: records.RecordType | None, no: int) -> bool:
    """Whether a field is one of this version's that is settled here; what a newer one brought waits for its upgrade."""
    if declared is None or declared.is_weighed_apart:
        return False
    if declared is records.ATTACHMENT and no == records.ATTACHMENT.field("sealed").no:
        return False  # the words of a photo of the count: nobody here could tell them apart
    return no == ALIVE or declared.numbered(no) is not None


def decided_on(desk: Desk, day: date) -> list[Decision]:
    """What was settled at this office on a day, in the order of work."""
    found = []
    with desk.reading() as connection:
        histories = kept.Histories(connection, desk.identity.replica)
        for one in decisions.decided(connection, *days.bounds(desk, day)):
            declared = records.TYPES.get(one.type)
            if declared is None or not _is_known(declared, one.field):
                continue
            entries = _by_key(histories.of(one.record))
            sides = _sides(entries, one.field, declared, one.sides)
            [chosen] = _sides(entries, one.field, declared, [one.change])
            about = _disagreement(connection, declared, one.record, one.field, sides)
            found.append(Decision(about, chosen, one.basis))
    return found


def decide(desk: Desk, record: int, kind: str, field: str, value: Any, basis: str = "") -> None:
    """Settle a disagreement with one of the values or the right one; it replaces all that stood (see `Choice`)."""
    decide_many(desk, [Choice(record, kind, field, value, basis)])


def decide_many(desk: Desk, choices: Sequence[Choice], basis: str = "") -> int:
    """Settle many in one transaction, taken back together; all or none. Returns how many it settled.

    `basis`: the evidence for those that bring none of their own. Raises NotFound where a record was deleted meanwhile.
    """

    def work(unit: unit_of_work.Unit) -> int:
        for one in choices:
            issue_secrecy.require_record(desk, unit.connection, one.record)
        return sum(_settle(unit, one, (one.basis or basis).strip()) for one in choices)

    return transact(desk, N_("Data berbeda diklarifikasi"), work)


def choices_of(open_: Iterable[Disagreement], office: str) -> list[Choice]:
    """To use what an office said (by its name) wherever it has said one thing; of what others differ in, nothing."""
    chosen = []
    for one in open_:
        if one.veiled:
            continue
        said = {_value(one, side) for side in one.sides if side.office == office}
        if len(said) == 1:
            chosen.append(Choice(one.record, one.kind, one.field, said.pop()))
    return chosen


def choice(about: Disagreement, side: Side, basis: str = "") -> Choice:
    """To use one of the values."""
    return Choice(about.record, about.kind, about.field, _value(about, side), basis)


def _value(about: Disagreement, side: Side) -> Any:
    return side.value if about.field else side.keeps


def _settle(unit: unit_of_work.Unit, one: Choice, basis: str) -> bool:
    """Whether anything was written: what was settled so already is left alone."""
    declared = records.NAMES.get(one.kind)
    if declared is None:
        raise errors.NotFound(N_("Jenis catatan “{kind}” tidak dikenal."), kind=one.kind)
    if one.field and one.field not in {field.name for field in declared.fields}:
        raise errors.NotFound(N_("{record} tidak punya isian “{field}”."), record=declared.label, field=one.field)
    before = unit.projector.state(one.record, declared.no)
    already, latest = unit.written, before.latest
    if one.field:
        if before.alive == 0:
            raise errors.NotFound(N_("Catatan ini sudah dihapus."))
        unit.set(declared, one.record, {one.field: one.value})
    elif one.value:
        wholes.bring_back(unit, declared, one.record)
        wholes.bring_back_of(unit, declared, one.record)
    else:
        unit.undelete(declared, one.record)
        wholes.delete(unit, declared, one.record)
    written = unit.projector.state(one.record, declared.no).latest
    if basis and written != latest:
        unit.create(records.DECISION, {"change": written, "basis": basis})
    return unit.written != already


def _by_key(entries: Iterable[kept.Entry]) -> Mapping[int, kept.Entry]:
    return {entry.key: entry for entry in entries}


def _disagreement(
    connection: Connection, declared: records.RecordType, record: int, no: int, sides: tuple[Side, ...]
) -> Disagreement:
    field = declared.numbered(no) if no != ALIVE else None
    columns = rows.row(connection, declared, record)
    return Disagreement(
        record=record,
        kind=declared.name,
        title=rows.title(declared, columns),
        field=field.name if field is not None else "",
        label=field.label if field is not None else N_("Dihapus, tetapi ada perubahan"),
        shown=columns[field.name] if field is not None else None,
        sides=sides,
    )


def _sides(
    entries: Mapping[int, kept.Entry], no: int, declared: records.RecordType, changes: Iterable[int]
) -> tuple[Side, ...]:
    field = declared.numbered(no) if no != ALIVE else None
    found = []
    for key in sorted(changes):
        entry = entries[key]
        value: Any = entry.kind
        told = tuple((one.field, one.after) for one in entry.fields) if field is None else ()
        for one in entry.fields:
            if field is not None and one.field == field.name:
                value, entry = one.after, entries[one.said]
        found.append(Side(key, value, entry.office, entry.operator, entry.at, not entry.deletes, told))
    return tuple(found)
