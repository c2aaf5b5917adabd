# SPDX-License-Identifier: Apache-2.0
"""A numbered check compares two formulas, and says the equation with both sums."""

import pytest

from desk_app.domain import errors
from desk_app.domain.checklists import rules


@pytest.mark.parametrize(
    ("check", "numbers", "holds"),
    [
        ("[sah] + [tidak] = [pakai]", {"sah": 210, "tidak": 6, "pakai": 216}, True),
        ("[sah] + [tidak] = [pakai]", {"sah": 210, "tidak": 6, "pakai": 217}, False),
        ("[sah] <= DPT", {"sah": 287}, True),
        ("[sah] < DPT", {"sah": 287}, False),
        ("[sah] != 1", {"sah": 1}, False),
        ("2 × [sah] ≥ DPT", {"sah": 200}, True),
        ("[sah] / [tidak] > 2", {"sah": 9, "tidak": 0}, None),
        ("[sah] = [pakai]", {"sah": 9}, None),
    ],
)
def test_what_holds(check: str, numbers: dict[str, int], holds: bool | None) -> None:
    relation = rules.parse(check)
    assert relation is not None
    found = rules.sides(relation, {"DPT": 287}, numbers)
    assert (found.holds if found else None) is holds


def test_the_equation_says_every_number_and_each_sum() -> None:
    relation = rules.parse("[sah] + [tidak] = [pakai]")
    assert relation is not None
    numbers = {"sah": 1210, "tidak": 6, "pakai": 217}
    found = rules.sides(relation, {}, numbers)
    assert found is not None
    labels = {"sah": "Sah", "tidak": "Tidak sah", "pakai": "Digunakan"}
    assert rules.equation(relation, found, {}, numbers, labels) == "(Sah 1.210 + Tidak sah 6 → 1.216) = Digunakan 217"
    assert rules.number_words(found.difference) == "999"


@pytest.mark.parametrize("check", ["", "[a.b]", "[a] = 1 = 2", "1 < 2", "[a] = rumus", "[a = 1]", "= [a]"])
def test_what_is_no_check_is_refused(check: str) -> None:
    with pytest.raises(errors.Refused):
        rules.parse(check)


def test_all_zero_is_a_check_of_its_own() -> None:
    assert rules.parse(" Semua  Nol ") is None


@pytest.mark.parametrize("code", ["K-1", "K001", "k-001", "K-0001", ""])
def test_numbers_of_rules(code: str) -> None:
    with pytest.raises(errors.Refused):
        rules.require_code(code)
    rules.require_code("K-012")


def test_the_same_check_about_other_items() -> None:
    assert rules.renamed("[ a ] = [b@h] + 1", {"a": "a.dpr"}) == "[a.dpr] = [b@h] + 1"
