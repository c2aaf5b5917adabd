# SPDX-License-Identifier: Apache-2.0
"""How much lies at a stage by what was counted, shipped and told: which word is shown, and what the others say.

The later word is shown. Details that do not cover every place yet replace no report, unless they are more already;
what another word says otherwise is told as a gap, and never added.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desk_app.domain.readiness import Readiness
from desk_app.domain.words import N_


class Basis(StrEnum):
    """What a word rests on, the most exact first."""

    COUNTED = "ceklis"
    SHIPPED = "kiriman"
    TOLD = "laporan"
    RECAP = "rekap"


BASIS_LABELS: dict[Basis, str] = {
    Basis.COUNTED: N_("isian ceklis"),
    Basis.SHIPPED: N_("pengiriman"),
    Basis.TOLD: N_("laporan"),
    Basis.RECAP: N_("rekap"),
}
_EXACT = tuple(Basis)
_DETAILS = frozenset((Basis.COUNTED, Basis.SHIPPED))


@dataclass(frozen=True, slots=True)
class Word:
    """What one source says of the goods of a region at a stage.

    `there` of `total`; `at` seconds UTC, 0 where no hour is known. `whole`: it covers every place of the region.
    `places`: how many places it rests on (details), `record`: its own record (reports and recaps).
    """

    basis: Basis
    there: int
    total: int | None
    at: int = 0
    short: int = 0
    damaged: int = 0
    wet: int = 0
    source: str = ""
    whole: bool = True
    places: int = 0
    record: int = 0

    @property
    def usable(self) -> int:
        """What is there and can be used."""
        return max(self.there - self.damaged - self.wet, 0)

    @property
    def is_spoilt(self) -> bool:
        """Whether something is missing, damaged or wet."""
        return bool(self.short or self.damaged or self.wet)


@dataclass(frozen=True, slots=True)
class Stock:
    """The word that is shown, and all there are (the shown one first). `gap`: what another word says more (or less)."""

    shown: Word | None
    words: tuple[Word, ...] = ()
    gap: int = 0

    @property
    def state(self) -> Readiness:
        """How it stands, as a mark."""
        if self.shown is None:
            return Readiness.NOT_YET
        if self.shown.total is not None and self.shown.usable >= self.shown.total and not self.shown.short:
            return Readiness.READY  # what was damaged has been replaced
        if self.shown.is_spoilt:
            return Readiness.PROBLEM
        return Readiness.INCOMPLETE if self.shown.there else Readiness.NOT_YET


def choose(words: Iterable[Word]) -> Stock:
    """The word to be shown, with the others beside it."""
    held = sorted(words, key=lambda one: (-one.at, _EXACT.index(one.basis)))
    if not held:
        return Stock(None)
    told = next((one for one in held if not _is_detail(one)), None)
    details = [one for one in held if _is_detail(one) and (told is None or one.whole or one.there > told.there)]
    shown = _best(told, details)
    others = [one for one in held if one is not shown]
    gap = next((one.there - shown.there for one in others if _is_comparable(one) and one.there != shown.there), 0)
    return Stock(shown, (shown, *others), gap)


def total(stocks: Sequence[Stock], need: int | None) -> Word | None:
    """The sum of what is shown of the parts, of all that is needed; None while nothing is known of any."""
    shown = [one.shown for one in stocks if one.shown is not None]
    if not shown:
        return None
    return Word(
        basis=max((one.basis for one in shown), key=_EXACT.index),
        there=sum(one.there for one in shown),
        total=need,
        at=max(one.at for one in shown),
        short=sum(one.short for one in shown),
        damaged=sum(one.damaged for one in shown),
        wet=sum(one.wet for one in shown),
        whole=len(shown) == len(stocks),
        places=len(shown),
    )


def _best(told: Word | None, details: Sequence[Word]) -> Word:
    """The later of a report and the details; of details those that cover all places, then those that know more."""
    ranked = sorted(details, key=lambda one: (not one.whole, -one.at if one.whole else -one.there))
    best = ranked[0] if ranked else None
    if told is None or best is None:
        found = told or best
        assert found is not None
        return found
    return told if told.at > best.at and best.there <= told.there else best


def _is_detail(word: Word) -> bool:
    """Put together of parts: a report of the whole is none, a sum of reports that lacks some is one."""
    return word.basis in _DETAILS or not word.whole


def _is_comparable(word: Word) -> bool:
    return word.whole
