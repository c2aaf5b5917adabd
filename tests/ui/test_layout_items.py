# SPDX-License-Identifier: Apache-2.0
"""PySide keeps no place of a layout that Qt may delete: with one, the program ends where a small object does."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import shiboken6
from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from ui import layout_items
from ui.widgets import flow_row

ROOT = Path(__file__).resolve().parents[2]
PLACES = (QtWidgets.QWidgetItem, QtWidgets.QSpacerItem)
ENDS = """
import shiboken6
from PySide6 import QtCore, QtWidgets
from ui import theme
app = QtWidgets.QApplication([])
theme.apply(app, theme.Scheme.LIGHT)
window = QtWidgets.QWidget()
column = QtWidgets.QVBoxLayout(window)
labels = []
for _ in range(300):
    row = QtWidgets.QHBoxLayout()
    label = QtWidgets.QLabel("x")
    row.addWidget(label)
    labels.append(label)
    column.addLayout(row)
for label in labels:
    shiboken6.delete(label)
kept = [one for one in shiboken6.getAllValidWrappers() if type(one) is QtWidgets.QWidgetItem]
print(len(kept))
for _ in range(200):
    parent = QtCore.QObject()
    for _ in range(5):
        QtCore.QTimer(parent)
    del parent
print("whole")
"""


def kept() -> list[object]:
    """The wrappers of places; whoever holds them is not deceived by another one at the same address."""
    return [one for one in shiboken6.getAllValidWrappers() if type(one) in PLACES]


def since(before: list[object]) -> int:
    known = {id(one) for one in before}
    return sum(id(one) not in known for one in kept())


def filled() -> QtWidgets.QHBoxLayout:
    row, inner = QtWidgets.QHBoxLayout(), QtWidgets.QVBoxLayout()
    inner.addWidget(QtWidgets.QLabel("in"))
    inner.addStretch(1)
    row.addWidget(QtWidgets.QLabel("out"))
    row.addLayout(inner)
    return row


@pytest.mark.parametrize(
    "put",
    [
        lambda box: QtWidgets.QVBoxLayout(box).addLayout(filled()),
        lambda box: QtWidgets.QVBoxLayout(box).addLayout(filled(), stretch=1),
        lambda box: QtWidgets.QVBoxLayout(box).insertLayout(0, filled()),
        lambda box: QtWidgets.QGridLayout(box).addLayout(filled(), 0, 0),
        lambda box: box.setLayout(filled()),
    ],
)
def test_no_place_is_kept_and_all_is_shown(qtbot: QtBot, put: Callable[[QtWidgets.QWidget], None]) -> None:
    before = kept()
    box = QtWidgets.QWidget()
    qtbot.addWidget(box)
    put(box)
    assert since(before) == 0
    box.show()
    labels = box.findChildren(QtWidgets.QLabel)
    assert sorted(one.text() for one in labels) == ["in", "out"]
    assert all(one.isVisible() for one in labels)
    assert labels[0].geometry() != labels[1].geometry()


def test_a_layout_of_our_own_keeps_its_places_until_they_are_taken(qtbot: QtBot) -> None:
    before = kept()
    box = QtWidgets.QWidget()
    qtbot.addWidget(box)
    column, row = QtWidgets.QVBoxLayout(box), flow_row.FlowRow()
    labels = [QtWidgets.QLabel(words) for words in ("satu", "dua")]
    for label in labels:
        row.addWidget(label)
    column.addLayout(row)
    box.resize(300, 60)
    box.show()
    first, second = (label.x() for label in labels)
    assert second > first
    shiboken6.delete(labels[0])
    qtbot.waitUntil(lambda: labels[1].x() == first)
    assert since(before) == 1


def test_it_is_put_in_once(app: QtWidgets.QApplication) -> None:
    way = QtWidgets.QBoxLayout.addLayout
    layout_items.install()
    assert QtWidgets.QBoxLayout.addLayout is way


def test_what_brought_the_program_down_does_not() -> None:
    # What is freed is filled with rubbish there, so that its use shows.
    asked = {**os.environ, "MALLOC_PERTURB_": "165", "PYTHONPATH": str(ROOT)}
    told = subprocess.run([sys.executable, "-c", ENDS], env=asked, capture_output=True, text=True, timeout=120)
    assert (told.returncode, told.stdout.split()) == (0, ["0", "whole"]), told.stderr
