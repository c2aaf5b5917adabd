# SPDX-License-Identifier: Apache-2.0
"""A restored or copied database takes a new identity by itself, says so, and loses nothing that was typed in it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desk_app.base import paths
from desk_app.base.progress import finish
from desk_app.data import alarms
from desk_app.operations import (
    answers,
    backups,
    checking,
    issues,
    opening,
    packages_found,
    receiving,
    recovery,
    replicas,
    sending,
    witness,
)
from desk_app.operations.desk import Desk
from tests import two_offices
from tests.small_offices import PASSWORD

FIRST, SECOND, NUMBER = two_offices.FIRST, two_offices.SECOND, two_offices.NUMBER


def told(desk: Desk) -> list[str]:
    with desk.reading() as connection:
        return [one.kind for one in alarms.standing(connection)]


def value(desk: Desk, subject: str) -> object:
    with desk.reading() as connection:
        query = f"SELECT quantity FROM answer WHERE subject = '{subject}' AND item = '{NUMBER}'"
        return connection.exec_driver_sql(query).scalar_one_or_none()


def copy(source: Desk, folder: Path) -> Desk:
    """The database of a closed office in another folder, opened there."""
    shutil.copytree(source.folder, folder, ignore=shutil.ignore_patterns("desk.lock"))
    return opening.open_office(folder, PASSWORD, now=source.now)


def test_nothing_happens_to_a_database_that_simply_goes_on(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        before = two.tempe.identity.replica
        two.send(two.tempe, two.kabupaten)
        two.tempe.close()
        with opening.open_office(two.tempe.folder, PASSWORD, now=two.tempe.now) as again:
            assert witness.goes_on(again)
            assert not replicas.ensure(again)
            two.send(again, two.kabupaten)
            assert again.identity.replica == before


def test_a_copied_database_is_another_replica_from_its_first_package_on(tmp_path: Path) -> None:
    """§23 no. 95: both go on working, and both are heard."""
    with two_offices.opened(tmp_path) as two:
        two.tempe.close()
        with opening.open_office(two.tempe.folder, PASSWORD, now=two.tempe.now) as first:
            finish(sending.send(first, "73.13", two.stick))
            first.close()
            with (
                copy(first, tmp_path / "copy") as second,
                opening.open_office(two.tempe.folder, PASSWORD, now=two.tempe.now) as first_again,
            ):
                answers.set_answer(first_again, FIRST, NUMBER, "1")
                two.carry(first_again, two.kabupaten)
                answers.set_answer(second, SECOND, NUMBER, "2")
                two.carry(second, two.kabupaten)
                # Which of both keeps the old name is decided by who opens first; the other one says so.
                assert first_again.identity.replica != second.identity.replica
                assert told(first_again) + told(second) == ["restored"]
        assert (value(two.kabupaten, FIRST), value(two.kabupaten, SECOND)) == (1, 2)


def test_what_was_typed_before_a_restored_backup_still_leaves(tmp_path: Path) -> None:
    """An answer that was in the backup but in no package yet: it goes out with the next one."""
    with two_offices.opened(tmp_path) as two:
        answers.set_answer(two.tempe, FIRST, NUMBER, "3")
        made = finish(backups.make_backup(two.tempe)).made
        two.tempe.close()
        finish(recovery.restore(made.folder, two.tempe.folder, PASSWORD, now=two.tempe.now))
        with opening.open_office(two.tempe.folder, PASSWORD, now=two.tempe.now) as again:
            two.carry(again, two.kabupaten)
        assert value(two.kabupaten, FIRST) == 3
        assert finish(checking.check(two.kabupaten)).faults == ()


def test_an_old_copy_put_back_by_hand_is_noticed(tmp_path: Path) -> None:
    """§23 nos. 94, 96: the file itself was replaced by last week's, and the program knows nothing of it."""
    with two_offices.opened(tmp_path) as two:
        two.tempe.close()
        old = (two.tempe.folder / "desk.db").read_bytes()
        with opening.open_office(two.tempe.folder, PASSWORD, now=two.tempe.now) as later:
            answers.set_answer(later, FIRST, NUMBER, "1")
            before = later.identity.replica
            two.carry(later, two.kabupaten)
        (two.tempe.folder / "desk.db").write_bytes(old)
        with opening.open_office(two.tempe.folder, PASSWORD, now=two.tempe.now) as back:
            assert told(back) == ["restored"]
            answers.set_answer(back, SECOND, NUMBER, "2")
            two.carry(back, two.kabupaten)
            assert back.identity.replica != before
            two.carry(two.kabupaten, back)
            assert (value(back, FIRST), value(back, SECOND)) == (1, 2)
        assert (value(two.kabupaten, FIRST), value(two.kabupaten, SECOND)) == (1, 2)


