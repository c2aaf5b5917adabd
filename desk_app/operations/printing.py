# SPDX-License-Identifier: Apache-2.0
"""Official papers: made from one state of the office's data, of today or of a past moment, and written to files."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from desk_app.base import files, text
from desk_app.base.progress import Steps, finish
from desk_app.data import arrivals, printed_list
from desk_app.data.database import Connection
from desk_app.domain import errors, places, words
from desk_app.operations import (
    as_at,
    checking,
    daily_reports,
    exchange_papers,
    paper_numbers,
    papers,
    printing_asked,
    printing_checks,
    printing_parcels,
    printing_past,
    printing_register,
    printing_whole,
    settings,
)
from desk_app.operations.desk import Desk
from desk_app.operations.targets import Page, Target
from desk_app.reports import catalogue, letter_sheet, letterhead, pages

N_ = words.N_

Report = catalogue.Report
Remark = printing_checks.Remark
Printed = printed_list.Printed
issue = printing_register.issue
issued_again = printing_past.issued_again
issued_anew = printing_past.issued_anew
DAILY = catalogue.DAILY.key
TEAM_STRUCTURE = catalogue.TEAM_STRUCTURE.key
ASSIGNMENT = catalogue.ASSIGNMENT.key
NATURES = letter_sheet.NATURES
CLARIFICATION = catalogue.CLARIFICATION.key
CALL_LIST = catalogue.CALL_LIST.key
BOOK = catalogue.BOOK.key
SPECIAL = catalogue.SPECIAL.key
HANDOVER = catalogue.HANDOVER.key
RECEIPT = catalogue.RECEIPT.key
SLIPS = catalogue.SLIPS.key
SPARE_KEY = catalogue.SPARE_KEY.key
PAPERS = tuple((paper.code, paper.label) for paper in pages.PAPERS.values())
"""The sheets to choose from: code and label."""

PDF, WORD, SHEET, TEXT = ".pdf", ".docx", ".xlsx", ".txt"
FACES: Final[Mapping[str, Callable[[papers.Prepared], bytes]]] = {
    PDF: papers.Prepared.pdf,
    WORD: papers.Prepared.word,
    SHEET: papers.Prepared.sheet,
    TEXT: lambda prepared: prepared.text().encode(),
}
"""By the ending of a file: PDF to be signed, Word to go on typing in, the tables as a workbook, text for WhatsApp."""

_TRIES = 5


def reports(desk: Desk | None = None) -> tuple[Report, ...]:
    """The papers to choose from on their page: key, title and description (msgids); those that an office can make."""
    lowest = desk is not None and desk.identity.level == places.Level.DISTRICT.value
    return tuple(one for one in catalogue.REPORTS if one.in_gallery and not (lowest and one is catalogue.CALL_LIST))


def kind(key: str) -> Report:
    """The kind of paper of a key. Raises NotFound."""
    return catalogue.find(key)


def every_paper() -> tuple[Report, ...]:
    """All that can be printed, papers of one package and those with a secret too."""
    return catalogue.REPORTS


def make(desk: Desk, asked: papers.Asked) -> papers.Prepared:
    """Gather a paper from one state of the office's data. Raises Refused.

    Of a past moment (`asked.as_of`) it says what was known then. Unless a moment is asked for, a paper that was issued
    comes back as it was, of its own moment, while its code still is the same; one that says something else by now is a
    draft of this moment, which would replace the issued one and says so.
    """
    return finish(make_in_steps(desk, asked))


def make_in_steps(desk: Desk, asked: papers.Asked) -> Steps[papers.Prepared]:
    """As `make`, telling how far the data of a past moment are; it may be stopped."""
    asked = replace(asked, report=catalogue.find(asked.report).key)
    if asked.as_of and not catalogue.find(asked.report).secret:
        moment = as_at.moment_of(desk, asked.as_of)
        if as_at.is_past(desk, moment):
            return (yield from printing_past.made_then(desk, asked, moment))
    asked = _named(desk, asked)
    for _try in range(_TRIES):
        before, digest = _state(desk)
        with text.on_paper():
            prepared = _made(desk, asked)
        if _latest(desk) == before:
            break
    return printing_whole.looked_over(desk, replace(prepared, arrival=before, digest=digest))


def with_number(desk: Desk, prepared: papers.Prepared) -> papers.Prepared:
    """A draft with a number of the office's own sequence, where it numbers so and the paper has none yet."""
    then = as_at.is_past(desk, as_at.Moment(prepared.arrival, prepared.as_of))
    number = paper_numbers.numbered(desk, prepared)
    if number == prepared.number:
        return prepared
    return make(desk, replace(prepared.asked, number=number, as_of=prepared.as_of if then else 0))


