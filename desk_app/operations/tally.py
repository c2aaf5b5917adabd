# SPDX-License-Identifier: Apache-2.0
"""What was copied, opened and weighed: which figures stand for each TPS, kept in the file of totals and added up there.

`refresh` reads on from the last transaction that the file has seen; it runs beside typing and writes nothing into the
journal. Nothing here is a result: a desk copies (domain.md §0.3).
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desk_app.base.progress import Progress, Steps
from desk_app.data import arrivals, count_boxes, count_rows, count_store, revote_list, station_list
from desk_app.data.count_rows import FormRow, Key, ResultRow
from desk_app.data.count_store import CountStore, Found, Row, Weighed
from desk_app.domain import elections, errors, words
from desk_app.domain.counts import ballot, lines, rules, standing
from desk_app.domain.counts.rights import Right
from desk_app.domain.counts.standing import Decision, Figures, Reading, Source, Standing, State
from desk_app.operations import candidates, count_keys, count_rules, count_secret, count_writing_keys
from desk_app.operations import elections as events
from desk_app.operations.desk import Desk

N_ = words.N_

SLICE = 500
"""TPS weighed in one transaction of the file of totals."""

WEIGHING = N_("Menimbang salinan yang masuk")


@dataclass(frozen=True, slots=True)
class Opened:
    """All that was copied and said of one TPS, race and occasion, opened."""

    occasion: int
    readings: tuple[Reading, ...]
    decisions: tuple[Decision, ...]
    result: ResultRow | None
    unreadable: int


@dataclass(frozen=True, slots=True)
class Looked:
    """One TPS and race looked at closely: its form, what stands, what the rules say of it, and all it came from.

    `row`: None where nothing was copied. `taken`: numbers of the rules that were accepted, or answered by who copied.
    """

    form: tuple[lines.Line, ...]
    facts: rules.Facts
    row: Row | None
    said: tuple[rules.Finding, ...]
    taken: frozenset[str]
    opened: tuple[Opened, ...]

    @property
    def now(self) -> Opened | None:
        """What was copied of the vote that counts."""
        return next((one for one in self.opened if self.row is not None and one.occasion == self.row.occasion), None)


def store_of(desk: Desk) -> CountStore:
    """The file of totals, opened with the office's key of the count. Raises NotPermitted without it."""
    asked = desk.present or desk
    secret = count_secret.secret_of(asked)
    if secret is None:
        raise errors.NotPermitted(N_("Kunci hasil suara belum dibuka di komputer ini."))
    if asked.opened_counts.put_away not in asked.count_put_away:
        asked.count_put_away.append(asked.opened_counts.put_away)
        asked.before_close.append(asked.opened_counts.put_away)
    return desk.opened_counts.store(path_of(desk), secret, count_boxes.database_key(secret))


def path_of(desk: Desk) -> Path:
    """Where the totals of a desk are: of a desk of the past beside its copy, so that they go with it."""
    if desk.present is None:
        return desk.folder / count_store.FILE
    return count_store.path_beside(desk.store.path)


def refresh(desk: Desk) -> Steps[int]:
    """Open and weigh what came in since; returns how many TPS and races were weighed. Raises NotPermitted.

    A file of totals that is damaged is made anew.
    """
    store = store_of(desk)
    try:
        return (yield from _refresh(desk, store))
    except errors.Damaged:
        desk.opened_counts.throw_away(path_of(desk))
        return (yield from _refresh(desk, store_of(desk)))


def _refresh(desk: Desk, store: CountStore) -> Steps[int]:
    with desk.count_lock:
        event = events.working_event(desk)
        with desk.reading() as connection:
            last = arrivals.latest(connection)
            keys = _due(desk, store, event, connection, last)
            if keys:
                opened = count_writing_keys.opened_keys(desk)
                weigher = _Weigher(desk, event, connection, opened)
                listed = sorted(keys, key=lambda one: (one.village, one.number, one.race))
                for start, part in _slices(listed):
                    yield Progress(start, len(listed), WEIGHING)
                    with store.writing() as kept:
                        count_store.put(kept, weigher.weigh(part))
            with store.writing() as kept:
                count_store.tell(kept, {_upto(event.code): str(last).encode()})
    return len(keys)


