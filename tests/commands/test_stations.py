# SPDX-License-Identifier: Apache-2.0
"""`stations`: the list as a table, its headings in the language of who asks."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app import __main__ as program
from desk_app.base import text
from tests import regency_offices, small_offices


@pytest.fixture(autouse=True)
def _speaks_indonesian_again() -> Iterator[None]:
    yield
    text.use_language("id")


@pytest.mark.parametrize(("language", "male", "female"), [("id", "L", "P"), ("en", "M", "F")])
def test_men_and_women_in_the_language_asked_for(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    language: str,
    male: str,
    female: str,
) -> None:
    monkeypatch.setenv("DESK_PASSWORD", small_offices.PASSWORD)
    regency_offices.make(tmp_path / "wajo").close()
    text.use_language(language)
    office = ["--office", str(tmp_path / "wajo")]
    assert program.main(["stations", "list", "--text", "maddu", *office]) == 0
    headings = capsys.readouterr().out.splitlines()[0].split()
    assert {male, female} <= set(headings)
    assert program.main(["info", *office]) == 0
    assert f"({male} 869, {female} 834)" in capsys.readouterr().out