def save(prepared: papers.Prepared, path: Path) -> None:
    """Write the paper to a file, by the ending of its name (`FACES`). Raises Refused where it cannot be written.

    A paper with a secret is written as a PDF alone, which is printed and handed over.
    """
    ending = path.suffix.casefold() or PDF
    face = FACES.get(ending)
    if face is None:
        raise errors.Refused(
            N_("Berkas “{ending}” tidak dikenal. Pakai salah satu: {known}."), ending=ending, known=", ".join(FACES)
        )
    if prepared.report.secret and ending != PDF:
        raise errors.Refused(N_("Naskah rahasia hanya ditulis sebagai PDF untuk dicetak."))
    if ending == WORD and not prepared.has_word:
        raise errors.Refused(N_("Formulir hanya ditulis sebagai PDF untuk dicetak."))
    if ending == PDF:
        finish(write_pdf(prepared, path))
        return
    write(path, face(prepared))


def write_pdf(prepared: papers.Prepared, path: Path) -> Steps[int]:
    """Write the paper as a PDF file, whole or not at all; a stack of forms tells how far it is, and may be stopped.

    Returns the number of pages of a stack, 0 of any other paper. Raises Refused with what to do.
    """
    try:
        with files.writing(path) as part:
            return (yield from prepared.write_pdf(part))
    except OSError as fault:
        raise _unwritable(path, fault) from fault


def write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all. Raises Refused with what to do."""
    try:
        files.write_whole(path, data)
    except OSError as fault:
        raise _unwritable(path, fault) from fault


def _unwritable(path: Path, fault: OSError) -> errors.Refused:
    return errors.Refused(
        N_("Berkas {path} tidak dapat ditulis: {reason}."), path=path, reason=fault.strerror or fault
    )


def printed(desk: Desk, typed: str = "", limit: int = 1000) -> list[Printed]:
    """The register of papers issued, the last first; `typed`: words of title, number, signatory or code."""
    with desk.reading() as connection:
        return printed_list.printed(connection, settings.event_code(desk), typed, limit)


def report_title(key: str) -> str:
    """The title (msgid) of a kind of paper; the key itself for one of a newer program."""
    return next((report.title for report in catalogue.REPORTS if report.key == key), key)


def usual_number(desk: Desk, report: str, day: date) -> str:
    """The number that a paper of a day takes while none is asked for; "" where the agenda gives it."""
    match report:
        case catalogue.DAILY.key:
            return daily_reports.report(desk, day).number
        case catalogue.CLARIFICATION.key:
            return exchange_papers.number_of(desk, day)
    return ""


def check_picture(data: bytes) -> None:
    """See that a picture can stand in a kop. Raises Refused for anything but PNG and JPEG."""
    letterhead.image_size(data)


def _named(desk: Desk, asked: papers.Asked) -> papers.Asked:
    """With the package that a paper is about, which is another one tomorrow where the newest is meant."""
    if not catalogue.find(asked.report).of_package or asked.package:
        return asked
    volumes = printing_parcels.sent if asked.report == HANDOVER else printing_parcels.received
    return replace(asked, package=volumes(desk, "")[0].package.hex())


def _made(desk: Desk, asked: papers.Asked) -> papers.Prepared:
    prepared = papers.gather(desk, replace(asked, as_of=asked.as_of or desk.now()))
    with desk.reading() as connection:
        last = _issued_before(desk, connection, prepared)
    if last is None:
        return prepared
    if prepared.report.of_package:
        return replace(prepared, issued=last)
    again = prepared
    if not asked.as_of and last.as_of:
        kept = printing_asked.read(last.asked)
        lacking = kept.lacking if kept is not None else frozenset()
        again = papers.gather(desk, replace(asked, as_of=last.as_of), lacking)
    if (again.code, again.number) == (last.code, last.number):
        return printing_past.as_issued(desk, again, last)
    told = words.phrase(N_("Isinya lain dari naskah final berkode {code}. Ini konsep baru."), code=last.code)
    remark = Remark(told, target=Target(Page.REPORTS, record=last.no))
    return replace(prepared, remarks=(*prepared.remarks, remark)).replacing(last)


def _issued_before(desk: Desk, connection: Connection, prepared: papers.Prepared) -> Printed | None:
    """The line of the register of the issue of this paper that was made last; of a package's, of this very paper."""
    event = settings.event_code(desk)
    if prepared.report.secret:
        return None
    if not prepared.report.of_package:
        about = printing_asked.about(prepared.asked, desk.identity.place)
        return printed_list.last(connection, event, prepared.report.key, prepared.title, about)
    no = printed_list.find(connection, event, prepared.report.key, prepared.code, prepared.number)
    return printed_list.one(connection, no) if no is not None else None


def _state(desk: Desk) -> tuple[int, bytes]:
    """The last transaction, and the digest of all the office holds with it."""
    for _try in range(_TRIES):
        before = _latest(desk)
        digest = checking.whole_digest(desk)
        if _latest(desk) == before:
            break
    return before, digest


def _latest(desk: Desk) -> int:
    with desk.reading() as connection:
        return arrivals.latest(connection)
