# SPDX-License-Identifier: Apache-2.0
"""Words beside a title leave by whole parts where there is no room, and are all in the tooltip."""

from pytestqt.qtbot import QtBot

from ui.widgets import title_words


def test_whole_parts_give_way(qtbot: QtBot) -> None:
    words = title_words.TitleWords("7 tim · 32 anggota")
    qtbot.addWidget(words)
    words.resize(300, 20)
    words.show()
    words.grab()
    assert (words.shown, words.toolTip()) == ("7 tim · 32 anggota", "")
    words.resize(words.fontMetrics().horizontalAdvance("7 tim · 32 ang"), 20)
    words.grab()
    assert (words.shown, words.toolTip()) == ("7 tim", "7 tim · 32 anggota")
    words.resize(words.fontMetrics().horizontalAdvance("7 t…"), 20)
    assert words.shown.endswith("…")
