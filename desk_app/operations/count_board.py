# SPDX-License-Identifier: Apache-2.0
"""The count as a board: how far the copies are, the sums that stand, participation, who has not reported.

How far and who are told to everybody and without the key; sums only to who may see them, after the file of totals was
brought up to date (`tally.refresh`, by who asks). A TPS whose copies differ is in no sum and is always named.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desk_app.base.text import _, ngettext
from desk_app.data import count_store
from desk_app.data.count_rows import Key
from desk_app.domain import places, words
from desk_app.domain.counts import lines
from desk_app.domain.counts import words as count_words
from desk_app.domain.counts.rights import Right
from desk_app.domain.counts.standing import IN, State
from desk_app.operations import candidates, count_area, count_keys, count_rules, tally, whom_to_call
from desk_app.operations.desk import Desk

N_ = words.N_

STATIONS = count_area.STATIONS
TOTAL = N_("Jumlah")


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """A region (or a TPS) without any figure: TPS with a whole copy, with a part, with none."""

    code: str
    name: str
    label: str
    where: str
    stations: int
    whole: int
    part: int

    @property
    def missing(self) -> int:
        return max(self.stations - self.whole - self.part, 0)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the copies of a race are in a region. `words`: "Data masuk n dari N TPS … per … pukul … WITA"."""

    area: count_area.Area
    rows: tuple[ProgressRow, ...]
    total: ProgressRow
    words: words.Phrase


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of one line, and of how many TPS it is."""

    value: int
    stations: int


NOTHING = Sum(0, 0)


@dataclass(frozen=True, slots=True)
class TotalsRow:
    """What stands in a region, or at a TPS (`where` is its village then).

    `voters`: the DPT of the register. `copied`: TPS with a whole copy, also those that are in no sum. `sums` by line.
    `states`: how many TPS stand how; those whose copies differ or cannot be read yet are in no sum. `by_phone`: TPS
    that stand by what was told over the phone alone.
    """

    code: str
    name: str
    label: str
    where: str
    stations: int
    voters: int
    copied: int
    sums: Mapping[str, Sum]
    states: Mapping[State, int]
    by_phone: int = 0

    def sum(self, line: str) -> Sum:
        return self.sums.get(line, NOTHING)

    @property
    def whole(self) -> int:
        """TPS that stand whole and are in every sum."""
        return sum(many for state, many in self.states.items() if state in IN)

    @property
    def part(self) -> int:
        return self.states.get(State.PART, 0)

    @property
    def disputed(self) -> int:
        return self.states.get(State.DISPUTED, 0)

    @property
    def waiting(self) -> int:
        """TPS that were copied under keys that have not come yet."""
        return self.states.get(State.NOT_IN, 0)

    @property
    def missing(self) -> int:
        """TPS of which nothing came in."""
        return max(self.stations - sum(self.states.values()), 0)


@dataclass(frozen=True, slots=True)
class Disputed:
    """A TPS in no sum, because copies or decisions of it differ."""

    subject: str
    label: str
    where: str


@dataclass(frozen=True, slots=True)
class Totals:
    """The sums of a race in a region. `candidates`: its columns (parties, not their candidates, who are in `parts`)."""

    area: count_area.Area
    candidates: tuple[lines.Candidate, ...]
    parts: tuple[lines.Candidate, ...]
    rows: tuple[TotalsRow, ...]
    total: TotalsRow
    disputed: tuple[Disputed, ...]
    words: words.Phrase

    def votes(self, row: TotalsRow) -> int:
        """The votes of all candidates of a row."""
        return sum(row.sum(one.line).value for one in self.candidates)

    def share(self, row: TotalsRow, candidate: lines.Candidate) -> str:
        """What part of the votes of a row a candidate has: "34,56", "–" where there are none."""
        return count_words.per_cent(row.sum(candidate.line).value, self.votes(row))


@dataclass(frozen=True, slots=True)
class TurnoutRow:
    """Participation in a region: `users` of `voters`, at the `stations` TPS where both are known.

    `share` in hundredths of a per cent, None where nothing is known; `reached`: the target, None without one.
    """

    code: str
    name: str
    label: str
    where: str
    users: int
    voters: int
    stations: int
    share: int | None
    reached: bool | None


@dataclass(frozen=True, slots=True)
class Participation:
    """Participation by region. `divided_by`: the denominator (a msgid); `target` in hundredths of a per cent."""

    area: count_area.Area
    divided_by: str
    target: int | None
    rows: tuple[TurnoutRow, ...]
    total: TurnoutRow
    words: words.Phrase


@dataclass(frozen=True, slots=True)
class MissingTps:
    """A TPS without a whole copy. `part`: some of it was copied; `people`: whom to call, who can be called first."""

    subject: str
    label: str
    village: str
    where: str
    district: str
    voters: int
    part: bool
    people: tuple[whom_to_call.Person, ...]


def progress(desk: Desk, race: str, region: str = "", level: str = "") -> Progress:
    """How far the copies are, without any figure; for every account."""
    asked = count_area.area(desk, race, region, level)
    held = count_area.copied(desk, asked)
    rows = tuple(
        ProgressRow(one.code, one.name, one.label, one.where, one.stations, *held.get(one.code, (0, 0)))
        for one in count_area.parts(desk, asked)
    )
    sums = [sum(getattr(row, name) for row in rows) for name in ("stations", "whole", "part")]
    total = ProgressRow(asked.region, _(TOTAL), asked.name, "", *sums)
    said = count_area.came_in(desk, asked, total.whole, total.stations)
    return Progress(asked, rows, total, said)


def totals(desk: Desk, race: str, region: str = "", level: str = "") -> Totals:
    """The sums that stand, by part of a region; `level`: "kecamatan", "desa", "tps", "" the next one below.

    Raises NotPermitted.
    """
    count_keys.require(desk, Right.TOTALS)
    asked = count_area.area(desk, race, region, level)
    held = count_area.copied(desk, asked)
    event = asked.event
    with tally.store_of(desk).reading() as kept:
        if asked.of_stations:
            sums, states, by_phone = _of_stations(count_store.rows(kept, event, race, asked.region))
        else:
            sums = {
                code: {line: Sum(*told) for line, told in by_line.items()}
                for code, by_line in count_store.sums(kept, event, race, asked.region, asked.width).items()
            }
            states = count_store.states(kept, event, race, asked.region, asked.width)
            by_phone = count_store.provisional(kept, event, race, asked.region, asked.width)
        disputed = [row.key for row in count_store.rows(kept, event, race, asked.region, [State.DISPUTED])]
    rows = tuple(
        TotalsRow(
            one.code,
            one.name,
            one.label,
            one.where,
            one.stations,
            one.voters,
            held.get(one.code, (0, 0))[0],
            sums.get(one.code, {}),
            states.get(one.code, {}),
            by_phone.get(one.code, 0),
        )
        for one in count_area.parts(desk, asked)
    )
    total = _whole_of(asked, rows)
    columns = candidates.of_race(desk, race, asked.region if places.district_of(asked.region) else "")
    said = count_area.came_in(desk, asked, total.copied, total.stations)
    return Totals(
        asked,
        tuple(one for one in columns if not lines.is_part(one.line)),
        tuple(one for one in columns if lines.is_part(one.line)),
        rows,
        total,
        _named(desk, asked, disputed),
        said,
    )


def excluded_words(found: Totals) -> list[str]:
    """What is in no sum, or only for now, in sentences; nothing where every copy counts whole."""
    total = found.total
    told = []
    if total.disputed:
        told.append(
            ngettext(
                "{count} TPS dalam klarifikasi, tidak ikut dijumlahkan",
                "{count} TPS dalam klarifikasi, tidak ikut dijumlahkan",
                total.disputed,
            ).format(count=words.dotted(total.disputed))
        )
    if total.waiting:
        told.append(
            ngettext(
                "{count} TPS sudah disalin tetapi menunggu kuncinya",
                "{count} TPS sudah disalin tetapi menunggu kuncinya",
                total.waiting,
            ).format(count=words.dotted(total.waiting))
        )
    if total.part:
        told.append(
            ngettext(
                "{count} TPS baru disalin sebagian",
                "{count} TPS baru disalin sebagian",
                total.part,
            ).format(count=words.dotted(total.part))
        )
    if total.by_phone:
        told.append(
            ngettext(
                "{count} TPS sementara, baru lewat telepon",
                "{count} TPS sementara, baru lewat telepon",
                total.by_phone,
            ).format(count=words.dotted(total.by_phone))
        )
    return told


def participation(desk: Desk, race: str, region: str = "", level: str = "") -> Participation:
    """Users of the vote against voters, over the TPS where both are known. Raises NotPermitted."""
    return participation_of(desk, totals(desk, race, region, level))


def participation_of(desk: Desk, found: Totals) -> Participation:
    """The same, of sums that are at hand. Raises NotPermitted."""
    count_keys.require(desk, Right.TOTALS)
    held = count_rules.rules(desk, place=found.area.region)
    below = [f"{one}_j" for one in (lines.VOTERS, *(one.value for one in lines.CLASSES[1:]))]
    asked = [lines.by_sex(lines.USERS, lines.Sex.BOTH), *(below if held.denominator != "dpt" else below[:1])]
    by_code = {row.code: _turnout(row, asked) for row in found.rows}
    _without_parts(desk, found.area, asked, by_code)
    rows = tuple(_turnout_row(row, by_code[row.code], held.target) for row in found.rows)
    whole = [sum(one[at] for one in by_code.values()) for at in range(3)]
    return Participation(
        found.area,
        count_rules.DENOMINATORS[held.denominator],
        held.target,
        rows,
        _turnout_row(found.total, whole, held.target),
        found.words,
    )


def missing(desk: Desk, race: str, region: str = "") -> list[MissingTps]:
    """The TPS without a whole copy in the order of their codes, with whom to call; for every account."""
    asked = count_area.area(desk, race, region, STATIONS)
    held = count_area.copied(desk, asked)
    waited = [one for one in count_area.parts(desk, asked) if not held.get(one.code, (0, 0))[0]]
    villages = {places.region_of(one.code) for one in waited}
    named = count_area.named_villages(desk, asked, villages | {code[:8] for code in villages})
    people = whom_to_call.people(desk, {code: one.name for code, one in named.items()})
    called = {}
    for village in villages:
        nearest = dict.fromkeys((*people[village], *people[village[:8]]))
        called[village] = tuple(sorted(nearest, key=lambda person: not person.phone))
    found = []
    for one in waited:
        village = places.region_of(one.code)
        district, part = named[village[:8]].name, one.code in held
        found.append(
            MissingTps(one.code, one.label, village, one.where, district, one.voters, part, called[village])
        )
    return found


def _of_stations(
    rows: Iterable[count_store.Row],
) -> tuple[dict[str, dict[str, Sum]], dict[str, dict[State, int]], dict[str, int]]:
    sums, states, by_phone = {}, {}, {}
    for row in rows:
        subject = row.key.subject
        sums[subject] = {line: Sum(value, 1) for line, value in row.counted.items()}
        states[subject] = {row.standing.state: 1}
        by_phone[subject] = int(row.standing.provisional)
    return sums, states, by_phone


def _whole_of(asked: count_area.Area, rows: Iterable[TotalsRow]) -> TotalsRow:
    listed = list(rows)
    sums: dict[str, list[int]] = {}
    states: dict[State, int] = {}
    for row in listed:
        for line, one in row.sums.items():
            added = sums.setdefault(line, [0, 0])
            added[0] += one.value
            added[1] += one.stations
        for state, many in row.states.items():
            states[state] = states.get(state, 0) + many
    counted = {name: sum(getattr(row, name) for row in listed) for name in ("stations", "voters", "copied", "by_phone")}
    return TotalsRow(
        asked.region,
        _(TOTAL),
        asked.name,
        "",
        counted["stations"],
        counted["voters"],
        counted["copied"],
        {line: Sum(*added) for line, added in sums.items()},
        states,
        counted["by_phone"],
    )


def _named(desk: Desk, asked: count_area.Area, keys: list[Key]) -> tuple[Disputed, ...]:
    named = count_area.named_villages(desk, asked, {key.village for key in keys})
    return tuple(Disputed(key.subject, f"TPS {key.number:03d}", named[key.village].label) for key in keys)


def _turnout(row: TotalsRow, asked: list[str]) -> list[int]:
    """Users, voters, and of how many TPS."""
    users, *voters = (row.sum(line) for line in asked)
    return [users.value, sum(one.value for one in voters), users.stations]


def _without_parts(desk: Desk, area: count_area.Area, asked: list[str], by_code: dict[str, list[int]]) -> None:
    """Take out what a TPS that is copied in part says of one side alone; one that is whole says both."""
    users, *voters = asked
    with tally.store_of(desk).reading() as kept:
        for row in count_store.rows(kept, area.event, area.race.code, area.region, [State.PART]):
            counted = row.counted
            told = by_code.get(row.key.subject if area.of_stations else row.key.village[: area.width])
            if told is not None and not all(line in counted for line in asked):
                told[0] -= counted.get(users, 0)
                told[1] -= sum(counted.get(line, 0) for line in voters)
                told[2] -= int(users in counted)


def _turnout_row(row: TotalsRow, told: list[int], target: int | None) -> TurnoutRow:
    users, voters, stations = told
    share = round(users * 10_000 / voters) if voters else None
    reached = None if target is None or share is None else share >= target
    return TurnoutRow(row.code, row.name, row.label, row.where, users, voters, stations, share, reached)
