# SPDX-License-Identifier: Apache-2.0
"""The language of quantities: exact, refused in words with the position, and never anything but a refusal."""

import contextlib
import math
import operator
from fractions import Fraction

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desk_app.domain import errors
from desk_app.domain.checklists import formulas

FIGURES = {"DPT": 287, "JENIS": 5, "BILIK": 4, "PASLON": 3, "CADANGAN": Fraction(1, 50)}


def reckon(text: str) -> Fraction | None:
    return formulas.evaluate(formulas.parse(text).part, FIGURES)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("DPT + ceil(DPT * CADANGAN)", 293),
        ("dpt+ceil(dpt*2,5%)", 295),
        ("2 * JENIS", 10), ("races", 5), ("pairs * 2", 6),
        ("10 / 4", Fraction(5, 2)), ("10 / 5%", 200), ("-2 + 3", 1), ("-5%", Fraction(-1, 20)),
        ("2 − 1 × 3 ÷ 2", Fraction(1, 2)), ("(1 + 2) * 3", 9), ("(1+1)%", Fraction(1, 50)), ("naik(7/2)", 4),
        ("007", 7), ("0,1 + 0,2", Fraction(3, 10)),
    ],
)  # fmt: skip
def test_what_is_reckoned(text: str, value: object) -> None:
    assert reckon(text) == value


@pytest.mark.parametrize(
    ("text", "at", "word"),
    [
        ("DPT + * 2", 7, "tidak dapat dibaca"),
        ("DPT + kotak", 7, "“kotak” tidak dikenal"),
        ("2.500", 2, "“.” tidak dikenal"),
        ("1; 2", 2, "“;”"),
        ("DPT ** 2", 6, "tidak dapat dibaca"),
        ("DPT // 2", 6, "tidak dapat dibaca"),
        ("2DPT", 2, "tidak dapat dibaca"),
        ("DPT(2)", 1, "tidak dapat dihitung"),
        ("ceil", 1, "tidak dapat dihitung"),
        ("ceil()", 1, "tidak dapat dihitung"),
        ("5 % 3", 5, "tidak dapat dibaca"),
        ("[org.kpps] + 1", 1, "tidak dapat dipakai di sini"),
        ("DPT if 1", 5, "“if” tidak dikenal"),
        ("__import__", 1, "tidak dikenal"),
        ("(DPT", 1, "tidak dapat dibaca"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_position(text: str, at: int, word: str) -> None:
    with pytest.raises(errors.Refused) as refused:
        formulas.parse(text)
    assert f"huruf ke-{at}:" in str(refused.value)
    assert word in str(refused.value)


@pytest.mark.parametrize("text", ["", "   ", "1 +" * 80])
def test_nothing_and_too_much_are_refused(text: str) -> None:
    with pytest.raises(errors.Refused):
        formulas.parse(text)


def test_what_is_not_known_leaves_the_result_unknown() -> None:
    part = formulas.parse("DPT + 1").part
    assert formulas.evaluate(part, {"DPT": None}) is None
    assert formulas.evaluate(part, {}) is None


def test_a_division_by_zero_is_refused() -> None:
    with pytest.raises(errors.Refused, match="nol"):
        reckon("1 / (2 - 2)")


def test_items_are_named_in_brackets_where_they_may_be() -> None:
    formula = formulas.parse("[org.kpps@h] - [org.kpps] + [org.kpps]", items=True)
    assert formula.items == ("org.kpps@h", "org.kpps")
    assert formulas.evaluate(formula.part, {}, {"org.kpps@h": 7, "org.kpps": 5}) == 7


leaves = st.one_of(
    st.integers(0, 999).map(lambda number: (str(number), Fraction(number))),
    st.tuples(st.integers(0, 99), st.integers(0, 99)).map(
        lambda pair: (f"{pair[0]},{pair[1]:02d}", Fraction(pair[0] * 100 + pair[1], 100))),
    st.sampled_from(sorted(FIGURES)).map(lambda name: (name, Fraction(FIGURES[name]))),
)  # fmt: skip
Made = tuple[str, Fraction]
SIGNS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}


def joined(inner: st.SearchStrategy[Made]) -> st.SearchStrategy[Made]:
    def over(sign: str, left: Made, right: Made) -> Made:
        if sign == "/" and not right[1]:
            sign = "+"
        return f"({left[0]}{sign}{right[0]})", SIGNS[sign](left[1], right[1])

    return st.one_of(
        st.builds(over, st.sampled_from("+-*/"), inner, inner),
        inner.map(lambda one: (f"ceil({one[0]})", Fraction(math.ceil(one[1])))),
        inner.map(lambda one: (f"({one[0]})%", one[1] / 100)),
        inner.map(lambda one: (f"(-({one[0]}))", -one[1])),
    )  # fmt: skip


@given(st.recursive(leaves, joined, max_leaves=8))
@settings(max_examples=300)
def test_it_reckons_as_fractions_do(made: Made) -> None:
    text, value = made
    if len(text) <= formulas.LONGEST:
        assert reckon(text) == value


ALPHABET = "0123456789,.%+-*/()[]@ DPTdptceilnaik_JENIS\n\0×÷−ü'\"=<>:;!{}#\\"


@given(st.text(ALPHABET, max_size=40))
@example("1" * 200)
@example("(" * 199 + "1")
@example("(" * 99 + "1" + ")" * 99)
@example("-" * 190 + "1")
@example("lambda:0")
@example("1or 2")
@example("0x10")
@settings(max_examples=600)
def test_whatever_is_typed_only_a_refusal_comes(text: str) -> None:
    for items in (False, True):
        with contextlib.suppress(errors.Refused):
            formulas.evaluate(formulas.parse(text, items=items).part, FIGURES, {})
