# SPDX-License-Identifier: Apache-2.0
"""What a Laporan Khusus says: one issue with its thread, as its office holds it, and the photos attached to it."""

from dataclasses import dataclass
from datetime import date

from desk_app.domain import errors, issues, words
from desk_app.operations import (
    days,
    issue_detail,
    issue_secrecy,
    places,
    printing_checks,
    printing_office,
    printing_pictures,
    signatories,
)
from desk_app.operations.desk import Desk
from desk_app.reports import document, special_report

N_ = words.N_

MOST_PICTURES = 9
MOST_PLACES = 30


@dataclass(frozen=True, slots=True)
class Setting:
    """What is settled before it is gathered; `signing_day` None leaves the date for the pen."""

    issue: int
    as_of: int
    paper: str
    signer: signatories.SignatoryRow | None
    signing_day: date | None
    number: str
    addressed_to: str


def gather(desk: Desk, asked: Setting) -> special_report.SpecialReport:
    """The paper of an issue. Raises NotFound, and NotPermitted for one kept in confidence from who asks."""
    found = _found(desk, asked)
    row = found.row
    pictures, left_out = ((), 0) if row.confidential else printing_pictures.of_record(desk, row.no, MOST_PICTURES)
    said = [found.advice, *(one.advice for one in found.merged if _tells(found, one.veiled))]
    return special_report.SpecialReport(
        office=printing_office.office(desk),
        register=row.number,
        subject=issues.alleging(found.title, row.category),
        facts=tuple(_facts(desk, found)),
        description="\n".join(dict.fromkeys(text for text in (found.description, *_merged(found)) if text)),
        impact=found.impact,
        advice=tuple(dict.fromkeys(text for text in said if text)),
        steps=tuple(_steps(desk, found)),
        outcome=found.outcome if not row.open else "",
        as_of=days.local(desk, asked.as_of),
        signature=printing_office.signature_block(desk, asked.signer, asked.signing_day),
        page=printing_office.page_setup(desk, asked.paper),
        addressed_to=asked.addressed_to,
        number=asked.number,
        confidential=row.confidential,
        pictures=pictures,
        left_out=left_out,
        copies=printing_office.copies(desk),
        head=printing_office.kop(desk, asked.signer),
    )


def remarks(desk: Desk, asked: Setting) -> tuple[printing_checks.Remark, ...]:
    """What to look at before it is signed."""
    found = _found(desk, asked)
    told = []
    if not found.advice and not any(one.advice for one in found.merged):
        told.append(printing_checks.Remark(words.phrase(N_("Saran penyelesaian belum ditulis."))))
    if not found.impact:
        told.append(printing_checks.Remark(words.phrase(N_("Dampaknya belum ditulis."))))
    if found.row.confidential:
        told.append(printing_checks.Remark(words.phrase(N_("Naskah ini bersifat rahasia: tanpa nama dan tanpa foto."))))
    if asked.signer is None:
        told.append(printing_checks.Remark(words.phrase(N_("Belum ada penanda tangan; namanya menjadi titik-titik."))))
    return tuple(told)


def _found(desk: Desk, asked: Setting) -> issue_detail.IssueDetail:
    if not asked.issue:
        raise errors.Refused(N_("Sebutkan permasalahan yang dilaporkan."))
    found = issue_detail.issue(desk, asked.issue)
    with desk.reading() as connection:
        issue_secrecy.require(desk, connection, found.row.no, found.row.confidential)
    return found


def _facts(desk: Desk, found: issue_detail.IssueDetail) -> list[document.Fact]:
    row = found.row
    subjects = [row.place, *(one.subject for one in found.places)]
    labels = places.full_labels(desk, [one for one in subjects if one])
    where = [labels.get(one, one) for one in subjects if one]
    listed = "; ".join(where[:MOST_PLACES])
    if len(where) > MOST_PLACES:
        listed = f"{listed}; dan {len(where) - MOST_PLACES} tempat lain"
    said = [
        ("Lokasi", listed),
        ("Waktu kejadian", _when(desk, found.happened_at)),
        ("Waktu dilaporkan", _when(desk, row.reported_at)),
        ("Tahapan", found.stage),
        ("Sumber", "" if row.confidential else issues.SOURCES.get(found.source, found.source)),
        ("Pelapor (unsur)", "" if row.confidential else found.reporter),
        ("Kategori", row.category_label),
        ("Tingkat", row.severity_label),
        ("Ditujukan kepada", issues.ADDRESSEES.get(row.addressee, row.addressee)),
        ("Status", row.state_label),
    ]
    return [document.Fact(label, text) for label, text in said if text]


def _merged(found: issue_detail.IssueDetail) -> list[str]:
    return [one.description for one in found.merged if _tells(found, one.veiled)]


def _tells(found: issue_detail.IssueDetail, veiled: bool) -> bool:
    """The paper of an open issue tells nothing that was merged into it and is kept in confidence."""
    return found.row.confidential or not veiled


def _steps(desk: Desk, found: issue_detail.IssueDetail) -> list[special_report.Step]:
    row = found.row
    begun = found.happened_at or row.reported_at
    title = issues.alleging(found.title, row.category)
    steps = [(begun, special_report.Step(days.local(desk, begun) if begun else None, title))]
    for one in found.thread:
        if not _tells(found, one.veiled):
            continue
        verb = one.verb_label.removesuffix(" …")
        means = issues.means_in_words(one.means, one.letter_number, one.letter_date)
        text = issues.told(one.text or verb, one.addressee, means)
        if one.verb == issues.Verb.ADVISE.value:
            text = f"Saran: {text}"
        steps.append((one.at, special_report.Step(days.local(desk, one.at) if one.at else None, text, one.by)))
    return [step for _at, step in sorted(steps, key=lambda one: one[0])]


def _when(desk: Desk, moment: int) -> str:
    if not moment:
        return ""
    local = days.local(desk, moment)
    return f"{local:%d-%m-%Y} pukul {local:%H.%M}"
