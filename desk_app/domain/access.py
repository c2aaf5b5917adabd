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

    @property
    def is_silent(self) -> bool:
        """Whether nobody can telephone from there: what it reports comes by stick or by a messenger."""
        return self.signal == Signal.NONE.value
