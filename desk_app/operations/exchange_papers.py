# SPDX-License-Identifier: Apache-2.0
"""The papers of the exchange from the office's data, and the code by which a sheet and a package are bound together.

`printing` shows and issues them like every other paper; this tells them apart.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from desk_app.domain import errors, words
from desk_app.journal import digest
from desk_app.operations import (
    days,
    paper_check,
    printing_checks,
    printing_clarification,
    printing_parcels,
    printing_secrets,
    printing_silence,
    signatories,
)
from desk_app.operations.desk import Desk
from desk_app.reports import (
    catalogue,
    clarification_record,
    document,
    handover,
    office_silence,
    ready_slips,
    receipt,
    spare_key,
)

N_ = words.N_

BLOCKS = 8
"""Blocks of four letters of a package's code on paper; the first four of them stand on the screen."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What `printing` has settled. `signer` is the one asked for, or who signs such papers first (`usual`).

    `number` None takes the one that the office's own numbering gives. `package`: its id, "" for the newest.
    """

    day: date
    as_of: int
    area: str = ""
    paper: str = ""
    number: str | None = None
    date_open: bool = False
    signer: signatories.SignatoryRow | None = None
    usual: bool = True
    package: str = ""
    way: str = ""
    carrier: str = ""


@dataclass(frozen=True, slots=True)
class Gathered:
    """A paper of the exchange. `signatory`: in words, for the register."""

    document: document.Document
    day: date
    number: str
    signatory: str
    remarks: tuple[printing_checks.Remark, ...]


def code(mark: bytes) -> str:
    """The code of a package as it stands on its sheet: eight blocks (160 bits of its mark)."""
    return digest.words(mark, BLOCKS)


def check_blocks(mark: bytes, typed: Mapping[int, str]) -> tuple[int, ...]:
    """Which of the blocks (by number from 1) that were typed from a sheet are not those of the package's code."""
    if not all(1 <= number <= BLOCKS for number in typed):
        raise errors.NotFound(N_("Kode kiriman mempunyai {count} blok."), count=BLOCKS)
    return paper_check.wrong(code(mark), typed)


def number_of(desk: Desk, day: date) -> str:
    """The number of the Berita Acara Klarifikasi Data of a day, "" for a line (`printing_clarification.number_of`)."""
    return printing_clarification.number_of(desk, catalogue.CLARIFICATION.key, day)


def gather(desk: Desk, report: str, asked: Asked) -> Gathered:
    """Make one of the papers of the exchange. Raises Refused."""
    return _MAKE[report](desk, asked)


def _handover(desk: Desk, asked: Asked) -> Gathered:
    mark = printing_parcels.sent(desk, asked.package)[0].mark
    made = printing_parcels.gather_handover(desk, _of_package(asked), code(mark))
    remarks = printing_checks.of_exchange(desk)
    return Gathered(handover.build(made), made.at.date(), made.number or "", _operator(desk), remarks)


def _receipt(desk: Desk, asked: Asked) -> Gathered:
    mark = printing_parcels.received(desk, asked.package)[0].mark
    made = printing_parcels.gather_receipt(desk, _of_package(asked), code(mark))
    by = _operator(desk) if asked.usual else _label(asked)
    return Gathered(receipt.build(made), made.at.date(), made.number or "", by, printing_checks.of_exchange(desk))


def _clarification(desk: Desk, asked: Asked) -> Gathered:
    number = number_of(desk, asked.day) if asked.number is None else asked.number
    made = printing_clarification.gather(
        desk,
        printing_clarification.Setting(
            asked.day, asked.as_of, asked.paper, number.strip(), asked.signer, asked.date_open
        ),
    )
    remarks = printing_checks.of_clarification(desk, made, asked.signer)
    return Gathered(clarification_record.build(made), asked.day, made.number or "", _label(asked), remarks)


def _call_list(desk: Desk, asked: Asked) -> Gathered:
    signer = None if asked.usual else asked.signer
    made = printing_silence.gather(desk, printing_silence.Setting(asked.as_of, asked.paper, signer))
    by = signer.label if signer is not None else ""
    return Gathered(office_silence.build(made), days.local(desk, asked.as_of).date(), "", by, ())


def _slips(desk: Desk, asked: Asked) -> Gathered:
    made = printing_secrets.gather_slips(desk, asked.day, asked.paper, asked.area)
    return Gathered(ready_slips.build(made), asked.day, "", "", ())


def _spare_key(desk: Desk, asked: Asked) -> Gathered:
    made = printing_secrets.gather_spare_key(desk, asked.day, asked.paper)
    return Gathered(spare_key.build(made), asked.day, "", "", ())


_MAKE: Mapping[str, Callable[[Desk, Asked], Gathered]] = {
    catalogue.HANDOVER.key: _handover,
    catalogue.RECEIPT.key: _receipt,
    catalogue.CLARIFICATION.key: _clarification,
    catalogue.CALL_LIST.key: _call_list,
    catalogue.SLIPS.key: _slips,
    catalogue.SPARE_KEY.key: _spare_key,
}


def _of_package(asked: Asked) -> printing_parcels.Setting:
    return printing_parcels.Setting(
        package=asked.package,
        paper=asked.paper,
        number=(asked.number or "").strip(),
        way=asked.way,
        carrier=asked.carrier,
        signer=None if asked.usual else asked.signer,
        by_operator=asked.usual,
    )


def _label(asked: Asked) -> str:
    return asked.signer.label if asked.signer is not None else ""


def _operator(desk: Desk) -> str:
    return f"{printing_parcels.OPERATOR} – {desk.operator.name}"
