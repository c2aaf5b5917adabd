# SPDX-License-Identifier: Apache-2.0
"""What the Buku Posko of a day says on paper: its lines in order and who was on duty."""

from dataclasses import dataclass
from datetime import date

from desk_app.data import rows
from desk_app.domain import chats, issues, records
from desk_app.operations import days, logbook, printing_office, signatories, team_roster
from desk_app.operations.desk import Desk
from desk_app.reports import posko_book

MOST = 20_000


@dataclass(frozen=True, slots=True)
class Setting:
    """What is settled before it is gathered; `signing_day` None leaves the date for the pen."""

    day: date
    as_of: int
    paper: str
    signer: signatories.SignatoryRow | None
    signing_day: date | None


def gather(desk: Desk, asked: Setting) -> posko_book.PoskoBook:
    """The book of a day, oldest line first; of a telephone number only its end stands there.

    All its lines, so that a paper that was issued while the day went on is told apart from the whole day; it is never
    dated before a line in it.
    """
    found = logbook.lines(desk, asked.day, limit=MOST)[::-1]
    kept = [line for line in found if not line.confidential]
    with desk.reading() as connection:
        became = {line.issue: rows.row(connection, records.ISSUE, line.issue) for line in kept if line.issue}
    iso = asked.day.isoformat()
    return posko_book.PoskoBook(
        office=printing_office.office(desk),
        day=asked.day,
        day_words=days.day_words(desk, asked.day),
        lines=tuple(
            posko_book.BookLine(
                at=days.local(desk, line.at),
                sender=chats.shown_sender(line.sender),
                text=issues.alleging(line.text, str(became[line.issue]["category"] or "")) if line.issue else line.text,
                measure=line.measure,
                place=line.place_label,
                issue=line.issue_number,
                by=line.written_by,
            )
            for line in kept
        ),
        as_of=days.local(desk, max([asked.as_of, *(line.at for line in kept)])),
        signature=printing_office.signature_block(desk, asked.signer, asked.signing_day),
        page=printing_office.page_setup(desk, asked.paper),
        shifts=tuple(posko_book.Watch(one.hours, one.name) for one in team_roster.shifts(desk, iso, iso)),
        withheld=len(found) - len(kept),
        head=printing_office.kop(desk, asked.signer),
    )
