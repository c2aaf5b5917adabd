# SPDX-License-Identifier: Apache-2.0
"""Tulisan pada naskah: what the office writes itself into a paper, such as the conclusion of its monthly report."""

from dataclasses import dataclass, field
from datetime import date

from desk_app.data import arrivals, paper_words_list
from desk_app.domain import errors, records, words
from desk_app.operations import settings
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from desk_app.reports import catalogue

N_ = words.N_

ONCE = "semua"
"""The period of a paper about the whole election."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its code, its heading (a msgid) and what is written in it."""

    code: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Written:
    """The parts of a paper in their order. `period`: "2024-02", `ONCE` for a paper that is written once. `seen`: what a
    save from a form with these values tells that it had seen."""

    kind: str
    period: str
    parts: tuple[Part, ...]
    seen: int | None = field(default=None, compare=False)

    def text(self, code: str) -> str:
        """What is written in a part, "" while nothing is."""
        return next((one.text for one in self.parts if one.code == code), "")


def written(desk: Desk, kind: str, day: date) -> Written:
    """The parts of a kind of paper for the period of a day; none where the kind has none. Raises NotFound."""
    report = catalogue.find(kind)
    period = _period(report, day)
    with desk.reading() as connection:
        seen = arrivals.latest(connection)
        known = paper_words_list.of_paper(connection, settings.event_code(desk), report.key, period)
    parts = tuple(Part(code, label, known.get(code, "")) for code, label in report.parts)
    return Written(report.key, period, parts, seen)


def write(desk: Desk, kind: str, day: date, part: str, text: str, *, seen: int | None = None) -> int:
    """Write a part; empty takes it back. Returns the record. Raises Refused for a part that the paper has not.

    `seen`: as the form was filled; what came in since is not replaced but stands beside.
    """
    report = catalogue.find(kind)
    if part not in [code for code, _label in report.parts]:
        raise errors.Refused(N_("Naskah itu tidak mempunyai bagian tersebut."))
    key = (settings.event_code(desk), report.key, _period(report, day), part)
    kept = text.strip() or None
    return transact(
        desk, N_("Tulisan pada naskah"), lambda unit: unit.put(records.PAPER_WORDS, key, {"text": kept}, seen=seen)
    )


def _period(report: catalogue.Report, day: date) -> str:
    return day.strftime("%Y-%m") if report.periodic else ONCE
