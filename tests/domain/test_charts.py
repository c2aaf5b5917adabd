# SPDX-License-Identifier: Apache-2.0
"""Charts: bars follow values, nothing leaves its room, and what cannot be written is shortened."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain import charts
from desk_app.domain.charts import Anchor, Box, Chart, Kind, Part, Series, Stroke, Target, Tone, Words

STATES = (Series("Siap", Tone.GOOD), Series("Belum", Tone.NOTHING))
ONE = (Series("", Tone.PLAIN),)
SIZE = 10.0


def wide(text: str, size: float) -> float:
    return len(text) * size * 0.5


def drawn(chart: Chart, width: float = 400.0) -> charts.Drawing:
    return charts.draw(chart, width, charts.height_of(chart, SIZE), SIZE, wide)


def boxes(drawing: charts.Drawing) -> list[Box]:
    return [mark for mark in drawing.marks if isinstance(mark, Box) and mark.part >= 0]


def words(drawing: charts.Drawing) -> list[str]:
    return [mark.text for mark in drawing.marks if isinstance(mark, Words)]


def test_a_bar_is_as_long_as_its_value_and_shares_fill_the_room() -> None:
    chart = Chart(Kind.ROWS, STATES, (Part("Tempe", (30, 10)), Part("Belawa", (20, 0))))
    first, second, third = boxes(drawn(chart))
    assert first.width == pytest.approx(3 * second.width)
    assert second.x == pytest.approx(first.x + first.width)
    assert third.width == pytest.approx(2 * second.width)
    shared = boxes(drawn(dataclasses.replace(chart, shares=True)))
    assert shared[0].width + shared[1].width == pytest.approx(shared[2].width)


def test_columns_stand_on_nought_and_below_it_where_they_are_less() -> None:
    one = drawn(Chart(Kind.COLUMNS, ONE, (Part("a", (50,)), Part("b", (100,)), Part("c", (-20,)))))
    up, higher, down = boxes(one)
    assert up.y + up.height == pytest.approx(higher.y + higher.height) == pytest.approx(down.y)
    assert higher.height == pytest.approx(2 * up.height)


def test_a_course_begins_near_its_lowest_value_and_leaves_out_what_is_not_known() -> None:
    chart = Chart(Kind.COURSE, ONE, tuple(Part(str(day), (value,)) for day, value in enumerate((9500, None, 9700))))
    line = next(mark for mark in drawn(chart).marks if isinstance(mark, Stroke) and len(mark.points) == 2)
    (_x, first), (_later, last) = line.points
    assert first - last > 40, "two percent are seen"


def test_the_target_is_dashed_and_named() -> None:
    for kind in Kind:
        drawing = drawn(Chart(kind, ONE, (Part("a", (50,)), Part("b", (70,))), target=Target(60, "target 60")))
        assert sum(isinstance(mark, Stroke) and mark.dashed for mark in drawing.marks) == 1
        assert "target 60" in words(drawing)


def test_a_tone_stands_in_for_that_of_the_series() -> None:
    chart = Chart(Kind.ROWS, ONE, (Part("a", (1,), tone=Tone.SHORT), Part("b", (2,))))
    assert [box.tone for box in boxes(drawn(chart))] == [Tone.SHORT, Tone.PLAIN]


def test_names_that_have_no_room_are_shortened_or_left_to_the_ends() -> None:
    long = "Kecamatan Dengan Nama Yang Sangat Panjang Sekali Di Ujung"
    assert any(text.endswith("…") for text in words(drawn(Chart(Kind.ROWS, ONE, (Part(long, (1,)),)))))
    days = drawn(Chart(Kind.COLUMNS, ONE, tuple(Part(f"{day} Februari 2024", (1,)) for day in range(1, 29))))
    assert words(days) == ["1 Februari 2024", "28 Februari 2024"]


def test_only_series_with_a_name_are_explained() -> None:
    assert words(drawn(Chart(Kind.ROWS, STATES, (Part("a", (1, 2)),))))[-2:] == ["Siap", "Belum"]
    assert words(drawn(Chart(Kind.ROWS, ONE, (Part("a", (1,)),)))) == ["a", ""]


def test_a_place_tells_its_part() -> None:
    drawing = drawn(Chart(Kind.ROWS, ONE, (Part("a", (1,)), Part("b", (2,)))))
    left, top, width, height = drawing.areas[1]
    assert drawing.part_at(left + width / 2, top + height / 2) == 1
    assert drawing.part_at(-5, -5) is None


@given(
    st.sampled_from(Kind),
    st.booleans(),
    st.lists(st.tuples(st.text(max_size=40), st.integers(0, 10**7), st.integers(0, 10**7)), max_size=40),
    st.floats(150, 900),
)
def test_nothing_leaves_its_room(
    kind: Kind, shares: bool, rows: list[tuple[str, int, int]], width: float
) -> None:
    parts = tuple(Part(name, (one, other), str(one)) for name, one, other in rows)
    drawing = drawn(Chart(kind, STATES, parts, "Judul", shares=shares), width)
    for mark in drawing.marks:
        match mark:
            case Box():
                assert mark.x >= -0.01
                assert mark.part < 0 or mark.x + mark.width <= width + 0.01
                assert mark.y >= -0.01
                assert mark.y + mark.height <= drawing.height + 0.01
            case Stroke(points=points):
                assert all(-0.01 <= x <= width + 0.01 and -0.01 <= y <= drawing.height + 0.01 for x, y in points)
            case Words(anchor=Anchor.END):
                assert mark.x <= width + 0.01
