# SPDX-License-Identifier: Apache-2.0
"""What is listed of a PSU: where it stands, whose it rests on, the days that are left."""

import pytest

from desk_app.domain import errors
from desk_app.domain.revotes import Basis, Kind
from desk_app.operations import revote_register, revotes
from desk_app.operations.desk import Desk
from tests.regency_offices import MADDUKELLENG, TEMPE_VILLAGE, tps

ONE, TWO = tps(MADDUKELLENG, 5), tps(TEMPE_VILLAGE, 1)


def test_from_recommended_to_held(wajo: Desk) -> None:
    [no] = revotes.note(wajo, [ONE], Kind.REPEATED)
    with pytest.raises(errors.Refused, match="keputusan"):
        revotes.note_ordered(wajo, [no])
    revotes.note_ordered(wajo, [no], "Kep. 12/2024", "2024-02-16", Basis.COMMISSION)
    revotes.edit(wajo, no, planned_on="2024-02-20")
    row = revote_register.record(wajo, no)
    assert (row.state, row.basis, row.planned_on, row.is_open) == ("ditetapkan", "Kep. 12/2024", "2024-02-20", True)
    with pytest.raises(errors.Refused, match="tanggal pelaksanaannya"):
        revotes.note_held(wajo, [no], "")
    revotes.note_held(wajo, [no], "2024-02-20", users=250)
    revotes.edit(wajo, no, voters=288)
    row = revote_register.record(wajo, no)
    assert (row.state, row.users, row.voters, row.is_open) == ("dilaksanakan", 250, 288, False)
    assert str(row.count.words) == "sebelum batas 24-02-2024"
    revotes.note_waiting(wajo, [no])
    assert revote_register.record(wajo, no).is_open
