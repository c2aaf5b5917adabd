# SPDX-License-Identifier: Apache-2.0
"""What was pasted out of WhatsApp: read into proposals, looked over by the clerk, written as one transaction.

Reading writes nothing. What is accepted becomes an answer, a recap, an issue or only a line; each keeps a line in the
Buku Posko with the words as they were pasted and what was made of them. A message that stands there already is known
again by its sender, its hour and its words, however often a chat is pasted.
"""

import hashlib
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from desk_app.base import garbage
from desk_app.base.text import _
from desk_app.data import arrivals, chat_list, checklist_rows, unit_of_work
from desk_app.domain import answers as answering
from desk_app.domain import (
    chat_words,
    chats,
    checklists,
    elections,
    errors,
    place_words,
    places,
    records,
    watch,
    words,
    zones,
)
from desk_app.domain import issues as rules
from desk_app.operations import answers, chat_places, checklist_pages, days, issues, settings, territory
from desk_app.operations import elections as events
from desk_app.operations import places as finding
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_
Becomes = chat_words.Becomes

BECOMES_LABELS: dict[Becomes, str] = {
    Becomes.ANSWER: N_("Isian"),
    Becomes.RECAP: N_("Rekap"),
    Becomes.ISSUE: N_("Permasalahan"),
    Becomes.NIHIL: N_("Lapor NIHIL"),
    Becomes.LINE: N_("Baris buku"),
}
_TITLE = 160


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


@dataclass(frozen=True, slots=True)
class Reading:
    """What a paste holds: proposals, and how many messages were left out, by `chats.Kind`. `seen`: for `accept`."""

    proposals: tuple[Proposal, ...]
    left_out: dict[chats.Kind, int]
    seen: int


@dataclass(frozen=True, slots=True)
class Accepted:
    """What was written: the lines of the book, and how many of them became something. `known`: stood there before."""

    lines: tuple[int, ...]
    answers: int
    recaps: int
    issues: int
    known: int


def read(desk: Desk, pasted: str) -> Reading:
    """Proposals from text copied out of WhatsApp, in its order. Nothing is written, whatever the text."""
    with desk.reading() as connection:
        seen = arrivals.latest(connection)
    reader = _Reader(desk)
    left_out: dict[chats.Kind, int] = {}
    made: list[Proposal] = []
    with garbage.put_off():
        for at, message in enumerate(chats.read(pasted, reader.today), 1):
            if not at % _BREATH:
                time.sleep(_PAUSE)  # beside a window: two threads that only reckon would let it wait
            if message.kind is chats.Kind.TEXT:
                made += reader.proposals(message)
            else:
                left_out[message.kind] = left_out.get(message.kind, 0) + 1
        return Reading(tuple(_looked_over(desk, made)), left_out, seen)


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


def accept(desk: Desk, proposals: Sequence[Proposal], seen: int | None = None) -> Accepted:
    """Write what the clerk accepted, all of it or nothing, undone as one. `seen`: `Reading.seen`.

    What the book has meanwhile is left out. Raises Refused where one lacks something.
    """
    for one in proposals:
        if one.lacks:
            raise errors.Refused(N_("“{text}”: {what}"), text=one.text[:60], what=words.phrase(one.lacks))
        for place in one.places:
            territory.require_own(desk, place)
    event = settings.event_code(desk)
    wanted = _once(proposals)
    writers = [_writer(desk, one, seen) for one in wanted]

    def work(unit: unit_of_work.Unit) -> Accepted:
        there = chat_list.known(unit.connection, event, [one.origin for one in wanted])
        lines: list[int] = []
        tally = dict.fromkeys(Becomes, 0)
        for one, write in zip(wanted, writers, strict=True):
            if one.origin in there:
                continue
            made = write(unit)
            tally[one.becomes] += 1
            lines.append(unit.create(records.LOG_ENTRY, _line(one, event, made)))
        return Accepted(
            tuple(lines), tally[Becomes.ANSWER], tally[Becomes.RECAP], tally[Becomes.ISSUE], len(proposals) - len(lines)
        )

    with garbage.put_off():
        return transact(desk, N_("Tempel dari WhatsApp"), work)


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
            told = f"{one.count:,}".replace(",", ".")
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


