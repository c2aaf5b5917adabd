# SPDX-License-Identifier: Apache-2.0
"""The fields of a form: L, P and J in one row, the order of the paper, empty is not zero."""

import pytest

from desk_app.domain.counts import ballot, lines
from desk_app.domain.elections import VoterClass
from ui.widgets import count_fields

LABELS = tuple((one, one.value) for one in lines.CLASSES)


def form(pairs: int = 2, *, brief: bool = False) -> tuple[lines.Line, ...]:
    return lines.form(LABELS, ballot.numbered("ppwp", pairs), brief)


def test_men_women_and_both_stand_in_one_row() -> None:
    rows = count_fields.rows_of(form())
    assert [column for column, _code in rows[0].fields] == [0, 1, 2]
    assert [code for _column, code in rows[0].fields] == ["dpt_l", "dpt_p", "dpt_j"]
    received = next(row for row in rows if row.fields[0][1] == "received")
    assert received.fields == ((count_fields.SINGLE, "received"),)
    assert rows[1].title == f"B.1 Pengguna hak pilih {VoterClass.REGISTERED.value}"
    assert len(count_fields.rows_of(form(brief=True))) == len(form(brief=True))


def test_the_way_through_the_form_is_that_of_the_paper() -> None:
    made = count_fields.Fields(form())
    walked = [made.at]
    while (following := made.beside(walked[-1], 1)) is not None:
        walked.append(following)
    assert walked == [line.code for line in form()]
    assert made.beside("dpt_l", -1) is None
    assert made.below("dpt_l", 1) == "registered_l"
    assert made.below("users_p", 1) == "received"
    assert made.below("received", -1) == "users_j"
    assert made.below("total", 1) is None


def test_empty_was_not_read_and_noughts_are_nought() -> None:
    made = count_fields.Fields(form(), {"v1": 0, "v2": 7, "v9": 3})
    assert made.figures() == {"v1": 0, "v2": 7}
    for typed, kept in (("00", 0), ("007", 7), ("12", 12)):
        made.put("valid", typed)
        made.settle("valid")
        assert made.figures()["valid"] == kept
    made.put("valid", "")
    made.settle("valid")
    assert "valid" not in made.figures()
    assert made.first_open() == "dpt_l"


def test_a_whole_form_begins_at_its_first_field() -> None:
    made = count_fields.Fields(form(), {line.code: 1 for line in form()})
    assert made.first_open() == "dpt_l"


@pytest.mark.parametrize(
    ("text", "found"),
    [("1.234", (1234,)), ("12\t13\n14", (12, 13, 14)), ("1.234\t7", (1234, 7)), ("–", ()), ("12.5", (12, 5))],
)
def test_figures_are_read_out_of_what_is_pasted(text: str, found: tuple[int, ...]) -> None:
    assert count_fields.numbers_in(text) == found
