# SPDX-License-Identifier: Apache-2.0
"""Three issues of the kabupaten Wajo: one urgent, one conveyed, one closed."""

from desk_app.domain.issues import State
from desk_app.operations import issue_deeds, issues
from desk_app.operations.desk import Desk
from tests.regency_offices import BELAWA_VILLAGE, MADDUKELLENG, TEMPE, tps
from tests.small_offices import NOW

HOUR, DAY = 3600, 86_400


def written(desk: Desk) -> tuple[int, int, int]:
    """A flood (urgent, an hour ago), a dark TPS (low, conveyed, yesterday), a rumour (closed)."""
    flood = issues.new_issue(
        desk, "Banjir di jalan ke TPS", tps(BELAWA_VILLAGE, 1), category="CUA", severity="kritis",
        reported_at=NOW - HOUR,
    )
    dark = issues.new_issue(
        desk, "Listrik padam", tps(MADDUKELLENG, 5), category="LIS", severity="rendah", reported_at=NOW - DAY
    )
    issue_deeds.convey(desk, dark, "PLN", "telepon")
    rumour = issues.new_issue(desk, "Kabar bohong", TEMPE, category="HOA", reported_at=NOW - 2 * DAY)
    issue_deeds.close_issue(desk, rumour, "100% tidak benar", State.UNFOUNDED)
    return flood, dark, rumour
