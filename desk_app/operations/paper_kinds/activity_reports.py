# SPDX-License-Identifier: Apache-2.0
"""Laporan kegiatan: one activity, or those of a day or of several; photos on a page of their own."""

from datetime import date

from desk_app.domain import activities as rules
from desk_app.operations import (
    activity_register,
    activity_text,
    printing_checks,
    printing_pictures,
)
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking, letters, travel
from desk_app.reports import activity_report
from desk_app.reports import words as paper_words

MOST_PICTURES = 9
"""Of one activity: a page of them."""


def gather(desk: Desk, asked: asking.Asked) -> asking.Made:
    """The activity that is named; else all that begin from `day` to `until`, cancelled ones left out."""
    day = asking.day_of(desk, asked)
    last = max(asked.until or day, day)
    if asked.record:
        rows = [activity_register.activity(desk, asked.record).row]
        said = letters.full_days(rows[0].from_day, rows[0].to_day)
    else:
        every = activity_register.rows(desk)
        rows = [
            one
            for one in every
            if one.from_day
            and day.isoformat() <= one.from_day <= last.isoformat()
            and one.stage is not rules.Stage.CANCELLED
        ]
        said = letters.full_days(day.isoformat(), last.isoformat())
    rows.sort(key=lambda one: (one.from_day, one.from_minute or 0, one.no))
    signer = asking.signer_of(desk, asked, day)
    paper = activity_report.build(
        activity_report.ActivityReport(
            sheet=letters.sheet(desk, asked, day, signer),
            headings=activity_text.CAMPAIGN_HEADINGS,
            rows=tuple(activity_text.campaign_table(rows)),
            date=said,
            campaign=bool(rows) and all(one.kind == rules.Kind.CAMPAIGN.value for one in rows),
            galleries=tuple(gallery(desk, one) for one in rows),
            subject=rows[0].title if asked.record else "",
            account=_account(desk, asked.record) if asked.record else (),
        )
    )
    return asking.Made(paper, day, "", signer, printing_checks.of_signer(signer))


def _account(desk: Desk, record: int) -> tuple[str, ...]:
    """What was written of an activity: its report without the head that a message has, else its result."""
    found = activity_register.activity(desk, record)
    kind = rules.KIND_LABELS.get(found.row.kind, "Kegiatan")
    head = {desk.identity.name, f"LAPORAN {kind.upper()}", found.row.title}
    text = str(found.values["report"] or found.values["result"] or "")
    for one in travel.withheld(desk, found):
        text = text.replace(one.findings, travel.WITHHELD) if one.findings else text
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    while lines and lines[0].strip("* ") in head:
        lines.pop(0)
    return tuple(lines)


def gallery(desk: Desk, row: activity_register.ActivityRow, most: int = MOST_PICTURES) -> activity_report.Gallery:
    """The first photos of an activity that are here."""
    made, left_out = printing_pictures.of_record(desk, row.no, most)
    title = row.title
    if row.from_day:
        title = f"{title}, {paper_words.long_date(date.fromisoformat(row.from_day))}"
    return activity_report.Gallery(title, made, left_out)
