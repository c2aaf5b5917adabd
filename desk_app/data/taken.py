# SPDX-License-Identifier: Apache-2.0
"""What receiving did, for preview and receipt alike."""

from dataclasses import dataclass, field
from typing import Any

from desk_app.data.aside import Aside

MOST_BEFORE = 2000
"""Records of which it is kept what they held before."""

Columns = dict[str, Any]


@dataclass(slots=True)
class Taken:
    """`applied`, `known`, `waiting`: changes put in, here already, kept until another comes (all that wait here).

    `new`, `changed`: how many records, by the number of their kind. `kinds`: record → kind of each one touched.
    `before`: of the first MOST_BEFORE of them the columns as they were, None for a new one. `disputed`: their fields
    on which offices now differ. `aside`: streams of which not all was taken, set aside now or before.
    """

    applied: int = 0
    known: int = 0
    waiting: int = 0
    disputed: int = 0
    new: dict[int, int] = field(default_factory=dict)
    changed: dict[int, int] = field(default_factory=dict)
    kinds: dict[int, int] = field(default_factory=dict)
    before: dict[int, Columns | None] = field(default_factory=dict)
    aside: list[Aside] = field(default_factory=list)

    def add(self, touched: "Touched", applied: int) -> None:
        """Count a stretch that was put in."""
        self.applied += applied
        self.kinds.update(touched.kinds)
        self.before.update(touched.before)
        for sum_of, counts in ((self.new, touched.new), (self.changed, touched.changed)):
            for kind, count in counts.items():
                sum_of[kind] = sum_of.get(kind, 0) + count


@dataclass(slots=True)
class Touched:
    """The records that one stretch touches for the first time in an import, told to `Taken` when it is in."""

    seen: dict[int, int]
    room: int
    new: dict[int, int] = field(default_factory=dict)
    changed: dict[int, int] = field(default_factory=dict)
    kinds: dict[int, int] = field(default_factory=dict)
    before: dict[int, Columns | None] = field(default_factory=dict)

    @property
    def wants_before(self) -> bool:
        """Whether the columns of further records are wanted as they were."""
        return len(self.before) < self.room

    def fresh(self, records: list[int]) -> list[int]:
        """Those of the records that were not touched before."""
        seen, kinds = self.seen, self.kinds
        if seen.keys().isdisjoint(records) and kinds.keys().isdisjoint(records):
            return records
        return [no for no in records if no not in seen and no not in kinds]

    def note(self, fresh: list[int], kind: int, *, made: bool) -> list[int]:
        """Count records that were not touched before; gives those of which the columns are wanted."""
        if not fresh:
            return []
        self.kinds.update(dict.fromkeys(fresh, kind))
        counts = self.new if made else self.changed
        counts[kind] = counts.get(kind, 0) + len(fresh)
        wanted = fresh[: max(0, self.room - len(self.before))]
        self.before.update(dict.fromkeys(wanted))
        return [] if made else wanted
