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
    `alleged` is set where someone is accused: the description is then called a "dugaan".
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
    shown = printable(issues)
    rows: list[document.Row] = []
    number = 0
    for title, group in (
        ("Permasalahan pada masa laporan", [issue for issue in shown if issue.new]),
        (
            "Permasalahan sebelumnya yang belum selesai",
            [each for each in shown if not each.new and each.open],
        ),
        (
            "Permasalahan sebelumnya yang telah selesai",
            [each for each in shown if not each.new and not each.open],
        ),
    ):
        if group:
            rows.append(document.Row((title,), document.RowKind.GROUP))
        for issue in group:
            number += 1
            rows.append(document.Row(_cells(number, issue)))
    return document.Table(columns, tuple(rows), numbered=True, text_form=document.TextForm.LINES)


def summary(issues: tuple[IssueRow, ...], severities: tuple[str, ...]) -> str:
    """How many issues, in one sentence; `severities` are the labels, gravest first."""
    new = sum(issue.new for issue in issues)
    still_open = [issue for issue in issues if issue.open]
    if not new and not still_open:
        return "Tidak terdapat permasalahan pada masa laporan maupun permasalahan yang belum selesai (NIHIL)."
    first = f"{words.counted(new)} permasalahan" if new else "tidak ada permasalahan baru (NIHIL)"
    text = f"Pada masa laporan dicatat {first}"
    if still_open:
        counts = Counter(issue.severity for issue in still_open)
        known = [severity for severity in severities if counts[severity]]
        others = [severity for severity in counts if severity not in severities]
        parts = ", ".join(f"{severity.lower()} {words.number(counts[severity])}" for severity in known + others)
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
    return (
        str(number),
        when,
        issue.place,
        issue.said,
        issue.impact or "–",
        issue.advice or "–",
        issue.follow_up or "–",
        issue.addressee or "–",
        f"{issue.status}\n({issue.severity.lower()})" if issue.severity else issue.status,
    )
