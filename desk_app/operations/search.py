# SPDX-License-Identifier: Apache-2.0
"""Cari apa saja (Ctrl+K): TPS and places, issues, members, lines of the book, reports, pages."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from desk_app.base.text import _
from desk_app.data import found_list, record_words
from desk_app.domain import errors, records, words
from desk_app.domain import issues as issue_rules
from desk_app.domain import places as places_rules
from desk_app.domain import teams as team_rules
from desk_app.operations import indexing, issue_secrecy, places, settings, teams
from desk_app.operations.desk import Desk
from desk_app.operations.targets import Page, Target
from desk_app.reports import catalogue

N_ = words.N_


class FoundKind(StrEnum):
    """What was found."""

    PLACE = "place"
    STATION = "station"
    ISSUE = "issue"
    TEAM = "team"
    MEMBER = "member"
    DECREE = "decree"
    LOG_LINE = "log_line"
    PAPER = "paper"
    SHIPMENT = "shipment"
    ACTIVITY = "activity"
    TASK = "task"
    CONTACT = "contact"
    INDICATOR = "indicator"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Found:
    """One hit: two lines, and where it leads."""

    kind: FoundKind
    title: str
    detail: str
    target: Target


REPORTS: dict[str, str] = {one.key: one.title for one in catalogue.REPORTS if one.in_gallery}
"""Reports that can be found by name: key and title."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """How a kind of record is shown among the hits: `words` gives both lines, `most` how many of it at once.

    `chosen`: what the page shows besides the record, such as one of its tabs.
    """

    declared: records.RecordType
    kind: FoundKind
    page: Page
    words: Callable[[Any], tuple[str, str]]
    most: int = 3
    chosen: Callable[[Any], Mapping[str, object]] = lambda _row: {}


_EACH = 5
_SHOWN = (
    _Shown(records.MEMBER, FoundKind.MEMBER, Page.TEAMS, lambda row: _member(row), _EACH),
    _Shown(records.DECREE, FoundKind.DECREE, Page.TEAMS, lambda row: (row.number or "", row.subject or "")),
    _Shown(records.LOG_ENTRY, FoundKind.LOG_LINE, Page.LOGBOOK, lambda row: (row.text or "", _("Buku Posko"))),
    _Shown(records.SHIPMENT, FoundKind.SHIPMENT, Page.LOGISTICS, lambda row: _shipment(row)),
    _Shown(records.ACTIVITY, FoundKind.ACTIVITY, Page.ACTIVITIES, lambda row: (row.title or "", _("Kegiatan"))),
    _Shown(
        records.TASK,
        FoundKind.TASK,
        Page.ACTIVITIES,
        lambda row: (row.text or "", _("Tugas")),
        chosen=lambda _row: {"show": "duties"},
    ),
    _Shown(
        records.CONTACT,
        FoundKind.CONTACT,
        Page.ACTIVITIES,
        lambda row: (row.person or row.office or row.unit or "", " · ".join(filter(None, (row.unit, row.office)))),
        chosen=lambda _row: {"show": "people"},
    ),
    _Shown(
        records.INDICATOR,
        FoundKind.INDICATOR,
        Page.ACTIVITIES,
        lambda row: (row.label or "", _("Indikator")),
        chosen=lambda row: {"show": "figures", "code": row.code},
    ),
    _Shown(
        records.PRINTED, FoundKind.PAPER, Page.REPORTS, lambda row: (row.title or "", row.number or _("Naskah final"))
    ),
)
"""Kinds that need no more than their row to be shown, in the order of the list."""


def search(desk: Desk, typed: str, limit: int = 20) -> list[Found]:
    """Everything that what was typed may mean, places first; empty for an empty line."""
    asked = typed.strip()
    if not asked:
        return []
    named = record_words.read(asked)
    event = settings.event_code(desk)
    indexing.ensure(desk)
    with desk.reading() as connection:
        issues = found_list.issues(connection, event, named, _EACH)
        sites = found_list.rows(connection, records.STATION, event, named, _EACH)
        others = [
            (shown, row)
            for shown in _SHOWN
            for row in found_list.rows(connection, shown.declared, event, named, shown.most)
            if shown.declared is not records.LOG_ENTRY or not issue_secrecy.is_in_confidence(connection, row.no)
        ]
    exact = [row for row in issues if (row.number or "").casefold() == asked.casefold()]
    found: list[Found] = [_issue(row) for row in exact]
    named_teams = _teams(desk, asked)
    if asked.casefold().startswith("tim "):
        found, named_teams = found + named_teams, []
    found += [_place(hit) for hit in places.find_places(desk, asked, max(limit - 8, _EACH))]
    found += [_issue(row) for row in issues if row not in exact]
    found += named_teams
    known = {one.target.subject for one in found}
    subjects = [places_rules.station_subject(row.village, row.number) for row in sites]
    found += [_place(hit) for hit in places.place_hits(desk, [one for one in subjects if one not in known])]
    for shown, row in others:
        title, detail = shown.words(row)
        found.append(Found(shown.kind, title, detail, Target(shown.page, record=row.no, chosen=shown.chosen(row))))
    for key, label in REPORTS.items():
        if named and all(word in _(label).casefold() for word in named):
            found.append(Found(FoundKind.REPORT, _(label), _("Laporan"), Target(Page.REPORTS, chosen={"report": key})))
    return found[:limit]


def _place(hit: places.PlaceHit) -> Found:
    if hit.kind == "tps":
        return Found(FoundKind.STATION, hit.label, hit.detail, Target(Page.CHECKLIST, subject=hit.subject))
    if hit.kind in ("gudang", "ppk", "pps", "posko"):
        return Found(FoundKind.PLACE, hit.label, hit.detail, Target(Page.CHECKLIST, subject=hit.subject))
    target = Target(Page.STATIONS, subject=hit.subject, chosen={"area": hit.subject})
    return Found(FoundKind.PLACE, hit.label, hit.detail, target)


def _member(row: Any) -> tuple[str, str]:
    return row.person or row.office or "", f"{row.office or ''} · {row.role or ''}".strip(" ·")


def _shipment(row: Any) -> tuple[str, str]:
    papers = " · ".join(part for part in (row.waybill, row.receipt) if part)
    return papers or row.carrier or row.place, _("Pengiriman logistik")


def _issue(row: Any) -> Found:
    state = _(issue_rules.STATE_LABELS[issue_rules.state_of(row.state)])
    if row.shown_as:
        state = _("digabung ke {number}").format(number=row.shown_as)
    elif row.former_numbers:
        state = _("{state} · dahulu {numbers}").format(state=state, numbers=row.former_numbers)
    listed = issue_secrecy.listed_title(row.title, row.category, row.confidential)
    title = f"{row.number or ''} · {listed}".strip(" ·")
    return Found(FoundKind.ISSUE, title, state, Target(Page.ISSUES, record=row.kept or row.no))


def _teams(desk: Desk, asked: str) -> list[Found]:
    """A team by its number, where that was clearly meant: "Tim VIII", "viii"."""
    cleaned = asked.casefold().removeprefix("tim").strip()
    if cleaned.isdigit() and not asked.casefold().startswith("tim"):
        return []
    try:
        number = team_rules.parse_number(cleaned)
    except errors.Refused:
        return []
    found = []
    for one in teams.teams(desk):
        if number in (one.number, *one.former):
            detail = ", ".join(member.office or member.person for member in one.present[:3])
            found.append(Found(FoundKind.TEAM, one.label, detail, Target(Page.TEAMS, record=one.no)))
    return found
