# SPDX-License-Identifier: Apache-2.0
"""Files that are whole or absent: written beside, flushed to the disk, read back, then renamed."""

import contextlib
import errno
import hashlib
import os
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, TypeVar

BLOCK = 1 << 20

PART = ".part"
"""What is put behind the name of a file until all of it is written."""

PATIENCE = 10.0
"""Seconds in which another program, such as a virus scanner, may let go of a file that it holds."""

_STEP = 0.1
_HELD = frozenset({32, 33})
"""What Windows says of a file that another program holds: sharing violation, lock violation."""

_HELD_FROM_RENAMING = _HELD | {5}
"""There it says "access denied" too, which elsewhere means what it says."""

T = TypeVar("T")


def sha256_of(path: Path) -> bytes:
    digest = hashlib.sha256()
    with path.open("rb") as source:
        while block := source.read(BLOCK):
            digest.update(block)
    return digest.digest()


class Part:
    """A file that does not bear its name yet; `digest` is the SHA-256 of what was written to it."""

    def __init__(self, sink: BinaryIO) -> None:
        self._sink = sink
        self._digest = hashlib.sha256()

    @property
    def digest(self) -> bytes:
        return self._digest.digest()

    def write(self, data: bytes, /) -> None:
        self._sink.write(data)
        self._digest.update(data)


@contextlib.contextmanager
def writing(path: Path) -> Iterator[Part]:
    """Write a file piece by piece so that its name only ever holds all of it.

    The bytes go to `NAME.part`, are flushed to the disk, read back from the disk and compared, and only then renamed.
    Raises OSError when the disk refuses or gives back other bytes; no half file stays under the name, nor beside it,
    whatever ends the writing. A file that another program holds is waited for (`PATIENCE`).
    """
    part = path.with_name(path.name + PART)
    try:
        if part.is_symlink():  # on a stick made by somebody else: another file would be overwritten
            part.unlink()
        with patiently(lambda: part.open("wb")) as sink:
            written = Part(sink)
            yield written
            sink.flush()
            os.fsync(sink.fileno())
            _let_go_of_memory(sink)
        if patiently(lambda: sha256_of(part)) != written.digest:
            raise OSError(f"{part}: the disk gave back other bytes than were written")
        patiently(lambda: os.replace(part, path), _HELD_FROM_RENAMING)
    except BaseException:
        # A stick that was pulled refuses this as well; what went wrong first is to be told.
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def write_whole(path: Path, data: bytes | Iterable[bytes]) -> bytes:
    """Write a file as `writing` does; return the SHA-256 of what was written."""
    with writing(path) as part:
        for block in (data,) if isinstance(data, bytes) else data:
            part.write(block)
    return part.digest


def patiently(doing: Callable[[], T], held: frozenset[int] = _HELD) -> T:
    """Do something with a file, and again for a while as long as another program holds it."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return doing()
        except OSError as fault:
            if getattr(fault, "winerror", None) not in held or time.monotonic() >= until:
                raise
        time.sleep(_STEP)


def sync_folder(folder: Path) -> None:
    """Flush a rename to the disk, where the system knows how (Windows does not, nor do some network shares)."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        except OSError as fault:
            if fault.errno not in (errno.EINVAL, errno.ENOTSUP):
                raise
        finally:
            os.close(handle)


def _let_go_of_memory(file: BinaryIO) -> None:
    """Have what is on the disk forgotten in memory, so that reading asks the disk; Windows knows no such wish."""
    if hasattr(os, "posix_fadvise"):
        # Not every file system heeds it; reading then proves less, and is no worse.
        with contextlib.suppress(OSError):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
