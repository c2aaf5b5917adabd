# SPDX-License-Identifier: Apache-2.0
"""What lies beside the packages is named with why it is none, and what looks like a virus is warned of."""

from pathlib import Path

import pytest

from desk_app.operations import intake_strange
from desk_app.operations.desk import Desk
from desk_app.operations.intake_offered import State


@pytest.mark.parametrize(("name", "data", "said"), [
    ("kosong.desk", b"", "kosong. Salinannya gagal"),
    ("lain.desk", b"MZ" * 100, "minta berkas yang benar"),
    ("putus.desk.part", b"x", "dicabut terlalu cepat di kantor pengirim"),
    ("LAMA.DES", b"MZ" * 100, "minta berkas yang benar"),
])
def test_what_is_named_as_a_package_and_is_none(desk: Desk, tmp_path: Path, name: str, data: bytes, said: str) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    (folder / name).write_bytes(data)
    (folder / "foto.jpg").write_bytes(b"x")
    [one] = intake_strange.strange(desk, [folder], ())
    assert (one.path.name, one.state) == (name, State.BROKEN)
    assert said in one.trouble
    assert intake_strange.strange(desk, [folder], {folder / name}) == []


def test_what_was_chosen_by_hand_is_named_whatever_its_name(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "surat.docx"
    path.write_bytes(b"PK" * 50)
    assert [one.path for one in intake_strange.strange(desk, [path], ())] == [path]


def test_an_autorun_is_warned_of(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "autorun.inf").write_bytes(b"[autorun]")
    assert "autorun.inf" in [one.path.name for one in intake_strange.strange(desk, [tmp_path], ())]
