# SPDX-License-Identifier: Apache-2.0
"""A change: one immutable saved edit of one record, and nothing else ever alters a record.

Per field it names the changes that it replaces (`preds`), so which values stand now is a function of the set of
changes alone: order, repetition and relays cannot matter, and no clock is asked (exchange.md §3–§5).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from desk_app.journal.streams import Dot

Value = str | int | bool | bytes | Dot | None
"""What a field may hold: NFC text, 64-bit integer, truth, bytes, a reference to a free record. No floats."""

Key = tuple[str | int | Dot, ...]
"""The natural key of a record that exists in the world (a TPS, an answer about it)."""

ALIVE = 0
"""The field number under which being deleted is kept."""


class ChangeKind(IntEnum):
    """What a change does; numbers are on the wire and never reused."""

    CREATE = 1
    SET = 2
    DELETE = 3
    UNDELETE = 4
    # 5 alias and 6 redact are settled in exchange.md §3 and come with the exchange


@dataclass(frozen=True, slots=True)
class Change:
    """One change as it stands in a stream.

    `record`: None where a free record is created (its name is then this change's own dot), a dot for a free
    record, a tuple for a record with a natural key. `depth`: 1 + the greatest depth of what it replaces; it only
    orders winners. `claimed`: seconds UTC by the author's clock, information only. `follows`: part of the same
    transaction as the change before it in the stream. `undoes`: the first change of the group that it takes back.
    `salt`: 16 random bytes where the change holds personal data, so that its hash does not tell them.
    """

    kind: int
    type: int
    record: Dot | Key | None
    fields: Mapping[int, Value] = field(default_factory=dict)
    preds: Mapping[int, tuple[Dot, ...]] = field(default_factory=dict)
    observed: tuple[Dot, ...] = ()
    depth: int = 1
    actor: int = 0
    claimed: int = 0
    follows: bool = False
    undoes: Dot | None = None
    salt: bytes = b""

    def named(self) -> set[Dot]:
        """Every dot that must be held before this change may be applied."""
        dots = {dot for heads in self.preds.values() for dot in heads}
        dots.update(self.observed)
        if isinstance(self.record, Dot):
            dots.add(self.record)
        return dots
