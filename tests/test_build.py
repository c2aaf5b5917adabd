# SPDX-License-Identifier: Apache-2.0
"""The built program: made here, started on a demonstration office, asked for its version and digest."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import desk_app

ROOT = Path(__file__).resolve().parents[1]
SUFFIX = ".exe" if os.name == "nt" else ""
# Nothing of the source tree or of the environment helps the built program.
BARE = {name: value for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "QT_", "LANG", "LC_"))}

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("build")
    subprocess.run([sys.executable, "-m", "PyInstaller", str(ROOT / "build.spec"), "--noconfirm",
                    "--log-level", "ERROR", "--distpath", str(folder / "dist"),
                    "--workpath", str(folder / "work")], check=True, cwd=ROOT)
    yield folder / "dist" / "desk"
    shutil.rmtree(folder)  # 200 MB


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The office of Kabupaten Wajo, made from the source tree."""
    folder = tmp_path_factory.mktemp("demo")
    subprocess.run([sys.executable, "-m", "desk_app", "demo", str(folder)], check=True, cwd=ROOT,
                   stdout=subprocess.DEVNULL)
    return folder / "kabupaten"


def ask(command: list[str], folder: Path) -> str:
    answer = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8",
                            env={**BARE, "DESK_PASSWORD": "demo", "DESK_HOME": str(folder / "home")})
    assert answer.returncode == 0, answer.stderr
    return answer.stdout


def test_it_tells_its_version(program: Path, tmp_path: Path) -> None:
    assert desk_app.__version__ in ask([str(program / f"desk-cli{SUFFIX}"), "--version"], tmp_path)


def test_it_tells_the_digest_that_the_source_tells(program: Path, office: Path, tmp_path: Path) -> None:
    built = ask([str(program / f"desk-cli{SUFFIX}"), "digest", "--office", str(office)], tmp_path)
    source = subprocess.run([sys.executable, "-m", "desk_app", "digest", "--office", str(office)], cwd=ROOT,
                            env={**os.environ, "DESK_PASSWORD": "demo"}, check=True, capture_output=True,
                            text=True, encoding="utf-8").stdout
    assert built == source != ""


def test_it_prints_a_paper(program: Path, office: Path, tmp_path: Path) -> None:
    """Fonts, reportlab and the resources are in the folder."""
    paper = tmp_path / "laporan.pdf"
    ask([str(program / f"desk-cli{SUFFIX}"), "print", "laporan-harian", "--office", str(office),
         "--out", str(paper)], tmp_path)
    assert paper.read_bytes().startswith(b"%PDF-")


def test_its_window_opens(program: Path, tmp_path: Path) -> None:
    settings = {**BARE, "QT_QPA_PLATFORM": "offscreen", "DESK_HOME": str(tmp_path / "home")}
    window = subprocess.Popen([str(program / f"desk{SUFFIX}")], cwd=tmp_path, env=settings,
                              stderr=subprocess.PIPE)
    time.sleep(5)
    running = window.poll() is None
    window.terminate()
    _, errors = window.communicate(timeout=30)
    assert running, errors.decode("utf-8", "replace")
    assert b"Traceback" not in errors