class _Reader:
    """Reads the messages of one paste."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._places = chat_places.PlaceReader(desk)
        self._zone = settings.zone(desk)
        self._now = desk.now()
        self.today = days.today(desk)
        self._event = events.working_event(desk)
        template = events.checklist_for(self._event, desk.identity.place)
        self._items = {one.code: one for one in template.items if places.Kind.TPS in one.places}

    def proposals(self, message: chats.PastedLine) -> list[Proposal]:
        """One for a message, or one for each of its lines where several say something of their own."""
        sender = self._named(message.sender)
        lines = message.text.split("\n")
        spoken = [chat_words.read(line) for line in lines]
        telling = [at for at, said in enumerate(spoken) if said.says_something and not said.nihil]
        if len(telling) < 2:
            said = chat_words.read(message.one_line)
            return [self._proposal(message, message.text, said, place_words.Found(), sender)]
        heading, headed = place_words.Found(), ""
        made: list[Proposal] = []
        for line, said in zip(lines, spoken, strict=True):
            if said.says_something:
                original = f"{headed}\n{line}" if headed else line
                made.append(self._proposal(message, original, said, heading, sender, line))
                continue
            found = self._places.named(said.words)
            if found and not said.numbers:
                heading, headed = found, line
            elif said.numbers or len(said.words) > _HEADING_WORDS:
                made.append(self._proposal(message, line, said, heading, sender, line))
        return made

    def _proposal(
        self,
        message: chats.PastedLine,
        original: str,
        said: chat_words.Said,
        heading: place_words.Found,
        sender: place_words.Found,
        line: str = "",
    ) -> Proposal:
        text = " ".join((line or message.one_line).split())
        understood = self._places.understand(said, heading, sender)
        proposal = Proposal(
            origin=self._origin(message, original),
            original=original[: records.LOG_ENTRY.field("original").most],
            text=text[: records.LOG_ENTRY.field("text").most],
            sender=chats.shown_sender(message.sender)[: records.LOG_ENTRY.field("sender").most],
            at=self._moment(message, said),
            hour=message.hour,
            day=message.day,
            places=understood.places,
            source=said.source or chats.shown_sender(message.sender),
            note=f"pukul {said.hour}" if said.hour else "",
        )
        offers = tuple(finding.PlaceHit(one, one, "", "") for one in understood.offers)
        return self._become(replace(proposal, offers=offers), said, understood, message.day)

    def _become(
        self, proposal: Proposal, said: chat_words.Said, understood: chat_places.Understood, day: date | None
    ) -> Proposal:
        why = [understood.why] if understood.why is not None else []
        asks = bool(understood.offers) or (bool(said.numbers) and not understood.places)
        item = self._items.get(said.matter)
        if said.trouble is not None:
            proposal = replace(
                proposal, becomes=Becomes.ISSUE, category=said.trouble.category, severity=said.trouble.severity
            )
            if not understood.places and not asks:
                why = [words.phrase(N_("tempatnya belum disebut"))]
        elif said.numbers and item is not None and item.kind is checklists.ItemKind.YES_NO:
            mark = answering.Mark.DONE if said.done else answering.Mark.NOT_YET
            proposal = replace(proposal, becomes=Becomes.ANSWER, item=item.code, value=mark.value)
            why += self._wrong_day(item, day)
            asks = asks or not understood.places
        elif said.tells_figures and not said.numbers and (item is not None or said.matter == chat_words.VOTERS):
            proposal, told = self._recap(proposal, said, understood)
            why += told + (self._wrong_day(item, day) if item is not None else [])
            asks = asks or not understood.places
        elif said.nihil:
            proposal = replace(proposal, becomes=Becomes.NIHIL)
        else:
            # A line for the book needs no place: what is only likely is left for the clerk to add.
            asks = False
            if not understood.sure and not said.numbers:
                proposal, why = replace(proposal, places=(), offers=()), []
        certainty = Certainty.ASK if asks else Certainty.CHECK if why else Certainty.CLEAR
        if said.courtesy:
            certainty = Certainty.IDLE
        return replace(proposal, certainty=certainty, why=tuple(why))

    def _recap(
        self, proposal: Proposal, said: chat_words.Said, understood: chat_places.Understood
    ) -> tuple[Proposal, list[words.Phrase]]:
        """A recap; what is told of the TPS that have not is turned round."""
        region = understood.places[0] if understood.places else ""
        held = self._places.stations_in(region) if region else 0
        made = replace(proposal, becomes=Becomes.RECAP, item=said.matter, count=said.count, total=said.total)
        if said.matter == chat_words.VOTERS:
            return made, []
        why: list[words.Phrase] = []
        total = said.total if said.total is not None else held or None
        count = total if said.every else said.count
        if not said.done and count is not None:
            if total is None or count > total:
                return replace(made, count=None, total=total), [words.phrase(N_("jumlah TPS-nya belum diketahui"))]
            told = words.phrase(N_("dihitung: {total} TPS dikurangi {count} yang belum"), total=total, count=count)
            count, why = total - count, [told]
        if held and total is not None and total != held:
            why.append(words.phrase(N_("di sini tercatat {count} TPS"), count=held))
        if total is not None and count is not None and count > total:
            count = None
            why.append(words.phrase(N_("jumlahnya melebihi TPS yang ada")))
        return replace(made, count=count, total=total), why

    def _wrong_day(self, item: checklists.Item, day: date | None) -> list[words.Phrase]:
        offset = elections.day_offset(self._event, day or self.today)
        if item.phase == 0 and offset != 0:
            told = words.phrase(N_("pesan dari {day}, bukan hari pemungutan"), day=elections.day_words(offset))
            return [told]
        return []

    def _named(self, sender: str) -> place_words.Found:
        """The place in a sender's name: "Camat Belawa", "PPS Maddukelleng"."""
        if not sender or chats.is_numbered(sender):
            return place_words.Found()
        found = self._places.named(chat_words.read(sender).words)
        return found if found.sure else place_words.Found()

    def _moment(self, message: chats.PastedLine, said: chat_words.Said) -> int:
        hour = message.hour or said.hour
        if not hour:
            return self._now
        day = message.day or self.today
        at = zones.moment(
            datetime(day.year, day.month, day.day, int(hour[:2]), int(hour[3:])),  # noqa: DTZ001 - zone is added
            self._zone,
        )
        is_headed = bool(message.sender or message.day)
        return at if is_headed or at <= self._now else self._now

    def _origin(self, message: chats.PastedLine, original: str) -> str:
        """What a message is known by: its day and hour, its sender, its words."""
        day = message.day or self.today
        parts = (day.isoformat(), message.hour, message.sender.casefold(), " ".join(original.casefold().split()))
        return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


