# SPDX-License-Identifier: Apache-2.0
"""Guards on every test: no display, no user's home, no write outside temporary folders, no stray warning."""

import gc
import logging
import os
import sys
import tempfile
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

if TYPE_CHECKING:
    from desk_app.operations.desk import Desk

ROOT = Path(__file__).resolve().parents[1]

# A slow computer is no fault of what is tested.
hypothesis.settings.register_profile(
    "desk", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("desk")

# Set before the first import of Qt or of the program: they look once. What a test starts inherits it.
HOME = Path(tempfile.mkdtemp(prefix="desk-tests-"))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHONPATH"] = str(ROOT)
os.environ["DESK_HOME"] = str(HOME / "desk")
for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME", "XDG_DATA_HOME",
             "XDG_CACHE_HOME", "XDG_STATE_HOME"):
    os.environ[name] = str(HOME)
for name in ("DESK_PASSWORD", "DESK_OFFICE"):
    os.environ.pop(name, None)

# Inside the project only what tools remember between runs; outside it only temporary folders.
CACHES = tuple(str(ROOT / name) for name in (".pytest_cache", ".hypothesis", ".mypy_cache", ".ruff_cache"))
ELSEWHERE = (tempfile.gettempdir(), os.path.realpath(tempfile.gettempdir()), "/dev/", "/proc/self/")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

strays: list[str] = []


def watch_writes(event: str, arguments: tuple[object, ...]) -> None:
    """Note each file that this process opens for writing, makes, renames or removes elsewhere."""
    if event == "open":
        path, _, flags = arguments
        if not (isinstance(flags, int) and flags & WRITING):
            return
    elif event in ("os.mkdir", "os.remove", "os.rmdir", "os.truncate"):
        path = arguments[0]
        if event != "os.truncate" and arguments[-1] not in (-1, None):
            return  # named within an opened folder, as by rmtree, which removes the folder itself by its path
    elif event == "os.rename":
        path = arguments[1]
    else:
        return
    if not isinstance(path, (str, bytes, os.PathLike)):  # an open file's number
        return
    place = os.path.abspath(os.fsdecode(path))
    allowed = CACHES if place.startswith(str(ROOT) + os.sep) else ELSEWHERE
    if not place.startswith(allowed) and "__pycache__" not in place:
        strays.append(f"{event} {place}")


sys.addaudithook(watch_writes)


class Attic(logging.Handler):
    """Keeps every warning that reaches the log."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program's own folder of this test (`paths.home()`), empty."""
    folder = tmp_path / "desk-home"
    monkeypatch.setenv("DESK_HOME", str(folder))
    return folder


@pytest.fixture
def make_office(tmp_path: Path) -> Iterator[Callable[..., "Desk"]]:
    """Makes offices in temporary folders, open, and closes them: `make_office("73.13")`, `make_office("73.13.06")`.

    An office of a kabupaten writes its regions and election; a kecamatan receives them.
    """
    from desk_app.operations import offices

    made: list[Desk] = []

    def make(place: str = "73.13", *, name: str = "", now: Callable[[], int] | None = None, **asked: object) -> "Desk":
        folder = tmp_path / (name or f"office-{place}-{len(made)}")
        wanted = {"with_master_data": place.count(".") < 2, **asked}
        new = offices.NewOffice(place, "pemilu-2024", "Operator 1", "demo", **wanted)
        one = offices.create_office(folder, new, now=now or (lambda: 1_707_782_400), key_memory=8 << 20).desk
        made.append(one)
        return one

    yield make
    for one in made:
        one.close()


@pytest.fixture(autouse=True)
def nothing_stray(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that wrote outside temporary folders, or warned in the log without asking for `caplog`."""
    asked = "caplog" in request.fixturenames
    attic = Attic()
    strays.clear()
    logging.getLogger().addHandler(attic)
    yield
    logging.getLogger().removeHandler(attic)
    assert not strays, f"written outside the temporary folder: {strays}"
    assert asked or not attic.lines, f"stray warnings in the log: {attic.lines}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """What a test of the window leaves behind is taken apart on the window's thread.

    Left to Python, the search may begin on the thread by which xdist hears what to do next (see `ui.sweeper`).
    """
    if "qapp" not in getattr(item, "fixturenames", ()) and not item.path.is_relative_to(ROOT / "tests" / "ui"):
        if not gc.isenabled():
            gc.collect()
            gc.enable()
        return (yield)
    from ui import sweeper

    gc.disable()
    try:
        return (yield)
    finally:
        sweeper.sweep()


def pytest_sessionfinish() -> None:
    """Take the session's home away."""
    import shutil

    shutil.rmtree(HOME, ignore_errors=True)
