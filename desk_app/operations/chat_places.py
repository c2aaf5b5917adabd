# SPDX-License-Identifier: Apache-2.0
"""Which place a line of a chat is about: by its own words, by the heading of its message, by who sent it.

Only what the line or its heading writes out and what is there once is sure. Everything else is offered to the clerk.
"""

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from desk_app.data import chat_list
from desk_app.domain import chat_words, place_words, places, words
from desk_app.operations import settings
from desk_app.operations.desk import Desk

N_ = words.N_

MOST_OFFERS = 9


@dataclass(frozen=True, slots=True)
class Understood:
    """The places that are meant (several TPS of one village), or what may be meant; `why` says what is not clear."""

    places: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    sure: bool = True
    why: words.Phrase | None = None


class PlaceReader:
    """Reads places for one paste; what it has looked up once it keeps."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._event = settings.event_code(desk)
        with desk.reading() as connection:
            regions = chat_list.regions(connection, self._event, desk.identity.place)
        self._gazetteer = place_words.Gazetteer(regions)
        self._codes = [code for code, _name in regions]
        self._numbers: dict[str, dict[str, set[int]]] = {}

    def named(self, words_: Sequence[str]) -> place_words.Found:
        """The regions that some words name, a village in the kecamatan that stands beside it.

        Beside a name that is written out one that is only likely counts where it lies within.
        """
        found = self._gazetteer.find(words_)
        written = [one for one in found if one.sure]
        merged = functools.reduce(_within, written or found, place_words.Found())
        for one in found if written else ():
            inside = [village for village in one.villages if any(places.is_within(village, at) for at in merged.codes)]
            if not one.sure and inside and set(inside) != set(merged.villages):
                merged = place_words.Found((), tuple(inside), sure=False)
        return merged

    def understand(
        self, said: chat_words.Said, heading: place_words.Found, sender: place_words.Found
    ) -> Understood:
        """The place of a line that was read."""
        found = self.named(said.words)
        if found and heading:
            found = _narrowed(found, heading)
        sure = found.sure
        if not found:
            found = heading
            sure = heading.sure
        from_sender = not found and bool(sender)
        if not found:
            found = sender
        elif sender:
            inside = tuple(
                village for village in sender.villages if any(places.is_within(village, at) for at in found.districts)
            )
            # "tps 3 tempe" by the lurah of one of its villages: most likely of his own.
            from_sender = bool(inside and said.numbers) and self._has(inside, said)
            found = place_words.Found((), inside, sender.sure) if from_sender else _narrowed(found, sender)
        understood = self._stations(said, found) if said.numbers else self._region(said, found)
        if understood.places and from_sender:
            why = words.phrase(N_("tempat diambil dari nama pengirim"))
            return Understood(understood.places, understood.offers, sure=False, why=why)
        if understood.places and not sure:
            why = words.phrase(N_("nama tempat tidak ditulis lengkap"))
            return Understood(understood.places, understood.offers, sure=False, why=why)
        return understood

    def stations_in(self, region: str) -> int:
        """How many TPS a kecamatan or village has."""
        held = self._held(region[:_DISTRICT])
        return sum(len(numbers) for village, numbers in held.items() if places.is_within(village, region))

    def _has(self, villages: Sequence[str], said: chat_words.Said) -> bool:
        return any(set(said.numbers) <= self._held(one[:_DISTRICT]).get(one, set()) for one in villages)

    def _stations(self, said: chat_words.Said, found: place_words.Found) -> Understood:
        """TPS by number: in the village that is named, or in any of a kecamatan that has them all."""
        wanted = set(said.numbers)
        villages = [one for one in found.villages if wanted <= self._held(one[:_DISTRICT]).get(one, set())]
        districts = found.districts
        own = self._desk.identity.place
        if not found and places.level_of(own) is places.Level.DISTRICT:
            districts = (own,)
        inside = [
            village
            for district in districts
            for village, numbers in sorted(self._held(district).items())
            if wanted <= numbers and village not in villages
        ]
        if len(villages) == 1 and not (found.districts and inside):
            return Understood(tuple(places.station_subject(villages[0], number) for number in said.numbers))
        candidates = [*villages, *inside]
        if len(candidates) == 1:
            return Understood(tuple(places.station_subject(candidates[0], number) for number in said.numbers))
        if not candidates:
            if found.villages or districts:
                unknown = N_("TPS {numbers} tidak ada dalam daftar TPS tempat itu")
                numbers = ", ".join(f"{number:03d}" for number in said.numbers)
                regions = found.codes or districts
                return Understood((), regions[:MOST_OFFERS], sure=False, why=words.phrase(unknown, numbers=numbers))
            return Understood((), (), sure=False, why=words.phrase(N_("desa/kelurahannya belum disebut")))
        first = said.numbers[0]
        offers = tuple(places.station_subject(village, first) for village in candidates[:MOST_OFFERS])
        return Understood((), offers, sure=False, why=words.phrase(N_("dapat berarti beberapa TPS")))

    def _region(self, said: chat_words.Said, found: place_words.Found) -> Understood:
        codes = list(found.codes)
        if said.total is not None and said.matter != chat_words.VOTERS:
            fitting = [code for code in codes if self.stations_in(code) == said.total]
            codes = fitting or codes
        elif said.count is not None and said.matter != chat_words.VOTERS:
            codes = [code for code in codes if self.stations_in(code) >= said.count] or codes
        own = self._desk.identity.place
        if not codes and places.level_of(own) is places.Level.DISTRICT and said.says_something:
            why = words.phrase(N_("tempat tidak disebut; dianggap seluruh wilayah"))
            return Understood((own,), sure=False, why=why)
        if len(codes) == 1:
            return Understood((codes[0],))
        if not codes:
            return Understood((), (), sure=False, why=words.phrase(N_("tempatnya belum disebut")))
        why = words.phrase(N_("dapat berarti beberapa tempat"))
        return Understood((), tuple(codes[:MOST_OFFERS]), sure=False, why=why)

    def _held(self, district: str) -> dict[str, set[int]]:
        held = self._numbers.get(district)
        if held is None:
            with self._desk.reading() as connection:
                held = self._numbers[district] = dict(chat_list.numbers(connection, self._event, district))
        return held


def _within(wider: place_words.Found, narrower: place_words.Found) -> place_words.Found:
    """Two names in one line: the village in the kecamatan, whichever stands first; else both may be meant."""
    if not wider or not narrower:
        return wider or narrower
    for outer, inner in ((wider, narrower), (narrower, wider)):
        villages = tuple(
            village for village in inner.villages if any(places.is_within(village, code) for code in outer.districts)
        )
        if villages:
            return place_words.Found((), villages, outer.sure and inner.sure)
    return place_words.Found(
        tuple(dict.fromkeys(wider.districts + narrower.districts)),
        tuple(dict.fromkeys(wider.villages + narrower.villages)),
        wider.sure and narrower.sure,
    )


def _narrowed(found: place_words.Found, by: place_words.Found) -> place_words.Found:
    """Of several places with one name those in a region that is known already, where there are any."""
    if len(found.codes) < 2:
        return found
    inside = [code for code in found.codes if any(places.is_within(code, one) for one in by.codes)]
    if not inside:
        return found
    districts = tuple(code for code in inside if len(code) == _DISTRICT)
    return place_words.Found(districts, tuple(code for code in inside if len(code) > _DISTRICT), found.sure)


_DISTRICT = 8
