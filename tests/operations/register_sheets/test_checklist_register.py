# SPDX-License-Identifier: Apache-2.0
"""The checklist of a phase as a sheet: what is needed, what is answered, what is asked at all; one undo."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from desk_app.domain import answers, errors
from desk_app.operations import checklist_pages, checklist_versions, history, register_sheets
from desk_app.operations.desk import Desk
from desk_app.operations.register_sheets import checklist_register
from tests.filled_registers import FIRST
from tests.operations.register_sheets import coming_back
from tests.regency_offices import STATIONS

KEY = "checklist@h-1"


def values(desk: Desk, subject: str) -> dict[str, answers.AnswerValue | None]:
    return {item.code: item.value for item in checklist_pages.checklist_page(desk, subject, -1).items}


def row_of(subject: str) -> int:
    return [f"{village}-{number:03d}" for village, number in sorted(STATIONS)].index(subject) + 2


def heading(desk: Desk, code: str) -> str:
    register = register_sheets.register(desk, KEY)
    return next(one.label for one in register.columns if one.name == code)


def test_each_phase_has_a_sheet(wajo: Desk) -> None:
    keys = checklist_register.keys(wajo)
    assert KEY in keys
    assert "checklist@h" in keys
    assert all(register_sheets.register(wajo, key).back for key in keys)
    with pytest.raises(errors.NotFound):
        register_sheets.register(wajo, "checklist@h-400")


def test_what_is_needed_stands_beside_and_in_notes(filled: Desk, tmp_path: Path) -> None:
    path = coming_back.sheet(filled, tmp_path, KEY)
    page = openpyxl.load_workbook(path).worksheets[0]
    heads = {str(cell.value): cell for cell in page[1]}
    need = next(head for head in heads if head.startswith("Perlu:") and head.endswith("[log.suara.ppwp]"))
    boxes = heads[heading(filled, "log.kotak.ppwp")]
    assert "Perlu 1" in boxes.comment.text
    row = row_of(FIRST)
    assert page.cell(row, heads[need].column).value == 293, "287 voters and their reserve"
    assert page.cell(row, heads[need].column + 1).value == 280
    assert page.cell(page.max_row, 1).value == "Jumlah"
    assert str(page["A2"].value).count("-") == 1


def test_answers_come_back_as_typed_and_go_as_one(filled: Desk, tmp_path: Path) -> None:
    second = f"{FIRST[:-3]}001"
    before = values(filled, FIRST)
    found = coming_back.put_in(filled, tmp_path, KEY, {
        (row_of(FIRST), heading(filled, "log.suara.ppwp")): 294,
        (row_of(FIRST), heading(filled, "log.kotak.ppwp")): "T",
        (row_of(second), heading(filled, "log.suara.ppwp")): "230",
    })
    assert (found.changed, found.same, found.new) == (2, len(STATIONS) - 2, 0)
    assert values(filled, FIRST)["log.suara.ppwp"] == 294
    assert values(filled, FIRST)["log.kotak.ppwp"] is answers.Mark.NOT_NEEDED
    assert values(filled, second)["log.suara.ppwp"] == 230
    history.undo(filled)
    assert values(filled, FIRST) == before
    assert values(filled, second)["log.suara.ppwp"] is None


def test_what_cannot_be_an_answer_is_named(filled: Desk, tmp_path: Path) -> None:
    found = coming_back.look(filled, tmp_path, KEY, {
        (row_of(FIRST), heading(filled, "log.suara.ppwp")): "1.294",
        (row_of(FIRST), heading(filled, "log.kotak.ppwp")): "banyak",
    })
    assert sorted(head for _row, head in coming_back.faults(found)) == sorted(
        [heading(filled, "log.suara.ppwp"), heading(filled, "log.kotak.ppwp")])


def test_what_is_not_asked_there_is_refused_and_the_version_is_kept(filled: Desk, tmp_path: Path) -> None:
    outline = checklist_versions.current(filled).outline
    altered = tuple(
        replace(
            chapter,
            questions=tuple(
                replace(one, condition="log.tinta = 2") if one.code == "log.bilik" else one for one in chapter.questions
            ),
        )
        for chapter in outline.chapters
    )
    number = checklist_versions.publish(filled, replace(outline, chapters=altered))
    ink, booth = heading(filled, "log.tinta"), heading(filled, "log.bilik")
    second = f"{FIRST[:-3]}001"
    refused = coming_back.look(filled, tmp_path, KEY, {(row_of(second), booth): 4})
    assert coming_back.faults(refused) == [(row_of(second), booth)]
    coming_back.put_in(filled, tmp_path, KEY, {(row_of(second), booth): 4, (row_of(second), ink): 2})
    assert (values(filled, second)["log.bilik"], values(filled, second)["log.tinta"]) == (4, 2)
    with filled.reading() as connection:
        query = f"SELECT DISTINCT version FROM answer WHERE subject = '{second}'"
        assert connection.exec_driver_sql(query).scalars().all() == [number]
