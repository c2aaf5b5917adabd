# SPDX-License-Identifier: Apache-2.0
"""A D.HASIL typed by keys alone, beside the sum of TPS; saved when it is left; nothing lost when it is refused."""

import dataclasses
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.base.progress import finish
from desk_app.domain.counts.words import DISCLAIMER
from desk_app.operations import count_drafts, count_recaps, tally
from desk_app.operations.desk import Desk
from tests import counting_people, regency_offices
from tests.regency_offices import TEMPE, TEMPE_VILLAGE, tps
from ui import runner
from ui.dialogs import ask_dialog, count_recap_dialog, count_recap_reading

KEY = QtCore.Qt.Key
CTRL = QtCore.Qt.KeyboardModifier.ControlModifier
RACE = counting_people.RACE
Dialog = count_recap_dialog.CountRecapDialog
Open = Callable[..., Dialog]


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    """Two of the four TPS of a village are copied: 140 for the first candidate."""
    with regency_offices.make(tmp_path / "wajo") as made:
        counting_people.prepare(made)
        counting_people.copy(made, tps(TEMPE_VILLAGE, 1), (80, 40, 50))
        counting_people.copy(made, tps(TEMPE_VILLAGE, 2), (60, 50, 40))
        finish(tally.refresh(made))
        yield made


