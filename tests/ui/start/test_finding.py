# SPDX-License-Identifier: Apache-2.0
"""Every kind of hit has its icon, and leads to a page."""

from desk_app.operations import issues, search, stations
from desk_app.operations.desk import Desk
from ui import icons
from ui.start import finding


def test_every_kind_has_an_icon() -> None:
    assert set(finding.ICONS) == set(search.FoundKind)
    assert set(finding.ICONS.values()) <= set(icons.GLYPHS)


def test_hits_lead_to_their_pages(desk: Desk) -> None:
    stations.create_station(desk, "73.13.06.1001", 5)
    issues.new_issue(desk, "Jembatan putus", "73.13.06")
    assert finding.find(desk, "tem 5")[0].page == "checklist"
    (issue,) = finding.find(desk, "jembatan")
    assert (issue.page, issue.icon) == ("issues", "permasalahan")
