# SPDX-License-Identifier: Apache-2.0
"""Catatan: which TPS break which rule, in words, and the TPS whose copies differ.

Words are made anew from the figures that stand; that something was found is read from the file of totals, which
whoever asks brings up to date first (`tally.refresh`).
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from desk_app.data import count_boxes, count_rows, count_store, place_names, station_list
from desk_app.data.count_rows import Key
from desk_app.data.count_store import Found, Row
from desk_app.domain import places, words
from desk_app.domain import stations as station_rules
from desk_app.domain.counts import fault_words, rules
from desk_app.domain.counts.rights import Right
from desk_app.domain.counts.standing import State
from desk_app.operations import candidates, count_area, count_keys, count_rules, count_writing_keys, elections, tally
from desk_app.operations.desk import Desk


@dataclass(frozen=True, slots=True)
class Note:
    """What a rule says of a TPS, or V15 of a region. `where`: the village of a TPS; `accepted`: by a verifier."""

    subject: str
    label: str
    where: str
    rule: rules.Rule
    level: rules.Level
    gap: int
    lines: tuple[str, ...]
    words: words.Phrase
    accepted: bool = False


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How many TPS (or regions) break a rule."""

    rule: rules.Rule
    stations: int


@dataclass(frozen=True, slots=True)
class Notes:
    """What the rules say in a region. `counts`: of every rule that is broken; `rows`: of the rule asked, or of all."""

    area: count_area.Area
    counts: tuple[RuleCount, ...]
    rows: tuple[Note, ...]
    stations: int
    """TPS with a note of any rule."""
    left_out: int = 0
    """Rows beyond those that were asked for at most."""


