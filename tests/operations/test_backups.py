# SPDX-License-Identifier: Apache-2.0
"""Backups are whole or absent, made when due, doubled where there is a second place, and let go by rule."""

import json
import shutil
from pathlib import Path

import pytest

from desk_app.base import files, progress
from desk_app.data import backup, keys
from desk_app.domain import errors, zones
from desk_app.operations import accounts, answers, backups, change_settings, checking, opening
from desk_app.operations.backups import Reason
from desk_app.operations.desk import BACKUPS, DATABASE, Desk
from tests.small_offices import KEY_MEMORY, NOW, PASSWORD, station

DAY = 86_400


def make(desk: Desk, reason: Reason = Reason.ASKED) -> backups.Outcome:
    return progress.finish(backups.make_backup(desk, reason))


def if_due(desk: Desk, reason: Reason) -> backups.Outcome | None:
    return progress.finish(backups.backup_if_due(desk, reason))


def say(desk: Desk, value: int) -> None:
    answers.set_answer(desk, station(1), "log.tinta", value)


def numbers(desk: Desk) -> list[int]:
    return [one.number for one in backups.backups_of(desk.folder / BACKUPS)]


def test_a_backup_opens_by_itself_and_holds_the_same(desk: Desk, tmp_path: Path) -> None:
    say(desk, 2)
    made = make(desk).made
    assert (made.number, made.at, made.reason, made.place, made.ok) == (1, NOW, "asked", "73.13.06", True)
    assert sorted(file.name for file in made.folder.iterdir()) == ["backup.json", DATABASE, keys.FILE]
    assert made.size == (made.folder / DATABASE).stat().st_size
    copy = shutil.copytree(made.folder, tmp_path / "copy")
    with opening.open_office(copy, PASSWORD) as opened:
        assert checking.whole_digest(opened) == checking.whole_digest(desk)
        assert progress.finish(checking.check(opened)).faults == ()


def test_work_goes_on_while_a_backup_is_made(desk: Desk) -> None:
    say(desk, 1)
    steps = backups.make_backup(desk)
    next(steps)
    say(desk, 2)
    made = progress.finish(steps).made
    say(desk, 3)
    assert progress.finish(backups.check_backup(made, desk.data_key)).changes > 0


def test_a_backup_holds_no_readable_text(desk: Desk) -> None:
    answers.set_note(desk, station(1), "log.tinta", "Rumah Bapak Haji kebanjiran")
    for file in make(desk).made.folder.iterdir():
        assert b"kebanjiran" not in file.read_bytes()
        assert desk.data_key.hex().encode() not in file.read_bytes()


def test_nothing_new_nothing_due(desk: Desk) -> None:
    for reason in (Reason.EXIT, Reason.IMPORT, Reason.DAILY):
        assert backups.is_due(desk, reason)
    assert if_due(desk, Reason.EXIT) is not None
    for reason in (Reason.EXIT, Reason.IMPORT, Reason.DAILY):
        assert if_due(desk, reason) is None
    say(desk, 2)
    assert [backups.is_due(desk, reason) for reason in (Reason.EXIT, Reason.IMPORT, Reason.DAILY)] == [
        True, True, False]
    desk.now = lambda: NOW + DAY
    assert backups.is_due(desk, Reason.DAILY)
    assert if_due(desk, Reason.DAILY) is not None
    desk.now = lambda: NOW + 2 * DAY
    assert not backups.is_due(desk, Reason.DAILY)


def test_the_day_ends_at_midnight_of_the_office(desk: Desk) -> None:
    desk.now = lambda: 1_707_839_940  # 13 February, 23.59 WITA
    make(desk)
    say(desk, 2)
    assert not backups.is_due(desk, Reason.DAILY)
    desk.now = lambda: 1_707_840_060  # 00.01
    assert backups.is_due(desk, Reason.DAILY)


def test_a_changed_password_is_something_new(desk: Desk) -> None:
    make(desk)
    accounts.change_password(desk, PASSWORD, "kata yang baru", key_memory=KEY_MEMORY)
    assert backups.is_due(desk, Reason.EXIT)


