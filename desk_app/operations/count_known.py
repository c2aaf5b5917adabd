# SPDX-License-Identifier: Apache-2.0
"""What is here already of every TPS of an area, asked at once for lists: voters, which vote counts, who has copied it.

The figures told are those of who is at the keyboard; of others only that they have copied it (decision 0027).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from desk_app.data import arrivals, count_rows, revote_list, station_list
from desk_app.data.count_rows import Key
from desk_app.data.database import Connection
from desk_app.domain import places, revotes, words
from desk_app.domain.counts import rules
from desk_app.domain.counts.standing import Figures, Source
from desk_app.operations import count_entry, count_rules, count_writing_keys, tally
from desk_app.operations import elections as events
from desk_app.operations.desk import Desk

Where = tuple[str, int]
"""A TPS: code of its village, and its number."""

_NO_FIGURES: Figures = {}
_NO_FORMS: Mapping[str, Figures] = {}


class Voters(NamedTuple):
    """The DPT of a TPS as the rules ask for it."""

    dpt_male: int | None
    dpt_female: int | None


@dataclass(frozen=True, slots=True)
class Own:
    """What who is here has copied of one TPS himself."""

    figures: Figures
    reason: str
    source: str
    readable: bool


class Known:
    """What is here of one race, in the vote that counts now. `seen`: the last transaction when it was read."""

    def __init__(self, desk: Desk, race: str, at: Collection[Where], voters: Mapping[Where, Voters]) -> None:
        """`at`: the TPS that are asked; `voters`: their DPT, of `voters_here`."""
        self._desk, self._race, self._voters = desk, race, voters
        self.event = events.working_event(desk)
        self.reader = count_entry.own_reader(desk)
        self._opened = count_writing_keys.own_keys(desk)
        villages = {village for village, _number in at}
        with desk.reading() as connection:
            self.seen = arrivals.latest(connection)
            self._again = _held_again(revote_list.rows(connection, self.event.code, desk.identity.place), race)
            touched = count_rows.villages_with(connection, self.event.code)
            asked = [Key(self.event.code, *one, race) for one in at if one[0] in touched]
            self._forms = count_rows.forms(connection, asked)
            self._results = count_rows.results(connection, asked)
            others = [
                Key(self.event.code, *one, other)
                for other in count_rules.race_codes(desk)
                if other != race
                for one in at
                if one[0] in touched
            ]
            self._others: dict[Where, dict[str, Figures]] = {}
            for key, forms in count_rows.forms(connection, others).items():
                for form in forms:
                    if form.reader == self.reader:
                        told = self._content(key, form).figures
                        self._others.setdefault((key.village, key.number), {})[key.race] = told
        self._open: dict[str, words.Phrase | None] = {}
        self._events = {village: events.event_at(desk, village) for village in _regencies(villages)}

    def occasion(self, where: Where) -> int:
        """Which vote of a TPS is copied now: 1, or one more for each that was held again."""
        return 1 + self._again.get(where, 0)

    def own(self, where: Where) -> Own | None:
        """What who is here has copied of it, None before the first time."""
        for form in self._forms.get(self._key(where), ()) if self._forms else ():
            if form.reader == self.reader and form.occasion == self.occasion(where):
                return self._content(form.key, form)
        return None

    def closed(self, where: Where) -> words.Phrase | None:
        """Why who is here writes nothing of this TPS, None where he does."""
        key = self._key(where)
        forms = self._forms.get(key, ()) if self._forms else ()
        results = self._results.get(key, ()) if self._results else ()
        regency = where[0][:5]
        if not forms and not results:
            if regency not in self._open:
                self._open[regency] = count_entry.closed(self._desk, key, None, 0, [], True)
            return self._open[regency]
        occasion = self.occasion(where)
        now = [one for one in forms if one.occasion == occasion]
        own = next((one for one in now if one.reader == self.reader), None)
        others = sum(1 for one in now if one.reader != self.reader and one.whole and one.source != Source.PHONE.value)
        said = [one for one in results if one.occasion == occasion]
        readable = own is None or self._content(key, own).readable
        return count_entry.closed(self._desk, key, own, others, said, readable)

    def facts(self, where: Where) -> rules.Facts:
        """What is known of a TPS from elsewhere, for the rules."""
        event = self._events[where[0][:5]]
        return tally.facts_of(event, self._voters[where], self._others.get(where, _NO_FORMS), self._race)

    def _key(self, where: Where) -> Key:
        return Key(self.event.code, *where, self._race)

    def _content(self, key: Key, form: count_rows.FormRow) -> Own:
        about = count_rows.about_form(key, form.occasion, form.reader)
        for sealed in reversed(form.sealed):
            content = tally.unsealed(self._opened, about, sealed)
            if content is not None:
                return Own(tally.figures_of(content), str(content.get("r") or ""), form.source, True)
        return Own(_NO_FIGURES, "", form.source, False)


def voters_here(connection: Connection, event: str, area: str) -> dict[Where, Voters]:
    """The DPT of every TPS of an area."""
    return {where: Voters(*both) for where, both in station_list.voters(connection, event, area).items()}


def _regencies(villages: Collection[str]) -> set[str]:
    return {places.regency_of(village) or village for village in villages}


def _held_again(rows: Collection[Any], race: str) -> dict[Where, int]:
    """How often the vote of a race was held again, by TPS."""
    found: dict[Where, int] = {}
    for row in rows:
        if row.state == revotes.State.HELD.value and (row.race or race) == race:
            place = places.parse(row.place)
            if place.number is not None:
                where = (place.code, place.number)
                found[where] = found.get(where, 0) + 1
    return found
