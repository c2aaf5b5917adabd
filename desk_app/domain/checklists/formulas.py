# SPDX-License-Identifier: Apache-2.0
"""The small language of quantities and checks: `DPT + ceil(DPT * CADANGAN)`, `[org.kpps] - 2`.

Numbers (a comma is the decimal sign), the figures of `FIGURES`, items of the checklist in brackets, + - * /, a percent
sign, brackets, `ceil(…)`. Reckoned exactly, in fractions; whatever else is written is refused with its position.
"""

import ast
import functools
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from desk_app.domain import errors
from desk_app.domain.words import N_, Phrase, phrase

LONGEST = 200
"""Characters of one formula."""

FIGURES: dict[str, str] = {
    "DPT": N_("pemilih dalam DPT tempat itu"),
    "JENIS": N_("jenis pemilihan yang diikuti wilayah itu"),
    "BILIK": N_("bilik setiap TPS"),
    "PASLON": N_("pasangan calon"),
    "CADANGAN": N_("bagian surat suara cadangan, seperti 2 %"),
}
"""What a formula may name, and what it is."""

_SAME = {"RACES": "JENIS", "BOOTHS": "BILIK", "PAIRS": "PASLON", "RESERVE": "CADANGAN"}
_TOKEN = re.compile(
    r"\s+|(?P<number>\d+(?:,\d+)?)|\[(?P<item>[^\[\]]*)\]|(?P<name>[A-Za-z_]\w*)|(?P<sign>[-+*/()%×÷−])"
)
_SIGNS = {"×": "*", "÷": "/", "−": "-"}
_PERCENT = "** percent"
"""The percent sign binds closer than any other: Python's power does so too, and has no other use here."""


class Sign(StrEnum):
    """What joins two parts."""

    PLUS = "+"
    MINUS = "-"
    TIMES = "*"
    OVER = "/"


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands there."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the place or the election."""

    name: str


@dataclass(frozen=True, slots=True)
class Asked:
    """The number given for an item of the checklist."""

    item: str


@dataclass(frozen=True, slots=True)
class Joined:
    """Two parts and what is done with them."""

    sign: Sign
    left: "Part"
    right: "Part"


@dataclass(frozen=True, slots=True)
class Ceiling:
    """The next whole number that is not below."""

    inner: "Part"


