# SPDX-License-Identifier: Apache-2.0
"""Activities: the chain of each kind, how far it is by what is written, and the stage of the whole."""

from dataclasses import replace
from datetime import date

import pytest

from desk_app.domain import activities as rules
from desk_app.domain import errors
from desk_app.domain.activities import Kind, Passed, Stage, Step, Written

TODAY = date(2024, 2, 13)


def _passed(told: Written) -> list[tuple[str, str]]:
    return [(step.value, passed.value) for step, passed in rules.chain(told)]


def test_a_visit_goes_from_schedule_to_report_step_by_step() -> None:
    told = Written(kind=Kind.VISIT)
    said = []
    for more in (
        {"from_day": "2024-02-13"},
        {"letter_number": "090/1", "sent": 2},
        {"points": 3},
        {"visits": 2, "told": 2},
        {"reported_at": 1},
    ):
        said.append(rules.next_step(told))
        told = replace(told, **more)  # type: ignore[arg-type]
    assert said == [Step.SCHEDULE, Step.LETTER, Step.SHEET, Step.VISITS, Step.REPORT]
    assert rules.next_step(told) is None
    assert {passed for _step, passed in rules.chain(told)} == {Passed.DONE}


def test_a_letter_is_done_when_it_has_a_number_and_somebody_goes() -> None:
    told = Written(kind=Kind.VISIT, from_day="2024-02-13", letter_number="090/1")
    assert rules.next_step(told) is Step.LETTER
    assert rules.next_step(replace(told, sent=1)) is Step.SHEET


def test_visits_are_done_when_each_is_told_of() -> None:
    told = Written(kind=Kind.VISIT, from_day="x", letter_number="x", sent=1, points=1, visits=3, told=2)
    assert rules.next_step(told) is Step.VISITS
    assert rules.next_step(replace(told, told=3)) is Step.REPORT


def test_a_step_that_is_not_needed_is_passed_over_but_never_one_that_must_be() -> None:
    told = Written(kind=Kind.VISIT, from_day="2024-02-13", not_needed=("surat_tugas", "hasil_kunjungan"))
    assert _passed(told) == [
        ("jadwal", "sudah"),
        ("surat_tugas", "tidak_perlu"),
        ("lembar_pantau", "berikutnya"),
        ("hasil_kunjungan", "nanti"),
        ("laporan", "nanti"),
    ]


def test_a_meeting_has_invitation_attendance_and_minutes() -> None:
    told = Written(
        kind=Kind.MEETING, from_day="x", invitation_number="005/1", guests=4, present=3, minutes="Keputusan …"
    )
    assert rules.next_step(told) is Step.REPORT
    assert rules.next_step(replace(told, present=0)) is Step.ATTENDANCE


def test_nothing_is_next_of_what_is_cancelled() -> None:
    told = Written(kind=Kind.CAMPAIGN, state="batal")
    assert rules.next_step(told) is None
    assert rules.stage(told, TODAY) is Stage.CANCELLED


def test_another_kind_has_the_shortest_chain() -> None:
    assert rules.steps("seminar") == rules.steps(Kind.OTHER)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (Written(), Stage.UNDATED),
        (Written(from_day="2024-02-14"), Stage.PLANNED),
        (Written(from_day="2024-02-13"), Stage.TODAY),
        (Written(from_day="2024-02-11", to_day="2024-02-13"), Stage.TODAY),
        (Written(from_day="2024-02-11", to_day="2024-02-12"), Stage.UNREPORTED),
        (Written(from_day="2024-02-11", not_needed=("laporan",)), Stage.FINISHED),
        (Written(from_day="2024-02-14", reported_at=1), Stage.FINISHED),
    ],
)
def test_the_stage_of_the_whole(told: Written, expected: Stage) -> None:
    assert rules.stage(told, TODAY) is expected


def test_days_in_the_wrong_order_are_refused() -> None:
    rules.check_days("2024-02-13", "2024-02-13")
    with pytest.raises(errors.Refused, match="lebih dulu"):
        rules.check_days("2024-02-13", "2024-02-12")
    with pytest.raises(errors.Refused, match="mulainya"):
        rules.check_days("", "2024-02-12")


def test_codes_are_kept_once_and_in_order() -> None:
    assert rules.parse_codes(rules.write_codes(["log.tinta", "tps.papan", "log.tinta"])) == ("log.tinta", "tps.papan")
    assert rules.parse_codes(None) == ()
