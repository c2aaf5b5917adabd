# SPDX-License-Identifier: Apache-2.0
"""How every watched place stands, kept in step: derived in the same transaction that alters answers or issues."""

from collections.abc import Mapping

from desk_app.data import standing as kept
from desk_app.data.database import Connection
from desk_app.domain import answers, checklists, errors, places, readiness, records
from desk_app.operations import elections
from desk_app.operations.desk import Desk


def follow(desk: Desk, connection: Connection, touched: Mapping[int, int]) -> frozenset[str]:
    """Reckon again the readiness of the places whose answers, issues or DPT were touched; returns flags."""
    counted = [no for no, kind in touched.items() if kind in (records.STATION.no, records.REGION.no)]
    kept.sum_areas(connection, kept.districts_of(connection, counted))
    subjects = kept.subjects_of(connection, touched)
    for event, subject in sorted(subjects):
        reckon(desk, connection, event, subject)
    return frozenset({"readiness"}) if subjects else frozenset()


def reckon(desk: Desk, connection: Connection, event: str, subject: str) -> None:
    """Reckon the readiness rows of one place, one for each phase about which anything is known."""
    try:
        place = places.parse(subject)
        if place.kind is None:
            return
        chosen = elections.working_event(desk, event)
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
            value = value_of(*facts.given.get(item.code, (None, None)))
            if value is None:
                continue
            disagreements += item.code in facts.disputed
            if item.required:
                answered += 1
                needed = checklists.required_quantity(item, chosen, facts.dpt)
                failed += answers.judge(item, value, needed).failed
            else:
                optional += 1
        if answered or optional or facts.severe:
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
