# SPDX-License-Identifier: Apache-2.0
"""Ready files on a stick, and what else lies there."""

from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.domain import errors
from desk_app.operations import enrolment, ready_files
from tests import two_offices


def test_only_ready_files_are_found_and_named(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        finish(enrolment.prepare(two.kabupaten, ["73.13.07", "73.13.08"], two.stick))
        two.send(two.kabupaten, two.tempe)
        (two.stick / "DESK" / "rusak.desk").write_bytes(b"DESKX1\r\n....")
        found = ready_files.find([two.stick, tmp_path / "tidak ada"])
    assert [one.place for one in found] == ["73.13.07", "73.13.08"]
    assert found[0].office.startswith("Kecamatan Belawa, Kabupaten Wajo")
    assert found[0].sender == "Desk Pemilu Kabupaten Wajo"


def test_another_file_is_refused_in_words(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        path = two.send(two.kabupaten, two.tempe)
        with pytest.raises(errors.Refused, match="bukan berkas siap"):
            ready_files.look(path)