_HEADING_WORDS = 6
_BREATH, _PAUSE = 20, 0.002
_DISTRICT = 8


def _looked_over(desk: Desk, made: Sequence[Proposal]) -> list[Proposal]:
    """The proposals with the names of their places, and what the office holds already of them."""
    event = settings.event_code(desk)
    held: dict[tuple[str, str], Any] = {}
    noted: set[tuple[str, str]] = set()
    with desk.reading() as connection:
        there = chat_list.known(connection, event, [one.origin for one in made])
        by_item: dict[str, set[str]] = {}
        for one in made:
            if one.becomes is Becomes.ANSWER:
                by_item.setdefault(one.item, set()).update(one.places)
        for item, subjects in by_item.items():
            for subject, row in checklist_rows.answers_to(connection, event, item, subjects).items():
                held[subject, item] = row.choice
                noted |= {(subject, item)} if row.note else set()
        open_ones = chat_list.open_issues(connection, event, [state.value for state in rules.OPEN])
    subjects = {place for one in made for place in one.places} | {hit.subject for one in made for hit in one.offers}
    labels = finding.place_labels(desk, subjects)
    items_ = items(desk) if made else {}
    found: list[Proposal] = []
    twice: set[str] = set()
    for one in made:
        again = one.origin in there or one.origin in twice
        twice.add(one.origin)
        why = list(one.why)
        if one.becomes is Becomes.ANSWER:
            other = {held[place, one.item] for place in one.places if held.get((place, one.item))} - {one.value}
            why += [words.phrase(N_("sudah terisi lain: {value}"), value=_mark(choice)) for choice in sorted(other)]
        if one.becomes is Becomes.ISSUE and (alike := open_ones.get((one.place, one.category))):
            why.append(words.phrase(N_("mirip {number} yang masih terbuka"), number=alike))
        certainty = Certainty.CHECK if one.certainty is Certainty.CLEAR and why else one.certainty
        several = label_of(desk, one.places) if len(one.places) > 1 else labels.get(one.place, "")
        found.append(
            replace(
                one,
                place_label=several,
                note="" if any((place, one.item) in noted for place in one.places) else one.note,
                offers=tuple(replace(hit, label=labels.get(hit.subject, hit.subject)) for hit in one.offers),
                item_label=items_.get(one.item, one.item),
                certainty=Certainty.KNOWN if again else certainty,
                why=(words.phrase(N_("sudah ada di Buku Posko")),) if again else tuple(why),
            )
        )
    return found


