# SPDX-License-Identifier: Apache-2.0
"""The Buku Posko: a line, a pasted chat, and the issue a line becomes."""

from datetime import date

import pytest

from desk_app.domain import errors
from desk_app.operations import (
    attachments,
    chat_intake,
    history,
    issue_detail,
    issue_register,
    issues,
    logbook,
    search,
)
from desk_app.operations.accounts import Role
from desk_app.operations.desk import Desk
from tests.operations import carried_photos
from tests.operators import at_the_keyboard
from tests.regency_offices import BELAWA, BELAWA_VILLAGE, tps
from tests.small_offices import NOW


def test_one_line(wajo: Desk) -> None:
    no = logbook.add_line(wajo, "Hujan lebat di Belawa", "Camat Belawa", "dipantau", BELAWA)
    found = logbook.lines(wajo)[0]
    assert (found.no, found.at, found.sender, found.measure) == (no, NOW, "Camat Belawa", "dipantau")
    assert (found.place_label, found.issue, found.written_by) == ("Kecamatan Belawa", 0, "Andi")


def test_a_line_whose_issue_is_in_confidence_is_read_by_few(wajo: Desk) -> None:
    with at_the_keyboard(wajo, Role.OPERATOR, "Besse"):
        no = logbook.add_line(wajo, "Camat mengarahkan pilihan warga", "Warga", "dicatat", BELAWA)
        plain = logbook.add_line(wajo, "Hujan", place=BELAWA)
    issue = logbook.promote(wajo, no, category="NET")
    logbook.promote(wajo, plain)
    issues.edit_issue(wajo, issue, confidential=True)
    with at_the_keyboard(wajo, Role.OPERATOR, "Cenning"):
        line = next(one for one in logbook.lines(wajo) if one.no == no)
        assert (line.hidden, line.sender, line.measure, line.original) == (True, "", "", "")
        assert line.text.startswith("Dirahasiakan")
        assert line.place_label == "Kecamatan Belawa"
        assert logbook.lines(wajo, text="mengarahkan") == []
        for refused in (
            lambda: logbook.edit_line(wajo, no, text="lain"),
            lambda: logbook.delete_line(wajo, no),
            lambda: history.history(wajo, no),
        ):
            with pytest.raises(errors.NotPermitted, match="dirahasiakan"):
                refused()
        assert all("mengarahkan" not in one.title for one in search.search(wajo, "mengarahkan"))
    with at_the_keyboard(wajo, Role.OPERATOR, "Besse"):
        line = next(one for one in logbook.lines(wajo) if one.no == no)
        assert (line.hidden, line.text) == (False, "Camat mengarahkan pilihan warga")
    assert next(one for one in logbook.lines(wajo) if one.no == no).confidential
    issues.edit_issue(wajo, issue, confidential=None)
    with at_the_keyboard(wajo, Role.OPERATOR, "Cenning"):
        assert logbook.lines(wajo, text="mengarahkan") != []
        assert search.search(wajo, "mengarahkan") != []


def test_found_by_day_words_and_area(wajo: Desk) -> None:
    logbook.add_line(wajo, "Hujan", place=BELAWA)
    old = logbook.add_line(wajo, "Listrik padam", "PLN", at=NOW - 86_400)
    assert [one.no for one in logbook.lines(wajo, date(2024, 2, 12))] == [old]
    assert [one.no for one in logbook.lines(wajo, text="pln padam")] == [old]
    assert [one.text for one in logbook.lines(wajo, area=BELAWA)] == ["Hujan"]
    assert [one.text for one in logbook.lines(wajo)] == ["Hujan", "Listrik padam"]


def test_edited_and_struck_out(wajo: Desk) -> None:
    no = logbook.add_line(wajo, "Hujan")
    logbook.edit_line(wajo, no, measure="dipantau", place=BELAWA)
    assert logbook.lines(wajo)[0].measure == "dipantau"
    logbook.delete_line(wajo, no)
    assert logbook.lines(wajo) == []


def test_refusals(wajo: Desk) -> None:
    with pytest.raises(errors.Refused):
        logbook.add_line(wajo, "  ")
    with pytest.raises(errors.NotPermitted):
        logbook.add_line(wajo, "x", place="73.14")


def test_a_line_becomes_an_issue_and_both_know_it(wajo: Desk) -> None:
    no = logbook.add_line(wajo, "Pohon tumbang", "Kades", "hubungi BPBD", tps(BELAWA_VILLAGE, 1), NOW - 60)
    made = logbook.promote(wajo, no, category="cua", severity="tinggi")
    found = issue_detail.issue(wajo, made)
    assert (found.row.title, found.row.place, found.row.reported_at) == (
        "Pohon tumbang", tps(BELAWA_VILLAGE, 1), NOW - 60,
    )
    assert (found.reporter, found.row.category) == ("Kades", "CUA")
    assert [one.text for one in found.thread] == ["hubungi BPBD"]
    line = logbook.lines(wajo)[0]
    assert (line.issue, line.issue_number) == (made, "WAJ-0001")
    with pytest.raises(errors.Refused, match="sudah menjadi"):
        logbook.promote(wajo, no)
    history.undo(wajo)
    assert logbook.lines(wajo)[0].issue == 0
    assert issue_register.issue_rows(wajo) == []


def test_a_long_line_keeps_all_its_words(wajo: Desk) -> None:
    no = logbook.add_line(wajo, "kata " * 60)
    found = issue_detail.issue(wajo, logbook.promote(wajo, no))
    assert len(found.row.title) <= 160
    assert found.description == ("kata " * 60).strip()


def test_photos_and_the_way_it_came_go_with_a_line(wajo: Desk) -> None:
    no = logbook.add_line(wajo, "Pohon tumbang", "Kades", place=BELAWA)
    carried_photos.attach(wajo, no, 2)
    assert logbook.lines(wajo)[0].photos == 2
    made = logbook.promote(wajo, no)
    assert len(attachments.of_record(wajo, made)) == 2
    assert issue_detail.issue(wajo, made).source == "telepon"
    [pasted] = chat_intake.read(wajo, "[07.10, 13/2/2024] Camat: air naik").proposals
    [line] = chat_intake.accept(wajo, [pasted]).lines
    assert issue_detail.issue(wajo, logbook.promote(wajo, line)).source == "wa"


def test_the_days_of_the_book(wajo: Desk) -> None:
    assert logbook.days_written(wajo) == []
    for ago in (0, 60, 86_400):
        logbook.add_line(wajo, "aman", at=NOW - ago)
    assert logbook.days_written(wajo) == [("2024-02-13", "13-02-2024 (H-1)"), ("2024-02-12", "12-02-2024 (H-2)")]
