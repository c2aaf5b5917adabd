# SPDX-License-Identifier: Apache-2.0
"""Matriks permasalahan: a period with its days, confidential ones counted and not told."""

from datetime import date

import pytest

from desk_app.domain import errors
from desk_app.operations import issues
from desk_app.operations.desk import Desk
from tests.operations.paper_kinds import shown
from tests.regency_offices import TEMPE


def test_a_period_without_any_is_nihil_and_has_no_chart(wajo: Desk) -> None:
    paper = shown.made(wajo, "matriks-permasalahan", day=date(2024, 2, 1))
    assert "(NIHIL)" in shown.said(paper)
    assert not shown.figures(paper)


def test_issues_are_told_and_counted_by_their_day(wajo: Desk) -> None:
    issues.new_issue(wajo, "Kotak suara basah", TEMPE, severity="sangat_mendesak")
    issues.new_issue(wajo, "Listrik padam", TEMPE)
    issues.new_issue(wajo, "Nama orang", TEMPE, confidential=True)
    paper = shown.made(wajo, "matriks-permasalahan", day=date(2024, 2, 10))
    (matrix,) = shown.tables(paper)
    assert shown.cells(matrix, "Uraian Masalah") == ["Kotak suara basah", "Listrik padam"]
    (figure,) = shown.figures(paper)
    days = {part.name: part.values for part in figure.chart.parts}
    assert len(days) == 4
    assert days["13-2"] == (1, 1), "the one kept in confidence stands on no day"
    text = shown.said(paper)
    assert "Sebanyak 1 (satu) permasalahan bersifat rahasia" in text
    assert "Nama orang" not in text


def test_a_period_that_ends_before_it_begins_is_refused(wajo: Desk) -> None:
    with pytest.raises(errors.Refused, match="berakhir sebelum mulai"):
        shown.made(wajo, "matriks-permasalahan", day=date(2024, 2, 10), until=date(2024, 2, 9))


def test_how_grave_the_one_kept_in_confidence_is_stays_untold(wajo: Desk) -> None:
    issues.new_issue(wajo, "Listrik padam", TEMPE, severity="sedang")
    issues.new_issue(wajo, "Nama orang", TEMPE, severity="sangat_mendesak", confidential=True)
    said = shown.made(wajo, "matriks-permasalahan").text()
    assert "belum selesai seluruhnya 2 (dua): sedang 1, rahasia 1." in said
    assert "mendesak" not in said