def test_a_copy_that_is_not_the_same_is_no_backup(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    make(desk)
    say(desk, 2)
    honest = backup.copy

    def damaging(store: backup.Database, target: Path) -> backup.Contents:
        seen = honest(store, target)
        data = bytearray(target.read_bytes())
        data[5000] ^= 1
        target.write_bytes(data)
        return seen

    monkeypatch.setattr(backup, "copy", damaging)
    with pytest.raises(errors.Damaged, match="rusak"):
        make(desk)
    assert [one.name for one in sorted((desk.folder / BACKUPS).iterdir())] == ["0001", "backup.lock"]


def test_a_copy_of_another_state_is_no_backup(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    honest = backup.copy

    def earlier(store: backup.Database, target: Path) -> backup.Contents:
        seen = honest(store, target)
        return backup.Contents(seen.changes + 1, seen.arrival, seen.digest)

    monkeypatch.setattr(backup, "copy", earlier)
    with pytest.raises(errors.Damaged, match="tidak sama dengan aslinya"):
        make(desk)
    assert numbers(desk) == []


def test_a_full_disk_is_told_and_leaves_no_half(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, data: object) -> bytes:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "write_whole", full)
    with pytest.raises(errors.Refused, match=r"Backup gagal .*No space left"):
        make(desk)
    assert [one.name for one in (desk.folder / BACKUPS).iterdir()] == ["backup.lock"]


def test_what_was_left_half_is_cleared_and_never_counts(desk: Desk) -> None:
    home = desk.folder / BACKUPS
    (home / "0001.part").mkdir(parents=True)
    (home / "0001.part" / DATABASE).write_bytes(b"half")
    assert numbers(desk) == []
    assert make(desk).made.number == 1
    assert not (home / "0001.part").exists()


@pytest.mark.parametrize("harm", ["cut", "no keys", "no sheet", "bad sheet"])
def test_a_backup_that_is_not_whole_is_listed_as_such(desk: Desk, harm: str) -> None:
    made = make(desk).made
    match harm:
        case "cut":
            (made.folder / DATABASE).write_bytes(b"short")
        case "no keys":
            (made.folder / keys.FILE).unlink()
        case "no sheet":
            (made.folder / backups.SHEET).unlink()
        case _:
            (made.folder / backups.SHEET).write_text('{"at": "yesterday"}')
    assert [(one.number, one.ok) for one in backups.backups_of(desk.folder / BACKUPS)] == [(1, False)]
    assert backups.last_backup(desk) is None
    assert backups.is_due(desk, Reason.EXIT)
    assert make(desk).made.number == 2


def test_a_reason_of_a_newer_version_is_read_as_asked_for(desk: Desk) -> None:
    made = make(desk).made
    sheet = json.loads((made.folder / backups.SHEET).read_text()) | {"reason": "weekly"}
    (made.folder / backups.SHEET).write_text(json.dumps(sheet))
    assert [(one.reason, one.ok) for one in backups.backups_of(made.folder.parent)] == [("asked", True)]


def test_a_flipped_bit_in_a_backup_is_found(desk: Desk) -> None:
    made = make(desk).made
    progress.finish(backups.check_backup(made, desk.data_key))
    data = bytearray((made.folder / DATABASE).read_bytes())
    data[9000] ^= 1
    (made.folder / DATABASE).write_bytes(data)
    assert backups.backups_of(desk.folder / BACKUPS)[0].ok  # of the right size: only a check tells
    with pytest.raises(errors.Damaged):
        progress.finish(backups.check_backup(made, desk.data_key))


def written(folder: Path, number: int, at: int) -> None:
    """A backup as far as counting goes."""
    one = folder / f"{number:04d}"
    one.mkdir(parents=True)
    (one / DATABASE).write_bytes(b"x")
    (one / keys.FILE).write_bytes(b"x")
    sheet = {"at": at, "size": 1, "changes": 1, "arrival": 1, "reason": "exit", "place": "73",
             "digest": "", "sha256": ""}
    (one / backups.SHEET).write_text(json.dumps(sheet))


def kept(folder: Path) -> list[int]:
    return [one.number for one in backups.backups_of(folder)]


def test_the_last_ten_stay_and_the_last_of_each_of_fourteen_days(tmp_path: Path) -> None:
    for number in range(1, 61):  # three a day for twenty days
        written(tmp_path, number, NOW + (number - 1) // 3 * DAY + number % 3 * 60)
    gone = backups.rotate(tmp_path, zones.Zone.WITA)
    stay = kept(tmp_path)
    assert stay == [*range(60, 50, -1), *range(48, 20, -3)]
    assert sorted(gone + stay) == list(range(1, 61))
    assert backups.rotate(tmp_path, zones.Zone.WITA) == []


@pytest.mark.parametrize("clock", [-86_400, 0, 4_102_444_800, 1_068_000_000])
def test_a_clock_gone_wrong_removes_nothing_else(tmp_path: Path, clock: int) -> None:
    for number in range(1, 8):
        written(tmp_path, number, NOW + number * DAY)
    for number in range(8, 18):
        written(tmp_path, number, clock)
    assert backups.rotate(tmp_path, zones.Zone.WITA) == []


def test_what_is_not_whole_is_neither_counted_nor_removed(tmp_path: Path) -> None:
    for number in range(1, 31):
        written(tmp_path, number, NOW)
    for number in (1, 25, 30):
        (tmp_path / f"{number:04d}" / keys.FILE).unlink()
    backups.rotate(tmp_path, zones.Zone.WITA)
    assert kept(tmp_path) == [30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 1]


def test_making_backups_lets_old_ones_go(desk: Desk) -> None:
    for value in range(13):
        say(desk, value)
        make(desk, Reason.EXIT)
    assert numbers(desk) == list(range(13, 3, -1))


def test_the_one_that_is_about_to_be_brought_back_stays(desk: Desk) -> None:
    for value in range(10):
        say(desk, value)
        make(desk, Reason.EXIT)
    progress.finish(backups.make_backup(desk, Reason.RESTORE, spared=1))
    assert numbers(desk) == list(range(11, 0, -1))
    make(desk)
    assert numbers(desk) == list(range(12, 2, -1))


def test_who_listens_hears_of_a_backup(desk: Desk) -> None:
    heard: list[frozenset[str]] = []
    desk.news.listen(lambda news: heard.append(news.flags))
    make(desk)
    assert heard == [frozenset({"backup"})]


def test_a_second_place_gets_the_same_bytes(desk: Desk, tmp_path: Path) -> None:
    drive = tmp_path / "drive"
    drive.mkdir()
    (drive / "surat.docx").write_bytes(b"not ours")
    change_settings.set_many(desk, {"second_backup": str(drive)})
    say(desk, 2)
    outcome = make(desk)
    assert outcome.trouble is None
    assert outcome.second is not None
    assert outcome.second.parent.name == f"desk-73.13.06-{desk.identity.code}"
    for name in (DATABASE, keys.FILE, backups.SHEET):
        assert (outcome.second / name).read_bytes() == (outcome.made.folder / name).read_bytes()
    assert [one.ok for one in backups.backups_of(outcome.second.parent)] == [True]
    assert (drive / "surat.docx").read_bytes() == b"not ours"


def test_a_second_place_counts_for_itself(desk: Desk, tmp_path: Path) -> None:
    """An office that was restored into a new folder counts from one; what stands on the drive stays."""
    drive = tmp_path / "drive"
    drive.mkdir()
    change_settings.set_many(desk, {"second_backup": str(drive)})
    first = make(desk).second
    assert first is not None
    before = (first / DATABASE).read_bytes()
    shutil.rmtree(desk.folder / BACKUPS)
    say(desk, 2)
    second = make(desk).second
    assert second is not None
    assert second.name == "0002"
    assert (first / DATABASE).read_bytes() == before


def test_trouble_with_the_second_place_is_told_and_stops_nothing(desk: Desk, tmp_path: Path) -> None:
    change_settings.set_many(desk, {"second_backup": str(tmp_path / "unplugged")})
    outcome = make(desk)
    assert outcome.made.ok
    assert outcome.second is None
    assert "sudah aman" in str(outcome.trouble)
    assert not (tmp_path / "unplugged").exists()


def test_a_second_place_that_gives_back_other_bytes_is_told(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drive = tmp_path / "drive"
    drive.mkdir()
    change_settings.set_many(desk, {"second_backup": str(drive)})
    honest = files.sha256_of

    def lying(path: Path) -> bytes:
        return bytes(32) if path.is_relative_to(drive) else honest(path)

    monkeypatch.setattr(files, "sha256_of", lying)
    outcome = make(desk)
    assert outcome.made.ok
    assert "other bytes" in str(outcome.trouble)
    assert outcome.second is None
    assert kept(drive / f"desk-73.13.06-{desk.identity.code}") == []


def test_dropped_on_the_way_it_leaves_no_half(desk: Desk) -> None:
    steps = backups.make_backup(desk)
    next(steps)
    next(steps)
    steps.close()
    assert [one.name for one in (desk.folder / BACKUPS).iterdir()] == ["backup.lock"]
    assert make(desk).made.ok
