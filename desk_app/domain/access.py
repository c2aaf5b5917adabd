# SPDX-License-Identifier: Apache-2.0
"""How a region is reached and heard of: by land, sea, river or air; with a telephone signal or without."""

from dataclasses import dataclass
from enum import StrEnum

from desk_app.domain.words import N_


class Way(StrEnum):
    """The way by which one comes there from the seat of the kabupaten."""

    LAND = "darat"
    SEA = "laut"
    RIVER = "sungai"
    AIR = "udara"
    FOOT = "jalan_kaki"


WAY_LABELS: dict[str, str] = {
    Way.LAND: N_("Darat"),
    Way.SEA: N_("Laut"),
    Way.RIVER: N_("Sungai"),
    Way.AIR: N_("Udara"),
    Way.FOOT: N_("Jalan kaki"),
}


class Signal(StrEnum):
    """Whether one can telephone from there."""

    GOOD = "ada"
    WEAK = "lemah"
    NONE = "tidak_ada"


SIGNAL_LABELS: dict[str, str] = {
    Signal.GOOD: N_("Ada"),
    Signal.WEAK: N_("Lemah"),
    Signal.NONE: N_("Tidak ada"),
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a region; "" and None where nothing is. `travel`: minutes on the way."""

    way: str = ""
    signal: str = ""
    travel: int | None = None
    note: str = ""

    @property
    def is_hard(self) -> bool:
        """Whether word from there comes late: no road, or no good signal."""
        return self.way not in ("", Way.LAND.value) or self.signal in (Signal.WEAK.value, Signal.NONE.value)

    def over(self, wider: "Facts") -> "Facts":
        """These facts, and what a wider region has where nothing is said here; its note is its own."""
        travel = wider.travel if self.travel is None else self.travel
        return Facts(self.way or wider.way, self.signal or wider.signal, travel, self.note)

    @property
    def hints(self) -> tuple[str, ...]:
        """In a few words (msgids) what makes word from there come late; empty where nothing does."""
        return tuple(said for said in (_SIGNAL_HINTS.get(self.signal), _WAY_HINTS.get(self.way)) if said)

    @property
    def is_silent(self) -> bool:
        """Whether nobody can telephone from there: what it reports comes by stick or by a messenger."""
        return self.signal == Signal.NONE.value


_WAY_HINTS: dict[str, str] = {
    Way.SEA: N_("lewat laut"),
    Way.RIVER: N_("lewat sungai"),
    Way.AIR: N_("lewat udara"),
    Way.FOOT: N_("jalan kaki"),
}
_SIGNAL_HINTS: dict[str, str] = {Signal.WEAK: N_("sinyal lemah"), Signal.NONE: N_("tanpa sinyal")}
