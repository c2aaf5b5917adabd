# SPDX-License-Identifier: Apache-2.0
"""Catatan ganda: which records look like one, and which one is shown after they were merged (decision 0014).

Nothing here decides: what looks like one is asked about, and a person says so or not.
"""

import re
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import Any

from desk_app.domain.words import N_

Pair = tuple[int, int]
"""Two record numbers, the smaller one first."""


class Reason(StrEnum):
    """Why records are asked about."""

    NUMBER = "number"
    ALIKE = "alike"
    NIP = "nip"
    NAME = "name"
    TEAM_NUMBER = "team_number"
    TEAM_NAME = "team_name"
    OPERATOR = "operator"


REASON_WORDS: dict[Reason, str] = {
    Reason.NUMBER: N_("Nomor register sama"),
    Reason.ALIKE: N_("Tempat, kategori, dan hari sama; kalimatnya mirip"),
    Reason.NIP: N_("NIP/NRP sama"),
    Reason.NAME: N_("Nama sama dalam satu tim"),
    Reason.TEAM_NUMBER: N_("Nomor tim sama"),
    Reason.TEAM_NAME: N_("Nama tim dan surat keputusan sama"),
    Reason.OPERATOR: N_("Nama operator sama di dua komputer"),
}

RENUMBERED = frozenset((Reason.NUMBER, Reason.TEAM_NUMBER))
"""What a new number settles."""

MOST = 200
"""So many records of one place, category and day are compared with each other."""

_FEW = 3
_SHARE = 0.75


@dataclass(frozen=True, slots=True)
class Issue:
    """What tells an issue from another. `day`: in the office's calendar, "" if it is not known."""

    no: int
    number: str
    place: str
    category: str
    day: str
    title: str


@dataclass(frozen=True, slots=True)
class Member:
    """What tells a member from another; `team` and `section` are 0 where he is in none."""

    no: int
    team: int
    section: int
    person: str
    nip: str


@dataclass(frozen=True, slots=True)
class Team:
    """What tells a team from another; `number` and `decree` are 0 where there is none."""

    no: int
    number: int
    name: str
    decree: int


@dataclass(frozen=True, slots=True)
class Operator:
    """What tells an operator from another: each stands for one computer of an office at a place."""

    no: int
    place: str
    name: str


@dataclass(frozen=True, slots=True)
class Group:
    """Records that look like one, by their numbers, and why."""

    records: tuple[int, ...]
    reasons: tuple[Reason, ...]


Found = dict[Pair, set[Reason]]


def of_issues(rows: Iterable[Issue]) -> Found:
    """The same register number within one kabupaten; or the same place, category and day with words alike."""
    listed = list(rows)
    found: Found = {}
    _equal(found, Reason.NUMBER, ((one.no, (one.place[:5], _plain(one.number))) for one in listed if one.number))
    titles = {one.no: one.title for one in listed}
    near = [(one.no, (one.place, one.category, one.day)) for one in listed if one.place and one.day]
    for numbers in _alike_keys(near):
        for pair in combinations(numbers[:MOST], 2):
            if alike(titles[pair[0]], titles[pair[1]]):
                _note(found, Reason.ALIKE, pair)
    return found


def of_members(rows: Iterable[Member]) -> Found:
    """One NIP or NRP twice, or one name twice in the same team."""
    listed = list(rows)
    found: Found = {}
    digits = [(one.no, "".join(re.findall(r"\d", one.nip))) for one in listed]
    _equal(found, Reason.NIP, ((no, nip) for no, nip in digits if nip))
    named = ((one.no, (one.team, one.section, _plain(one.person))) for one in listed if one.person)
    _equal(found, Reason.NAME, named)
    return found


def of_teams(rows: Iterable[Team]) -> Found:
    """One number twice, or one name twice on the same decree."""
    listed = list(rows)
    found: Found = {}
    _equal(found, Reason.TEAM_NUMBER, ((one.no, one.number) for one in listed if one.number))
    _equal(found, Reason.TEAM_NAME, ((one.no, (_plain(one.name), one.decree)) for one in listed if one.name))
    return found


