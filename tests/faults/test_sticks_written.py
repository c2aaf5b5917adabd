# SPDX-License-Identifier: Apache-2.0
"""Sticks that fail while a package is written to them: refused in words, nothing half, the office as it was.

Each test is a stand-in: the system's answer is made up where the real one needs a real stick or Windows. The loops of
`test_failing_calls.py` and `test_small_disks.py` go through every call, and through real small file systems.
"""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desk_app.base import files
from desk_app.base.progress import finish
from desk_app.domain import errors
from desk_app.exchange import contents, package
from desk_app.operations import answers, intake, package_making, parcel_register, receiving, stick_writing
from tests.faults import at_hand
from tests.faults.at_hand import FIRST, NUMBER, Offices

SAFE = "Data di komputer ini aman"


@pytest.fixture
def made(offices: Offices) -> package_making.Prepared:
    """A package of three volumes in the outbox of the kabupaten."""
    return at_hand.three_volumes(offices)


def write(offices: Offices, made: package_making.Prepared) -> stick_writing.Sent:
    return finish(stick_writing.write_out(offices.kabupaten, made, offices.stick))


def on_stick(offices: Offices) -> list[str]:
    return sorted(path.name for path in offices.stick.rglob("*") if path.is_file())


def written_again(offices: Offices, made: package_making.Prepared) -> bool:
    """Whether the very same package reaches the province by another try."""
    shutil.rmtree(offices.stick, ignore_errors=True)
    offices.stick.mkdir()
    sent = write(offices, made)
    outcomes = finish(receiving.receive(offices.province, sent.files))
    return sum(one.changes for one in outcomes) > 0 and at_hand.value(offices.province, FIRST) == 7


def damaging(stick: Path, harm: Callable[[Path], None]) -> Callable[[int], None]:
    """A flush after which the file on the stick is not what was written."""
    plain = os.fsync

    def sync(number: int) -> None:
        plain(number)
        for path in stick.glob("DESK/*.part"):
            harm(path)

    return sync


def test_1_pulled_before_the_first_byte(offices: Offices, made: package_making.Prepared) -> None:
    """§23 no. 1: nothing happened; the package waits in the outbox."""
    before = at_hand.everything(offices.kabupaten)
    steps = stick_writing.write_out(offices.kabupaten, made, offices.stick)
    offices.stick.rmdir()
    with pytest.raises(errors.Refused, match="tidak ditemukan"):
        finish(steps)
    assert at_hand.everything(offices.kabupaten) == before
    assert written_again(offices, made)


@pytest.mark.parametrize("after", [1, 2, 3])
def test_2_pulled_between_two_files(offices: Offices, made: package_making.Prepared, after: int) -> None:
    """§23 no. 2: a stand-in; the folder of the stick is gone from one step to the next."""
    steps = stick_writing.write_out(offices.kabupaten, made, offices.stick)
    for _ in range(after):
        next(steps)
    stick = offices.stick
    stick.rename(stick.with_name("in the pocket"))
    with pytest.raises(errors.Refused, match=SAFE):
        finish(steps)
    assert not (offices.folder / "stick").exists()
    assert [package.read(one).manifest.volume for one in sorted(offices.folder.glob("in the pocket/DESK/*.desk"))] == [
        number for number in (1, 2, 3) if number < after
    ]
    assert written_again(offices, made)