Part = Number | Figure | Asked | Joined | Ceiling


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula as it was written, and what it says."""

    text: str
    part: Part

    @property
    def figures(self) -> frozenset[str]:
        """The figures it names."""
        return frozenset(one.name for one in leaves(self.part) if isinstance(one, Figure))

    @property
    def items(self) -> tuple[str, ...]:
        """The items it names, each once, in order."""
        return tuple(dict.fromkeys(one.item for one in leaves(self.part) if isinstance(one, Asked)))


@functools.lru_cache(maxsize=1024)
def parse(text: str, *, items: bool = False) -> Formula:
    """Read a formula; `items`: it may name items of the checklist. Raises Refused with the position of the fault."""
    return _Reader(text, items).read()


def evaluate(
    part: Part, figures: Mapping[str, Fraction | int | None], items: Mapping[str, int | None] | None = None
) -> Fraction | None:
    """Reckon a formula; None where something in it is not known. Raises Refused for a division by zero."""
    match part:
        case Number():
            return part.value
        case Figure():
            return _exact(figures.get(part.name))
        case Asked():
            return _exact((items or {}).get(part.item))
        case Ceiling():
            inner = evaluate(part.inner, figures, items)
            return None if inner is None else Fraction(math.ceil(inner))
        case Joined():
            left, right = evaluate(part.left, figures, items), evaluate(part.right, figures, items)
            return None if left is None or right is None else _joined(part.sign, left, right)


def leaves(part: Part) -> Iterator[Part]:
    """The numbers, figures and items of a formula, from left to right."""
    match part:
        case Joined():
            yield from leaves(part.left)
            yield from leaves(part.right)
        case Ceiling():
            yield from leaves(part.inner)
        case _:
            yield part


def _exact(value: Fraction | int | None) -> Fraction | None:
    return None if value is None else Fraction(value)


def _joined(sign: Sign, left: Fraction, right: Fraction) -> Fraction:
    match sign:
        case Sign.PLUS:
            return left + right
        case Sign.MINUS:
            return left - right
        case Sign.TIMES:
            return left * right
        case Sign.OVER if right:
            return left / right
        case Sign.OVER:
            raise errors.Refused(N_("Rumus membagi dengan nol."))


class _Reader:
    """Reads one formula: its words become plain Python names, Python's grammar orders them, and of what comes out
    only sums, products and `ceil` are taken over. Nothing is ever run."""

    def __init__(self, text: str, items: bool) -> None:
        self._text = text
        self._items = items
        self._parts: dict[str, Part] = {}
        self._columns: list[tuple[int, int]] = []
        """Where a word begins in what Python reads, and where in what was written."""

    def read(self) -> Formula:
        if not self._text.strip():
            raise errors.Refused(N_("Rumus masih kosong."))
        if len(self._text) > LONGEST:
            raise errors.Refused(N_("Rumus terlalu panjang; paling banyak {most} huruf."), most=LONGEST)
        source = self._source()
        try:
            tree = ast.parse(source, mode="eval")
        except SyntaxError as trouble:
            raise self._refusal((trouble.offset or len(source)) - 1, phrase(N_("tidak dapat dibaca"))) from None
        except (ValueError, RecursionError, MemoryError):
            raise self._refusal(0, phrase(N_("tidak dapat dibaca"))) from None
        return Formula(self._text.strip(), self._part(tree.body))

    def _source(self) -> str:
        source, at = "", 0
        while at < len(self._text):
            found = _TOKEN.match(self._text, at)
            if found is None:
                raise self._refused_at(at, phrase(N_("“{sign}” tidak dikenal"), sign=self._text[at]))
            if found.lastgroup is not None:
                self._columns.append((len(source), at))
                source += self._word(found, at) + " "
            at = found.end()
        return source.rstrip()

    def _word(self, found: re.Match[str], at: int) -> str:
        if found["sign"]:
            sign = _SIGNS.get(found["sign"], found["sign"])
            return _PERCENT if sign == "%" else sign
        if found["number"]:
            return self._named(Number(Fraction(found["number"].replace(",", "."))))
        if found["name"]:
            name = found["name"].upper()
            if name in ("CEIL", "NAIK"):
                return "ceil"
            name = _SAME.get(name, name)
            if name not in FIGURES:
                known = ", ".join(FIGURES)
                raise self._refused_at(at, phrase(N_("“{name}” tidak dikenal; yang ada: {known}"), name=found["name"],
                                                  known=known))
            return self._named(Figure(name))
        if not self._items or not found["item"].strip():
            raise self._refused_at(at, phrase(N_("butir ceklis tidak dapat dipakai di sini")))
        return self._named(Asked(found["item"].strip()))

    def _named(self, part: Part) -> str:
        name = f"part{len(self._parts)}"
        self._parts[name] = part
        return name

    def _part(self, node: ast.expr) -> Part:
        match node:
            case ast.Name(id=name) if name in self._parts:
                return self._parts[name]
            case ast.BinOp(op=ast.Pow(), right=ast.Name(id="percent")):
                return Joined(Sign.OVER, self._part(node.left), Number(Fraction(100)))
            case ast.BinOp(op=ast.Add() | ast.Sub() | ast.Mult() | ast.Div()):
                return Joined(_JOINS[type(node.op)], self._part(node.left), self._part(node.right))
            case ast.UnaryOp(op=ast.USub()):
                return Joined(Sign.MINUS, Number(Fraction(0)), self._part(node.operand))
            case ast.UnaryOp(op=ast.UAdd()):
                return self._part(node.operand)
            case ast.Call(func=ast.Name(id="ceil"), args=[inner], keywords=[]):
                return Ceiling(self._part(inner))
        raise self._refusal(node.col_offset, phrase(N_("tidak dapat dihitung")))

    def _refusal(self, column: int, what: Phrase) -> errors.Refused:
        at = [written for read, written in self._columns if read <= column]
        return self._refused_at(at[-1] if at else 0, what)

    def _refused_at(self, at: int, what: Phrase) -> errors.Refused:
        return errors.Refused(
            N_("Rumus “{text}”, huruf ke-{at}: {what}."), text=self._text.strip(), at=at + 1, what=what
        )


_JOINS: dict[type[ast.operator], Sign] = {
    ast.Add: Sign.PLUS, ast.Sub: Sign.MINUS, ast.Mult: Sign.TIMES, ast.Div: Sign.OVER,
}
