# SPDX-License-Identifier: Apache-2.0
"""Strict types, as pyproject.toml asks for them."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_mypy_strict() -> None:
    answer = subprocess.run([sys.executable, "-m", "mypy", "--no-color-output"], cwd=ROOT,
                            capture_output=True, text=True)
    assert answer.returncode == 0, answer.stdout + answer.stderr
