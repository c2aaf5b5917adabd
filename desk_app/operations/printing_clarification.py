# SPDX-License-Identifier: Apache-2.0
"""What the Berita Acara Klarifikasi Data of a day says: what was settled here that day, and what is still open."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desk_app.base.text import _
from desk_app.data import printed_list
from desk_app.domain import records
from desk_app.operations import (
    clarification,
    days,
    disagreements,
    issue_secrecy,
    places,
    printing_office,
    settings,
    signatories,
    values,
)
from desk_app.operations.desk import Desk
from desk_app.reports import clarification_record

_OF_AN_ITEM = (records.ANSWER.name, records.RECAP.name, records.STATION_RISK.name)
"""Kinds of which a place has many records, told apart by the last part of their title."""

_MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@dataclass(frozen=True, slots=True)
class Setting:
    """What is settled before the paper is gathered. `number`: "" leaves a line for the pen."""

    day: date
    as_of: int
    paper: str
    number: str
    signer: signatories.SignatoryRow | None
    date_open: bool = False


def gather(desk: Desk, asked: Setting) -> clarification_record.ClarificationRecord:
    """The record of a day."""
    decided = disagreements.decided_on(desk, asked.day)
    waiting = disagreements.open_ones(desk)
    told = _Telling(desk, [one.about for one in decided] + waiting)
    settled = tuple(told.settled(one) for one in decided if not told.is_withheld(one.about))
    unsettled = tuple(told.unsettled(one) for one in waiting if not told.is_withheld(one))
    signing_day = None if asked.date_open else max(asked.day, days.local(desk, asked.as_of).date())
    return clarification_record.ClarificationRecord(
        office=printing_office.office(desk),
        day=asked.day,
        as_of=days.local(desk, asked.as_of),
        settled=settled,
        unsettled=unsettled,
        signature=printing_office.signature_block(desk, asked.signer, signing_day),
        page=printing_office.page_setup(desk, asked.paper),
        place=settings.get(desk, "city").strip(),
        number=asked.number or None,
        withheld=len(decided) + len(waiting) - len(settled) - len(unsettled),
        copies=printing_office.copies(desk),
        head=printing_office.kop(desk, asked.signer),
    )


def number_of(desk: Desk, report: str, day: date) -> str:
    """The number of the paper of a day: the one it was issued with, else the next by the office's own numbering.

    The setting `clarification_number` is a text with {no}, {bulan} and {tahun}, such as "{no}/BA-KLR/{bulan}/{tahun}";
    without it the number is left for the pen.
    """
    with desk.reading() as connection:
        issued = printed_list.printed(connection, settings.event_code(desk), limit=100_000)
    own_title = clarification_record.title_of(desk.identity.name, day)
    numbers = {one.title: one.number for one in reversed(issued) if one.kind == report and one.number}
    if own_title in numbers:
        return numbers[own_title]
    form = settings.get(desk, "clarification_number").strip()
    parts = {"no": f"{len(numbers) + 1:03d}", "bulan": _MONTHS[day.month - 1], "tahun": str(day.year)}
    for name, value in parts.items():
        form = form.replace(f"{{{name}}}", value)
    return form


class _Telling:
    """Disagreements in the words of a paper; the names of all places are looked up once."""

    def __init__(self, desk: Desk, about: Iterable[disagreements.Disagreement]) -> None:
        self._desk = desk
        self._speaker = values.Speaker(desk)
        listed = list(about)
        subjects = [subject for one in listed if (subject := clarification.subject_of(one))]
        self._places = places.full_labels(desk, subjects, desk.identity.place)
        with desk.reading() as connection:
            self._confidential = {
                one.record for one in listed if issue_secrecy.is_in_confidence(connection, one.record)
            }

    def is_withheld(self, one: disagreements.Disagreement) -> bool:
        """What not every reader of the paper may see: what is the office's own, and issues told in confidence."""
        return records.NAMES[one.kind].reach is records.Reach.INTERNAL or one.record in self._confidential

    def settled(self, one: disagreements.Decision) -> clarification_record.Settled:
        subject, field = self._about(one.about)
        chosen = one.chosen
        return clarification_record.Settled(
            subject=subject,
            field=field,
            sides=self._sides(one.about),
            value=self._value(one.about, chosen),
            by=chosen.operator or chosen.office,
            at=days.local(self._desk, chosen.at),
            basis=one.basis,
        )

    def unsettled(self, one: disagreements.Disagreement) -> clarification_record.Unsettled:
        subject, field = self._about(one)
        return clarification_record.Unsettled(subject, field, self._sides(one))

    def _about(self, one: disagreements.Disagreement) -> tuple[str, str]:
        """What it is about, and the field: "TPS 005, Kel. Maddukkelleng, Kecamatan Tempe", "Kotak suara: Jumlah"."""
        subject = clarification.subject_of(one)
        parts = self._speaker.title(one.kind, one.title).split(" · ")
        label = _(one.label)
        if not subject:
            return ", ".join((_(records.NAMES[one.kind].label), *parts)), label
        if one.kind in _OF_AN_ITEM:
            label = f"{parts[-1]}: {label}"
        return self._places[subject], label

    def _sides(self, one: disagreements.Disagreement) -> tuple[clarification_record.Side, ...]:
        return tuple(
            clarification_record.Side(
                self._value(one, side), side.office, side.operator, days.local(self._desk, side.at) if side.at else None
            )
            for side in one.sides
        )

    def _value(self, one: disagreements.Disagreement, side: disagreements.Side) -> str:
        if one.field:
            return "" if side.value in (None, "") else self._speaker.value(one.kind, one.field, side.value)
        return "tetap dipakai" if side.keeps else "dihapus"
