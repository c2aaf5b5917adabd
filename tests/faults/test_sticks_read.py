# SPDX-License-Identifier: Apache-2.0
"""What lies on sticks when they are read: half, empty, missing, renamed, swapped, hostile, or among 100,000 others."""

import errno
import os
import re
from pathlib import Path
from typing import Any

import pytest

from desk_app.base.progress import finish
from desk_app.domain import errors
from desk_app.exchange import package
from desk_app.operations import (
    answers,
    intake,
    packages_found,
    parcel_register,
    receiving,
    relays,
    sending,
    stick_writing,
)
from desk_app.operations.desk import Desk
from tests.faults import at_hand
from tests.faults.at_hand import BELAWA_FIRST, FIRST, NUMBER, Offices

State = intake.State


@pytest.fixture
def volumes(offices: Offices) -> list[Path]:
    """Three volumes for the province on the stick: of Tempe, of Belawa and of the kabupaten itself, in some order."""
    made = at_hand.three_volumes(offices)
    return list(finish(stick_writing.write_out(offices.kabupaten, made, offices.stick)).files)


@pytest.fixture
def packed(offices: Offices) -> Path:
    """A package of Tempe for the kabupaten on the stick: an answer of 7."""
    answers.set_answer(offices.tempe, FIRST, NUMBER, "7")
    return offices.send(offices.tempe, offices.kabupaten)


def look(desk: Desk, *places: Path) -> list[intake.Offered]:
    return finish(intake.look(desk, places))


def take(desk: Desk, offered: list[intake.Offered]) -> intake.Receipt:
    return finish(intake.take(desk, offered))


def is_in(offices: Offices) -> bool:
    return at_hand.value(offices.kabupaten, FIRST) == 7


@pytest.mark.parametrize(("kept", "words"), [(0, "kosong|belum selesai"), (5, "belum selesai"), (400, "terpotong")])
def test_2_what_was_begun_and_never_finished_is_named(offices: Offices, packed: Path, kept: int, words: str) -> None:
    """§23 no. 2: refused, with what to do."""
    half = packed.with_name(f"{packed.name}.part")
    half.write_bytes(packed.read_bytes()[:kept])
    packed.unlink()
    [offered] = look(offices.kabupaten, offices.stick)
    assert offered.state is State.BROKEN
    assert re.search(words, offered.trouble)
    assert take(offices.kabupaten, [offered]).put == ()


def test_2_what_was_begun_is_cleared_by_the_next_package(offices: Offices, packed: Path) -> None:
    """§23 no. 2: `.part` of this office's own, on its own stick; looked at it says so, and so does the next package."""
    packed.with_name(f"{packed.name}.part").write_bytes(b"")
    packed.unlink()
    [offered] = look(offices.tempe, offices.stick)
    assert "Kirim Data berikutnya ke flashdisk ini membersihkannya" in offered.trouble
    [offered] = look(offices.kabupaten, offices.stick)
    assert "membersihkannya" not in offered.trouble
    assert finish(sending.send(offices.tempe, "73.13", offices.stick)).cleared == 1
    assert list(offices.stick.glob("DESK/*.part")) == []
    assert finish(sending.send(offices.tempe, "73.13", offices.stick)).cleared == 0


def test_5_a_file_without_a_byte(offices: Offices, packed: Path) -> None:
    """§23 no. 5: the right name, and nothing in it."""
    packed.write_bytes(b"")
    [empty] = look(offices.kabupaten, offices.stick)
    assert (empty.state, "kosong" in empty.trouble) == (State.BROKEN, True)
    with pytest.raises(errors.Damaged):
        finish(receiving.receive(offices.kabupaten, [packed]))


