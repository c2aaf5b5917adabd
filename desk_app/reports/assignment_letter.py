# SPDX-License-Identifier: Apache-2.0
"""Surat tugas: who is sent, why, on what basis, where and how long (`domain.md §5.4`).

One person stands in the text; two or more stand in the annex, in protocol order.
"""

from dataclasses import dataclass, replace
from datetime import date

from desk_app.reports import document, letter_sheet, officers, words

TITLE = "Surat Tugas"
ORDER = "MEMERINTAHKAN:"


@dataclass(frozen=True, slots=True)
class AssignmentLetter:
    """`title` as the office calls it ("Surat Perintah Tugas"), `about` whom it is for in the name of the paper, `of`
    its day there.

    `considering` (Menimbang) is left out where the office writes none; without a `basis` or `purposes` a line is left
    for the pen. `day` (None: left open) is repeated in the annex.
    """

    sheet: letter_sheet.Sheet
    about: str
    groups: tuple[officers.Group, ...]
    basis: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    considering: tuple[str, ...] = ()
    of: str = ""
    title: str = TITLE
    order: str = ORDER
    day: date | None = None


def build(letter: AssignmentLetter) -> document.Document:
    """The document, with its check code."""
    sheet = letter.sheet
    name = " ".join(part for part in (letter.title, letter.about, letter.of) if part)
    blocks: list[document.Block] = [document.Title((letter.title.upper(),), sheet.numbered)]
    if letter.considering:
        blocks.append(letter_sheet.points(letter.considering, "Menimbang", letters=True))
    blocks += [
        letter_sheet.points(letter.basis, "Dasar"),
        document.Paragraph(letter.order.upper(), document.Align.CENTER, document.Emphasis.BOLD),
        _sent(letter),
        letter_sheet.points(letter.purposes, "Untuk"),
    ]
    if not _is_annexed(letter):
        return letter_sheet.document_of(sheet, name, blocks, letter.title)
    blocks.append(sheet.signature)
    if sheet.copies:
        blocks.append(document.Copies(sheet.copies))
    blocks += [
        document.PageBreak(),
        letter_sheet.annex_head(sheet, letter.title, day=words.long_date(letter.day) if letter.day else ""),
        document.Title(("DAFTAR NAMA YANG DITUGASKAN", letter.about.upper())),
        officers.table(letter.groups),
        replace(sheet.signature, place_and_date=()),
    ]
    return letter_sheet.document_of(sheet, name, blocks, letter.title, signed=False)


def _everybody(letter: AssignmentLetter) -> list[officers.Officer]:
    return [one for group in letter.groups for one in group.officers]


def _is_annexed(letter: AssignmentLetter) -> bool:
    return len(_everybody(letter)) > 1


def _sent(letter: AssignmentLetter) -> document.Points:
    sent = _everybody(letter)
    if not sent:
        return letter_sheet.points((), "Kepada")
    if not _is_annexed(letter):
        return document.Points("Kepada", (officers.point(sent[0]),))
    told = f"{words.counted(len(sent))} orang sebagaimana tercantum dalam lampiran surat tugas ini."
    return document.Points("Kepada", (document.Point(told),))