@pytest.mark.parametrize("fails", ["open", "write", "fsync", "replace"])
def test_8_no_room_at_the_start_in_the_middle_or_at_the_end(
    offices: Offices, made: package_making.Prepared, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    """§23 no. 8: a stand-in for a full stick; nothing half stays."""
    def full(*_given: object, **_more: object) -> Any:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def half(data: Any) -> Any:
        yield bytes(data)[: len(data) // 2]
        full()

    with monkeypatch.context() as patch:
        if fails == "open":
            patch.setattr(Path, "open", full)
        elif fails == "write":
            whole = files.write_whole
            patch.setattr(files, "write_whole", lambda path, data: whole(path, half(data)))
        else:
            patch.setattr(os, fails, full)
        with pytest.raises(errors.Refused, match=SAFE):
            finish(stick_writing.write_out(offices.kabupaten, made, offices.stick))
    assert on_stick(offices) == []
    assert written_again(offices, made)


@pytest.mark.parametrize("kept", [0, 600])
def test_9_a_stick_that_pretends_to_be_larger(
    offices: Offices, made: package_making.Prepared, monkeypatch: pytest.MonkeyPatch, kept: int
) -> None:
    """§23 no. 9: a stand-in; the length is right, beyond its true capacity it gives back other bytes."""
    def forget(path: Path) -> None:
        data = path.read_bytes()
        path.write_bytes(data[:kept].ljust(len(data), b"\xff"))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", damaging(offices.stick, forget))
        with pytest.raises(errors.Refused, match=SAFE):
            write(offices, made)
    assert on_stick(offices) == []
    assert written_again(offices, made)


def test_10_a_bit_that_flips_on_the_way(
    offices: Offices, made: package_making.Prepared, monkeypatch: pytest.MonkeyPatch
) -> None:
    """§23 no. 10: a stand-in; found by reading back."""
    def flip(path: Path) -> None:
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 4
        path.write_bytes(data)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", damaging(offices.stick, flip))
        with pytest.raises(errors.Refused, match=SAFE):
            write(offices, made)
    assert on_stick(offices) == []
    assert written_again(offices, made)


def test_10_what_is_read_back_comes_from_the_stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """§23 nos. 9, 10: after the flush the system is told to forget the file, and only then it is read."""
    done: list[str] = []
    plain_sync, plain_read = os.fsync, files.sha256_of
    monkeypatch.setattr(os, "fsync", lambda number: (done.append("flush"), plain_sync(number))[1])
    if hasattr(os, "posix_fadvise"):
        plain = os.posix_fadvise
        monkeypatch.setattr(os, "posix_fadvise", lambda *told: (done.append(f"forget {told[3]}"), plain(*told))[1])
    else:  # Windows has no such wish
        done.append("forget 4")
    monkeypatch.setattr(files, "sha256_of", lambda path: (done.append("read"), plain_read(path))[1])
    files.write_whole(tmp_path / "x", b"x" * 9000)
    assert [one for one in done if not one.startswith("forget")][:2] == ["flush", "read"]
    assert done.index(f"forget {getattr(os, 'POSIX_FADV_DONTNEED', 4)}") < done.index("read")


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES, errno.EPERM])
def test_11_a_stick_that_is_write_protected(
    offices: Offices, made: package_making.Prepared, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """§23 no. 11: a stand-in for the switch at its side, and for rights on a folder."""
    def refuse(*_given: object, **_more: object) -> Any:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "mkdir", refuse)
        with pytest.raises(errors.Refused, match=SAFE):
            write(offices, made)
    assert written_again(offices, made)


def test_12_a_stick_that_turns_read_only_on_the_way(
    offices: Offices, made: package_making.Prepared, monkeypatch: pytest.MonkeyPatch
) -> None:
    """§23 no. 12: a stand-in; not even what was begun can be removed."""
    def refuse(*_given: object, **_more: object) -> Any:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    steps = stick_writing.write_out(offices.kabupaten, made, offices.stick)
    next(steps)
    next(steps)
    with monkeypatch.context() as patch:
        for name in ("fsync", "replace"):
            patch.setattr(os, name, refuse)
        patch.setattr(Path, "unlink", refuse)
        with pytest.raises(errors.Refused, match="terkunci"):
            finish(steps)
    first, half = on_stick(offices)
    assert (first.endswith("001of003.desk"), half.endswith("002of003.desk.part")) == (True, True)
    assert package.read(offices.stick / "DESK" / first).manifest.volume == 1
    assert written_again(offices, made)


def test_14_no_file_is_larger_than_fat32_holds(offices: Offices, made: package_making.Prepared) -> None:
    """§23 no. 14: a package comes in volumes, of which none may be larger than what a reader opens."""
    assert len(made.files) == 3
    assert contents.VOLUME < package.LARGEST_FILE < 1 << 32
    if os.name != "posix":
        return
    child = os.fork()
    if child == 0:  # a system that refuses files beyond the largest of the three
        import resource
        import signal

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        most = max(path.stat().st_size for path in made.files)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        try:
            for path in made.files:
                files.write_whole(offices.stick / path.name, path.read_bytes())
            files.write_whole(offices.stick / "one", b"x" * (most + 1))
        except OSError as fault:
            os._exit(0 if fault.errno == errno.EFBIG else 2)
        os._exit(3)
    assert os.waitpid(child, 0)[1] == 0
    assert on_stick(offices) == sorted(path.name for path in made.files)


