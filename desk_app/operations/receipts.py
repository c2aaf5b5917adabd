# SPDX-License-Identifier: Apache-2.0
"""✓ saved here, ✓✓ the kabupaten has it, ✓✓✓ the province has it: for a record, by what offices have said they hold.

Nothing is reckoned from what was sent: only the other office's own signed word counts, also when it came by way of
others. The third tick is left out where the province takes no part.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from desk_app.base.text import _
from desk_app.data import receipts, said
from desk_app.data import trust as trust_rows
from desk_app.data.database import Connection
from desk_app.domain import places
from desk_app.journal import streams as journal_streams
from desk_app.operations import settings
from desk_app.operations.desk import Desk

SAVED, REGENCY, PROVINCE = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Receipt:
    """How far something has come. `ticks`: 1 to 3; `words`: the same in sentences, one a line."""

    ticks: int
    words: str

    @property
    def mark(self) -> str:
        return "✓" * self.ticks


def of_record(desk: Desk, record: int) -> Receipt:
    """How far every change of one record has come."""
    with desk.reading() as connection:
        return _receipt(desk, connection, {record})


def of_station(desk: Desk, subject: str) -> Receipt:
    """How far a TPS has come with all that is answered about it."""
    place = places.parse(subject)
    event = settings.event_code(desk)
    with desk.reading() as connection:
        found = receipts.of_station(connection, event, place.code, place.number or 0, place.subject)
        return _receipt(desk, connection, found)


def of_issue(desk: Desk, record: int) -> Receipt:
    """How far an issue has come with its follow-ups."""
    with desk.reading() as connection:
        return _receipt(desk, connection, receipts.of_issue(connection, record))


def _receipt(desk: Desk, connection: Connection, records: Collection[int]) -> Receipt:
    own = desk.identity.place
    reached = receipts.reach(connection, records)
    scopes = receipts.scopes(connection, reached)
    lines = [_("✓ Tersimpan di komputer ini")]
    if scopes and all(one.reader_class is journal_streams.ReaderClass.INTERNAL for one in scopes):
        return Receipt(SAVED, "\n".join([*lines, _("Hanya untuk kantor ini; tidak dikirim.")]))
    ticks = SAVED
    steps = (
        (REGENCY, places.regency_of(own), _("✓✓ Sudah ada di kabupaten/kota"), _("Belum ada kabar dari kabupaten")),
        (PROVINCE, places.province_of(own), _("✓✓✓ Sudah ada di provinsi"), _("Belum ada kabar dari provinsi")),
    )
    for tick, place, has, lacks in steps:
        if place is None or place == own:
            ticks = max(ticks, tick)
            if place == own:
                lines.append(has)
            continue
        offices = [one.key for one in trust_rows.cards_at(connection, place)]
        if not offices and tick is PROVINCE:
            continue
        if reached and _holds(said.by_offices(connection, offices), reached):
            ticks = tick
            lines.append(has)
        else:
            lines.append(lacks)
    return Receipt(ticks, "\n".join(lines))


def _holds(told: Mapping[bytes, int], reached: Mapping[bytes, int]) -> bool:
    return all(told.get(stream, 0) >= upto for stream, upto in reached.items())