def faults(desk: Desk) -> list[str]:
    """What is wrong with the file of totals, which is then thrown away to be made anew; () without the key of it."""
    if count_secret.secret_of(desk) is None or not path_of(desk).is_file():
        return []
    try:
        with store_of(desk).reading() as connection:
            unlike = count_store.unlike(connection)
    except errors.Damaged:
        unlike = [("", "", "", "")]
    if not unlike:
        return []
    desk.opened_counts.throw_away(path_of(desk))
    return [f"totals of the count: {len(unlike)} sums are not those of their TPS; they are made anew"]


def opened(desk: Desk, key: Key) -> list[Opened]:
    """All that was copied and said of one TPS and race, by occasion. Raises NotPermitted."""
    if not count_keys.rights(desk) & {Right.VERIFY, Right.TOTALS}:
        count_keys.require(desk, Right.VERIFY)
    with desk.reading() as connection:
        by_occasion = _gather(connection, [key])[key]
        known = count_writing_keys.opened_keys(desk)
        form = candidates.form_of(desk, key.race, key.district)
        return [_open(known, form, occasion, *parts) for occasion, parts in sorted(by_occasion.items())]


def look(desk: Desk, connection: Any, key: Key) -> Looked:
    """One TPS and race as it stands in a transaction, whatever the file of totals has seen of it."""
    return _Weigher(desk, events.working_event(desk), connection, count_writing_keys.opened_keys(desk)).look(key)


def weighed(desk: Desk, connection: Any, keys: Collection[Key]) -> list[Weighed]:
    """The same of many TPS of one race, in short."""
    races = count_rules.race_codes(desk)
    every = {Key(key.event, key.village, key.number, race) for key in keys for race in (*races, key.race)}
    found = _Weigher(desk, events.working_event(desk), connection, count_writing_keys.opened_keys(desk)).weigh(every)
    return [one for one in found if one.key in set(keys)]


def figures_of(content: Mapping[str, Any], form: Iterable[lines.Line] | None = None) -> dict[str, int]:
    """The figures in opened content; what no form of ours has written is left out. `form`: and what it has no line for,
    as of a candidate who was taken off the list since."""
    told = content.get("f")
    if not isinstance(told, dict):
        return {}
    codes = told.keys() if form is None else [line.code for line in form if line.code in told]
    return {
        code: told[code]
        for code in codes
        if isinstance(code, str) and type(told[code]) is int and 0 <= told[code] <= lines.MOST
    }


def facts_of(
    event: elections.Event, station: Any | None, others: Mapping[str, Figures], race: str
) -> rules.Facts:
    """What is known of a TPS from elsewhere. `others`: figures that stand for its other races."""
    other = next((one for code, one in sorted(others.items()) if code != race), {})
    men, women = (station.dpt_male, station.dpt_female) if station else (None, None)
    return rules.Facts(
        men=men,
        women=women,
        both=None if men is None or women is None else men + women,
        max_voters=event.max_voters,
        reserve_per_mille=event.reserve_per_mille,
        other_users=other.get("users_j"),
        other_transferred=other.get("transferred_j"),
        pairs=ballot.shape_of(race) is lines.CandidateKind.PAIR,
    )


