# SPDX-License-Identifier: Apache-2.0
"""What poses as a folder on a stick."""

from pathlib import Path

from desk_app.operations import stick_health


def test_what_poses_as_a_folder_is_named_and_other_files_are_not(tmp_path: Path) -> None:
    (tmp_path / "Foto").mkdir()
    (tmp_path / "DESK").mkdir()
    for name in ("foto.lnk", "Desk.EXE", "AutoRun.inf", "setup.exe", "surat.lnk", "catatan.txt"):
        (tmp_path / name).write_bytes(b"MZ")
    assert stick_health.suspicious(tmp_path) == ("AutoRun.inf", "Desk.EXE", "foto.lnk")


def test_the_shortcut_in_place_of_our_folder_is_named_also_when_the_folder_is_hidden(tmp_path: Path) -> None:
    (tmp_path / "DESK.lnk").write_bytes(b"L")
    assert stick_health.suspicious(tmp_path) == ("DESK.lnk",)


def test_a_clean_stick_and_one_that_is_gone_say_nothing(tmp_path: Path) -> None:
    assert stick_health.suspicious(tmp_path) == ()
    assert stick_health.suspicious(tmp_path / "dicabut") == ()
    assert stick_health.warning(()) == ""


def test_many_names_are_cut() -> None:
    told = stick_health.warning(["a.lnk", "b.lnk", "c.lnk", "d.lnk"])
    assert told.startswith("Di sini ada a.lnk, b.lnk, c.lnk …:")
    assert "antivirus" in told
