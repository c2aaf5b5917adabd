# SPDX-License-Identifier: Apache-2.0
"""A plain folder serves as a stick: two computers of one office and a kecamatan keep in step by looking at it."""

from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.domain import errors
from desk_app.operations import answers, checking, enrolment, parcel_register, shared_folder
from desk_app.operations.desk import Desk
from tests import crafted, two_offices
from tests.small_offices import KEY_MEMORY

FIRST, SECOND, NUMBER = two_offices.FIRST, two_offices.SECOND, two_offices.NUMBER


def value(desk: Desk, subject: str) -> object:
    with desk.reading() as connection:
        query = f"SELECT quantity FROM answer WHERE subject = '{subject}' AND item = '{NUMBER}'"
        return connection.exec_driver_sql(query).scalar_one_or_none()


def look(desk: Desk, folder: Path) -> shared_folder.Exchanged:
    return finish(shared_folder.exchange(desk, folder))


def second_computer(desk: Desk, folder: Path, stick: Path) -> Desk:
    [ready] = finish(enrolment.prepare(desk, [desk.identity.place], stick))
    made = enrolment.open_ready(ready.files[0], ready.word, folder, "Andi", "rahasia", key_memory=KEY_MEMORY)
    return finish(made).desk


def test_two_computers_of_one_office_keep_in_step_and_come_to_rest(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        share = tmp_path / "share"
        share.mkdir()
        with second_computer(two.kabupaten, tmp_path / "pc2", two.stick) as second:
            answers.set_answer(two.kabupaten, FIRST, NUMBER, "1")
            answers.set_answer(second, SECOND, NUMBER, "2")
            for _round in range(3):
                for desk in (second, two.kabupaten):
                    look(desk, share)
            for desk in (two.kabupaten, second):
                assert (value(desk, FIRST), value(desk, SECOND)) == (1, 2)
            assert checking.whole_digest(two.kabupaten) == checking.whole_digest(second)
            rest = [look(desk, share) for desk in (second, two.kabupaten)]
            assert [(one.taken, one.written, one.troubles) for one in rest] == [(0, 0, ())] * 2
            answers.set_answer(second, SECOND, NUMBER, "3")
            assert look(second, share).written == 1
            assert look(two.kabupaten, share).taken == 1
            assert value(two.kabupaten, SECOND) == 3


def test_only_what_is_new_is_written_once_the_other_has_been_heard(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        share = tmp_path / "share"
        share.mkdir()
        with second_computer(two.kabupaten, tmp_path / "pc2", two.stick) as second:
            answers.set_answer(second, SECOND, NUMBER, "2")
            for _round in range(3):
                for desk in (second, two.kabupaten):
                    look(desk, share)
            answers.set_answer(two.kabupaten, FIRST, NUMBER, "1")
            look(two.kabupaten, share)
            newest = max(
                (one for one in parcel_register.entries(two.kabupaten) if one.sent), key=lambda one: one.number
            )
            assert newest.changes == 1
            assert len(list((share / "DESK").iterdir())) <= 2 * shared_folder.KEPT


def test_a_damaged_file_holds_up_nothing(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        answers.set_answer(two.tempe, FIRST, NUMBER, "5")
        good = two.send(two.tempe, two.kabupaten)
        (good.parent / "a.desk").write_bytes(good.read_bytes()[:-30])
        done = look(two.kabupaten, two.stick)
        assert done.taken > 0
        assert value(two.kabupaten, FIRST) == 5


def test_a_folder_that_is_gone_is_refused_in_words(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two, pytest.raises(errors.Refused, match="tidak ditemukan"):
        look(two.kabupaten, tmp_path / "gone")


def test_a_package_that_names_another_place_stops_nobody(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        share = tmp_path / "share"
        (share / "DESK").mkdir(parents=True)
        path = share / "DESK" / "x.desk"
        crafted.write(path, two.tempe, two.kabupaten, number=9, named={"place": "73.13.99"})
        answers.set_answer(two.kabupaten, FIRST, NUMBER, "1")
        assert look(two.kabupaten, share).written == 1
