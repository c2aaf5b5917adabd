# SPDX-License-Identifier: Apache-2.0
"""Set up and go, on a fresh machine, with nothing but Python 3.11 or newer.

    python3 run.py                 open the demonstration office; no display: make it and list its files
    python3 run.py desk ARGS...    the command line (`desk --help` tells more)
    python3 run.py demo DIR        make the demonstration office in DIR
    python3 run.py test [ARGS...]  lint, types, walls and all tests; ARGS go to pytest
    python3 run.py bench [ARGS...] measure, each figure beside its rival
    python3 run.py bench --long    play 100,000 random histories of four offices, hours long (`--long --help`)
    python3 run.py soak [ARGS...]  months of 22 offices and their sticks; all end with the same
    python3 run.py screens [DIR]   every page, dialog and report as PNG (DIR: build/screens)
    python3 run.py build           the program as one folder (build/dist/desk)

The libraries are those of requirements.lock, in `.venv` beside this file or in the folder that DESK_ENV
names. A stamp there tells for which lock and which Python it was filled, so that a second run starts at once.
"""

from __future__ import annotations  # so that an old Python comes as far as the words that refuse it

import ctypes
import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements.lock"
OLDEST = (3, 11)
WHICH = "import sys; print(sys.implementation.cache_tag, sys.platform, sys.base_prefix)"
THIS = f"{sys.implementation.cache_tag} {sys.platform} {sys.base_prefix}"
COMMANDS = ("open", "desk", "demo", "test", "bench", "soak", "screens", "build")

# What Qt loads from the system, and the Debian package that brings it. Found by trying on a bare Debian 12.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}


class Halt(Exception):
    """The set-up cannot go on; the message says what to do."""


def main(arguments: Sequence[str]) -> int:
    """Do one command and return its exit status."""
    command, rest = (arguments[0], list(arguments[1:])) if arguments else ("open", [])
    if command in ("-h", "--help", "help") or command not in COMMANDS:
        print(__doc__)
        return 0 if command in ("-h", "--help", "help") else 2
    try:
        return perform(command, rest)
    except Halt as trouble:
        print(f"run.py: {trouble}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def on_all_processors(rest: list[str]) -> list[str]:
    """What lets pytest work on every processor, unless files or a number of processes are named."""
    chosen = any(not one.startswith("-") or one.startswith(("-n", "--numprocesses", "--pdb")) for one in rest)
    return [] if chosen else ["-n", "auto"]


def perform(command: str, rest: list[str]) -> int:
    """Set up what a command needs, then do it."""
    if sys.version_info < OLDEST:
        raise Halt(f"Python {OLDEST[0]}.{OLDEST[1]} or newer is needed; this is {sys.version.split()[0]}.")
    display = has_display(sys.platform, os.environ)
    install_packages(missing_packages(command, display))
    python = environment(Path(os.environ.get("DESK_ENV") or ROOT / ".venv"), LOCK)
    if command == "open":
        return start(python, ["-m", "ui", "--demo", *rest]) if display else demonstrate(python)
    if command == "desk":
        return start(python, ["-m", "desk_app", *rest])
    if command == "demo":
        return start(python, ["-m", "desk_app", "demo", *rest])
    if command == "test":
        return start(python, ["-m", "pytest", *on_all_processors(rest), *rest], ROOT)
    if command == "bench" and "--long" in rest:
        return start(python, ["-m", "tests.histories.many", *(one for one in rest if one != "--long")], ROOT)
    if command == "soak":
        return start(python, ["-m", "tests.histories.soak", *rest], ROOT)
    if command == "bench":
        return start(python, ["-m", "tests.bench", *rest], ROOT)
    if command == "screens":
        folder = Path(rest[0] if rest else ROOT / "build" / "screens").resolve()
        return start(python, ["-m", "tests.screens", str(folder)], ROOT)
    return build(python, rest)


def demonstrate(python: Path) -> int:
    """The main job where nobody looks on: make the demonstration office, say where its files are."""
    folder = ROOT / "build" / "demo"
    if folder.exists():  # somebody may have tried something there
        before = folder.with_name("demo-before")
        shutil.rmtree(before, ignore_errors=True)
        folder.rename(before)
        print(f"The one made before is now {before}")
    print(f"No display here: the demonstration office is made in {folder}", flush=True)
    status = start(python, ["-m", "desk_app", "demo", str(folder)])
    if status == 0:
        print("\nFiles:")
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            print(f"  {path}  {path.stat().st_size:,} bytes")
        print(f"\nGo on: python3 run.py desk info --office {folder / 'kabupaten'}   (password: demo)")
    return status


def build(python: Path, rest: list[str]) -> int:
    """Make the program as one folder and say where it stands."""
    # Below ERROR PyInstaller speaks of libraries of other systems and desktops, left out on purpose.
    status = start(python, ["-m", "PyInstaller", "build.spec", "--noconfirm", "--log-level", "ERROR",
                            "--distpath", "build/dist", "--workpath", "build/work", *rest], ROOT)
    if status == 0:
        print(f"The program: {ROOT / 'build' / 'dist' / 'desk'}")
    return status


def start(python: Path, arguments: Sequence[str], folder: Path | None = None) -> int:
    """Run the environment's Python with the project on its path; return its exit status."""
    settings = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",  # a Windows console speaks another code page, and LANG may be unset
        "PYTHONNOUSERSITE": "1",
    }
    if not has_display(sys.platform, os.environ):
        settings.setdefault("QT_QPA_PLATFORM", "offscreen")
    return subprocess.call([str(python), *arguments], env=settings, cwd=folder)


