# SPDX-License-Identifier: Apache-2.0
"""Permasalahan, Buku Posko and PSU/PSSU/PSL/PSS as sheets; follow-ups stay in the program."""

from collections.abc import Mapping
from typing import Any

from desk_app.data import log_list
from desk_app.domain import issues as rules
from desk_app.domain import records, revotes, words
from desk_app.operations import issues, logbook
from desk_app.operations import revotes as revoting
from desk_app.operations.desk import Desk
from desk_app.operations.register_sheets import forms
from desk_app.operations.register_sheets.declaring import Register, Row

N_ = words.N_

ISSUES = Register(
    "issues",
    N_("Permasalahan"),
    records.ISSUE,
    out=(
        "number", "place", "title", "description", "impact", "category", "severity", "advice", "addressee",
        "state", "handled_by", "happened_at", "reported_at", "reporter", "source", "pic", "conveyed_at", "conveyed_by",
        "letter_number", "letter_date", "confidential", "closed_at", "outcome",
    ),
    back=(
        "place", "title", "description", "impact", "category", "severity", "advice", "addressee", "happened_at",
        "reported_at", "reporter", "source", "pic",
    ),
    edit=issues.edit_issue,
    new=issues.new_issue,
    required=("title",),
    forms={"addressee": forms.proposed(rules.ADDRESSEES)},
)

def _told_lines(desk: Desk, held: list[Row]) -> list[Row]:
    """A line that became an issue in confidence goes into no workbook."""
    with desk.reading() as connection:
        secret = log_list.in_confidence(connection)
    return [row for row in held if row["no"] not in secret]


LOGBOOK = Register(
    "logbook",
    N_("Buku Posko"),
    records.LOG_ENTRY,
    out=("at", "sender", "text", "measure", "place", "issue"),
    back=("at", "sender", "text", "measure", "place"),
    edit=logbook.edit_line,
    new=logbook.add_line,
    required=("text",),
    rows=_told_lines,
)


def _new_revote(desk: Desk, place: str, kind: str, **values: Any) -> int:
    return revoting.note(desk, [place], revotes.Kind(kind), **values)[0]


REVOTES = Register(
    "revotes",
    N_("PSU PSSU PSL PSS"),
    records.REVOTE,
    out=(
        "kind", "race", "place", "cause", "ordered_by", "basis", "ordered_on", "planned_on", "held_on", "state",
        "reason", "voters", "users", "issue", "note",
    ),
    back=(
        "kind", "race", "place", "cause", "ordered_by", "basis", "ordered_on", "planned_on", "held_on", "reason",
        "voters", "users", "issue", "note",
    ),
    edit=revoting.edit,
    new=_new_revote,
    required=("kind", "place"),
    fixed=("place",),
    totals=("voters", "users"),
    forms={
        "kind": forms.coded(revotes.KIND_LABELS),
        "race": forms.races,
        "state": forms.coded(revotes.STATE_LABELS),
        "ordered_by": forms.coded(revotes.BASIS_LABELS),
    },
)

MAKERS: Mapping[str, Any] = {one.key: (lambda _desk, one=one: one) for one in (ISSUES, LOGBOOK, REVOTES)}
"""By key."""
