# SPDX-License-Identifier: Apache-2.0
"""requirements.lock is whole: every dependency pinned, with hashes, and no host named."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
PIN = re.compile(r"^([a-z0-9-]+)==(\S+)(?: ; [^\\]+)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)",
                 re.MULTILINE)


def test_every_line_is_a_pin_with_hashes_or_a_comment() -> None:
    rest = [line for line in PIN.sub("", LOCK).splitlines() if not line.lstrip().startswith("#")]
    assert rest == []


def test_no_host_is_named() -> None:
    assert not re.search(r"://|--index|--find-links|@ ", LOCK)


def test_every_dependency_is_pinned() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = settings["project"]["dependencies"] + settings["dependency-groups"]["dev"]
    names = {re.split(r"[<>=]", line)[0].lower() for line in wanted}
    pins = {pin[1]: pin[2] for pin in PIN.finditer(LOCK)}
    assert names <= set(pins)
    assert pins["pyside6-essentials"] == "6.11.3"