class _Weigher:
    """Weighs TPS of one event against what is known of them."""

    def __init__(
        self, desk: Desk, event: elections.Event, connection: Any, opened_keys: Mapping[bytes, count_boxes.WritingKey]
    ) -> None:
        self._desk, self._event, self._connection, self._keys = desk, event, connection, opened_keys
        self._forms: dict[tuple[str, str], tuple[lines.Line, ...]] = {}
        self._held = revote_list.held(connection, event.code)

    def weigh(self, keys: Collection[Key]) -> list[Weighed]:
        """What stands for these; all races of a TPS are asked together."""
        gathered = _gather(self._connection, keys)
        villages = sorted({key.village for key in keys})
        stations = station_list.facts(self._connection, self._event.code, villages)
        found: list[Weighed] = []
        by_station: dict[tuple[str, int], list[Key]] = {}
        for key in keys:
            by_station.setdefault((key.village, key.number), []).append(key)
        for name, own in by_station.items():
            rows: dict[str, tuple[Row, list[tuple[int, Standing]], str] | None] = {}
            for key in own:
                rows[key.race] = self._stand(key, gathered.get(key, {}))
            figures = {race: row[0].standing.figures for race, row in rows.items() if row is not None}
            for key in own:
                stood = rows[key.race]
                if stood is None:
                    found.append(Weighed(key, None))
                    continue
                facts = facts_of(self._event, stations.get(name), figures, key.race)
                found.append(self._noted(key, *stood, facts))
        return found

    def look(self, key: Key) -> Looked:
        """One of them, with all that it came from."""
        races = {*count_rules.race_codes(self._desk), key.race}
        gathered = _gather(self._connection, [Key(key.event, key.village, key.number, race) for race in races])
        rows = {other.race: self._stand(other, parts) for other, parts in gathered.items()}
        figures = {race: row[0].standing.figures for race, row in rows.items() if row is not None}
        station = station_list.facts(self._connection, key.event, [key.village]).get((key.village, key.number))
        facts = facts_of(self._event, station, figures, key.race)
        stood = rows[key.race]
        form = self._form(key)
        opened_ = tuple(_open(self._keys, form, occasion, *parts) for occasion, parts in sorted(gathered[key].items()))
        if stood is None:
            return Looked(self._form(key), facts, None, (), frozenset(), opened_)
        row = self._noted(key, *stood, facts).row
        said = rules.check(self._form(key), stood[0].standing.figures, facts)
        return Looked(self._form(key), facts, row, tuple(said), _taken(stood[0].standing, stood[2]), opened_)

    def _form(self, key: Key) -> tuple[lines.Line, ...]:
        known = self._forms.get((key.race, key.district))
        if known is None:
            known = candidates.form_of(self._desk, key.race, key.district)
            self._forms[key.race, key.district] = known
        return known

    def _stand(
        self, key: Key, by_occasion: Mapping[int, tuple[list[FormRow], list[ResultRow]]]
    ) -> tuple[Row, list[tuple[int, Standing]], str] | None:
        form = self._form(key)
        stood: list[tuple[int, Standing, int, str]] = []
        last = 1 + sum(race in ("", key.race) for race in self._held.get(key.subject, ()))
        for occasion, parts in sorted(by_occasion.items()):
            if occasion > last:
                break  # of a vote that nobody has noted as held again: it waits
            one = _open(self._keys, form, occasion, *parts)
            result = one.result
            what = standing.weigh(
                form,
                one.readings,
                one.decisions,
                checked=result.checked if result else None,
                locked=bool(result and result.locked),
            )
            if one.readings or one.decisions or one.unreadable:
                stood.append((occasion, what, one.unreadable, result.accepted if result else ""))
        if not stood:
            return None
        with_figures = [one for one in stood if one[1].state is not State.NOT_IN] or stood
        occasion, what, unreadable, accepted = with_figures[-1]
        row = Row(key, occasion, what, unreadable, lines.votes_whole(form, what.figures))
        return row, [(one[0], one[1]) for one in stood if one[0] < occasion], accepted

    def _noted(
        self, key: Key, row: Row, earlier: list[tuple[int, Standing]], accepted: str, facts: rules.Facts
    ) -> Weighed:
        """The row with what the rules say of it."""
        said = rules.check(self._form(key), row.standing.figures, facts)
        taken = _taken(row.standing, accepted)
        found = tuple(
            Found(key, one.rule.value, one.level.value, one.gap, tuple(one.lines), one.rule.value in taken)
            for one in said
        )
        if row.standing.state is State.WHOLE and rules.open_findings(said, taken):
            row = _with_state(row, State.NOTED)
        return Weighed(key, row, found, tuple(earlier))


def _taken(one: Standing, accepted: str) -> frozenset[str]:
    """The rules that make no note any more."""
    # All votes alike: who copied it has said why.
    return rules.accepted_from(accepted) | ({rules.Rule.V17.value} if one.reasons else set())


def _with_state(row: Row, state: State) -> Row:
    one = row.standing
    changed = Standing(
        state, one.figures, one.differing, one.readers, one.mark, one.provisional, one.decided, one.yielded, one.reasons
    )
    return Row(row.key, row.occasion, changed, row.unreadable, row.votes_whole)


