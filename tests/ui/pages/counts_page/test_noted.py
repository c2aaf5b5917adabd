# SPDX-License-Identifier: Apache-2.0
"""Catatan in the window: rules with their numbers, the TPS of one, those in clarification; shut for who only copies."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6 import QtCore, QtGui
from pytestqt.qtbot import QtBot

from desk_app.domain.counts.rights import Right
from desk_app.operations import accounts, count_check, count_keys, count_recaps, targets
from desk_app.operations.desk import Desk
from tests import counted_offices, counting_people, regency_offices
from tests.operations.test_count_board import FIRST, SECOND, copy, figures, second
from tests.operations.test_count_notes import accept
from tests.regency_offices import tps
from tests.ui.pages import opened
from ui import runner
from ui.dialogs import count_recap_dialog
from ui.pages import counts_page
from ui.pages.counts_page import noted

Open = Callable[..., noted.NotedPart]


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as desk:
        counted_offices.stand(desk)
        copy(desk, FIRST)
        copy(desk, SECOND, (1, 2, 3))
        second(desk, SECOND, figures(desk, SECOND, (1, 2, 4)))
        yield desk


@pytest.fixture
def open_part(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> Open:
    def made(**chosen: object) -> noted.NotedPart:
        window = opened.show(qtbot, wajo, lanes, "counts", lambda: counts_page.CountsPage(wajo, lanes))
        page = window.page("counts")
        assert isinstance(page, counts_page.CountsPage)
        page.open(targets.Target(targets.Page.COUNTS, chosen={"show": "noted", **chosen}))
        opened.settle(qtbot, lanes)
        found = page.tab("noted")
        assert isinstance(found, noted.NotedPart)
        return found

    return made


def broken(part: noted.NotedPart) -> dict[str, int]:
    return {line.code: line.stations for line in part.rules.model.rows()}


def test_rules_with_their_numbers_and_the_tps_of_one(
    wajo: Desk, open_part: Open, lanes: runner.Runner, qtbot: QtBot
) -> None:
    counted_offices.hold(wajo)
    part = open_part()
    assert broken(part) == {"": 1, "disputed": 1, "V16": 1}
    assert {line.subject for line in part.table.model.rows()} == {FIRST}
    part.rules.show_row("disputed")
    opened.settle(qtbot, lanes)
    [line] = part.table.model.rows()
    assert line.subject == SECOND
    assert "3. Ganda: 3 / 4" in line.words


def test_a_note_leads_to_its_tps(wajo: Desk, open_part: Open, qtbot: QtBot) -> None:
    counted_offices.hold(wajo)
    part = open_part(rule="V16")
    part.table.view.select_row(0)
    with qtbot.waitSignal(part.navigate) as led:
        qtbot.keyClick(part.table.view, QtCore.Qt.Key.Key_Return)
    assert led.args is not None
    target = led.args[1]
    assert isinstance(target, targets.Target)
    assert (target.subject, target.chosen) == (FIRST, {"show": "checking", "race": "ppwp"})


def test_what_was_accepted_comes_back_where_it_is_asked_for(
    wajo: Desk, open_part: Open, lanes: runner.Runner, qtbot: QtBot
) -> None:
    counted_offices.hold(wajo)
    accept(wajo, FIRST, "V16")
    part = open_part()
    assert "V16" not in broken(part)
    part.accepted.click()
    opened.settle(qtbot, lanes)
    assert broken(part)["V16"] == 1
    assert {line.accepted for line in part.table.model.rows()} == {"ya"}


def test_it_is_shut_for_who_only_copies_and_goes_with_the_right(
    wajo: Desk, open_part: Open, lanes: runner.Runner, qtbot: QtBot
) -> None:
    part = open_part()
    assert part.stack.currentWidget() is part.shut
    counted_offices.hold(wajo)
    opened.settle(qtbot, lanes)
    assert part.stack.currentWidget() is part.split
    assert part.table.model.total > 0


def test_who_sees_totals_alone_is_told_no_figure_of_a_dispute(wajo: Desk, open_part: Open) -> None:
    counted_offices.hold(wajo)
    count_keys.grant(wajo, 1, [Right.TOTALS])
    part = open_part(rule="disputed")
    [line] = part.table.model.rows()
    assert "3. Ganda" in line.words
    assert "/" not in line.words


def test_a_gap_to_a_d_hasil_leads_to_its_form(
    wajo: Desk, open_part: Open, lanes: runner.Runner, qtbot: QtBot
) -> None:
    counted_offices.hold(wajo)
    place = FIRST.partition("-")[0]
    for number in (3, 5):
        copy(wajo, tps(place, number))
    count_check.decide(wajo, SECOND, "ppwp", "73.13/1", "Dibaca lagi")
    count_recaps.put(wajo, place, "ppwp", {"v1": 1, "v2": 999})
    part = open_part(rule="V15")
    assert {line.subject for line in part.table.model.rows()} == {place}
    part.table.view.select_row([line.line for line in part.table.model.rows()].index("v2"))
    qtbot.keyClick(part.table.view, QtCore.Qt.Key.Key_Return)
    opened.settle(qtbot, lanes)
    dialog = part.dialog
    assert isinstance(dialog, count_recap_dialog.CountRecapDialog)
    assert dialog.shown is not None
    assert (dialog.shown.place, dialog.sheet.form.fields.at) == (place, "v2")
    assert dialog.sheet.form.figures() == {"v1": 1, "v2": 999}
    assert dialog.sheet.form.finding() is not None
    dialog.reject()
    opened.settle(qtbot, lanes)
    part.recap.click()
    assert isinstance(part.dialog, count_recap_dialog.CountRecapDialog)
    part.dialog.reject()


def test_an_open_d_hasil_follows_what_comes_in_and_loses_nothing_that_is_typed(
    wajo: Desk, open_part: Open, lanes: runner.Runner, qtbot: QtBot
) -> None:
    counted_offices.hold(wajo)
    place = FIRST.partition("-")[0]
    part = open_part()
    part.open_recap(place, "v1")
    opened.settle(qtbot, lanes)
    dialog = part.dialog
    assert dialog is not None
    qtbot.keyClicks(dialog.sheet.form, "12")
    [before] = {told.words.params["said"] for told in [dialog.sheet.form.finding()] if told is not None}
    copy(wajo, tps(place, 3))
    count_recaps.put(wajo, place, "ppwp", {"v1": 11, "v2": 999}, "Salinan PPK")
    count_recaps.put(wajo, place[:8], "ppwp", {"v1": 1})
    opened.settle(qtbot, lanes)
    assert (dialog.sheet.form.figures(), dialog.sheet.note.value()) == ({"v1": 12, "v2": 999}, "Salinan PPK")
    assert "diubah orang lain" in dialog.notices.text
    assert {row.place for row in dialog.list.model.rows()} == {place, place[:8]}
    finding = dialog.sheet.form.finding()
    assert finding is not None
    said = finding.words.params["said"]
    assert str(said).startswith("diketik 11 · ")
    assert ("1 dari 4 TPS" in str(before), "2 dari 4 TPS" in str(said)) == (True, True)
    qtbot.keyClicks(dialog.sheet.form, "3")
    assert dialog.sheet.form.figures()["v1"] == 123
    dialog.reject()
    opened.settle(qtbot, lanes)
    assert part.dialog is None
    [held] = [one for one in count_recaps.all_of(wajo, "ppwp") if one.place == place]
    assert held.figures == {"v1": 123, "v2": 999}


def test_the_form_of_a_d_hasil_is_there_for_who_copies(wajo: Desk, open_part: Open) -> None:
    counting_people.prepare(wajo)
    with counting_people.somebody(wajo, "Sitti"):
        part = open_part()
        assert part.stack.currentWidget() is part.shut
        assert part.recap.isVisible()
    with counting_people.somebody(wajo, "Tamu", accounts.Role.LEADER):
        part = open_part()
        assert part.recap.isHidden()


def test_what_is_copied_says_that_it_is_no_official_figure(wajo: Desk, open_part: Open) -> None:
    counted_offices.hold(wajo)
    part = open_part()
    part.table.view.select_row(0)
    for copy_out in (part.table.copy, part.table.copy_for_chat):
        copy_out()
        lines = QtGui.QGuiApplication.clipboard().text().splitlines()
        assert lines[-1] == "Salinan internal desk – bukan data resmi, bukan data pembanding."
        assert any("V16" in line for line in lines)


def test_what_was_being_read_when_the_key_was_put_away_is_not_shown(
    wajo: Desk, open_part: Open, lanes: runner.Runner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted_offices.hold(wajo)
    part = open_part()
    assert broken(part)
    read, come, begun = noted._read, threading.Event(), threading.Event()

    def late(*asked: Any, **named: Any) -> noted.Read:
        found = read(*asked, **named)
        begun.set()
        come.wait(20)
        return found

    monkeypatch.setattr(noted, "_read", late)
    part.rounds.read()
    qtbot.waitUntil(begun.is_set)
    monkeypatch.setattr(count_keys, "rights", lambda _desk: frozenset())
    part.reload(frozenset({"count_rules"}))
    come.set()
    opened.settle(qtbot, lanes)
    assert part.stack.currentWidget() is part.shut
    assert broken(part) == {}
    assert part.table.model.rows() == []