@pytest.fixture
def open_dialog(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> Open:
    def made(place: str = "", line: str = "", size: tuple[int, int] = (1200, 660)) -> Dialog:
        dialog = Dialog(wajo, lanes, RACE, place, line)
        qtbot.addWidget(dialog)
        dialog.resize(*size)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        settle(qtbot, lanes)
        return dialog

    return made


def settle(qtbot: QtBot, lanes: runner.Runner) -> None:
    for _turn in range(4):
        lanes.wait_idle()
        qtbot.wait(5)


def type_(qtbot: QtBot, dialog: Dialog, digits: str) -> None:
    qtbot.keyClicks(dialog.sheet.form, digits)
    qtbot.keyClick(dialog.sheet.form, KEY.Key_Return)


def beside(dialog: Dialog, code: str) -> str:
    """What stands beside a line."""
    at = dialog.sheet.form.fields.at
    dialog.sheet.form.go_to(code)
    found = dialog.sheet.form.finding()
    dialog.sheet.form.go_to(at)
    return str(found.words.params["said"]) if found is not None else ""


def kept(desk: Desk) -> dict[str, dict[str, int]]:
    return {one.place: dict(one.figures) for one in count_recaps.all_of(desk, RACE)}


def test_the_last_enter_saves_and_the_gap_stands_beside(
    wajo: Desk, open_dialog: Open, qtbot: QtBot, lanes: runner.Runner
) -> None:
    dialog = open_dialog(TEMPE_VILLAGE, "v1")
    assert dialog.sheet.title.text() == "Kel. Tempe"
    assert dialog.sheet.form.hasFocus()
    assert beside(dialog, "v1") == "jumlah TPS 140 · 2 dari 4 TPS"
    type_(qtbot, dialog, "150")
    assert beside(dialog, "v1") == "selisih 10 · jumlah TPS 140 · 2 dari 4 TPS"
    type_(qtbot, dialog, "90")
    assert beside(dialog, "v2") == "cocok · jumlah TPS 90 · 2 dari 4 TPS"
    assert dialog.sheet.saved.text() == "belum tersimpan"
    assert kept(wajo) == {}
    dialog.sheet.form.go_to(dialog.sheet.form.fields.order[-1])
    with qtbot.waitSignal(dialog.kept) as said:
        type_(qtbot, dialog, "7")
    settle(qtbot, lanes)
    assert said.args == ["Rekap Kel. Tempe tersimpan."]
    assert kept(wajo) == {TEMPE_VILLAGE: {"v1": 150, "v2": 90, dialog.sheet.form.fields.order[-1]: 7}}
    assert dialog.sheet.saved.text() == "✓ tersimpan"
    assert not dialog.is_altered
    [row] = dialog.list.model.rows()
    assert (row.name.text, row.state) == ("Kel. Tempe", "2 baris selisih, 2 dari 4 TPS")


def test_the_source_and_ctrl_s(wajo: Desk, open_dialog: Open, qtbot: QtBot, lanes: runner.Runner) -> None:
    dialog = open_dialog(TEMPE)
    qtbot.keyClicks(dialog.sheet.note, "Salinan PPK")
    qtbot.keyClick(dialog.sheet.note, KEY.Key_Return)
    assert dialog.sheet.form.hasFocus()
    qtbot.keyClicks(dialog.sheet.form, "310")
    qtbot.keyClick(dialog.sheet.form, KEY.Key_S, CTRL)
    settle(qtbot, lanes)
    [one] = count_recaps.all_of(wajo, RACE)
    assert (one.place, one.note, list(one.figures.values())) == (TEMPE, "Salinan PPK", [310])
    assert dialog.sheet.form.hasFocus()


def test_a_region_is_chosen_by_keys_and_what_was_typed_is_saved_first(
    wajo: Desk, open_dialog: Open, qtbot: QtBot, lanes: runner.Runner
) -> None:
    dialog = open_dialog()
    district, village = dialog.steps.steps[:2]
    assert (dialog.sheet.title.text(), district.hasFocus(), village.isVisible()) == ("Kabupaten Wajo", True, False)
    qtbot.keyClick(district, KEY.Key_Return)
    qtbot.keyClicks(dialog.sheet.form, "9000")
    district.set_value(TEMPE)
    district.committed.emit(TEMPE)
    settle(qtbot, lanes)
    assert kept(wajo) == {"73.13": {dialog.sheet.form.fields.order[0]: 9000}}
    assert (dialog.sheet.title.text(), village.isVisible()) == ("Kecamatan Tempe", True)
    assert dialog.sheet.form.figures() == {}
    village.set_value(TEMPE_VILLAGE)
    village.committed.emit(TEMPE_VILLAGE)
    settle(qtbot, lanes)
    assert dialog.sheet.title.text() == "Kel. Tempe"
    dialog.list.show_row("73.13")
    qtbot.keyClick(dialog.list.view, KEY.Key_Return)
    settle(qtbot, lanes)
    assert dialog.sheet.form.figures() == {dialog.sheet.form.fields.order[0]: 9000}


def test_figures_of_a_kabupaten_have_room(open_dialog: Open, qtbot: QtBot) -> None:
    dialog = open_dialog("73.13", "v1")
    qtbot.keyClicks(dialog.sheet.form, "3.912.004")
    assert dialog.sheet.form.figures() == {"v1": 3_912_004}
    qtbot.keyClicks(dialog.sheet.form, "5")
    assert dialog.sheet.form.figures() == {"v1": 3_912_004}
    assert "9.999.999" in dialog.sheet.form.refusal


def test_who_sees_no_totals_sees_the_fields_alone(wajo: Desk, open_dialog: Open) -> None:
    count_recaps.put(wajo, TEMPE_VILLAGE, RACE, {"v1": 141}, "D.HASIL desa")
    with counting_people.somebody(wajo, "Sitti"):
        count_recaps.put(wajo, TEMPE, RACE, {"v1": 7})
        dialog = open_dialog(TEMPE_VILLAGE, "v1")
        assert dialog.shown is not None
        assert dialog.shown.beside is None
        assert beside(dialog, "v1") == ""
        assert (dialog.sheet.form.figures(), dialog.sheet.note.value()) == ({}, "")
        assert "tersegel" in dialog.sheet.told.words
        assert {row.name.text: row.state for row in dialog.list.model.rows()} == {
            "Kecamatan Tempe": "1 baris",
            "Kel. Tempe": "tersegel bagi Anda",
        }


def test_what_was_typed_comes_back_after_a_power_cut(
    wajo: Desk, open_dialog: Open, qtbot: QtBot, lanes: runner.Runner
) -> None:
    count_drafts.keep(wajo, count_drafts.Draft(TEMPE, RACE, 0, {"v1": 512}, "Salinan PPK"))
    dialog = open_dialog()
    assert (dialog.sheet.title.text(), dialog.sheet.form.figures(), dialog.sheet.note.value()) == (
        "Kecamatan Tempe", {"v1": 512}, "Salinan PPK",
    )
    assert "belum tersimpan" in dialog.sheet.saved.text()
    dialog.reject()
    settle(qtbot, lanes)
    assert kept(wajo) == {TEMPE: {"v1": 512}}
    assert count_drafts.waiting_recaps(wajo) == []
    assert not dialog.isVisible()


def test_typing_keeps_a_draft_and_a_refusal_keeps_the_form_open(
    wajo: Desk, open_dialog: Open, qtbot: QtBot, lanes: runner.Runner
) -> None:
    dialog = open_dialog(TEMPE, "v1")
    qtbot.keyClicks(dialog.sheet.form, "512")
    qtbot.waitUntil(lambda: [one.figures for one in count_drafts.waiting_recaps(wajo)] == [{"v1": 512}])
    secret = wajo.operator
    wajo.operator = dataclasses.replace(secret, secret=b"")
    dialog.reject()
    settle(qtbot, lanes)
    assert dialog.isVisible()
    assert "sandi Anda sendiri" in dialog.notices.text
    wajo.operator = secret
    dialog.reject()
    settle(qtbot, lanes)
    assert not dialog.isVisible()
    assert kept(wajo) == {TEMPE: {"v1": 512}}


def test_one_is_removed_after_a_question(wajo: Desk, open_dialog: Open, qtbot: QtBot, lanes: runner.Runner) -> None:
    count_recaps.put(wajo, TEMPE, RACE, {"v1": 500})
    dialog = open_dialog(TEMPE)
    dialog.remove.click()
    [asked] = dialog.findChildren(ask_dialog.AskDialog)
    assert "1 baris" in asked.words.text()
    asked.yes.click()
    settle(qtbot, lanes)
    assert kept(wajo) == {}
    assert dialog.sheet.form.figures() == {}
    assert not dialog.remove.isEnabled()


def test_the_disclaimer_stands_in_it_and_it_fits_the_small_screen(open_dialog: Open) -> None:
    dialog = open_dialog(TEMPE, size=(895, 420))
    assert (dialog.width(), dialog.height()) == (895, 420)
    said = [one for one in dialog.findChildren(QtWidgets.QLabel) if one.text() == DISCLAIMER]
    assert [one.isVisible() for one in said] == [True]
    assert dialog.sheet.form.height() > 150


def test_another_line_follows_what_somebody_else_kept_while_one_types(
    wajo: Desk, open_dialog: Open, qtbot: QtBot, lanes: runner.Runner
) -> None:
    count_recaps.put(wajo, TEMPE, RACE, {"v1": 500, "v2": 90}, "D.HASIL")
    dialog = open_dialog(TEMPE, "v1")
    qtbot.keyClicks(dialog.sheet.form, "51")
    count_recaps.put(wajo, TEMPE, RACE, {"v1": 505, "v2": 91}, "D.HASIL, diperiksa")
    dialog.follow()
    settle(qtbot, lanes)
    qtbot.keyClicks(dialog.sheet.form, "2")
    assert dialog.sheet.form.figures() == {"v1": 512, "v2": 91}
    assert dialog.sheet.note.value() == "D.HASIL, diperiksa"
    assert "diubah orang lain" in dialog.notices.text
    assert dialog.sheet.saved.text() == "belum tersimpan"
    assert "diketik 505" in beside(dialog, "v1")
    assert "diketik" not in beside(dialog, "v2")
    dialog.save()
    settle(qtbot, lanes)
    assert kept(wajo) == {TEMPE: {"v1": 512, "v2": 91}}
    assert "diketik" not in beside(dialog, "v1")


def test_what_comes_while_it_is_saved_takes_nothing_away(
    wajo: Desk, open_dialog: Open, qtbot: QtBot, lanes: runner.Runner
) -> None:
    dialog = open_dialog(TEMPE, "v1")
    qtbot.keyClicks(dialog.sheet.form, "512")
    go_on = threading.Event()
    lanes.write(lambda: go_on.wait(20))
    dialog.save()
    dialog.follow()
    qtbot.wait(30)
    assert (dialog.sheet.form.figures(), dialog.sheet.saved.text()) == ({"v1": 512}, "menyimpan …")
    dialog.sheet.form.go_to("v2")
    qtbot.keyClicks(dialog.sheet.form, "7")
    go_on.set()
    settle(qtbot, lanes)
    assert kept(wajo) == {TEMPE: {"v1": 512}}
    assert dialog.sheet.form.figures() == {"v1": 512, "v2": 7}
    assert (dialog.is_altered, dialog.sheet.saved.text(), dialog.notices.text) == (True, "belum tersimpan", "")


def test_a_reading_that_comes_while_it_is_saved_does_not_take_its_own_for_anothers(
    wajo: Desk, open_dialog: Open, qtbot: QtBot, lanes: runner.Runner
) -> None:
    dialog = open_dialog(TEMPE, "v1")
    qtbot.keyClicks(dialog.sheet.form, "512")
    go_on = threading.Event()
    lanes.write(lambda: go_on.wait(20))
    dialog.follow()
    before = dialog.shown
    dialog.save()
    qtbot.waitUntil(lambda: dialog.shown is not before)
    assert (dialog.sheet.form.figures(), dialog.is_altered) == ({"v1": 512}, False)
    assert dialog.sheet.saved.text() == "menyimpan …"
    go_on.set()
    settle(qtbot, lanes)
    assert (dialog.is_altered, dialog.sheet.saved.text(), dialog.notices.text) == (False, "✓ tersimpan", "")


def test_its_own_news_that_comes_before_it_is_done_is_not_anothers(
    wajo: Desk, open_dialog: Open, qtbot: QtBot, lanes: runner.Runner
) -> None:
    dialog = open_dialog(TEMPE, "v1")
    qtbot.keyClicks(dialog.sheet.form, "512")
    written, go_on = threading.Event(), threading.Event()

    def hold(_news: object) -> None:
        written.set()
        go_on.wait(20)

    wajo.news.listen(hold)
    dialog.save()
    qtbot.waitUntil(written.is_set)
    wajo.news.stop(hold)
    dialog.sheet.form.go_to("v2")
    qtbot.keyClicks(dialog.sheet.form, "7")
    dialog.follow()
    qtbot.wait(50)
    go_on.set()
    settle(qtbot, lanes)
    assert kept(wajo) == {TEMPE: {"v1": 512}}
    assert (dialog.sheet.form.figures(), dialog.notices.text) == ({"v1": 512, "v2": 7}, "")


def test_it_follows_after_a_refusal_too(
    wajo: Desk, open_dialog: Open, qtbot: QtBot, lanes: runner.Runner
) -> None:
    dialog = open_dialog(TEMPE, "v1")
    qtbot.keyClicks(dialog.sheet.form, "512")
    count_recaps.put(wajo, TEMPE, RACE, {"v2": 91})
    secret = wajo.operator
    wajo.operator = dataclasses.replace(secret, secret=b"")
    go_on = threading.Event()
    lanes.write(lambda: go_on.wait(20))
    dialog.go_to(RACE, TEMPE_VILLAGE)
    dialog.follow()
    assert dialog.sheet.saved.text() == "menyimpan …"
    assert "v2" not in dialog.sheet.form.figures()
    go_on.set()
    qtbot.waitUntil(lambda: dialog.sheet.saved.text() == "belum tersimpan")
    wajo.operator = secret
    settle(qtbot, lanes)
    assert dialog.sheet.title.text() == "Kecamatan Tempe"
    assert dialog.sheet.form.figures() == {"v1": 512, "v2": 91}
    assert dialog.sheet.saved.text() == "belum tersimpan"
    assert kept(wajo) == {TEMPE: {"v2": 91}}


def test_closed_while_it_is_saved_it_stays_until_it_is_saved(
    wajo: Desk, open_dialog: Open, qtbot: QtBot, lanes: runner.Runner
) -> None:
    dialog = open_dialog(TEMPE, "v1")
    qtbot.keyClicks(dialog.sheet.form, "512")
    secret, go_on = wajo.operator, threading.Event()
    wajo.operator = dataclasses.replace(secret, secret=b"")
    lanes.write(lambda: go_on.wait(20))
    dialog.save()
    dialog.reject()
    assert dialog.isVisible()
    go_on.set()
    settle(qtbot, lanes)
    assert dialog.isVisible()
    assert "sandi Anda sendiri" in dialog.notices.text
    wajo.operator = secret
    dialog.save()
    dialog.reject()
    settle(qtbot, lanes)
    assert not dialog.isVisible()
    assert kept(wajo) == {TEMPE: {"v1": 512}}


def test_who_looks_through_the_list_meanwhile_stays_where_he_is(
    wajo: Desk, open_dialog: Open, qtbot: QtBot, lanes: runner.Runner
) -> None:
    count_recaps.put(wajo, TEMPE, RACE, {"v1": 500})
    count_recaps.put(wajo, TEMPE_VILLAGE, RACE, {"v1": 50})
    dialog = open_dialog(TEMPE, "v1")
    dialog.list.view.setFocus()
    dialog.list.show_row(TEMPE_VILLAGE)
    count_recaps.put(wajo, "73.13", RACE, {"v1": 5000})
    dialog.follow()
    settle(qtbot, lanes)
    assert [row.place for row in dialog.list.model.rows()] == ["73.13", TEMPE, TEMPE_VILLAGE]
    current = dialog.list.current()
    assert current is not None
    assert (current.place, dialog.sheet.title.text()) == (TEMPE_VILLAGE, "Kecamatan Tempe")
    assert dialog.notices.text == ""


def test_keys_that_come_before_the_next_form_are_kept_for_it(
    wajo: Desk, open_dialog: Open, qtbot: QtBot, lanes: runner.Runner
) -> None:
    count_recaps.put(wajo, TEMPE, RACE, {"v1": 9})
    count_recaps.put(wajo, TEMPE_VILLAGE, RACE, {"v1": 8})
    dialog = open_dialog(TEMPE_VILLAGE, "v1")
    dialog.list.show_row(TEMPE)
    dialog._open_row()
    type_(qtbot, dialog, "777")
    settle(qtbot, lanes)
    assert dialog.shown is not None
    assert dialog.shown.place == TEMPE
    dialog.save()
    settle(qtbot, lanes)
    assert sorted(kept(wajo)[TEMPE].values()) == [9, 777]
    assert kept(wajo)[TEMPE_VILLAGE] == {"v1": 8}


def test_an_older_reading_does_not_take_back_where_one_goes(
    wajo: Desk, open_dialog: Open, qtbot: QtBot, lanes: runner.Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = open_dialog(TEMPE_VILLAGE, "v1")
    put, read = count_recaps.put, count_recap_reading.read
    written, told = threading.Event(), threading.Event()

    def late_put(*asked: object, **named: object) -> int:
        written.wait(20)
        return put(*asked, **named)

    def late_read(*asked: object) -> count_recap_reading.Read:
        found = read(*asked)
        told.wait(20)
        return found

    monkeypatch.setattr(count_recaps, "put", late_put)
    monkeypatch.setattr(count_recap_reading, "read", late_read)
    type_(qtbot, dialog, "150")
    dialog.follow()
    qtbot.wait(50)
    dialog.go_to(RACE, TEMPE)
    told.set()
    qtbot.wait(100)
    written.set()
    settle(qtbot, lanes)
    assert dialog.shown is not None
    assert dialog.shown.place == TEMPE
    assert kept(wajo)[TEMPE_VILLAGE] == {"v1": 150}


def test_what_is_typed_while_it_closes_is_saved_too(
    wajo: Desk, open_dialog: Open, qtbot: QtBot, lanes: runner.Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = open_dialog(TEMPE_VILLAGE, "v1")
    put, written = count_recaps.put, threading.Event()

    def late(*asked: object, **named: object) -> int:
        written.wait(20)
        return put(*asked, **named)

    monkeypatch.setattr(count_recaps, "put", late)
    type_(qtbot, dialog, "150")
    dialog.reject()
    type_(qtbot, dialog, "90")
    written.set()
    settle(qtbot, lanes)
    assert not dialog.isVisible()
    assert kept(wajo)[TEMPE_VILLAGE] == {"v1": 150, "v2": 90}
