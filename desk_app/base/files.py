# SPDX-License-Identifier: Apache-2.0
"""Files that are whole or absent: written beside, flushed to the disk, read back, then renamed."""

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

BLOCK = 1 << 20


def sha256_of(path: Path) -> bytes:
    digest = hashlib.sha256()
    with path.open("rb") as source:
        while block := source.read(BLOCK):
            digest.update(block)
    return digest.digest()


def write_whole(path: Path, data: bytes | Iterable[bytes]) -> bytes:
    """Write a file so that its name only ever holds all of it; return the SHA-256 of what was written.

    The bytes go to `NAME.part`, are flushed to the disk, read back and compared, and only then renamed.
    Raises OSError when the disk refuses or gives back other bytes; no half file stays under the name.
    """
    part = path.with_name(path.name + ".part")
    digest = hashlib.sha256()
    try:
        with part.open("wb") as sink:
            for block in (data,) if isinstance(data, bytes) else data:
                sink.write(block)
                digest.update(block)
            sink.flush()
            os.fsync(sink.fileno())
        if sha256_of(part) != digest.digest():
            raise OSError(f"{part}: the disk gave back other bytes than were written")
        os.replace(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)
    return digest.digest()


def sync_folder(folder: Path) -> None:
    """Flush a rename to the disk, where the system knows how (Windows does not)."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
