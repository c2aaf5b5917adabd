# SPDX-License-Identifier: Apache-2.0
"""Several papers in one go: printed one after the other as one piece of work, or saved into a folder."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6 import QtPrintSupport

from desk_app.base.progress import Progress, Steps
from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.domain.words import N_
from desk_app.operations import paper_batch, paper_options, papers, printing
from desk_app.operations.desk import Desk
from ui import errors
from ui.widgets import paper_printer


@dataclass(frozen=True, slots=True)
class Saved:
    """What came of it: how many files, and in words what could not be made."""

    files: int
    refused: tuple[str, ...]


def printed(
    desk: Desk, asked: papers.Asked, each: paper_batch.Each, printer: QtPrintSupport.QPrinter, *, final: bool
) -> Steps[int]:
    """Print every letter; `final`: each is noted in the register before it goes to the printer. Returns how many.

    For the `draw` lane. Who stops has on paper, and in the register, what was printed by then.
    """
    letters = paper_batch.letters_of(desk, asked, each)
    if not letters:
        raise known.Refused(N_("Tidak ada surat yang perlu dicetak."))
    done = 0

    def bytes_of_each() -> Steps[bytes]:
        nonlocal done
        yield Progress(done, len(letters), N_("Mencetak surat"))
        made = printing.make(desk, letters[done])
        if final and made.issued is None:
            made = printing.with_number(desk, made).final()
            printing.issue(desk, made)
        done += 1
        return (made if final or made.issued is not None else made.draft()).pdf()

    job = paper_printer.Job(printer)
    try:
        while done < len(letters):
            data = yield from bytes_of_each()
            if not job.put(data):
                raise known.Refused(N_("Pencetak tidak menerima naskah. Periksa pencetak, lalu cetak lagi."))
    finally:
        job.end()
    return done


def saved(desk: Desk, chosen: Sequence[papers.Asked], folder: Path, endings: Sequence[str]) -> Steps[Saved]:
    """Papers of several kinds into a folder, each in these faces (a workbook only where it has tables).

    One that cannot be made is told of in words, the others are written. What is not final is a draft.
    """
    files, refused = 0, []
    for done, asked in enumerate(chosen):
        yield Progress(done, len(chosen), N_("Menyusun naskah"))
        title = _(printing.report_title(asked.report))
        try:
            made = yield from printing.make_in_steps(desk, paper_options.settled(desk, asked))
            if made.issued is None and made.report.registered:
                made = made.draft()
            for ending in endings:
                if ending == ".xlsx" and not made.has_tables:
                    continue
                path = folder / f"{made.file_name[:120].rstrip()}{ending}"
                if ending == printing.PDF:
                    yield from printing.write_pdf(made, path)
                else:
                    printing.save(made, path)
                files += 1
        except known.Refused as trouble:
            refused.append(f"{title}: {errors.words(trouble)}")
    return Saved(files, tuple(refused))
