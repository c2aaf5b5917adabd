# SPDX-License-Identifier: Apache-2.0
"""Laporan Khusus: one issue."""

from desk_app.operations import printing_special
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking
from desk_app.reports import special_report


def gather(desk: Desk, asked: asking.Asked) -> asking.Made:
    """What is known of the issue at its moment."""
    day = asking.day_of(desk, asked)
    signer = asking.signer_of(desk, asked, day)
    number = (asked.number or "").strip()
    setting = printing_special.Setting(
        issue=asked.issue,
        as_of=asked.as_of,
        paper=asked.paper,
        signer=signer,
        signing_day=None if asked.date_open else day,
        number=number,
        addressed_to=asking.addressee_of(desk, asked),
    )
    paper = special_report.build(printing_special.gather(desk, setting))
    return asking.Made(paper, day, number, signer, printing_special.remarks(desk, setting))
