# SPDX-License-Identifier: Apache-2.0
"""The tables of a document as a workbook (.xlsx): each on a sheet of its own, with figures that can be reckoned with.

What was typed stays text, never a formula. Equal documents give equal bytes.
"""

import io

from desk_app.domain import errors
from desk_app.domain.words import N_
from desk_app.reports import document, sheet_content, zipped


def has_tables(paper: document.Document) -> bool:
    """Whether there is anything to put into a workbook."""
    return any(sheet_content.is_data(block) for block in paper.blocks)


def render(paper: document.Document) -> bytes:
    """The tables as the bytes of an .xlsx file. Raises Refused where there is none."""
    found = sheet_content.pages_of(paper)
    if not found:
        raise errors.Refused(N_("Naskah ini tidak berisi tabel. Simpan sebagai Word atau PDF."))
    import openpyxl

    from desk_app.reports import sheet_page

    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for page in found:
        sheet_page.write(workbook.create_sheet(page.name), page, paper)
    target = io.BytesIO()
    workbook.save(target)
    about = zipped.description(paper.title, paper.author, paper.footer.as_of)
    return zipped.anew(target.getvalue(), {"docProps/core.xml": about})
