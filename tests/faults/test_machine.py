# SPDX-License-Identifier: Apache-2.0
"""The computer itself: files that are cleaned away, a second program, old libraries, flipped bits, a closed lid.

Kills, power cuts and full disks have files of their own; restored and copied databases are in
`tests/operations/test_replicas.py` (`docs/faults.md`).
"""

import dataclasses
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from desk_app.base.progress import finish
from desk_app.data import database
from desk_app.domain import errors
from desk_app.exchange import contents, package
from desk_app.journal import codec
from desk_app.operations import (
    answers,
    checklist_pages,
    disagreements,
    issue_detail,
    issue_register,
    issues,
    logbook,
    opening,
    package_making,
    receiving,
    sending,
    versions,
)
from desk_app.operations.desk import DATABASE, OUTBOX, Desk
from tests.faults import at_hand
from tests.faults.at_hand import FIRST, NUMBER, SECOND, Offices
from tests.small_offices import NOW, PASSWORD

forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")


def die_while_typing(offices: Offices, checkpoint: bool) -> Path:
    """Tempe is opened, two answers are saved, and the power goes; its folder with SQLite's journal beside the file."""
    offices.tempe.close()
    kept = offices.prepared["tempe"]
    folder = offices.tempe.folder
    child = os.fork()
    if child == 0:
        desk = opening.open_with_key(folder, kept.key, kept.slot, now=lambda: NOW)
        answers.set_answer(desk, FIRST, NUMBER, "1")
        if checkpoint:
            with desk.reading() as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        answers.set_answer(desk, SECOND, NUMBER, "2")
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    return folder


@forks
@pytest.mark.parametrize("checkpoint", [False, True], ids=["all in the journal", "part in the journal"])
def test_97_a_clean_up_tool_removes_the_journal(offices: Offices, checkpoint: bool) -> None:
    """§23 no. 97: it is noticed and told; what was typed last is gone, and no number is used twice."""
    before = offices.tempe.identity.replica
    folder = die_while_typing(offices, checkpoint)
    (folder / f"{DATABASE}-wal").unlink()
    desk = offices.reopen("tempe")
    told = at_hand.told(desk)
    assert "lost_journal" in told
    # Where the journal held this turn of the witness too, the database looks like an older copy, and is treated so.
    assert ("restored" in told, desk.identity.replica != before) == (not checkpoint, not checkpoint)
    assert not at_hand.faults(desk)
    answers.set_answer(desk, SECOND, NUMBER, "3")
    offices.carry(desk, offices.kabupaten)
    assert at_hand.value(offices.kabupaten, SECOND) == 3


@forks
def test_97_journal_and_index_are_both_removed(offices: Offices) -> None:
    """§23 no. 97: the witness tells it."""
    folder = die_while_typing(offices, checkpoint=False)
    for ending in ("-wal", "-shm"):
        (folder / f"{DATABASE}{ending}").unlink()
    assert at_hand.told(offices.reopen("tempe")) == ["restored"]


@forks
def test_97_nothing_is_told_where_the_journal_is_there(offices: Offices) -> None:
    """§23 no. 97: after a kill all of it is found, and nobody is alarmed."""
    die_while_typing(offices, checkpoint=False)
    desk = offices.reopen("tempe")
    assert at_hand.told(desk) == []
    assert (at_hand.value(desk, FIRST), at_hand.value(desk, SECOND)) == (1, 2)


def test_98_the_same_office_opened_twice(offices: Offices) -> None:
    """§23 no. 98: refused by the lock, from this process and from another, as from another computer on a share."""
    folder, kept = offices.tempe.folder, offices.prepared["tempe"]
    with pytest.raises(errors.Refused, match="sedang dibuka oleh program lain"):
        opening.open_with_key(folder, kept.key, kept.slot)
    other = subprocess.run(
        [sys.executable, "-m", "desk_app", "info", "--office", str(folder)],
        env={**os.environ, "DESK_PASSWORD": PASSWORD}, capture_output=True, text=True)
    assert other.returncode != 0
    assert "sedang dibuka oleh program lain" in other.stdout + other.stderr
    answers.set_answer(offices.tempe, FIRST, NUMBER, "1")


