# SPDX-License-Identifier: Apache-2.0
"""Places of widgets in a layout are not kept by PySide, which otherwise can bring the program down (decision 0028).

Who puts a filled layout into another one or into a widget has PySide wrap each place in it, and keep the wrapper after
Qt has deleted the place. When a small object of Qt comes to stand where the place stood and ends, PySide takes the two
for one and uses what it has freed.
"""

from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6 import QtWidgets

_PLACES = (QtWidgets.QWidgetItem, QtWidgets.QSpacerItem)
_WAYS = (
    (QtWidgets.QBoxLayout, "addLayout"),
    (QtWidgets.QBoxLayout, "insertLayout"),
    (QtWidgets.QGridLayout, "addLayout"),
    (QtWidgets.QWidget, "setLayout"),
)


def install() -> None:
    """Let go of the places whenever a layout is put into another one or into a widget; a second time nothing."""
    for owner, name in _WAYS:
        way = getattr(owner, name)
        if getattr(way, "__module__", "") != __name__:
            setattr(owner, name, _letting_go(way))


def let_go(layout: QtWidgets.QLayout) -> None:
    """Forget the wrappers of the places in a layout and in those within it; the places stay."""
    for at in range(layout.count()):
        place = layout.itemAt(at)
        if isinstance(place, QtWidgets.QLayout):
            let_go(place)
        # A layout written in Python keeps its places itself.
        elif isinstance(place, _PLACES) and type(layout).__module__ == QtWidgets.__name__:
            shiboken6.invalidate(place)


def _letting_go(way: Callable[..., None]) -> Callable[..., None]:
    def put(self: QtWidgets.QLayout | QtWidgets.QWidget, *asked: Any, **named: Any) -> None:
        way(self, *asked, **named)
        for one in (*asked, *named.values()):
            if isinstance(one, QtWidgets.QLayout):
                let_go(one)

    return put
