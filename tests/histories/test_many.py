# SPDX-License-Identifier: Apache-2.0
"""Very many histories: on several processes, with progress, each to be repeated by its seed."""

from pathlib import Path

import pytest

from tests.histories import many, mistakes


def test_each_seed_is_played_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert many.play_all(tmp_path, 0, 3) == 0
    assert "3 of 3 histories, 0 broken" in capsys.readouterr().out


def test_one_that_breaks_is_told_with_its_seed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many, "_table", many.lay(tmp_path))
    mistakes.keep_superseded(monkeypatch)
    [(seed, why)] = many.play(2, 1)
    assert seed == 2
    assert why.startswith("P1: ")
