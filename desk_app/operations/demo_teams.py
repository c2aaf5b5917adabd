# SPDX-License-Identifier: Apache-2.0
"""The posko of the demonstration: who sits in it around voting day, and one hand-over; offices and not people."""

from datetime import timedelta

from desk_app.domain import teams as rules
from desk_app.operations import elections, team_handovers, team_roster, teams
from desk_app.operations.desk import Desk

SHIFTS = ((7 * 60, 15 * 60), (15 * 60, 23 * 60), (23 * 60, 7 * 60))
KEEPERS = (
    "Analis Kebijakan Badan Kesatuan Bangsa dan Politik",
    "Kepala Subbagian Umum Sekretariat Daerah",
    "Operator Dinas Komunikasi dan Informatika",
)
DAYS_BEFORE, DAYS_AFTER = 3, 1
_HOUR = 3600


def posko_of(desk: Desk) -> None:
    """A section *Posko* with three keepers, each with his shift from three days before voting day to the day after."""
    section = teams.new_section(desk, "Posko", kind=rules.Part.POST)
    voting = elections.working_event(desk).voting_day
    first, last = voting - timedelta(days=DAYS_BEFORE), voting + timedelta(days=DAYS_AFTER)
    made = []
    for office, (start, end) in zip(KEEPERS, SHIFTS, strict=True):
        no = teams.new_member(desk, office, "Petugas Posko", section=section)
        made.append(
            team_roster.new_shift(desk, first.isoformat(), start, end, member=no, until=last.isoformat())
        )
    at = desk.now()
    day = DAYS_BEFORE - 1
    team_handovers.new_handover(
        desk,
        "Laporan pagi dari kecamatan sudah masuk. Genset posko sudah dicoba.",
        from_shift=made[0][day],
        to_shift=made[1][day],
        at=at - at % _HOUR,
    )
