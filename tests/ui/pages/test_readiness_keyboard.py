# SPDX-License-Identifier: Apache-2.0
"""What the keyboard alone does in Kesiapan TPS, in the real window with every key press counted."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.domain import answers, checklists, places, records
from desk_app.operations import answers as answering
from desk_app.operations import checklist_pages, elections, history, targets
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests import small_offices
from tests.ui.pages import opened
from ui import runner
from ui.pages import readiness_page

KEY = QtCore.Qt.Key
CONTROL = QtCore.Qt.KeyboardModifier.ControlModifier
NONE = QtCore.Qt.KeyboardModifier.NoModifier
MANY = 82
VILLAGES = ("73.13.06.1001", "73.13.06.1003", "73.13.06.1004")


class Hands:
    """Presses keys where the focus is, and counts them: the digits of a number apart."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.keys = self.digits = 0

    def press(self, key: KEY, modifier: QtCore.Qt.KeyboardModifier = NONE) -> None:
        """Press one key."""
        self.keys += 1
        self._qtbot.keyClick(self._focus(), key, modifier)

    def type(self, text: str) -> None:
        """Type letters and digits, each a key press."""
        for letter in text:
            self.digits += letter.isdigit()
            self.keys += not letter.isdigit()
            self._qtbot.keyClick(self._focus(), letter)

    def answer(self, letter: str) -> None:
        """Answer by a letter or by the number pad: a key press like any other."""
        self.keys += 1
        self._qtbot.keyClick(self._focus(), letter)

    def _focus(self) -> QtWidgets.QWidget:
        focus = QtWidgets.QApplication.focusWidget()
        assert focus is not None
        return focus


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = small_offices.make(tmp_path / "kantor", "73.13", stations=0).desk
    numbers = [(village, number) for village in VILLAGES for number in range(1, 30)][:MANY]
    regions = [(("pemilu-2024", village), {"name": name, "kind": "kelurahan"}) for village, name in zip(
        ("73.13.06", *VILLAGES), ("Tempe", "Maddukkelleng", "Siengkang", "Bulupabbulu"), strict=True)]
    rows = [(("pemilu-2024", *one), {"dpt_male": 140, "dpt_female": 150}) for one in numbers]
    rows.append((("pemilu-2024", "73.13.07.1001", 1), {"dpt_male": 100, "dpt_female": 90}))

    def work(unit: object) -> None:
        unit.put_many(records.REGION, regions)  # type: ignore[attr-defined]
        unit.put_many(records.STATION, rows)  # type: ignore[attr-defined]

    transact(made, "TPS", work, kind="setup")
    yield made
    made.close()


