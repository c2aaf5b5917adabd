# SPDX-License-Identifier: Apache-2.0
"""Kesiapan: the page of one place in one phase, and recaps beside details."""

from dataclasses import dataclass, field
from typing import Any

from desk_app.base import text
from desk_app.data import arrivals, authors, checklist_rows, place_names, station_list
from desk_app.domain import answers, checklists, errors, issues, places, readiness, words
from desk_app.domain.checklists import asking
from desk_app.domain.elections import Event
from desk_app.operations import checklist_versions, days, elections, places_watched
from desk_app.operations.desk import Desk

N_ = words.N_


@dataclass(frozen=True, slots=True)
class PageItem:
    """One line of the page.

    `value` None: not answered. `needed` is the required quantity (None: no figure known), `assumed`: it is common
    practice only, to be checked with KPU. `judgement` says what is wrong or odd ("kurang 8"). `issue`: record number
    of the open issue raised from it (0: none). `changed_at` is seconds UTC, 0 while not answered; `record` is the
    answer's record number for its history, 0 while there is none.
    """

    code: str
    no: int
    label: str
    kind: checklists.ItemKind
    unit: str
    required: bool
    needed: int | None
    assumed: bool
    value: answers.AnswerValue | None
    verdict: answers.Verdict | None
    judgement: words.Phrase | None
    note: str
    disputed: bool
    issue: int
    issue_number: str
    changed_at: int
    changed_by: str
    changed_office: str
    record: int
    options: tuple[str, ...] = ()
    again: bool = False
    """The answer was given under a version of the checklist that is accepted no longer: it is looked at again."""


@dataclass(frozen=True, slots=True)
class PageFinding:
    """A numbered check of the page. `number`: "K-001"; `words`: the equation with its difference.

    `reason`, `who`: what was given for these very numbers; `open`: it waits for one. `holds`: an equation that is
    right. `items`: the codes of what it is about.
    """

    code: str
    number: str
    level: checklists.rules.Level
    label: str
    words: words.Phrase
    items: tuple[str, ...]
    about: str = ""
    reason: str = ""
    who: str = ""
    holds: bool = False

    @property
    def open(self) -> bool:
        return self.level is checklists.rules.Level.REASON and not self.holds and not self.reason


@dataclass(frozen=True, slots=True)
class FormerAnswer:
    """An answer to what is asked no longer; `version`: the last version of the checklist that asked it."""

    code: str
    label: str
    value: words.Phrase
    note: str
    version: int
    record: int


@dataclass(frozen=True, slots=True)
class PageSection:
    """A heading of the page with how many of its required items are answered ("11/13")."""

    code: str
    label: str
    answered: int
    total: int
    items: tuple[PageItem, ...]


@dataclass(frozen=True, slots=True)
class ChecklistPage:
    """The checklist of one place in one phase; `answered` of `required` count required items only.

    `open_issues` counts all open issues of the place, `severe` those that make it *ada masalah*. `seen`: what a save
    from this page tells that it had seen.
    """

    subject: str
    title: str
    phase: int
    phases: tuple[int, ...]
    sections: tuple[PageSection, ...]
    state: readiness.Readiness
    answered: int
    required: int
    failed: int
    open_issues: int
    severe: int
    seen: int | None = field(default=None, compare=False)
    findings: tuple[PageFinding, ...] = ()
    former: tuple[FormerAnswer, ...] = ()

    @property
    def again(self) -> int:
        """How many answers are to be looked at again."""
        return sum(item.again for item in self.items)

    @property
    def items(self) -> tuple[PageItem, ...]:
        """All lines in order."""
        return tuple(item for section in self.sections for item in section.items)


def checklist_page(desk: Desk, subject: str, phase: int | None = None) -> ChecklistPage:
    """The page of a TPS or of another watched place; `phase` None is today's. Raises NotFound, Refused."""
    place = places.parse(subject)
    if place.kind is None:
        raise errors.Refused(N_("{subject} tidak mempunyai ceklis sendiri; isi rekapnya."), subject=subject)
    event = elections.event_at(desk, subject)
    at = days.phase(desk) if phase is None else phase
    pages = {one: elections.page_items(event, desk.identity.place, one, place.kind) for one in event.phases}
    template = elections.checklist_for(event, desk.identity.place)
    with desk.reading() as connection:
        seen = arrivals.latest(connection)
        dpt = None
        if place.kind is places.Kind.TPS:
            station = station_list.find(connection, event.code, place.code, place.number or 0)
            if station is None or not station.alive:
                raise errors.NotFound(
                    N_("TPS {number:03d} di {village} tidak ada dalam daftar TPS."),
                    number=place.number,
                    village=place.code,
                )
            if station.dpt_male is not None and station.dpt_female is not None:
                dpt = station.dpt_male + station.dpt_female
        given = checklist_rows.answers(connection, event.code, place.subject)
        disputed = checklist_rows.disputed(connection, event.code, place.subject)
        raised = checklist_rows.open_issues(connection, event.code, place.subject)
        by_item = checklist_rows.raised_items(connection, event.code, place.subject)
        values = {code: answers.value_of(row.choice, row.quantity, row.written) for code, row in given.items()}
        every = asking.asked((item for page in pages.values() for item in page), values)
        items = [item for item in every if item.phase == at]
        reasons = checklist_rows.reasons(connection, event.code, place.subject)
        wanted = [given[item.code].latest for item in items if item.code in given]
        authored = authors.of_changes(connection, wanted)
        names = place_names.named(connection, event.code, [place.code])
        stands = station_list.standing_at(connection, event.code, place.subject).get(at)
    lines = [
        _line(event, item, dpt, given.get(item.code), item.code in disputed, by_item.get(item.code), authored)
        for item in items
    ]
    by_section: dict[str, list[PageItem]] = {}
    for item, line in zip(items, lines, strict=True):
        by_section.setdefault(item.section, []).append(line)
    return ChecklistPage(
        subject=place.subject,
        title=places_watched.title_of(place, names[place.code]),
        phase=at,
        phases=tuple(one for one, page in pages.items() if page),
        sections=tuple(_section(template, code, held) for code, held in by_section.items()),
        state=readiness.Readiness(stands.state) if stands else readiness.Readiness.NOT_YET,
        answered=sum(line.required and line.value is not None for line in lines),
        required=sum(line.required for line in lines),
        failed=stands.failed if stands else 0,
        open_issues=len(raised),
        severe=sum(row.severity in issues.SEVERE for row in raised),
        seen=seen,
        findings=_findings(template, items, every, values, disputed, event, dpt, reasons),
        former=_former(desk, template, given, at) if given.keys() - {item.code for item in template.items} else (),
    )


