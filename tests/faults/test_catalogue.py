# SPDX-License-Identifier: Apache-2.0
"""docs/faults.md is true: all 120 cases stand there, the tests it names exist, and it names all that say a number."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
TABLE = (ROOT / "docs" / "faults.md").read_text("utf-8")
CASES = 120
ROW = re.compile(r"^\| (\d+) \| ([^|]+) \| ([^|]+) \| ([^|]*)\| (.+) \|$", re.MULTILINE)
NUMBERS = re.compile(r"§23 nos?\. (\d+(?:(?:, | and )\d+)*)")
NOT_BUILT = re.compile(r"^not built yet: issue [3-6]")
ELSEWHERE = {18, 21, 23}
"""Cases of Windows and of real sticks for which there can be nothing but a stand-in."""


class CaseTest(NamedTuple):
    """A test that says which cases it is of. `fails`: strictly, as something is to be built or mended."""

    name: str
    stands_in: bool
    fails: bool


def known_tests() -> dict[int, list[CaseTest]]:
    found: dict[int, list[CaseTest]] = {}
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        every = "Each test is a stand-in" in (ast.get_docstring(tree) or "")
        for function in tree.body:
            if isinstance(function, ast.FunctionDef) and function.name.startswith("test_"):
                told = ast.get_docstring(function) or ""
                fails = any("xfail" in ast.unparse(one) for one in function.decorator_list)
                name = f"{path.relative_to(ROOT / 'tests').as_posix()}::{function.name}"
                for number in numbers(told):
                    found.setdefault(number, []).append(CaseTest(name, every or "stand-in" in told, fails))
    return found


def numbers(told: str) -> Iterator[int]:
    match = NUMBERS.search(told)
    return map(int, re.findall(r"\d+", match[1])) if match else iter(())


def rows() -> dict[int, tuple[str, str]]:
    """number → (how, tests)."""
    return {int(row[1]): (row[4].strip(), row[5]) for row in ROW.finditer(TABLE)}


def test_every_case_stands_in_the_table_once_and_in_order() -> None:
    assert [int(row[1]) for row in ROW.finditer(TABLE)] == list(range(1, CASES + 1))


def test_the_table_names_the_tests_that_say_its_numbers_and_no_others() -> None:
    told = {no: set(re.findall(r"`([^`]+::[^`]+)`", tests)) for no, (_how, tests) in rows().items()}
    known = {no: {one.name for one in tests} for no, tests in known_tests().items()}
    wrong = {no: told[no] ^ known.get(no, set()) for no in told if told[no] != known.get(no, set())}
    assert not wrong, "docs/faults.md says otherwise than the docstrings of the tests"


def test_what_has_no_test_is_not_built_yet() -> None:
    without = {no: tests for no, (_how, tests) in rows().items() if "::" not in tests}
    assert set(without) == {104}
    assert all(NOT_BUILT.match(tests) for tests in without.values())


def test_stand_ins_and_what_is_open_are_said_to_be() -> None:
    known = known_tests()
    for no, (how, _tests) in rows().items():
        tests = known.get(no, [])
        stand_ins = [one for one in tests if one.stands_in]
        wanted = "stand-in" if stand_ins and len(stand_ins) == len(tests) else "both" if stand_ins else ""
        wanted = ", ".join(filter(None, (wanted, "open" if any(one.fails for one in tests) else "")))
        assert how == wanted, f"no. {no}"
    assert all(rows()[no][0].startswith("stand-in") for no in ELSEWHERE)


def test_the_numbers_are_read_as_they_are_written() -> None:
    assert list(numbers("§23 no. 7: x")) == [7]
    assert list(numbers("§23 nos. 3 and 4: x")) == [3, 4]
    assert list(numbers("§23 nos. 39, 40 and 43.")) == [39, 40, 43]
    assert list(numbers("no. 7")) == []
