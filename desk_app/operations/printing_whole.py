# SPDX-License-Identifier: Apache-2.0
"""What to look at in a paper of any kind before it is final: signer, number, totals, dots left over, other regions.

What the kind of paper has said itself (`printing_checks`) is not said again.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from desk_app.data import paper_numbers, printed_list, totals
from desk_app.domain import errors, words
from desk_app.operations import as_at, days, papers, printing_asked, printing_checks, settings, signatories
from desk_app.operations.desk import Desk
from desk_app.operations.targets import Page, Target
from desk_app.reports import catalogue, document, sums
from desk_app.reports import words as paper_words

N_ = words.N_

Remark = printing_checks.Remark

_DOTS = re.compile(r"\.{5,}|…{2,}|_{4,}|\bX{3,}\b|\[(?:isi|nama|tanggal|nomor)[^\]]*\]", re.IGNORECASE)
_LONG_DOTS = re.compile(r"\.{5,}|…{2,}|_{4,}")
_FEW = 3
_BESIDE = 40
_MOST_TEXTS = 4000
_NOT_LOOKED_THROUGH = frozenset({catalogue.Group.FORM})


def looked_over(desk: Desk, prepared: papers.Prepared) -> papers.Prepared:
    """A paper with all remarks on it; one with a secret has none."""
    return prepared if prepared.report.secret else replace(prepared, remarks=remarks(desk, prepared))


def remarks(desk: Desk, prepared: papers.Prepared) -> tuple[Remark, ...]:
    """All remarks on a paper, grave ones first; none of them stops it."""
    known = list(prepared.remarks)
    found = [*_signing(desk, prepared), *_number(desk, prepared), *_sums(prepared)]
    if prepared.report.group not in _NOT_LOOKED_THROUGH and not prepared.report.of_package:
        found += [*_regions(desk, prepared), *_dots(prepared)]
    found += _disagreements(desk, prepared)
    said = {remark.words.message for remark in known}
    added = [remark for remark in found if remark.words.message not in said or remark.grave]
    return tuple(sorted((*known, *added), key=lambda remark: not remark.grave))


def _signing(desk: Desk, prepared: papers.Prepared) -> Iterator[Remark]:
    """Who signs a paper must be allowed to on its day; nobody is said by its kind."""
    chosen = prepared.asked.signatory
    target = Target(Page.SETTINGS, record=chosen or 0, chosen={"section": "letterhead"})
    if prepared.report.signed and not prepared.signatory and not _says(prepared, "penanda tangan"):
        told = words.phrase(N_("Belum ada penanda tangan; dicetak sebagai titik-titik."))
        yield Remark(told, target=target)
    if not chosen:
        return
    day = max(prepared.day, days.local(desk, prepared.as_of).date())
    try:
        row = signatories.signatory(desk, chosen)
    except errors.NotFound:
        return
    if not row.is_valid_on(day):
        said = N_("{who} tidak berwenang menandatangani pada {day}: berlakunya {start} s.d. {end}.")
        start, end = (f"{one:%d-%m-%Y}" if one is not None else "…" for one in (row.valid_from, row.valid_to))
        yield Remark(words.phrase(said, who=row.label, day=f"{day:%d-%m-%Y}", start=start, end=end), True, target)


def _number(desk: Desk, prepared: papers.Prepared) -> Iterator[Remark]:
    """A number stands on one paper alone; further issues of that paper keep it."""
    if not prepared.number.strip() or prepared.issued is not None:
        return
    event = settings.event_code(desk)
    about = printing_asked.about(prepared.asked, desk.identity.place)
    with desk.reading() as connection:
        used = printed_list.numbered(connection, event, prepared.number)
        dropped = paper_numbers.dropped(connection, event, prepared.number)
    others = [
        one
        for one in used
        if (one.kind, one.title, one.about) != (prepared.report.key, prepared.title, about)
        and (one.kind == prepared.report.key or not prepared.number.strip().isdigit())
    ]
    for one in others[:1]:
        said = N_("Nomor {number} sudah dipakai untuk “{title}”.")
        told = words.phrase(said, number=prepared.number, title=one.title)
        yield Remark(told, True, Target(Page.REPORTS, record=one.no))
    if dropped and not others:
        said = N_("Nomor {number} sudah dinyatakan tidak jadi dipakai ({reason}).")
        yield Remark(words.phrase(said, number=prepared.number, reason=dropped[0].reason or "–"))


def _sums(prepared: papers.Prepared) -> Iterator[Remark]:
    for one in sums.wrong(prepared.document)[:_FEW]:
        said = N_("Jumlah kolom “{column}” tertulis {told}, padahal baris-barisnya berjumlah {summed}.")
        yield Remark(words.phrase(said, column=one.column, told=one.told, summed=one.summed), grave=True)


def _regions(desk: Desk, prepared: papers.Prepared) -> list[Remark]:
    """Names of other regions, and words of deciding, in all that the paper says."""
    seen = {remark.words.params.get("text") for remark in prepared.remarks}
    certain, likely = list[Remark](), list[Remark]()
    for remark in printing_checks.of_texts(desk, _texts(prepared.document)):
        if remark.words.params.get("text") not in seen:
            seen.add(remark.words.params.get("text"))
            (certain if remark.grave else likely).append(remark)
    return [*certain[:_FEW], *likely[:_FEW]]


def _dots(prepared: papers.Prepared) -> Iterator[Remark]:
    """Dots that somebody meant to fill in; those of number, date and signature are there for the pen.

    The program's own blanks are not told again where the kind of paper has said what is missing.
    """
    explained = _says(prepared, "titik-titik")
    lines = ((where, line) for where, text in _texts(prepared.document) for line in text.splitlines())
    for where, line in lines:
        hits = [one for one in _DOTS.finditer(line) if not (explained and one[0] == paper_words.BLANK_NUMBER)]
        if hits and line.strip(" ._…"):
            shown = _around(line, hits[0])
            yield Remark(words.phrase(N_("{where}: masih ada titik-titik, “{shown}”."), where=where, shown=shown))
            return


def _around(line: str, hit: re.Match[str]) -> str:
    """A hit with a few whole words beside it; a long row of dots in short."""
    before, after = line[: hit.start()], line[hit.end() :]
    if len(before) > _BESIDE:
        before = "… " + before[-_BESIDE:].partition(" ")[2]
    if len(after) > _BESIDE:
        after = after[:_BESIDE].rpartition(" ")[0] + " …"
    return f"{before}{_LONG_DOTS.sub('....', hit[0])}{_LONG_DOTS.sub('....', after)}".strip()


def _disagreements(desk: Desk, prepared: papers.Prepared) -> Iterator[Remark]:
    """What is in clarification stops no paper; who signs has to know it."""
    if not prepared.figures or _says(prepared, "data berbeda"):
        return
    if as_at.is_past(desk, as_at.Moment(prepared.arrival, prepared.as_of)):
        return
    with desk.reading() as connection:
        open_ones = totals.disagreements(connection)
    if open_ones:
        told = words.phrase(N_("{count} data berbeda menunggu klarifikasi."), count=open_ones)
        yield Remark(told, target=Target(Page.EXCHANGE, chosen={"show": "disagreements"}))


def _says(prepared: papers.Prepared, part: str) -> bool:
    return any(part in remark.words.message.casefold() for remark in prepared.remarks)


def _texts(paper: document.Document) -> list[tuple[str, str]]:
    """The sentences of a document with the heading above them; figures and short cells are none."""
    found: list[tuple[str, str]] = []
    where = paper.title
    for block in paper.blocks:
        match block:
            case document.Heading(text=text):
                where = text
            case document.Paragraph(text=text) | document.Clause(text=text):
                found.append((where, text))
            case document.Facts(rows=rows):
                found += [(where, f"{row.value}") for row in rows]
            case document.Points(points=points):
                found += [(where, point.text) for point in points]
            case document.Table(rows=rows):
                found += [(where, cell) for row in rows for cell in row.cells if cell.count(" ") > _FEW]
            case _:
                pass
    return found[:_MOST_TEXTS]

