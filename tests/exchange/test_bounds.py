# SPDX-License-Identifier: Apache-2.0
"""Whatever lies on a stick, up to 1 GiB, is read or refused in bounded memory and time (exchange.md §19 P20).

Each file is given to a process of its own, whose memory the system limits.
"""

import json
import lzma
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from desk_app.exchange import boxes, contents, package, squeezing, wire
from desk_app.exchange.manifest import Kind
from tests.exchange import sample_packages as sample

resource = pytest.importorskip("resource")

ROOT = Path(__file__).resolve().parents[2]
GIB = 1 << 30
LIMIT = 320 << 20
"""All that the process may set aside, the interpreter and its libraries (about 60 MiB) included."""

READER = f"""
import json, resource, sys, time
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, ({LIMIT}, {LIMIT}))
from desk_app.domain import errors
from desk_app.exchange import package
path, secret = Path(sys.argv[1]), sys.argv[2]
begun = time.process_time()
told = {{"package": package.looks_like_package(path)}}
for name, step in (("peek", lambda: package.peek(path)),
                   ("read", lambda: package.unseal(package.read(path), secrets=[secret], passphrase=secret))):
    try:
        found = step()
        told[name] = "whole"
    except errors.Refused as fault:
        told[name] = type(fault).__name__
told["seconds"] = time.process_time() - begun
print(json.dumps(told))
"""


def looked_at(path: Path, secret: str = sample.OTHER_BOX.secret) -> dict[str, object]:
    """What a process with little memory makes of a file."""
    answer = subprocess.run(
        [sys.executable, "-c", READER, str(path), secret], cwd=ROOT, capture_output=True, text=True, timeout=120
    )
    assert answer.returncode == 0, answer.stderr[-2000:]
    told: dict[str, object] = json.loads(answer.stdout)
    assert float(str(told.pop("seconds"))) < 20
    return told


def sparse(path: Path, front: bytes, size: int, back: bytes = b"") -> Path:
    with path.open("wb") as file:
        file.write(front)
        file.seek(size - len(back))
        file.write(back)
        file.truncate(size)
    return path


def test_the_limit_is_felt(tmp_path: Path) -> None:
    """Were a file of the size of the limit read as a whole, this harness would see it."""
    path = sparse(tmp_path / "x", b"", LIMIT)
    code = f"import resource; resource.setrlimit(resource.RLIMIT_AS, ({LIMIT},) * 2); open({str(path)!r}, 'rb').read()"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert "MemoryError" in answer.stderr


def test_a_gibibyte_of_nothing_is_no_package(tmp_path: Path) -> None:
    path = sparse(tmp_path / "nol.desk", b"", GIB)
    assert looked_at(path) == {"package": False, "peek": "NotAPackage", "read": "NotAPackage"}


def test_a_gibibyte_behind_a_good_head_is_too_large(tmp_path: Path) -> None:
    data = sample.files(sample.carried())[0]
    for back in (b"", data[-40:]):
        path = sparse(tmp_path / "besar.desk", data, GIB, back)
        assert looked_at(path) == {"package": True, "peek": "whole", "read": "NotAPackage"}


@pytest.mark.parametrize("length", [0, 1000, 1 << 18, (1 << 32) - 1])
def test_a_gibibyte_behind_a_length_is_refused(tmp_path: Path, length: int) -> None:
    path = sparse(tmp_path / "panjang.desk", package.MAGIC + length.to_bytes(4, "big"), GIB, package.END)
    told = looked_at(path)
    assert told["package"]
    assert "whole" not in told.values()


def test_the_largest_file_that_is_looked_at_is_refused_as_altered(tmp_path: Path) -> None:
    data = sample.files(sample.carried())[0]
    path = sparse(tmp_path / "batas.desk", data[:-40], package.LARGEST_FILE, data[-40:])
    assert looked_at(path)["read"] == "Altered"


