# SPDX-License-Identifier: Apache-2.0
"""The clerk settles what a line becomes."""

import pytest

from desk_app.domain import errors
from desk_app.operations import chat_intake, chat_proposals, logbook
from desk_app.operations.chat_proposals import Becomes, Certainty, Proposal
from desk_app.operations.desk import Desk
from tests.regency_offices import MADDUKELLENG, TEMPE, tps

UNCLEAR = "[07.18, 14/2/2024] +62 812-3333-4444: tps 5 tempe sudah buka"


def one(desk: Desk, line: str) -> Proposal:
    [found] = chat_intake.read(desk, line).proposals
    return found


def test_the_clerk_chooses_the_place_and_what_it_becomes(wajo: Desk) -> None:
    unclear = one(wajo, UNCLEAR)
    assert unclear.lacks
    with pytest.raises(errors.Refused, match="Pilih TPS"):
        chat_intake.accept(wajo, [unclear])
    chosen = chat_proposals.settled(wajo, unclear, places=(unclear.offers[1].subject,))
    assert (chosen.lacks, chosen.place_label, chosen.certainty) == ("", "TPS 005 · Kel. Maddukelleng", Certainty.CLEAR)
    issue = chat_proposals.settled(wajo, chosen, becomes=Becomes.ISSUE)
    assert (issue.category, issue.severity) == ("LAI", "sedang")
    recap = chat_proposals.settled(wajo, chosen, becomes=Becomes.RECAP, places=(TEMPE,))
    assert recap.lacks == "Isi butir dan jumlahnya."
    chat_intake.accept(wajo, [chat_proposals.settled(wajo, chosen, becomes=Becomes.LINE)])
    [line] = logbook.lines(wajo)
    assert (line.became, line.made, line.place) == ("baris", 0, tps(MADDUKELLENG, 5))