def has_display(platform: str, settings: Mapping[str, str]) -> bool:
    """Whether a window can be shown: always on Windows and macOS, elsewhere when a display is named."""
    if platform in ("win32", "darwin"):
        return True
    return bool(settings.get("DISPLAY") or settings.get("WAYLAND_DISPLAY"))


def environment(folder: Path, lock: Path) -> Path:
    """Make the virtual environment with the libraries of a lock, or find it ready; return its Python."""
    windows = os.name == "nt"
    python = folder.absolute() / ("Scripts/python.exe" if windows else "bin/python")
    stamp = folder / "desk-stamp"
    wanted = stamp_of(lock)
    if python.exists() and stamp.exists() and stamp.read_text("ascii") == wanted:
        return python
    print(f"Setting up {folder} (once; some 200 MB of libraries)", flush=True)
    stamp.unlink(missing_ok=True)
    # An environment of another Python is emptied; one of the same Python is filled again in place.
    again = [] if word_of(python, "-c", WHICH) == THIS else ["--clear"]
    step([sys.executable, "-m", "venv", *again, str(folder)])
    # The lock is complete, so nothing is resolved; only wheels, so nothing is compiled.
    step([str(python), "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--quiet",
          "--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", str(lock)])
    stamp.write_text(wanted, "ascii")
    return python


def stamp_of(lock: Path) -> str:
    """What an environment was filled for: the lock and the Python, whose bug-fix releases are one."""
    return hashlib.sha256(lock.read_bytes() + THIS.encode()).hexdigest()


def word_of(python: Path, *arguments: str) -> str | None:
    """What the environment's Python answers, or None when it does not start."""
    try:
        answer = subprocess.run([str(python), *arguments], capture_output=True, text=True)
    except OSError:
        return None
    return answer.stdout.strip() if answer.returncode == 0 else None


def step(command: Sequence[str]) -> None:
    """One step of the set-up: silent when it goes well, Halt with the command when not."""
    if subprocess.call(list(command), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL) != 0:
        raise Halt(f"this did not succeed, see above: {shlex.join(command)}")


def missing_packages(command: str, display: bool) -> list[str]:
    """The Debian packages that a command lacks on this Linux; empty elsewhere."""
    if sys.platform != "linux":
        return []
    lacking = []
    if importlib.util.find_spec("ensurepip") is None:
        lacking.append("python3-venv")
    if command in ("test", "bench", "screens", "build") or (command == "open" and display):
        lacking += [package for library, package in QT_LIBRARIES.items() if not loads(library)]
    if command in ("test", "build"):
        if not (shutil.which("objdump") and shutil.which("objcopy")):
            lacking.append("binutils")
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        # Debian's own Python carries its library inside; PyInstaller wants it as a file.
        if sys.base_prefix == "/usr" and not loads(f"libpython{version}.so.1.0"):
            lacking.append(f"libpython{version}")
    return lacking


def loads(library: str) -> bool:
    """Whether the system finds and loads a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_packages(packages: Sequence[str], root: bool | None = None) -> None:
    """Install Debian packages when this user may, or say the one line to type."""
    if not packages:
        return
    if shutil.which("apt-get") is None:
        if "python3-venv" in packages:
            raise Halt("this Python lacks `ensurepip`; install it with the system's package tool.")
        print(f"run.py: the system lacks what Debian calls {' '.join(packages)}; going on.", file=sys.stderr)
        return
    before = privilege(os.geteuid() == 0 if root is None else root)
    if before is None:
        raise Halt("some system packages are missing. Type this line, then start again:\n  "
                   f"sudo apt-get update && sudo apt-get install -y {' '.join(packages)}")
    print(f"Installing system packages: {' '.join(packages)}", flush=True)
    apt = [*before, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    step([*apt, "update"])
    step([*apt, "install", "-y", "--no-install-recommends", *packages])


def privilege(root: bool) -> list[str] | None:
    """What goes before a system command: nothing for root, sudo if it asks no password; None: not allowed."""
    if root:
        return []
    if shutil.which("sudo") and subprocess.call(["sudo", "-n", "true"], stderr=subprocess.DEVNULL) == 0:
        return ["sudo", "-n"]
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
