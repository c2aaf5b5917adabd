# SPDX-License-Identifier: Apache-2.0
"""The matrix of issues (T6, `domain.md §1.5 e`) and what a report says about their number.

A desk advises and records: the matrix holds advice, addressee and follow-up, never a decision. What is
confidential is counted and left out; an accusation is called "dugaan".
"""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from desk_app.reports import document, words


@dataclass(frozen=True, slots=True)
class IssueRow:
    """One issue. `new` began within the period of the report; `open` is not yet closed.

    `severity` is its label in words; `urgent` marks the highest class, which the report tells in its body.
    `alleged` is set where someone is accused: the description is then called a "dugaan". `disputed` names what is
    printed of it while offices hold it differently.
    """

    number: str
    when: datetime | None
    place: str
    description: str
    severity: str
    status: str
    impact: str = ""
    advice: str = ""
    follow_up: str = ""
    addressee: str = ""
    new: bool = True
    open: bool = True
    urgent: bool = False
    alleged: bool = False
    confidential: bool = False
    disputed: tuple[str, ...] = ()
    category: str = ""
    """Its label, for counts."""

    @property
    def said(self) -> str:
        """The description as it may be printed."""
        text = self.description.strip()
        if not self.alleged or re.search(r"\bdugaan\b|\bdiduga\b", text, re.IGNORECASE):
            return text
        return f"Dugaan: {text}"


def printable(issues: tuple[IssueRow, ...]) -> tuple[IssueRow, ...]:
    return tuple(issue for issue in issues if not issue.confidential)


def table(issues: tuple[IssueRow, ...]) -> document.Table:
    """The matrix: new issues first, then older ones, open before closed; confidential ones are left out."""
    columns = (
        document.Column("No", align=document.Align.RIGHT),
        document.Column("Tanggal/ Jam", short="Waktu"),
        document.Column("Lokasi", share=1.15, lead=True),
        document.Column("Uraian Masalah", share=2.2, short="Masalah"),
        document.Column("Dampak", share=1.2),
        document.Column("Saran Penyelesaian", share=1.8, short="Saran"),
        document.Column("Tindak Lanjut", share=1.8),
        document.Column("PIC/Ditujukan kepada", share=1.15, short="Ditujukan kepada"),
        document.Column("Status", share=0.95),
    )
    rows: list[document.Row] = []
    number = 0
    for title, group in _groups(issues):
        if group:
            rows.append(document.Row((title,), document.RowKind.GROUP))
        for issue in group:
            number += 1
            rows.append(document.Row(_cells(number, issue)))
    form = document.TextForm.LINES
    return document.Table(columns, tuple(rows), numbered=True, text_form=form, name="permasalahan")


def note(issues: tuple[IssueRow, ...]) -> str:
    """The footnote on issues of which offices hold something differently, by their numbers in the matrix."""
    shown = [issue for _title, group in _groups(issues) for issue in group]
    told = [
        f"nomor {number} ({words.listed(issue.disputed)})"
        for number, issue in enumerate(shown, start=1)
        if issue.disputed
    ]
    return f"⇄ Dalam klarifikasi antarkantor: {'; '.join(told)}." if told else ""


def _groups(issues: tuple[IssueRow, ...]) -> tuple[tuple[str, list[IssueRow]], ...]:
    """What is printed, in its order."""
    shown = printable(issues)
    return (
        ("Permasalahan pada masa laporan", [one for one in shown if one.new]),
        ("Permasalahan sebelumnya yang belum selesai", [one for one in shown if not one.new and one.open]),
        ("Permasalahan sebelumnya yang telah selesai", [one for one in shown if not one.new and not one.open]),
    )


def summary(issues: tuple[IssueRow, ...], severities: tuple[str, ...]) -> str:
    """How many issues, in one sentence; `severities` are the labels, gravest first.

    Of those kept in confidence the number alone is told: how grave they are would tell more of them.
    """
    new = sum(issue.new for issue in issues)
    still_open = [issue for issue in issues if issue.open]
    if not new and not still_open:
        return "Tidak terdapat permasalahan pada masa laporan maupun permasalahan yang belum selesai (NIHIL)."
    first = f"{words.counted(new)} permasalahan" if new else "tidak ada permasalahan baru (NIHIL)"
    text = f"Pada masa laporan dicatat {first}"
    if still_open:
        counts = Counter(issue.severity for issue in still_open if not issue.confidential)
        known = [severity for severity in severities if counts[severity]]
        others = [severity for severity in counts if severity not in severities]
        told = [f"{severity.lower()} {words.number(counts[severity])}" for severity in known + others]
        secret = sum(issue.confidential for issue in still_open)
        parts = ", ".join([*told, *([f"rahasia {words.number(secret)}"] if secret else [])])
        return f"{text}. Permasalahan yang belum selesai seluruhnya {words.counted(len(still_open))}: {parts}."
    return f"{text}; seluruhnya telah selesai."


def withheld(issues: tuple[IssueRow, ...]) -> str:
    """The sentence that counts what is left out; empty where nothing is."""
    count = sum(issue.confidential for issue in issues)
    if not count:
        return ""
    return (
        f"Sebanyak {words.counted(count)} permasalahan bersifat rahasia tidak dimuat dalam laporan ini "
        "dan disampaikan tersendiri."
    )


def _cells(number: int, issue: IssueRow) -> tuple[str, ...]:
    when = f"{words.short_date(issue.when)}\n{words.hour(issue.when)}" if issue.when else "–"
    cells = [
        str(number),
        when,
        issue.place,
        issue.said,
        issue.impact or "–",
        issue.advice or "–",
        issue.follow_up or "–",
        issue.addressee or "–",
        f"{issue.status}\n({issue.severity.lower()})" if issue.severity else issue.status,
    ]
    for column in {_COLUMNS.get(label, len(cells) - 1) for label in issue.disputed}:
        cells[column] += f"{words.NO_BREAK}⇄"
    return tuple(cells)


_COLUMNS = {
    "waktu kejadian": 1,
    "waktu dilaporkan": 1,
    "lokasi": 2,
    "permasalahan": 3,
    "uraian": 3,
    "dampak": 4,
    "saran penyelesaian": 5,
    "tindak lanjut": 6,
    "ditujukan kepada": 7,
}
"""In which column stands what `IssueRow.disputed` names; the rest belongs to the status."""

IN_SHORT = frozenset(("lokasi", "permasalahan", "uraian", "saran penyelesaian"))
"""What of it a report tells in its body."""
