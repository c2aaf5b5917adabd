# SPDX-License-Identifier: Apache-2.0
"""A count agrees with its noun, and tells of how many where a filter is at work."""

from desk_app.base import text
from ui.widgets import counted


def test_of_how_many() -> None:
    assert counted.words("TPS", 1146, 1146) == "1.146 TPS"
    assert counted.words("TPS", 3, 1146) == "3 dari 1.146 TPS"
    assert counted.words(lambda count: f"{{count}} permasalahan/{count}", 1, 2) == "1 dari 2 permasalahan/2"


def test_one_is_no_plural_in_english() -> None:
    def unit(count: int) -> str:
        return text.ngettext("{count} permasalahan", "{count} permasalahan", count)

    text.use_language("en")
    try:
        assert counted.words(unit, 1, 1) == "1 issue"
        assert counted.words(unit, 1, 2) == "1 of 2 issues"
    finally:
        text.use_language("id")
