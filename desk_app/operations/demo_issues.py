# SPDX-License-Identifier: Apache-2.0
"""Issues of the demonstration that hang together: one over several TPS, and the one that it follows from."""

from desk_app.domain import issues as rules
from desk_app.operations import issue_links, issues, stations
from desk_app.operations.desk import Desk

PLACES = 4
CAUSE = "Jaringan listrik padam di beberapa desa/kelurahan sejak malam"
EFFECT = "Penerangan TPS untuk penghitungan malam belum ada"


def linked(desk: Desk) -> tuple[int, int]:
    """The outage at one place and the lights missing at several TPS, linked as cause; returns both."""
    rows = stations.station_rows(desk, stations.station_ids(desk)[:PLACES])
    first, *others = [row.subject for row in rows if row is not None]
    cause = issues.new_issue(
        desk, CAUSE, category="LIS", severity=rules.Severity.HIGH.value, reporter="PLN", source="telepon"
    )
    effect = issues.new_issue(
        desk,
        EFFECT,
        first,
        further=others,
        category="LIS",
        severity=rules.Severity.MEDIUM.value,
        impact="Penghitungan dapat terhenti setelah matahari terbenam.",
        reporter="KPPS",
        source="tim",
    )
    issue_links.link(desk, effect, cause, "sebab")
    return cause, effect
