# SPDX-License-Identifier: Apache-2.0
"""An official paper as it was asked for: gathered by its kind, with who signs and what is doubtful, and its faces."""

from dataclasses import dataclass, replace
from datetime import date

from desk_app.data import printed_list
from desk_app.operations import paper_kinds, printing_checks
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking
from desk_app.reports import catalogue, document
from desk_app.reports import pdf as pdf_face
from desk_app.reports import text as text_face

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
    register's line of this very paper, None for a draft.
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

    def pdf(self) -> bytes:
        """The paper as a PDF file; equal papers give equal bytes."""
        return pdf_face.render(self.document)

    def draft(self) -> "Prepared":
        """The same paper, marked on every sheet as not yet final; its code stays."""
        footer = replace(self.document.footer, is_draft=True)
        return replace(self, document=replace(self.document, footer=footer))

    def text(self) -> str:
        """The paper as plain text for WhatsApp."""
        return text_face.render(self.document)


def gather(desk: Desk, asked: Asked) -> Prepared:
    """What a paper says at its moment, by its kind."""
    report = catalogue.find(asked.report)
    made = paper_kinds.GATHER[report.key](desk, asked)
    return Prepared(
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
    )
