# SPDX-License-Identifier: Apache-2.0
"""Catatan ganda: what looks like one record, and what a person says: merged, renumbered, or two (decision 0014).

A merge is one field of the other record, `merged_into`: nothing is deleted, both stay in the journal, and it travels
and is taken back like anything that is typed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations
from typing import Any

from desk_app.data import duplicates as kept_rows
from desk_app.data import history as kept_history
from desk_app.data import issue_list, scoping, team_list, unit_of_work
from desk_app.domain import duplicates as rules
from desk_app.domain import errors, issues, places, records, words
from desk_app.operations import days, issue_secrecy, settings, territory
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_
Group = rules.Group
Reason = rules.Reason

_RUNNING_DIGITS = 4
_LONGEST_FORMER = 200


@dataclass(frozen=True, slots=True)
class Clash:
    """Records of one kind (its name) that look like one and wait for a word. `merging`: they can be merged here."""

    kind: str
    group: Group
    merging: bool

    @property
    def key(self) -> tuple[int, ...]:
        return self.group.records

    @property
    def renumbering(self) -> bool:
        """Whether a new number would settle it."""
        return any(reason in rules.RENUMBERED for reason in self.group.reasons)


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said of two records. `record`: what is altered to take it back: the merged one, or the record that
    says that they are two; `merged`: which of both it was."""

    record: int
    kind: str
    merged: bool
    one: int
    other: int


def clashes(desk: Desk) -> list[Clash]:
    """What looks like one record and is several, kind by kind; what was settled is not asked again."""
    event = settings.event_code(desk)
    found: list[Clash] = []
    with desk.reading() as connection:
        told = kept_rows.told_apart(connection)
        ahead = days.local(desk, desk.now()).utcoffset() or timedelta()
        listed = kept_rows.issues(connection, event, round(ahead.total_seconds()))
        asked: list[tuple[records.RecordType, rules.Found]] = [(records.ISSUE, rules.of_issues(listed))]
        if desk.identity.level != places.Level.DISTRICT.value:
            asked.append((records.TEAM, rules.of_teams(kept_rows.teams(connection, event))))
            asked.append((records.MEMBER, rules.of_members(kept_rows.members(connection, event))))
        own = [one for one in kept_rows.operators(connection) if one.place == desk.identity.place]
        asked.append((records.OPERATOR, rules.of_operators(own)))
        for declared, pairs in asked:
            for group in rules.groups(pairs, told):
                scopes = {kept_rows.scope_of(connection, no) for no in group.records}
                found.append(Clash(declared.name, group, len(scopes) == 1))
    return found


def count(desk: Desk) -> int:
    """How many groups wait for a word."""
    return len(clashes(desk))


def said(desk: Desk) -> list[Said]:
    """What was merged and what was said to be two."""
    with desk.reading() as connection:
        found = [
            Said(record, declared.name, True, into, record)
            for declared in kept_rows.KINDS
            for record, into in kept_rows.every_merged(connection, declared.no).items()
        ]
        for (one, other), record in kept_rows.told_apart(connection).items():
            kind = kept_history.kind_of(connection, one)
            if kind in records.TYPES:
                found.append(Said(record, records.TYPES[kind].name, False, one, other))
    return sorted(found, key=lambda one: one.record, reverse=True)


def kept(desk: Desk, no: int) -> int:
    """The record with which one is shown: itself where it was not merged."""
    with desk.reading() as connection:
        return kept_rows.kept(connection, no)


def merge(desk: Desk, keep: int, others: Sequence[int]) -> None:
    """Show some records with the one that is kept ("Gabungkan"). Raises Refused where they are not of one kecamatan."""

    def work(unit: unit_of_work.Unit) -> None:
        declared = _require(desk, unit, [keep, *others])
        if len({kept_rows.scope_of(unit.connection, no) for no in (keep, *others)}) > 1:
            raise errors.Refused(
                N_("Catatan dari wilayah yang berbeda tidak dapat digabung. Beri nomor baru atau pilih Bukan ganda.")
            )
        for no in others:
            if no != keep:
                unit.set(declared, no, {"merged_into": keep})
        unit.set(declared, keep, {"merged_into": None})

    transact(desk, N_("Catatan ganda digabung"), work)


