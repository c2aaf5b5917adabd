# SPDX-License-Identifier: Apache-2.0
"""A chart as a picture: a PNG of its size with ink on it, the same one twice."""

import dataclasses
import struct
import zlib

from desk_app.reports import chart_picture, letterhead
from tests.reports.test_word_flow import CHART


def test_a_png_of_the_size_that_was_asked_for() -> None:
    height = chart_picture.height_of(CHART)
    data = chart_picture.png(CHART, 300.0, height)
    wide, high = letterhead.image_size(data)
    assert abs(wide - 300 * chart_picture.FINENESS) <= 1
    assert abs(high - height * chart_picture.FINENESS) <= 1
    (length,) = struct.unpack(">I", data[33:37])
    points = zlib.decompress(data[41 : 41 + length])
    assert len(points) == high * (wide + 1)
    assert sum(point < 128 for point in points) > 200


def test_equal_charts_give_equal_pictures_and_others_do_not() -> None:
    other = dataclasses.replace(CHART, title="Lain")
    one, again, third = (chart_picture.png(chart, 300.0, 60.0) for chart in (CHART, CHART, other))
    assert one == again
    assert one != third