def of_operators(rows: Iterable[Operator]) -> Found:
    """One name on two computers of the same office."""
    found: Found = {}
    _equal(found, Reason.OPERATOR, ((one.no, (one.place, _plain(one.name))) for one in rows if one.name))
    return found


def groups(found: Found, told_apart: Container[Pair]) -> list[Group]:
    """What hangs together by pairs that nobody has said to be two.

    Records that have nothing but a number in common are asked about by themselves: what stands behind them differs.
    """
    asked = {pair: reasons for pair, reasons in found.items() if pair not in told_apart}
    bare = {pair: reasons for pair, reasons in asked.items() if reasons <= RENUMBERED}
    same = {pair: reasons for pair, reasons in asked.items() if pair not in bare}
    return [*_together(same), *_together(bare)]


def _together(asked: Found) -> list[Group]:
    leads: dict[int, int] = {}

    def lead(no: int) -> int:
        while leads.setdefault(no, no) != no:
            no = leads[no]
        return no

    for one, other in asked:
        first, second = sorted((lead(one), lead(other)))
        leads[second] = first
    numbers: dict[int, list[int]] = {}
    reasons: dict[int, set[Reason]] = {}
    for no in sorted(leads):
        numbers.setdefault(lead(no), []).append(no)
    for (one, _other), said in asked.items():
        reasons.setdefault(lead(one), set()).update(said)
    return [
        Group(tuple(records), tuple(reason for reason in Reason if reason in reasons[first]))
        for first, records in sorted(numbers.items())
    ]


def alike(one: str, other: str) -> bool:
    """Whether two sentences have most words of the shorter one in common, in whatever order."""
    first, second = _words(one), _words(other)
    if not first or not second:
        return _plain(one) == _plain(other) != ""
    return len(first & second) >= _SHARE * min(len(first), len(second))


def pair(one: int, other: int) -> Pair:
    """Two records as a pair."""
    return (one, other) if one < other else (other, one)


def kept(merged: Mapping[int, int], there: Container[int], rank: Callable[[int], Any]) -> dict[int, int]:
    """With which record each merged one is shown: the last one that the pointers lead to.

    `merged`: record → the one it was merged into; `there`: records that are here and not deleted. A pointer to what
    is not there counts for nothing, so that no record vanishes with it. Where offices merged in opposite directions
    the pointers run in a circle: of it the one of the smallest `rank` is shown, at every office the same.
    """
    counting = {no: into for no, into in merged.items() if no in there and into in there and no != into}
    last: dict[int, int] = {}
    for start in counting:
        seen: list[int] = []
        no = start
        while no in counting and no not in seen and no not in last:
            seen.append(no)
            no = counting[no]
        if no in seen:
            circle = seen[seen.index(no) :]
            no = min(circle, key=rank)
        else:
            no = last.get(no, no)
        last |= dict.fromkeys(seen, no)
    return {no: into for no, into in last.items() if no != into}


def _equal(found: Found, reason: Reason, keyed: Iterable[tuple[int, Hashable]]) -> None:
    for numbers in _alike_keys(keyed):
        for one in combinations(numbers[:MOST], 2):
            _note(found, reason, one)


def _alike_keys(keyed: Iterable[tuple[int, Hashable]]) -> Iterator[Sequence[int]]:
    """The records that share a key with another one, in order."""
    held: dict[Hashable, list[int]] = {}
    for no, key in keyed:
        held.setdefault(key, []).append(no)
    for numbers in held.values():
        if len(numbers) > 1:
            yield sorted(numbers)


def _note(found: Found, reason: Reason, one: Pair) -> None:
    found.setdefault(pair(*one), set()).add(reason)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"[^\W_]+", text.casefold()) if len(word) >= _FEW and not word.isdigit()}
