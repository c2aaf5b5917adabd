# SPDX-License-Identifier: Apache-2.0
"""A stick may be full of other things: what is named as a package is looked at first, the rest by content."""

from pathlib import Path

import pytest

from desk_app.domain import errors
from desk_app.operations import packages_found
from tests import two_offices


def test_what_is_named_as_a_package_is_looked_at_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stick = tmp_path / "full"
    stick.mkdir()
    with two_offices.opened(tmp_path) as two:
        sent = two.send(two.tempe, two.kabupaten)
        (stick / "a.txt").write_text("bukan kiriman")
        (stick / f"z{sent.suffix}").write_bytes(sent.read_bytes())
        monkeypatch.setattr(packages_found, "MOST_FILES", 1)
        assert [one.path.name for one in packages_found.find(two.kabupaten, [stick])] == [f"z{sent.suffix}"]
        (stick / f"z{sent.suffix}").rename(stick / "0.bin")
        assert [one.path.name for one in packages_found.find(two.kabupaten, [stick])] == ["0.bin"]


def test_what_is_not_there_is_refused_in_words(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two, pytest.raises(errors.NotFound, match="x"):
        packages_found.find(two.kabupaten, [tmp_path / "x"])
