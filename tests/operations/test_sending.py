# SPDX-License-Identifier: Apache-2.0
"""A package is for an office that is known, and the outbox keeps the newest ones to each office."""

from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.domain import errors
from desk_app.operations import sending
from desk_app.operations.desk import OUTBOX
from tests import two_offices


def test_nothing_is_made_for_an_office_that_is_not_known(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        before = sorted((two.kabupaten.folder / OUTBOX).iterdir())
        with pytest.raises(errors.Refused, match="belum terdaftar"):
            finish(sending.prepare(two.kabupaten, "73.13.07"))
        assert sorted((two.kabupaten.folder / OUTBOX).iterdir()) == before


def test_the_outbox_keeps_the_newest_to_an_office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with two_offices.opened(tmp_path) as two:
        monkeypatch.setattr(sending, "KEPT", 2)
        made = [finish(sending.prepare(two.kabupaten, "73.13.06")).files[0] for _ in range(3)]
        assert [path.exists() for path in made] == [False, True, True]
