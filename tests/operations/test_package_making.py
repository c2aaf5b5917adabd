# SPDX-License-Identifier: Apache-2.0
"""A package in the outbox is whole, signed and read back by its code before it goes anywhere."""

import re
from pathlib import Path

import pytest

from desk_app.base import files
from desk_app.base.progress import finish
from desk_app.domain import errors
from desk_app.exchange import package
from desk_app.operations import package_making, sending
from desk_app.operations.desk import OUTBOX
from tests import two_offices


def test_the_code_is_that_of_the_file(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        prepared = finish(sending.prepare(two.kabupaten, "73.13.06"))
        assert package.peek(prepared.files[0]).mark == prepared.mark
        assert re.fullmatch(r"\w{4}(\W\w{4}){3}", package_making.code_of(prepared.mark))


def test_a_full_disk_leaves_no_half_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with two_offices.opened(tmp_path) as two:
        before = sorted((two.kabupaten.folder / OUTBOX).iterdir())

        def full(_path: Path, _data: bytes) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(files, "write_whole", full)
        with pytest.raises(errors.Refused, match="Kosongkan ruang"):
            finish(sending.prepare(two.kabupaten, "73.13.06"))
        assert sorted((two.kabupaten.folder / OUTBOX).iterdir()) == before
