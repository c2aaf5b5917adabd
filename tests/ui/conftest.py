# SPDX-License-Identifier: Apache-2.0
"""What tests of the window share: the look, and a runner that is closed again."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from ui import runner, theme


@pytest.fixture
def app(qapp: QtWidgets.QApplication) -> QtWidgets.QApplication:
    """The application with its look, light."""
    theme.apply(qapp, theme.Scheme.LIGHT)
    return qapp


@pytest.fixture
def qtbot(qtbot: QtBot, app: QtWidgets.QApplication, monkeypatch: pytest.MonkeyPatch) -> QtBot:
    """A part that is shown on its own is dressed, as the window would dress it."""
    add = qtbot.addWidget

    def add_dressed(widget: QtWidgets.QWidget, **named: Any) -> None:
        theme.dress(widget)
        add(widget, **named)

    monkeypatch.setattr(qtbot, "addWidget", add_dressed)
    return qtbot


@pytest.fixture
def lanes(app: QtWidgets.QApplication) -> Iterator[runner.Runner]:
    """A runner."""
    made = runner.Runner()
    yield made
    made.close()
