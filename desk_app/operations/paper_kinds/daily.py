# SPDX-License-Identifier: Apache-2.0
"""Laporan harian, of the office or of one of its regions."""

from dataclasses import replace

from desk_app.operations import daily_reports, printing_checks, printing_daily
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking
from desk_app.reports import check_code, daily_report


def gather(desk: Desk, asked: asking.Asked) -> asking.Made:
    """The report of a day at its moment."""
    day = asking.day_of(desk, asked)
    area = asking.area_of(desk, asked)
    kept = daily_reports.report(desk, day)
    signer = asking.signer_of(desk, asked, day)
    number = (kept.number if asked.number is None and area == desk.identity.place else asked.number or "").strip()
    gathered = printing_daily.gather(
        desk,
        printing_daily.Setting(
            day=day,
            phase=asked.phase,
            area=area,
            as_of=asked.as_of,
            paper=asked.paper,
            signer=signer,
            signing_day=asking.signing_day(desk, asked, day),
            number=number,
            addressed_to=asking.addressee_of(desk, asked),
        ),
    )
    paper = daily_report.build(gathered)
    if area != desk.identity.place:
        paper = check_code.sealed(replace(paper, title=f"{paper.title} {gathered.office.region}"))
    return asking.Made(paper, day, number, signer, printing_checks.of_daily(desk, gathered, kept, signer))
