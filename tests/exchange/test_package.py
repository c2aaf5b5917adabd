# SPDX-License-Identifier: Apache-2.0
"""The package file: read back as written; cut, flipped, mixed or foreign files are refused with a reason."""

import hashlib
import zlib
from pathlib import Path
from typing import Any

import cbor2
import pytest
from nacl import signing

from desk_app.domain import errors
from desk_app.exchange import package
from desk_app.journal import streams
from desk_app.journal.streams import ReaderClass, Scope

SEED = bytes(range(32))
KEY = bytes(signing.SigningKey(SEED).verify_key)
SENDER = package.Sender(KEY, "Desk Pemilu Kecamatan Tempe", "kecamatan", "73.13.06", b"r" * 16, "TEM")
SCOPE = Scope("pemilu-2024", "73.13.06", ReaderClass.OPEN)


def segment(count: int = 3, first: int = 1, weight: int = 20) -> package.Segment:
    stream = streams.stream_id(SENDER.replica, SCOPE)
    bodies = tuple(bytes([number % 256]) * weight for number in range(count))
    upto = first + count - 1
    rolling = streams.advance_all(streams.START, bodies)
    text = streams.seal_text(stream, SENDER.replica, SCOPE, upto, rolling)
    seal = package.make_seal(SEED, text, upto, rolling)
    return package.Segment(stream, SENDER.replica, SCOPE, first, streams.START, bodies, seal)


def write(folder: Path, segments: list[package.Segment], number: int = 1) -> list[Path]:
    statements = [package.Statement(segments[0].stream, 3, segments[0].seal.rolling)]
    bodies = package.pack(segments, statements)
    files = package.volumes(
        bodies,
        SEED,
        SENDER,
        package_id=bytes([number]) * 16,
        to="73.13",
        number=number,
        changes=3,
        clock=7,
        version="x",
    )
    paths = []
    for index, data in enumerate(files, 1):
        path = folder / package.file_name("TEM", "73.13", number, index, len(bodies))
        path.write_bytes(data)
        paths.append(path)
    return paths


def test_a_package_is_read_back_as_written(tmp_path: Path) -> None:
    one = segment()
    [path] = write(tmp_path, [one])
    volume = package.read(path)
    assert volume.segments == (one,)
    assert volume.statements == (package.Statement(one.stream, 3, one.seal.rolling),)
    assert volume.manifest.sender == SENDER
    assert (volume.manifest.number, volume.manifest.to, volume.manifest.clock) == (1, "73.13", 7)
    assert path.name == "TEM-7313-000001-001of001.desk"


def test_its_name_does_not_matter_and_its_beginning_does(tmp_path: Path) -> None:
    [path] = write(tmp_path, [segment()])
    renamed = path.rename(tmp_path / "IMG-20240213-WA0007.jpg")
    assert package.looks_like_package(renamed)
    assert package.read(renamed).manifest.number == 1
    picture = tmp_path / "photo.desk"
    picture.write_bytes(b"\xff\xd8\xff" * 100)
    assert not package.looks_like_package(picture)
    with pytest.raises(errors.Damaged, match="bukan kiriman Desk"):
        package.read(picture)


def test_every_cut_is_refused(tmp_path: Path) -> None:
    [path] = write(tmp_path, [segment()])
    data = path.read_bytes()
    for length in range(0, len(data), 7):
        path.write_bytes(data[:length])
        with pytest.raises(errors.Damaged):
            package.read(path)


def test_every_flipped_byte_is_refused(tmp_path: Path) -> None:
    [path] = write(tmp_path, [segment()])
    data = path.read_bytes()
    for position in range(len(data)):
        path.write_bytes(data[:position] + bytes([data[position] ^ 0x20]) + data[position + 1 :])
        with pytest.raises(errors.Refused):
            package.read(path)


def test_junk_after_the_end_and_two_packages_in_one_are_refused(tmp_path: Path) -> None:
    [path] = write(tmp_path, [segment()])
    data = path.read_bytes()
    for wrong in (data + b"x", data + data):
        path.write_bytes(wrong)
        with pytest.raises(errors.Damaged):
            package.read(path)


def test_the_reason_tells_a_cut_from_a_change(tmp_path: Path) -> None:
    [path] = write(tmp_path, [segment()])
    data = path.read_bytes()
    path.write_bytes(data[:-40])
    with pytest.raises(errors.Damaged, match="terpotong"):
        package.read(path)
    middle = len(data) // 2
    path.write_bytes(data[:middle] + b"?" + data[middle + 1 :])
    with pytest.raises(errors.Damaged, match="rusak atau diubah"):
        package.read(path)


