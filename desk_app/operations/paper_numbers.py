# SPDX-License-Identifier: Apache-2.0
"""Penomoran naskah: a number is given once, stands on its paper or is said not to be used, and is never given again."""

from dataclasses import dataclass
from datetime import date

from desk_app.data import paper_numbers as kept
from desk_app.data import unit_of_work
from desk_app.data.database import Connection
from desk_app.domain import errors, numbering, records, words
from desk_app.operations import papers, settings
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_

Way = numbering.Way
Entry = numbering.Entry
LABELS = numbering.LABELS
FIELDS = numbering.FIELDS


@dataclass(frozen=True, slots=True)
class Given:
    """A number that was given: its record, its place in the sequence, and as it is printed."""

    record: int
    sequence: int
    number: str


@dataclass(frozen=True, slots=True)
class Series:
    """The sequence of a kind of paper in a year."""

    kind: str
    year: int
    entries: tuple[Entry, ...]

    @property
    def odd(self) -> tuple[Entry, ...]:
        """What is to be known of it: gaps, doubles, numbers whose paper is not final."""
        return tuple(one for one in self.entries if one.words.message)


def way(desk: Desk) -> Way:
    """Where numbers come from, as the office chose."""
    chosen = settings.get(desk, "paper_number_way")
    return Way(chosen) if chosen in set(Way) else Way.HAND


def suggest(desk: Desk, kind: str, day: date) -> str:
    """The number that the next paper of a kind would get; nothing is given yet. Raises Refused for a wrong pattern."""
    with desk.reading() as connection:
        sequence = _next(connection, settings.event_code(desk), kind, day.year)
    return _printed(desk, kind, day, sequence)


def give(desk: Desk, kind: str, day: date, title: str, sequence: int = 0) -> Given:
    """Give the next number to a paper, or a certain one that was not given before, as the first of an office's.

    Raises Refused for a number that was given, or a wrong pattern.
    """
    event = settings.event_code(desk)

    def work(unit: unit_of_work.Unit) -> Given:
        known = {one.sequence for one in kept.of_series(unit.connection, event, kind, day.year)}
        chosen = sequence or max(known, default=0) + 1
        if chosen in known:
            raise errors.Refused(
                N_("Nomor urut {sequence} sudah pernah diberikan. Nomor tidak diberikan dua kali."), sequence=chosen
            )
        number = _printed(desk, kind, day, chosen)
        values = {
            "event": event,
            "kind": kind,
            "year": day.year,
            "sequence": chosen,
            "number": number,
            "title": title[:300],
            "at": unit.now,
        }
        return Given(unit.create(records.PAPER_NUMBER, values), chosen, number)

    # Kind "setup": a number that was seen is not given to another paper because of a Ctrl+Z.
    return transact(desk, N_("Nomor naskah diberikan"), work, kind="setup")


def numbered(desk: Desk, prepared: papers.Prepared) -> str:
    """The number for a draft: what it has, or one of the own sequence; first one that was given to this very paper."""
    if prepared.number.strip() or way(desk) is not Way.OWN or "number" not in prepared.report.asks:
        return prepared.number
    event, kind = settings.event_code(desk), prepared.report.key
    with desk.reading() as connection:
        used = kept.used(connection, event, kind)
        for one in kept.of_series(connection, event, kind, prepared.day.year):
            if one.title == prepared.title[:300] and not one.dropped_at and one.number not in used:
                return one.number
    return give(desk, kind, prepared.day, prepared.title).number


def drop(desk: Desk, no: int, reason: str) -> None:
    """Say that a number is not used: its place in the sequence is told with the reason and never filled again.

    Raises Refused without a reason, and for one that stands on a final paper.
    """
    if not reason.strip():
        raise errors.Refused(N_("Tulis mengapa nomor ini tidak jadi dipakai."))
    with desk.reading() as connection:
        found = kept.one(connection, no)
        used = kept.used(connection, settings.event_code(desk), found.kind) if found is not None else {}
    if found is None:
        raise errors.NotFound(N_("Nomor itu tidak ada."))
    if found.number in used:
        raise errors.Refused(N_("Nomor {number} sudah ada pada naskah final."), number=found.number)
    told = {"dropped_at": desk.now(), "reason": reason}
    transact(desk, N_("Nomor naskah tidak jadi dipakai"), lambda unit: unit.set(records.PAPER_NUMBER, no, told))


def series(desk: Desk, kind: str, year: int) -> Series:
    """The sequence of a kind in a year, with its gaps and doubles."""
    with desk.reading() as connection:
        return _series(connection, settings.event_code(desk), kind, year)


def every_series(desk: Desk) -> tuple[Series, ...]:
    """All sequences of the election worked on."""
    event = settings.event_code(desk)
    with desk.reading() as connection:
        return tuple(_series(connection, event, kind, year) for kind, year in kept.series(connection, event))


def check_pattern(pattern: str) -> str:
    """A pattern as it may be kept, with a look at what it gives. Raises Refused."""
    return numbering.check_pattern(pattern)


def _series(connection: Connection, event: str, kind: str, year: int) -> Series:
    used = kept.used(connection, event, kind)
    found = [
        numbering.Given(
            record=one.no,
            sequence=one.sequence,
            number=one.number,
            title=one.title,
            at=one.at,
            used=used.get(one.number, 0),
            dropped=bool(one.dropped_at),
            reason=one.reason,
        )
        for one in kept.of_series(connection, event, kind, year)
    ]
    return Series(kind, year, numbering.entries(found))


def _next(connection: Connection, event: str, kind: str, year: int) -> int:
    return max((one.sequence for one in kept.of_series(connection, event, kind, year)), default=0) + 1


def _printed(desk: Desk, kind: str, day: date, sequence: int) -> str:
    return numbering.number(
        settings.get(desk, "paper_number_pattern"),
        sequence,
        day.year,
        day.month,
        classification=numbering.classification_of(settings.get(desk, "paper_number_class"), kind),
        unit=settings.get(desk, "paper_number_unit"),
    )
