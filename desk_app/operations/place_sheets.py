# SPDX-License-Identifier: Apache-2.0
"""The sheet of one place: its checklist, its facts in words, how it stands in each phase, and what disagrees."""

from collections.abc import Mapping
from dataclasses import dataclass

from desk_app.base.text import _
from desk_app.domain import answers, elections, errors, places, risk, teams, words
from desk_app.domain.words import dotted
from desk_app.operations import checklist_pages, disagreements, stations
from desk_app.operations.desk import Desk


@dataclass(frozen=True, slots=True)
class PlaceSheet:
    """One place in one phase. `no` is the record number of a TPS, 0 for another place.

    `facts`: "DPT 287 (L 139, P 148) · SDN 12 · …"; `warning`: what looks odd about it; `phases`: name and state of
    each phase; `sides`: by item, what each office wrote where they differ.
    """

    no: int
    page: checklist_pages.ChecklistPage
    title: str
    facts: str
    warning: str
    phases: tuple[tuple[str, str], ...]
    sides: Mapping[str, str]


def place_sheet(desk: Desk, which: int | str, phase: int | None = None) -> PlaceSheet:
    """The sheet of a place by subject, or of a TPS by its record number. Raises NotFound, Refused."""
    subject = which if isinstance(which, str) else _subject(desk, which, phase)
    page = checklist_pages.checklist_page(desk, subject, phase)
    sides = _sides(desk, page) if any(item.disputed for item in page.items) else {}
    if places.kind_of(subject) is not places.Kind.TPS:
        return PlaceSheet(0, page, page.title, "", "", (), sides)
    detail = stations.station(desk, subject, phase=phase)
    return PlaceSheet(
        no=detail.row.no,
        page=page,
        title=detail.title,
        facts=" · ".join(_facts(detail)),
        warning=" · ".join(words.render(said.message, said.params, _) for said in detail.remarks),
        phases=tuple((elections.day_words(one.phase), one.state.value) for one in detail.phases),
        sides=sides,
    )


def value_words(value: answers.AnswerValue | None) -> str:
    """An answer in the language of the window: "Sudah", "285"."""
    if value is None:
        return _("kosong")
    if isinstance(value, answers.Written):
        return value.text
    return _(answers.MARK_LABELS[value]) if isinstance(value, answers.Mark) else dotted(value)


def _subject(desk: Desk, number: int, phase: int | None) -> str:
    row = stations.station_rows(desk, [number], phase=phase)[0]
    if row is None:
        raise errors.NotFound(words.N_("TPS ini sudah tidak ada dalam daftar."))
    return row.subject


def _facts(detail: stations.StationDetail) -> list[str]:
    row = detail.row
    facts = []
    if row.dpt is not None:
        shown = {"dpt": row.dpt, "male": row.dpt_male, "female": row.dpt_female}
        facts.append(_("DPT {dpt} (L {male}, P {female})").format(**shown))
    else:
        facts.append(_("DPT belum diisi"))
    if place := ", ".join(part for part in (row.site, detail.address) if part):
        facts.append(place)
    if row.risk:
        facts.append(_(risk.CLASS_LABELS[risk.RiskClass(row.risk)]))
    if detail.indicators:
        facts.append(_("rawan: {what}").format(what=", ".join(_(one.short) for one in detail.indicators)))
    if detail.teams:
        facts.append(_("Tim {teams}").format(teams=", ".join(teams.roman(one) for one in detail.teams)))
    return facts


def _sides(desk: Desk, page: checklist_pages.ChecklistPage) -> dict[str, str]:
    by_record = {item.record: item.code for item in page.items if item.disputed}
    told: dict[str, list[str]] = {}
    for one in disagreements.open_ones(desk):
        code = by_record.get(one.record)
        if code is None or one.field not in ("choice", "quantity", "note"):
            continue
        for side in one.sides:
            value = answers.Mark(side.value) if one.field == "choice" and side.value else side.value
            shown = value if one.field == "note" else value_words(value)
            told.setdefault(code, []).append(f"{side.office}: {shown}")
    return {code: " · ".join(lines) for code, lines in told.items()}
