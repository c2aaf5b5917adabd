# SPDX-License-Identifier: Apache-2.0
"""Which figures stand for one TPS and race, as a function of the *set* of what was read and decided.

Readings of one paper by several people are laid beside each other line by line. Where two of them differ in a line,
nothing of the TPS is added up until a verifier has decided (exchange.md §5: vote fields are blocking). A decision
names all that it had seen; a reading that comes later and differs opens the matter again.
"""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from desk_app.domain.counts import lines
from desk_app.domain.words import N_

Figures = Mapping[str, int]
"""Figures by the codes of their lines; a line that was not read is missing, never 0."""


class State(StrEnum):
    """How far a TPS is in one race."""

    NOT_IN = "belum_masuk"
    PART = "sebagian"
    WHOLE = "lengkap"
    NOTED = "dengan_catatan"
    DISPUTED = "klarifikasi"
    VERIFIED = "terverifikasi"
    LOCKED = "dikunci"


STATE_LABELS: dict[State, str] = {
    State.NOT_IN: N_("Belum masuk"),
    State.PART: N_("Sebagian"),
    State.WHOLE: N_("Lengkap"),
    State.NOTED: N_("Lengkap dengan catatan"),
    State.DISPUTED: N_("Dalam klarifikasi"),
    State.VERIFIED: N_("Terverifikasi"),
    State.LOCKED: N_("Dikunci"),
}

IN = frozenset({State.WHOLE, State.NOTED, State.VERIFIED, State.LOCKED})
"""States whose figures are whole and in the totals."""


class Source(StrEnum):
    """How a reading came in."""

    FORM = "formulir"
    PHONE = "telepon"
    """A short code told over the phone: counts until the paper or a package says the figures."""
    IMPORT = "impor"


@dataclass(frozen=True, slots=True)
class Reading:
    """What one person (`reader`: place of the office / number of the operator) read of one paper.

    `mark`: 32 bytes that are this reading's alone and no other's; `reason`: why it is as it is, in the reader's words.
    """

    reader: str
    figures: Figures
    mark: bytes
    source: Source = Source.FORM
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """The figures that a verifier settled, with the marks of all readings and decisions that he had seen."""

    figures: Figures
    seen: frozenset[bytes]
    mark: bytes
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands for one TPS, race and occasion.

    `differing`: the lines on which readings or decisions differ, with their values; empty unless `state` is disputed.
    `readers`: who has read it whole and the same; `mark`: names all that was weighed. `provisional`: only told by
    phone. `yielded`: lines in which what was told by phone differs from what stands.
    """

    state: State
    figures: Figures = field(default_factory=dict)
    differing: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    readers: tuple[str, ...] = ()
    mark: bytes = b""
    provisional: bool = False
    decided: bool = False
    yielded: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def counts(self) -> bool:
        """Whether figures of this TPS are in totals."""
        return self.state not in (State.NOT_IN, State.DISPUTED)


def weigh(
    form: Sequence[lines.Line],
    readings: Sequence[Reading],
    decisions: Sequence[Decision] = (),
    *,
    noted: bool = False,
    checked: bytes | None = None,
    locked: bool = False,
) -> Standing:
    """What stands. `noted`: its arithmetic has a fault that nobody accepted; `checked`: the mark that was verified.

    The same for the same set, in whatever order it arrived.
    """
    if not readings and not decisions:
        return Standing(State.NOT_IN)
    mark = mark_of([one.mark for one in readings] + [one.mark for one in decisions])
    written = [one for one in readings if one.source is not Source.PHONE]
    weighed = written or list(readings)
    given = [one.reason for one in weighed] + [one.reason for one in decisions]
    reasons = tuple(sorted({reason for reason in given if reason}))
    if decisions:
        seen = frozenset().union(*(one.seen for one in decisions))
        sides = [one.figures for one in decisions] + [one.figures for one in weighed if one.mark not in seen]
        # A decision may empty a line: what it settled is all there is, unless an unseen reading says otherwise.
        differing = _differing(sides, whole=len(decisions))
    else:
        sides = [one.figures for one in weighed]
        differing = _differing(sides)
    readers = tuple(sorted({one.reader for one in weighed if lines.whole(form, one.figures)}))
    if differing:
        return Standing(State.DISPUTED, {}, differing, readers, mark, reasons=reasons)
    figures: dict[str, int] = {}
    for side in sides:
        figures.update(side)
    yielded: set[str] = set()
    if written or decisions:
        for told in readings:
            if told.source is Source.PHONE:
                yielded |= {code for code, value in told.figures.items() if figures.get(code, value) != value}
    if not lines.whole(form, figures):
        state = State.PART
    elif locked:
        state = State.LOCKED
    elif checked == mark:
        state = State.VERIFIED
    else:
        state = State.NOTED if noted else State.WHOLE
    return Standing(
        state,
        figures,
        {},
        readers,
        mark,
        provisional=not written and not decisions,
        decided=bool(decisions),
        yielded=tuple(sorted(yielded)),
        reasons=reasons,
    )


def mark_of(marks: Collection[bytes]) -> bytes:
    """One mark of 32 bytes for a set of them, in whatever order."""
    return hashlib.sha256(b"desk standing" + b"".join(sorted(set(marks)))).digest()


def _differing(sides: Sequence[Figures], whole: int = 0) -> dict[str, tuple[int, ...]]:
    """The lines in which sides hold different values.

    The first `whole` of them say all there is: between these a line that is missing differs from one that is there.
    """
    values: dict[str, set[int]] = {}
    for side in sides:
        for code, value in side.items():
            values.setdefault(code, set()).add(value)
    found = {code: tuple(sorted(told)) for code, told in values.items() if len(told) > 1}
    for code, told in values.items():
        have = sum(code in side for side in sides[:whole])
        if 0 < have < whole or (whole and not have):
            found.setdefault(code, tuple(sorted(told)))
    return found
