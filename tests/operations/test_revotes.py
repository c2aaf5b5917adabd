# SPDX-License-Identifier: Apache-2.0
"""PSU and the like: noted for several TPS at once, moved by what others did, listed with days and as table T9."""

import pytest

from desk_app.domain import errors
from desk_app.domain.revotes import Kind, Limit
from desk_app.operations import history, issues, revote_limits, revote_register, revote_text, revotes
from desk_app.operations.desk import Desk
from tests.regency_offices import BELAWA, BELAWA_VILLAGE, MADDUKELLENG, TEMPE_VILLAGE, tps

ONE, TWO = tps(MADDUKELLENG, 5), tps(TEMPE_VILLAGE, 1)


def test_several_tps_are_one_record_each_and_undone_as_one(wajo: Desk) -> None:
    issue = issues.new_issue(wajo, "Kotak dibuka", ONE, category="PEN")
    made = revotes.note(
        wajo, [ONE, TWO, ONE], Kind.REPEATED, cause="Kotak dibuka", ordered_by="bawaslu", issue=issue
    )
    found = revote_register.rows(wajo)
    assert sorted(row.no for row in found) == sorted(made)
    assert len(made) == 2
    row = next(row for row in found if row.place == ONE)
    assert (row.state, row.kind_label, row.dpt, row.issue_number) == ("direkomendasikan", "PSU", 287, "WAJ-0001")
    assert row.place_label == "TPS 005, Kel. Maddukelleng, Kecamatan Tempe"
    assert str(row.count.words) == "11 hari lagi (batas 24-02-2024)"
    assert len(revote_register.rows(wajo, issue=issue)) == 2
    assert revote_register.rows(wajo, BELAWA) == []
    history.undo(wajo)
    assert revote_register.rows(wajo) == []


def test_it_may_be_of_one_race_alone(wajo: Desk) -> None:
    [no] = revotes.note(wajo, [ONE], Kind.REPEATED, race="ppwp")
    revotes.note(wajo, [ONE], Kind.REPEATED, race="dpd")
    for race in ("ppwp", ""):
        with pytest.raises(errors.Refused, match="sudah dicatat"):
            revotes.note(wajo, [ONE], Kind.REPEATED, race=race)
    with pytest.raises(errors.NotFound, match="bupati"):
        revotes.note(wajo, [ONE], Kind.RECOUNT, race="bupati")
    with pytest.raises(errors.NotFound):
        revotes.edit(wajo, no, race="bupati")
    rows = revote_register.rows(wajo)
    assert [(row.race, row.what_label) for row in rows] == [("ppwp", "PSU PPWP"), ("dpd", "PSU DPD")]
    assert revote_text.table(rows)[0][1] == "PSU PPWP"
    revotes.edit(wajo, no, race="")
    assert revote_register.record(wajo, no).what_label == "PSU"


def test_not_held_says_why(wajo: Desk) -> None:
    [no] = revotes.note(wajo, [ONE], Kind.CONTINUED)
    with pytest.raises(errors.Refused, match="alasan"):
        revotes.note_not_held(wajo, [no], " ")
    revotes.note_not_held(wajo, [no], "KPU menyatakan tidak memenuhi syarat")
    assert revote_register.rows(wajo, open_only=True) == []
    told = revote_text.table(revote_register.rows(wajo))[0][10]
    assert told == "Tidak dilaksanakan: KPU menyatakan tidak memenuhi syarat"


def test_what_is_refused(wajo: Desk) -> None:
    revotes.note(wajo, [ONE], Kind.REPEATED)
    with pytest.raises(errors.Refused, match="sudah dicatat"):
        revotes.note(wajo, [TWO, ONE], Kind.REPEATED)
    assert len(revote_register.rows(wajo)) == 1, "all of them or none"
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
    [row] = revote_register.rows(wajo)
    assert (row.state, str(row.count.words)) == ("ditetapkan", "batas hari belum diatur")
    revote_limits.set_limits(wajo, {Limit.COURT: "30"})
    assert str(revote_register.rows(wajo)[0].count.words) == "29 hari lagi (batas 13-03-2024)"


def test_struck_out_comes_back_by_undo(wajo: Desk) -> None:
    made = revotes.note(wajo, [ONE, TWO], Kind.REPEATED)
    revotes.delete(wajo, made)
    assert revote_register.rows(wajo) == []
    history.undo(wajo)
    assert len(revote_register.rows(wajo)) == 2
