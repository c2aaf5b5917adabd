# SPDX-License-Identifier: Apache-2.0
"""PySide6 keeps count: 6.12.0 loses a reference to None with each void call and aborts on Python 3.11."""

import sys

from PySide6.QtWidgets import QApplication


def test_events_leave_the_references_to_none(qapp: QApplication) -> None:
    qapp.processEvents()
    before = sys.getrefcount(None)
    for _ in range(1000):
        qapp.processEvents()
    assert abs(sys.getrefcount(None) - before) < 100
