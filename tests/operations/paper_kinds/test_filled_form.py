# SPDX-License-Identifier: Apache-2.0
"""Lembar ceklis terisi: what was typed about a TPS, by whom and when, in the boxes of the blank form."""

import pytest

from desk_app.domain import errors
from desk_app.operations import answers, papers, printing
from desk_app.operations.desk import Desk
from desk_app.reports import checklist_form
from tests.operations.paper_kinds import shown
from tests.regency_offices import MADDUKELLENG, TEMPE, TEMPE_VILLAGE, tps
from tests.reports import form_samples

HERE = tps(MADDUKELLENG, 5)


def made(desk: Desk, area: str = "", phase: int = -1) -> papers.Prepared:
    return shown.made(desk, "lembar-tps", area=area, phase=phase)


def forms(paper: papers.Prepared) -> list[checklist_form.Form]:
    assert paper.forms is not None
    return list(paper.forms.forms())


def typed(form: checklist_form.Form) -> dict[str, checklist_form.Answer]:
    assert form.answers is not None
    return {
        line.text: answer for line, answer in zip(form.kind.lines, form.answers, strict=True) if answer is not None
    }


def test_what_was_typed_by_whom_and_when(wajo: Desk) -> None:
    answers.set_answer(wajo, HERE, "log.tinta", "1")
    answers.set_answer(wajo, HERE, "log.hujan", "B")
    answers.set_note(wajo, HERE, "log.hujan", "Atap gudang bocor")
    [form] = forms(made(wajo, HERE))
    told = typed(form)
    assert told["Tinta"] == checklist_form.Answer("1", "", "kurang 1", "a", "13-02-24 13.00")
    rain = told["Logistik terlindung dari hujan"]
    assert (rain.value, rain.note, rain.remark) == ("Belum", "Atap gudang bocor", "")
    assert form.typists == f"Diketik oleh: a = Andi, {wajo.identity.name}"
    assert form.standing == "Ada masalah !"
    [said] = form_samples.texts(made(wajo, HERE).pdf())
    for words in ("LEMBAR CEKLIS TERISI H-1", "kurang 1", "Atap gudang bocor", "13-02-24 13.00 a", "a = Andi"):
        assert words in said, words
    assert said.count("✓") == 1


def test_of_an_area_those_of_which_anything_is_typed(wajo: Desk) -> None:
    other = tps(TEMPE_VILLAGE, 2)
    answers.set_answer(wajo, HERE, "log.tinta", "2")
    answers.set_answer(wajo, other, "log.tinta", "2")
    answers.set_answer(wajo, tps(TEMPE_VILLAGE, 3), "org.bimtek", "S")
    assert [form.code for form in forms(made(wajo, TEMPE))] == ["7313061003002", "7313061004005"]
    assert len(form_samples.texts(made(wajo).pdf())) == 2


def test_of_one_place_also_an_empty_one(wajo: Desk) -> None:
    [form] = forms(made(wajo, HERE))
    assert typed(form) == {}
    assert (form.standing, form.typists) == ("Belum ○", "")
    with pytest.raises(errors.Refused, match="Belum ada isian ceklis H-1 di Kecamatan Tempe"):
        made(wajo, TEMPE)


def test_a_place_that_is_no_tps(wajo: Desk) -> None:
    answers.set_answer(wajo, "73.13/gudang", "gud.jaga@h-1", "S")
    [form] = forms(made(wajo, "73.13/gudang"))
    assert typed(form)["Gudang dijaga 24 jam"].value == "Sudah"


def test_it_is_made_final_and_registered(wajo: Desk) -> None:
    answers.set_answer(wajo, HERE, "log.tinta", "2")
    paper = made(wajo, HERE)
    printing.issue(wajo, paper)
    [line] = printing.printed(wajo)
    assert (line.title, line.code) == ("Lembar Ceklis Terisi H-1 TPS 005 Kelurahan Maddukelleng", paper.code)
    assert made(wajo, HERE).issued is not None
    answers.set_answer(wajo, HERE, "log.tinta", "1")
    assert made(wajo, HERE).code != paper.code