def separate(desk: Desk, no: int) -> None:
    """Show a merged record by itself again ("Pisahkan lagi"), days later, too."""

    def work(unit: unit_of_work.Unit) -> None:
        unit.set(_require(desk, unit, [no]), no, {"merged_into": None})

    transact(desk, N_("Catatan dipisahkan lagi"), work)


def renumber(desk: Desk, no: int) -> str:
    """Give an issue or a team another number; the old one stays findable. Returns the new number as it is written."""
    event = settings.event_code(desk)

    def work(unit: unit_of_work.Unit) -> str:
        declared = _require(desk, unit, [no])
        held = unit.values(declared, no)
        match declared:
            case records.ISSUE:
                register = desk.identity.register
                running = issue_list.highest_number(unit.connection, register) + 1
                number: Any = f"{register}-{running:0{_RUNNING_DIGITS}d}"
            case records.TEAM:
                number = 1 + max((one.number for one in team_list.all_teams(unit.connection, event)), default=0)
            case _:
                raise errors.Refused(N_("Catatan ini tidak bernomor."))
        former = [*issues.former_numbers(held.get("former_numbers")), str(held.get("number") or "")]
        while len(", ".join(former)) > _LONGEST_FORMER:
            former.pop(0)
        unit.set(declared, no, {"number": number, "former_numbers": ", ".join(part for part in former if part)})
        return str(number)

    return transact(desk, N_("Nomor baru"), work)


def tell_apart(desk: Desk, numbers: Sequence[int]) -> None:
    """Say that records which look like one are several ("Bukan ganda"); they are not asked about again."""
    event = settings.event_code(desk)

    def work(unit: unit_of_work.Unit) -> None:
        declared = _require(desk, unit, numbers)
        known = kept_rows.told_apart(unit.connection)
        subjects = [str(unit.values(declared, no).get("place") or "") for no in numbers]
        for (one, first), (other, second) in combinations(zip(numbers, subjects, strict=True), 2):
            if rules.pair(one, other) not in known:
                place = _common(first, second) if declared is records.ISSUE else desk.identity.place
                told = {"event": event, "place": place or desk.identity.place, "one": one, "other": other}
                unit.create(records.TOLD_APART, told)

    transact(desk, N_("Bukan catatan ganda"), work)


def ask_again(desk: Desk, record: int) -> None:
    """Take back that two records are two ("Tanyakan lagi")."""
    transact(desk, N_("Catatan ganda ditanyakan lagi"), lambda unit: unit.delete(records.TOLD_APART, record))


def _require(desk: Desk, unit: unit_of_work.Unit, numbers: Sequence[int]) -> records.RecordType:
    """The one kind of some records about which this office may say something. Raises Refused and its kinds."""
    kinds = {kept_history.kind_of(unit.connection, no) for no in numbers}
    known = [one for one in kept_rows.KINDS if one.no in kinds]
    if len(kinds) != 1 or len(known) != 1:
        raise errors.Refused(N_("Pilih catatan dari jenis yang sama."))
    declared = known[0]
    if declared in (records.TEAM, records.MEMBER):
        territory.require_master(desk, N_("Tim"))
    for no in numbers:
        issue_secrecy.require_record(desk, unit.connection, no)
        place = unit.values(declared, no).get("place")
        if place:
            territory.require_own(desk, str(place))
    return declared


def _common(one: str, other: str) -> str:
    """The smallest region, a kecamatan or larger, in which two places lie; "" where it is the nation."""
    first, second = scoping.scope_place(one), scoping.scope_place(other)
    return next((first[:width] for width in (8, 5, 2) if first[:width] == second[:width] != ""), "")

