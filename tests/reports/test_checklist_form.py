# SPDX-License-Identifier: Apache-2.0
"""What a stack of forms says of itself, and the code of all that stands on it."""

import dataclasses

import pytest

from desk_app.domain import errors
from desk_app.reports import checklist_form, text
from tests.reports import form_samples

OTHER = "Kelurahan Siengkang"


def code(*forms: checklist_form.Form) -> str:
    return checklist_form.build(form_samples.stack(*forms), "Formulir").footer.code


def test_in_short_it_is_how_many_forms_of_which_village() -> None:
    here = form_samples.form()
    there = form_samples.form(here.kind, headings=("Kecamatan Tempe", OTHER))
    paper = checklist_form.build(form_samples.stack(here, here, there), "Formulir")
    assert [row.cells for row in form_samples.lines(paper)] == [("Kelurahan Maddukkelleng", "2"), (OTHER, "1")]
    assert "*Kelurahan Maddukkelleng*: Formulir 2" in text.render(paper)


@pytest.mark.parametrize(
    "change",
    [{"code": "7313061001006"}, {"voters": 1262}, {"village": OTHER}, {"needed": (None,) * 12}, {"name": "TPS 006"}],
    ids=str,
)
def test_one_figure_more_gives_another_code(change: dict[str, object]) -> None:
    here = form_samples.form()
    assert code(here) == code(form_samples.form())
    assert code(dataclasses.replace(here, **change)) != code(here)  # type: ignore[arg-type]


def test_one_word_of_an_item_more_gives_another_code() -> None:
    kind = form_samples.kind()
    first, *others = kind.parts
    lines = (dataclasses.replace(first.lines[0], text="Kotak suara DPD"), *first.lines[1:])
    other = dataclasses.replace(kind, parts=(dataclasses.replace(first, lines=lines), *others))
    assert code(form_samples.form(kind)) != code(form_samples.form(other))


def test_an_answer_more_gives_another_code() -> None:
    blank = form_samples.form()
    empty = dataclasses.replace(blank, answers=(None,) * 12)
    typed = dataclasses.replace(blank, answers=(checklist_form.Answer("1287", who="a"), *(None,) * 11))
    assert len({code(blank), code(typed)}) == 2
    assert code(typed) != code(empty)


def test_a_form_is_told_of_each_of_its_items() -> None:
    with pytest.raises(ValueError, match="12 items"):
        form_samples.form(needed=(None,))
    with pytest.raises(ValueError, match="12 items"):
        form_samples.form(answers=(None,))


def test_another_paper_is_refused() -> None:
    assert checklist_form.setup("f4").paper.height == 330
    with pytest.raises(errors.Refused):
        checklist_form.setup("B5")