def _mark(choice: str) -> words.Phrase:
    known = choice in set(answering.Mark)
    return words.phrase(answering.MARK_LABELS[answering.Mark(choice)]) if known else words.Phrase(choice)


def _once(proposals: Sequence[Proposal]) -> list[Proposal]:
    """Each message once, as it stands last in the table."""
    return list({one.origin: one for one in proposals}.values())


def _writer(desk: Desk, one: Proposal, seen: int | None) -> Any:
    """What writes the record of a proposal inside the transaction; looked over here. Raises Refused."""
    match one.becomes:
        case Becomes.ANSWER:
            given = [(place, one.item, answering.Mark(one.value), one.note or None) for place in one.places]
            write = answers.answering(desk, given, seen=seen)
            return lambda unit: write(unit)[0]
        case Becomes.RECAP:
            assert one.count is not None
            source = one.source or one.sender
            hour = one.at
            return answers.recapping(
                desk, one.place, one.item, one.count, one.total, hour=hour, source=source[:120], seen=seen
            )
        case Becomes.ISSUE:
            long = len(one.text) > _TITLE
            values = {
                "place": one.place or desk.identity.place,
                "title": one.text[: _TITLE - 1].rstrip() + "…" if long else one.text,
                "description": one.original if long or "\n" in one.original else "",
                "reported_at": one.at,
                "reporter": one.sender[:120] if not chats.is_numbered(one.sender) else "",
                "source": "wa",
                "category": one.category,
                "severity": one.severity,
            }
            checked = issues.checked_fields(desk, values)
            return lambda unit: issues.add(unit, desk, checked)
    return lambda _unit: None


def _line(one: Proposal, event: str, made: int | None) -> dict[str, Any]:
    return {
        "event": event,
        "at": one.at,
        "sender": one.sender,
        "text": one.text,
        "place": one.place or None,
        "origin": one.origin,
        "original": one.original,
        "became": one.becomes.value,
        "made": made if one.becomes is not Becomes.ISSUE else None,
        "issue": made if one.becomes is Becomes.ISSUE else None,
    }