@pytest.mark.parametrize("missing", [1, 2, 3])
def test_6_one_volume_of_three_is_missing(offices: Offices, volumes: list[Path], missing: int) -> None:
    """§23 no. 6: the others are used, which are there is told, and it is whole once the last has come."""
    lost = volumes[missing - 1]
    hidden = lost.rename(offices.folder / lost.name)
    offered = look(offices.province, offices.stick)
    assert [(one.volume, one.of) for one in offered] == [(n, 3) for n in (1, 2, 3) if n != missing]
    receipt = take(offices.province, offered)
    assert [one.outcome.changes for one in receipt.put] == [1, 1]
    assert [one.spoken for one in receipt.put] == ["", ""], "only who has all of it can say so"
    [entry] = [one for one in parcel_register.entries(offices.province) if one.package == offered[0].package]
    assert not entry.whole
    receipt = take(offices.province, look(offices.province, hidden))
    assert receipt.put[0].spoken
    assert (at_hand.value(offices.province, FIRST), at_hand.value(offices.province, BELAWA_FIRST)) == (7, 8)


def test_7_one_copy_bad_the_other_good(offices: Offices, volumes: list[Path]) -> None:
    """§23 no. 7: a second copy beside; it is as if nothing had been."""
    for path in volumes:
        (offices.stick / f"salinan {path.name}").write_bytes(path.read_bytes())
    volumes[1].write_bytes(volumes[1].read_bytes()[:-1])
    offered = look(offices.province, offices.stick)
    assert [one.state for one in offered].count(State.BROKEN) == 1
    receipt = take(offices.province, [one for one in offered if one.usable])
    assert receipt.refused == ()
    assert (at_hand.value(offices.province, FIRST), at_hand.value(offices.province, BELAWA_FIRST)) == (7, 8)
    assert all(one.whole for one in parcel_register.entries(offices.province))


