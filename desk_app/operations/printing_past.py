# SPDX-License-Identifier: Apache-2.0
"""Papers of a past moment: gathered from a desk of the past, by its line of the register or by its clock."""

from dataclasses import replace

from desk_app.base import text
from desk_app.base.progress import Steps
from desk_app.data import arrivals, printed_list
from desk_app.domain import words
from desk_app.operations import (
    as_at,
    checking,
    papers,
    printing_asked,
    printing_checks,
    printing_register,
    printing_whole,
    settings,
    signatories,
)
from desk_app.operations.desk import Desk

N_ = words.N_

Printed = printed_list.Printed


def issued_again(desk: Desk, no: int) -> Steps[papers.Prepared]:
    """A final paper made once more from what was known when it was issued, whatever was typed or received since.

    Where it does not come out with its code (a newer program prints it otherwise, a file it tells of is gone) a grave
    remark says so: then `printing_register.kept_pdf` is what was signed. Raises NotFound, NotPermitted.
    """
    line = printing_register.line(desk, no).paper
    printing_register.require_readable(desk, line)
    kept = _kept(line)
    made = yield from made_then(desk, kept.asked, as_at.Moment(line.arrival, line.as_of), kept)
    with desk.reading() as connection:
        replaced = printed_list.one(connection, line.replaces) if line.replaces else None
    made = made.replacing(replaced) if replaced is not None else made
    if made.code == line.code:
        return replace(made, issued=line)
    told = words.phrase(
        N_("Susunan ulang ini tidak sama dengan naskah final berkode {code}. Pakai PDF yang disimpan."), code=line.code
    )
    return replace(made, issued=None, remarks=(printing_checks.Remark(told, grave=True), *made.remarks))


def issued_anew(
    desk: Desk, no: int, *, signatory: int | None = None, number: str | None = None, date_open: bool | None = None
) -> Steps[papers.Prepared]:
    """A draft of the same figures as a final paper, with another signatory or number: it replaces that one and says so.

    What is not given stays as it was. Raises NotFound, NotPermitted.
    """
    line = printing_register.line(desk, no).paper
    printing_register.require_readable(desk, line)
    kept = _kept(line)
    asked = replace(
        kept.asked,
        signatory=kept.asked.signatory if signatory is None else signatory,
        number=(kept.asked.number if kept.asked.number is not None else line.number) if number is None else number,
        date_open=kept.asked.date_open if date_open is None else date_open,
    )
    moment, today = as_at.Moment(line.arrival, line.as_of), _latest(desk)
    made = yield from made_then(desk, asked, moment, replace(kept, asked=asked, signers=today))
    return replace(made, issued=None).replacing(line)


def made_then(
    desk: Desk,
    asked: papers.Asked,
    moment: as_at.Moment,
    kept: printing_asked.Kept | None = None,
) -> Steps[papers.Prepared]:
    """A paper of a past moment, with its line of the register where it was issued."""
    kept = kept or printing_asked.Kept(asked, signers=_later_signers(desk, asked, moment))
    later = {signatories.REMEMBERED: signatories.signatories_after(desk, kept.signers)} if kept.signers else {}

    def work(past: Desk) -> papers.Prepared:
        with text.on_paper():
            made = papers.gather(as_at.seen_by(past, kept.by, later), replace(asked, as_of=moment.at), kept.lacking)
            return replace(
                made, arrival=moment.arrival, digest=checking.whole_digest(past), signers=kept.signers
            )

    made = yield from as_at.reading(desk, moment, work)
    with desk.reading() as connection:
        no = printed_list.find(connection, settings.event_code(desk), made.report.key, made.code, made.number)
        line = printed_list.one(connection, no) if no is not None else None
    return printing_whole.looked_over(desk, as_issued(desk, made, line) if line is not None else made)


def _later_signers(desk: Desk, asked: papers.Asked, moment: as_at.Moment) -> int:
    """The last transaction where somebody is to sign whom nobody knew then; 0 where he is taken as he was."""
    if not asked.signatory:
        return 0
    known = {row.no for row in signatories.signatories_after(desk, moment.arrival)}
    return 0 if asked.signatory in known else _latest(desk)


def _kept(line: Printed) -> printing_asked.Kept:
    """What was asked for; of a line that an older program wrote, what it tells of it."""
    kept = printing_asked.read(line.asked)
    return kept or printing_asked.Kept(papers.Asked(line.kind, number=line.number, as_of=line.as_of))


def as_issued(desk: Desk, prepared: papers.Prepared, line: Printed) -> papers.Prepared:
    """With its line of the register, and what that one replaced."""
    with desk.reading() as connection:
        replaced = printed_list.one(connection, line.replaces) if line.replaces else None
    prepared = replace(prepared, issued=line)
    return prepared.replacing(replaced) if replaced is not None else prepared


def _latest(desk: Desk) -> int:
    with desk.reading() as connection:
        return arrivals.latest(connection)
