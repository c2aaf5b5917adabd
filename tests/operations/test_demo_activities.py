# SPDX-License-Identifier: Apache-2.0
"""Activities of the demonstration: something at every step of the chain, and nobody's name."""

from pathlib import Path

from desk_app.operations import activity_register, contacts, demo_activities, indicator_board, stages, tasks
from desk_app.operations.activities import Step
from desk_app.operations.activity_register import Stage
from tests import regency_offices


def test_there_is_something_at_every_step_and_no_name(tmp_path: Path) -> None:
    with regency_offices.make(tmp_path / "office") as desk:
        demo_activities.activities_of(desk)
        rows = activity_register.rows(desk)
        assert {row.stage for row in rows} == {Stage.UNREPORTED, Stage.TODAY, Stage.PLANNED}
        assert {row.open_step for row in rows} == {Step.REPORT, Step.LETTER}
        assert tasks.waiting(desk) == (1, 1)
        line = next(one.line for one in indicator_board.summaries(desk) if one.definition.code == "tps-terbentuk")
        assert (line.target, line.difference) == (len(regency_offices.STATIONS), -1)
        assert {one.person for one in contacts.rows(desk)} == {""}
        people = [person for row in rows for person in activity_register.activity(desk, row.no).people]
        assert {person.name for person in people} == {""}


def test_figures_of_the_office_say_that_they_are_made_up(tmp_path: Path) -> None:
    with regency_offices.make(tmp_path / "office") as desk:
        demo_activities.activities_of(desk)
        found = {one.definition.code: one for one in indicator_board.summaries(desk)}
        assert found["partisipasi"].line.target == 8200
        assert found["partisipasi"].definition.source == "ditetapkan kantor (contoh)"
        assert found["ktp-el"].line.figure.value == 9740
        own = [row.stage for row in stages.calendar(desk).rows if row.stage.own]
        assert [(one.name, one.source) for one in own] == [("Monitoring TPS oleh tim Desk", "jadwal kantor (contoh)")]