def item_label(item: checklists.Item) -> str:
    """The words of an item in the language of the window."""
    return item.label_en if text.language() == "en" else item.label


def _section(template: checklists.Template, code: str, lines: list[PageItem]) -> PageSection:
    section = checklists.section_of(template, code)
    return PageSection(
        code=code,
        label=section.label_en if text.language() == "en" else section.label,
        answered=sum(line.required and line.value is not None for line in lines),
        total=sum(line.required for line in lines),
        items=tuple(lines),
    )


def _line(
    event: Event,
    item: checklists.Item,
    dpt: int | None,
    row: Any,
    disputed: bool,
    issue: Any,
    authored: dict[int, authors.Authored],
) -> PageItem:
    needed = checklists.required_quantity(item, event, dpt)
    quantity = checklists.quantity_of(item, event)
    value = answers.value_of(row.choice, row.quantity, row.written) if row is not None else None
    judged = answers.judge(item, value, needed) if value is not None else None
    author = authored.get(row.latest) if row is not None else None
    return PageItem(
        code=item.code,
        no=item.no,
        label=item_label(item),
        kind=item.kind,
        unit=text._(item.unit),
        required=item.required,
        needed=needed,
        assumed=bool(quantity and quantity.assumed),
        value=value,
        verdict=judged.verdict if judged else None,
        judgement=judged.words if judged else None,
        note=(row.note or "") if row is not None else "",
        disputed=disputed,
        issue=issue.no if issue is not None else 0,
        issue_number=(issue.number or "") if issue is not None else "",
        changed_at=author.at if author else 0,
        changed_by=author.operator if author else "",
        changed_office=author.office if author else "",
        record=row.no if row is not None else 0,
        options=item.options,
        again=value is not None and asking.must_be_seen_again(item, row.version),
    )


def _findings(
    template: checklists.Template,
    page: list[checklists.Item],
    every: list[checklists.Item],
    values: dict[str, answers.AnswerValue | None],
    disputed: set[str],
    event: Event,
    dpt: int | None,
    reasons: dict[str, Any],
) -> tuple[PageFinding, ...]:
    """What the numbered checks say of the page, errors first."""
    asked = {item.code for item in every}
    settled = {code: value for code, value in values.items() if code in asked and code not in disputed}
    labels = {item.code: item_label(item) for item in every}
    found = []
    for one in asking.findings(template.rules, page, settled, event, dpt, labels, equations=True):
        reason: Any = reasons.get(one.code)
        given = reason is not None and reason.about == one.about
        found.append(
            PageFinding(
                code=one.code,
                number=one.rule.code.partition(".")[0],
                level=one.rule.level,
                label=one.rule.label_en if text.language() == "en" else one.rule.label,
                words=one.words,
                items=one.items,
                about=one.about,
                reason=reason.text if given else "",
                who=(reason.who or "") if given else "",
                holds=one.holds,
            )
        )
    order = list(checklists.rules.Level)
    return tuple(sorted(found, key=lambda one: (one.holds, order.index(one.level), one.code)))


def _former(
    desk: Desk, template: checklists.Template, given: dict[str, Any], phase: int
) -> tuple[FormerAnswer, ...]:
    """The answers of a place to what this phase asked once and asks no longer."""
    known = checklist_versions.ever_asked(desk)
    asked = {item.code for item in template.items}
    found = []
    for code, row in sorted(given.items()):
        once = known.get(code)
        value = answers.value_of(row.choice, row.quantity, row.written)
        if code in asked or value is None or once is None or once.phase != phase:
            continue
        item = checklists.Item(code, once.label, once.label_en, "", kind=once.kind, unit=once.unit)
        said = answers.words(value, item)
        found.append(FormerAnswer(code, item_label(item), said, row.note or "", once.last, row.no))
    return tuple(found)
