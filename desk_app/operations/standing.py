# SPDX-License-Identifier: Apache-2.0
"""How every watched place stands, kept in step: derived in the same transaction that alters answers or issues."""

import hashlib
from collections.abc import Mapping

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


def follow(desk: Desk, connection: Connection, touched: Mapping[int, int]) -> frozenset[str]:
    """Derive again what is shown with what, and the readiness of the places whose answers, issues or DPT were touched;
    returns flags."""
    touched = dict(touched) | duplicates.follow(connection, touched)
    counted = [no for no, kind in touched.items() if kind in (records.STATION.no, records.REGION.no)]
    kept.sum_areas(connection, kept.districts_of(connection, counted))
    if records.ELECTION.no in touched.values():
        subjects = kept.subjects_known(connection)
        events: dict[str, Event] = {}
        for event, subject in sorted(subjects):
            # As this transaction sees it: what is remembered is of before.
            chosen = events.get(event) or elections.event(connection, event, desk.identity.place)
            events[event] = chosen
            reckon(desk, connection, event, subject, chosen)
    else:
        subjects = kept.subjects_of(connection, touched)
        for event, subject in sorted(subjects):
            reckon(desk, connection, event, subject)
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
            for event, subject in sorted(kept.subjects_known(connection)):
                reckon(desk, connection, event, subject)
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
    desk: Desk, connection: Connection, event: str, subject: str, chosen: Event | None = None
) -> None:
    """Reckon the readiness rows of one place, one for each phase about which anything is known."""
    try:
        place = places.parse(subject)
        if place.kind is None:
            return
        chosen = chosen or elections.working_event(desk, event)
    except errors.Refused:
        return  # of a newer version, or of an event not heard of here: it is kept, and must not stop an import
    facts = kept.facts(connection, event, place)
    rows = []
    for phase in chosen.phases:
        items = elections.page_items(chosen, desk.identity.place, phase, place.kind)
        if not facts.severe and not any(item.code in facts.given for item in items):
            continue
        required = answered = failed = optional = disagreements = 0
        for item in items:
            required += item.required
            disagreements += item.code in facts.disputed
            value = value_of(*facts.given.get(item.code, (None, None)))
            if value is None:
                continue
            if item.required:
                answered += 1
                needed = checklists.required_quantity(item, chosen, facts.dpt)
                failed += answers.judge(item, value, needed).failed
            else:
                optional += 1
        if answered or optional or facts.severe or disagreements:
            state = readiness.assess(
                required,
                answered,
                failed,
                optional_answered=optional,
                severe_issues=facts.severe,
                disagreements=disagreements,
            )
            rows.append(kept.Row(phase, required, answered, failed, state.value))
    kept.replace(connection, event, subject, rows)


def value_of(choice: str | None, quantity: int | None) -> answers.AnswerValue | None:
    """What an answer's columns say, None for one that was emptied."""
    if choice:
        return answers.Mark(choice)
    return quantity
