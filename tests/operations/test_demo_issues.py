# SPDX-License-Identifier: Apache-2.0
"""The demonstration has one issue over several TPS, and one it follows from."""

from desk_app.operations import demo_issues, issue_detail, issue_links
from desk_app.operations.desk import Desk


def test_one_lies_over_several_tps_and_names_its_cause(wajo: Desk) -> None:
    cause, effect = demo_issues.linked(wajo)
    found = issue_detail.issue(wajo, effect)
    assert len(found.places) >= demo_issues.PLACES - 1
    [link] = issue_links.of_issue(wajo, effect)
    assert (link.other, link.kind) == (cause, "sebab")
