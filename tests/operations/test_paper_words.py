# SPDX-License-Identifier: Apache-2.0
"""What an office writes into its papers: kept by month, printed, taken back, never lost to another form."""

from datetime import date

import pytest

from desk_app.domain import errors
from desk_app.operations import clarification, history, paper_words
from desk_app.operations.desk import Desk
from tests.operations.paper_kinds import shown

FEBRUARY, MARCH = date(2024, 2, 13), date(2024, 3, 1)
MONTHLY = "laporan-bulanan"


def test_each_month_has_its_own_words_and_they_are_printed(wajo: Desk) -> None:
    paper_words.write(wajo, MONTHLY, FEBRUARY, "conclusion", "Aman\n2. Lancar")
    assert paper_words.written(wajo, MONTHLY, FEBRUARY).text("conclusion") == "Aman\n2. Lancar"
    assert paper_words.written(wajo, MONTHLY, MARCH).text("conclusion") == ""
    paper = shown.made(wajo, MONTHLY)
    assert "KESIMPULAN" in shown.headings(paper)
    assert "SARAN" not in shown.headings(paper)
    assert "1. Aman 2. Lancar" in shown.said(paper)


def test_what_is_emptied_is_gone_and_can_be_brought_back(wajo: Desk) -> None:
    paper_words.write(wajo, MONTHLY, FEBRUARY, "advice", "Tambah genset")
    paper_words.write(wajo, MONTHLY, FEBRUARY, "advice", "  ")
    assert paper_words.written(wajo, MONTHLY, FEBRUARY).text("advice") == ""
    history.undo(wajo)
    assert paper_words.written(wajo, MONTHLY, FEBRUARY).text("advice") == "Tambah genset"


def test_a_form_that_was_filled_before_replaces_nothing_newer(wajo: Desk) -> None:
    before = paper_words.written(wajo, MONTHLY, FEBRUARY)
    paper_words.write(wajo, MONTHLY, FEBRUARY, "situation", "Satu", seen=before.seen)
    assert clarification.waiting(wajo) == []


def test_a_part_that_the_paper_has_not_is_refused(wajo: Desk) -> None:
    with pytest.raises(errors.Refused, match="tidak mempunyai bagian"):
        paper_words.write(wajo, MONTHLY, FEBRUARY, "salam", "…")
    assert paper_words.written(wajo, "psu", FEBRUARY).parts == ()