def test_13_a_sector_that_cannot_be_read(
    offices: Offices, volumes: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """§23 no. 13: a stand-in for EIO in the middle; refused with advice, the others taken, and another try helps."""
    plain = Path.open

    class Worn:
        """A file of which the end cannot be read."""

        def __init__(self, file: Any) -> None:
            self._file = file

        def __getattr__(self, name: str) -> Any:
            return getattr(self._file, name)

        def __enter__(self) -> "Worn":
            return self

        def __exit__(self, *_fault: object) -> None:
            self._file.close()

        def read(self, size: int = -1) -> Any:
            if self._file.tell() > 1000:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            return self._file.read(size)

    def open_(path: Path, mode: str = "r", *rest: Any) -> Any:
        file = plain(path, mode, *rest)
        return Worn(file) if path == volumes[0] and mode == "rb" else file

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", open_)
        offered = look(offices.province, offices.stick)
        assert [one.state for one in offered] == [State.BROKEN, State.USABLE, State.USABLE]
        assert "Coba salin sekali lagi" in offered[0].trouble
        receipt = take(offices.province, offered)
    assert [len(receipt.put), len(receipt.refused)] == [2, 1]
    assert take(offices.province, look(offices.province, offices.stick)).refused == ()
    assert (at_hand.value(offices.province, FIRST), at_hand.value(offices.province, BELAWA_FIRST)) == (7, 8)


@pytest.mark.parametrize(
    "name", ["TEM06-~1.DES", "TEM06-7313.DESK", "DOC-20240214-WA0007.bin", "catatan", "x.desk.txt"]
)
def test_16_whatever_it_is_called(offices: Offices, packed: Path, name: str) -> None:
    """§23 no. 16: upper-cased, shortened to 8.3, renamed by a chat; content decides."""
    packed.rename(packed.with_name(name))
    assert take(offices.kabupaten, look(offices.kabupaten, offices.stick)).refused == ()
    assert is_in(offices)


def test_17_names_that_differ_by_case_or_ending_alone(offices: Offices, packed: Path) -> None:
    """§23 no. 17: both are read."""
    answers.set_answer(offices.belawa, BELAWA_FIRST, NUMBER, "5")
    other = offices.send(offices.belawa, offices.kabupaten)
    packed.rename(packed.with_name("a.desk"))
    other.rename(other.with_name("A.DES"))
    offered = look(offices.kabupaten, offices.stick)
    assert sorted(one.path.name for one in offered) == ["A.DES", "a.desk"]
    take(offices.kabupaten, offered)
    assert is_in(offices)
    assert at_hand.value(offices.kabupaten, BELAWA_FIRST) == 5


def test_18_the_stick_is_another_drive_between_looking_and_taking(offices: Offices, packed: Path) -> None:
    """§23 no. 18: a stand-in for a drive letter that changes; refused, and found again under its new place."""
    offered = look(offices.kabupaten, offices.stick)
    before = at_hand.everything(offices.kabupaten)
    offices.stick.rename(offices.folder / "F")
    receipt = take(offices.kabupaten, offered)
    assert [len(receipt.put), len(receipt.refused)] == [0, 1]
    assert at_hand.everything(offices.kabupaten) == before
    take(offices.kabupaten, look(offices.kabupaten, offices.folder / "F"))
    assert is_in(offices)


def test_19_two_sticks_at_once(offices: Offices, packed: Path) -> None:
    """§23 no. 19: both can be read together, and each package is told with where it lies."""
    other = offices.folder / "second stick"
    other.mkdir()
    answers.set_answer(offices.belawa, BELAWA_FIRST, NUMBER, "5")
    finish(sending.send(offices.belawa, "73.13", other))
    offered = look(offices.kabupaten, offices.stick, other)
    assert {one.path.parents[1] for one in offered} == {offices.stick, other}
    take(offices.kabupaten, offered)
    assert is_in(offices)
    assert at_hand.value(offices.kabupaten, BELAWA_FIRST) == 5


def test_20_another_stick_with_the_same_names(offices: Offices, packed: Path) -> None:
    """§23 no. 20: what was looked at is what is taken; another package under its name was seen by nobody."""
    offered = look(offices.kabupaten, offices.stick)
    answers.set_answer(offices.belawa, BELAWA_FIRST, NUMBER, "5")
    other = offices.send(offices.belawa, offices.kabupaten)
    other.rename(packed)
    receipt = take(offices.kabupaten, offered)
    assert [len(receipt.put), len(receipt.refused)] == [0, 1]
    assert at_hand.value(offices.kabupaten, BELAWA_FIRST) is None


@pytest.mark.parametrize("number", [errno.EACCES, errno.EIO, errno.ENOMEDIUM, errno.EINVAL])
def test_21_a_drive_that_this_system_cannot_read(
    offices: Offices, packed: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """§23 no. 21: a stand-in for a locked BitLocker stick, exFAT or NTFS unknown to the system: refused in words."""
    def refuse(*_given: object) -> Any:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", refuse)
        with pytest.raises(errors.Refused, match="tidak dapat dibaca"):
            look(offices.kabupaten, offices.stick)
    take(offices.kabupaten, look(offices.kabupaten, offices.stick))
    assert is_in(offices)


def infect(stick: Path) -> list[Path]:
    """What a virus of sticks leaves: the folder hidden behind a shortcut, a program of its name, an autorun."""
    made = {
        "DESK.lnk": b"L\0\0\0\x01\x14\x02",
        "DESK.exe": b"MZ\x90\0",
        "autorun.inf": b"[autorun]\r\nopen=DESK.exe\r\n",
    }
    for name, data in made.items():
        (stick / name).write_bytes(data)
        (stick / "DESK" / name).write_bytes(data)
    (stick / "DESK" / "baca.desk").write_bytes(b"MZ\x90\0" * 100)
    return [stick / name for name in made]


def test_25_a_stick_with_a_virus(offices: Offices, packed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """§23 no. 25: no file is started or taken for a package; the one that is one is taken."""
    infect(offices.stick)
    for name in ("system", "startfile", "execv", "posix_spawn"):
        monkeypatch.setattr(os, name, lambda *_given: pytest.fail("started something"), raising=False)
    offered = look(offices.kabupaten, offices.stick)
    assert [(one.path.name, one.state) for one in offered if one.path.suffix == ".desk"] == [
        (packed.name, State.USABLE), ("baca.desk", State.BROKEN)]
    take(offices.kabupaten, offered)
    assert is_in(offices)


def test_25_the_virus_is_warned_of(offices: Offices, packed: Path) -> None:
    """§23 no. 25."""
    strange = infect(offices.stick)
    offered = look(offices.kabupaten, offices.stick)
    assert {path.name for path in strange} <= {one.path.name for one in offered if one.trouble}


@pytest.mark.skipif(os.name != "posix", reason="links, pipes and devices of POSIX; a junction is of Windows")
def test_26_links_pipes_and_devices_are_never_opened(offices: Offices, packed: Path) -> None:
    """§23 no. 26: nothing waits for a pipe, nothing outside of the stick is read."""
    folder = packed.parent
    outside = offices.folder / "outside.desk"
    packed.rename(outside)
    (folder / "link.desk").symlink_to(outside)
    os.mkfifo(folder / "pipe.desk")
    (folder / "null.desk").symlink_to("/dev/null")
    (folder / "folder.desk").mkdir()
    offered = look(offices.kabupaten, offices.stick)
    assert {one.path.name: one.state for one in offered} == dict.fromkeys(
        ("link.desk", "pipe.desk", "null.desk"), State.BROKEN)
    assert all("pintasan" in one.trouble for one in offered)
    for one in offered:
        with pytest.raises(errors.Damaged):
            finish(receiving.receive(offices.kabupaten, [one.path]))
        assert relays.take_along(offices.kabupaten, [one.path]) == 0
    assert at_hand.value(offices.kabupaten, FIRST) is None


@pytest.mark.skipif(os.name != "posix", reason="a link of POSIX; a junction is of Windows")
def test_26_a_folder_that_leads_elsewhere_is_not_gone_into(offices: Offices, packed: Path) -> None:
    """§23 no. 26: DESK on the stick is a link to a folder of the computer."""
    elsewhere = packed.parent.rename(offices.folder / "elsewhere")
    (offices.stick / "DESK").symlink_to(elsewhere)
    assert look(offices.kabupaten, offices.stick) == []


def test_27_a_hundred_thousand_files(offices: Offices, packed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """§23 no. 27: a bounded number is opened, packages first."""
    folder = packed.parent
    (folder / "~zzz.desk").write_bytes(packed.read_bytes())
    packed.unlink()
    make = os.mknod if hasattr(os, "mknod") else lambda path: Path(path).touch()
    for number in range(100_000):
        make(f"{folder}/IMG_{number:06d}.jpg")
    opened = 0
    plain = Path.open

    def count(path: Path, *rest: Any) -> Any:
        nonlocal opened
        opened += path.is_relative_to(offices.stick)
        return plain(path, *rest)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", count)
        offered = look(offices.kabupaten, offices.stick)
    assert opened < packages_found.MOST_FILES + 20
    assert [one.state for one in offered] == [State.USABLE]
    take(offices.kabupaten, offered)
    assert is_in(offices)


def test_28_a_file_that_grows_while_it_is_read(
    offices: Offices, packed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """§23 no. 28: as when a stick writes it in the background; refused by its hash, and whole later it is taken."""
    whole = packed.read_bytes()
    packed.write_bytes(whole[:-64])
    plain = os.fstat

    def grow(number: int) -> os.stat_result:
        found = plain(number)
        if found.st_ino == packed.stat().st_ino:
            with packed.open("ab") as file:
                file.write(b"x" * 64)
        return found

    with monkeypatch.context() as patch:
        patch.setattr(package.os, "fstat", grow)
        with pytest.raises(errors.Damaged):
            finish(receiving.receive(offices.kabupaten, [packed]))
    packed.write_bytes(whole)
    take(offices.kabupaten, look(offices.kabupaten, offices.stick))
    assert is_in(offices)

