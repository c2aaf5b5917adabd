# SPDX-License-Identifier: Apache-2.0
"""Formulir ceklis for the field: one blank form for each TPS of an area, or for one other place."""

from collections.abc import Iterator

from desk_app.domain import elections as rules
from desk_app.domain import words
from desk_app.operations import printing_checks
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking, form_stack
from desk_app.operations.targets import Page, Target
from desk_app.reports import checklist_form

N_ = words.N_


def gather(desk: Desk, asked: asking.Asked) -> asking.Made:
    """The forms of an area, in order of kecamatan, village and number. Raises Refused where there is none."""
    stack = form_stack.Stack(desk, asked)
    remarks: tuple[printing_checks.Remark, ...] = ()
    if stack.is_of_stations:
        with desk.reading() as connection:
            rows = stack.stations(connection)
            names = stack.names(connection, {row.village for row in rows})
        for code in {row.village[:5] for row in rows}:
            stack.page(code)
        count = len(rows)
        open_ones = sum(row.voters is None for row in rows)
        if open_ones:
            said = N_("{count} TPS belum mempunyai DPT; jumlah yang diperlukan di formulirnya kosong.")
            told = words.phrase(said, count=words.dotted(open_ones))
            remarks = (printing_checks.Remark(told, target=Target(Page.STATIONS, subject=stack.place.code)),)

        def made() -> Iterator[checklist_form.Form]:
            return (stack.station_form(row, names[row.village]) for row in rows)
    else:
        count, only = 1, stack.other_form()

        def made() -> Iterator[checklist_form.Form]:
            return iter((only,))

    title = f"{checklist_form.BLANK} {rules.day_words(stack.phase)} {stack.where}"
    forms = stack.forms(title, count, made, is_filled=False)
    paper = checklist_form.build(forms, f"{title} · {desk.identity.name}")
    return asking.Made(paper, stack.day, remarks=remarks, forms=forms)
