# SPDX-License-Identifier: Apache-2.0
"""Cetak semua: the letters that stand for one that is asked for, written to a folder, a file each."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from desk_app.base.progress import Progress, Steps
from desk_app.domain import errors, words
from desk_app.operations import papers, printing
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking, assignment, request, travel
from desk_app.reports import catalogue

N_ = words.N_

Each = assignment.Each
EACH_LABELS: Final[Mapping[Each, str]] = {
    Each.TEAM: N_("Satu surat setiap tim"),
    Each.PERSON: N_("Satu surat setiap orang"),
}

_Several = Callable[[Desk, asking.Asked, Each], list[asking.Asked]]
_SEVERAL: Final[Mapping[str, _Several]] = {
    catalogue.ASSIGNMENT.key: assignment.letters_of,
    catalogue.REQUEST.key: lambda desk, asked, _each: request.letters_of(desk, asked),
    catalogue.TRAVEL_ORDER.key: lambda desk, asked, _each: travel.orders_of(desk, asked),
}


def has_several(report: str) -> bool:
    """Whether one paper of this kind may stand for several letters."""
    return report in _SEVERAL


def letters_of(desk: Desk, asked: papers.Asked, each: Each = Each.TEAM) -> list[papers.Asked]:
    """What to make one after the other; of other kinds of paper the one that is asked for."""
    several = _SEVERAL.get(asked.report)
    return several(desk, asked, each) if several is not None else [asked]


def counts(desk: Desk, asked: papers.Asked) -> dict[Each, int]:
    """How many letters there would be, one for each of these; nothing for a paper that stands for itself."""
    if not has_several(asked.report):
        return {}
    try:
        return {each: len(letters_of(desk, asked, each)) for each in Each}
    except errors.Refused:
        return dict.fromkeys(Each, 0)


def print_all(
    desk: Desk, asked: papers.Asked, folder: Path, each: Each = Each.TEAM, *, final: bool = True
) -> Steps[list[Path]]:
    """Write them all as PDF into a folder, numbered in their order; `final`: each is noted in the register, with a
    number of the office's own sequence where it numbers so. One number that was asked for is no number of several.

    Who stops has the files that were written by then. Raises Refused where there is nothing to print.
    """
    listed = letters_of(desk, asked, each)
    if not listed:
        raise errors.Refused(N_("Tidak ada surat yang perlu dicetak."))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise errors.Refused(
            N_("Folder {folder} tidak dapat dibuat: {reason}."), folder=folder, reason=fault.strerror or fault
        ) from fault
    digits = max(len(str(len(listed))), 2)
    written = []
    for done, one in enumerate(listed):
        yield Progress(done, len(listed), N_("Menyusun surat"))
        made = printing.make(desk, one if len(listed) == 1 else replace(one, number=None))
        if final and made.asked.number is None and made.issued is None:
            made = printing.with_number(desk, made)
        path = folder / f"{done + 1:0{digits}d} {made.file_name[:120].rstrip()}.pdf"
        printing.save(made if final or made.issued is not None else made.draft(), path)
        if final:
            printing.issue(desk, made)
        written.append(path)
    yield Progress(len(listed), len(listed), N_("Menyusun surat"))
    return written
