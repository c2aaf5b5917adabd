# SPDX-License-Identifier: Apache-2.0
"""Daftar kantor: who stands there, and the key in the safe."""

from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.domain import errors
from desk_app.operations import authority_root, enrolment, intake, joining, office_list, receiving, sending, todo
from desk_app.operations.desk import Desk
from desk_app.operations.office_list import Standing
from tests import small_offices, two_offices


def by_place(desk: Desk) -> dict[str, office_list.Office]:
    return {one.place: one for one in office_list.book(desk).offices}


def test_every_office_stands_once_with_its_code_and_what_may_be_done(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        finish(enrolment.prepare(two.kabupaten, ["73.13.07"], two.stick))
        book = office_list.book(two.kabupaten)
        found = by_place(two.kabupaten)
        code = intake.own_code(two.tempe)
    assert len(book.offices) == 16
    assert (book.authority, book.spare, book.prepare) == (True, True, "Siapkan paket kecamatan")
    assert [one.standing for one in book.offices[:3]] == [Standing.OWN, Standing.KNOWN, Standing.WAITING]
    assert (found["73.13.06"].code, found["73.13.06"].may_withdraw, found["73.13.06"].rescue) == (code, True, False)
    assert found["73.13.06"].last > 0
    assert found["73.13"].standing is Standing.OWN
    assert not found["73.13"].may_withdraw
    assert (found["73"].standing, found["73"].name) == (Standing.ABSENT, "Provinsi Sulawesi Selatan")


def test_a_kecamatan_sees_its_kabupaten_and_may_withdraw_nobody(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        book = office_list.book(two.tempe)
    assert [one.place for one in book.offices] == ["73.13.06", "73.13"]
    assert not any(one.may_withdraw for one in book.offices)
    assert (book.authority, book.spare, book.prepare) == (False, False, "Siapkan komputer kedua kantor ini")


def test_a_withdrawn_office_stands_below_and_its_place_is_awaited_again(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        joining.withdraw(two.kabupaten, intake.own_code(two.tempe))
        listed = [one for one in office_list.book(two.kabupaten).offices if one.place == "73.13.06"]
    assert [one.standing for one in listed] == [Standing.ABSENT, Standing.WITHDRAWN]
    assert listed[1].last == 0
    assert len({one.identity for one in listed}) == 2


def test_an_office_from_a_ready_file_can_be_rescued(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        [made] = finish(enrolment.prepare(two.kabupaten, ["73.13.07"], two.stick))
        steps = enrolment.open_ready(
            made.files[0], made.word, tmp_path / "belawa", "Besse", "rahasia", key_memory=small_offices.KEY_MEMORY
        )
        with finish(steps).desk as belawa:
            finish(receiving.receive(two.kabupaten, finish(sending.send(belawa, "73.13", two.stick)).files))
        assert by_place(two.kabupaten)["73.13.07"].rescue


def test_the_spare_key_is_a_thing_to_do_until_its_sheet_is_in_the_safe(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        desk = two.kabupaten
        [line] = [one for one in todo.todo(desk) if one.kind is todo.TodoKind.SPARE_KEY]
        assert line.target.chosen == {"show": "offices"}
        sheet = authority_root.spare_sheet(desk)
        assert sheet is not None
        heard: list[frozenset[str]] = []
        desk.news.listen(lambda news: heard.append(news.flags))
        office_list.spare_printed(desk)
        assert not any(one.kind is todo.TodoKind.SPARE_KEY for one in todo.todo(desk))
        assert not office_list.book(desk).spare
        office_list.renew_key(desk, sheet)
        assert office_list.book(desk).spare
        assert heard == [frozenset({"exchange"})] * 2
        with pytest.raises(errors.NotPermitted):
            office_list.renew_key(desk, sheet)
        assert not any(one.kind is todo.TodoKind.SPARE_KEY for one in todo.todo(two.tempe))
