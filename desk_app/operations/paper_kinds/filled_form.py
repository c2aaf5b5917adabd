# SPDX-License-Identifier: Apache-2.0
"""Lembar ceklis terisi: the forms of an area with the answers that were typed, who typed them and when."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from desk_app.data import authors, checklist_rows, overview_list
from desk_app.data.database import Connection
from desk_app.domain import answers, checklists, errors, places, readiness, words
from desk_app.domain import elections as rules
from desk_app.domain.checklists import ItemKind
from desk_app.domain.checklists import asking as checks
from desk_app.operations import days, elections
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking, form_stack
from desk_app.reports import checklist_form
from desk_app.reports import words as paper_words

N_ = words.N_

MOST = 3_000
"""All that was typed is held at once."""


def gather(desk: Desk, asked: asking.Asked) -> asking.Made:
    """The forms of the places of an area of which anything is typed; of one place in any case."""
    stack = form_stack.Stack(desk, asked)
    with desk.reading() as connection:
        forms = list(_filled(stack, connection))
    if not forms:
        raise errors.Refused(
            N_("Belum ada isian ceklis {phase} di {area}."),
            phase=rules.day_words(stack.phase),
            area=stack.where,
        )
    title = f"{checklist_form.FILLED} {rules.day_words(stack.phase)} {stack.where}"
    paper = stack.forms(title, len(forms), lambda: iter(forms), is_filled=True)
    return asking.Made(checklist_form.build(paper, f"{title} · {desk.identity.name}"), stack.day, forms=paper)


def _filled(stack: form_stack.Stack, connection: Connection) -> Iterator[checklist_form.Form]:
    event = stack.event.code
    if not stack.is_of_stations:
        subject = stack.place.subject
        page = stack.page(subject, stack.place.kind or places.Kind.TPS)
        given = checklist_rows.answers(connection, event, subject)
        yield _form(stack, connection, page, stack.other_form(), subject, given)
        return
    rows = stack.stations(connection, MOST)
    names = stack.names(connection, {row.village for row in rows})
    village, known = "", dict[str, dict[str, Any]]()
    for row in rows:
        if row.village != village:
            village, known = row.village, checklist_rows.answers_in(connection, event, row.village)
        given, page = known.get(row.subject, {}), stack.page(row.village)
        if len(rows) == 1 or any(item.code in given for item in page.items):
            yield _form(stack, connection, page, stack.station_form(row, names[row.village]), row.subject, given)


def _form(
    stack: form_stack.Stack,
    connection: Connection,
    page: form_stack.Page,
    blank: checklist_form.Form,
    subject: str,
    given: Mapping[str, Any],
) -> checklist_form.Form:
    """A blank form with what was typed."""
    disputed = checklist_rows.disputed(connection, stack.event.code, subject)
    hidden = _hidden(stack, page, given)
    written = authors.of_changes(connection, [given[item.code].latest for item in page.items if item.code in given])
    typists: list[str] = []
    told: list[checklist_form.Answer | None] = []
    for item, needed in zip(page.items, blank.needed, strict=True):
        row = given.get(item.code)
        if row is None:
            told.append(checklist_form.Answer("", remark="tidak ditanyakan") if item.code in hidden else None)
            continue
        author = written.get(row.latest)
        who = when = ""
        if author is not None:
            name = ", ".join(part for part in (author.operator, author.office) if part)
            if name and name not in typists:
                typists.append(name)
            who = _letter(typists.index(name)) if name else ""
            when = f"{days.local(stack.desk, author.at):%d-%m-%y %H.%M}"
        told.append(_answer(item, row, needed, disputed=item.code in disputed, who=who, when=when))
    stands = overview_list.standing_of(connection, stack.event.code, [subject], stack.phase).get(subject)
    state = readiness.Readiness(stands.state) if stands is not None else readiness.Readiness.NOT_YET
    legend = "; ".join(f"{_letter(place)} = {name}" for place, name in enumerate(typists))
    return replace(
        blank,
        answers=tuple(told),
        standing=f"{state.label} {state.symbol}",
        typists=f"Diketik oleh: {legend}" if legend else "",
    )


def _answer(
    item: checklists.Item, row: Any, needed: int | None, *, disputed: bool, who: str, when: str
) -> checklist_form.Answer:
    value = answers.value_of(row.choice, row.quantity, row.written)
    remarks = ["⇄ dalam klarifikasi"] if disputed else []
    said = ""
    if value is not None:
        said = _words(item, value)
        judged = answers.judge(item, value, needed).words
        if judged is not None and item.kind is ItemKind.NUMBER and isinstance(value, int):
            remarks.append(words.render(judged.message, judged.params, str))
        if item.kind is ItemKind.CHOICE and isinstance(value, answers.Written) and said not in item.options:
            remarks.append(f"dijawab “{said}”")
        if checks.must_be_seen_again(item, row.version):
            remarks.append("periksa ulang")
    return checklist_form.Answer(said, row.note or "", "; ".join(remarks), who, when)


def _words(item: checklists.Item, value: answers.AnswerValue) -> str:
    if isinstance(value, answers.Mark):
        return answers.MARK_LABELS[value]
    if isinstance(value, answers.Written):
        return answers.moment_words(value.text) if item.kind is ItemKind.MOMENT else value.text
    return paper_words.number(value)


def _hidden(stack: form_stack.Stack, page: form_stack.Page, given: Mapping[str, Any]) -> set[str]:
    """The items that are not asked as the others were answered."""
    if not any(item.condition for item in page.items):
        return set()
    values = {code: answers.value_of(row.choice, row.quantity, row.written) for code, row in given.items()}
    kind = stack.place.kind or places.Kind.TPS
    own = stack.desk.identity.place
    every = (item for phase in page.event.phases for item in elections.page_items(page.event, own, phase, kind))
    asked = {item.code for item in checks.asked(every, values)}
    return {item.code for item in page.items} - asked


def _letter(place: int) -> str:
    """`a`, `b`, … `z`, `a2`, …"""
    return chr(ord("a") + place % 26) + (str(place // 26 + 1) if place >= 26 else "")
