# SPDX-License-Identifier: Apache-2.0
"""docs/pains.md is true: the pains of issue 4 stand there once, and the tests that it names exist."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TABLE = (ROOT / "docs" / "pains.md").read_text("utf-8")
ROW = re.compile(r"^\| (\d+) \| [^|]+ \| [^|]+ \| (.+) \|$", re.MULTILINE)
ASKED = [1, 5, 6, 7, 8, 9, 14, 16, 21, 22, 23, 24, 25]


def test_each_pain_stands_there_once() -> None:
    assert [int(row[1]) for row in ROW.finditer(TABLE)] == ASKED


def test_every_test_that_is_named_exists() -> None:
    for row in ROW.finditer(TABLE):
        named = re.findall(r"`([^`]+)`", row[2])
        assert named, row[1]
        for one in named:
            file, _colons, function = one.partition("::")
            path = ROOT / "tests" / file
            assert path.exists(), one
            tree = ast.parse(path.read_text("utf-8"))
            known = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
            assert not function or function in known, one
