# SPDX-License-Identifier: Apache-2.0
"""An office that has copied four TPS of one race: one with a wrong sum, one in which two copies differ."""

from desk_app.domain.counts import words as count_words
from desk_app.operations import papers
from desk_app.operations.desk import Desk
from tests import counting_people
from tests.operations.paper_kinds import shown
from tests.regency_offices import TEMPE_VILLAGE, tps
from tests.reports import pages_read

FIRST, SECOND, THIRD, FIFTH = (tps(TEMPE_VILLAGE, number) for number in (1, 2, 3, 5))
WITH_VOTES = ("rekap-suara", "partisipasi", "hasil-tps", "catatan-suara", "klarifikasi-suara")
NOTICE = count_words.DISCLAIMER


def fill(desk: Desk) -> None:
    counting_people.prepare(desk)
    counting_people.copy(desk, FIRST, (80, 40, 50))
    counting_people.copy(desk, SECOND, (90, 60, 40))
    counting_people.copy(desk, THIRD, (60, 30, 20), valid=112)
    counting_people.copy(desk, FIFTH, (100, 70, 30))
    with counting_people.somebody(desk, "Sitti"):
        counting_people.copy(desk, FIFTH, (101, 70, 30))


def noticed(paper: papers.Prepared) -> bool:
    """Whether every page, the message and the first lines say what it is not."""
    pages = pages_read.texts(paper.document)
    return all(NOTICE in page for page in pages) and pages[0].count(NOTICE) == 2 and NOTICE in paper.text()


def made(desk: Desk, report: str, **asked: object) -> papers.Prepared:
    return shown.made(desk, report, **asked)
