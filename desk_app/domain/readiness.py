# SPDX-License-Identifier: Apache-2.0
"""Readiness: the one function that says how a place stands, and how a recap stands to its details.

The table for people is `docs/kesiapan.md`; the order is settled in the design of the exchange (16).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from desk_app.domain.words import N_, Phrase, dotted, phrase


class Readiness(StrEnum):
    """The five states, best known by their marks."""

    READY = "siap"
    INCOMPLETE = "belum_lengkap"
    NOT_YET = "belum"
    PROBLEM = "masalah"
    DISPUTED = "berbeda"

    @property
    def symbol(self) -> str:
        """The mark beside the colour, the same in tables, mosaic and print."""
        return _SYMBOLS[self]

    @property
    def label(self) -> str:
        """The words of the state (a msgid)."""
        return _LABELS[self]


_SYMBOLS = {
    Readiness.READY: "✓",
    Readiness.INCOMPLETE: "◐",
    Readiness.NOT_YET: "○",
    Readiness.PROBLEM: "!",
    Readiness.DISPUTED: "⇄",
}
_LABELS = {
    Readiness.READY: N_("Siap"),
    Readiness.INCOMPLETE: N_("Belum lengkap"),
    Readiness.NOT_YET: N_("Belum"),
    Readiness.PROBLEM: N_("Ada masalah"),
    Readiness.DISPUTED: N_("Data berbeda"),
}


def assess(
    required: int,
    answered: int,
    failed: int,
    *,
    optional_answered: int = 0,
    severe_issues: int = 0,
    disagreements: int = 0,
    unsettled: int = 0,
) -> Readiness:
    """Say how one place stands in one phase.

    `required`, `answered`, `failed` count its required items, those answered, those answered badly
    (`answers.judge`; Tidak perlu is an answer and no failure). `severe_issues` are open ones of the place
    (`issues.SEVERE`), `disagreements` fields on which offices differ, `unsettled` answers to look at again and checks
    that wait for a reason: with one of them nothing is ready.
    """
    if disagreements:
        return Readiness.DISPUTED
    if failed or severe_issues:
        return Readiness.PROBLEM
    if answered >= required and answered + optional_answered > 0 and not unsettled:
        return Readiness.READY
    if answered or optional_answered:
        return Readiness.INCOMPLETE
    return Readiness.NOT_YET


class Basis(StrEnum):
    """What a figure rests on."""

    NONE = "none"
    RECAP = "recap"
    DETAILS = "details"


@dataclass(frozen=True, slots=True)
class Figure:
    """How many of `places` are counted in (opened, ready, ...).

    `detailed` places have a detail of their own, `covered` a detail or a recap. `value` is None while nothing
    is known: that is not 0. `difference` is the recap less what is known below it, once that is complete.
    """

    value: int | None
    places: int
    detailed: int
    covered: int
    basis: Basis
    recap: int | None = None
    difference: int = 0
    disputed: int = 0
    """Details and recaps on which offices differ: in no figure until somebody decides."""

    @property
    def words(self) -> Phrase:
        """What the figure rests on, and what is not settled, for screen and print."""
        if not self.disputed:
            return self._rests_on
        return phrase(N_("{basis}; {count} belum beres (data berbeda)"), basis=self._rests_on, count=self.disputed)

    @property
    def _rests_on(self) -> Phrase:
        if self.basis is Basis.RECAP and self.difference:
            return phrase(
                N_("rekap di bawahnya {value}, rekap {recap}, selisih {difference}"),
                value=_dotted(self.value),
                recap=_dotted(self.recap),
                difference=dotted(abs(self.difference)),
            )
        if self.basis is Basis.RECAP:
            return phrase(
                N_("rekap {recap}, rincian {detailed} dari {places}"),
                recap=_dotted(self.value),
                detailed=dotted(self.detailed),
                places=dotted(self.places),
            )
        if self.difference:
            return phrase(
                N_("rincian {value}, rekap {recap}, selisih {difference}"),
                value=_dotted(self.value),
                recap=_dotted(self.recap),
                difference=dotted(abs(self.difference)),
            )
        if self.detailed == self.places:
            return phrase(N_("rincian lengkap"))
        detailed, held = dotted(self.detailed), dotted(self.places)
        return phrase(N_("rincian {detailed} dari {places}"), detailed=detailed, places=held)


def detail(counted: bool | None) -> Figure:
    """Return the figure of a single place; None while it has no detail."""
    if counted is None:
        return Figure(None, 1, 0, 0, Basis.NONE)
    return Figure(int(counted), 1, 1, 1, Basis.DETAILS)


def details(counted: int, detailed: int, places: int, disputed: int = 0) -> Figure:
    """Return the figure of a group of places from their details: `counted` of the `detailed`; `disputed` more are
    left out of both."""
    known = counted if detailed else None
    basis = Basis.DETAILS if detailed else Basis.NONE
    return Figure(known, places, detailed, detailed, basis, disputed=disputed)


def reckon(recap: int | None, below: Iterable[Figure], *, disputed: bool = False) -> Figure:
    """Put a recap of a region beside what is known below it. Never adds both. `disputed`: offices differ about the
    recap; it is then no figure.

    The recap is the figure until every place below is covered, by a detail or by a recap of its own;
    then these are, and a gap is carried as `difference`.
    """
    parts = list(below)
    places = sum(part.places for part in parts)
    detailed = sum(part.detailed for part in parts)
    covered = sum(part.covered for part in parts)
    known = [part.value for part in parts if part.value is not None]
    total = sum(known) if known else None
    open_ones = sum(part.disputed for part in parts) + disputed
    if recap is not None and not disputed and (covered < places or total is None):
        return Figure(recap, places, detailed, places, Basis.RECAP, recap, disputed=open_ones)
    basis = Basis.NONE if total is None else Basis.DETAILS if detailed == covered else Basis.RECAP
    told = None if disputed else recap
    gap = told - total if told is not None and total is not None else 0
    return Figure(total, places, detailed, covered, basis, told, gap, open_ones)


def _dotted(value: int | None) -> str:
    return "–" if value is None else dotted(value)
