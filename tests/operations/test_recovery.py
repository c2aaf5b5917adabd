# SPDX-License-Identifier: Apache-2.0
"""The restore drill: an office comes back from its backup, under a new replica id, and loses nothing that was sent."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from desk_app.base import progress
from desk_app.data import aside, keys, schema
from desk_app.domain import errors
from desk_app.operations import accounts, answers, backups, checking, history, opening, recovery, replicas
from desk_app.operations import desk as desks
from desk_app.operations.backups import Backup
from desk_app.operations.desk import BACKUPS, DATABASE, Desk
from tests import small_offices
from tests.operations import carrying
from tests.small_offices import EVENT, KEY_MEMORY, NOW, PASSWORD, station


def back_up(desk: Desk) -> Backup:
    return progress.finish(backups.make_backup(desk)).made


def restore(source: Path, office: Path, password: str = PASSWORD, **given: Any) -> recovery.Restored:
    return progress.finish(recovery.restore(source, office, password, now=lambda: NOW, **given))


def say(desk: Desk, number: int, value: int) -> None:
    answers.set_answer(desk, station(number), "log.tinta", value)


def said(desk: Desk) -> dict[str, int]:
    table = schema.by_name["answer"]
    with desk.reading() as connection:
        return {row.subject: row.quantity for row in connection.execute(select(table).where(table.c.alive == 1))}


def test_the_drill(desk: Desk, tmp_path: Path) -> None:
    """The computer dies after the day's work was sent; the office is restored from yesterday and goes on."""
    with small_offices.make(tmp_path / "kabupaten", "73.13", stations=0).desk as kabupaten:
        say(desk, 1, 1)
        made = back_up(desk)
        say(desk, 1, 2)
        say(desk, 2, 2)
        carrying.pass_on(desk, kabupaten)
        say(desk, 3, 9)  # never sent: this is what is lost
        drive = shutil.copytree(made.folder, tmp_path / "drive")
        desk.close()
        shutil.rmtree(desk.folder)

        done = restore(drive, tmp_path / "new computer")
        assert done.kept is None
        with opening.open_office(tmp_path / "new computer", PASSWORD, now=lambda: NOW) as again:
            assert said(again) == {station(1): 1}
            say(again, 3, 3)  # typed again, before the other office is heard of
            carrying.pass_on(again, kabupaten)
            carrying.pass_on(kabupaten, again)
            carrying.pass_on(again, kabupaten)
            expected = {station(1): 2, station(2): 2, station(3): 3}
            assert said(again) == said(kabupaten) == expected
            assert checking.whole_digest(again) == checking.whole_digest(kabupaten)
            for one in (again, kabupaten):
                assert progress.finish(checking.check(one)).faults == ()


