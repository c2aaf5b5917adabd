# SPDX-License-Identifier: Apache-2.0
"""Sizes of sheets, margins and where they are bound."""

import pytest

from desk_app.domain import errors
from desk_app.reports import pages


def test_f4_is_215_by_330_and_a4_210_by_297() -> None:
    assert (pages.F4.width, pages.F4.height) == (215.0, 330.0)
    assert (pages.A4.width, pages.A4.height) == (210.0, 297.0)


def test_paper_is_found_in_any_case() -> None:
    assert pages.setup(" f4 ").paper is pages.F4


def test_unknown_paper_is_refused_with_the_known_ones() -> None:
    with pytest.raises(errors.Refused, match="A4 / F4"):
        pages.setup("folio")


def test_punch_room_is_added_at_the_bound_side_only() -> None:
    plain, punched = pages.setup("A4"), pages.setup("A4", punch=pages.PUNCH_HOLES)
    assert punched.inner.left == plain.inner.left + 5
    assert punched.inner.right == plain.inner.right
    assert punched.text_width == plain.text_width - 5


def test_a_sheet_across_is_bound_at_its_upper_edge() -> None:
    across = pages.PageSetup(pages.F4, pages.MARGINS["F4"], punch=5, landscape=True)
    assert (across.width, across.height) == (330.0, 215.0)
    assert across.inner.top == 35.0
    assert across.text_width == 330.0 - 30.0 - 25.0


@pytest.mark.parametrize("margins", [pages.Margins(20, 20, 90, 60), pages.Margins(-1, 20, 20, 20)])
def test_margins_that_leave_no_room_are_refused(margins: pages.Margins) -> None:
    with pytest.raises(errors.Refused):
        pages.setup("A4", margins)
