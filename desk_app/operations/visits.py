# SPDX-License-Identifier: Apache-2.0
"""Hasil kunjungan: several TPS with one activity, each with its hour and findings; a finding becomes an issue, a point
that was looked at becomes an answer of the readiness checklist."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desk_app.base.text import _
from desk_app.data import activity_list, unit_of_work
from desk_app.domain import activities as rules
from desk_app.domain import answers as given
from desk_app.domain import checklists, errors, records, words
from desk_app.domain import places as place_rules
from desk_app.operations import answers, checklist_pages, elections, field_names, issues, places, territory
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_

FIELDS = ("place", "at", "findings", "met")
_STEP = 10
_TITLE = 160


@dataclass(frozen=True, slots=True)
class Visit:
    """A place that was visited. `at`: seconds UTC, 0: not known. `issue`, `issue_number`: what was raised there."""

    no: int
    activity: int
    place: str
    label: str
    at: int
    findings: str
    met: str
    issue: int
    issue_number: str


@dataclass(frozen=True, slots=True)
class PointAnswer:
    """A point of the lembar pantau at the place of a visit: what stands in the checklist, "" while nothing does.

    `failed`: an issue may be raised from it.
    """

    code: str
    label: str
    value: str
    note: str
    kind: checklists.ItemKind
    failed: bool


def of_activity(desk: Desk, activity: int) -> list[Visit]:
    """The visits of an activity, in order."""
    with desk.reading() as connection:
        found = activity_list.visits(connection, activity)
    labels = places.full_labels(desk, [row.place for row in found if row.place])
    return [
        Visit(
            no=row.no,
            activity=activity,
            place=row.place or "",
            label=labels.get(row.place, ""),
            at=row.at or 0,
            findings=row.findings or "",
            met=row.met or "",
            issue=row.issue_no or 0,
            issue_number=row.issue_number or "",
        )
        for row in found
    ]


def add_visits(desk: Desk, activity: int, subjects: Sequence[str]) -> list[int]:
    """Say which places are visited, in order; one that is named already is not named twice. Returns the new ones."""
    wanted = [territory.require_own(desk, subject).subject for subject in dict.fromkeys(subjects)]
    if not wanted:
        raise errors.Refused(N_("Pilih tempat yang dikunjungi."))

    def work(unit: unit_of_work.Unit) -> list[int]:
        held = activity_list.visits(unit.connection, activity)
        known = {row.place for row in held}
        last = max((row.position or 0 for row in held), default=0)
        new = [subject for subject in wanted if subject not in known]
        return [
            unit.create(records.VISIT, {"activity": activity, "place": subject, "position": last + at * _STEP})
            for at, subject in enumerate(new, 1)
        ]

    return transact(desk, N_("Tempat kunjungan"), work)


def edit_visit(desk: Desk, no: int, *, seen: int | None = None, **values: Any) -> bool:
    """Alter some of the `FIELDS` of a visit."""
    field_names.require_known(values, FIELDS, "a visit")
    if "place" in values:
        values["place"] = territory.require_own(desk, str(values["place"])).subject
    return transact(desk, N_("Hasil kunjungan"), lambda unit: unit.set(records.VISIT, no, values, seen=seen))


def delete_visit(desk: Desk, no: int) -> None:
    """Take a visit out; what was answered and raised there stays."""
    transact(desk, N_("Kunjungan dihapus"), lambda unit: unit.delete(records.VISIT, no))


def raise_issue(desk: Desk, no: int, title: str = "", *, item: str = "", **values: Any) -> int:
    """Make an issue of what was found, both linked, in one transaction; `item`: a point that failed there.

    `values` override what the visit says. Returns the record of the issue. Raises Refused for a visit that has one.
    """
    row = _row(desk, no)
    drafted: dict[str, Any] = issues.draft_from_answer(desk, row.place, item) if item else {}
    findings = str(row.findings or "")
    said = title.strip() or str(drafted.get("title") or "") or findings
    if not said:
        raise errors.Refused(N_("Tulis temuannya dahulu; dari situ permasalahan dibuat."))
    short = said if len(said) <= _TITLE else said[: _TITLE - 1].rstrip() + "…"
    told: dict[str, Any] = drafted | {
        "place": row.place or desk.identity.place,
        "title": short,
        "description": findings if findings and findings != short else drafted.get("description"),
        "reported_at": row.at or desk.now(),
        "source": "tim",
        **values,
    }
    checked = issues.checked_fields(desk, {name: value for name, value in told.items() if value not in (None, "")})

    def work(unit: unit_of_work.Unit) -> int:
        if unit.values(records.VISIT, no).get("issue"):
            raise errors.Refused(N_("Kunjungan ini sudah dicatat sebagai permasalahan."))
        made = issues.add(unit, desk, checked)
        unit.set(records.VISIT, no, {"issue": made})
        return made

    return transact(desk, N_("Temuan kunjungan menjadi permasalahan"), work)


def points(desk: Desk, no: int) -> list[PointAnswer]:
    """The points of the lembar pantau that have a meaning at the place of a visit, with what stands there."""
    row = _row(desk, no)
    with desk.reading() as connection:
        found = activity_list.one(connection, row.activity)
    codes = rules.parse_codes(found.row.points if found is not None else "")
    if not codes or place_rules.kind_of(row.place) is None:
        return []
    template = elections.checklist_for(elections.working_event(desk), desk.identity.place)
    known = {item.code: item for item in template.items}
    wanted = [known[code] for code in codes if code in known]
    pages = {
        item.phase: checklist_pages.checklist_page(desk, row.place, item.phase)
        for item in wanted
    }
    lines = {(phase, line.code): line for phase, page in pages.items() for line in page.items}
    return [
        PointAnswer(
            item.code, line.label, _said(line.value), line.note, item.kind, line.verdict is given.Verdict.FAILED
        )
        for item in wanted
        if (line := lines.get((item.phase, item.code))) is not None
    ]


def answer(desk: Desk, no: int, item: str, value: str | None, *, note: str | None = None) -> int:
    """Answer a point at the place of a visit, as on its checklist. Raises Refused."""
    return answers.set_answer(desk, str(_row(desk, no).place), item, value, note=note)


def _said(value: given.AnswerValue | None) -> str:
    """An answer in words of the window."""
    if value is None:
        return ""
    return _(given.MARK_LABELS[value]) if isinstance(value, given.Mark) else str(value)


def _row(desk: Desk, no: int) -> Any:
    with desk.reading() as connection:
        row = activity_list.visit(connection, no)
    if row is None:
        raise errors.NotFound(N_("Kunjungan itu tidak ada."))
    return row
