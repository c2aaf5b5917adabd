# SPDX-License-Identifier: Apache-2.0
"""Journeys through the window have the look and the runner that the tests of the window have."""

from tests.ui.conftest import app, lanes

__all__ = ["app", "lanes"]
