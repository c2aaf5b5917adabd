# SPDX-License-Identifier: Apache-2.0
"""One issue over many places: each shows it and is a problem by it, in the list, the figures and the readiness."""

import pytest

from desk_app.domain import errors
from desk_app.operations import (
    answers,
    checklist_pages,
    duplicates,
    history,
    issue_deeds,
    issue_detail,
    issue_look_alikes,
    issue_places,
    issue_register,
    issues,
    stations,
)
from desk_app.operations.desk import Desk
from tests.regency_offices import BELAWA, BELAWA_VILLAGE, MADDUKELLENG, TEMPE, TEMPE_VILLAGE, tps

FIRST, SECOND, THIRD = (tps(TEMPE_VILLAGE, number) for number in (1, 2, 3))
ELSEWHERE = tps(BELAWA_VILLAGE, 1)


def states(desk: Desk, *subjects: str) -> list[str]:
    return [stations.station(desk, one).row.state for one in subjects]


def test_every_place_of_a_severe_issue_is_a_problem(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Banjir", FIRST, severity="tinggi", further=[SECOND, SECOND, FIRST])
    assert states(wajo, FIRST, SECOND, THIRD) == ["masalah", "masalah", "belum"]
    assert issue_places.add(wajo, no, [THIRD, SECOND]) == 1
    assert states(wajo, FIRST, SECOND, THIRD) == ["masalah", "masalah", "masalah"]
    assert [stations.station(wajo, one).row.open_issues for one in (FIRST, SECOND, THIRD)] == [1, 1, 1]
    issues.edit_issue(wajo, no, severity="rendah")
    assert states(wajo, FIRST, SECOND, THIRD) == ["belum"] * 3
    issues.edit_issue(wajo, no, severity="kritis")
    issue_deeds.close_issue(wajo, no, "Surut")
    assert states(wajo, FIRST, SECOND, THIRD) == ["belum"] * 3
    issue_deeds.reopen(wajo, no, "Naik lagi")
    assert states(wajo, FIRST, SECOND, THIRD) == ["masalah"] * 3
    issues.delete_issue(wajo, no)
    assert states(wajo, FIRST, SECOND, THIRD) == ["belum"] * 3


def test_a_place_taken_off_is_free_again_and_undo_brings_it_back(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Banjir", FIRST, severity="tinggi", further=[SECOND])
    [place] = issue_detail.issue(wajo, no).places
    assert (place.subject, place.label) == (SECOND, "TPS 002 · Kel. Tempe")
    issue_places.remove_all(wajo, [place.no])
    assert states(wajo, FIRST, SECOND) == ["masalah", "belum"]
    history.undo(wajo)
    assert states(wajo, FIRST, SECOND) == ["masalah", "masalah"]
    history.undo(wajo)
    assert states(wajo, FIRST, SECOND) == ["belum", "belum"]


def test_the_list_finds_it_at_each_of_its_places_once(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Banjir", FIRST, further=[SECOND, tps(MADDUKELLENG, 5)])
    for area in (FIRST, SECOND, TEMPE_VILLAGE, MADDUKELLENG, TEMPE):
        assert [row.no for row in issue_register.issue_rows(wajo, issue_register.IssueFilter(area=area))] == [no], area
    assert issue_register.issue_rows(wajo, issue_register.IssueFilter(area=THIRD)) == []
    assert issue_register.issue_rows(wajo)[0].further == 2
    assert [row.no for row in issue_look_alikes.look_alikes(wajo, "", SECOND)] == [no]


def test_over_several_kecamatan_it_is_written_down_at_what_they_share(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Listrik padam", FIRST, further=[ELSEWHERE])
    found = issue_detail.issue(wajo, no)
    assert found.row.place == "73.13"
    assert {one.subject for one in found.places} == {FIRST, ELSEWHERE}
    assert [row.no for row in issue_register.issue_rows(wajo, issue_register.IssueFilter(area=BELAWA))] == [no]


def test_a_place_of_another_kecamatan_is_not_added_to_one_of_a_kecamatan(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Banjir", FIRST)
    with pytest.raises(errors.Refused, match="di luar wilayah"):
        issue_places.add(wajo, no, [SECOND, ELSEWHERE])
    assert issue_detail.issue(wajo, no).places == ()
    with pytest.raises(errors.NotPermitted):
        issue_places.add(wajo, no, ["73.14.01.1001-001"])


def test_an_item_is_covered_at_every_place(wajo: Desk) -> None:
    for one in (FIRST, SECOND):
        answers.set_answer(wajo, one, "log.hujan@h", "B")
    no = issues.issue_from_answer(wajo, FIRST, "log.hujan@h")
    issue_places.add(wajo, no, [SECOND])
    page = checklist_pages.checklist_page(wajo, SECOND, 0)
    item = next(one for one in page.items if one.code == "log.hujan@h")
    assert item.issue == no
    with pytest.raises(errors.Refused, match="WAJ-0001"):
        issues.issue_from_answer(wajo, SECOND, "log.hujan@h")


def test_places_of_what_was_merged_count_with_the_kept_one(wajo: Desk) -> None:
    kept = issues.new_issue(wajo, "Banjir", FIRST, severity="tinggi")
    other = issues.new_issue(wajo, "Air naik", FIRST, further=[THIRD])
    assert states(wajo, FIRST, THIRD) == ["masalah", "belum"]
    duplicates.merge(wajo, kept, [other])
    assert states(wajo, FIRST, THIRD) == ["masalah", "masalah"]
    assert [one.subject for one in issue_detail.issue(wajo, kept).places] == [THIRD]
    issue_deeds.close_issue(wajo, kept, "Surut")
    assert states(wajo, FIRST, THIRD) == ["belum", "belum"]


def test_many_are_typed_at_once(wajo: Desk) -> None:
    read = issue_places.read(wajo, f"5 maddu; {ELSEWHERE}\n entah 7, 5 maddu")
    assert [hit.subject for hit in read.places] == [tps(MADDUKELLENG, 5), ELSEWHERE]
    assert read.unknown == ("entah 7",)


def test_a_range_is_each_of_its_tps_and_a_code_is_none(wajo: Desk) -> None:
    read = issue_places.read(wajo, "TPS 1 s.d. 5 Maddukelleng")
    assert [hit.subject for hit in read.places] == [tps(MADDUKELLENG, 1), tps(MADDUKELLENG, 5)]
    assert read.unknown == ("2 Maddukelleng", "3 Maddukelleng", "4 Maddukelleng")
    # A kelurahan and its kecamatan of one name, both with a TPS 1: nobody guesses.
    assert issue_places.read(wajo, "1 tempe").places == ()
    assert [hit.subject for hit in issue_places.read(wajo, FIRST).places] == [FIRST]
    assert issue_places.read(wajo, "9-5 entah").places == ()
    assert issue_places.read(wajo, "73.14.01.1001-001").unknown == ("73.14.01.1001-001",)


def test_every_tps_of_a_region(wajo: Desk) -> None:
    assert set(issue_places.stations_of(wajo, TEMPE_VILLAGE)) == {FIRST, SECOND, THIRD, tps(TEMPE_VILLAGE, 5)}
    assert len(issue_places.stations_of(wajo, TEMPE)) == 6


def test_no_more_than_a_list_can_hold(wajo: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(issue_places, "MOST", 2)
    no = issues.new_issue(wajo, "Banjir", FIRST, further=[SECOND])
    with pytest.raises(errors.Refused, match="Paling banyak 2"):
        issue_places.add(wajo, no, [THIRD])
