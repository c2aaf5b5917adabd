# SPDX-License-Identifier: Apache-2.0
"""Election events: races, voters a TPS, spare ballots, stages and phases, read from templates.

A TPS belongs to an event, and so do all figures here (`domain.md §0.1`, §2.1, §2.4, §11).
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from desk_app.domain import errors, places
from desk_app.domain.words import N_


class EventKind(StrEnum):
    """The two families of elections."""

    GENERAL = "pemilu"
    REGIONAL = "pilkada"


class VoterClass(StrEnum):
    """Neutral names; the same abbreviation means another class in another year (`domain.md §0.2`)."""

    REGISTERED = "registered"
    TRANSFERRED = "transferred"
    UNREGISTERED = "unregistered"


@dataclass(frozen=True, slots=True)
class Race:
    """One ballot paper and one box: `ppwp`, `dpr`, ..., `gubernur`, `bupati`.

    `*_city` is said in a kota, `not_in` lists provinces that do not vote in it.
    """

    code: str
    label: str
    short: str
    label_en: str
    colour: str = ""
    label_city: str = ""
    short_city: str = ""
    label_en_city: str = ""
    not_in: tuple[str, ...] = ()
    pairs: int | None = None
    """Candidate pairs of the race, where the office has said how many."""


@dataclass(frozen=True, slots=True)
class ClassLabel:
    """What a class of voters is called in one event."""

    short: str
    label: str


_WEEK, _FAR = 7, timedelta(100)


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage (tahapan); a date that no source gave is None and left to the office."""

    code: str
    label: str
    starts: date | None
    ends: date | None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """An election event; `reserve_per_mille` of the DPT of each TPS is printed as spare ballots."""

    code: str
    kind: EventKind
    name: str
    short_name: str
    name_en: str
    voting_day: date
    opens: str
    closes: str
    max_voters: int
    reserve_per_mille: int
    booths: int
    revote_days: int
    phases: tuple[int, ...]
    races: tuple[Race, ...]
    voter_classes: Mapping[VoterClass, ClassLabel]
    stages: tuple[Stage, ...]
    checklist: str = ""
    """The text of the checklist that the region works by; empty: the one that the program brings."""
    checklist_minimum: int = 0
    """Answers given under an older version of it are looked at again."""


def parse(data: bytes) -> Event:
    """Read an event template (`resources/elections/*.toml`); raises `Damaged` when it is not one."""
    try:
        table = tomllib.loads(data.decode("utf-8"))
        return Event(
            code=table["code"],
            kind=EventKind(table["kind"]),
            name=table["name"],
            short_name=table["short_name"],
            name_en=table["name_en"],
            voting_day=table["voting_day"],
            opens=table["opens"],
            closes=table["closes"],
            max_voters=table["max_voters"],
            reserve_per_mille=table["reserve_per_mille"],
            booths=table["booths"],
            revote_days=table["revote_days"],
            phases=tuple(table["phases"]),
            races=tuple(_race(entry) for entry in table["races"]),
            voter_classes={
                VoterClass(key): ClassLabel(**entry) for key, entry in table["voter_classes"].items()
            },
            stages=tuple(
                Stage(entry["code"], entry["label"], entry.get("starts"), entry.get("ends"), entry.get("source", ""))
                for entry in table["stages"]
            ),
        )
    except (KeyError, ValueError, TypeError) as trouble:
        raise errors.Damaged(
            N_("Berkas data pemilihan tidak dapat dibaca: {what}."), what=trouble
        ) from trouble


def for_region(event: Event, code: str) -> Event:
    """Return the event as a region votes in it: its races only, with the words of a kota in a kota."""
    province = places.province_of(code)
    races = tuple(race for race in event.races if province not in race.not_in)
    if places.is_city(code):
        races = tuple(
            replace(
                race,
                label=race.label_city or race.label,
                short=race.short_city or race.short,
                label_en=race.label_en_city or race.label_en,
            )
            for race in races
        )
    return replace(event, races=races)


def spare_ballots(dpt: int, event: Event) -> int:
    """Return the spare ballots of one TPS and one race: rounded up for each TPS (`domain.md §0.7`)."""
    return -(-dpt * event.reserve_per_mille // 1000)


def ballots_needed(dpt: int, event: Event) -> int:
    """Return the ballots of one TPS and one race: DPT and its spare ballots."""
    return dpt + spare_ballots(dpt, event)


def day_offset(event: Event, day: date) -> int:
    """Return the days from voting day: -6 is H-6, 0 the day itself."""
    return (day - event.voting_day).days


def day_words(offset: int) -> str:
    """Write an offset as "H-6", "H" or "H+1"."""
    return f"H{offset:+d}" if offset else "H"


def parse_phase(text: str) -> int:
    """Read "H-1", "h", "H+1" or "-1"."""
    cleaned = text.strip().upper().removeprefix("H").replace("−", "-") or "0"
    try:
        return int(cleaned)
    except ValueError:
        raise errors.Refused(N_("“{text}” bukan tahap. Tulis seperti H-1, H, atau H+1."), text=text) from None


def phase_on(event: Event, day: date) -> int:
    """Return the phase a desk works on at a day: the next one to come, after the last one the last."""
    offset = day_offset(event, day)
    return min((phase for phase in event.phases if phase >= offset), default=max(event.phases))


def is_daily(event: Event, day: date) -> bool:
    """Whether reports and packages are waited for every day: from the campaign to the last recapitulation.

    Where no source gave their dates, from a week before the first phase to a week after the last one. A stage that
    lies far from voting day is of the day for which it was written, which has moved.
    """
    vote = event.voting_day
    first = vote + timedelta(min(event.phases) - _WEEK)
    last = vote + timedelta(max(event.phases) + _WEEK)
    begun = [stage.starts for stage in event.stages if stage.code == "kampanye" and stage.starts is not None]
    ended = [stage.ends for stage in event.stages if stage.ends is not None]
    first = min([first, *(one for one in begun if abs(vote - one) <= _FAR)])
    last = max([last, *(one for one in ended if abs(vote - one) <= _FAR)])
    return first <= day <= last


def _race(entry: Mapping[str, Any]) -> Race:
    return Race(**{**entry, "not_in": tuple(entry.get("not_in", ()))})
