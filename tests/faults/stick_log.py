# SPDX-License-Identifier: Apache-2.0
"""What is done to a stick while packages are written to it, call by call, to be done again in part."""

import io
import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest

SECTOR = 512


class Done(NamedTuple):
    """One call: "folder", "make", "write", "sync" (a file), "rename", "settle" (a folder, as after a rename)."""

    what: str
    name: str
    data: bytes = b""
    to: str = ""


class _Noted(io.BufferedWriter):
    """A file whose writes are noted as they leave the program."""

    def __init__(self, path: Path, name: str, log: list[Done]) -> None:
        super().__init__(io.FileIO(path, "w"))
        self._noted = name, log

    def write(self, data: Any, /) -> int:
        name, log = self._noted
        log.append(Done("write", name, bytes(data)))
        return super().write(data)


@contextmanager
def watched(stick: Path) -> Iterator[list[Done]]:
    """Note what is done below a folder."""
    log: list[Done] = []
    files: dict[int, str] = {}
    plain_open, plain_mkdir, plain_replace, plain_sync = Path.open, Path.mkdir, os.replace, os.fsync

    def named(path: Path) -> str:
        return path.relative_to(stick).as_posix()

    def open_(path: Path, mode: str = "r", *rest: Any, **more: Any) -> Any:
        if mode != "wb" or not path.is_relative_to(stick):
            return plain_open(path, mode, *rest, **more)
        log.append(Done("make", named(path)))
        made = _Noted(path, named(path), log)
        files[made.fileno()] = named(path)
        return made

    def mkdir(path: Path, *rest: Any, **more: Any) -> None:
        if path.is_relative_to(stick) and not path.exists():
            log.append(Done("folder", named(path)))
        plain_mkdir(path, *rest, **more)

    def replace(source: Path, target: Path) -> None:
        plain_replace(source, target)
        if target.is_relative_to(stick):
            log.append(Done("rename", named(source), to=named(target)))

    def sync(number: int) -> None:
        plain_sync(number)
        name = files.pop(number, "")
        if name:
            log.append(Done("sync", name))
        elif log and log[-1].what == "rename":
            log.append(Done("settle", ""))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "open", open_)
        patch.setattr(Path, "mkdir", mkdir)
        patch.setattr(os, "replace", replace)
        patch.setattr(os, "fsync", sync)
        yield log


Torn = dict[str, bytes]
"""What stands on a stick: name → bytes."""


def torn(log: list[Done], dice: random.Random, old: bytes) -> Iterator[Torn]:
    """Sticks as they may be when they are pulled: after each call, and with what was not flushed only in part.

    A stand-in for a file system: sectors of data, the length of a file and its name each reach the stick or do not,
    in any order, and what never did shows `old` bytes.
    """
    steps = [step for done in log for step in _steps(done)]
    for upto in range(len(steps) + 1):
        yield _after(steps[:upto], old)
        flushed = max((at for at in range(upto) if steps[at].what in ("sync", "settle")), default=-1)
        for kept in (0.2, 0.35, 0.5, 0.65, 0.8):
            yield _after([s for at, s in enumerate(steps[:upto]) if at <= flushed or dice.random() < kept], old)
        # A stick that says "flushed" and lies.
        # A stick that says "flushed" and lies.
        yield _after([s for s in steps[:upto] if dice.random() < 0.9], old)


class _Step(NamedTuple):
    what: str
    name: str
    at: int = 0
    data: bytes = b""
    to: str = ""


def _steps(done: Done) -> Iterator[_Step]:
    if done.what != "write":
        yield _Step(done.what, done.name, to=done.to)
        return
    yield _Step("length", done.name, at=len(done.data))
    for at in range(0, len(done.data), SECTOR):
        yield _Step("data", done.name, at, done.data[at : at + SECTOR])


def _after(steps: list[_Step], old: bytes) -> Torn:
    files: dict[str, bytearray] = {}
    length: dict[str, int] = {}
    for step in steps:
        match step.what:
            case "make":
                files[step.name], length[step.name] = bytearray(), 0
            case "length" if step.name in files:
                length[step.name] = step.at
            case "data" if step.name in files:
                held, end = files[step.name], step.at + len(step.data)
                held.extend(_old(old, len(held), end))
                held[step.at : end] = step.data
            case "rename" if step.name in files:
                files[step.to], length[step.to] = files.pop(step.name), length.pop(step.name)
    return {
        name: bytes(data[: length[name]]) + _old(old, len(data), length[name]) for name, data in files.items()
    }


def _old(old: bytes, start: int, end: int) -> bytes:
    """What stood there before, and zeros beyond it."""
    return old[start:end].ljust(max(0, end - start), b"\0")
