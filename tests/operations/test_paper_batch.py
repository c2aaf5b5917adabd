# SPDX-License-Identifier: Apache-2.0
"""All letters at once: a file each, progress, stopping in between, and the register."""

from dataclasses import replace
from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.domain import errors
from desk_app.operations import change_settings, paper_batch, papers, printing, teams
from desk_app.operations.desk import Desk
from desk_app.reports import catalogue
from tests.operations.paper_kinds import meetings

ALL = papers.Asked(catalogue.ASSIGNMENT.key)


@pytest.fixture
def three(wajo: Desk) -> Desk:
    for number in (1, 2, 3):
        team = teams.new_team(wajo, number)
        for one in range(2):
            teams.new_member(wajo, "Staf", team=team, person=f"Pegawai {number}-{one}")
    return wajo


def test_a_file_for_every_team_and_for_every_person(three: Desk, tmp_path: Path) -> None:
    by_team = finish(paper_batch.print_all(three, ALL, tmp_path / "tim"))
    assert [path.name for path in by_team] == [
        f"0{number} Surat Tugas Tim {'I' * number} 13 Februari 2024.pdf" for number in (1, 2, 3)
    ]
    by_person = finish(paper_batch.print_all(three, ALL, tmp_path / "orang", paper_batch.Each.PERSON))
    assert len({path.read_bytes() for path in by_person}) == 6
    assert all(path.read_bytes().startswith(b"%PDF") for path in (*by_team, *by_person))
    assert len(printing.printed(three)) == 9


def test_drafts_are_not_noted(three: Desk, tmp_path: Path) -> None:
    written = finish(paper_batch.print_all(three, ALL, tmp_path, final=False))
    assert len(written) == 3
    assert printing.printed(three) == []


def test_each_gets_a_number_of_its_own(three: Desk, tmp_path: Path) -> None:
    finish(paper_batch.print_all(three, replace(ALL, number="800/1"), tmp_path / "pena"))
    assert {one.number for one in printing.printed(three)} == {""}
    change_settings.set_many(three, {"paper_number_way": "own", "paper_number_pattern": "{urut}/ST"})
    finish(paper_batch.print_all(three, ALL, tmp_path / "urut", paper_batch.Each.PERSON))
    numbers = [one.number for one in printing.printed(three) if one.number]
    assert len(set(numbers)) == 6
    assert all(number.endswith("/ST") for number in numbers)


def test_who_stops_has_what_was_written(three: Desk, tmp_path: Path) -> None:
    steps = paper_batch.print_all(three, ALL, tmp_path)
    assert [(step.done, step.total) for step in (next(steps), next(steps))] == [(0, 3), (1, 3)]
    steps.close()
    assert len(list(tmp_path.glob("*.pdf"))) == 1
    assert len(printing.printed(three)) == 1


def test_nothing_to_print(wajo: Desk, tmp_path: Path) -> None:
    with pytest.raises(errors.Refused, match="Tidak ada surat"):
        finish(paper_batch.print_all(wajo, ALL, tmp_path))


def test_a_folder_that_cannot_be(three: Desk, tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("x")
    with pytest.raises(errors.Refused, match="tidak dapat dibuat"):
        finish(paper_batch.print_all(three, ALL, tmp_path / "berkas" / "dalam"))


def test_other_papers_stand_for_themselves(wajo: Desk) -> None:
    daily = papers.Asked()
    assert paper_batch.letters_of(wajo, daily) == [daily]
    assert not paper_batch.has_several(daily.report)
    assert paper_batch.has_several(ALL.report)
    no = meetings.journey(wajo)
    assert len(paper_batch.letters_of(wajo, papers.Asked(catalogue.TRAVEL_ORDER.key, record=no))) == 2
    assert paper_batch.letters_of(wajo, replace(ALL, report=catalogue.REQUEST.key)) == []


def test_how_many_letters_is_known_before_they_are_made(three: Desk, tmp_path: Path) -> None:
    told = paper_batch.counts(three, ALL)
    for each in paper_batch.Each:
        assert told[each] == len(finish(paper_batch.print_all(three, ALL, tmp_path / each, each, final=False)))
    assert told[paper_batch.Each.TEAM] != told[paper_batch.Each.PERSON]
    assert paper_batch.counts(three, papers.Asked()) == {}
    # There is no activity yet whose officers travel: nothing to print, and nothing that stops the form.
    assert set(paper_batch.counts(three, papers.Asked(catalogue.TRAVEL_ORDER.key)).values()) == {0}
