# SPDX-License-Identifier: Apache-2.0
"""Each heading with what it was taken for; another choice is told whole."""

from typing import Any

from ui.widgets import mapping_table


def test_another_choice_tells_the_whole_mapping(qtbot: Any) -> None:
    table = mapping_table.MappingTable([("text", "Isi"), ("sender", "Dari")])
    qtbot.addWidget(table)
    table.show_mapping([("A", "Kejadian", "text"), ("B", "Pelapor", "")])
    assert table.value() == {"Kejadian": "text", "Pelapor": ""}
    choice = table.choices["Pelapor"]
    with qtbot.waitSignal(table.changed) as told:
        choice.set_value("sender")
        choice.committed.emit("sender")
    assert told.args == [{"Kejadian": "text", "Pelapor": "sender"}]
