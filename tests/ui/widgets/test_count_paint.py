# SPDX-License-Identifier: Apache-2.0
"""How a row of the form is divided, and that every finding has a sign of its own."""

import itertools

import pytest
from PySide6 import QtCore, QtGui

from desk_app.domain.counts import rules
from ui import icons, theme
from ui.widgets import count_paint


@pytest.mark.parametrize("is_by_sex", [True, False])
@pytest.mark.parametrize("room", [420, 560, 700, 1100])
def test_the_parts_of_a_row_do_not_meet(room: int, is_by_sex: bool) -> None:
    shape = count_paint.widths(room, is_by_sex=is_by_sex)
    boxes = [shape.box(column, 0) for column in ((0, 1, 2) if is_by_sex else (2,))]
    assert boxes[0].left() > count_paint.PAD + shape.label - 1
    for one, other in itertools.pairwise(boxes):
        assert one.right() < other.left()
    words = count_paint.PAD + shape.label + count_paint.GAP + shape.fields + count_paint.PAD
    assert QtCore.QRect(0, 0, room, count_paint.ROW).contains(boxes[-1])
    if shape.words:
        assert boxes[-1].right() < words
        assert words + shape.words <= room
        assert shape.words >= count_paint.LEAST_WORDS


def test_words_stand_beside_the_fields_where_there_is_room() -> None:
    assert count_paint.widths(1100, is_by_sex=True).words
    assert not count_paint.widths(420, is_by_sex=True).words


def test_every_level_has_a_sign_that_can_be_read() -> None:
    assert set(count_paint.MARKS) == set(rules.Level)
    assert len({icon for icon, _tone in count_paint.MARKS.values()}) == len(rules.Level)
    for icon, tone in count_paint.MARKS.values():
        assert icon in icons.GLYPHS
        for scheme in (theme.LIGHT, theme.DARK):
            assert theme.contrast(getattr(scheme, tone), scheme.surface) >= 4.5


@pytest.mark.parametrize("shown", ["99.999", "9999999", "9.999.999"])
def test_a_figure_is_never_cut(app: object, shown: str) -> None:
    room = count_paint.FIELD - 14
    font = count_paint._fitting(shown, room, theme.LARGE)
    assert QtGui.QFontMetrics(font).horizontalAdvance(shown) <= room
    assert count_paint._fitting("99", room, theme.LARGE) == theme.font(theme.LARGE)
