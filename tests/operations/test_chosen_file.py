# SPDX-License-Identifier: Apache-2.0
"""A chosen file is read as far as it may go, and refused in words where it cannot be."""

from pathlib import Path

import pytest

from desk_app.domain import errors
from desk_app.operations import chosen_file


def test_one_byte_more_than_may_be_says_that_it_is_too_long(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"12345")
    assert chosen_file.read(tmp_path / "a.pdf", "a.pdf", 9) == b"12345"
    assert chosen_file.read(tmp_path / "a.pdf", "a.pdf", 3) == b"1234"


def test_what_is_gone_or_no_file_is_not_found(tmp_path: Path) -> None:
    for path in (tmp_path / "tidak ada.pdf", tmp_path):
        with pytest.raises(errors.NotFound, match="tidak ditemukan"):
            chosen_file.read(path, path.name, 9)


def test_what_cannot_be_read_is_refused_with_its_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.pdf").write_bytes(b"1")

    def broken(*_given: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", broken)
    with pytest.raises(errors.Refused, match="Salin dahulu"):
        chosen_file.read(tmp_path / "a.pdf", "a.pdf", 9)
