# SPDX-License-Identifier: Apache-2.0
"""Days as they are typed; what is no day is marked and not told."""

import pytest
from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from ui.widgets import day_field


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("14-02-2024", "2024-02-14"),
        ("14/2/24", "2024-02-14"),
        ("14.2.2024", "2024-02-14"),
        ("14022024", "2024-02-14"),
        ("31-02-2024", None),
        ("2024-02-14", None),
        ("besok", None),
        ("", None),
    ],
)
def test_what_is_typed_is_read_as_a_day(typed: str, day: str | None) -> None:
    assert day_field.read(typed) == day


def test_a_day_is_told_once_and_what_is_none_is_marked(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    field = day_field.DayField()
    qtbot.addWidget(field)
    told: list[str] = []
    field.committed.connect(told.append)
    field.set_value("2024-01-08")
    assert field.text() == "08-01-2024"
    field.commit()
    assert told == []
    field.setText("99-01-2024")
    field.commit()
    assert told == []
    assert field.property("refused") is True
    field.setText("9/1/2024")
    field.commit()
    field.commit()
    assert (told, field.text(), field.value()) == (["2024-01-09"], "09-01-2024", "2024-01-09")
    assert field.property("refused") is False
    field.clear()
    field.commit()
    assert told == ["2024-01-09", ""]
