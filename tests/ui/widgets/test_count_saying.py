# SPDX-License-Identifier: Apache-2.0
"""What a verifier is about to say: figures and a reason by Enter alone; nothing without a reason."""

from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from ui.widgets import count_saying
from ui.widgets.count_saying import Asked

Key = QtCore.Qt.Key
TYPED = Asked("ketik", "Dibaca lagi", "Tetapkan", (("v1", "1. Andi", None), ("v2", "2. Budi", None)), "Ketik.")


def panel(qtbot: QtBot) -> tuple[count_saying.SayingPanel, list[tuple[object, object, str]]]:
    made = count_saying.SayingPanel()
    qtbot.addWidget(made)
    made.resize(700, 240)
    said: list[tuple[object, object, str]] = []
    made.said.connect(lambda *told: said.append(told))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made, said


def test_figures_then_the_reason_by_enter_alone(qtbot: QtBot, app: object) -> None:
    made, said = panel(qtbot)
    made.ask(TYPED)
    for code, typed in (("v1", "81"), ("v2", "1.204")):
        assert made.numbers[code].hasFocus()
        qtbot.keyClicks(made.numbers[code], typed)
        qtbot.keyClick(made.numbers[code], Key.Key_Return)
    assert made.reason.hasFocus()
    qtbot.keyClick(made.reason, Key.Key_Return)
    assert (said, bool(made.refusal.text())) == ([], True)
    qtbot.keyClicks(made.reason, "Salah ketik")
    qtbot.keyClick(made.reason, Key.Key_Return)
    assert said == [(TYPED, {"v1": 81, "v2": 1204}, "Salah ketik")]


def test_a_figure_that_is_wanting_is_asked_for(qtbot: QtBot, app: object) -> None:
    made, said = panel(qtbot)
    made.ask(TYPED)
    qtbot.keyClicks(made.numbers["v1"], "81")
    qtbot.keyClicks(made.reason, "Salah ketik")
    qtbot.keyClick(made.reason, Key.Key_Return)
    assert said == []
    assert made.numbers["v2"].hasFocus()


def test_a_line_may_be_emptied_where_that_is_meant(qtbot: QtBot, app: object) -> None:
    made, said = panel(qtbot)
    asked = Asked("koreksi:v1", "Perbaiki", "Simpan", (("v1", "1. Andi", 80),), may_empty=True)
    made.ask(asked)
    made.numbers["v1"].clear()
    made.reason.setText("Tidak terbaca")
    made.button.click()
    assert said == [(asked, {"v1": None}, "Tidak terbaca")]


def test_a_ready_reason_is_taken_and_esc_drops_it(qtbot: QtBot, app: object) -> None:
    made, said = panel(qtbot)
    dropped: list[bool] = []
    made.dropped.connect(lambda: dropped.append(True))
    made.ask(Asked("terima:V06", "Terima catatan V06", "Terima"))
    assert made.reason.hasFocus()
    menu = made.ready.menu()
    assert menu is not None
    menu.actions()[1].trigger()
    assert made.reason.text() == count_saying.READY[1]
    qtbot.keyClick(made.reason, Key.Key_Escape)
    assert (said, dropped) == ([], [True])
    made.put_away()
    assert made.asked is None
    assert made.isHidden()


def test_what_stays_ticked_comes_back(qtbot: QtBot, app: object) -> None:
    made, said = panel(qtbot)
    asked = Asked("terima", "Terima catatan", "Terima", picks=(("V04", "sah"), ("V06", "digunakan")))
    made.ask(asked)
    assert made.reason.hasFocus()
    for tick in made.ticks.values():
        assert tick.isChecked()
        qtbot.keyClick(tick, Key.Key_Space)
    qtbot.keyClicks(made.reason, "Benar")
    qtbot.keyClick(made.reason, Key.Key_Return)
    assert said == []
    assert made.refusal.text()
    qtbot.keyClick(made.ticks["V06"], Key.Key_Space)
    made.button.click()
    assert [(one.picks, reason) for one, _figures, reason in said] == [((("V06", "digunakan"),), "Benar")]  # type: ignore[attr-defined]


def test_one_alone_is_not_ticked(qtbot: QtBot, app: object) -> None:
    made, said = panel(qtbot)
    asked = Asked("terima", "Terima catatan V04", "Terima", picks=(("V04", "sah"),))
    made.ask(asked)
    assert not made.ticks["V04"].isVisible()
    made.reason.setText("Benar")
    made.button.click()
    assert said == [(asked, {}, "Benar")]