def test_99_an_old_sqlite(offices: Offices, monkeypatch: pytest.MonkeyPatch) -> None:
    """§23 no. 99: the version stands on the page about the program; below the floor nothing is opened."""
    assert versions.database(offices.tempe).startswith(f"{driver.sqlite_version},")
    assert driver.sqlite_version_info >= database.OLDEST_SQLITE == (3, 51, 3)
    offices.tempe.close()
    monkeypatch.setattr(database.driver, "sqlite_version_info", (3, 51, 2))
    monkeypatch.setattr(database.driver, "sqlite_version", "3.51.2")
    with pytest.raises(errors.Refused, match=r"SQLite 3\.51\.2 terlalu lama"):
        opening.open_office(offices.tempe.folder, PASSWORD)


def test_100_a_bit_flips_in_memory_before_a_save(offices: Offices, monkeypatch: pytest.MonkeyPatch) -> None:
    """§23 no. 100: the save is refused; committed, the stream could never be read by anybody."""
    honest = codec.encode

    def flipped(*given: object) -> bytes:
        body = bytearray(honest(*given))  # type: ignore[arg-type]
        body[len(body) // 2] ^= 1
        return bytes(body)

    with monkeypatch.context() as patch:
        patch.setattr(codec, "encode", flipped)
        with pytest.raises(errors.Refused):
            answers.set_answer(offices.tempe, FIRST, NUMBER, "1")
    assert not at_hand.faults(offices.tempe)


def test_100_a_bit_flips_in_memory_before_a_package_is_signed(
    offices: Offices, monkeypatch: pytest.MonkeyPatch
) -> None:
    """§23 no. 100: the receiver finds it by the author's seal, takes nothing, and the next package is good."""
    answers.set_answer(offices.tempe, FIRST, NUMBER, "1")
    honest = package_making._segment

    def flipped(run: object) -> object:
        segment = honest(run)  # type: ignore[arg-type]
        body = bytearray(segment.bodies[0])
        body[len(body) // 2] ^= 1
        return dataclasses.replace(segment, bodies=(bytes(body), *segment.bodies[1:]))

    with monkeypatch.context() as patch:
        patch.setattr(package_making, "_segment", flipped)
        path = offices.send(offices.tempe, offices.kabupaten)
    before = at_hand.everything(offices.kabupaten)
    with pytest.raises(errors.Damaged):
        finish(receiving.receive(offices.kabupaten, [path]))
    assert at_hand.everything(offices.kabupaten) == before
    offices.carry(offices.tempe, offices.kabupaten)
    assert at_hand.value(offices.kabupaten, FIRST) == 1


def conflicts(desk: Desk) -> list[tuple[str, tuple[object, ...]]]:
    """The disagreements that stand: field ("" for being deleted), values."""
    return [(one.field, tuple(side.value for side in one.sides)) for one in disagreements.open_ones(desk)]


def both_keep(offices: Offices, wanted: list[tuple[str, tuple[object, ...]]]) -> None:
    """Both values stand here, at the other office once it has heard, and in what a check of all reckons."""
    assert [(field, set(values)) for field, values in conflicts(offices.tempe)] == [
        (field, set(values)) for field, values in wanted]
    offices.carry(offices.tempe, offices.kabupaten)
    assert sorted(map(repr, conflicts(offices.kabupaten))) == sorted(map(repr, conflicts(offices.tempe)))
    assert [*at_hand.faults(offices.tempe), *at_hand.faults(offices.kabupaten)] == []


def test_101_two_people_edit_the_same_form(offices: Offices) -> None:
    """§23 no. 101: a package came in between the opening of the form and its save: both values are to be seen."""
    no = issues.new_issue(offices.tempe, "Banjir", FIRST[:13])
    offices.carry(offices.tempe, offices.kabupaten)
    seen = issue_detail.issue(offices.tempe, no)
    there = issue_register.issue_number(offices.kabupaten, seen.row.number)
    issues.edit_issue(offices.kabupaten, there, title="Banjir di gudang KPU")
    offices.carry(offices.kabupaten, offices.tempe)
    issues.edit_issue(offices.tempe, no, seen=seen.seen, title="Banjir di jalan", description="sejak pagi")
    both_keep(offices, [("title", ("Banjir di gudang KPU", "Banjir di jalan"))])


@pytest.mark.parametrize("answered_before", [True, False], ids=["an answer", "the first answer"])
def test_101_two_people_answer_the_same_item(offices: Offices, answered_before: bool) -> None:
    """§23 no. 101: so with a checklist, also where nobody had answered when the sheet was opened."""
    if answered_before:
        answers.set_answer(offices.tempe, FIRST, NUMBER, "1")
        offices.carry(offices.tempe, offices.kabupaten)
    seen = checklist_pages.checklist_page(offices.tempe, FIRST).seen
    answers.set_answer(offices.kabupaten, FIRST, NUMBER, "8", note="menyusul")
    offices.carry(offices.kabupaten, offices.tempe)
    answers.set_answer(offices.tempe, FIRST, NUMBER, "7", seen=seen)
    both_keep(offices, [("quantity", (8, 7))])
    assert at_hand.value(offices.tempe, FIRST, column="note") == "menyusul", "what was not typed anew stays"


def test_101_who_saw_it_replaces_it(offices: Offices) -> None:
    """§23 no. 101: what this computer wrote itself, and what came in before the form was read, was seen."""
    answers.set_answer(offices.kabupaten, FIRST, NUMBER, "8")
    offices.carry(offices.kabupaten, offices.tempe)
    seen = checklist_pages.checklist_page(offices.tempe, FIRST).seen
    answers.set_answer(offices.tempe, FIRST, NUMBER, "7", seen=seen)
    answers.set_answer(offices.tempe, FIRST, NUMBER, "6", seen=seen)
    both_keep(offices, [])
    assert at_hand.value(offices.tempe, FIRST) == at_hand.value(offices.kabupaten, FIRST) == 6


def test_101_what_was_left_as_it_was_replaces_nothing(offices: Offices) -> None:
    """§23 no. 101: a form of many fields is saved whole; those that nobody altered are not typed."""
    no = logbook.add_line(offices.tempe, "Listrik padam", "Camat", place=FIRST)
    offices.carry(offices.tempe, offices.kabupaten)
    [line] = logbook.lines(offices.tempe)
    [there] = logbook.lines(offices.kabupaten)
    logbook.edit_line(offices.kabupaten, there.no, sender="Camat Tempe")
    offices.carry(offices.kabupaten, offices.tempe)
    logbook.edit_line(offices.tempe, no, seen=line.seen, sender=line.sender, text="Listrik padam sejak 18.00")
    both_keep(offices, [])
    [line] = logbook.lines(offices.tempe)
    assert (line.sender, line.text) == ("Camat Tempe", "Listrik padam sejak 18.00")


def test_101_one_deletes_what_the_other_edits(offices: Offices) -> None:
    """§23 no. 101: what is typed about a record that was deleted meanwhile is kept beside the deletion."""
    no = issues.new_issue(offices.tempe, "Banjir", FIRST[:13])
    offices.carry(offices.tempe, offices.kabupaten)
    seen = issue_detail.issue(offices.tempe, no)
    issues.delete_issue(offices.kabupaten, issue_register.issue_number(offices.kabupaten, seen.row.number))
    offices.carry(offices.kabupaten, offices.tempe)
    issues.edit_issue(offices.tempe, no, seen=seen.seen, title="Banjir di jalan")
    assert [field for field, _values in conflicts(offices.tempe)] == [""]
    offices.carry(offices.tempe, offices.kabupaten)
    assert [field for field, _values in conflicts(offices.kabupaten)] == [""]
    assert [*at_hand.faults(offices.tempe), *at_hand.faults(offices.kabupaten)] == []


def whole(folder: Path) -> bool:
    """Whether every file under a final name is whole; it is refused otherwise."""
    return all(package.read(path) for path in folder.glob("*.desk"))


def test_102_the_program_is_closed_while_it_sends(offices: Offices, monkeypatch: pytest.MonkeyPatch) -> None:
    """§23 no. 102: after each step; nothing half is left, and the next package holds all of it."""
    desk = offices.tempe
    answers.set_answer(desk, FIRST, NUMBER, "1")
    answers.set_answer(desk, SECOND, NUMBER, "2")
    monkeypatch.setattr(contents, "MOST_SEGMENTS", 1)
    for steps_taken in range(1, 20):
        steps = sending.send(desk, "73.13", offices.stick)
        ended = False
        for _ in range(steps_taken):
            if next(steps, None) is None:
                ended = True
                break
        steps.close()
        assert whole(desk.folder / OUTBOX)
        assert whole(offices.stick / package.FOLDER)
        assert not list(offices.stick.rglob("*.part"))
        if ended:
            break
        desk.close()
        desk = offices.reopen("tempe")
    assert ended
    offices.carry(desk, offices.kabupaten)
    assert (at_hand.value(offices.kabupaten, FIRST), at_hand.value(offices.kabupaten, SECOND)) == (1, 2)
