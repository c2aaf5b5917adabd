# SPDX-License-Identifier: Apache-2.0
"""Who guards the TPS: the pattern Polri-TPS-Linmas, what it comes to for many TPS, and who is missing.

The law gives no numbers here: a pattern is what the Polres says for an election, and is asked of the office.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from desk_app.domain import errors
from desk_app.domain.risk import RiskClass
from desk_app.domain.words import N_


@dataclass(frozen=True, slots=True)
class Pattern:
    """`police` Polri and `linmas` Linmas for `stations` TPS, written 2-4-6."""

    police: int
    stations: int
    linmas: int

    def __str__(self) -> str:
        return f"{self.police}-{self.stations}-{self.linmas}"


EXAMPLE: Mapping[RiskClass, Pattern] = {
    RiskClass.LOW: Pattern(2, 4, 6),
    RiskClass.AT_RISK: Pattern(4, 2, 8),
    RiskClass.HIGH: Pattern(6, 2, 8),
}
EXAMPLE_YEAR = 2019
EXAMPLE_SOURCE = "independensi.com, 16-4-2019"
"""The pattern that was used in the Pemilu of 2019: an example, never taken by itself."""


@dataclass(frozen=True, slots=True)
class Needed:
    """Personnel; `police` and `linmas` whole people, rounded up."""

    police: int = 0
    linmas: int = 0


class Sum:
    """The need of the TPS of one area, added up exactly and rounded up once."""

    def __init__(self) -> None:
        self._police = self._linmas = Fraction(0)
        self.stations = 0
        self.without = 0
        """TPS that have no pattern, neither of their class nor their own."""

    def add(self, pattern: Pattern | None, count: int = 1) -> None:
        """Add some TPS that one pattern holds for."""
        self.stations += count
        if pattern is None:
            self.without += count
            return
        self._police += Fraction(pattern.police * count, pattern.stations)
        self._linmas += Fraction(pattern.linmas * count, pattern.stations)

    @property
    def needed(self) -> Needed:
        return Needed(-(-self._police // 1), -(-self._linmas // 1))


def parse(text: str) -> Pattern | None:
    """Read a pattern such as "2-4-6" (Polri-TPS-Linmas); empty is None. Raises Refused."""
    cleaned = text.strip()
    if not cleaned:
        return None
    match = re.fullmatch(r"(\d{1,5})\s*[-:/ ]\s*(\d{1,3})\s*[-:/ ]\s*(\d{1,5})", cleaned, re.ASCII)
    if match is None:
        raise errors.Refused(
            N_("“{text}” bukan pola pengamanan. Tulis Polri-TPS-Linmas dengan tiga angka, seperti 2-4-6."), text=cleaned
        )
    return pattern(*(int(part) for part in match.groups()))


def pattern(police: int, stations: int, linmas: int) -> Pattern:
    """A pattern of three numbers. Raises Refused where it holds for no TPS."""
    if stations < 1:
        raise errors.Refused(N_("Pola pengamanan berlaku untuk paling sedikit 1 TPS (angka yang di tengah)."))
    if police < 0 or linmas < 0:
        raise errors.Refused(N_("Jumlah personel tidak boleh kurang dari 0."))
    return Pattern(police, stations, linmas)


def shortfall(needed: int, at_hand: int | None) -> int | None:
    """How many are missing, None while it is not known how many there are."""
    return None if at_hand is None else max(needed - at_hand, 0)


def total(parts: Iterable[Needed]) -> Needed:
    """The sum of what was rounded up in each part: nobody is shared across kecamatan."""
    found = list(parts)
    return Needed(sum(one.police for one in found), sum(one.linmas for one in found))
