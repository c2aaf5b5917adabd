# SPDX-License-Identifier: Apache-2.0
"""The shared folder in the window: switched on by a setting, told quietly, trouble told once."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from desk_app.operations import answers, change_settings
from tests import two_offices
from ui import runner
from ui.start import session

FIRST, NUMBER = two_offices.FIRST, two_offices.NUMBER


def test_what_lies_in_the_folder_comes_in_by_itself(qtbot: QtBot, tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        answers.set_answer(two.tempe, FIRST, NUMBER, "5")
        two.send(two.tempe, two.kabupaten)
        lanes = runner.Runner()
        opened = session.Session(two.kabupaten, lanes, first_page="settings")
        notices = opened.window.page("settings").notices
        opened.unattended.look()
        assert lanes.wait_idle()
        assert notices.text == ""
        change_settings.set_many(two.kabupaten, {"shared_folder": str(two.stick)})
        assert lanes.wait_idle()
        opened.unattended.look()
        qtbot.waitUntil(lambda: "dari folder bersama" in notices.text)
        change_settings.set_many(two.kabupaten, {"shared_folder": str(tmp_path / "hilang")})
        assert lanes.wait_idle()
        opened.unattended.look()
        qtbot.waitUntil(lambda: "tidak ditemukan" in notices.text)
        notices.clear()
        opened.unattended.look()
        assert lanes.wait_idle()
        assert notices.text == ""
        opened.unattended.stop()
        opened.window.close()
        assert lanes.wait_idle()
        lanes.close()
