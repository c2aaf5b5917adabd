# SPDX-License-Identifier: Apache-2.0
"""What tests of the window share: the look, and a runner that is closed again."""

from collections.abc import Iterator

import pytest
from PySide6 import QtWidgets

from ui import runner, theme


@pytest.fixture
def app(qapp: QtWidgets.QApplication) -> QtWidgets.QApplication:
    """The application with its look, light."""
    theme.apply(qapp, theme.Scheme.LIGHT)
    return qapp


@pytest.fixture
def lanes(app: QtWidgets.QApplication) -> Iterator[runner.Runner]:
    """A runner."""
    made = runner.Runner()
    yield made
    made.close()
