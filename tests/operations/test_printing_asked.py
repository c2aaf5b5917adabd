# SPDX-License-Identifier: Apache-2.0
"""What was asked of a paper comes back from its text as it was."""

from datetime import date

from desk_app.operations import printing_asked
from desk_app.operations.paper_kinds.asking import Asked

FULL = Asked(
    "laporan-harian", date(2024, 2, 13), "73.13.06", -1, "A4", 0, "", True, "Bupati", 5, "ab", "whatsapp", "Rahmat", 7,
    8, date(2024, 2, 14), 0,
)


def test_there_and_back() -> None:
    for asked in (Asked(), FULL, Asked(number=None), Asked(number=""), Asked(signatory=0)):
        kept = printing_asked.Kept(asked, "Andi", frozenset({b"\x01" * 32}), 9)
        assert printing_asked.read(printing_asked.written(kept)) == kept
    assert printing_asked.written(printing_asked.Kept(Asked())) == "{}"
    assert printing_asked.read("") is None


def test_what_a_newer_program_asked_is_left_out() -> None:
    told = '{"asked": {"day": "2024-02-13", "later": 1}, "more": 2}'
    assert printing_asked.read(told) == printing_asked.Kept(Asked(day=date(2024, 2, 13)))


def test_which_paper_it_is() -> None:
    assert printing_asked.about(Asked(area="73.13", number="5", signatory=3), "73.13") == ""
    assert printing_asked.about(Asked(record=5, until=date(2024, 2, 14)), "73.13") == "record 5; until 2024-02-14"
    assert printing_asked.about(Asked(hour=0), "73.13") == "hour 0"
