# SPDX-License-Identifier: Apache-2.0
"""Widths of columns fill the room, whatever stands in them; letters get smaller before words are cut."""

import pytest

from desk_app.reports import column_widths, document

TEXT = document.Row(("1", "Kecamatan Tempe", "1.146"))


def table(*rows: document.Row, shares: tuple[float, ...] = (0.0, 1.0, 0.0)) -> document.Table:
    titles = ("No", "Uraian", "Jumlah")
    columns = tuple(document.Column(title, share) for title, share in zip(titles, shares, strict=True))
    return document.Table(columns, rows)


@pytest.mark.parametrize("shares", [(0.0, 1.0, 0.0), (0.0, 0.0, 0.0), (1.0, 2.0, 3.0)])
@pytest.mark.parametrize("room", [200.0, 454.0])
def test_they_fill_the_room(shares: tuple[float, ...], room: float) -> None:
    _, widths = column_widths.fitting(table(TEXT, shares=shares), room)
    assert sum(widths) == pytest.approx(room)
    assert min(widths) > 0


def test_a_text_column_takes_what_the_others_leave() -> None:
    _, (number, text, count) = column_widths.fitting(table(TEXT), 454.0)
    assert number < count < text


def test_letters_get_smaller_where_it_is_tight() -> None:
    wide, _ = column_widths.fitting(table(TEXT), 454.0)
    tight, widths = column_widths.fitting(table(document.Row(("1", "", "9" * 60)), shares=(0.0, 1.0, 0.0)), 300.0)
    assert tight < wide
    assert sum(widths) == pytest.approx(300.0)