def test_without_a_new_replica_the_numbers_would_be_used_twice(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The planted mistake `no_reincarnate`: the other office notices, and nothing of it is taken."""
    monkeypatch.setattr(replicas, "renew", lambda opened: b"")
    with small_offices.make(tmp_path / "kabupaten", "73.13", stations=0).desk as kabupaten:
        say(desk, 1, 1)
        made = back_up(desk)
        say(desk, 2, 2)
        carrying.pass_on(desk, kabupaten)
        desk.close()
        restore(made.folder, desk.folder)
        with opening.open_office(desk.folder, PASSWORD) as again:
            say(again, 3, 3)
            taken = carrying.pass_on(again, kabupaten)
            assert [one.reason for one in taken.aside] == [aside.Reason.FORK]
        assert said(kabupaten) == {station(1): 1, station(2): 2}


def test_a_restored_office_is_another_replica_of_the_same_office(desk: Desk) -> None:
    say(desk, 1, 1)
    before = desk.identity
    made = back_up(desk)
    digest = checking.whole_digest(desk)
    desk.close()
    restore(made.folder, desk.folder)
    with opening.open_office(desk.folder, PASSWORD) as again:
        assert again.identity.replica != before.replica
        assert (again.identity.public, again.identity.name) == (before.public, before.name)
        assert checking.whole_digest(again) != digest  # the announcement
        say(again, 1, 2)
        no = history.find_record(again, "answer", (EVENT, station(1), "log.tinta"))
        assert [(one.office, one.operator, one.own) for one in history.history(again, no)] == [
            (before.name, "Andi", False), (before.name, "Andi", True)]
        office = history.find_record(again, "office", ("73.13.06", before.code))
        assert history.history(again, office)[-1].own
        with again.reading() as connection:
            old = connection.execute(select(schema.stream).where(schema.stream.c.replica == before.replica)).all()
            held = {one.no: one.held for one in old}
        say(again, 2, 2)
        with again.reading() as connection:
            old = connection.execute(select(schema.stream).where(schema.stream.c.replica == before.replica)).all()
            assert {one.no: one.held for one in old} == held


def test_each_restore_is_another_replica(desk: Desk, tmp_path: Path) -> None:
    made = back_up(desk)
    desk.close()
    found = {desk.identity.replica}
    for name in ("one", "two"):
        restore(made.folder, tmp_path / name)
        with opening.open_office(tmp_path / name, PASSWORD) as again:
            found.add(again.identity.replica)
    assert len(found) == 3


def test_what_was_there_is_kept_aside_and_opens(desk: Desk) -> None:
    say(desk, 1, 1)
    made = back_up(desk)
    say(desk, 2, 2)
    desk.close()
    first = restore(made.folder, desk.folder)
    assert first.kept is not None
    with opening.open_office(first.kept, PASSWORD) as before:
        assert said(before) == {station(1): 1, station(2): 2}
    second = restore(made.folder, desk.folder)
    assert second.kept is not None
    assert second.kept != first.kept
    assert not (desk.folder / recovery.STAGING).exists()
    with opening.open_office(desk.folder, PASSWORD) as again:
        assert said(again) == {station(1): 1}


def test_an_office_whose_file_is_damaged_is_restored(desk: Desk) -> None:
    say(desk, 1, 1)
    made = back_up(desk)
    desk.close()
    (desk.folder / DATABASE).write_bytes(b"damaged")
    (desk.folder / f"{DATABASE}-wal").write_bytes(b"left by a power cut")
    (desk.folder / keys.FILE).unlink()
    done = restore(made.folder, desk.folder)
    assert done.kept is not None
    assert (done.kept / DATABASE).read_bytes() == b"damaged"
    assert (done.kept / f"{DATABASE}-wal").read_bytes() == b"left by a power cut"
    with opening.open_office(desk.folder, PASSWORD) as again:
        assert said(again) == {station(1): 1}


def stands(folder: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and file.name != desks.LOCK
    }


@pytest.mark.parametrize("harm", ["flipped", "cut", "swapped sheet", "wrong password", "no backup", "open"])
def test_what_cannot_be_restored_changes_nothing(desk: Desk, tmp_path: Path, harm: str) -> None:
    say(desk, 1, 1)
    made = back_up(desk)
    say(desk, 2, 2)
    later = back_up(desk)
    if harm != "open":
        desk.close()
    password, source = PASSWORD, made.folder
    match harm:
        case "flipped":
            data = bytearray((source / DATABASE).read_bytes())
            data[9000] ^= 1
            (source / DATABASE).write_bytes(data)
        case "cut":
            data = bytearray((source / DATABASE).read_bytes())
            (source / DATABASE).write_bytes(data[: len(data) // 2])
        case "swapped sheet":
            shutil.copy(later.folder / backups.SHEET, source / backups.SHEET)
        case "wrong password":
            password = "bukan kata sandi"
        case "no backup":
            source = tmp_path
        case "open":
            pass
    before = stands(desk.folder)
    with pytest.raises(errors.Refused):
        restore(source, desk.folder, password)
    assert stands(desk.folder) == before


def test_a_power_cut_before_the_end_leaves_the_office_as_it_was(desk: Desk) -> None:
    say(desk, 1, 1)
    made = back_up(desk)
    say(desk, 2, 2)
    desk.close()
    steps = recovery.restore(made.folder, desk.folder, PASSWORD)
    while next(steps).words != "Menyimpan data lama":
        pass
    steps.close()
    with opening.open_office(desk.folder, PASSWORD) as again:
        assert said(again) == {station(1): 1, station(2): 2}


def test_the_password_of_today_opens_an_old_backup_and_stays(desk: Desk) -> None:
    made = back_up(desk)
    accounts.change_password(desk, PASSWORD, "kata yang baru", key_memory=KEY_MEMORY)
    desk.close()
    restore(made.folder, desk.folder, "kata yang baru")
    with pytest.raises(errors.NotPermitted):
        opening.open_office(desk.folder, PASSWORD)
    opening.open_office(desk.folder, "kata yang baru").close()


def test_the_password_of_that_day_opens_it_where_no_office_is(desk: Desk, tmp_path: Path) -> None:
    made = back_up(desk)
    accounts.change_password(desk, PASSWORD, "kata yang baru", key_memory=KEY_MEMORY)
    restore(made.folder, tmp_path / "elsewhere", PASSWORD)
    opening.open_office(tmp_path / "elsewhere", PASSWORD).close()


def test_who_was_removed_since_does_not_come_back(desk: Desk) -> None:
    budi = accounts.add_account(desk, "Budi", accounts.Role.ADMIN, "rahasia Budi", key_memory=KEY_MEMORY)
    made = back_up(desk)
    accounts.remove_account(desk, budi.number)
    desk.close()
    restore(made.folder, desk.folder)
    with pytest.raises(errors.NotPermitted):
        opening.open_office(desk.folder, "rahasia Budi")


def test_who_came_since_keeps_the_account(desk: Desk) -> None:
    made = back_up(desk)
    accounts.add_account(desk, "Budi", accounts.Role.VERIFIER, "rahasia Budi", key_memory=KEY_MEMORY)
    desk.close()
    restore(made.folder, desk.folder)
    with opening.open_office(desk.folder, "rahasia Budi") as again:
        assert [(one.number, one.name, one.own) for one in accounts.accounts(again)] == [
            (1, "Andi", False), (2, "Budi", True)]
        say(again, 1, 1)
        no = history.find_record(again, "answer", (EVENT, station(1), "log.tinta"))
        assert history.history(again, no)[0].operator == "Budi"


def test_a_backup_of_another_office_is_put_into_a_folder_of_its_own(desk: Desk, tmp_path: Path) -> None:
    """Its own key file opens it; the office that stood in the folder is kept aside."""
    with small_offices.make(tmp_path / "other", "73.13.07", stations=0).desk as other:
        made = back_up(other)
    desk.close()
    done = restore(made.folder, desk.folder)
    assert done.kept is not None
    with opening.open_office(desk.folder, PASSWORD) as again:
        assert again.identity.place == "73.13.07"
    with opening.open_office(done.kept, PASSWORD) as before:
        assert before.identity.place == "73.13.06"


def test_backups_go_on_after_a_restore(desk: Desk) -> None:
    made = back_up(desk)
    desk.close()
    restore(made.folder, desk.folder)
    with opening.open_office(desk.folder, PASSWORD) as again:
        assert backups.is_due(again, backups.Reason.EXIT)
        assert back_up(again).number == 2
        assert [one.ok for one in backups.backups_of(again.folder / BACKUPS)] == [True, True]
