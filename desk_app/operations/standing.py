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
from desk_app.domain.elections import Event
from desk_app.operations import changed, elections
from desk_app.operations.desk import Desk

REVISION = 2
"""Raised when readiness or the sums are reckoned in another way, so that every office derives them again."""

_TOGETHER = 400
"""Places that are reckoned by one question each for answers, issues and voters."""


def follow(desk: Desk, connection: Connection, touched: Mapping[int, int]) -> frozenset[str]:
    """Derive again what is shown with what, and the readiness of the places whose answers, issues or DPT were touched;
    returns flags."""
    touched = dict(touched) | duplicates.follow(connection, touched)
    counted = [no for no, kind in touched.items() if kind in (records.STATION.no, records.REGION.no)]
    kept.sum_areas(connection, kept.districts_of(connection, counted))
    if records.ELECTION.no in touched.values():
        subjects = kept.subjects_known(connection)
        # As this transaction sees the events: what is remembered is of before.
        reckon(desk, connection, subjects, lambda code: elections.event(connection, code, desk.identity.place))
    else:
        subjects = kept.subjects_of(connection, touched)
        reckon(desk, connection, subjects, lambda code: elections.working_event(desk, code))
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
            reckon(desk, connection, every, lambda code: elections.working_event(desk, code))
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
    desk: Desk, connection: Connection, subjects: Iterable[kept.Watched], event_of: Callable[[str], Event]
) -> None:
    """Reckon the readiness rows of places, one for each phase about which anything is known.

    What is of a newer version, or of an event not heard of here, is kept and must not stop an import: no rows.
    """
    events: dict[str, Event | None] = {}
    lists: dict[tuple[str, places.Kind], _Checklist] = {}
    wanted = sorted(subjects)
    for start in range(0, len(wanted), _TOGETHER):
        asked: dict[kept.Watched, places.Place] = {}
        for event, subject in wanted[start : start + _TOGETHER]:
            if event not in events:
                events[event] = _heard_of(event, event_of)
            place = _watched(subject)
            if place is not None and events[event] is not None:
                asked[event, subject] = place
        if not asked:
            continue
        found: dict[kept.Watched, list[kept.Row]] = {key: [] for key in asked}
        for key, facts in kept.facts(connection, asked).items():
            chosen, kind = events[key[0]], asked[key].kind
            if chosen is None or kind is None:
                continue
            if (key[0], kind) not in lists:
                lists[key[0], kind] = _checklist(chosen, desk.identity.place, kind)
            found[key] = list(_rows(chosen, lists[key[0], kind], facts))
        kept.replace(connection, found)


@dataclass(frozen=True, slots=True)
class _Checklist:
    """The checklist at one kind of place. `required`: how many items, by phase; `items`: phase and item by code."""

    required: Mapping[int, int]
    items: Mapping[str, tuple[int, checklists.Item]]


def _checklist(chosen: Event, office: str, kind: places.Kind) -> _Checklist:
    pages = {phase: elections.page_items(chosen, office, phase, kind) for phase in chosen.phases}
    return _Checklist(
        {phase: sum(item.required for item in items) for phase, items in pages.items()},
        {item.code: (phase, item) for phase, items in pages.items() for item in items},
    )


@dataclass(slots=True)
class _Tally:
    """What is answered at a place in one phase."""

    required: int = 0
    failed: int = 0
    optional: int = 0
    disagreements: int = 0


def _heard_of(code: str, event_of: Callable[[str], Event]) -> Event | None:
    try:
        return event_of(code)
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
    for code, said in facts.given.items():
        phase, item = checklist.items.get(code, (0, None))
        if item is None:
            continue
        tally = tallies.get(phase) or tallies.setdefault(phase, _Tally())
        tally.disagreements += code in facts.disputed
        value = value_of(*said)
        if value is not None and item.required:
            tally.required += 1
            needed = checklists.required_quantity(item, chosen, facts.dpt)
            tally.failed += answers.judge(item, value, needed).failed
        elif value is not None:
            tally.optional += 1
    for phase, tally in sorted(tallies.items()):
        if tally.required or tally.optional or facts.severe or tally.disagreements:
            state = readiness.assess(
                checklist.required[phase],
                tally.required,
                tally.failed,
                optional_answered=tally.optional,
                severe_issues=facts.severe,
                disagreements=tally.disagreements,
            )
            yield kept.Row(phase, checklist.required[phase], tally.required, tally.failed, state.value)


def value_of(choice: str | None, quantity: int | None) -> answers.AnswerValue | None:
    """What an answer's columns say, None for one that was emptied."""
    if choice:
        return answers.Mark(choice)
    return quantity
