# SPDX-License-Identifier: Apache-2.0
"""The messages of one paste read into proposals, each with what the office holds of it already."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from desk_app.data import chat_list, checklist_rows
from desk_app.domain import answers as answering
from desk_app.domain import chat_words, chats, checklists, elections, place_words, places, records, words, zones
from desk_app.domain import issues as rules
from desk_app.operations import chat_places, chat_proposals, days, settings
from desk_app.operations import elections as events
from desk_app.operations import places as finding
from desk_app.operations.desk import Desk

N_ = words.N_


class Reader:
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

    def proposals(self, message: chats.PastedLine) -> list[chat_proposals.Proposal]:
        """One for a message, or one for each of its lines where several say something of their own."""
        sender = self._named(message.sender)
        lines = message.text.split("\n")
        spoken = [chat_words.read(line) for line in lines]
        telling = [at for at, said in enumerate(spoken) if said.says_something and not said.nihil]
        if len(telling) < 2:
            said = chat_words.read(message.one_line)
            return [self._proposal(message, message.text, said, place_words.Found(), sender)]
        heading, headed = place_words.Found(), ""
        made: list[chat_proposals.Proposal] = []
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
    ) -> chat_proposals.Proposal:
        text = " ".join((line or message.one_line).split())
        understood = self._places.understand(said, heading, sender)
        proposal = chat_proposals.Proposal(
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
        self,
        proposal: chat_proposals.Proposal,
        said: chat_words.Said,
        understood: chat_places.Understood,
        day: date | None,
    ) -> chat_proposals.Proposal:
        why = [understood.why] if understood.why is not None else []
        asks = bool(understood.offers) or (bool(said.numbers) and not understood.places)
        item = self._items.get(said.matter)
        if said.trouble is not None:
            proposal = replace(
                proposal,
                becomes=chat_words.Becomes.ISSUE,
                category=said.trouble.category,
                severity=said.trouble.severity,
            )
            if not understood.places and not asks:
                why = [words.phrase(N_("tempatnya belum disebut"))]
        elif said.numbers and item is not None and item.kind is checklists.ItemKind.YES_NO:
            mark = answering.Mark.DONE if said.done else answering.Mark.NOT_YET
            proposal = replace(proposal, becomes=chat_words.Becomes.ANSWER, item=item.code, value=mark.value)
            why += self._wrong_day(item, day)
            asks = asks or not understood.places
        elif said.tells_figures and not said.numbers and (item is not None or said.matter == chat_words.VOTERS):
            proposal, told = self._recap(proposal, said, understood)
            why += told + (self._wrong_day(item, day) if item is not None else [])
            asks = asks or not understood.places
        elif said.nihil:
            proposal = replace(proposal, becomes=chat_words.Becomes.NIHIL)
        else:
            # A line for the book needs no place: what is only likely is left for the clerk to add.
            asks = False
            if not understood.sure and not said.numbers:
                proposal, why = replace(proposal, places=(), offers=()), []
        levels = chat_proposals.Certainty
        certainty = levels.ASK if asks else levels.CHECK if why else levels.CLEAR
        if said.courtesy:
            certainty = levels.IDLE
        return replace(proposal, certainty=certainty, why=tuple(why))

    def _recap(
        self, proposal: chat_proposals.Proposal, said: chat_words.Said, understood: chat_places.Understood
    ) -> tuple[chat_proposals.Proposal, list[words.Phrase]]:
        """A recap; what is told of the TPS that have not is turned round."""
        region = understood.places[0] if understood.places else ""
        held = self._places.stations_in(region) if region else 0
        made = replace(proposal, becomes=chat_words.Becomes.RECAP, item=said.matter, count=said.count, total=said.total)
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


def looked_over(desk: Desk, made: Sequence[chat_proposals.Proposal]) -> list[chat_proposals.Proposal]:
    """The proposals with the names of their places, and what the office holds already of them."""
    event = settings.event_code(desk)
    held: dict[tuple[str, str], Any] = {}
    noted: set[tuple[str, str]] = set()
    with desk.reading() as connection:
        there = chat_list.known(connection, event, [one.origin for one in made])
        by_item: dict[str, set[str]] = {}
        for one in made:
            if one.becomes is chat_words.Becomes.ANSWER:
                by_item.setdefault(one.item, set()).update(one.places)
        for item, subjects in by_item.items():
            for subject, row in checklist_rows.answers_to(connection, event, item, subjects).items():
                held[subject, item] = row.choice
                noted |= {(subject, item)} if row.note else set()
        open_ones = chat_list.open_issues(connection, event, [state.value for state in rules.OPEN])
    subjects = {place for one in made for place in one.places} | {hit.subject for one in made for hit in one.offers}
    labels = finding.place_labels(desk, subjects)
    items_ = chat_proposals.items(desk) if made else {}
    found: list[chat_proposals.Proposal] = []
    twice: set[str] = set()
    for one in made:
        again = one.origin in there or one.origin in twice
        twice.add(one.origin)
        why = list(one.why)
        if one.becomes is chat_words.Becomes.ANSWER:
            other = {held[place, one.item] for place in one.places if held.get((place, one.item))} - {one.value}
            why += [words.phrase(N_("sudah terisi lain: {value}"), value=_mark(choice)) for choice in sorted(other)]
        if one.becomes is chat_words.Becomes.ISSUE and (alike := open_ones.get((one.place, one.category))):
            why.append(words.phrase(N_("mirip {number} yang masih terbuka"), number=alike))
        is_clear = one.certainty is chat_proposals.Certainty.CLEAR
        certainty = chat_proposals.Certainty.CHECK if is_clear and why else one.certainty
        several = chat_proposals.label_of(desk, one.places) if len(one.places) > 1 else labels.get(one.place, "")
        found.append(
            replace(
                one,
                place_label=several,
                note="" if any((place, one.item) in noted for place in one.places) else one.note,
                offers=tuple(replace(hit, label=labels.get(hit.subject, hit.subject)) for hit in one.offers),
                item_label=items_.get(one.item, one.item),
                certainty=chat_proposals.Certainty.KNOWN if again else certainty,
                why=(words.phrase(N_("sudah ada di Buku Posko")),) if again else tuple(why),
            )
        )
    return found


def _mark(choice: str) -> words.Phrase:
    known = choice in set(answering.Mark)
    return words.phrase(answering.MARK_LABELS[answering.Mark(choice)]) if known else words.Phrase(choice)
