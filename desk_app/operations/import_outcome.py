# SPDX-License-Identifier: Apache-2.0
"""What a package changes or has changed, in words: the lines of its preview and what its receipt keeps."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desk_app.base.text import _, on_paper
from desk_app.data import parcels, rows, sides, streams
from desk_app.data import trust as trust_rows
from desk_app.data.database import Connection
from desk_app.data.taken import Taken
from desk_app.domain import records, words
from desk_app.exchange import manifest, package
from desk_app.operations import (
    attachments_receiving,
    issue_secrecy,
    judging,
    kept_receipts,
    package_making,
    package_opening,
)
from desk_app.operations.desk import Desk

N_ = words.N_

MOST_LINES = 300


@dataclass(frozen=True, slots=True)
class Line:
    """One field that a package changes: which record (kind and title), field label, old and new value as kept.

    `sides`: the different values, where offices differ from now on, or where the package settles that they did.
    """

    kind: str
    title: str
    field: str
    before: Any
    after: Any
    disputed: bool
    sides: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one package changes or has changed; a preview and its receipt carry the same figures.

    `new`, `changed`: records by kind's name; `same`: changes that were here already; `waiting`: changes kept until an
    earlier package arrives; `disputed`: fields on which offices now differ; `lines`: at most MOST_LINES of them.
    """

    sender: str
    place: str
    number: int
    code: str
    accepted: bool
    changes: int
    same: int
    waiting: int
    new: dict[str, int]
    changed: dict[str, int]
    disputed: int
    missing: tuple[int, ...]
    lines: tuple[Line, ...]
    apart: tuple[tuple[str, str, int], ...] = ()
    """What is kept apart: (reason, office as far as it is known, changes)."""
    aside: tuple[str, ...] = ()
    """Why a stream of changes was set aside, in words: one number used twice, something that can never be."""
    clock: int = 0
    """What the sender's clock says, if it cannot be right; 0: it may be."""
    renewed: bool = False
    """This database took a new identity first: it had been restored or copied."""
    package: str = ""
    arrival: int = 0
    received: tuple[int, ...] = ()
    """Numbers of this office's own packages of which the sender says here for the first time that it has them."""
    photos: attachments_receiving.Tally = attachments_receiving.NOTHING
    """What a package of photos brings; one of data brings none."""

    @property
    def nothing_new(self) -> bool:
        return self.changes == 0 and self.photos.new == 0


def of_photos(desk: Desk, sealed: package.Sealed, tally: attachments_receiving.Tally) -> Outcome:
    """What a package of photos is to this office: right by their SHA-256, whoever sends them."""
    head = sealed.manifest
    with desk.reading() as connection:
        known = trust_rows.card_of(connection, head.sender.key)
        name, place = package_opening.called(connection, head)
    return Outcome(
        sender=name,
        place=place,
        number=head.number,
        code=package_making.code_of(head.mark),
        accepted=known is not None and known.valid,
        changes=0,
        same=0,
        waiting=0,
        new={},
        changed={},
        disputed=0,
        missing=(),
        lines=(),
        photos=tally,
    )


def kind_label(kind: str) -> str:
    """What a kind of record is called (a msgid), also one of a newer version."""
    declared = records.NAMES.get(kind)
    return declared.label if declared is not None else N_("catatan dari versi baru")


def kept(outcome: Outcome, taken: Taken) -> kept_receipts.Told:
    """What the receipt of an import says, however much later it is printed."""
    kinds = sorted(
        outcome.new.keys() | outcome.changed.keys(),
        key=lambda name: records.NAMES[name].no if name in records.NAMES else 0,
    )
    with on_paper():
        aside = tuple(words.render(one.words, {"place": one.scope.place}, _) for one in taken.aside if one.scope)
    disputes = sorted((line.kind, line.title, line.field) for line in outcome.lines if line.disputed)
    return kept_receipts.Told(
        kinds=tuple((name, outcome.new.get(name, 0), outcome.changed.get(name, 0)) for name in kinds),
        known=outcome.same,
        waiting=outcome.waiting,
        apart=outcome.apart,
        aside=aside,
        disputed=outcome.disputed,
        disputes=tuple(disputes[: kept_receipts.DISPUTES]),
        missing=outcome.missing,
    )


def of_changes(
    connection: Connection,
    head: manifest.Manifest,
    taken: Taken,
    judged: judging.Judged,
    clock: int,
    renewed: bool,
    arrival: int,
) -> Outcome:
    lines: list[Line] = []
    book = streams.StreamBook(connection)
    for record, before in taken.before.items():
        declared = records.TYPES.get(taken.kinds.get(record, 0))
        if len(lines) >= MOST_LINES:
            break
        if declared is not None:
            in_dispute = set() if declared.is_weighed_apart else rows.disputed_fields(connection, record)
            differing = {no: sides.standing(connection, book, record, no) for no in in_dispute if no}
            told_before = before is not None and not declared.is_weighed_apart
            settled = sides.settled(connection, book, record, arrival) if told_before else {}
            lines.extend(_lines(connection, declared, record, before, in_dispute, settled | differing))
    known = trust_rows.card_of(connection, head.sender.key)
    name, place = package_opening.called(connection, head)
    sender = parcels.Sender(head.sender.key, name, place, head.sender.replica)
    return Outcome(
        sender=name,
        place=place,
        number=head.number,
        code=package_making.code_of(head.mark),
        accepted=known is not None and known.valid,
        changes=taken.applied,
        same=taken.known,
        waiting=taken.waiting,
        new=_by_name(taken.new),
        changed=_by_name(taken.changed),
        disputed=taken.disputed,
        missing=tuple(parcels.missing_numbers(connection, sender)) if taken.waiting else (),
        lines=tuple(lines),
        apart=tuple((reason, office, many) for (reason, office), many in sorted(judged.apart.items())),
        aside=tuple(words.render(one.words, {"place": one.scope.place}, _) for one in taken.aside if one.scope),
        clock=clock,
        renewed=renewed,
        package=head.id.hex(),
    )


def _by_name(tally: Mapping[int, int]) -> dict[str, int]:
    found: dict[str, int] = {}
    for kind, count in tally.items():
        name = records.TYPES[kind].name if kind in records.TYPES else "newer"
        found[name] = found.get(name, 0) + count
    return found


def _lines(
    connection: Connection,
    declared: records.RecordType,
    record: int,
    before: dict[str, Any] | None,
    in_dispute: set[int],
    values: Mapping[int, tuple[Any, ...]],
) -> list[Line]:
    row = rows.row(connection, declared, record)
    title = issue_secrecy.title(connection, declared, record)
    veils = issue_secrecy.may_be_in_confidence(declared) and issue_secrecy.is_in_confidence(connection, record)

    def told(field: records.Field, value: Any) -> Any:
        """What is kept in confidence comes in as it is, and nobody reads it here."""
        is_open = not veils or value is None or field.kind is not records.FieldKind.TEXT
        return value if is_open or field.name in issue_secrecy.TOLD else _("(dirahasiakan)")

    return [
        Line(
            declared.name,
            title,
            field.label,
            told(field, before.get(field.name) if before else None),
            told(field, row[field.name]),
            field.no in in_dispute,
            tuple(told(field, value) for value in values.get(field.no, ())),
        )
        for field in declared.fields
        if field.kind is not records.FieldKind.BYTES
        and (
            row[field.name] != (before.get(field.name) if before else None)
            or field.no in in_dispute
            or field.no in values
        )
    ]
