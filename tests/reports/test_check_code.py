# SPDX-License-Identifier: Apache-2.0
"""The check code follows from what is said, and from nothing else."""

import dataclasses
import re

from desk_app.reports import check_code, daily_report, document, pages
from tests.reports import samples


def paper() -> document.Document:
    return daily_report.build(samples.daily())


def test_four_groups_of_legible_letters() -> None:
    code = check_code.of(paper())
    assert re.fullmatch(r"([A-HJ-NP-Z2-9]{4}-){3}[A-HJ-NP-Z2-9]{4}", code)


def test_the_code_is_in_the_footer_and_does_not_change_itself() -> None:
    sealed = paper()
    assert sealed.footer.code == check_code.of(sealed)
    assert check_code.sealed(sealed) == sealed


def test_paper_and_picture_do_not_matter() -> None:
    other = dataclasses.replace(samples.daily(), page=pages.setup("F4"), head=samples.setda_head(None))
    assert daily_report.build(other).footer.code == paper().footer.code


def test_one_figure_or_the_moment_of_the_data_matters() -> None:
    report = samples.daily()
    row = dataclasses.replace(report.readiness[0], ready=report.readiness[0].ready + 1)
    changed = dataclasses.replace(report, readiness=(row, *report.readiness[1:]))
    later = dataclasses.replace(report, as_of=report.as_of.replace(minute=1))
    codes = {daily_report.build(each).footer.code for each in (report, changed, later)}
    assert len(codes) == 3
