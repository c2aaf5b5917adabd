# SPDX-License-Identifier: Apache-2.0
"""A stick that fails leaves nothing half behind."""

from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.operations import enrolment, stick_writing
from desk_app.operations.desk import OUTBOX
from tests import two_offices


def test_a_ready_file_does_not_stay_in_the_outbox_when_the_stick_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with two_offices.opened(tmp_path) as two:
        before = sorted((two.kabupaten.folder / OUTBOX).iterdir())

        def fails(*_args: object) -> None:
            raise OSError("flashdisk")

        monkeypatch.setattr(stick_writing.stick_health, "clear_begun", fails)
        with pytest.raises(Exception, match="coba flashdisk lain"):
            finish(enrolment.prepare(two.kabupaten, ["73.13.07"], two.stick))
        assert sorted((two.kabupaten.folder / OUTBOX).iterdir()) == before
