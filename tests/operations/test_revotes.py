# SPDX-License-Identifier: Apache-2.0
"""PSU and the like: noted for several TPS at once, moved by what others did, listed with days and as table T9."""

import pytest

from desk_app.domain import errors
from desk_app.domain.revotes import Basis, Kind, Limit, State
from desk_app.operations import history, issues, revotes
from desk_app.operations.desk import Desk
from tests.regency_offices import BELAWA, BELAWA_VILLAGE, MADDUKELLENG, TEMPE_VILLAGE, tps

ONE, TWO = tps(MADDUKELLENG, 5), tps(TEMPE_VILLAGE, 1)


def test_several_tps_are_one_record_each_and_undone_as_one(wajo: Desk) -> None:
    issue = issues.new_issue(wajo, "Kotak dibuka", ONE, category="PEN")
    made = revotes.note(
        wajo, [ONE, TWO, ONE], Kind.REPEATED, cause="Kotak dibuka", ordered_by="bawaslu", issue=issue
    )
    found = revotes.rows(wajo)
    assert sorted(row.no for row in found) == sorted(made)
    assert len(made) == 2
    row = next(row for row in found if row.place == ONE)
    assert (row.state, row.kind_label, row.dpt, row.issue_number) == ("direkomendasikan", "PSU", 287, "WAJ-0001")
    assert row.place_label == "TPS 005, Kel. Maddukelleng, Kecamatan Tempe"
    assert str(row.count.words) == "11 hari lagi (batas 24-02-2024)"
    assert len(revotes.rows(wajo, issue=issue)) == 2
    assert revotes.rows(wajo, BELAWA) == []
    history.undo(wajo)
    assert revotes.rows(wajo) == []


def test_from_recommended_to_held(wajo: Desk) -> None:
    [no] = revotes.note(wajo, [ONE], Kind.REPEATED)
    with pytest.raises(errors.Refused, match="keputusan"):
        revotes.note_ordered(wajo, [no])
    revotes.note_ordered(wajo, [no], "Kep. 12/2024", "2024-02-16", Basis.COMMISSION)
    revotes.edit(wajo, no, planned_on="2024-02-20")
    row = revotes.record(wajo, no)
    assert (row.state, row.basis, row.planned_on, row.is_open) == ("ditetapkan", "Kep. 12/2024", "2024-02-20", True)
    with pytest.raises(errors.Refused, match="tanggal pelaksanaannya"):
        revotes.note_held(wajo, [no], "")
    revotes.note_held(wajo, [no], "2024-02-20", users=250)
    revotes.edit(wajo, no, voters=288)
    row = revotes.record(wajo, no)
    assert (row.state, row.users, row.voters, row.is_open) == ("dilaksanakan", 250, 288, False)
    assert str(row.count.words) == "sebelum batas 24-02-2024"
    revotes.note_waiting(wajo, [no])
    assert revotes.record(wajo, no).is_open


def test_not_held_says_why(wajo: Desk) -> None:
    [no] = revotes.note(wajo, [ONE], Kind.CONTINUED)
    with pytest.raises(errors.Refused, match="alasan"):
        revotes.note_not_held(wajo, [no], " ")
    revotes.note_not_held(wajo, [no], "KPU menyatakan tidak memenuhi syarat")
    assert revotes.rows(wajo, open_only=True) == []
    assert revotes.table(revotes.rows(wajo))[0][10] == "Tidak dilaksanakan: KPU menyatakan tidak memenuhi syarat"


def test_what_is_refused(wajo: Desk) -> None:
    revotes.note(wajo, [ONE], Kind.REPEATED)
    with pytest.raises(errors.Refused, match="sudah dicatat"):
        revotes.note(wajo, [TWO, ONE], Kind.REPEATED)
    assert len(revotes.rows(wajo)) == 1, "all of them or none"
    revotes.note(wajo, [ONE], Kind.RECOUNT)
    with pytest.raises(errors.Refused, match="bukan TPS"):
        revotes.note(wajo, [BELAWA], Kind.REPEATED)
    with pytest.raises(errors.NotFound):
        revotes.note(wajo, [tps(BELAWA_VILLAGE, 77)], Kind.REPEATED)
    with pytest.raises(errors.NotPermitted):
        revotes.note(wajo, ["73.14.01.1001-001"], Kind.REPEATED)
    with pytest.raises(errors.Refused, match="Pilih TPS"):
        revotes.note(wajo, [], Kind.REPEATED)


def test_what_rests_on_a_decision_is_ordered_at_once(wajo: Desk) -> None:
    revotes.note(wajo, [ONE], Kind.REPEATED, ordered_by="mk", basis="12/PHPU/2024", ordered_on="2024-02-12")
    [row] = revotes.rows(wajo)
    assert (row.state, str(row.count.words)) == ("ditetapkan", "batas hari belum diatur")
    revotes.set_limits(wajo, {Limit.COURT: "30"})
    assert str(revotes.rows(wajo)[0].count.words) == "29 hari lagi (batas 13-03-2024)"


def test_the_limits_are_the_offices_own(wajo: Desk) -> None:
    assert revotes.limits(wajo) == {
        Limit.REPEATED: 10, Limit.COURT: None, Limit.RECOUNT: None, Limit.CONTINUED: None, Limit.DELAYED: None,
    }  # fmt: skip
    revotes.set_limits(wajo, {Limit.REPEATED: "", Limit.DELAYED: "14"})
    assert revotes.limits(wajo)[Limit.REPEATED] is None
    assert revotes.limits(wajo)[Limit.DELAYED] == 14
    with pytest.raises(errors.Refused):
        revotes.set_limits(wajo, {Limit.REPEATED: "sepuluh"})


def test_table_and_text(wajo: Desk) -> None:
    assert "NIHIL" in revotes.whatsapp_text(wajo, [])
    made = revotes.note(wajo, [ONE, TWO], Kind.REPEATED, ordered_by="bawaslu", basis="015/2024", ordered_on="2024-02-16")
    revotes.note_held(wajo, made[:1], "2024-02-21", users=240)
    found = revotes.rows(wajo)
    cells = revotes.table(found)
    assert len(cells[0]) == len(revotes.HEADINGS)
    assert cells[1][:4] == [2, "PSU", "TPS 005, Kel. Maddukelleng", "Kecamatan Tempe"]
    assert revotes.summary(found) == [
        ("PSU", {State.RECOMMENDED: 1, State.ORDERED: 0, State.HELD: 1, State.NOT_HELD: 0})
    ]
    text = revotes.whatsapp_text(wajo, found, most=1)
    assert "*PSU*: 2 TPS (direkomendasikan 1, dilaksanakan 1)" in text
    assert text.endswith("… dan 1 lainnya\n")


def test_struck_out_comes_back_by_undo(wajo: Desk) -> None:
    made = revotes.note(wajo, [ONE, TWO], Kind.REPEATED)
    revotes.delete(wajo, made)
    assert revotes.rows(wajo) == []
    history.undo(wajo)
    assert len(revotes.rows(wajo)) == 2
