# SPDX-License-Identifier: Apache-2.0
"""Places beside the TPS, watched too."""


from desk_app.domain import places
from desk_app.domain.readiness import Readiness
from desk_app.operations import answers, checklist_pages, issues, places_watched
from desk_app.operations.desk import Desk


def test_other_places_are_watched_too(wajo: Desk) -> None:
    found = places_watched.listed(wajo)
    kinds = [one.kind for one in found]
    assert kinds.count(places.Kind.GUDANG) == 1
    assert kinds.count(places.Kind.PPK) == 14
    assert kinds.count(places.Kind.PPS) == 190
    assert kinds.count(places.Kind.POSKO) == 15
    assert next(one for one in found if one.subject == "73.13.06/ppk").label == "PPK · Kecamatan Tempe"


def test_a_watched_place_shows_how_it_stands(wajo: Desk) -> None:
    page = checklist_pages.checklist_page(wajo, "73.13.06/ppk")
    item = next(item for item in page.items if item.required)
    answers.set_answer(wajo, "73.13.06/ppk", item.code, "0")
    issues.new_issue(wajo, "Atap bocor", "73.13.06/ppk")
    found = next(one for one in places_watched.listed(wajo) if one.subject == "73.13.06/ppk")
    assert (found.state, found.answered, found.open_issues) == (Readiness.PROBLEM, 1, 1)
    assert (found.failed, found.unrecorded) == (1, False)


def test_a_place_that_nobody_expects_is_seen_once_it_is_filled_in(wajo: Desk) -> None:
    before = len(places_watched.listed(wajo))
    item = next(item for item in checklist_pages.checklist_page(wajo, "73.13/gudang").items if item.required)
    answers.set_answer(wajo, "73.13/gudang-2", item.code, "B")
    found = places_watched.listed(wajo)
    assert len(found) == before + 1
    assert (found[-1].subject, found[-1].label, found[-1].unrecorded) == (
        "73.13/gudang-2", "Gudang KPU 2 · Kabupaten Wajo", True,
    )
