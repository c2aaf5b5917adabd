# SPDX-License-Identifier: Apache-2.0
"""Links between issues, seen from both sides."""

import pytest

from desk_app.domain import errors
from desk_app.operations import duplicates, history, issue_detail, issue_links, issues
from desk_app.operations.desk import Desk
from tests.regency_offices import BELAWA_VILLAGE, TEMPE_VILLAGE, tps


@pytest.fixture
def pair(wajo: Desk) -> tuple[int, int]:
    flood = issues.new_issue(wajo, "Banjir", tps(BELAWA_VILLAGE, 1))
    wet = issues.new_issue(wajo, "Kotak basah", tps(TEMPE_VILLAGE, 1))
    return flood, wet


def test_a_link_is_told_from_both_sides(wajo: Desk, pair: tuple[int, int]) -> None:
    flood, wet = pair
    issue_links.link(wajo, wet, flood, "sebab")
    [seen] = issue_detail.issue(wajo, wet).links
    assert (seen.other, seen.label, seen.number, seen.title, seen.open) == (
        flood, "disebabkan oleh", "WAJ-0001", "Banjir", True,
    )
    [back] = issue_detail.issue(wajo, flood).links
    assert (back.other, back.label, back.number) == (wet, "menyebabkan", "WAJ-0002")
    issue_links.unlink(wajo, back.no)
    assert issue_detail.issue(wajo, wet).links == ()
    history.undo(wajo)
    assert len(issue_detail.issue(wajo, wet).links) == 1


def test_what_cannot_be_linked(wajo: Desk, pair: tuple[int, int]) -> None:
    flood, wet = pair
    issue_links.link(wajo, wet, flood)
    for wrong in (
        lambda: issue_links.link(wajo, wet, wet),
        lambda: issue_links.link(wajo, flood, wet),
        lambda: issue_links.link(wajo, wet, flood, "musuh"),
    ):
        with pytest.raises(errors.Refused):
            wrong()
    assert issue_links.link(wajo, wet, flood, "lanjutan")
    issues.delete_issue(wajo, flood)
    with pytest.raises(errors.Refused):
        issue_links.link(wajo, wet, flood, "sebab")


def test_a_confidential_one_is_named_by_its_category(wajo: Desk, pair: tuple[int, int]) -> None:
    flood, wet = pair
    issues.edit_issue(wajo, flood, category="NET", confidential=True)
    issue_links.link(wajo, wet, flood)
    assert "Banjir" not in issue_detail.issue(wajo, wet).links[0].title


def test_a_link_to_what_was_merged_leads_to_the_kept_one(wajo: Desk, pair: tuple[int, int]) -> None:
    flood, wet = pair
    kept = issues.new_issue(wajo, "Air naik", tps(BELAWA_VILLAGE, 1))
    issue_links.link(wajo, wet, flood)
    duplicates.merge(wajo, kept, [flood])
    assert [one.other for one in issue_detail.issue(wajo, wet).links] == [kept]
    assert [one.other for one in issue_detail.issue(wajo, kept).links] == [wet]