def test_a_manifest_signed_by_another_key_is_refused(tmp_path: Path) -> None:
    bodies = package.pack([segment()], [])
    [data] = package.volumes(
        bodies, bytes(32), SENDER, package_id=bytes(16), to="73.13", number=1, changes=3, clock=7, version="x"
    )
    path = tmp_path / "forged.desk"
    path.write_bytes(data)
    with pytest.raises(errors.Damaged, match="tanda pengirim"):
        package.read(path)
    with pytest.raises(errors.Damaged, match="tanda pengirim"):
        package.peek(path)


def test_a_large_package_comes_in_volumes_that_are_not_mixed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "VOLUME", 1000)
    paths = write(tmp_path, [segment(weight=300), segment(weight=300), segment(weight=300)])
    assert len(paths) == 3
    assert [package.read(path).manifest.volume for path in paths] == [1, 2, 3]
    other = tmp_path / "other"
    other.mkdir()
    [alien, *_] = write(other, [segment(weight=301), segment(weight=300), segment(weight=300)], number=2)
    first = paths[0].read_bytes()
    # the body of one export under the manifest of another
    head = alien.read_bytes()
    length = int.from_bytes(head[8:12], "big")
    own = int.from_bytes(first[8:12], "big")
    mixed = head[: 12 + length + 64] + first[12 + own + 64 :]
    paths[0].write_bytes(mixed)
    with pytest.raises(errors.Damaged):
        package.read(paths[0])


def test_a_body_that_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    [path] = write(tmp_path, [segment(weight=100_000)])
    monkeypatch.setattr(package, "LARGEST_BODY", 10_000)
    with pytest.raises(errors.Damaged):
        package.read(path)


def test_a_seal_holds_for_its_own_text_only() -> None:
    one = segment()
    text = streams.seal_text(one.stream, one.replica, one.scope, 3, one.seal.rolling)
    assert package.seal_holds(one.seal, text)
    assert not package.seal_holds(one.seal, text + b"x")
    longer = streams.seal_text(one.stream, one.replica, one.scope, 4, one.seal.rolling)
    assert not package.seal_holds(one.seal, longer)


def resigned(path: Path, told: dict[str, Any], body: bytes | None = None) -> None:
    """Write another manifest (and body) into a package, signed by its sender all the same."""
    data = path.read_bytes()
    length = int.from_bytes(data[8:12], "big")
    manifest = cbor2.loads(data[12 : 12 + length])
    body = data[12 + length + 64 : -40] if body is None else body
    manifest |= {"volumes": [[len(body), hashlib.sha256(body).digest()]]} | told
    raw = cbor2.dumps(manifest, canonical=True)
    signature = signing.SigningKey(SEED).sign(b"desk package 1\n" + raw).signature
    front = package.MAGIC + len(raw).to_bytes(4, "big") + raw + signature + body
    path.write_bytes(front + hashlib.sha256(front).digest() + package.END)


@pytest.mark.parametrize(
    "told",
    [
        {"clock": float("inf")},
        {"clock": 1 << 70},
        {"clock": cbor2.CBORTag(4, [1 << 30, 1])},
        {"min_reader": 0.5},
        {"app": ["x"]},
        {"to": 7},
        {"from": [KEY, "x" * 100_000, "kecamatan", "73.13.06", b"r" * 16, "TEM"]},
        {"from": {}},
    ],
    ids=["infinite", "beyond 64 bits", "decimal", "half", "list", "number", "long", "nobody"],
)
def test_a_signed_manifest_of_another_shape_is_refused(tmp_path: Path, told: dict[str, Any]) -> None:
    [path] = write(tmp_path, [segment()])
    resigned(path, told)
    with pytest.raises(errors.Damaged):
        package.peek(path)


@pytest.mark.parametrize("body", [[[], [{}]], [[[b"", b"", "", "", 1, 1, b"", [], {}]], []], {"a": 1, "b": 2}, 7])
def test_a_signed_body_of_another_shape_is_refused(tmp_path: Path, body: object) -> None:
    [path] = write(tmp_path, [segment()])
    resigned(path, {}, zlib.compress(cbor2.dumps(body)))
    with pytest.raises(errors.Damaged):
        package.read(path)
