# SPDX-License-Identifier: Apache-2.0
"""Terima Data whole: look through what lies on a stick, then back up, put in, and say what was received.

One bad package holds up none of the others; an unknown sender is taken only where its code was compared.
"""

import dataclasses
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from desk_app.base.progress import Progress, Steps
from desk_app.base.text import _
from desk_app.domain import errors, records, words
from desk_app.exchange import package
from desk_app.operations import backups, receiving, sending, values
from desk_app.operations.desk import Desk

N_ = words.N_


@dataclass(frozen=True, slots=True)
class Line:
    """One field that a package changes, in words."""

    kind: str
    title: str
    field: str
    before: str
    after: str
    disputed: bool


@dataclass(frozen=True, slots=True)
class Offered:
    """A package on the stick, looked through. `outcome` None: it cannot be used, `trouble` says why in words.

    `sender_code`: the code of the sender's office, compared by phone while it is not `known`. `missing`: numbers
    that neither came before nor lie on this stick.
    """

    path: Path
    sender: str
    place: str
    number: int
    volume: int
    of: int
    code: str
    sender_code: str
    known: bool
    already: bool
    outcome: receiving.Outcome | None
    trouble: str
    missing: tuple[int, ...]
    lines: tuple[Line, ...]

    @property
    def usable(self) -> bool:
        """Whether it can be put in and brings anything."""
        return self.outcome is not None and not (self.already and self.outcome.nothing_new)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was put in: one outcome a package, and what was refused (path, words). `backup`: its number, 0: not due."""

    at: int
    outcomes: tuple[receiving.Outcome, ...]
    refused: tuple[tuple[str, str], ...]
    backup: int


def look(desk: Desk, paths: Iterable[Path]) -> Steps[list[Offered]]:
    """Look through the packages in files and folders; nothing is written. Raises Refused for a missing folder."""
    yield Progress(0, None, N_("Mencari kiriman"))
    found = receiving.find(desk, paths)
    speaker = values.Speaker(desk)
    offered = []
    for done, one in enumerate(found):
        yield Progress(done, len(found), N_("Memeriksa kiriman"))
        offered.append(_look_at(desk, speaker, one))
    here = {(one.place, one.number) for one in offered if one.outcome is not None}
    return [_without(one, here) for one in offered]


def take(desk: Desk, chosen: Sequence[Offered], accepted: Collection[str] = ()) -> Steps[Receipt]:
    """Back up, then put the chosen packages in, in order. `accepted`: codes of new senders that were compared."""
    made = yield from backups.backup_if_due(desk, backups.Reason.IMPORT)
    outcomes: list[receiving.Outcome] = []
    refused: list[tuple[str, str]] = []
    for done, one in enumerate(chosen):
        yield Progress(done, len(chosen), N_("Memasukkan data"))
        try:
            accept = one.sender_code in accepted
            outcomes += yield from _last_steps(receiving.receive(desk, [one.path], accept_sender=accept))
        except errors.Refused as fault:
            refused.append((one.path.name, words.render(fault.message, fault.params, _)))
    return Receipt(desk.now(), tuple(outcomes), tuple(refused), made.made.number if made is not None else 0)


def sentences(outcome: receiving.Outcome) -> list[str]:
    """What a package changes or has changed, one sentence a matter; never empty."""
    if outcome.nothing_new and not outcome.waiting:
        return [_("Tidak ada yang baru: {count} isian sudah ada di sini.").format(count=_dotted(outcome.same))]
    told = []
    for tally, form in ((outcome.new, _("{count} {kind} baru")), (outcome.changed, _("{count} {kind} berubah"))):
        parts = [form.format(count=_dotted(count), kind=_kind(kind)) for kind, count in tally.items()]
        if parts:
            told.append(", ".join(parts))
    if outcome.same:
        told.append(_("{count} isian sudah ada di sini").format(count=_dotted(outcome.same)))
    if outcome.waiting:
        told.append(_("{count} isian menunggu kiriman sebelumnya").format(count=_dotted(outcome.waiting)))
    if outcome.disputed:
        told.append(_("{count} data berbeda menunggu klarifikasi").format(count=_dotted(outcome.disputed)))
    return told


def own_code(desk: Desk) -> str:
    """The code of this office, read out over the phone to those who receive its first package."""
    return sending.code_of(desk.identity.public)


def _look_at(desk: Desk, speaker: values.Speaker, one: receiving.Found) -> Offered:
    outcome: receiving.Outcome | None = None
    trouble, sender_code = _(one.fault), ""
    if not one.fault:
        try:
            sender_code = sending.code_of(package.peek(one.path).sender.key)
            outcome = receiving.preview(desk, one.path)
        except errors.Refused as fault:
            trouble = words.render(fault.message, fault.params, _)
    return Offered(
        path=one.path,
        sender=one.sender or one.path.name,
        place=one.place,
        number=one.number,
        volume=one.volume,
        of=one.of,
        code=one.code,
        sender_code=sender_code,
        known=one.known,
        already=one.already,
        outcome=outcome,
        trouble=trouble,
        missing=outcome.missing if outcome is not None else (),
        lines=tuple(_line(speaker, line) for line in outcome.lines if _is_told(line)) if outcome is not None else (),
    )


def _is_told(line: receiving.Line) -> bool:
    """Which version of the checklist was answered is for the program, not for the reader."""
    return line.disputed or (line.kind, line.field) != ("answer", records.ANSWER.field("version").label)


def _without(one: Offered, here: set[tuple[str, int]]) -> Offered:
    missing = tuple(number for number in one.missing if (one.place, number) not in here)
    return dataclasses.replace(one, missing=missing)


def _line(speaker: values.Speaker, line: receiving.Line) -> Line:
    after = speaker.value(line.kind, line.field, line.after)
    if line.disputed:
        after = _("menunggu klarifikasi; sementara {value}").format(value=after)
    return Line(
        kind=_(receiving.kind_label(line.kind)),
        title=speaker.title(line.kind, line.title),
        field=_(line.field),
        before=speaker.value(line.kind, line.field, line.before),
        after=after,
        disputed=line.disputed,
    )


def _last_steps(steps: Steps[list[receiving.Outcome]]) -> Steps[list[receiving.Outcome]]:
    """The same work without its own count, which would jump back to nothing for each package."""
    while True:
        try:
            step = next(steps)
        except StopIteration as end:
            result: list[receiving.Outcome] = end.value
            return result
        yield Progress(0, None, step.words)


def _kind(kind: str) -> str:
    label = _(receiving.kind_label(kind))
    return label if label.isupper() else label[:1].lower() + label[1:]


def _dotted(count: int) -> str:
    return f"{count:,}".replace(",", ".")