OF = {"of": [sample.KEY, sample.PACKAGE]}
ROOM = contents.LARGEST_PLAIN - 1000
MOST = contents.MOST_CHANGES
LIST = b"\xa2" + wire.dump(OF)[1:] + b"\x61x\x9a" + ROOM.to_bytes(4, "big")
WORDS = [b""] * contents.MOST_WORDS
LONG_WORD = b"\x8a\x9a\0\xff\xff\xff" + bytes(1 << 20)
GREEDY: dict[str, Callable[[], bytes]] = {
    "zeros": lambda: bytes(ROOM),
    "empty lists": lambda: LIST + b"\x80" * ROOM,
    "empty maps": lambda: LIST + b"\xa0" * ROOM,
    "one list in another": lambda: b"\x81" * ROOM,
    "bytes": lambda: wire.dump(OF | {"segments": bytes(ROOM - 1000)}),
    "as many changes as may be": lambda: wire.dump(OF | {"lengths": b"\x28\0\0\0" * MOST, "bodies": bytes(40 * MOST)}),
    "more changes than may be": lambda: wire.dump(OF | {"lengths": b"\1\0\0\0" * 9 * MOST, "bodies": bytes(9 * MOST)}),
    "changes of no length": lambda: wire.dump(OF | {"lengths": bytes(4 * MOST), "bodies": b""}),
    "words": lambda: wire.dump(OF | {"cards": WORDS, "statements": WORDS, "receipts": WORDS, "roots": WORDS}),
    "long words": lambda: wire.dump(OF | {"statements": [LONG_WORD] * 40}),
}
"""Contents whose small files want much memory or time."""


@pytest.mark.parametrize("name", list(GREEDY))
def test_45_small_files_that_unpack_to_much_are_refused(tmp_path: Path, name: str) -> None:
    """§23 no. 45: closed and signed as they should be by a hostile office, for every way of closing."""
    plain = squeezing.squeeze(GREEDY[name]())
    assert len(plain) < 4 << 20
    data = sample.retold(sample.files(sample.carried())[0], boxes.close(plain, [sample.OTHER_BOX.recipient]))
    path = tmp_path / "bom.desk"
    path.write_bytes(data)
    assert looked_at(path)["read"] == "Altered"


@pytest.fixture(scope="module")
def bomb() -> bytes:
    """A gibibyte of zeros, squeezed."""
    engine = lzma.LZMACompressor(lzma.FORMAT_RAW, filters=squeezing._FILTERS)
    made = b"\1" + b"".join(engine.compress(bytes(16 << 20)) for _ in range(64)) + engine.flush()
    assert GIB / len(made) > 1000
    return made


@pytest.mark.parametrize("kind", [Kind.DATA, Kind.CARD, Kind.READY])
def test_45_a_bomb_of_a_gibibyte_is_refused_however_it_is_closed(tmp_path: Path, kind: Kind, bomb: bytes) -> None:
    """§23 no. 45: a thousand for one and more."""
    closing = {Kind.DATA: {"recipients": [sample.OTHER_BOX.recipient]}, Kind.READY: {"passphrase": "kata"}}
    [body] = package.seal_up([bomb], **closing.get(kind, {}))  # type: ignore[arg-type]
    path = tmp_path / "bom.desk"
    path.write_bytes(sample.retold(sample.files(sample.carried())[0], body, kind=str(kind)))
    assert looked_at(path, "kata" if kind is Kind.READY else sample.OTHER_BOX.secret)["read"] == "Altered"


def test_a_long_header_of_a_box_takes_no_time(tmp_path: Path) -> None:
    """The library reads it again from its beginning for each line."""
    body = boxes.FRONT + b"-> X a\nAAAA\n" * 3_000_000 + b"--- " + b"A" * 43 + b"\n" + bytes(100)
    path = tmp_path / "kepala.desk"
    path.write_bytes(sample.retold(sample.files(sample.carried())[0], body))
    assert looked_at(path)["read"] == "Altered"


def test_the_largest_honest_volume_is_read(tmp_path: Path) -> None:
    """32 MiB that do not get smaller, and as many small changes as there may be: the limit hurts nobody."""
    runs = [sample.segment(contents.MOST_CHANGES // 8, 31) for _ in range(8)]
    dense = [replace(sample.segment(), bodies=(os.urandom((1 << 20) - 1), b"x")) for _ in range(32)]
    for made in (runs, dense):
        [data] = sample.files(sample.carried(*made))
        path = tmp_path / "penuh.desk"
        path.write_bytes(data)
        assert looked_at(path) == {"package": True, "peek": "whole", "read": "whole"}
