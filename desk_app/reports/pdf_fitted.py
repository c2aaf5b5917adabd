# SPDX-License-Identifier: Apache-2.0
"""Flowables below each other in a given room: in full size where they fit, otherwise set wider and drawn smaller."""

from collections.abc import Callable
from typing import Any

from reportlab.platypus import Flowable

_STEP = 0.05
_SMALLEST = 0.3


class Fitted(Flowable):  # type: ignore[misc]
    """What `make` gives for a factor of enlargement (1 and more), drawn smaller by the same factor.

    `width` and `height` in points are the room on paper; where even the smallest size does not fit, the
    content goes beyond its lower edge.
    """

    def __init__(self, make: Callable[[float], list[Any]], width: float, height: float) -> None:
        super().__init__()
        self._width = width
        self._scale = 1.0
        self._stack(make(1.0))
        while self.tall > height and self._scale > _SMALLEST:
            self._scale -= _STEP
            self._stack(make(1 / self._scale))

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self._width, self.tall

    def draw(self) -> None:
        self.canv.scale(self._scale, self._scale)
        for part, down in self._parts:
            part.drawOn(self.canv, 0, self._down - down)

    @property
    def scale(self) -> float:
        """How much smaller it is drawn: 1 in full size."""
        return self._scale

    @property
    def tall(self) -> float:
        """The height on paper."""
        return self._down * self._scale

    def _stack(self, parts: list[Any]) -> None:
        self._parts: list[tuple[Any, float]] = []
        self._down = after = 0.0
        for part in parts:
            _, height = part.wrapOn(None, self._width / self._scale, 1e6)
            self._down += height + (max(after, part.getSpaceBefore()) if self._parts else 0.0)
            after = part.getSpaceAfter()
            self._parts.append((part, self._down))
