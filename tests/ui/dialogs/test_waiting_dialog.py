# SPDX-License-Identifier: Apache-2.0
"""Work that is over at once shows nothing; longer work shows itself; a refusal stays until it was read."""

import time

from pytestqt.qtbot import QtBot

from desk_app.base.progress import Progress, Steps
from desk_app.domain import errors
from ui import runner
from ui.dialogs import waiting_dialog


def quick() -> Steps[int]:
    yield Progress(1, 1, "")
    return 7


def slow() -> Steps[int]:
    for step in range(12):
        time.sleep(0.05)
        yield Progress(step, 12, "Menulis")
    return 8


def refused() -> Steps[int]:
    yield Progress(0, None, "")
    raise errors.Refused("Ruang tidak cukup.")


def test_quick_work_is_never_seen(lanes: runner.Runner, qtbot: QtBot) -> None:
    dialog = waiting_dialog.WaitingDialog("Backup", "", lanes, quick)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.finished_with) as told:
        pass
    assert told.args == [7]
    qtbot.wait(300)
    assert not dialog.isVisible()


def test_slow_work_shows_itself_and_goes(lanes: runner.Runner, qtbot: QtBot) -> None:
    dialog = waiting_dialog.WaitingDialog("Backup", "", lanes, slow)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.finished_with) as told:
        qtbot.waitUntil(dialog.isVisible)
        dialog.reject()
        assert dialog.isVisible(), "Esc does not stop it"
    assert told.args == [8]
    assert not dialog.isVisible()


def test_what_somebody_waits_for_is_shown_at_once(lanes: runner.Runner, qtbot: QtBot) -> None:
    dialog = waiting_dialog.WaitingDialog("Pulihkan backup", "", lanes, quick, at_once=True)
    qtbot.addWidget(dialog)
    assert dialog.isVisible()
    assert dialog.panel.isVisible()
    with qtbot.waitSignal(dialog.finished_with):
        pass
    assert not dialog.isVisible()


def test_a_refusal_stays_until_it_was_read(lanes: runner.Runner, qtbot: QtBot) -> None:
    dialog = waiting_dialog.WaitingDialog("Backup", "", lanes, refused, close_words="Tutup tanpa backup")
    qtbot.addWidget(dialog)
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.notices.text == "Ruang tidak cukup."
    assert dialog.close_button.text() == "Tutup tanpa backup"
    with qtbot.waitSignal(dialog.given_up):
        dialog.close_button.click()
    assert not dialog.isVisible()