def test_15_a_folder_that_takes_no_more_names(
    offices: Offices, made: package_making.Prepared, monkeypatch: pytest.MonkeyPatch
) -> None:
    """§23 no. 15: a stand-in for 512 names in the first folder of FAT16."""
    plain = Path.open

    def full(path: Path, mode: str = "r", *rest: Any) -> Any:
        if "w" in mode and path.is_relative_to(offices.stick):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return plain(path, mode, *rest)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", full)
        with pytest.raises(errors.Refused, match=SAFE):
            write(offices, made)
    assert on_stick(offices) == []
    assert written_again(offices, made)


def test_22_a_file_that_is_copied_while_it_is_written(
    offices: Offices, made: package_making.Prepared, monkeypatch: pytest.MonkeyPatch
) -> None:
    """§23 no. 22: Explorer takes half of a file along under a proper name; it is told what it is."""
    plain, half = os.fsync, offices.folder / "half.desk"

    def copy(number: int) -> None:
        plain(number)
        for path in offices.stick.glob("DESK/*.part"):
            half.write_bytes(path.read_bytes()[:-200])

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", copy)
        write(offices, made)
    before = at_hand.everything(offices.province)
    [offered] = finish(intake.look(offices.province, [half]))
    assert (offered.state, "terpotong" in offered.trouble) == (intake.State.BROKEN, True)
    with pytest.raises(errors.Damaged):
        finish(receiving.receive(offices.province, [half]))
    assert at_hand.everything(offices.province) == before


class Held(OSError):
    """What Windows says of a file that a virus scanner holds."""

    winerror = 32


@pytest.mark.parametrize("lets_go", [True, False])
def test_23_a_virus_scanner_holds_the_file(
    offices: Offices, made: package_making.Prepared, monkeypatch: pytest.MonkeyPatch, lets_go: bool
) -> None:
    """§23 no. 23: a stand-in for Windows; tried again for ten seconds, then refused."""
    clock, plain = 0.0, os.replace

    def pass_(seconds: float) -> None:
        nonlocal clock
        clock += seconds

    def replace(source: Path, target: Path) -> None:
        if clock < (4 if lets_go else 1000):
            raise Held(errno.EACCES, "being used by another process")
        plain(source, target)

    monkeypatch.setattr(files.time, "sleep", pass_)
    monkeypatch.setattr(files.time, "monotonic", lambda: clock)
    monkeypatch.setattr(os, "replace", replace)
    if lets_go:
        write(offices, made)
        assert len(on_stick(offices)) == 3
        assert 4 <= clock < 5
    else:
        with pytest.raises(errors.Refused, match="sedang dipakai program lain"):
            write(offices, made)
        assert 10 <= clock < 11
        assert on_stick(offices) == []


def test_23_what_is_not_held_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """§23 no. 23: no right to write stays no right, and is told at once."""
    def refuse(*_given: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(files.time, "sleep", lambda _seconds: pytest.fail("it waits"))
    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(PermissionError):
        files.write_whole(tmp_path / "x", b"x")
    assert list(tmp_path.iterdir()) == []


def test_24_a_virus_scanner_takes_the_file_away(
    offices: Offices, made: package_making.Prepared, monkeypatch: pytest.MonkeyPatch
) -> None:
    """§23 no. 24: before it is read back it is refused; after it, nobody ever says that it came, and it goes again."""
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", damaging(offices.stick, Path.unlink))
        with pytest.raises(errors.Refused, match=SAFE):
            write(offices, made)
    sent = write(offices, made)
    for path in sent.files:
        path.unlink()
    offices.carry(offices.province, offices.kabupaten)
    newest = max((one for one in parcel_register.entries(offices.kabupaten) if one.sent), key=lambda one: one.number)
    assert (newest.number, newest.acknowledged) == (made.number, False)
    answers.set_answer(offices.kabupaten, FIRST, NUMBER, "9")
    assert offices.carry(offices.kabupaten, offices.province).changes > made.changes
    assert at_hand.value(offices.province, FIRST) == 9


def test_29_the_computer_sleeps_while_it_writes(
    offices: Offices, made: package_making.Prepared, monkeypatch: pytest.MonkeyPatch
) -> None:
    """§23 no. 29: a stand-in; after it wakes up the stick is another device, and the open file is of the old one."""
    def asleep(*_given: object) -> Any:
        raise OSError(errno.ENODEV, os.strerror(errno.ENODEV))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", asleep)
        with pytest.raises(errors.Refused, match=SAFE):
            write(offices, made)
    assert on_stick(offices) == []
    assert written_again(offices, made)
