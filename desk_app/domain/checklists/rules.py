# SPDX-License-Identifier: Apache-2.0
"""Numbered checks of a page (K-001 …): what must hold between its numbers, and the equation when it does not."""

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from desk_app.domain import errors
from desk_app.domain.checklists import formulas
from desk_app.domain.words import N_, dotted

ALL_ZERO = "semua nol"
"""A check that warns of a page on which every number is 0."""

_RELATION = re.compile(r"<=|>=|!=|≠|≤|≥|==|=|<|>")
_SIGNS = {"!=": "≠", "<=": "≤", ">=": "≥", "==": "="}
_CODE = re.compile(r"K-\d{3}")


class Level(StrEnum):
    """How much a check that does not hold weighs."""

    ERROR = "salah"
    WARNING = "peringatan"
    REASON = "alasan"


LEVEL_LABELS: dict[Level, str] = {
    Level.ERROR: N_("Kesalahan: harus diperbaiki"),
    Level.WARNING: N_("Peringatan"),
    Level.REASON: N_("Perlu alasan"),
}


@dataclass(frozen=True, slots=True)
class Rule:
    """A check as it is written: `[org.kpps@h] ≤ [org.kpps]`, or `semua nol`. `label` says it in words."""

    code: str
    level: Level
    check: str
    label: str
    label_en: str


@dataclass(frozen=True, slots=True)
class Relation:
    """Two formulas and how they must stand to each other."""

    left: formulas.Formula
    sign: str
    right: formulas.Formula

    @property
    def items(self) -> tuple[str, ...]:
        """The items it compares, each once."""
        return tuple(dict.fromkeys(self.left.items + self.right.items))


@dataclass(frozen=True, slots=True)
class Sides:
    """What both sides of a relation come to."""

    left: Fraction
    sign: str
    right: Fraction

    @property
    def holds(self) -> bool:
        return {
            "=": self.left == self.right, "≠": self.left != self.right, "<": self.left < self.right,
            "≤": self.left <= self.right, ">": self.left > self.right, "≥": self.left >= self.right,
        }[self.sign]

    @property
    def difference(self) -> Fraction:
        return abs(self.left - self.right)


@functools.lru_cache(maxsize=512)
def parse(check: str) -> Relation | None:
    """Read a check, None for `semua nol`. Raises Refused with words that say how it is written."""
    if " ".join(check.split()).casefold() == ALL_ZERO:
        return None
    if not check.strip():
        raise errors.Refused(N_("Tulis dahulu apa yang harus benar, seperti [org.kpps] ≤ 7."))
    signs = list(_RELATION.finditer(re.sub(r"\[[^\[\]]*\]", lambda found: "x" * len(found[0]), check)))
    if len(signs) != 1:
        raise errors.Refused(
            N_(
                "Pemeriksaan “{check}” tidak dapat dibaca. "
                "Tulis satu perbandingan, seperti [org.kpps] ≤ 7, atau semua nol."
            ),
            check=check,
        )
    sign = signs[0]
    left = formulas.parse(check[: sign.start()], items=True)
    right = formulas.parse(check[sign.end() :], items=True)
    if not left.items and not right.items:
        raise errors.Refused(N_("Pemeriksaan “{check}” tidak menyebut satu butir pun."), check=check)
    return Relation(left, _SIGNS.get(sign[0], sign[0]), right)


def renamed(check: str, names: Mapping[str, str]) -> str:
    """The same check about other items."""
    return re.sub(r"\[\s*([^\[\]]*?)\s*\]", lambda found: f"[{names.get(found[1], found[1])}]", check)


def sides(
    relation: Relation, figures: Mapping[str, Fraction | int | None], given: Mapping[str, int | None]
) -> Sides | None:
    """What both sides come to, None while something in them is not known."""
    try:
        left = formulas.evaluate(relation.left.part, figures, given)
        right = formulas.evaluate(relation.right.part, figures, given)
    except errors.Refused:
        return None
    return None if left is None or right is None else Sides(left, relation.sign, right)


def require_code(code: str) -> None:
    """See that a rule is numbered as K-001. Raises Refused."""
    if not _CODE.fullmatch(code):
        raise errors.Refused(N_("Nomor aturan “{code}” bukan seperti K-001."), code=code)


def equation(
    relation: Relation,
    reckoned: Sides,
    figures: Mapping[str, Fraction | int | None],
    given: Mapping[str, int | None],
    labels: Mapping[str, str],
) -> str:
    """The relation with its numbers: "sah 210 + tidak sah 6 = 216"; the sum of a side stands behind it."""
    shown = [
        _side(formula.part, total, figures, given, labels)
        for formula, total in ((relation.left, reckoned.left), (relation.right, reckoned.right))
    ]
    return f"{shown[0]} {relation.sign} {shown[1]}"


def number_words(value: Fraction) -> str:
    """A number as an office writes it: 1.250, 2,5."""
    if value.denominator == 1:
        return dotted(value.numerator)
    return f"{float(value):.2f}".rstrip("0").replace(".", ",")


def _side(
    part: formulas.Part,
    total: Fraction,
    figures: Mapping[str, Fraction | int | None],
    given: Mapping[str, int | None],
    labels: Mapping[str, str],
) -> str:
    words = _words(part, figures, given, labels)
    return words if not isinstance(part, formulas.Joined) else f"({words} → {number_words(total)})"


def _words(
    part: formulas.Part,
    figures: Mapping[str, Fraction | int | None],
    given: Mapping[str, int | None],
    labels: Mapping[str, str],
) -> str:
    match part:
        case formulas.Number():
            return number_words(part.value)
        case formulas.Figure():
            return f"{part.name} {number_words(Fraction(figures.get(part.name) or 0))}"
        case formulas.Asked():
            return f"{labels.get(part.item, part.item)} {number_words(Fraction(given.get(part.item) or 0))}"
        case formulas.Ceiling():
            return f"ceil({_words(part.inner, figures, given, labels)})"
        case formulas.Joined():
            left, right = (_words(one, figures, given, labels) for one in (part.left, part.right))
            return f"{left} {part.sign} {right}"
