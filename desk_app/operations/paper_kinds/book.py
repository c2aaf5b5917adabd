# SPDX-License-Identifier: Apache-2.0
"""Buku Posko of one day."""

from desk_app.operations import printing_book
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking
from desk_app.reports import posko_book


def gather(desk: Desk, asked: asking.Asked) -> asking.Made:
    """The lines of the day and who was on duty."""
    day = asking.day_of(desk, asked)
    signer = asking.signer_of(desk, asked, day)
    setting = printing_book.Setting(day, asked.as_of, asked.paper, signer, asking.signing_day(desk, asked, day))
    return asking.Made(posko_book.build(printing_book.gather(desk, setting)), day, signer=signer)
