# SPDX-License-Identifier: Apache-2.0
"""An official paper as it was asked for: gathered by its kind, with who signs and what is doubtful, and its faces."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from desk_app.base import files
from desk_app.base.progress import Steps
from desk_app.data import attachments_kept, printed_list
from desk_app.operations import as_at, count_keys, paper_kinds, printing_checks, settings
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking
from desk_app.reports import catalogue, document, key_figures
from desk_app.reports import pdf as pdf_face
from desk_app.reports import sheet as sheet_face
from desk_app.reports import text as text_face
from desk_app.reports import word as word_face

Report = catalogue.Report
Remark = printing_checks.Remark
Printed = printed_list.Printed
Asked = asking.Asked
NOBODY = asking.NOBODY
addressed_to = asking.addressed_to
signatories_for = asking.signatories_for


@dataclass(frozen=True, slots=True)
class Prepared:
    """A paper ready to be shown and issued. `arrival`: the last transaction it knows of; `day`: its day.

    `signatory`: in words, "" for lines; `remarks`: what to look at first, grave ones before others. `issued`: the
    register's line of this very paper, None for a draft; `replaces`: the line of the issue whose place it takes.
    `lacking`: contents of attachments that had not come by then; `signers`: the transaction after which its
    signatories are known, where it is a later one.
    """

    asked: Asked
    report: Report
    document: document.Document
    day: date
    number: str
    signatory: str
    remarks: tuple[Remark, ...]
    as_of: int
    arrival: int
    digest: bytes
    issued: Printed | None = None
    replaces: Printed | None = None
    lacking: frozenset[bytes] = frozenset()
    signers: int = 0
    forms: pdf_face.Forms | None = None

    @property
    def title(self) -> str:
        return self.document.title

    @property
    def code(self) -> str:
        """The *Kode pemeriksaan dokumen*."""
        return self.document.footer.code

    @property
    def file_name(self) -> str:
        """A name for the file, without an ending."""
        plain = "".join(letter if letter.isalnum() or letter in " -." else "-" for letter in self.title)
        return " ".join(plain.split())

    @property
    def figures(self) -> str:
        """Its key figures in one line of words, as the register and its QR keep them; none of votes."""
        return "" if self.report.needs else key_figures.of(self.document)

    def pdf(self) -> bytes:
        """The paper as a PDF file; equal papers give equal bytes."""
        if self.forms is not None:
            return pdf_face.render_forms(self.forms, self.document.footer)
        return pdf_face.render(self.document)

    def preview(self) -> bytes:
        """The paper as a PDF file to be looked at: of a stack of forms the first pages, which are there at once."""
        if self.forms is not None:
            return pdf_face.render_forms(self.forms, self.document.footer, pdf_face.FIRST_FORMS)
        return self.pdf()

    def write_pdf(self, part: files.Part) -> Steps[int]:
        """Write the paper as a PDF file piece by piece; a stack of forms tells how far it is, and may be stopped."""
        if self.forms is not None:
            return (yield from pdf_face.write_forms(self.forms, self.document.footer, part))
        part.write(self.pdf())
        return 0

    @property
    def has_word(self) -> bool:
        """Whether there is a Word file of it: not of a secret, nor of forms that are filled in by hand."""
        return not self.report.secret and self.forms is None

    @property
    def has_tables(self) -> bool:
        """Whether there is a workbook of it."""
        return not self.report.secret and sheet_face.has_tables(self.document)

    def word(self) -> bytes:
        """The paper as a Word file (.docx) to go on typing in; equal papers give equal bytes."""
        return word_face.render(self.document)

    def sheet(self) -> bytes:
        """The tables of the paper as a workbook (.xlsx). Raises Refused where it has none."""
        return sheet_face.render(self.document)

    def draft(self) -> "Prepared":
        """The same paper, marked on every sheet as not yet final; its code stays."""
        return _footed(self, is_draft=True)

    def final(self) -> "Prepared":
        """The same paper without the mark of a draft."""
        return _footed(self, is_draft=False)

    def replacing(self, line: Printed) -> "Prepared":
        """The same paper as the issue that takes the place of one in the register, and says so on every sheet."""
        return replace(_footed(self, replaces=line.code), replaces=line)

    def text(self) -> str:
        """The paper as plain text for WhatsApp."""
        return text_face.render(self.document)


def may_make(desk: Desk, report: Report) -> bool:
    """Whether who is at the keyboard holds a right that a kind of paper needs, if it needs any."""
    return not report.needs or bool(count_keys.rights(desk) & report.needs)


def require_right(desk: Desk, report: Report) -> None:
    """The same. Raises NotPermitted."""
    if not may_make(desk, report):
        count_keys.require(desk, max(report.needs))


def gather(desk: Desk, asked: Asked, lacking: frozenset[bytes] = frozenset()) -> Prepared:
    """What a paper says at its moment, by its kind; the clock stands there while it is gathered.

    `lacking`: contents of attachments that had not come yet when it was issued. Raises NotPermitted for a paper of the
    count that who is at the keyboard may not see.
    """
    report = catalogue.find(asked.report)
    require_right(desk, report)
    still = as_at.still(desk, asked.as_of)
    kept = attachments_kept.KeptThen(desk.attachments.folder, desk.data_key, lacking)
    still.attachments = kept
    made = paper_kinds.GATHER[report.key](still, asked)
    prepared = Prepared(
        asked=asked,
        report=report,
        document=made.document,
        day=made.day,
        number=made.number,
        signatory=made.signatory or (made.signer.label if made.signer is not None else ""),
        remarks=made.remarks,
        as_of=asked.as_of,
        arrival=0,
        digest=b"",
        lacking=frozenset(kept.missed),
        forms=made.forms,
    )
    return prepared if report.secret else _coded(still, prepared)


def _coded(desk: Desk, prepared: Prepared) -> Prepared:
    """With a QR of code and figures in the foot, where the office wants one: it is no electronic signature."""
    if settings.get(desk, "paper_qr") != settings.YES or not prepared.code:
        return prepared
    return _footed(prepared, qr=key_figures.qr(prepared.code, prepared.figures))


def _footed(prepared: Prepared, **told: Any) -> Prepared:
    footer = replace(prepared.document.footer, **told)
    return replace(prepared, document=replace(prepared.document, footer=footer))
