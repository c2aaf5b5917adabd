# SPDX-License-Identifier: Apache-2.0
"""run.py: what it asks of the system, and an environment that is made once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import run


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of system commands that comes before the real ones."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return folder


def command(folder: Path, name: str, script: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{script}\n", "ascii")
    (folder / name).chmod(0o755)


def ask(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-S", "-I", str(run.ROOT / "run.py"), *arguments],
                          capture_output=True, text=True)


def test_help_names_every_command() -> None:
    answer = ask("--help")
    assert answer.returncode == 0
    for name in run.COMMANDS[1:]:
        assert f"run.py {name}" in answer.stdout


def test_an_unknown_command_is_a_wrong_use() -> None:
    assert ask("tset").returncode == 2


@pytest.mark.parametrize(("platform", "settings", "shown"), [
    ("win32", {}, True),
    ("darwin", {}, True),
    ("linux", {}, False),
    ("linux", {"DISPLAY": ""}, False),
    ("linux", {"DISPLAY": ":0"}, True),
    ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
])
def test_where_a_window_can_be_shown(platform: str, settings: dict[str, str], shown: bool) -> None:
    assert run.has_display(platform, settings) is shown


def test_a_library_is_found_by_loading_it() -> None:
    assert not run.loads("libthere-is-no-such-thing.so.7")
    if sys.platform == "linux":
        assert run.loads("libc.so.6")


def test_the_command_line_asks_nothing_of_the_system() -> None:
    assert run.missing_packages("desk", display=True) == []
    assert run.missing_packages("open", display=False) == []


def test_the_tests_ask_for_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "QT_LIBRARIES", {"libthere-is-no-such-thing.so.7": "libthing7"})
    assert ("libthing7" in run.missing_packages("test", display=False)) is (sys.platform == "linux")
    assert ("libthing7" in run.missing_packages("open", display=True)) is (sys.platform == "linux")
    assert run.missing_packages("open", display=False) == []


@pytest.mark.parametrize(("rest", "added"), [
    ([], ["-n", "auto"]), (["-x"], ["-n", "auto"]), (["tests/base"], []), (["-n", "1"], []), (["-n0"], []),
    (["--pdb"], []),
])
def test_all_tests_run_on_all_processors(rest: list[str], added: list[str]) -> None:
    assert run.on_all_processors(rest) == added


@pytest.mark.skipif(os.name == "nt", reason="shell scripts stand in for the system's commands")
class TestPackages:
    def test_root_installs_them(self, system: Path, tmp_path: Path) -> None:
        command(system, "apt-get", f'echo "$@" >> {tmp_path}/asked; [ "$DEBIAN_FRONTEND" = noninteractive ]')
        run.install_packages(["libegl1", "libgl1"], root=True)
        update, install = (tmp_path / "asked").read_text("ascii").splitlines()
        assert update.split() == ["-qq", "update"]
        assert install.split()[:3] == ["-qq", "install", "-y"]
        assert install.split()[-2:] == ["libegl1", "libgl1"]

    def test_sudo_without_a_password_does_as_well(self, system: Path, tmp_path: Path) -> None:
        command(system, "apt-get", f'echo "$@" >> {tmp_path}/asked')
        command(system, "sudo", 'shift; exec "$@"')
        run.install_packages(["libegl1"], root=False)
        assert len((tmp_path / "asked").read_text("ascii").splitlines()) == 2

    def test_others_are_told_the_line_to_type(self, system: Path, tmp_path: Path) -> None:
        command(system, "apt-get", f"touch {tmp_path}/asked")
        command(system, "sudo", "exit 1")
        with pytest.raises(run.Halt, match="sudo apt-get update && sudo apt-get install -y libegl1 libgl1"):
            run.install_packages(["libegl1", "libgl1"], root=False)
        assert not (tmp_path / "asked").exists()

    def test_a_failed_installation_halts(self, system: Path) -> None:
        command(system, "apt-get", "exit 100")
        with pytest.raises(run.Halt, match="apt-get -qq update"):
            run.install_packages(["libegl1"], root=True)


def test_an_environment_is_made_once_and_again_for_another_lock(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text("# nothing\n", "ascii")
    folder = tmp_path / "env"

    python = run.environment(folder, lock)

    stamp = folder / "desk-stamp"
    first = stamp.read_text("ascii")
    assert run.word_of(python, "-c", run.WHICH) == run.THIS
    stamp.touch()
    os.utime(stamp, (1, 1))
    assert run.environment(folder, lock) == python
    assert stamp.stat().st_mtime == 1, "the second run found it ready"

    lock.write_text("nothing-of-this-name==1.0 --hash=sha256:" + "0" * 64 + "\n", "ascii")
    with pytest.raises(run.Halt, match="pip install"):
        run.environment(folder, lock)
    assert not stamp.exists(), "a half-filled environment is not taken for ready"

    lock.write_text("# nothing else\n", "ascii")
    run.environment(folder, lock)
    assert stamp.read_text("ascii") not in ("", first)
