# SPDX-License-Identifier: Apache-2.0
"""What poses as a folder on a stick, and what this computer began there and could not finish."""

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


def test_only_what_this_computer_began_is_cleared(tmp_path: Path) -> None:
    """§23 no. 2: also after it took another identity its own names are its own; those of others are theirs."""
    own = ("WAJ-7306-000001-001of001.desk.part", "WAJ-73-000012-002of003.desk.part")
    others = ("WAJK7-7306-000001-001of001.desk.part", "TEM06-7313-000001-001of001.desk.part", "WAJ-catatan.part",
              "WAJ-7306-000001-001of001.desk", "foto.part")
    for name in (*own, *others):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "elsewhere").write_bytes(b"x")
    (tmp_path / "WAJ-73-000013-001of001.desk.part").symlink_to(tmp_path / "elsewhere")
    assert stick_health.clear_begun(tmp_path, "WAJ") == 2
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {*others, "elsewhere", "WAJ-73-000013-001of001.desk.part"}
    assert stick_health.clear_begun(tmp_path, "WAJ-K7") == 1
    assert stick_health.clear_begun(tmp_path / "dicabut", "WAJ") == 0
    assert "2 berkas" in stick_health.cleared_words(2)