def _due(desk: Desk, store: CountStore, event: elections.Event, connection: Any, last: int) -> set[Key]:
    """Which TPS and races are to be weighed again."""
    with store.reading() as kept:
        about = count_store.told(kept)
    upto = int(about.get(_upto(event.code), b"0"))
    if about.get("by") != desk.identity.replica or upto > last:
        # Told before anything is weighed: what another replica began and broke off would stay in the sums.
        with store.writing() as kept:
            count_store.forget(kept)
            count_store.tell(kept, {"by": desk.identity.replica})
        upto = 0
    if upto == 0 or count_rows.came_in(connection, ("candidate", "count_rules", "election"), upto, last):
        keys = count_rows.every_key(connection, event.code)
    else:
        keys = {key for key in count_rows.touched(connection, upto, last) if key.event == event.code}
        stations = count_rows.stations_touched(connection, event.code, upto, last)
        if stations:
            every = count_rows.every_key(connection, event.code)
            keys |= {key for key in every if (key.village, key.number) in stations}
        again = count_rows.revotes_touched(connection, event.code, upto, last)
        keys |= {Key(event.code, village, number, race) for village, number in again for race in _races(desk)}
        if count_rows.came_in(connection, ("count_wrap",), upto, last):
            with store.reading() as kept:
                keys |= count_store.waiting(kept, event.code)
    # Rules compare the races of a TPS, so all of them are weighed with one.
    races = _races(desk) | {key.race for key in keys}
    return {Key(event.code, key.village, key.number, race) for key in keys for race in races}


def _races(desk: Desk) -> set[str]:
    return set(count_rules.race_codes(desk))


def _gather(
    connection: Any, keys: Iterable[Key]
) -> dict[Key, dict[int, tuple[list[FormRow], list[ResultRow]]]]:
    listed = list(keys)
    found: dict[Key, dict[int, tuple[list[FormRow], list[ResultRow]]]] = {key: {} for key in listed}
    for key, forms in count_rows.forms(connection, listed).items():
        for form in forms:
            found[key].setdefault(form.occasion, ([], []))[0].append(form)
    for key, results in count_rows.results(connection, listed).items():
        for result in results:
            found[key].setdefault(result.occasion, ([], []))[1].append(result)
    return found


def _open(
    known: Mapping[bytes, count_boxes.WritingKey],
    form_lines: tuple[lines.Line, ...],
    occasion: int,
    forms: list[FormRow],
    results: list[ResultRow],
) -> Opened:
    readings: list[Reading] = []
    decisions: list[Decision] = []
    unreadable = 0
    for form in forms:
        about = count_rows.about_form(form.key, occasion, form.reader)
        for sealed in form.sealed:
            content = unsealed(known, about, sealed)
            if content is None:
                unreadable += 1
                continue
            source = Source(form.source) if form.source in set(Source) else Source.FORM
            reason = content.get("r")
            readings.append(
                Reading(
                    form.reader,
                    figures_of(content, form_lines),
                    count_boxes.mark(sealed),
                    source,
                    reason if isinstance(reason, str) else "",
                )
            )
    for result in results:
        about = count_rows.about_result(result.key, occasion)
        for sealed in result.sealed:
            content = unsealed(known, about, sealed)
            if content is None:
                unreadable += 1
                continue
            seen = content.get("seen")
            marks = frozenset(one for one in seen if isinstance(one, bytes)) if isinstance(seen, list) else frozenset()
            reason = content.get("r")
            said = reason if isinstance(reason, str) else ""
            decisions.append(Decision(figures_of(content, form_lines), marks, count_boxes.mark(sealed), said))
    return Opened(occasion, tuple(readings), tuple(decisions), results[0] if results else None, unreadable)


def unsealed(
    known: Mapping[bytes, count_boxes.WritingKey], about: str, sealed: bytes
) -> dict[str, Any] | None:
    """What stands under seal, None where its key is not here or the bytes are not what they should be."""
    try:
        key = known.get(count_boxes.writing_name(sealed))
        return None if key is None else count_boxes.unseal(key, about, sealed)
    except count_boxes.Unreadable:
        return None


def _slices(listed: list[Key]) -> Iterable[tuple[int, list[Key]]]:
    """Slices that never part the races of a TPS."""
    start = 0
    while start < len(listed):
        end = min(start + SLICE, len(listed))
        while end < len(listed) and listed[end].subject == listed[end - 1].subject:
            end += 1
        yield start, listed[start:end]
        start = end


def _upto(event: str) -> str:
    return f"upto {event}"