@pytest.fixture
def page(desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> Iterator[readiness_page.ReadinessPage]:
    window = opened.show(qtbot, desk, lanes, "readiness", lambda: readiness_page.ReadinessPage(desk, lanes))
    made = window.page("readiness")
    assert isinstance(made, readiness_page.ReadinessPage)
    made.open(targets.Target(targets.Page.CHECKLIST, chosen={"area": "73.13.06"}, phase=-1))
    opened.settle(qtbot, lanes)
    made.first_field.setFocus()
    yield made
    opened.settle(qtbot, lanes)
    assert window.crashes == []


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    return Hands(qtbot)


def read(desk: Desk, subject: str) -> dict[str, checklist_pages.PageItem]:
    return {item.code: item for item in checklist_pages.checklist_page(desk, subject, -1).items}


def marks(desk: Desk, item: str, count: int) -> list[answers.AnswerValue | None]:
    subjects = [f"{village}-{number:03d}" for village in VILLAGES for number in range(1, 30)][:count]
    return [read(desk, subject)[item].value for subject in subjects]


def test_thirty_items_are_filled_in_under_sixty_key_presses_beyond_digits(
    page: readiness_page.ReadinessPage, hands: Hands, desk: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    items = elections.page_items(elections.working_event(desk), "73.13", -1, places.Kind.TPS)
    assert len(items) >= 30
    hands.press(KEY.Key_Return)
    opened.settle(qtbot, lanes)
    expected: dict[str, answers.AnswerValue | None] = {}
    for place, item in enumerate(items):
        row = page.sheet.current_row()
        assert row.code == item.code, "an answer moves on by itself, and only by one"
        if item.kind is checklists.ItemKind.NUMBER and row.item.needed is not None and place % 3:
            hands.press(KEY.Key_Enter)
            expected[item.code] = row.item.needed
        elif item.kind is checklists.ItemKind.NUMBER:
            hands.type(str(place + 1))
            hands.press(KEY.Key_Enter)
            expected[item.code] = place + 1
        else:
            letter = "sb1t20"[place % 6]
            hands.answer(letter)
            expected[item.code] = answers.MARK_KEYS[letter]
    opened.settle(qtbot, lanes)
    assert {code: item.value for code, item in read(desk, f"{VILLAGES[0]}-001").items()} == expected
    assert hands.keys < 60
    assert "terisi" in page.sheet.head.progress.text()


def test_enter_takes_the_required_quantity_once_and_skips_what_has_none(
    page: readiness_page.ReadinessPage, hands: Hands, desk: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    subject = f"{VILLAGES[0]}-001"
    hands.press(KEY.Key_Return)
    opened.settle(qtbot, lanes)
    page.sheet.focus_item("log.suara.ppwp")
    hands.press(KEY.Key_Return)
    page.sheet.focus_item("log.segel")
    hands.press(KEY.Key_Return)
    opened.settle(qtbot, lanes)
    assert read(desk, subject)["log.suara.ppwp"].value == read(desk, subject)["log.suara.ppwp"].needed == 296
    assert read(desk, subject)["log.segel"].value is None
    page.sheet.focus_item("log.suara.ppwp")
    qtbot.wait(1)
    hands.type("200")
    hands.press(KEY.Key_Return)
    opened.settle(qtbot, lanes)
    page.sheet.focus_item("log.suara.ppwp")
    hands.press(KEY.Key_Return)
    opened.settle(qtbot, lanes)
    assert read(desk, subject)["log.suara.ppwp"].value == 200, "Enter goes on over what stands there"


def test_eighty_two_tps_are_filled_down_in_under_ten_key_presses(
    page: readiness_page.ReadinessPage, hands: Hands, desk: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    for number in (3, 4, 5):
        answering.set_answer(desk, f"{VILLAGES[0]}-{number:03d}", "tps.berdiri", "B")
    page.open(targets.Target(targets.Page.CHECKLIST, f"{VILLAGES[0]}-001", chosen={"item": "tps.berdiri"}, phase=-1))
    opened.settle(qtbot, lanes)
    hands.type("s")
    hands.press(KEY.Key_Up)
    opened.settle(qtbot, lanes)
    hands.press(KEY.Key_D, CONTROL)
    opened.settle(qtbot, lanes)
    said = page.notices.text
    assert f"ke {MANY - 1} tempat" in said
    assert "3 isian lain DIGANTI" in said
    assert marks(desk, "tps.berdiri", 6)[1] is None, "nothing is written before it is said yes to"
    hands.press(KEY.Key_D, CONTROL)
    opened.settle(qtbot, lanes)
    assert hands.keys + hands.digits < 10
    assert set(marks(desk, "tps.berdiri", MANY)) == {answers.Mark.DONE}
    assert read(desk, "73.13.07.1001-001")["tps.berdiri"].value is None, "another kecamatan is not in the list"
    history.undo(desk)
    stood = marks(desk, "tps.berdiri", MANY)
    assert stood[:5] == [answers.Mark.DONE, None, *[answers.Mark.NOT_YET] * 3]
    assert set(stood[5:]) == {None}


def test_the_required_quantity_is_filled_down_as_each_tps_needs_it(
    page: readiness_page.ReadinessPage, hands: Hands, desk: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    second = f"{VILLAGES[0]}-002"
    from desk_app.operations import stations

    stations.edit_station(desk, second, {"dpt_male": 50, "dpt_female": 50})
    hands.press(KEY.Key_Return)
    opened.settle(qtbot, lanes)
    page.sheet.focus_item("log.suara.ppwp")
    hands.press(KEY.Key_Return)
    hands.press(KEY.Key_Up)
    opened.settle(qtbot, lanes)
    hands.press(KEY.Key_D, CONTROL)
    opened.settle(qtbot, lanes)
    assert "sejumlah yang diperlukan tiap TPS" in page.notices.text
    hands.press(KEY.Key_D, CONTROL)
    opened.settle(qtbot, lanes)
    assert read(desk, second)["log.suara.ppwp"].value == 102
    assert read(desk, f"{VILLAGES[0]}-003")["log.suara.ppwp"].value == 296


def test_paper_forms_are_typed_in_one_after_the_other_by_their_number(
    page: readiness_page.ReadinessPage, hands: Hands, desk: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    number = page.checklist.number
    hands.press(KEY.Key_G, CONTROL)
    hands.type("7313061003002")
    hands.press(KEY.Key_Return)
    opened.settle(qtbot, lanes)
    assert page.sheet.page is not None
    assert page.sheet.page.subject == "73.13.06.1003-002"
    assert page.sheet.has_focus()
    page.sheet.focus_row(len(page.sheet.rows) - 1)
    hands.type("s")
    opened.settle(qtbot, lanes)
    assert page.sheet.current_row() is page.sheet.rows[-1], "the last answer stays where it is"
    hands.press(KEY.Key_Return)
    opened.settle(qtbot, lanes)
    assert number.hasFocus()
    assert number.text() == "7313061003003"
    hands.press(KEY.Key_Return)
    opened.settle(qtbot, lanes)
    assert page.sheet.page.subject == "73.13.06.1003-003"
    assert page.sheet.has_focus()
    assert number.text() == ""
    hands.press(KEY.Key_G, CONTROL)
    hands.type("siengkang 7")
    hands.press(KEY.Key_Return)
    opened.settle(qtbot, lanes)
    assert page.sheet.page.subject == "73.13.06.1003-007"
    hands.press(KEY.Key_G, CONTROL)
    hands.type("7313061003999")
    hands.press(KEY.Key_Return)
    opened.settle(qtbot, lanes)
    assert page.sheet.page.subject == "73.13.06.1003-007"
    assert number.unknown_words == "7313061003999"


def test_on_a_small_screen_the_box_comes_to_the_front_and_the_sheet_again(
    page: readiness_page.ReadinessPage, hands: Hands, desk: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    page.window().resize(911, 470)
    qtbot.waitUntil(lambda: page.checklist.view.is_narrow)
    hands.press(KEY.Key_Return)
    opened.settle(qtbot, lanes)
    assert page.sheet.isVisible()
    page.sheet.focus_row(len(page.sheet.rows) - 1)
    hands.press(KEY.Key_Return)
    opened.settle(qtbot, lanes)
    assert page.checklist.number.hasFocus()
    hands.press(KEY.Key_Return)
    opened.settle(qtbot, lanes)
    assert page.sheet.has_focus()
    assert page.sheet.page is not None
    assert page.sheet.page.subject == f"{VILLAGES[0]}-002"
    hands.press(KEY.Key_G, CONTROL)
    assert page.checklist.number.hasFocus()
