# SPDX-License-Identifier: Apache-2.0
"""The files of attachments: nothing readable on the disk, whole or absent, never other bytes than were put in."""

import hashlib
import threading
from pathlib import Path

import pytest

from desk_app.base import files
from desk_app.data.attachments_kept import Kept, copy_missing
from desk_app.domain import errors
from tests import photographs

KEY = bytes(range(32))
PHOTO = photographs.phone()


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path / "photos", KEY)


def test_what_is_put_in_comes_out(kept: Kept) -> None:
    digest = kept.put(PHOTO)
    assert digest == hashlib.sha256(PHOTO).digest()
    assert kept.holds(digest)
    assert kept.get(digest) == PHOTO
    assert kept.names() == {kept.name_of(digest)}


def test_nothing_on_the_disk_can_be_read(kept: Kept) -> None:
    digest = kept.put(PHOTO)
    [path] = kept.folder.iterdir()
    raw = path.read_bytes()
    assert all(raw.find(PHOTO[start : start + 8]) < 0 for start in range(0, len(PHOTO) - 8, 64))
    assert photographs.PLACE not in raw
    assert digest.hex()[:16] not in path.name
    assert hashlib.sha1(PHOTO).hexdigest() != path.name


def test_another_key_neither_finds_nor_reads_it(kept: Kept) -> None:
    digest = kept.put(PHOTO)
    other = Kept(kept.folder, bytes(32))
    assert not other.holds(digest)
    other.path_of(digest).write_bytes(kept.path_of(digest).read_bytes())
    with pytest.raises(errors.Damaged):
        other.get(digest)


def test_the_same_content_is_kept_once(kept: Kept) -> None:
    digest = kept.put(PHOTO)
    before = kept.path_of(digest).read_bytes()
    threads = [threading.Thread(target=kept.put, args=(PHOTO,)) for _ in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert [path.read_bytes() for path in kept.folder.iterdir()] == [before]


@pytest.mark.parametrize("place", [0, 30, -1])
def test_a_bit_that_flipped_on_the_disk(kept: Kept, place: int) -> None:
    digest = kept.put(PHOTO)
    raw = bytearray(kept.path_of(digest).read_bytes())
    raw[place] ^= 1
    kept.path_of(digest).write_bytes(raw)
    with pytest.raises(errors.Damaged, match="rusak"):
        kept.get(digest)


def test_what_the_disk_lost_is_made_good_when_it_is_put_in_again(kept: Kept) -> None:
    digest = kept.put(PHOTO)
    kept.path_of(digest).write_bytes(b"x" * 100)
    assert kept.put(PHOTO) == digest
    assert kept.get(digest) == PHOTO


@pytest.mark.parametrize("length", [0, 10, 50])
def test_a_file_that_was_cut(kept: Kept, length: int) -> None:
    digest = kept.put(PHOTO)
    kept.path_of(digest).write_bytes(kept.path_of(digest).read_bytes()[:length])
    with pytest.raises(errors.Damaged):
        kept.get(digest)


def test_two_files_that_were_exchanged(kept: Kept) -> None:
    one, other = kept.put(PHOTO), kept.put(photographs.jpeg())
    kept.path_of(one).write_bytes(kept.path_of(other).read_bytes())
    with pytest.raises(errors.Damaged):
        kept.get(one)


def test_a_file_larger_than_any_attachment_is_not_read(kept: Kept) -> None:
    digest = kept.put(PHOTO)
    with kept.path_of(digest).open("r+b") as file:
        file.truncate(64 << 30)
    with pytest.raises(errors.Damaged):
        kept.get(digest)


def test_what_is_not_here(kept: Kept) -> None:
    digest = bytes(32)
    assert not kept.holds(digest)
    assert kept.names() == frozenset()
    with pytest.raises(errors.NotFound):
        kept.get(digest)
    kept.drop(digest)


def test_a_full_disk_is_said_and_leaves_nothing(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(errors.Refused, match="ruang disk"):
        kept.put(PHOTO)
    assert list(kept.folder.iterdir()) == []


def test_what_a_power_cut_left_is_swept(kept: Kept) -> None:
    digest = kept.put(PHOTO)
    kept.path_of(bytes(32)).with_name(f"{kept.name_of(bytes(32))}.part").write_bytes(b"halb")
    assert kept.names() == {kept.name_of(digest)}
    assert (kept.sweep(), kept.sweep()) == (1, 0)
    assert kept.get(digest) == PHOTO


def test_only_what_is_missing_is_copied(kept: Kept, tmp_path: Path) -> None:
    one = kept.put(PHOTO)
    target = tmp_path / "backup"
    assert list(copy_missing(kept.folder, target)) == [kept.name_of(one)]
    other = kept.put(photographs.jpeg())
    assert list(copy_missing(kept.folder, target)) == [kept.name_of(other)]
    assert list(copy_missing(tmp_path / "nothing", target)) == []
    kept.drop(one)
    assert Kept(target, KEY).get(one) == PHOTO


def test_where_a_second_name_is_impossible_it_is_copied(
    kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def impossible(*_given: object) -> None:
        raise OSError(1, "Operation not permitted")

    digest = kept.put(PHOTO)
    monkeypatch.setattr("os.link", impossible)
    assert len(list(copy_missing(kept.folder, tmp_path / "stick"))) == 1
    assert Kept(tmp_path / "stick", KEY).get(digest) == PHOTO
