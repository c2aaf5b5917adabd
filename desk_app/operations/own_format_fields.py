# SPDX-License-Identifier: Apache-2.0
"""What a form of the office's own can be filled with: the words of a paper, and what the office is; and what is wrong
in a form, in words."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import replace

from desk_app.base.text import _
from desk_app.domain import errors
from desk_app.operations import (
    areas,
    elections,
    issue_register,
    paper_records,
    papers,
    printing,
    printing_office,
    settings,
)
from desk_app.operations.desk import Desk
from desk_app.reports import catalogue, document, own_format_reading, own_format_values, words

Field = own_format_values.Field
Values = own_format_values.Values

_LIKE = 0.6


def fields_of(desk: Desk, report: str, asked: papers.Asked | None = None) -> list[Field]:
    """The fields of a kind of paper: name, label, what stands there now, and whether it repeats with its row.

    Of a paper that cannot be made yet (nothing it could be about) only those that every paper has.
    """
    try:
        return of_paper(desk, example(desk, report, asked)).fields
    except errors.Refused:
        return own_format_values.of(_nothing(desk), _office(desk)).fields


def example(desk: Desk, report: str, asked: papers.Asked | None = None) -> papers.Prepared:
    """A paper of a kind as it would be now, about the first thing it may be about. Raises Refused without one."""
    known = catalogue.find(report)
    if asked is not None:
        return printing.make(desk, asked)
    try:
        return printing.make(desk, _asked(desk, known))
    except errors.Refused:
        district = next((one.code for one in areas.districts(desk)), "")
        if "area" not in known.asks or not district:
            raise
        return printing.make(desk, replace(_asked(desk, known), area=district))


def of_paper(desk: Desk, prepared: papers.Prepared) -> Values:
    """All values of a paper."""
    day = prepared.day
    about = {
        **_office(desk),
        "hari": ("Hari", words.day_name(day)),
        "tanggal": ("Tanggal", words.long_date(day)),
        "tanggal_huruf": ("Tanggal dengan huruf", words.spelled_date(day)),
        "tahun": ("Tahun", str(day.year)),
    }
    if prepared.number:
        about["nomor"] = ("Nomor naskah", prepared.number)
    return own_format_values.of(prepared.document, about)


def remarks(values: Values, problems: Iterable[own_format_reading.Problem]) -> list[str]:
    """What is wrong in a form, each in a sentence that says where and what to do."""
    known = [one.name for one in values.fields]
    return list(dict.fromkeys(_remark(problem, known) for problem in problems))


def _remark(problem: own_format_reading.Problem, known: list[str]) -> str:
    if problem.repeats:
        told = _("Isian “{name}” berulang: taruh di dalam baris tabel, pada “{around}”.")
        return told.format(name=problem.name, around=problem.around)
    like = difflib.get_close_matches(problem.name, known, 1, _LIKE)
    if like:
        told = _("Isian “{name}” tidak dikenal, pada “{around}”. Mungkin maksudnya “{like}”.")
        return told.format(name=problem.name, around=problem.around, like=like[0])
    told = _("Isian “{name}” tidak dikenal, pada “{around}”. Ia dicetak sebagai titik-titik.")
    return told.format(name=problem.name, around=problem.around)


def _office(desk: Desk) -> Mapping[str, tuple[str, str]]:
    """What every form may say of the office: name → label and text."""
    names = printing_office.names(desk)
    return {
        "kantor": ("Nama desk", desk.identity.name),
        "daerah": ("Daerah", names.region),
        "provinsi": ("Provinsi", names.within),
        "pemerintah": ("Pemerintah daerah", names.government),
        "kepala_daerah": ("Kepala daerah", names.head),
        "pemilihan": ("Pemilihan", elections.working_event(desk).name),
        "kota": ("Kota kantor", settings.get(desk, "city").strip()),
    }


def _asked(desk: Desk, report: catalogue.Report) -> papers.Asked:
    record = next((one.no for one in paper_records.choices(desk, report.key) if one.no), 0)
    issue = 0
    if "issue" in report.asks:
        issue = next((one.no for one in issue_register.issue_rows(desk, limit=1)), 0)
    return papers.Asked(report=report.key, record=record, issue=issue)


def _nothing(desk: Desk) -> document.Document:
    return document.Document("", desk.identity.name, printing_office.page_setup(desk), ())
