# SPDX-License-Identifier: Apache-2.0
"""How every watched place stands, kept in step: derived in the same transaction that alters answers or issues."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from desk_app.base import paths
from desk_app.data import duplicates, meta
from desk_app.data import standing as kept
from desk_app.data.database import Connection
from desk_app.domain import answers, checklists, errors, places, readiness, records
from desk_app.domain.answers import value_of
from desk_app.domain.checklists import asking
from desk_app.domain.elections import Event
from desk_app.operations import changed, elections
from desk_app.operations.desk import Desk

REVISION = 3
"""Raised when readiness or the sums are reckoned in another way, so that every office derives them again."""

_TOGETHER = 400
"""Places that are reckoned by one question each for answers, issues and voters."""


def follow(desk: Desk, connection: Connection, touched: Mapping[int, int]) -> frozenset[str]:
    """Derive again what is shown with what, and the readiness of the places whose answers, issues or DPT were touched;
    returns flags."""
    touched = dict(touched) | duplicates.follow(connection, touched)
    counted = [no for no, kind in touched.items() if kind in (records.STATION.no, records.REGION.no)]
    kept.sum_areas(connection, kept.districts_of(connection, counted))
    if {records.ELECTION.no, records.CHECKLIST.no} & set(touched.values()):
        subjects = kept.subjects_known(connection)
        # As this transaction sees the events: what is remembered is of before.
        reckon(desk, connection, subjects, lambda code, regency: elections.event(connection, code, regency))
    else:
        subjects = kept.subjects_of(connection, touched)
        reckon(desk, connection, subjects, lambda code, regency: elections.event_at(desk, regency, code))
    return frozenset({"readiness"}) if subjects else frozenset()


def settle(desk: Desk) -> bool:
    """Derive everything again where it was derived by another checklist or another version; says whether it was."""
    wanted = fingerprint()
    if desk.store.is_newer:
        return False  # the later version derived it
    with desk.reading() as connection:
        if meta.read(connection).get("derived") == wanted:
            return False

    def work() -> None:
        with desk.store.writing() as connection:
            duplicates.derive(connection)
            kept.sum_areas(connection, kept.all_districts(connection))
            every = kept.subjects_known(connection)
            reckon(desk, connection, every, lambda code, regency: elections.event_at(desk, regency, code))
            meta.write(connection, {"derived": wanted})

    desk.on_writer(work)
    desk.news.tell(changed.Changed(frozenset({"readiness", "station"})))
    return True


def fingerprint() -> bytes:
    """What derived rows hang on besides the journal: the checklist, the events, and how they are reckoned."""
    digest = hashlib.sha256(f"{REVISION}".encode())
    digest.update(paths.resource_bytes("checklists", "kesiapan.toml"))
    for code in elections.TEMPLATES:
        digest.update(paths.resource_bytes("elections", f"{code}.toml"))
    return digest.digest()


def reckon(
    desk: Desk, connection: Connection, subjects: Iterable[kept.Watched], event_of: Callable[[str, str], Event]
) -> None:
    """Reckon the readiness rows of places, one for each phase about which anything is known.

    `event_of(code, regency)`. What is of a newer version, or of an event not heard of here, is kept and must not stop
    an import: no rows.
    """
    events: dict[tuple[str, str], Event | None] = {}
    lists: dict[tuple[str, str, places.Kind], _Checklist] = {}
    wanted = sorted(subjects)
    for start in range(0, len(wanted), _TOGETHER):
        asked: dict[kept.Watched, places.Place] = {}
        for event, subject in wanted[start : start + _TOGETHER]:
            place = _watched(subject)
            if place is None:
                continue
            regency = places.regency_of(place.code) or desk.identity.place
            if (event, regency) not in events:
                events[event, regency] = _heard_of(event, regency, event_of)
            if events[event, regency] is not None:
                asked[event, subject] = place
        if not asked:
            continue
        found: dict[kept.Watched, list[kept.Row]] = {key: [] for key in asked}
        for key, facts in kept.facts(connection, asked).items():
            regency = places.regency_of(asked[key].code) or desk.identity.place
            chosen, kind = events[key[0], regency], asked[key].kind
            if chosen is None or kind is None:
                continue
            if (key[0], regency, kind) not in lists:
                lists[key[0], regency, kind] = _checklist(chosen, regency, kind)
            found[key] = list(_rows(chosen, lists[key[0], regency, kind], facts))
        kept.replace(connection, found)


@dataclass(frozen=True, slots=True)
class _Checklist:
    """The checklist at one kind of place. `required`: how many items are asked in any case, by phase."""

    pages: Mapping[int, tuple[checklists.Item, ...]]
    required: Mapping[int, int]
    items: Mapping[str, tuple[int, checklists.Item]]
    conditional: bool
    rules: tuple[checklists.rules.Rule, ...]


def _checklist(chosen: Event, region: str, kind: places.Kind) -> _Checklist:
    pages = {phase: elections.page_items(chosen, region, phase, kind) for phase in chosen.phases}
    every = {item.code: (phase, item) for phase, items in pages.items() for item in items}
    return _Checklist(
        pages,
        {phase: asking.required(items) for phase, items in pages.items()},
        every,
        any(item.condition is not None for _phase, item in every.values()),
        tuple(
            rule
            for rule in elections.checklist_for(chosen, region).rules
            if rule.level is not checklists.rules.Level.WARNING
        ),
    )


@dataclass(slots=True)
class _Tally:
    """What is answered at a place in one phase."""

    required: int = 0
    failed: int = 0
    optional: int = 0
    disagreements: int = 0
    unsettled: int = 0


def _heard_of(code: str, regency: str, event_of: Callable[[str, str], Event]) -> Event | None:
    try:
        return event_of(code, regency)
    except errors.Refused:
        return None


def _watched(subject: str) -> places.Place | None:
    try:
        place = places.parse(subject)
    except errors.Refused:
        return None
    return place if place.kind is not None else None


def _rows(chosen: Event, checklist: _Checklist, facts: kept.Facts) -> Iterable[kept.Row]:
    """How a place stands in each phase about which anything is known."""
    tallies: dict[int, _Tally] = {phase: _Tally() for phase in checklist.required} if facts.severe else {}
    given = {code: value_of(*said[:3]) for code, said in facts.given.items()}
    hidden, more = _by_conditions(checklist, given) if checklist.conditional else (frozenset[str](), {})
    for code, said in facts.given.items():
        phase, item = checklist.items.get(code, (0, None))
        if item is None or code in hidden:
            continue
        tally = tallies.get(phase) or tallies.setdefault(phase, _Tally())
        tally.disagreements += code in facts.disputed
        value = given[code]
        if value is None:
            continue
        tally.unsettled += asking.must_be_seen_again(item, said[3])
        if item.required:
            tally.required += 1
            needed = checklists.required_quantity(item, chosen, facts.dpt)
            tally.failed += answers.judge(item, value, needed).failed
        else:
            tally.optional += 1
    settled = {code: value for code, value in given.items() if code not in facts.disputed and code not in hidden}
    for phase, tally in sorted(tallies.items()):
        if not (tally.required or tally.optional or facts.severe or tally.disagreements):
            continue
        if checklist.rules:
            page = [item for item in checklist.pages[phase] if item.code not in hidden]
            for finding in asking.findings(checklist.rules, page, settled, chosen, facts.dpt, {}):
                if finding.rule.level is checklists.rules.Level.ERROR:
                    tally.failed += 1
                else:
                    tally.unsettled += facts.reasons.get(finding.code) != finding.about
        required = checklist.required[phase] + more.get(phase, 0)
        state = readiness.assess(
            required,
            tally.required,
            tally.failed,
            optional_answered=tally.optional,
            severe_issues=facts.severe,
            disagreements=tally.disagreements,
            unsettled=tally.unsettled,
        )
        yield kept.Row(
            phase, required, tally.required, tally.failed, state.value, tally.optional, tally.unsettled,
            tally.disagreements,
        )


def _by_conditions(
    checklist: _Checklist, given: Mapping[str, answers.AnswerValue | None]
) -> tuple[frozenset[str], dict[int, int]]:
    """The items that are not asked as the others are answered, and by phase how many more are required."""
    shown = {item.code for item in asking.asked((item for _phase, item in checklist.items.values()), given)}
    more: dict[int, int] = {}
    for code, (phase, item) in checklist.items.items():
        if item.condition is not None and item.required and code in shown:
            more[phase] = more.get(phase, 0) + 1
    return frozenset(checklist.items.keys() - shown), more
