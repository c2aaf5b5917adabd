# SPDX-License-Identifier: Apache-2.0
"""The chain of steps: in words with its mark, one open, told when another is picked."""

from pytestqt.qtbot import QtBot

from ui.widgets import step_chain
from ui.widgets.step_chain import ChainStep

STEPS = (
    ChainStep("a", "Jadwal", "siap", "siap", "sudah"),
    ChainStep("b", "Surat tugas", "buka", "primary", "berikutnya", True),
    ChainStep("c", "Laporan", "belum", "muted", "nanti"),
)


def test_steps_are_numbered_and_say_how_far_they_are(app: object, qtbot: QtBot) -> None:
    chain = step_chain.StepChain()
    qtbot.addWidget(chain)
    chain.set_steps(STEPS)
    assert [button.text() for button in chain.buttons.values()] == ["1 Jadwal", "2 Surat tugas", "3 Laporan"]
    assert chain.buttons["b"].accessibleName() == "2 Surat tugas: berikutnya"
    assert [button.font().bold() for button in chain.buttons.values()] == [False, True, False]
    picked: list[str] = []
    chain.picked.connect(picked.append)
    chain.buttons["c"].click()
    assert (picked, chain.current()) == (["c"], "c")
    chain.set_steps(STEPS[:2])
    assert (list(chain.buttons), chain.current()) == (["a", "b"], "")


def test_long_names_go_on_in_a_second_line(app: object, qtbot: QtBot) -> None:
    chain = step_chain.StepChain()
    qtbot.addWidget(chain)
    chain.set_steps([ChainStep(str(at), "Nama langkah yang panjang", "belum", "muted", "nanti") for at in range(5)])
    assert chain.heightForWidth(260) > chain.heightForWidth(1200)
