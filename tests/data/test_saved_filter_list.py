# SPDX-License-Identifier: Apache-2.0
"""The saved filters of a list, by name whatever its capitals."""

from pathlib import Path

from desk_app.data import saved_filter_list
from desk_app.operations import saved_filters
from tests import small_offices


def test_of_a_page(tmp_path: Path) -> None:
    with small_offices.make(tmp_path / "office").desk as desk:
        for name in ("b", "A", "c"):
            saved_filters.save(desk, "issues", name, {})
        gone = saved_filters.save(desk, "issues", "gone", {})
        saved_filters.delete(desk, gone)
        saved_filters.save(desk, "stations", "lain", {})
        with desk.reading() as connection:
            assert [row.name for row in saved_filter_list.of_page(connection, "issues")] == ["A", "b", "c"]
