# SPDX-License-Identifier: Apache-2.0
"""How complete the answers are: of a place, of a group of places, of one item over many. Not how good they are.

That something is wrong at a place (`readiness`) is another matter: a place where all is answered is complete.
"""

from dataclasses import dataclass
from enum import StrEnum

from desk_app.domain.words import N_


class Completeness(StrEnum):
    """The four states; where offices differ, nothing else counts until somebody decides."""

    COMPLETE = "lengkap"
    PARTIAL = "sebagian"
    MISSING = "kosong"
    DISAGREEING = "berbeda"

    @property
    def symbol(self) -> str:
        """The mark beside the colour, as for readiness."""
        return {"lengkap": "✓", "sebagian": "◐", "kosong": "○", "berbeda": "⇄"}[self.value]

    @property
    def label(self) -> str:
        """The words of the state (a msgid)."""
        return _LABELS[self]


_LABELS = {
    Completeness.COMPLETE: N_("Lengkap"),
    Completeness.PARTIAL: N_("Sebagian"),
    Completeness.MISSING: N_("Kosong"),
    Completeness.DISAGREEING: N_("Data berbeda"),
}


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of `places` are complete, partial, disagreeing; the others are missing."""

    places: int
    complete: int = 0
    partial: int = 0
    disagreeing: int = 0

    @property
    def missing(self) -> int:
        return max(self.places - self.complete - self.partial - self.disagreeing, 0)

    @property
    def state(self) -> Completeness:
        """The state of the group: complete only if all are, missing only if none is begun."""
        if self.disagreeing:
            return Completeness.DISAGREEING
        if self.complete and self.complete >= self.places:
            return Completeness.COMPLETE
        return Completeness.PARTIAL if self.complete or self.partial else Completeness.MISSING

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.places + other.places,
            self.complete + other.complete,
            self.partial + other.partial,
            self.disagreeing + other.disagreeing,
        )


def of_place(required: int, answered: int, optional: int, unsettled: int, disputed: int) -> Completeness:
    """The state of one place in one phase, from the counts that readiness keeps of it."""
    if disputed:
        return Completeness.DISAGREEING
    if not answered and not optional:
        return Completeness.MISSING
    return Completeness.COMPLETE if answered >= required and not unsettled else Completeness.PARTIAL
