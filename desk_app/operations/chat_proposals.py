# SPDX-License-Identifier: Apache-2.0
"""What a chat comes to, as the clerk sees it: proposals with place, figure, certainty and what they become."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from desk_app.base.text import _
from desk_app.domain import answers as answering
from desk_app.domain import chat_words, places, watch, words
from desk_app.domain import issues as rules
from desk_app.domain.words import dotted
from desk_app.operations import checklist_pages
from desk_app.operations import elections as events
from desk_app.operations import places as finding
from desk_app.operations.desk import Desk

N_ = words.N_
Becomes = chat_words.Becomes

BECOMES_LABELS: dict[Becomes, str] = {
    Becomes.ANSWER: N_("Isian"),
    Becomes.RECAP: N_("Rekap"),
    Becomes.ISSUE: N_("Permasalahan"),
    Becomes.NIHIL: N_("Lapor NIHIL"),
    Becomes.LINE: N_("Baris buku"),
}


class Certainty(StrEnum):
    """How far a line was understood."""

    CLEAR = "jelas"
    CHECK = "periksa"
    ASK = "tanya"
    """Its place has to be chosen first."""
    KNOWN = "sudah"
    """It stands in the Buku Posko already."""
    IDLE = "sapaan"
    """A greeting or thanks, which nobody has to write down."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One line of the table. `at`: the moment of the message; `hour` and `day` as they were written, "" and None else.

    `places`: what it is about, several TPS of one village, or none; `offers`: what an unclear one may mean. `item` and
    `value` ("done", "not_yet"): an answer; `item`, `count`, `total`: a recap; `category`, `severity`: an issue.
    `why`: what is to be looked at. `note`: what an answer is noted with, such as the hour that the words tell.
    """

    origin: str
    original: str
    text: str
    sender: str
    at: int
    hour: str = ""
    day: date | None = None
    becomes: Becomes = Becomes.LINE
    places: tuple[str, ...] = ()
    place_label: str = ""
    offers: tuple[finding.PlaceHit, ...] = ()
    item: str = ""
    item_label: str = ""
    value: str = ""
    count: int | None = None
    total: int | None = None
    source: str = ""
    note: str = ""
    category: str = ""
    severity: str = ""
    certainty: Certainty = Certainty.CLEAR
    why: tuple[words.Phrase, ...] = ()

    @property
    def place(self) -> str:
        """The first place, "" without one."""
        return self.places[0] if self.places else ""

    @property
    def lacks(self) -> str:
        """What has to be said before it can be written (a msgid), "" when nothing has."""
        match self.becomes:
            case Becomes.ANSWER if not (self.places and self.item and self.value):
                return N_("Pilih TPS, butir, dan jawabannya.") if self.places else N_("Pilih TPS-nya.")
            case Becomes.RECAP if not (self.places and self.item and self.count is not None):
                return N_("Isi butir dan jumlahnya.") if self.places else N_("Pilih wilayahnya.")
        return N_("Pilih tempatnya, atau kosongkan.") if self.certainty is Certainty.ASK else ""


def settled(desk: Desk, proposal: Proposal, **altered: Any) -> Proposal:
    """A proposal as the clerk altered it (`places`, `becomes`, `item`, `value`, `count`, `total`, `text`, `sender`)."""
    changed = replace(proposal, **altered)
    if "places" in altered:
        changed = replace(changed, place_label=label_of(desk, changed.places))
    if "item" in altered and changed.item:
        changed = replace(changed, item_label=items(desk).get(changed.item, changed.item))
    if changed.becomes is Becomes.ISSUE and not changed.category:
        changed = replace(changed, category="LAI", severity=rules.Severity.MEDIUM.value)
    if changed.becomes is Becomes.ANSWER and not changed.value:
        changed = replace(changed, value=answering.Mark.DONE.value)
    return replace(changed, certainty=Certainty.CLEAR, why=())


def items(desk: Desk) -> dict[str, str]:
    """The items of TPS that a line can be an answer or a recap of, by code, those that chats tell of first."""
    template = events.checklist_for(events.working_event(desk), desk.identity.place)
    found = {one.code: one for one in template.items if places.Kind.TPS in one.places}
    usual = [code for code in chat_words.MATTERS if code in found]
    rest = [code for code, one in found.items() if code not in usual and one.phase in (-1, 0, 1)]
    labels = {code: checklist_pages.item_label(found[code]) for code in (*usual, *rest)}
    return labels | {chat_words.VOTERS: _(watch.Measure.VOTERS.label)}


def detail_words(one: Proposal) -> str:
    """What would be written of a proposal: "TPS dibuka – Sudah", "170 dari 178", "Logistik, tinggi"."""
    match one.becomes:
        case Becomes.ANSWER if one.value:
            return f"{one.item_label} – {_(answering.MARK_LABELS[answering.Mark(one.value)])}"
        case Becomes.RECAP if one.count is not None:
            told = dotted(one.count)
            if one.total is not None:
                told = _("{count} dari {total}").format(count=told, total=one.total)
            return f"{one.item_label} – {told}"
        case Becomes.RECAP:
            return one.item_label
        case Becomes.ISSUE if one.category:
            severity = rules.SEVERITY_LABELS[rules.Severity(one.severity)]
            return f"{_(rules.CATEGORIES[one.category])}, {_(severity)}"
    return ""


def label_of(desk: Desk, subjects: Sequence[str]) -> str:
    """What people call some TPS of one village together: "TPS 001, 002 · Kel. Tempe"."""
    labels = finding.place_labels(desk, subjects)
    if len(subjects) < 2:
        return labels.get(subjects[0], "") if subjects else ""
    head, _dot, tail = labels[subjects[0]].partition(" · ")
    others = [f"{places.parse(subject).number or 0:03d}" for subject in subjects[1:]]
    return f"{', '.join([head, *others])} · {tail}"
