# SPDX-License-Identifier: Apache-2.0
"""The papers of the exchange: handover, receipt, clarification, who is silent, slips and the spare key."""

from desk_app.operations import exchange_papers
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking


def gather(desk: Desk, asked: asking.Asked) -> asking.Made:
    """One of them, by the key that is asked for."""
    day = asking.day_of(desk, asked)
    made = exchange_papers.gather(
        desk,
        asked.report,
        exchange_papers.Asked(
            day=day,
            as_of=asked.as_of,
            area=asking.area_of(desk, asked) if asked.area else "",
            paper=asked.paper,
            number=asked.number,
            date_open=asked.date_open,
            signer=asking.signer_of(desk, asked, day),
            usual=asked.signatory is None,
            package=asked.package,
            way=asked.way,
            carrier=asked.carrier,
        ),
    )
    return asking.Made(made.document, made.day, made.number, None, made.remarks, made.signatory)