@contextmanager
def set_back(two: two_offices.Two, folder: Path) -> Iterator[Desk]:
    """The whole machine of Tempe after it was set back, witness and all; what it typed meanwhile had left."""
    two.tempe.close()
    old = (two.tempe.folder / "desk.db").read_bytes()
    home, beside = paths.home(), two.tempe.folder / witness.FILE
    shutil.copytree(home, folder / "old home")
    word = beside.read_bytes()
    with opening.open_office(two.tempe.folder, PASSWORD, now=two.tempe.now) as later:
        answers.set_answer(later, FIRST, NUMBER, "1")
        two.carry(later, two.kabupaten)
    (two.tempe.folder / "desk.db").write_bytes(old)
    shutil.rmtree(home)
    shutil.copytree(folder / "old home", home)
    beside.write_bytes(word)
    with opening.open_office(two.tempe.folder, PASSWORD, now=two.tempe.now) as back:
        yield back


def test_without_a_witness_others_tell_it(tmp_path: Path) -> None:
    """The kabupaten's next package says what is missing here."""
    with two_offices.opened(tmp_path) as two, set_back(two, tmp_path) as back:
        before = back.identity.replica
        outcome = two.carry(two.kabupaten, back)
        assert outcome.renewed
        assert back.identity.replica != before
        # The kabupaten was told that Tempe holds it: it comes back once Tempe has said anew what it holds.
        two.carry(back, two.kabupaten)
        two.carry(two.kabupaten, back)
        assert value(back, FIRST) == 1


def test_numbers_that_were_used_again_are_noticed_as_well(tmp_path: Path) -> None:
    """Not fewer changes than the kabupaten has, but others: what is typed from then on reaches it."""
    with two_offices.opened(tmp_path) as two, set_back(two, tmp_path) as back:
        answers.set_answer(back, FIRST, NUMBER, "2")
        assert two.carry(two.kabupaten, back).renewed
        answers.set_answer(back, SECOND, NUMBER, "3")
        two.carry(back, two.kabupaten)
        assert value(two.kabupaten, SECOND) == 3
        assert value(two.kabupaten, FIRST) == 1
        assert "aside_fork" in told(two.kabupaten)


def test_register_numbers_never_come_twice(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        issues.new_issue(two.tempe, "Satu", FIRST[:13])
        made = finish(backups.make_backup(two.tempe)).made
        issues.new_issue(two.tempe, "Dua", FIRST[:13])
        two.carry(two.tempe, two.kabupaten)
        two.tempe.close()
        finish(recovery.restore(made.folder, two.tempe.folder, PASSWORD, now=two.tempe.now))
        with opening.open_office(two.tempe.folder, PASSWORD, now=two.tempe.now) as again:
            issues.new_issue(again, "Tiga", FIRST[:13])
            two.carry(again, two.kabupaten)
        with two.kabupaten.reading() as connection:
            numbers = connection.exec_driver_sql("SELECT number FROM issue").scalars().all()
    assert len(numbers) == len(set(numbers)) == 3


def test_a_package_of_its_own_that_it_does_not_remember_brings_back_what_was_lost(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        made = finish(backups.make_backup(two.tempe)).made
        answers.set_answer(two.tempe, FIRST, NUMBER, "4")
        sent = two.send(two.tempe, two.kabupaten)
        [own] = packages_found.find(two.tempe, [sent])
        assert "komputer ini sendiri" in own.fault
        two.tempe.close()
        finish(recovery.restore(made.folder, two.tempe.folder, PASSWORD, now=two.tempe.now))
        with opening.open_office(two.tempe.folder, PASSWORD, now=two.tempe.now) as again:
            [one] = packages_found.find(again, [sent])
            assert one.fault == ""
            finish(receiving.receive(again, [sent]))
            assert value(again, FIRST) == 4


def test_another_user_of_the_same_computer_is_no_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two people with accounts of their own in Windows take turns at one office."""
    with two_offices.opened(tmp_path) as two:
        folder, before = two.tempe.folder, two.tempe.identity.replica
        two.tempe.close()
        for user in ("besse", "andi", "besse", "andi"):
            monkeypatch.setenv("DESK_HOME", str(tmp_path / user))
            with opening.open_office(folder, PASSWORD, now=two.tempe.now) as again:
                two.send(again, two.kabupaten)
                assert again.identity.replica == before


def test_a_lost_witness_is_no_copy(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        two.tempe.close()
        shutil.rmtree(paths.home())
        (two.tempe.folder / witness.FILE).unlink()
        with opening.open_office(two.tempe.folder, PASSWORD, now=two.tempe.now) as again:
            assert again.identity.replica == two.tempe.identity.replica


def test_restored_twice_it_gets_back_what_it_wrote_after_the_first_time(tmp_path: Path) -> None:
    """The computer that wrote it is no more, and nobody here remembers it; the kabupaten was told by it that it is."""
    with two_offices.opened(tmp_path) as two:
        backup = finish(backups.make_backup(two.tempe)).made.folder
        two.tempe.close()
        finish(recovery.restore(backup, two.tempe.folder, PASSWORD, now=two.tempe.now))
        with opening.open_office(two.tempe.folder, PASSWORD, now=two.tempe.now) as once:
            answers.set_answer(once, FIRST, NUMBER, "1")
            two.carry(once, two.kabupaten)
        finish(recovery.restore(backup, two.tempe.folder, PASSWORD, now=two.tempe.now))
        with opening.open_office(two.tempe.folder, PASSWORD, now=two.tempe.now) as twice:
            two.carry(twice, two.kabupaten)
            two.carry(two.kabupaten, twice)
            assert value(twice, FIRST) == 1