@dataclass(frozen=True, slots=True)
class Differing:
    """A line in which copies differ. `values`: () for who may see no figure of one TPS."""

    code: str
    label: words.Phrase
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A TPS in clarification. `readers`: how many have copied it whole."""

    subject: str
    label: str
    where: str
    readers: int
    lines: tuple[Differing, ...]


def notes(
    desk: Desk, race: str, region: str = "", rule: str = "", *, with_accepted: bool = False, most: int = 0
) -> Notes:
    """The TPS that break each rule (or the `rule` alone), in the order of their codes. Raises NotPermitted.

    `most`: so many rows are said in words (0: all of them); the counts are of all.
    """
    _require_either(desk)
    asked = count_area.area(desk, race, region)
    with tally.store_of(desk).reading() as kept:
        found = list(count_store.findings(kept, asked.event, race, asked.region, accepted=with_accepted))
        twins = count_store.twins(kept, asked.event, race, asked.region)
        asked_for = [one for one in found if rule in ("", one.rule)]
        shown = asked_for[:most] if most else asked_for
        rows = count_store.rows_of(kept, {one.key for one in shown})
        moved = {one.key for one in shown if one.rule == rules.Rule.V13.value}
        races = [one for one in count_rules.race_codes(desk, asked.region) if one != race]
        others = count_store.rows_of(kept, {_of_race(key, other) for key in moved for other in races})
    speaker = _Speaker(desk, asked, rows, others)
    made = [speaker.note(one) for one in shown if one.key in rows]
    made_twins = [one for one in _twins(desk, asked, twins) if with_accepted or not one.accepted]
    made_recaps = _recaps(desk, asked)
    tps = {one.key.subject for one in found} | {one.subject for one in made_twins}
    counted: dict[str, set[str]] = {}
    for one in found:
        counted.setdefault(one.rule, set()).add(one.key.subject)
    for note in (*made_twins, *made_recaps):
        counted.setdefault(note.rule.value, set()).add(note.subject)
    made += [one for one in (*made_twins, *made_recaps) if rule in ("", one.rule.value)]
    named = _named(desk, asked, made)
    return Notes(
        asked,
        tuple(RuleCount(one, len(counted[one.value])) for one in rules.Rule if one.value in counted),
        tuple(sorted(named, key=lambda one: (one.subject, one.rule.value))),
        len(tps),
        len(asked_for) - len(shown),
    )


def disputed(desk: Desk, race: str, region: str = "") -> list[Dispute]:
    """The TPS in clarification with the lines that differ; figures only for who verifies. Raises NotPermitted."""
    _require_either(desk)
    asked = count_area.area(desk, race, region)
    shows = Right.VERIFY in count_keys.rights(desk)
    with tally.store_of(desk).reading() as kept:
        rows = list(count_store.rows(kept, asked.event, race, asked.region, [State.DISPUTED]))
    named = count_area.named_villages(desk, asked, {row.key.village for row in rows})
    found = []
    for row in rows:
        form = candidates.form_of(desk, race, row.key.district)
        differing = row.standing.differing
        told = [
            Differing(line.code, fault_words.name(line.code, form), differing[line.code] if shows else ())
            for line in form
            if line.code in differing
        ]
        written = {one.code for one in told}
        told += [
            Differing(code, words.Phrase(code), values if shows else ())
            for code, values in sorted(differing.items())
            if code not in written
        ]
        label = station_rules.label(row.key.number)
        where = named[row.key.village].label
        found.append(Dispute(row.key.subject, label, where, len(row.standing.readers), tuple(told)))
    return found


class _Speaker:
    """Says findings in words, from the figures that stand."""

    def __init__(
        self, desk: Desk, asked: count_area.Area, rows: Mapping[Key, Row], others: Mapping[Key, Row]
    ) -> None:
        self._desk, self._asked, self._rows = desk, asked, rows
        self._event = elections.event_at(desk, asked.region)
        with desk.reading() as connection:
            self._stations = station_list.facts(connection, asked.event, sorted({key.village for key in rows}))
        self._others: dict[Key, dict[str, Mapping[str, int]]] = {}
        for key, row in others.items():
            of_key = _of_race(key, asked.race.code)
            self._others.setdefault(of_key, {})[key.race] = row.standing.figures
        self._said: dict[Key, dict[tuple[str, tuple[str, ...]], words.Phrase]] = {}

    def note(self, one: Found) -> Note:
        said = self._said.get(one.key)
        if said is None:
            said = self._said[one.key] = self._checked(one.key)
        rule = rules.Rule[one.rule]
        phrase = said.get((one.rule, one.lines)) or words.phrase(rule.label)
        return _note(one.key, rule, rules.Level(one.level), one.gap, one.lines, phrase, one.accepted)

    def _checked(self, key: Key) -> dict[tuple[str, tuple[str, ...]], words.Phrase]:
        form = candidates.form_of(self._desk, key.race, key.district)
        station = self._stations.get((key.village, key.number))
        facts = tally.facts_of(self._event, station, self._others.get(key, {}), key.race)
        checked = rules.check(form, self._rows[key].standing.figures, facts)
        return {(one.rule.value, one.lines): one.words for one in checked}


def _note(
    key: Key,
    rule: rules.Rule,
    level: rules.Level,
    gap: int,
    codes: tuple[str, ...],
    phrase: words.Phrase,
    accepted: bool,
) -> Note:
    label = station_rules.label(key.number)
    return Note(key.subject, label, key.village, rule, level, gap, codes, phrase, accepted)


def _twins(desk: Desk, asked: count_area.Area, groups: Iterable[tuple[str, tuple[int, ...]]]) -> list[Note]:
    """V18 of each TPS of a group of twins."""
    listed = list(groups)
    keys = [Key(asked.event, village, number, asked.race.code) for village, numbers in listed for number in numbers]
    with desk.reading() as connection:
        results = count_rows.results(connection, keys)
    accepted = {
        key
        for key, said in results.items()
        if any(rules.Rule.V18.value in rules.accepted_from(one.accepted) for one in said)
    }
    found = []
    for village, numbers in listed:
        form = candidates.form_of(desk, asked.race.code, village[:8])
        for number in numbers:
            key = Key(asked.event, village, number, asked.race.code)
            one = rules.twin_finding(form, [other for other in numbers if other != number])
            found.append(_note(key, one.rule, one.level, 0, one.lines, one.words, key in accepted))
    return found


def _recaps(desk: Desk, asked: count_area.Area) -> list[Note]:
    """V15: typed recapitulations beside the sums of the same region, once every TPS of it is in them.

    A sum of a region is told only to who sees totals.
    """
    if Right.TOTALS not in count_keys.rights(desk):
        return []
    with desk.reading() as connection:
        typed = [
            one
            for one in count_rows.recaps(connection, asked.event)
            if one.race == asked.race.code and places.is_within(one.place, asked.region)
        ]
        if not typed:
            return []
        named = place_names.named(connection, asked.event, {one.place for one in typed})
        stations = {one.place: station_list.count(connection, asked.event, one.place) for one in typed}
    keys = count_writing_keys.opened_keys(desk)
    found = []
    with tally.store_of(desk).reading() as kept:
        for row in typed:
            figures = _recap_figures(keys, row)
            sums = count_store.sums(kept, asked.event, row.race, row.place, len(row.place)).get(row.place, {})
            complete = {line: value for line, (value, many) in sums.items() if many == stations[row.place]}
            form = candidates.form_of(desk, row.race, row.place)
            for one in rules.recap_gaps(complete, figures, form):
                label = named[row.place].label
                found.append(Note(row.place, label, "", one.rule, one.level, one.gap, one.lines, one.words))
    return found


def _recap_figures(
    keys: Mapping[bytes, count_boxes.WritingKey], row: count_rows.RecapRow
) -> dict[str, int]:
    about = count_rows.about_recap(row.event, row.place, row.race)
    for sealed in reversed(row.sealed):
        content = tally.unsealed(keys, about, sealed)
        told = content.get("f") if content is not None else None
        if isinstance(told, dict):
            return {code: value for code, value in told.items() if isinstance(code, str) and type(value) is int}
    return {}


def _named(desk: Desk, asked: count_area.Area, made: Collection[Note]) -> list[Note]:
    """The notes with the names of their villages."""
    named = count_area.named_villages(desk, asked, {one.where for one in made if one.where})
    return [
        Note(
            one.subject,
            one.label,
            named[one.where].label if one.where else "",
            one.rule,
            one.level,
            one.gap,
            one.lines,
            one.words,
            one.accepted,
        )
        for one in made
    ]


def _of_race(key: Key, race: str) -> Key:
    return Key(key.event, key.village, key.number, race)


def _require_either(desk: Desk) -> None:
    if not count_keys.rights(desk) & {Right.VERIFY, Right.TOTALS}:
        count_keys.require(desk, Right.VERIFY)
